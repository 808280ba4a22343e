// Drawing without meaning: shapes in the current layer and clip. Borders lie inside their rectangle, at
// half pixels, so that they stay one device pixel wide.
#pragma once

#include "shell/ui/ui.h"

namespace atrium::shell {

enum Corners : int {
    kAllCorners = 0,
    kTopCorners = 1,
    kBottomCorners = 2,
    kLeftCorners = 3,
    kRightCorners = 4
};

void fill(Ui& ui, Rect rect, Color color, float radius = 0, Corners corners = kAllCorners);

// A border inside `rect`.
void stroke(Ui& ui,
            Rect rect,
            Color color,
            float radius = 0,
            float width = 1,
            Corners corners = kAllCorners);

// Filled and bordered in one; how cards, fields and buttons are made.
void panel(Ui& ui, Rect rect, Color inside, Color border, float radius);

// The courtyard's light: `top` at the upper edge to `bottom` at the lower one.
void vertical_gradient(Ui& ui, Rect rect, Color top, Color bottom);

// A pane's ground with the skylight in its upper 160 px.
void courtyard(Ui& ui, Rect rect);

// Three rectangles under an overlay.
void shadow(Ui& ui, Rect rect, float radius);

// The keyboard's focus ring around a widget of this rectangle and radius.
void focus_ring(Ui& ui, Rect rect, float radius);

void horizontal_rule(Ui& ui, float x, float y, float width);
void vertical_rule(Ui& ui, float x, float y, float height);

void line(Ui& ui, float x1, float y1, float x2, float y2, Color color, float width = 1);
void dashed_line(Ui& ui,
                 float x1,
                 float y1,
                 float x2,
                 float y2,
                 Color color,
                 float width,
                 float dash,
                 float gap);

void circle(Ui& ui, float x, float y, float radius, Color color);
void circle_outline(Ui& ui, float x, float y, float radius, Color color, float width);

// Angles in degrees, 0 to the right, clockwise; round ends when asked for.
void arc(Ui& ui,
         float x,
         float y,
         float radius,
         float from,
         float to,
         Color color,
         float width,
         bool round_ends = false);

// An arch: the upper corners rounded by half the width.
void arch(Ui& ui, Rect rect, Color inside, Color border);

// A Lucide icon (shell/theme/icons.h) of 12, 14, 16 or 20 px, in the middle of `rect`.
void icon(Ui& ui, Rect rect, const char* glyph, float size, Color color);

// The same with its upper left corner at a point.
void icon_at(Ui& ui, float x, float y, const char* glyph, float size, Color color);

// Atrium's mark, an arch seen through an arch.
void mark(Ui& ui, Rect rect, Color color);

// A circle that turns, 16 px; asks for frames while shown (still with reduced motion).
void spinner(Ui& ui, Rect rect, Color color);

}  // namespace atrium::shell
