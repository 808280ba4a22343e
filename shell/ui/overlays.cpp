#include "shell/ui/overlays.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/popup.h"
#include "shell/ui/text.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr float kRuleSpace = 17;

float menu_width(std::span<const MenuItem> items, float min_width) {
    float width = min_width;
    for (const MenuItem& item : items) {
        const float glyph = item.icon == nullptr ? 0 : scaled(16) + 8;
        const float end = item.keys.empty() ? 0 : text_width(TextStyle::Meta, item.keys) + 16;
        const float words = text_width(TextStyle::Dense, item.label);
        width = std::max(width, std::ceil(32 + glyph + words + end + (item.checked ? 24 : 0)));
    }
    return width;
}

float menu_height(std::span<const MenuItem> items) {
    float height = 16;
    for (const MenuItem& item : items) {
        height += tokens().h_2 + (item.rule_before ? kRuleSpace : 0);
    }
    return height;
}

// Of a menu with a tick one item is chosen at a time.
bool is_choice(std::span<const MenuItem> items) {
    return std::any_of(
        items.begin(), items.end(), [](const MenuItem& item) { return item.checked; });
}

Press draw_item(Ui& ui, Rect row, const MenuItem& item, bool choice) {
    const Tokens& t = tokens();
    const Toggle checked = item.checked ? Toggle::On : Toggle::Off;
    const Press press = ui.press("item",
                                 row,
                                 {.role = choice ? Role::MenuItemRadio : Role::MenuItem,
                                  .name = std::string(item.label),
                                  .checked = choice ? checked : Toggle::None,
                                  .disabled = item.disabled});
    const float lit = press.ring ? 1 : press.hover;
    fill(ui, row, faded(t.surface_3, lit), t.r_1);
    const Color words = item.disabled ? t.text_3 : item.danger ? t.danger : t.text_1;
    Rect rest = inset(row, 8, 0);
    if (item.icon != nullptr) {
        icon(ui, cut_left(rest, scaled(16), 8), item.icon, 16, item.danger ? t.danger : t.text_3);
    }
    if (item.checked) {
        icon(ui, cut_right(rest, scaled(16), 8), kIconCheck, 16, t.accent);
    }
    draw_text(ui, rest, TextStyle::Meta, t.text_3, item.keys, Align::Right);
    draw_text(ui, rest, TextStyle::Dense, words, item.label);
    if (press.ring) {
        stroke(ui, row, t.focus, t.r_1, 2);
    }
    return press;
}

}  // namespace

std::optional<int> menu(Ui& ui,
                        std::string_view key,
                        Rect anchor,
                        bool& open,
                        std::span<const MenuItem> items,
                        float min_width) {
    if (!open) {
        return std::nullopt;
    }
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const NodeId opener = ui.id("opener");
    if (ui.memory(opener, 1) == 0) {
        ui.memory(opener, 1) = 1;
        // A pressed button need not have the focus: not every browser gives it to one.
        const NodeId focused = ui.semantics().focused();
        ui.impl().menu_opener = focused != 0 ? focused : ui.impl().clicked;
    }
    Popup popup(ui,
                anchor,
                {.role = Role::Menu,
                 .name = "Menu",
                 .width = menu_width(items, min_width),
                 .height = menu_height(items)});
    Rect rows = popup.inside();
    std::optional<int> chosen;
    bool first = true;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const MenuItem& item = items[static_cast<std::size_t>(i)];
        if (item.rule_before) {
            const Rect rule = cut_top(rows, kRuleSpace);
            horizontal_rule(ui, rule.x - 8, rule.y + 8, rule.width + 16);
        }
        const auto item_scope = ui.push(static_cast<std::uint64_t>(i));
        const Rect row = cut_top(rows, t.h_2);
        const Press press = draw_item(ui, row, item, is_choice(items));
        if (ui.semantics().focus_arrived(press.id)) {
            popup.reveal(row);
        }
        if (popup.appearing() && first && !item.disabled) {
            ui.semantics().request_focus(press.id);
            first = false;
        }
        if (press.activated) {
            chosen = i;
        }
    }
    if (chosen || popup.dismissed()) {
        open = false;
        ui.semantics().request_focus(ui.impl().menu_opener);
    }
    return chosen;
}

Dialog::Dialog(Ui& ui, std::string_view key, const DialogSpec& spec)
    : ui_(ui), layer_(ui.on_layer(Layer::Dialog)), scope_(ui.push(key)) {
    const Tokens& t = tokens();
    const NodeId id = ui.id("dialog");
    const float arrival = ui.arrival(id, t.m_base);
    const Rect screen = ui.screen();
    const float padding = 24;
    const float width = std::min(scaled(spec.width), screen.width - 32);
    const float buttons = t.h_3;
    const float height =
        padding + line_height(TextStyle::Title) + 8 + spec.body_height + 24 + buttons + padding;
    Rect box = centred(screen, width, std::min(height, screen.height - 32));
    ui.block(screen);
    fill(ui, screen, faded(t.scrim, arrival));
    box = moved(box, 0, (1 - arrival) * 4);
    shadow(ui, box, t.r_3);
    panel(ui, box, t.surface_2, t.hairline, t.r_3);
    float& was_open = ui.memory(id, 1);
    ui.impl().dialog = {.open = true, .wants_focus = was_open == 0};
    was_open = 1;
    node_.emplace(ui.semantics());
    ui.semantics().open({.id = id,
                         .role = Role::Dialog,
                         .name = std::string(spec.title),
                         .rect = box,
                         .modal = true});
    Rect inside = inset(box, padding);
    heading(ui,
            cut_top(inside, line_height(TextStyle::Title), 8),
            2,
            TextStyle::Title,
            t.text_1,
            spec.title);
    buttons_ = cut_bottom(inside, buttons, 24);
    body_ = inside;
    const bool outside = ui.pointer().went_down && arrival > 0.5f &&
                         ui.impl().lowest_reachable == Layer::Dialog &&
                         !contains(box, ui.pointer().x, ui.pointer().y);
    // An open menu inside takes Escape for itself.
    const bool escape =
        ui.semantics().escape_pressed() && ui.impl().lowest_reachable <= Layer::Dialog;
    dismissed_ = spec.closable && (outside || escape);
}

Dialog::~Dialog() {
    ui_.impl().dialog = {};
}

bool Dialog::entered() const {
    return ui_.impl().dialog.entered;
}

bool cancel_button(Ui& ui, Rect& row, std::string_view label) {
    const ButtonSpec spec{.label = label, .kind = ButtonKind::Quiet, .size = ButtonSize::Large};
    return button(ui, "cancel", cut_right(row, button_width(spec), 8), spec);
}

ConfirmAnswer confirm(Ui& ui, std::string_view key, const ConfirmSpec& spec) {
    const Tokens& t = tokens();
    const float width = std::min(scaled(440), ui.screen().width - 32) - 48;
    Dialog dialog(ui,
                  key,
                  {.title = spec.title,
                   .body_height = paragraph_height(ui, TextStyle::Body, spec.text, width)});
    const Rect body = dialog.body();
    paragraph(ui, "text", body.x, body.y, body.width, TextStyle::Body, t.text_2, spec.text);
    Rect row = dialog.buttons();
    const ButtonSpec yes{.label = spec.confirm,
                         .kind = spec.danger ? ButtonKind::Danger : ButtonKind::Primary,
                         .size = ButtonSize::Large};
    const Rect yes_place = cut_right(row, button_width(yes), 8);
    const bool cancelled = cancel_button(ui, row, spec.cancel);
    const bool confirmed = button(ui, "confirm", yes_place, yes);
    float& asked = ui.memory(ui.id("focus"), 1);
    if (asked == 0) {
        asked = 1;
        // What cannot be undone does not get the focus.
        ui.semantics().request_focus(ui.id(spec.danger ? "cancel" : "confirm"));
    }
    if (confirmed) {
        return ConfirmAnswer::Confirmed;
    }
    return cancelled || dialog.dismissed() ? ConfirmAnswer::Cancelled : ConfirmAnswer::None;
}

}  // namespace atrium::shell
