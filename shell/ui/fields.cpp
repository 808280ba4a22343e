#include "shell/ui/fields.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/field_box.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

// What a person typed since the last frame, and where the focus is.
FieldAnswer answer_of(Ui& ui, const Press& press, std::string& value, bool disabled) {
    FieldAnswer answer{.id = press.id};
    if (disabled) {
        return answer;
    }
    Semantics& semantics = ui.semantics();
    if (const std::string* typed = semantics.new_value(press.id)) {
        answer.changed = *typed != value;
        value = *typed;
    }
    answer.submitted = semantics.submitted(press.id);
    ui.join_dialog(press.id, answer.submitted);
    answer.focused = semantics.focused() == press.id || ui.pose() == Pose::Focus;
    float& was_focused = ui.memory(press.id, 1);
    answer.left = was_focused > 0 && !answer.focused;
    was_focused = answer.focused ? 1.0f : 0.0f;
    return answer;
}

Node field_node(Ui& ui, std::string_view value, const FieldSpec& spec, TextStyle style) {
    const TextMetrics metrics = text_metrics(style);
    const bool enters = ui.in_dialog() && spec.kind != FieldKind::Multiline;
    return {.role = Role::TextField,
            .name = std::string(spec.label),
            .value = std::string(value),
            .description = std::string(spec.error.empty() ? spec.why : spec.error),
            .disabled = spec.disabled,
            .invalid = !spec.error.empty(),
            .field = spec.kind,
            .placeholder = std::string(spec.placeholder),
            .autocomplete = std::string(spec.autocomplete),
            .max_length = spec.max_length,
            .font_size = metrics.size,
            .line_height = metrics.line,
            .submits_on_enter = spec.submits_on_enter || enters};
}

std::string shown_value(std::string_view value, FieldKind kind) {
    if (kind != FieldKind::Password) {
        return std::string(value);
    }
    std::string dots;
    for (std::size_t i = 0; i < std::min<std::size_t>(value.size(), 48); ++i) {
        dots += "\xe2\x80\xa2";
    }
    return dots;
}

// The rectangle for the browser's text: between the box's borders and beside prefix and unit.
Rect text_area(Rect box, const FieldSpec& spec) {
    const bool area = spec.kind == FieldKind::Multiline;
    Rect inside = area ? inset(box, 13, 10) : inset(box, 13, 1);
    if (!spec.prefix.empty()) {
        cut_left(inside, std::ceil(text_width(TextStyle::Body, spec.prefix)), 8);
    }
    if (!spec.unit.empty()) {
        cut_right(inside, std::ceil(text_width(TextStyle::Body, spec.unit)), 8);
    }
    return inside;
}

void draw_value(
    Ui& ui, Rect inside, std::string_view value, const FieldSpec& spec, TextStyle style) {
    const Tokens& t = tokens();
    const bool empty = value.empty();
    const Color color = spec.disabled || empty ? t.text_3 : t.text_1;
    const std::string words = empty ? std::string(spec.placeholder) : shown_value(value, spec.kind);
    if (spec.kind == FieldKind::Multiline) {
        ui.push_clip(inside);
        draw_paragraph(ui, inside.x, inside.y, inside.width, style, color, words);
        ui.pop_clip();
    } else {
        draw_text(ui, inside, style, color, words);
    }
}

void draw_prefix_and_unit(Ui& ui, Rect box, const FieldSpec& spec) {
    const Tokens& t = tokens();
    const Rect inside = inset(box, 13, 0);
    draw_text(ui, inside, TextStyle::Body, t.text_3, spec.prefix);
    draw_text(ui, inside, TextStyle::Body, t.text_3, spec.unit, Align::Right);
}

float box_height(const FieldSpec& spec) {
    if (spec.kind == FieldKind::Multiline) {
        return scaled(spec.area_height);
    }
    return spec.small ? tokens().h_2 : tokens().h_3;
}

}  // namespace

float field_height(Ui& ui, const FieldSpec& spec, float width) {
    return label_height(spec.label, spec.label_hidden) + box_height(spec) +
           message_height(ui, spec.why, spec.error, width);
}

FieldAnswer field(
    Ui& ui, std::string_view key, Rect rect, std::string& value, const FieldSpec& spec) {
    const Tokens& t = tokens();
    Rect rest = rect;
    const float label_line = label_height(spec.label, spec.label_hidden);
    if (label_line > 0) {
        draw_field_label(ui, cut_top(rest, label_line - 4, 4), spec.label);
    }
    const Rect box = cut_top(rest, box_height(spec));
    const TextStyle style = spec.small ? TextStyle::Dense : TextStyle::Body;
    // The node covers the text only, so that the browser's text stands where the canvas draws it.
    const Rect inside = text_area(box, spec);
    const Press press = ui.press(key, inside, field_node(ui, value, spec, style));
    const FieldAnswer answer = answer_of(ui, press, value, spec.disabled);
    draw_field_box(ui,
                   box,
                   {.focused = answer.focused,
                    .invalid = !spec.error.empty(),
                    .disabled = spec.disabled,
                    .hover = press.hover},
                   t.r_2);
    draw_prefix_and_unit(ui, box, spec);
    if (!answer.focused) {
        draw_value(ui, inside, value, spec, style);
    }
    draw_field_message(ui, {rest.x, box.bottom(), rest.width, 0}, spec.why, spec.error);
    return answer;
}

FieldAnswer search_field(Ui& ui,
                         std::string_view key,
                         Rect rect,
                         std::string& value,
                         std::string_view placeholder,
                         std::string_view keys) {
    const Tokens& t = tokens();
    const Rect box = centred(rect, rect.width, t.h_2);
    Rect row = inset(box, 11, 1);
    const Rect glass = cut_left(row, scaled(16), 8);
    const FieldSpec spec{.label = placeholder,
                         .placeholder = placeholder,
                         .kind = FieldKind::Search,
                         .label_hidden = true,
                         .submits_on_enter = true};
    const Press press = ui.press(key, row, field_node(ui, value, spec, TextStyle::Dense));
    const FieldAnswer answer = answer_of(ui, press, value, false);
    if (answer.focused) {
        draw_field_box(ui, box, {.focused = true}, t.r_2);
    } else {
        panel(ui, box, t.surface_2, mixed(t.hairline, t.outline, press.hover), t.r_2);
    }
    icon(ui, glass, kIconSearch, 16, t.text_3);
    if (!answer.focused) {
        if (value.empty() && !keys.empty()) {
            const float width = std::ceil(text_width(TextStyle::Micro, keys) + 10);
            key_cap(ui, cut_right(row, width, 8), keys);
        }
        draw_value(ui, row, value, spec, TextStyle::Dense);
    }
    return answer;
}

namespace {

constexpr float kComposerTop = 12, kComposerSide = 16, kComposerBottom = 8, kComposerGap = 8;

float composer_row_height(Ui& ui) {
    return ui.touch() ? tokens().h_3 : tokens().h_2;
}

float composer_text_height(Ui& ui, std::string_view value, const ComposerSpec& spec, float width) {
    const float line = line_height(TextStyle::Read);
    // A trailing newline begins a line that has no text yet.
    const float extra = !value.empty() && value.back() == '\n' ? line : 0;
    const float words =
        paragraph_height(ui, TextStyle::Read, value, width - 2 * kComposerSide) + extra;
    return std::clamp(words, line, line * static_cast<float>(spec.max_lines));
}

}  // namespace

float composer_height(Ui& ui, std::string_view value, const ComposerSpec& spec, float width) {
    return kComposerTop + composer_text_height(ui, value, spec, width) + kComposerGap +
           composer_row_height(ui) + kComposerBottom;
}

ComposerAnswer composer(
    Ui& ui, std::string_view key, Rect rect, std::string& value, const ComposerSpec& spec) {
    const Tokens& t = tokens();
    const FieldSpec field_spec{.label = spec.name,
                               .placeholder = spec.placeholder,
                               .kind = FieldKind::Multiline,
                               .disabled = spec.disabled,
                               .max_length = spec.max_length,
                               .submits_on_enter = true};
    const Rect words{rect.x + kComposerSide,
                     rect.y + kComposerTop,
                     rect.width - 2 * kComposerSide,
                     composer_text_height(ui, value, spec, rect.width)};
    const Press press = ui.press(key, words, field_node(ui, value, field_spec, TextStyle::Read));
    ComposerAnswer answer{.field = answer_of(ui, press, value, spec.disabled)};
    const float height = composer_height(ui, value, spec, rect.width);
    draw_field_box(ui,
                   {rect.x, rect.y, rect.width, height},
                   {.focused = answer.field.focused, .hover = press.hover},
                   t.r_3);
    if (!answer.field.focused) {
        draw_value(ui, words, value, field_spec, TextStyle::Read);
    }
    // A quiet button at the row's beginning has its words above the text's left edge.
    answer.row = {rect.x + 8,
                  rect.y + height - kComposerBottom - composer_row_height(ui),
                  rect.width - 20,
                  composer_row_height(ui)};
    return answer;
}

}  // namespace atrium::shell
