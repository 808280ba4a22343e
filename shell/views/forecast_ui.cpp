// Forecast: members and money over the first year in three cases, the platforms compared, and every
// figure with its source. Sliders answer at once and change nothing until they are used.
#include <algorithm>
#include <cmath>

#include "core/domain/audience_given.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/forecast_basis.h"
#include "shell/views/forecast_parts.h"
#include "shell/views/screens.h"

namespace atrium::shell {

namespace {

using domain::Forecast;

constexpr float kListWidth = 288;
constexpr float kGap = 16;
constexpr float kChart = 336;
constexpr float kTwoColumns = 800;

void assumptions_ui(View& view, const Forecast& year, Rect rect) {
    fill(view.ui, rect, tokens().surface_0);
    const auto pane = view.ui.group("assumptions", Role::Complementary, "Assumptions", rect);
    Rect head = pane_head(view.ui, rect, "Assumptions");
    const bool changed = has_own_figures(view) || !view.memory.forecast.tried.empty();
    const ButtonSpec reset{.label = "Reset",
                           .kind = ButtonKind::Quiet,
                           .icon = kIconRotateCcw,
                           .disabled = !changed || !view.may_write};
    if (button(view.ui, "reset", cut_right(head, button_width(reset)), reset)) {
        reset_figures(view);
    }
    const float use = forecast_use_height(view, rect.width - 32) + 2 * 16;
    const Rect foot = cut_bottom(rect, use);
    horizontal_rule(view.ui, foot.x, foot.y, foot.width);
    forecast_use_ui(view, inset(foot, 16));
    ScrollArea area(view.ui, "sliders", rect, view.memory.scrolls["forecast-sliders"]);
    const Rect content = area.content();
    const float used = forecast_sliders_ui(
        view, year, inset({content.x, content.y + 24, content.width, 0}, 16, 0));
    area.end(24 + used + 24);
}

void legend_ui(View& view, Rect& row) {
    const Tokens& t = tokens();

    const struct {
        const char* label;
        Color color;
    } cases[] = {{"High", t.chart_4}, {"Base", t.chart_1}, {"Low", t.chart_3}};

    for (const auto& entry : cases) {
        const float width = std::ceil(text_width(TextStyle::Meta, entry.label));
        label(view.ui, cut_right(row, width, 6), TextStyle::Meta, t.text_2, entry.label);
        fill(view.ui, centred(cut_right(row, scaled(12), 16), 12, 3), entry.color, 1.5f);
    }
}

void head_ui(View& view, const Forecast& year, Rect& rect) {
    const bool narrow = view.arrangement == Arrangement::Phone;
    Rect head = pane_head(view.ui, rect, "Forecast", narrow ? 16.0f : 24.0f);
    if (!narrow) {
        badge(view.ui, head, year.basis.plan.name);
    }
    if (!narrow && domain::audience_given(year.basis)) {
        legend_ui(view, head);
    }
}

// Draws the two cards side by side where there is room, else below one another.
void two_cards(View& view,
               const Forecast& year,
               Flow& flow,
               float first_height,
               float second_height,
               void (*first)(View&, const Forecast&, Rect),
               void (*second)(View&, const Forecast&, Rect)) {
    if (flow.width() >= scaled(kTwoColumns)) {
        const Rect row = flow.next(std::max(first_height, second_height));
        first(view, year, column(row, 0, 2, kGap));
        second(view, year, column(row, 1, 2, kGap));
        return;
    }
    first(view, year, flow.next(first_height));
    second(view, year, flow.next(second_height));
}

void phone_assumptions_ui(View& view, const Forecast& year, Flow& flow) {
    const Rect head = flow.next(scaled(24));
    heading(view.ui, head, 2, TextStyle::Heading, tokens().text_1, "Assumptions");
    const Rect top = flow.next(0);
    flow.skip(forecast_sliders_ui(view, year, {top.x, top.y, top.width, 0}));
    forecast_use_ui(view, flow.next(forecast_use_height(view, flow.width())));
}

// Nothing is counted from a number that is not there: it is asked for where all screens read it.
void ask_for_audience_ui(View& view, Rect row) {
    const ButtonSpec enter{.label = "Enter it in your profile",
                           .kind = ButtonKind::Primary,
                           .size = ButtonSize::Large,
                           .disabled = !view.may_write};
    if (button(view.ui, "enter", cut_left(row, button_width(enter)), enter)) {
        view.memory.setup = draft_from_profile(*view.workspace.profile, view.formats);
        view.memory.setup.editing = true;
        view.memory.setup.step = SetupStep::Audience;
    }
}

void body_ui(View& view, const Forecast& year, Rect rect) {
    ScrollArea area(view.ui, "forecast", rect, view.memory.scrolls["forecast"], {.top_edge = true});
    const float padding = view.arrangement == Arrangement::Phone ? 16.0f : 24.0f;
    const Rect content = area.content();
    Flow flow(inset({content.x, content.y + 20, content.width, 0}, padding, 0), kGap);
    const float half =
        flow.width() >= scaled(kTwoColumns) ? (flow.width() - kGap) / 2 : flow.width();
    const Rect top = flow.next(0);
    flow.skip(forecast_headline_ui(view, year, top));
    const bool counted = domain::audience_given(year.basis);
    if (counted) {
        const float chart = scaled(kChart);
        two_cards(view, year, flow, chart, chart, forecast_members_ui, forecast_money_ui);
        forecast_cases_ui(view, year, flow.next(forecast_cases_height(view)));
    } else {
        ask_for_audience_ui(view, flow.next(tokens().h_3));
    }
    if (view.arrangement == Arrangement::Phone) {
        phone_assumptions_ui(view, year, flow);
    }
    two_cards(view,
              year,
              flow,
              forecast_platforms_height(view, year, half),
              forecast_figures_height(view, year, half),
              forecast_platforms_ui,
              forecast_figures_ui);
    if (counted) {
        forecast_grid_ui(view, year, flow.next(forecast_grid_height(year, flow.width())));
    }
    area.end(20 + flow.used() + 24);
}

}  // namespace

void forecast_ui(View& view, Rect rect) {
    const Forecast* year = shown_forecast(view);
    if (year == nullptr) {
        courtyard(view.ui, rect);
        empty_state(view.ui,
                    "none",
                    rect,
                    {.title = "No forecast yet", .text = view.memory.forecast.problem});
        return;
    }
    if (view.arrangement != Arrangement::Phone) {
        const Rect list = cut_left(rect, scaled(kListWidth));
        assumptions_ui(view, *year, list);
        vertical_rule(view.ui, list.right() - 1, list.y, list.height);
    }
    courtyard(view.ui, rect);
    head_ui(view, *year, rect);
    body_ui(view, *year, rect);
    forecast_editor_ui(view, *year);
    forecast_case_dialog_ui(view, *year);
}

}  // namespace atrium::shell
