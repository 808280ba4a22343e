// What each day cost, stacked by model, with the line at which the operator wants to be told.
#include <cmath>
#include <vector>

#include "core/domain/number_text.h"
#include "shell/ui/cards.h"
#include "shell/ui/charts.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/usage_parts.h"

namespace atrium::shell {

namespace {

constexpr float kChart = 272;
constexpr float kHead = 24 + 16;
constexpr float kLegendBeside = 520;
constexpr float kLegendRow = 20;
constexpr std::string_view kShort = "Claude ";  // left out where each model has it

std::string dollars_words(double dollars, void* formats) {
    const auto micro = static_cast<std::int64_t>(std::llround(dollars * 1'000'000));
    return usd_text(micro, *static_cast<const domain::Formats*>(formats));
}

std::vector<std::string> model_names(const View& view, const UsageFigures& figures) {
    std::vector<std::string> names;
    for (const ModelUsage& model : figures.models) {
        std::string name = model_words(view, model.model);
        names.push_back(name.starts_with(kShort) ? name.substr(kShort.size()) : name);
    }
    return names;
}

float entry_width(const std::string& name) {
    return 12 + 6 + std::ceil(text_width(TextStyle::Meta, name));
}

void entry_ui(View& view, Rect place, const std::string& name, Color color) {
    fill(view.ui, centred_left(place, 12, 3), color, 1.5f);
    draw_text(view.ui, inset(place, 18, 0, 0, 0), TextStyle::Meta, tokens().text_2, name);
}

float legend_width(const std::vector<std::string>& names) {
    float width = 0;
    for (const std::string& name : names) {
        width += entry_width(name) + 16;
    }
    return width;
}

bool legend_is_beside(const std::vector<std::string>& names, float width) {
    return width >= scaled(kLegendBeside) && legend_width(names) < width - 120;
}

// Below the head, broken into rows; returns their height.
float legend_height(const std::vector<std::string>& names, float width) {
    if (names.empty() || legend_is_beside(names, width)) {
        return 0;
    }
    Wrap wrap({0, 0, width, 0}, scaled(kLegendRow), 16);
    for (const std::string& name : names) {
        wrap.next(std::min(width, entry_width(name)));
    }
    return wrap.used() + 8;
}

void legend_ui(View& view, Rect head, Rect& inside, const std::vector<std::string>& names) {
    if (legend_is_beside(names, inside.width)) {
        for (std::size_t i = names.size(); i-- > 0;) {
            entry_ui(view, cut_right(head, entry_width(names[i]), 16), names[i], model_color(i));
        }
        return;
    }
    const Rect place = cut_top(inside, legend_height(names, inside.width));
    Wrap wrap({place.x, place.y, place.width, 0}, scaled(kLegendRow), 16);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const float width = std::min(place.width, entry_width(names[i]));
        entry_ui(view, wrap.next(width), names[i], model_color(i));
    }
}

// Mondays where there are many days, every day of a week.
std::vector<StackedBar> bars_of(const UsageFigures& figures, const domain::Formats& formats) {
    constexpr std::size_t kWeek = 7;
    std::vector<StackedBar> bars;
    for (const domain::Date day : figures.days) {
        const bool ticked = figures.days.size() <= kWeek || domain::weekday(day) == 0;
        bars.push_back(
            {domain::day_month(day, formats), ticked ? domain::short_day(day, formats) : ""});
    }
    bars.back().tick = "today";
    return bars;
}

}  // namespace

std::string_view range_words(UsageRange range) {
    return range == UsageRange::Today ? "today" : range == UsageRange::Week ? "7 days" : "30 days";
}

std::string model_words(const View& view, const std::string& model) {
    for (const OfferedModel& offered : view.connection.models()) {
        if (offered.id == model && !offered.label.empty()) {
            return offered.label;
        }
    }
    return model.empty() ? "Other models" : model;
}

Color model_color(std::size_t index) {
    const Tokens& t = tokens();
    const Color colors[] = {t.chart_1, t.chart_4, t.chart_2, t.chart_3, t.chart_5, t.chart_6};
    return index < std::size(colors) ? colors[index] : t.chart_mute;
}

float usage_chart_height(View& view, const UsageShown& shown, float width) {
    const std::vector<std::string> names = model_names(view, shown.figures);
    return 2 * 16 + scaled(kHead) + legend_height(names, width - 2 * 16) + scaled(kChart);
}

void usage_chart_ui(View& view, const UsageShown& shown, Rect place) {
    const auto scope = view.ui.push("cost");
    const UsageFigures& figures = shown.figures;
    Rect inside = card(view.ui, place);
    const Rect head{inside.x, inside.y, inside.width, scaled(24)};
    card_head(view.ui, inside, "Cost by day");
    if (figures.models.empty()) {
        empty_state(view.ui,
                    "none",
                    inside,
                    {.title = "Nothing on these days",
                     .text = "Once somebody talks with Claude through this server, the cost of "
                             "each day appears here."});
        return;
    }
    const std::vector<std::string> names = model_names(view, figures);
    legend_ui(view, head, inside, names);
    const std::vector<StackedBar> bars = bars_of(figures, view.formats);
    std::vector<StackedPart> parts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        parts.push_back({names[i], figures.models[i].dollars_by_day, model_color(i)});
    }
    const std::int64_t alert = shown.overview.limits.alert;
    const std::string words = "Alert at " + usd_text(alert, view.formats) + " a day";
    stacked_bar_chart(view.ui,
                      "chart",
                      inside,
                      {.name = "Cost by day",
                       .bars = bars,
                       .parts = parts,
                       .threshold = {static_cast<double>(alert) / 1'000'000, words},
                       .words = dollars_words,
                       .context = &view.formats,
                       .least = 0.01});
}

}  // namespace atrium::shell
