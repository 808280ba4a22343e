// The answer in one sentence, and the three figures that explain it.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/domain/audience_given.h"
#include "core/domain/economics.h"
#include "core/domain/number_text.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/forecast_parts.h"

namespace atrium::shell {

namespace {

using domain::Forecast;
using domain::ForecastYear;
using domain::round_money_text;

constexpr float kFigureWidth = 136;
constexpr float kFigureHeight = 52;
constexpr float kFigureGap = 12;
constexpr float kNarrowestFigure = 116;
constexpr float kBeside = 880;  // from this width on the figures stand at the sentence's right

std::string month_words(int month) {
    return "month " + std::to_string(month);
}

std::string title_words(const Forecast& year, const domain::Formats& formats) {
    if (!domain::audience_given(year.basis)) {
        return "How many people can you ask?";
    }
    const std::string& currency = year.basis.currency;
    const ForecastYear& base = year.base();
    if (year.basis.target > 0 && base.target_month) {
        return "You reach " + round_money_text(year.basis.target, currency, formats) +
               " a month in " + month_words(*base.target_month);
    }
    return "You keep " + round_money_text(base.months.back().keep, currency, formats) +
           " a month after a year";
}

// How one of the outer cases ends, as the second half of a sentence.
std::string case_words(std::string_view name,
                       const Forecast& year,
                       const ForecastYear& which,
                       const domain::Formats& formats) {
    const std::string& currency = year.basis.currency;
    if (year.basis.target > 0 && which.target_month) {
        return std::string(name) + " reaches it in " + month_words(*which.target_month);
    }
    return std::string(name) + " ends at " +
           round_money_text(which.months.back().keep, currency, formats);
}

// How the months are counted.
std::string counting_words(const Forecast& year, const domain::Formats& formats) {
    const auto percent = [&](const char* key) {
        return domain::with_percent_sign(year.basis.figure(key).value, formats);
    };
    return " Counted month by month: " + percent("join-at-launch") +
           " join at launch and the others over the year, " + percent("churn") +
           " leave each month.";
}

// With several tiers: how members spread over them.
std::string tier_words(const Forecast& year, const domain::Formats& formats) {
    if (!year.basis.averages_tiers()) {
        return "";
    }
    const std::vector<domain::TierShare>& tiers = year.basis.tiers;
    const bool ours =
        std::none_of(tiers.begin(), tiers.end(), [](const auto& tier) { return tier.own; });
    if (ours) {
        return " Your " + std::to_string(tiers.size()) +
               " tiers are counted in equal shares, as nobody publishes how members spread over "
               "tiers; enter your own under Assumptions.";
    }
    std::string shares;
    for (const domain::TierShare& tier : tiers) {
        shares += (shares.empty() ? "" : ", ") + domain::with_percent_sign(tier.percent, formats) +
                  " take " + tier.name;
    }
    return " Of the new members " + shares + ".";
}

std::string sentence(const View& view, const Forecast& year) {
    const domain::Formats& formats = view.formats;
    if (!domain::audience_given(year.basis)) {
        return "Your number of " + domain::engaged_word(view.workspace.profile->engaged_source) +
               " is missing. It tells how many members you can expect; from it the forecast counts "
               "members and money over twelve months.";
    }
    const ForecastYear& base = year.base();
    const int month = base.target_month.value_or(domain::kForecastMonths);
    const std::int64_t members = base.months[static_cast<std::size_t>(month - 1)].members;
    std::string words = "Base case, after fees, with " +
                        domain::count_text(members, "member", "members", formats) + ". ";
    if (year.basis.target > 0 && !base.target_month) {
        words += "Your target is " +
                 round_money_text(year.basis.target, year.basis.currency, formats) + ". ";
    }
    return words + case_words("Low", year, year.low(), formats) + ", " +
           case_words("high", year, year.high(), formats) + "." + counting_words(year, formats) +
           tier_words(year, formats);
}

struct KeyFigure {
    std::string label;
    std::string value;
    std::string unit;
};

std::vector<KeyFigure> key_figures(const Forecast& year, const domain::Formats& formats) {
    std::vector<KeyFigure> figures;
    const domain::Price price = year.basis.price();
    const auto needed =
        domain::members_needed(year.basis.plan, price, year.basis.target, year.basis.market);
    if (year.basis.target > 0 && needed) {
        figures.push_back({"Members needed",
                           domain::number_text(needed.value(), formats),
                           "at " + domain::money_text(price.amount, price.currency, formats)});
    }
    if (year.basis.founding.closes && year.basis.founding.seats > 0) {
        figures.push_back(
            {"Founding closes", domain::day_month(*year.basis.founding.closes, formats), ""});
    }
    const double churn = year.basis.figure("churn").value;
    if (churn > 0) {
        figures.push_back({"Average stay", std::to_string(std::lround(100 / churn)), "months"});
    }
    return figures;
}

void key_figure_ui(View& view, const KeyFigure& figure, Rect place) {
    const Tokens& t = tokens();
    const auto scope = view.ui.push(figure.label);
    vertical_rule(view.ui, place.x, place.y + 2, place.height - 4);
    Rect inside = inset(place, 16, 2, 0, 0);
    view.ui.add({.id = view.ui.id("figure"),
                 .role = Role::Text,
                 .name = figure.label,
                 .value = figure.value + " " + figure.unit,
                 .rect = place});
    draw_text(view.ui, cut_top(inside, scaled(18), 4), TextStyle::Meta, t.text_3, figure.label);
    Rect row = cut_top(inside, scaled(28));
    const float width = draw_text(view.ui, row, TextStyle::Title, t.text_1, figure.value);
    draw_text(view.ui, inset(row, width + 6, 4, 0, 0), TextStyle::Dense, t.text_2, figure.unit);
}

// In columns as many as fit, and so many rows; returns the height.
float key_figures_ui(View& view, const std::vector<KeyFigure>& figures, Rect place) {
    const int fitting = static_cast<int>(place.width / scaled(kNarrowestFigure));
    const int count = std::clamp(fitting, 1, std::max(1, static_cast<int>(figures.size())));
    Flow rows(place, kFigureGap);
    Rect row;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const int at = static_cast<int>(i) % count;
        row = at == 0 ? rows.next(scaled(kFigureHeight)) : row;
        key_figure_ui(view, figures[i], column(row, at, count, 0));
    }
    return rows.used();
}

}  // namespace

float forecast_headline_ui(View& view, const Forecast& year, Rect rect) {
    const Tokens& t = tokens();
    const std::vector<KeyFigure> figures = key_figures(year, view.formats);
    const bool beside = rect.width >= scaled(kBeside);
    const float side = beside ? scaled(kFigureWidth) * static_cast<float>(figures.size()) : 0;
    const float width = rect.width - side - (beside ? 24 : 0);
    const std::string title = title_words(year, view.formats);
    const float title_height = paragraph_height(view.ui, TextStyle::Display, title, width);
    view.ui.add({.id = view.ui.id("headline"),
                 .role = Role::Heading,
                 .name = title,
                 .rect = {rect.x, rect.y, width, title_height},
                 .level = 2});
    draw_paragraph(view.ui, rect.x, rect.y, width, TextStyle::Display, t.text_1, title);
    float used = title_height + 4;
    used += paragraph(view.ui,
                      "sentence",
                      rect.x,
                      rect.y + used,
                      width,
                      TextStyle::Body,
                      t.text_2,
                      sentence(view, year));
    if (beside) {
        const Rect place{rect.right() - side, rect.y, side, 0};
        return std::max(used, key_figures_ui(view, figures, place));
    }
    const Rect place{rect.x, rect.y + used + 16, rect.width, 0};
    return figures.empty() ? used : used + 16 + key_figures_ui(view, figures, place);
}

}  // namespace atrium::shell
