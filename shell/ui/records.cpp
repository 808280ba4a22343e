#include "shell/ui/records.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/buttons.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

constexpr float kGap = 8;

float words_width(std::string_view label, std::string_view value, std::string_view percent) {
    float width = 0;
    const auto add = [&width](TextStyle style, std::string_view text) {
        width += text.empty() ? 0 : kGap + std::ceil(text_width(style, text));
    };
    add(TextStyle::Dense, label);
    add(TextStyle::DenseMedium, value);
    add(TextStyle::Meta, percent);
    return width;
}

// Icon, label, value and percentage in a row; a value that is too long is cut.
void draw_words(Ui& ui,
                Rect row,
                const char* glyph,
                std::string_view label,
                std::string_view value,
                std::string_view percent) {
    const Tokens& t = tokens();
    icon(ui, cut_left(row, scaled(16), kGap), glyph, 16, t.accent);
    if (!label.empty()) {
        const Rect place = cut_left(row, std::ceil(text_width(TextStyle::Dense, label)), kGap);
        draw_text(ui, inset(place, 0, 0, -1, 0), TextStyle::Dense, t.text_2, label);
    }
    if (!percent.empty()) {
        const float width = std::ceil(text_width(TextStyle::Meta, percent));
        const float shown = std::ceil(text_width(TextStyle::DenseMedium, value));
        Rect place = cut_right(row, width, kGap);
        place.x = std::min(place.x, row.x + shown + kGap);
        draw_text(ui, inset(place, 0, 0, -1, 0), TextStyle::Meta, t.text_2, percent);
    }
    draw_text(ui, inset(row, 0, 0, -1, 0), TextStyle::DenseMedium, t.text_1, value);
}

std::string sentence(std::string_view label, std::string_view value, std::string_view percent) {
    std::string text(label);
    for (std::string_view part : {value, percent}) {
        if (!part.empty()) {
            text += text.empty() ? "" : ", ";
            text += part;
        }
    }
    return text;
}

ButtonSpec small_action(std::string_view label) {
    return {.label = label,
            .kind = ButtonKind::Quiet,
            .size = ButtonSize::Small,
            .color = tokens().accent};
}

float actions_width(const RecordSpec& spec) {
    float width = 0;
    if (spec.can_undo) {
        width += button_width(small_action(spec.undone ? "Redo" : "Undo"));
    }
    if (spec.can_edit && !spec.undone) {
        width += button_width(small_action("Edit"));
    }
    return width;
}

std::string_view shown_label(const RecordSpec& spec) {
    return spec.undone ? std::string_view("Undone") : spec.label;
}

// What arrives comes up 4 px; its opacity is left to the ground, which is enough to see it arrive.
Rect arriving(Rect rect, float arrival) {
    return moved(rect, 0, (1 - arrival) * 4);
}

}  // namespace

float recorded_strip_width(const RecordSpec& spec) {
    const float words = words_width(shown_label(spec), spec.value, spec.undone ? "" : spec.percent);
    const float actions = actions_width(spec);
    return 10 + scaled(16) + words + (actions > 0 ? kGap + 6 + actions + 4 : 12);
}

RecordAnswer recorded_strip(Ui& ui, std::string_view key, Rect rect, const RecordSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const Rect box = arriving(
        centred_left(rect, std::min(rect.width, recorded_strip_width(spec)), t.h_2), spec.arrival);
    const std::string_view percent = spec.undone ? std::string_view() : spec.percent;
    const auto group =
        ui.group("strip", Role::Group, sentence(shown_label(spec), spec.value, percent), box);
    fill(ui, box, faded(t.accent_soft, spec.arrival), t.r_2);

    RecordAnswer answer = RecordAnswer::None;
    Rect row = inset(box, 10, 0, 4, 0);
    const float actions = actions_width(spec);
    if (actions > 0) {
        Rect place = cut_right(row, actions + 4);
        fill(ui, {place.x - 1, centred(box, 1, scaled(24)).y, 1, scaled(24)}, t.accent_line);
        place = inset(place, 4, 0, 0, 0);
        const std::string_view object = spec.label.empty() ? spec.value : spec.label;
        if (spec.can_undo) {
            ButtonSpec undo = small_action(spec.undone ? "Redo" : "Undo");
            const std::string name = std::string(undo.label) + " " + std::string(object);
            undo.name = name;
            if (button(ui, "undo", cut_left(place, button_width(undo)), undo)) {
                answer = spec.undone ? RecordAnswer::Redo : RecordAnswer::Undo;
            }
        }
        if (spec.can_edit && !spec.undone) {
            ButtonSpec edit = small_action("Edit");
            const std::string name = "Edit " + std::string(object);
            edit.name = name;
            if (button(ui, "edit", cut_left(place, button_width(edit)), edit)) {
                answer = RecordAnswer::Edit;
            }
        }
        row.width -= kGap;
    }
    draw_words(
        ui, row, spec.undone ? kIconUndo2 : spec.icon, shown_label(spec), spec.value, percent);
    return answer;
}

float suggestion_width(const SuggestionSpec& spec) {
    const float confirm = button_width({.label = "Confirm", .size = ButtonSize::Small});
    const float later = button_width({.label = "Not yet", .size = ButtonSize::Small});
    return 11 + scaled(16) + words_width(spec.label, spec.value, spec.percent) + kGap + 4 +
           confirm + later + 8;
}

float suggestion_height(const SuggestionSpec& spec, float available_width) {
    const Tokens& t = tokens();
    return suggestion_width(spec) <= available_width ? t.h_3 : scaled(20) * 2 + 24 + t.h_3 + 12;
}

namespace {

RecordAnswer suggestion_buttons(
    Ui& ui, Rect confirm_place, Rect later_place, ButtonSize size, std::string_view value) {
    const bool small = size == ButtonSize::Small;
    const std::string confirm_name = "Confirm " + std::string(value);
    const std::string later_name = "Not yet: " + std::string(value);
    if (button(ui,
               "confirm",
               confirm_place,
               {.label = "Confirm",
                .kind = ButtonKind::Primary,
                .size = size,
                .name = confirm_name})) {
        return RecordAnswer::Confirm;
    }
    if (button(ui,
               "later",
               later_place,
               {.label = "Not yet",
                .kind = small ? ButtonKind::Quiet : ButtonKind::Line,
                .size = size,
                .name = later_name})) {
        return RecordAnswer::NotYet;
    }
    return RecordAnswer::None;
}

// The phone's form: label and percentage, the value, then two large buttons.
RecordAnswer tall_suggestion(Ui& ui, Rect box, const SuggestionSpec& spec) {
    const Tokens& t = tokens();
    Rect inside = inset(box, 12, 10, 12, 11);
    Rect first = cut_top(inside, scaled(20), 2);
    icon(ui, cut_left(first, scaled(16), kGap), kIconCircleHelp, 16, t.accent);
    draw_text(ui, first, TextStyle::Meta, t.text_2, spec.percent, Align::Right);
    draw_text(ui, first, TextStyle::Dense, t.text_2, spec.label);
    Rect second = cut_top(inside, scaled(20), 12);
    cut_left(second, scaled(16) + kGap);
    draw_text(ui, second, TextStyle::BodyMedium, t.text_1, spec.value);
    const Rect row = cut_top(inside, t.h_3);
    return suggestion_buttons(
        ui, column(row, 0, 2, 8), column(row, 1, 2, 8), ButtonSize::Large, spec.value);
}

}  // namespace

RecordAnswer suggestion(Ui& ui, std::string_view key, Rect rect, const SuggestionSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const bool tall = suggestion_width(spec) > rect.width;
    const Rect box =
        arriving(tall ? Rect{rect.x, rect.y, rect.width, suggestion_height(spec, rect.width)}
                      : centred_left(rect, suggestion_width(spec), t.h_3),
                 spec.arrival);
    const auto group =
        ui.group("suggestion", Role::Group, sentence(spec.label, spec.value, spec.percent), box);
    panel(ui, box, t.surface_2, faded(t.accent_line, spec.arrival), t.r_2);
    if (tall) {
        return tall_suggestion(ui, box, spec);
    }
    Rect row = inset(box, 11, 0, 8, 0);
    const float later = button_width({.label = "Not yet", .size = ButtonSize::Small});
    const float confirm = button_width({.label = "Confirm", .size = ButtonSize::Small});
    const Rect later_place = cut_right(row, later);
    const Rect confirm_place = cut_right(row, confirm, kGap + 4);
    draw_words(ui, row, kIconCircleHelp, spec.label, spec.value, spec.percent);
    return suggestion_buttons(ui, confirm_place, later_place, ButtonSize::Small, spec.value);
}

}  // namespace atrium::shell
