#include "shell/views/settings_rows.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/cards.h"
#include "shell/ui/text.h"

namespace atrium::shell {
namespace {

constexpr float kRow = 40;
constexpr float kControl = 280;
constexpr float kBeside = 16;  // between words and control, on a phone one below the other
constexpr float kBelow = 8;

float words_width(const View& view, float width) {
    return view.arrangement == Arrangement::Phone ? width : width - scaled(kControl) - kBeside;
}

float control_height(const View& view, const SettingsRow& spec, float width) {
    const float room = view.arrangement == Arrangement::Phone ? width : scaled(kControl);
    return spec.segments.empty() ? scaled(kRow)
                                 : std::max(scaled(kRow), segments_height(spec.segments, room));
}

}  // namespace

Rect settings_section(View& view, Flow& flow, std::string_view title, float inside_height) {
    heading(view.ui, flow.next(scaled(24)), 2, TextStyle::Heading, tokens().text_1, title);
    flow.skip(8 - kSettingsGap);
    return card(view.ui, flow.next(inside_height + 32));
}

float settings_row_height(View& view, const SettingsRow& spec, float width) {
    const float words = words_width(view, width);
    const float label = paragraph_height(view.ui, TextStyle::BodyMedium, spec.label, words);
    const float help = paragraph_height(view.ui, TextStyle::Meta, spec.help, words);
    const float control = control_height(view, spec, width);
    return view.arrangement == Arrangement::Phone ? label + help + kBelow + control
                                                  : std::max(control, label + help);
}

Rect settings_row(View& view, Flow& flow, const SettingsRow& spec) {
    Rect rect = flow.next(settings_row_height(view, spec, flow.width()));
    const float height = control_height(view, spec, flow.width());
    const Rect control = view.arrangement == Arrangement::Phone
                             ? cut_bottom(rect, height, kBelow)
                             : cut_right(rect, scaled(kControl), kBeside);
    const float words = words_width(view, flow.width());
    const float label = paragraph_height(view.ui, TextStyle::BodyMedium, spec.label, words);
    // Alone, the label stands beside the middle of its control.
    const float y = spec.help.empty() ? rect.y + std::round((rect.height - label) / 2) : rect.y;
    paragraph(
        view.ui, spec.label, rect.x, y, words, TextStyle::BodyMedium, tokens().text_1, spec.label);
    paragraph(
        view.ui, spec.help, rect.x, y + label, words, TextStyle::Meta, tokens().text_3, spec.help);
    return control;
}

bool settings_action(View& view,
                     Flow& rows,
                     const char* key,
                     std::string_view title,
                     std::string_view help,
                     const ButtonSpec& spec) {
    const Rect control = settings_row(view, rows, {title, help, {}});
    const float width = button_width(spec);
    const float height = control.height;
    const Rect place = view.arrangement == Arrangement::Phone
                           ? centred_left(control, width, height)
                           : centred_right(control, width, height);
    return button(view.ui, key, place, spec);
}

}  // namespace atrium::shell
