// A finger drags what is larger than its place, along one axis, and a throw goes on with momentum.
#pragma once

#include "shell/ui/ui.h"

namespace atrium::shell {

enum class Axis { Horizontal, Vertical };

// What is kept between frames: by how much the content has been moved, in pixels, how fast a throw
// goes, in pixels a second, and where the finger was.
struct DraggedContent {
    float& offset;
    float& velocity;
    float& last_place;
};

// Moves the content of `area` in this frame. `limit` is the largest offset; at 0 no drag begins, so
// that an area around this one can have it. The caller keeps the offset within the limit. A press that
// became a drag activates nothing.
void follow_finger(
    Ui& ui, NodeId area, Rect view, Axis axis, float limit, const DraggedContent& content);

}  // namespace atrium::shell
