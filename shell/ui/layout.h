// Explicit layout: a view cuts its rectangle into parts and hands them to widgets.
//
//     Rect rest = ui.screen();
//     Rect rail = cut_left(rest, tokens().w_rail);
//     Rect head = cut_top(rest, tokens().h_bar);
//     Flow flow(inset(rest, 16), 12);
//     card(ui, flow.next(120));
#pragma once

#include "shell/semantics.h"

namespace atrium::shell {

// Each cut takes `size` from one side of `rect`, then `gap` is dropped from the rest, and returns the
// part taken. Never more than there is.
Rect cut_top(Rect& rect, float size, float gap = 0);
Rect cut_bottom(Rect& rect, float size, float gap = 0);
Rect cut_left(Rect& rect, float size, float gap = 0);
Rect cut_right(Rect& rect, float size, float gap = 0);

// Smaller by the given distances (negative ones grow it).
Rect inset(Rect rect, float all);
Rect inset(Rect rect, float horizontal, float vertical);
Rect inset(Rect rect, float left, float top, float right, float bottom);

Rect moved(Rect rect, float dx, float dy);

// A rectangle of the given size in the middle of, or at the left or right and vertically in the
// middle of, `rect`; whole pixels.
Rect centred(Rect rect, float width, float height);
Rect centred_left(Rect rect, float width, float height);
Rect centred_right(Rect rect, float width, float height);

// Column `index` of `count` equal columns with `gap` between them.
Rect column(Rect rect, int index, int count, float gap);

Rect intersection(Rect a, Rect b);

bool contains(Rect rect, float x, float y);

// Hands out rows from top to bottom. Unlike cut_top it does not end at the bottom, so that the height
// of scrolled content is simply used().
class Flow {
 public:
    explicit Flow(Rect area, float gap = 0) : area_(area), gap_(gap), y_(area.y) {}

    // The next row, `height` high; the gap stands between rows, not after the last.
    Rect next(float height);

    // Extra distance before the next row.
    void skip(float distance) { y_ += distance; }

    float width() const { return area_.width; }

    // Where the next row would begin, without its gap.
    float y() const { return y_; }

    // Height used so far.
    float used() const { return y_ - area_.y; }

 private:
    Rect area_;
    float gap_ = 0;
    float y_ = 0;
    bool first_ = true;
};

// Hands out boxes of given widths from left to right and breaks into rows (chips, badges).
class Wrap {
 public:
    Wrap(Rect area, float row_height, float gap)
        : area_(area), row_height_(row_height), gap_(gap), x_(area.x), y_(area.y) {}

    Rect next(float width);

    float used() const { return y_ + row_height_ - area_.y; }

 private:
    Rect area_;
    float row_height_;
    float gap_;
    float x_;
    float y_;
};

}  // namespace atrium::shell
