#include <algorithm>

#include "shell/ui/field_box.h"
#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "shell/ui/paint.h"
#include "shell/ui/popup.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

// The open list below the box: options under a List, which the semantics turns into a listbox.
int draw_options(
    Ui& ui, Rect anchor, std::span<const std::string_view> options, int selected, bool& open) {
    const Tokens& t = tokens();
    Popup popup(ui,
                anchor,
                {.role = Role::List,
                 .name = "Options",
                 .width = anchor.width,
                 .height = static_cast<float>(options.size()) * t.h_2 + 16});
    Rect rows = popup.inside();
    int chosen = -1;
    for (int i = 0; i < static_cast<int>(options.size()); ++i) {
        const std::string_view option = options[static_cast<std::size_t>(i)];
        const Rect row = cut_top(rows, t.h_2);
        const auto scope = ui.push(static_cast<std::uint64_t>(i));
        const Press press = ui.press("option",
                                     row,
                                     {.role = Role::Option,
                                      .name = std::string(option),
                                      .selected = i == selected ? Toggle::On : Toggle::Off});
        if (popup.appearing() && i == std::max(selected, 0)) {
            ui.semantics().request_focus(press.id);
        }
        if (ui.semantics().focus_arrived(press.id)) {
            popup.reveal(row);
        }
        const float lit = std::max(press.hover, press.ring ? 1.0f : 0.0f);
        fill(ui, row, faded(t.surface_3, lit), t.r_1);
        Rect words = inset(row, 8, 0);
        if (i == selected) {
            icon(ui, cut_right(words, scaled(16), 8), kIconCheck, 16, t.accent);
        }
        draw_text(ui, words, TextStyle::Dense, t.text_1, option);
        if (press.ring) {
            focus_ring(ui, inset(row, 4), t.r_1);
        }
        if (press.activated) {
            chosen = i;
        }
    }
    open = chosen < 0 && !popup.dismissed();
    return chosen;
}

}  // namespace

float select_height(Ui& ui, const SelectSpec& spec, float width) {
    return label_height(spec.label, spec.label_hidden) +
           (spec.small ? tokens().h_2 : tokens().h_3) +
           message_height(ui, spec.why, spec.error, width);
}

bool select(Ui& ui,
            std::string_view key,
            Rect rect,
            std::span<const std::string_view> options,
            int& selected,
            const SelectSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    Rect rest = rect;
    const float label_line = label_height(spec.label, spec.label_hidden);
    if (label_line > 0) {
        draw_field_label(ui, cut_top(rest, label_line - 4, 4), spec.label);
    }
    const Rect box = cut_top(rest, spec.small ? t.h_2 : t.h_3);
    const bool known = selected >= 0 && selected < static_cast<int>(options.size());
    const std::string_view value = known ? options[static_cast<std::size_t>(selected)] : "";
    bool open = ui.memory(ui.id("open"), 0) > 0;
    const Press press =
        ui.press("box",
                 box,
                 {.role = Role::Select,
                  .name = std::string(spec.label),
                  .value = std::string(known ? value : spec.placeholder),
                  .description = std::string(spec.error.empty() ? spec.why : spec.error),
                  .expanded = open ? Toggle::On : Toggle::Off,
                  .disabled = spec.disabled,
                  .invalid = !spec.error.empty()});
    ui.join_dialog(press.id, false);
    draw_field_box(ui,
                   box,
                   {.focused = open,
                    .invalid = !spec.error.empty(),
                    .disabled = spec.disabled,
                    .hover = press.hover},
                   t.r_2);
    Rect inside = inset(box, 13, 0);
    icon(ui, cut_right(inside, scaled(16), 8), kIconChevronDown, 16, t.text_3);
    const TextStyle style = spec.small ? TextStyle::Dense : TextStyle::Body;
    const Color color = known && !spec.disabled ? t.text_1 : t.text_3;
    draw_text(ui, inside, style, color, known ? value : spec.placeholder);
    if (press.ring && !open) {
        focus_ring(ui, box, t.r_2);
    }
    draw_field_message(ui, {rest.x, box.bottom(), rest.width, 0}, spec.why, spec.error);

    int chosen = -1;
    if (open) {
        chosen = draw_options(ui, box, options, selected, open);
        if (!open) {
            ui.semantics().request_focus(press.id);
        }
    } else if (press.activated) {
        open = true;
    }
    // An assistive technology may set the value without opening the list.
    if (const std::string* typed = ui.semantics().new_value(press.id)) {
        for (std::size_t i = 0; i < options.size(); ++i) {
            chosen = options[i] == *typed ? static_cast<int>(i) : chosen;
        }
    }
    ui.memory(ui.id("open"), 0) = open ? 1.0f : 0.0f;
    const bool changed = chosen >= 0 && chosen != selected;
    if (changed) {
        selected = chosen;
    }
    return changed;
}

}  // namespace atrium::shell
