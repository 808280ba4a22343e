#include "shell/views/plan_timeline.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/plan_rows.h"

namespace atrium::shell {
namespace {

constexpr int kWeek = 7;
constexpr int kFewestDays = 8 * kWeek;
constexpr float kNarrowestLabel = 56;
constexpr float kLabelGap = 6;

// A small caption in its soft colour over a day of the axis, kept inside the axis.
void caption(View& view,
             const TimeAxis& axis,
             domain::Date day,
             std::string_view text,
             Color color,
             Color ground) {
    const float width = text_width(TextStyle::MetaMedium, text) + 16;
    const float left = std::clamp(
        axis.x(day) - width / 2, axis.rect.x, std::max(axis.rect.x, axis.rect.right() - width));
    const Rect place{left, axis.rect.y + 6, width, scaled(18)};
    fill(view.ui, place, ground, tokens().r_1);
    draw_text(view.ui, place, TextStyle::MetaMedium, color, text, Align::Centre);
}

}  // namespace

TimeAxis time_axis(const View& view, Rect rect) {
    TimeAxis axis;
    axis.rect = rect;
    axis.first = domain::Date{view.context.today.days - domain::weekday(view.context.today)};
    domain::Date last = view.derived.schedule.earliest_opening;
    if (view.derived.schedule.target) {
        last = std::max(last, *view.derived.schedule.target);
    }
    for (const domain::ScheduledTask& task : view.derived.schedule.tasks) {
        last = std::max(last, task.end);
    }
    axis.days = std::max(kFewestDays, last.days - axis.first.days + kWeek);
    return axis;
}

void timeline_ground(View& view, const TimeAxis& axis, float head_height, float bottom) {
    const Tokens& t = tokens();
    const float top = axis.rect.y + head_height;
    if (view.workspace.profile) {
        for (const domain::Absence& away : view.workspace.profile->away) {
            const float left = std::max(axis.rect.x, axis.x(away.first));
            const float right =
                std::min(axis.rect.right(), axis.x(domain::Date{away.last.days + 1}));
            if (right > left) {
                fill(view.ui, Rect{left, top, right - left, bottom - top}, t.surface_3);
            }
        }
    }
    const float labels = top - scaled(24);
    const float week_width = axis.rect.width * kWeek / static_cast<float>(axis.days);
    const int step =
        kWeek * std::max(1, static_cast<int>(scaled(kNarrowestLabel) / week_width) + 1);
    for (int day = axis.first.days; day < axis.first.days + axis.days; day += step) {
        const float x = axis.x(domain::Date{day});
        fill(view.ui, Rect{x, labels, 1, bottom - labels}, t.chart_grid);
        const std::string words = domain::short_day(domain::Date{day}, view.formats);
        const float width = std::ceil(text_width(TextStyle::Micro, words)) + 1;
        if (x + kLabelGap + width <= axis.rect.right()) {
            draw_text(view.ui,
                      Rect{x + kLabelGap, labels, width, scaled(20)},
                      TextStyle::Micro,
                      t.text_3,
                      words);
        }
    }
}

void timeline_lines(View& view, const TimeAxis& axis, float head_height, float bottom) {
    const Tokens& t = tokens();
    const float top = axis.rect.y + head_height;  // below the days, which stay readable
    const auto vertical = [&](domain::Date day, Color color) {
        fill(view.ui, Rect{axis.x(day) - 1, top, 2, bottom - top}, color);
    };
    vertical(view.context.today, t.sun);
    caption(view, axis, view.context.today, "Today", t.sun_text, t.sun_soft);
    if (view.derived.schedule.target) {
        vertical(*view.derived.schedule.target, t.accent);
        caption(view, axis, *view.derived.schedule.target, "Doors open", t.accent, t.accent_soft);
    }
}

void timeline_bar(View& view, const TimeAxis& axis, Rect row, const domain::PlannedTask& task) {
    const Tokens& t = tokens();
    const domain::ScheduledTask* planned = view.derived.schedule.task(task.id);
    if (planned == nullptr) {
        return;
    }
    const bool late = planned->due && *planned->due < planned->end;
    const float left = axis.x(planned->start);
    const float right = std::max(left + 12, axis.x(domain::Date{planned->end.days + 1}));
    const float y = row.y + row.height / 2 - 6;
    fill(view.ui, Rect{left, y, right - left, 12}, late ? t.warning : t.chart_1, 6);
    if (late) {
        const int days = planned->end.days - planned->due->days;
        const std::string words = std::to_string(days) + (days == 1 ? " day late" : " days late");
        const float width = std::ceil(text_width(TextStyle::MetaMedium, words)) + 1;
        const bool fits = right + 8 + width <= axis.rect.right();
        const float x = fits ? right + 8 : left - 8 - width;
        draw_text(
            view.ui, Rect{x, row.y, width, row.height}, TextStyle::MetaMedium, t.warning, words);
    }
}

void timeline_phase(View& view, const TimeAxis& axis, Rect row, int phase) {
    domain::Date first{axis.first.days + axis.days};
    domain::Date last{axis.first.days};
    for (const domain::PlannedTask& task : view.derived.tasks) {
        const domain::ScheduledTask* planned = view.derived.schedule.task(task.id);
        if (task.phase == phase && planned != nullptr) {
            first = std::min(first, planned->start);
            last = std::max(last, planned->end);
        }
    }
    if (first > last) {
        return;
    }
    const float left = axis.x(first);
    const float right = std::max(left + 8, axis.x(domain::Date{last.days + 1}));
    fill(view.ui, Rect{left, row.y + row.height / 2 - 2, right - left, 4}, tokens().chart_mute, 2);
}

}  // namespace atrium::shell
