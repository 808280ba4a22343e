#include "shell/views/plan_numbers.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/domain/number_text.h"
#include "core/domain/plan_hours.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {
namespace {

struct Number {
    std::string name;
    std::string value;
    std::string note;
    Color note_color = 0;
};

std::vector<Number> numbers(const View& view) {
    const Tokens& t = tokens();
    const domain::Schedule& plan = view.derived.schedule;
    const double weekly = view.workspace.profile ? view.workspace.profile->hours_per_week : 0;
    std::vector<Number> all = {
        {"Left before opening",
         domain::hours_text(plan.hours_before_opening, view.formats),
         "of work",
         t.text_3},
        {"Your week", domain::hours_text(weekly, view.formats), "for this", t.text_3},
    };
    if (!plan.target) {
        all.push_back({"Earliest opening",
                       domain::short_date(plan.earliest_opening, view.formats),
                       "",
                       t.text_3});
        return all;
    }
    all.push_back({"Doors open", domain::short_date(*plan.target, view.formats), "", t.text_3});
    const double spare = domain::in_halves(plan.hours_to_spare);
    const Color color = plan.state == domain::TimelineState::OnTrack  ? t.success
                        : plan.state == domain::TimelineState::AtRisk ? t.warning
                                                                      : t.danger;
    all.push_back({spare < 0 ? "Short by" : "Spare hours",
                   domain::hours_text(std::abs(spare), view.formats),
                   domain::timeline_state_label(plan.state),
                   color});
    return all;
}

constexpr float kNumberHeight = 44;
constexpr float kNumberGap = 33;  // a rule stands in the middle
constexpr float kNumberRowGap = 12;

float number_width(const Number& number) {
    const float note = text_width(TextStyle::Dense, number.note);
    const float value = text_width(TextStyle::Title, number.value) + (note > 0 ? 6 + note : 0);
    return std::max(text_width(TextStyle::Meta, number.name), value) + 2;
}

void number_ui(View& view, Rect cell, const Number& number) {
    const Tokens& t = tokens();
    const float value = text_width(TextStyle::Title, number.value);
    const float note = text_width(TextStyle::Dense, number.note);
    label(view.ui, cut_top(cell, scaled(16), 2), TextStyle::Meta, t.text_3, number.name);
    label(view.ui,
          Rect{cell.x, cell.y, value + 1, scaled(28)},
          TextStyle::Title,
          t.text_1,
          number.value);
    if (note > 0) {
        label(view.ui,
              Rect{cell.x + value + 6, cell.y + scaled(3), note + 1, scaled(24)},
              TextStyle::Dense,
              number.note_color,
              number.note);
    }
}

// The figures side by side, in as many rows as they need; a rule between two of one row. Calls
// use(number, cell) for each; returns the height.
template <typename Use>
float place_numbers(View& view, Rect rect, Use use) {
    float x = rect.x;
    float y = rect.y;
    for (const Number& number : numbers(view)) {
        const float width = number_width(number);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += scaled(kNumberHeight) + kNumberRowGap;
        }
        use(number, Rect{x, y, width, scaled(kNumberHeight)});
        x += width + kNumberGap;
    }
    return y + scaled(kNumberHeight) - rect.y;
}

}  // namespace

float plan_numbers_height(View& view, float width) {
    return place_numbers(view, {0, 0, width, 0}, [](const Number&, Rect) {});
}

void plan_numbers_ui(View& view, Rect rect) {
    place_numbers(view, rect, [&](const Number& number, Rect cell) {
        if (cell.x > rect.x) {
            vertical_rule(view.ui, cell.x - std::ceil(kNumberGap / 2), cell.y, cell.height);
        }
        number_ui(view, cell, number);
    });
}

}  // namespace atrium::shell
