#include "shell/ui/popup.h"

#include <algorithm>

#include "shell/ui/finger_drag.h"
#include "shell/ui/paint.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

enum Slot : int { kShownSlot = 1, kScrollSlot = 2, kVelocitySlot = 3, kFingerSlot = 4 };

// Below the anchor, above it where there is more room, and always on the screen.
Rect place(Rect screen, Rect anchor, float width, float height) {
    constexpr float kGap = 4;
    constexpr float kEdge = 8;
    const float below = screen.bottom() - kEdge - anchor.bottom() - kGap;
    const float above = anchor.y - kGap - kEdge;
    const bool goes_below = height <= below || below >= above;
    const float fitting = std::min(height, std::max(goes_below ? below : above, 72.0f));
    const float y = goes_below ? anchor.bottom() + kGap : anchor.y - kGap - fitting;
    // Aligned with the anchor's left edge, or with its right one where that would leave the screen.
    float x = anchor.x;
    if (x + width > screen.right() - kEdge) {
        x = anchor.right() - width;
    }
    x = std::min(x, screen.right() - kEdge - width);
    return {std::max(kEdge, x), y, width, fitting};
}

Layer menu_layer(Layer current) {
    return current >= Layer::Dialog ? Layer::DialogMenu : Layer::Menu;
}

}  // namespace

Popup::Popup(Ui& ui, Rect anchor, const PopupSpec& spec)
    : ui_(ui), layer_(ui.on_layer(menu_layer(ui.layer()))), scope_(ui.push("popup")) {
    const Tokens& t = tokens();
    const NodeId id = ui.id("panel");
    float& shown = ui.memory(id, kShownSlot);
    appearing_ = shown == 0;
    shown = 1;
    const float arrival = ui.arrival(id, t.m_base);
    const float needed = spec.head + spec.height;
    const float height = spec.most > 0 ? std::min(needed, spec.most) : needed;
    Rect panel_rect = place(ui.screen(), anchor, spec.width, height);
    ui.block(ui.screen());
    const bool outside = ui.pointer().went_down && !appearing_ &&
                         !contains(panel_rect, ui.pointer().x, ui.pointer().y);
    dismissed_ = outside || ui.semantics().escape_pressed();

    panel_rect = moved(panel_rect, 0, (1 - arrival) * -4);
    shadow(ui, panel_rect, t.r_2);
    panel(ui, panel_rect, t.surface_2, t.hairline, t.r_2);
    node_.emplace(ui.semantics());
    ui.semantics().open({.id = id, .role = spec.role, .name = spec.name, .rect = panel_rect});
    ui.push_clip(inset(panel_rect, 1));

    float& scrolled = ui.memory(id, kScrollSlot);
    const float limit = std::max(0.0f, needed - panel_rect.height);
    if (limit > 0 && ui.hovering(panel_rect)) {
        scrolled -= ui.impl().wheel_y;
        ui.impl().wheel_y = 0;
    }
    panel_id_ = id;
    view_ = inset(panel_rect, 8);
    head_ = cut_top(view_, spec.head);
    follow_finger(ui,
                  id,
                  view_,
                  Axis::Vertical,
                  limit,
                  {scrolled, ui.memory(id, kVelocitySlot), ui.memory(id, kFingerSlot)});
    scrolled = std::clamp(scrolled, 0.0f, limit);
    inside_ = {view_.x, view_.y - scrolled, view_.width, spec.height - 16};
}

void Popup::reveal(Rect row) {
    float& scrolled = ui_.memory(panel_id_, kScrollSlot);
    if (row.y < view_.y) {
        scrolled -= view_.y - row.y;
    } else if (row.bottom() > view_.bottom()) {
        scrolled += row.bottom() - view_.bottom();
    }
    ui_.wake_in(0);
}

Popup::~Popup() {
    ui_.pop_clip();
}

}  // namespace atrium::shell
