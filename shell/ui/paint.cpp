#include "shell/ui/paint.h"

#include <algorithm>
#include <cmath>

#include "shell/theme/fonts.h"
#include "shell/theme/utf8.h"
#include "shell/ui/glyphs.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

ImDrawFlags corner_flags(Corners corners) {
    switch (corners) {
        case kTopCorners:
            return ImDrawFlags_RoundCornersTop;
        case kBottomCorners:
            return ImDrawFlags_RoundCornersBottom;
        case kLeftCorners:
            return ImDrawFlags_RoundCornersLeft;
        case kRightCorners:
            return ImDrawFlags_RoundCornersRight;
        case kAllCorners:
            break;
    }
    return ImDrawFlags_RoundCornersAll;
}

float radians(float degrees) {
    return degrees * 3.14159265f / 180.0f;
}

// Dear ImGui keeps a pixel of every side straight; bars and switches have fully round ends.
void fill_pill(ImDrawList* canvas, Rect rect, Color color, float radius) {
    const float left = rect.x + radius;
    const float right = rect.right() - radius;
    const float top = rect.y + radius;
    const float bottom = rect.bottom() - radius;
    canvas->PathArcTo({left, top}, radius, radians(180), radians(270));
    canvas->PathArcTo({right, top}, radius, radians(270), radians(360));
    canvas->PathArcTo({right, bottom}, radius, radians(0), radians(90));
    canvas->PathArcTo({left, bottom}, radius, radians(90), radians(180));
    canvas->PathFillConvex(color);
}

void arch_path(ImDrawList* canvas, Rect rect) {
    const float radius = rect.width / 2;
    canvas->PathLineTo({rect.x, rect.bottom()});
    canvas->PathArcTo({rect.x + radius, rect.y + radius}, radius, radians(180), radians(360));
    canvas->PathLineTo({rect.right(), rect.bottom()});
}

}  // namespace

void fill(Ui& ui, Rect rect, Color color, float radius, Corners corners) {
    const float largest = std::min(rect.width, rect.height) / 2;
    if (corners == kAllCorners && largest > 0 && radius > largest - 1) {
        fill_pill(ui.canvas(), rect, color, largest);
        return;
    }
    ui.canvas()->AddRectFilled(
        {rect.x, rect.y}, {rect.right(), rect.bottom()}, color, radius, corner_flags(corners));
}

void stroke(Ui& ui, Rect rect, Color color, float radius, float width, Corners corners) {
    // AddRect already draws at half a pixel inside; wider borders need the rest.
    const float more = (width - 1) / 2;
    ui.canvas()->AddRect({rect.x + more, rect.y + more},
                         {rect.right() - more, rect.bottom() - more},
                         color,
                         std::max(0.0f, radius - width / 2),
                         corner_flags(corners),
                         width);
}

void panel(Ui& ui, Rect rect, Color inside, Color border, float radius) {
    if (inside >> 24 != 0) {
        fill(ui, inset(rect, 0.5f), inside, radius - 0.5f);
    }
    stroke(ui, rect, border, radius);
}

void vertical_gradient(Ui& ui, Rect rect, Color top, Color bottom) {
    ui.canvas()->AddRectFilledMultiColor(
        {rect.x, rect.y}, {rect.right(), rect.bottom()}, top, top, bottom, bottom);
}

void courtyard(Ui& ui, Rect rect) {
    const Tokens& t = tokens();
    fill(ui, rect, t.surface_1);
    const float light = std::min(160.0f, rect.height);
    vertical_gradient(ui, {rect.x, rect.y, rect.width, light}, t.skylight, t.surface_1);
}

void shadow(Ui& ui, Rect rect, float radius) {
    const Tokens& t = tokens();

    const struct {
        float down, grown;
        Color color;
    } steps[] = {{7, 3, t.shadow_c}, {3, 1, t.shadow_b}, {1, 0, t.shadow_a}};

    for (const auto& step : steps) {
        fill(ui, inset(moved(rect, 0, step.down), -step.grown), step.color, radius + step.grown);
    }
}

void focus_ring(Ui& ui, Rect rect, float radius) {
    stroke(ui, inset(rect, -4), tokens().focus, radius + 4, 2);
}

void horizontal_rule(Ui& ui, float x, float y, float width) {
    fill(ui, {x, y, width, 1}, tokens().hairline);
}

void vertical_rule(Ui& ui, float x, float y, float height) {
    fill(ui, {x, y, 1, height}, tokens().hairline);
}

void line(Ui& ui, float x1, float y1, float x2, float y2, Color color, float width) {
    ui.canvas()->AddLine({x1, y1}, {x2, y2}, color, width);
}

void dashed_line(Ui& ui,
                 float x1,
                 float y1,
                 float x2,
                 float y2,
                 Color color,
                 float width,
                 float dash,
                 float gap) {
    const float length = std::hypot(x2 - x1, y2 - y1);
    if (length <= 0 || dash + gap <= 0) {
        return;
    }
    const float dx = (x2 - x1) / length;
    const float dy = (y2 - y1) / length;
    for (float at = 0; at < length; at += dash + gap) {
        const float end = std::min(at + dash, length);
        line(ui, x1 + dx * at, y1 + dy * at, x1 + dx * end, y1 + dy * end, color, width);
    }
}

void circle(Ui& ui, float x, float y, float radius, Color color) {
    ui.canvas()->AddCircleFilled({x, y}, radius, color);
}

void circle_outline(Ui& ui, float x, float y, float radius, Color color, float width) {
    ui.canvas()->AddCircle({x, y}, radius - width / 2, color, 0, width);
}

void arc(Ui& ui,
         float x,
         float y,
         float radius,
         float from,
         float to,
         Color color,
         float width,
         bool round_ends) {
    if (radius <= 0 || to <= from) {
        return;
    }
    ImDrawList* canvas = ui.canvas();
    const int segments = std::max(4, static_cast<int>((to - from) / 360 * radius * 2));
    if (!round_ends && width > 2 && to - from < 360) {
        // As a shape of its own: a stroked path has no smooth ends.
        canvas->PathArcTo({x, y}, radius + width / 2, radians(from), radians(to), segments);
        canvas->PathArcTo({x, y}, radius - width / 2, radians(to), radians(from), segments);
        canvas->PathFillConcave(color);
        return;
    }
    canvas->PathArcTo({x, y}, radius, radians(from), radians(to), segments);
    canvas->PathStroke(color, 0, width);
    if (round_ends) {
        for (float angle : {from, to}) {
            const float a = radians(angle);
            circle(ui, x + radius * std::cos(a), y + radius * std::sin(a), width / 2, color);
        }
    }
}

void arch(Ui& ui, Rect rect, Color inside, Color border) {
    ImDrawList* canvas = ui.canvas();
    if (inside >> 24 != 0) {
        arch_path(canvas, rect);
        canvas->PathFillConvex(inside);
    }
    if (border != inside && border >> 24 != 0) {
        arch_path(canvas, inset(rect, 0.5f));
        canvas->PathStroke(border, ImDrawFlags_Closed, 1);
    }
}

void icon_at(Ui& ui, float x, float y, const char* glyph, float size, Color color) {
    if (glyph == nullptr) {
        return;
    }
    draw_glyphs(ui, icon_font(), size, x, y + size, color, glyph);
}

void icon(Ui& ui, Rect rect, const char* glyph, float size, Color color) {
    const float wanted = scaled(size);
    const Rect place = centred(rect, wanted, wanted);
    icon_at(ui, place.x, place.y, glyph, wanted, color);
}

void mark(Ui& ui, Rect rect, Color color) {
    // Drawn on a grid of 24: an arch stroked 3 wide around a filled one.
    const float unit = std::min(rect.width, rect.height) / 24;
    ImDrawList* canvas = ui.canvas();
    const auto at = [&](float x, float y) {
        return ImVec2{rect.x + x * unit, rect.y + y * unit};
    };
    canvas->PathLineTo(at(3.5f, 22));
    canvas->PathArcTo(at(12, 12), 8.5f * unit, radians(180), radians(360), 32);
    canvas->PathLineTo(at(20.5f, 22));
    canvas->PathStroke(color, 0, 3 * unit);
    arch(ui, {rect.x + 8 * unit, rect.y + 8.5f * unit, 8 * unit, 13.5f * unit}, color, color);
}

void spinner(Ui& ui, Rect rect, Color color) {
    const Rect place = centred(rect, scaled(16), scaled(16));
    const float x = place.x + place.width / 2;
    const float y = place.y + place.height / 2;
    const float radius = place.width * 6 / 16;
    const bool still = tokens().m_fast <= 0;
    const float turn = still ? 0 : static_cast<float>(std::fmod(ui.time(), 1.0)) * 360;
    arc(ui, x, y, radius, 0, 360, faded(color, 0.3f), 2);
    arc(ui, x, y, radius, turn - 90, turn + 10, color, 2, true);
    if (!still) {
        ui.wake_in(0);
    }
}

}  // namespace atrium::shell
