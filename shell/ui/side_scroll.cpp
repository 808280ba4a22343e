#include "shell/ui/side_scroll.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr float kDragThreshold = 8;  // pixels a finger may tremble
constexpr float kFriction = 4;       // a throw loses 98 % in a second
constexpr float kSlowest = 12;       // pixels a second at which it stops
constexpr float kMargin = 24;        // of the next one stays in sight

// What is remembered between frames.
enum Slot { kOffset = 1, kVelocity, kLastX, kBar, kGrabbedX, kGrabbedOffset };

}  // namespace

SideScroll::SideScroll(Ui& ui, std::string_view key, Rect view, float content_width)
    : ui_(ui),
      id_(ui.id(key)),
      view_(view),
      content_width_(std::max(content_width, view.width)),
      offset_(ui.memory(id_, kOffset)) {
    const float before = offset_;
    if (limit() > 0) {
        follow_finger();
        follow_wheel();
    }
    offset_ = std::clamp(offset_, 0.0f, limit());
    if (offset_ != before) {
        ui_.wake_in(0);
    }
    if (limit() > 0) {
        ui_.push_clip(view_);
    }
}

SideScroll::~SideScroll() {
    if (limit() > 0) {
        ui_.pop_clip();
        draw_bar();
    }
    ui_.memory(id_, kOffset) = std::clamp(offset_, 0.0f, limit());
}

Rect SideScroll::content() const {
    return {view_.x - std::round(offset_), view_.y, content_width_, view_.height};
}

void SideScroll::follow(NodeId widget, Rect place) {
    if (!ui_.semantics().focus_arrived(widget) || ui_.pointer().down) {
        return;
    }
    if (place.x < view_.x + kMargin) {
        offset_ -= view_.x + kMargin - place.x;
    } else if (place.right() > view_.right() - kMargin) {
        offset_ += place.right() - view_.right() + kMargin;
    }
    ui_.wake_in(0);
}

void SideScroll::follow_finger() {
    Ui::Impl& impl = ui_.impl();
    const Pointer& pointer = ui_.pointer();
    float& velocity = ui_.memory(id_, kVelocity);
    float& last_x = ui_.memory(id_, kLastX);
    const bool inside = contains(view_, impl.press_x, impl.press_y) && ui_.hovering(view_);
    if (pointer.touch && pointer.went_down && inside) {
        velocity = 0;
    }
    if (pointer.touch && pointer.down && impl.dragged_area == 0 && inside &&
        std::fabs(pointer.x - impl.press_x) > kDragThreshold) {
        impl.dragged_area = id_;
        impl.active = 0;  // the press was a drag: nothing is activated
        last_x = pointer.x;
    }
    if (impl.dragged_area == id_ && pointer.down) {
        const float moved_by = last_x - pointer.x;
        last_x = pointer.x;
        offset_ += moved_by;
        velocity = velocity * 0.6f + moved_by / std::max(0.004f, ui_.elapsed()) * 0.4f;
        return;
    }
    if (impl.dragged_area == id_ && !pointer.down) {
        impl.dragged_area = 0;
    }
    offset_ += velocity * ui_.elapsed();
    velocity *= std::exp(-kFriction * ui_.elapsed());
    if (std::fabs(velocity) < kSlowest || offset_ <= 0 || offset_ >= limit()) {
        velocity = 0;
    } else {
        ui_.wake_in(0);
    }
}

void SideScroll::follow_wheel() {
    float& wheel = ui_.impl().wheel_x;
    if (wheel != 0 && ui_.hovering(view_)) {
        offset_ -= wheel;
        wheel = 0;
    }
}

void SideScroll::draw_bar() {
    const bool pointed = ui_.hovering(view_) && !ui_.pointer().touch;
    const float shown = ui_.ease(id_, kBar, pointed ? 1.0f : 0.0f, tokens().m_base);
    const float width = std::max(32.0f, view_.width * view_.width / content_width_);
    const float track = view_.width - width;
    const Rect zone{view_.x, view_.bottom() - 8, view_.width, 8};
    const float x = view_.x + track * std::clamp(offset_ / limit(), 0.0f, 1.0f);
    fill(ui_, {x, view_.bottom() - 4, width, 4}, faded(tokens().chart_mute, shown * 0.7f), 2);
    if (ui_.pointer().touch || track <= 0) {
        return;
    }
    const auto scope = ui_.push(id_);
    const Press thumb = ui_.grab("thumb", zone);
    float& grabbed_x = ui_.memory(id_, kGrabbedX);
    float& grabbed_offset = ui_.memory(id_, kGrabbedOffset);
    if (thumb.held && ui_.pointer().went_down) {
        grabbed_x = ui_.pointer().x;
        grabbed_offset = offset_;
    } else if (thumb.held) {
        offset_ = grabbed_offset + (ui_.pointer().x - grabbed_x) * limit() / track;
        ui_.wake_in(0);
    }
}

}  // namespace atrium::shell
