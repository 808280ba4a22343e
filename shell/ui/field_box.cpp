#include "shell/ui/field_box.h"

#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

void draw_field_box(Ui& ui, Rect box, const BoxState& state, float radius) {
    const Tokens& t = tokens();
    if (state.disabled) {
        panel(ui, box, t.surface_1, t.hairline, radius);
    } else if (state.focused) {
        const Color border = state.invalid ? t.danger : t.accent;
        fill(ui, box, t.surface_2, radius);
        stroke(ui, inset(box, -1), border, radius + 1, 2);
    } else {
        const Color rest = mixed(t.outline, t.text_2, state.hover);
        panel(ui, box, t.surface_2, state.invalid ? t.danger : rest, radius);
    }
}

float label_height(std::string_view label, bool hidden) {
    return label.empty() || hidden ? 0 : line_height(TextStyle::BodyMedium) + 4;
}

float message_height(Ui& ui, std::string_view why, std::string_view error, float width) {
    if (!error.empty()) {
        return 4 + paragraph_height(ui, TextStyle::Meta, error, width - scaled(14) - 4);
    }
    return why.empty() ? 0 : 4 + paragraph_height(ui, TextStyle::Meta, why, width);
}

void draw_field_label(Ui& ui, Rect line, std::string_view label) {
    const Tokens& t = tokens();
    draw_text(ui, line, TextStyle::BodyMedium, t.text_1, label);
}

void draw_field_message(Ui& ui, Rect below, std::string_view why, std::string_view error) {
    const Tokens& t = tokens();
    const float y = below.y + 4;
    if (error.empty()) {
        draw_paragraph(ui, below.x, y, below.width, TextStyle::Meta, t.text_3, why);
        return;
    }
    const float lead = scaled(14) + 4;
    icon(
        ui, {below.x, y, scaled(14), line_height(TextStyle::Meta)}, kIconCircleAlert, 14, t.danger);
    draw_paragraph(ui, below.x + lead, y, below.width - lead, TextStyle::Meta, t.danger, error);
}

}  // namespace atrium::shell
