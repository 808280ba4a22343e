// The figures above the cards.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/domain/number_text.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/usage_parts.h"

namespace atrium::shell {

namespace {

constexpr float kHeight = 52;
constexpr float kBeside = 640;  // from this width on they stand in a row

struct KeyFigure {
    std::string label;
    std::string value;
    std::string unit;
    bool warns = false;
};

std::string share_words(std::int64_t part, std::int64_t whole, const domain::Formats& formats) {
    return whole == 0 ? "none"
                      : domain::percent_text(static_cast<double>(part) / static_cast<double>(whole),
                                             formats);
}

std::vector<KeyFigure> key_figures(const UsageShown& shown, const domain::Formats& formats) {
    const UsageOverview& overview = shown.overview;
    const UsageFigures& figures = shown.figures;
    std::vector<KeyFigure> list;
    list.push_back({"Today",
                    usd_text(overview.cost_today, formats),
                    "of " + usd_text(overview.limits.alert, formats) + " alert",
                    overview.alert_stands});
    if (shown.range != UsageRange::Today) {
        list.push_back(
            {std::string(range_words(shown.range)), usd_text(figures.cost, formats), ""});
    }
    list.push_back({"Messages today",
                    domain::number_text(overview.messages_today, formats),
                    domain::count_text(figures.people_today, "person", "people", formats)});
    const std::int64_t messages = overview.messages_today;
    list.push_back({"Cost of a message",
                    messages == 0 ? "none" : usd_text(overview.cost_today / messages, formats),
                    "today"});
    list.push_back({"Read from cache",
                    share_words(figures.cache_read_tokens, figures.input_tokens, formats),
                    "of input"});
    return list;
}

float figure_width(const KeyFigure& figure) {
    const float value =
        text_width(TextStyle::Title, figure.value) + 6 + text_width(TextStyle::Dense, figure.unit);
    return std::ceil(std::max(value, text_width(TextStyle::Meta, figure.label))) + 16;
}

void figure_ui(View& view, const KeyFigure& figure, Rect place) {
    const Tokens& t = tokens();
    view.ui.add({.id = view.ui.id(figure.label),
                 .role = Role::Text,
                 .name = figure.label + ": " + figure.value + " " + figure.unit,
                 .rect = place});
    Rect inside = inset(place, 0, 2, 0, 0);
    draw_text(view.ui, cut_top(inside, scaled(18), 4), TextStyle::Meta, t.text_3, figure.label);
    const Rect row = cut_top(inside, scaled(28));
    const Color color = figure.warns ? t.warning : t.text_1;
    const float width = draw_text(view.ui, row, TextStyle::Title, color, figure.value);
    draw_text(view.ui, inset(row, width + 6, 4, 0, 0), TextStyle::Dense, t.text_2, figure.unit);
}

}  // namespace

float usage_headline_ui(View& view, const UsageShown& shown, Rect rect) {
    const auto scope = view.ui.push("headline");
    const std::vector<KeyFigure> figures = key_figures(shown, view.formats);
    const float height = scaled(kHeight);
    if (rect.width < scaled(kBeside)) {
        float y = rect.y;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const Rect row{rect.x, y, rect.width, height};
            figure_ui(view, figures[i], column(row, static_cast<int>(i % 2), 2, 12));
            y += i % 2 == 1 || i + 1 == figures.size() ? height + 8 : 0;
        }
        return y - 8 - rect.y;
    }
    Wrap wrap({rect.x, rect.y, rect.width, 0}, height, 16);
    for (const KeyFigure& figure : figures) {
        const Rect place = wrap.next(figure_width(figure) + 16);
        const bool begins = place.x <= rect.x;
        if (!begins) {
            vertical_rule(view.ui, place.x - 1, place.y + 2, place.height - 4);
        }
        figure_ui(view, figure, begins ? place : inset(place, 15, 0, 0, 0));
    }
    return wrap.used();
}

}  // namespace atrium::shell
