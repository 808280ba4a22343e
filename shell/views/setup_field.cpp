#include "shell/views/setup_field.h"

namespace atrium::shell {
namespace {

std::string_view problem_of(View& view, const char* name) {
    const auto& problems = view.memory.setup.problems;
    const auto problem = problems.find(name);
    return problem == problems.end() ? std::string_view() : std::string_view(problem->second);
}

FieldSpec with_problem(View& view, const SetupText& text) {
    FieldSpec spec = text.spec;
    spec.error = problem_of(view, text.name);
    return spec;
}

SelectSpec with_problem(View& view, const SetupChoice& choice) {
    SelectSpec spec = choice.spec;
    spec.error = problem_of(view, choice.name);
    return spec;
}

}  // namespace

float setup_field_height(View& view, const SetupText& text, float width) {
    return field_height(view.ui, with_problem(view, text), width);
}

float setup_field_height(View& view, const SetupChoice& choice, float width) {
    return select_height(view.ui, with_problem(view, choice), width);
}

void draw_setup_field(View& view, SetupText& text, Rect rect) {
    const FieldAnswer answer =
        field(view.ui, text.name, rect, text.value, with_problem(view, text));
    if (answer.changed) {
        view.memory.setup.problems.erase(text.name);
        read_texts(view.memory.setup);
    }
}

void draw_setup_field(View& view, SetupChoice& choice, Rect rect) {
    choice.changed = select(
        view.ui, choice.name, rect, choice.options, choice.selected, with_problem(view, choice));
    if (choice.changed) {
        view.memory.setup.problems.erase(choice.name);
    }
}

void setup_label(View& view, Flow& flow, std::string_view text) {
    label(view.ui, flow.next(scaled(20)), TextStyle::BodyMedium, tokens().text_1, text);
}

void setup_help(View& view, Flow& flow, const char* name, std::string_view help) {
    const std::string_view problem = problem_of(view, name);
    const std::string_view text = problem.empty() ? help : problem;
    const Color color = problem.empty() ? tokens().text_3 : tokens().danger;
    const Rect place = flow.next(paragraph_height(view.ui, TextStyle::Meta, text, flow.width()));
    paragraph(view.ui, name, place.x, place.y, place.width, TextStyle::Meta, color, text);
}

}  // namespace atrium::shell
