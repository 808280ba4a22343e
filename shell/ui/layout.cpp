#include "shell/ui/layout.h"

#include <algorithm>
#include <cmath>

namespace atrium::shell {

namespace {

float bounded(float size, float available) {
    return std::clamp(size, 0.0f, std::max(0.0f, available));
}

}  // namespace

Rect cut_top(Rect& rect, float size, float gap) {
    const float height = bounded(size, rect.height);
    const Rect part{rect.x, rect.y, rect.width, height};
    const float used = bounded(height + gap, rect.height);
    rect.y += used;
    rect.height -= used;
    return part;
}

Rect cut_bottom(Rect& rect, float size, float gap) {
    const float height = bounded(size, rect.height);
    const Rect part{rect.x, rect.bottom() - height, rect.width, height};
    rect.height -= bounded(height + gap, rect.height);
    return part;
}

Rect cut_left(Rect& rect, float size, float gap) {
    const float width = bounded(size, rect.width);
    const Rect part{rect.x, rect.y, width, rect.height};
    const float used = bounded(width + gap, rect.width);
    rect.x += used;
    rect.width -= used;
    return part;
}

Rect cut_right(Rect& rect, float size, float gap) {
    const float width = bounded(size, rect.width);
    const Rect part{rect.right() - width, rect.y, width, rect.height};
    rect.width -= bounded(width + gap, rect.width);
    return part;
}

Rect inset(Rect rect, float left, float top, float right, float bottom) {
    return {rect.x + left,
            rect.y + top,
            std::max(0.0f, rect.width - left - right),
            std::max(0.0f, rect.height - top - bottom)};
}

Rect inset(Rect rect, float all) {
    return inset(rect, all, all, all, all);
}

Rect inset(Rect rect, float horizontal, float vertical) {
    return inset(rect, horizontal, vertical, horizontal, vertical);
}

Rect moved(Rect rect, float dx, float dy) {
    return {rect.x + dx, rect.y + dy, rect.width, rect.height};
}

Rect centred(Rect rect, float width, float height) {
    return {std::round(rect.x + (rect.width - width) / 2),
            std::round(rect.y + (rect.height - height) / 2),
            width,
            height};
}

Rect centred_left(Rect rect, float width, float height) {
    return {rect.x, std::round(rect.y + (rect.height - height) / 2), width, height};
}

Rect centred_right(Rect rect, float width, float height) {
    return {rect.right() - width, std::round(rect.y + (rect.height - height) / 2), width, height};
}

Rect column(Rect rect, int index, int count, float gap) {
    const float width =
        (rect.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    const float left = std::round(rect.x + static_cast<float>(index) * (width + gap));
    const float right = std::round(rect.x + static_cast<float>(index) * (width + gap) + width);
    return {left, rect.y, right - left, rect.height};
}

Rect intersection(Rect a, Rect b) {
    const float left = std::max(a.x, b.x);
    const float top = std::max(a.y, b.y);
    const float right = std::min(a.right(), b.right());
    const float bottom = std::min(a.bottom(), b.bottom());
    return {left, top, std::max(0.0f, right - left), std::max(0.0f, bottom - top)};
}

bool contains(Rect rect, float x, float y) {
    return x >= rect.x && y >= rect.y && x < rect.right() && y < rect.bottom();
}

Rect Flow::next(float height) {
    if (!first_) {
        y_ += gap_;
    }
    first_ = false;
    const Rect row{area_.x, y_, area_.width, height};
    y_ += height;
    return row;
}

Rect Wrap::next(float width) {
    const float fitting = std::min(width, area_.width);
    if (x_ > area_.x && x_ + fitting > area_.right()) {
        x_ = area_.x;
        y_ += row_height_ + gap_;
    }
    const Rect box{x_, y_, fitting, row_height_};
    x_ += fitting + gap_;
    return box;
}

}  // namespace atrium::shell
