#include "shell/ui/side_scroll.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/finger_drag.h"
#include "shell/ui/paint.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr float kMargin = 24;  // of the next one stays in sight

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
        follow_finger(ui_,
                      id_,
                      view_,
                      Axis::Horizontal,
                      limit(),
                      {offset_, ui_.memory(id_, kVelocity), ui_.memory(id_, kLastX)});
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
