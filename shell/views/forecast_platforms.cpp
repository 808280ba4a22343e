// The same payments on each platform, and how price and conversion change the year.
#include <algorithm>
#include <cmath>
#include <string>

#include "core/domain/number_text.h"
#include "shell/ui/cards.h"
#include "shell/ui/charts.h"
#include "shell/ui/paint.h"
#include "shell/ui/side_scroll.h"
#include "shell/ui/table.h"
#include "shell/ui/text.h"
#include "shell/views/forecast_basis.h"
#include "shell/views/forecast_parts.h"

namespace atrium::shell {

namespace {

using domain::Forecast;
using domain::round_money_text;
using domain::TakeHome;

constexpr float kBar = 44;
constexpr float kConditionIndent = 8;
constexpr float kGridColumn = 72;  // the money of a month
constexpr std::string_view kGridTitle = "If price or conversion differ";
constexpr std::string_view kGridNote = "you keep in month 12";

// "$89 + 2% + 2.9% + 30¢": the plan's fees in the order in which they are taken.
std::string fee_words(const domain::PlatformPlan& plan,
                      const domain::Market& market,
                      const domain::Formats& formats) {
    std::string words;
    const auto add = [&](const std::string& id) {
        const auto named = std::find_if(market.figures.begin(),
                                        market.figures.end(),
                                        [&](const auto& figure) { return figure.id == id; });
        if (named == market.figures.end() || named->figure.value == 0) {
            return;
        }
        const bool cents = named->unit == "usd" && named->figure.value < 1;
        words += words.empty() ? "" : " + ";
        words += cents ? std::to_string(std::lround(named->figure.value * 100)) + "¢"
                       : figure_text(*named, named->figure.value, formats);
    };
    add(plan.monthly);
    add(plan.percent);
    add(plan.card_percent);
    add(plan.card_fixed);
    return words.empty() ? "no fees published" : words;
}

const std::string& condition_of(const View& view, const TakeHome& row) {
    static const std::string kNone;
    const auto& conditions = view.memory.forecast.conditions;
    const auto found = conditions.find(row.plan_id);
    return found == conditions.end() ? kNone : found->second;
}

float condition_height(View& view, const std::string& condition, float width) {
    return paragraph_height(view.ui, TextStyle::Meta, condition, width - 2 * kConditionIndent) + 12;
}

float row_height(View& view, const std::string& plan, const std::string& condition, float width) {
    const bool open = view.memory.forecast.open_condition == plan && !condition.empty();
    return scaled(kBar) + (open ? condition_height(view, condition, width) : 0);
}

void platform_row_ui(View& view, const Forecast& year, const TakeHome& row, Rect place) {
    const auto scope = view.ui.push(row.plan_id);
    const domain::PlatformPlan* plan = year.basis.market.plan(row.plan_id);
    const std::string& condition = condition_of(view, row);
    const std::string fees =
        plan == nullptr ? "" : fee_words(*plan, year.basis.market, view.formats);
    std::string& open = view.memory.forecast.open_condition;
    const bool is_open = open == row.plan_id;
    const std::string value = round_money_text(row.keep.value, row.currency, view.formats);
    const double share = row.revenue > 0 ? row.keep.value / row.revenue : 0;
    if (comparison_bar(view.ui,
                       "bar",
                       cut_top(place, scaled(kBar)),
                       {.name = row.plan_name,
                        .note = fees,
                        .value = value,
                        .share = static_cast<float>(share),
                        .chosen = row.plan_id == year.basis.plan.id,
                        .warns = !condition.empty(),
                        .open = is_open})) {
        open = is_open ? "" : row.plan_id;
    }
    if (is_open && !condition.empty()) {
        paragraph(view.ui,
                  "condition",
                  place.x + kConditionIndent,
                  place.y,
                  place.width - 2 * kConditionIndent,
                  TextStyle::Meta,
                  tokens().warning,
                  condition);
    }
}

}  // namespace

namespace {

struct PlatformsHead {
    std::string title, note;
};

PlatformsHead platforms_head(const View& view, const Forecast& year) {
    const TakeHome& first = year.take_home.front();
    const domain::Price price = year.basis.price();
    return {"What you keep of " + round_money_text(first.revenue, first.currency, view.formats),
            domain::count_text(first.members, "member", "members", view.formats) + " at " +
                domain::money_text(price.amount, price.currency, view.formats)};
}

}  // namespace

float forecast_platforms_height(View& view, const Forecast& year, float width) {
    if (year.take_home.empty()) {
        return 0;
    }
    const PlatformsHead head = platforms_head(view, year);
    float height = 2 * 16 + card_head_height(head.title, head.note, width - 2 * 16);
    for (const TakeHome& row : year.take_home) {
        height += row_height(view, row.plan_id, condition_of(view, row), width - 32);
    }
    return height;
}

void forecast_platforms_ui(View& view, const Forecast& year, Rect place) {
    const auto scope = view.ui.push("platforms");
    if (year.take_home.empty()) {
        return;
    }
    Rect inside = card(view.ui, place);
    const PlatformsHead head = platforms_head(view, year);
    card_head(view.ui, inside, head.title, head.note);
    for (const TakeHome& row : year.take_home) {
        const std::string& condition = condition_of(view, row);
        platform_row_ui(view,
                        year,
                        row,
                        cut_top(inside, row_height(view, row.plan_id, condition, inside.width)));
    }
}

float forecast_grid_height(const Forecast& year, float width) {
    return 2 * 16 + card_head_height(kGridTitle, kGridNote, width - 2 * 16) +
           Table::height(year.sensitivity.prices.size(), {.inset = false});
}

void forecast_grid_ui(View& view, const Forecast& year, Rect place) {
    const auto scope = view.ui.push("grid");
    const domain::Sensitivity& grid = year.sensitivity;
    const std::string& currency = year.basis.currency;
    Rect inside = card(view.ui, place);
    card_head(view.ui, inside, kGridTitle, kGridNote);
    std::vector<std::string> titles = {"Price"};
    for (const double percent : grid.conversions) {
        titles.push_back(domain::with_percent_sign(percent, view.formats) + " join");
    }
    std::vector<TableColumn> columns;
    for (const std::string& title : titles) {
        columns.push_back({title, 0, columns.empty() ? Align::Left : Align::Right});
    }
    const float least = scaled(kGridColumn) * static_cast<float>(columns.size());
    const SideScroll side(view.ui, "side", inside, least);
    Table table(view.ui,
                "table",
                side.content(),
                "Money kept in month 12, by price and conversion",
                columns,
                {.inset = false});
    for (std::size_t row = 0; row < grid.prices.size(); ++row) {
        const auto line = table.row(row);
        table.cell(domain::money_text(grid.prices[row], currency, view.formats),
                   0,
                   TextStyle::DenseMedium);
        for (std::size_t at = 0; at < grid.conversions.size(); ++at) {
            const bool planned = row == grid.prices.size() / 2 && at == grid.conversions.size() / 2;
            const domain::SensitivityCell& cell = grid.at(row, at);
            const Color color = planned                          ? tokens().accent
                                : cell.keep >= year.basis.target ? tokens().text_1
                                                                 : tokens().text_3;
            table.cell(round_money_text(cell.keep, currency, view.formats),
                       color,
                       planned ? TextStyle::DenseMedium : TextStyle::Dense);
        }
    }
}

}  // namespace atrium::shell
