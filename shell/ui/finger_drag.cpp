#include "shell/ui/finger_drag.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr float kDragThreshold = 8;  // pixels
constexpr float kFriction = 4;       // a throw loses 98 % in a second
constexpr float kSlowest = 12;       // pixels a second at which it stops
constexpr float kShortestFrame = 0.004f;
constexpr float kOldShare = 0.6f;  // of the previous speed, so that one short frame is no throw

void glide(Ui& ui, float limit, const DraggedContent& content) {
    if (content.velocity == 0) {
        return;
    }
    content.offset += content.velocity * ui.elapsed();
    content.velocity *= std::exp(-kFriction * ui.elapsed());
    const bool at_edge = content.offset <= 0 || content.offset >= limit;
    if (at_edge || std::fabs(content.velocity) < kSlowest) {
        content.velocity = 0;
    } else {
        ui.wake_in(0);
    }
}

}  // namespace

void follow_finger(
    Ui& ui, NodeId area, Rect view, Axis axis, float limit, const DraggedContent& content) {
    Ui::Impl& impl = ui.impl();
    const Pointer& pointer = ui.pointer();
    const bool sideways = axis == Axis::Horizontal;
    const float place = sideways ? pointer.x : pointer.y;
    const float pressed = sideways ? impl.press_x : impl.press_y;
    if (pointer.touch && pointer.went_down && ui.hovering(view)) {
        content.velocity = 0;
    }
    const bool inside = contains(view, impl.press_x, impl.press_y) && ui.hovering(view);
    if (pointer.touch && pointer.down && impl.dragged_area == 0 && inside && limit > 0 &&
        std::fabs(place - pressed) > kDragThreshold) {
        impl.dragged_area = area;
        impl.active = 0;
        content.last_place = place;
    }
    if (impl.dragged_area == area && pointer.down) {
        const float moved_by = content.last_place - place;
        content.last_place = place;
        content.offset += moved_by;
        const float speed = moved_by / std::max(kShortestFrame, ui.elapsed());
        content.velocity = content.velocity * kOldShare + speed * (1 - kOldShare);
        return;
    }
    if (impl.dragged_area == area) {
        impl.dragged_area = 0;
    }
    glide(ui, limit, content);
}

}  // namespace atrium::shell
