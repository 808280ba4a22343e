// Beside the chart and the people: the models of the range, the limits as the proxy has them, and what
// it had to tell the operator.
#include <algorithm>
#include <cmath>

#include "core/domain/number_text.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/usage_parts.h"

namespace atrium::shell {

namespace {

constexpr float kHead = 24 + 16;
constexpr float kModel = 20 + 8 + 6 + 8 + 16;
constexpr float kRow = 20 + 16;
constexpr float kGap = 16;
constexpr std::size_t kFewAlerts = 4;
constexpr std::size_t kLimits = 4;

constexpr std::string_view kPromise =
    "Counts and costs only. The server stores no prompt, answer or key.";
constexpr std::string_view kReadOnly =
    "Read-only here. The operator sets them where the server runs, as environment variables or "
    "flags; --help names each.";

// Two lines with a value at the right, one node for all of it.
void row_ui(View& view,
            std::string_view key,
            Rect place,
            std::string_view label,
            std::string_view value,
            std::string_view note) {
    const Tokens& t = tokens();
    view.ui.add({.id = view.ui.id(key),
                 .role = Role::ListItem,
                 .name = std::string(label) + ": " + std::string(value) + ". " + std::string(note),
                 .rect = place});
    Rect first = cut_top(place, scaled(20));
    const float width = std::ceil(text_width(TextStyle::DenseMedium, value));
    draw_text(view.ui, cut_right(first, width, 12), TextStyle::DenseMedium, t.text_1, value);
    draw_text(view.ui, first, TextStyle::DenseMedium, t.text_1, label);
    draw_text(view.ui, cut_top(place, scaled(16)), TextStyle::Meta, t.text_3, note);
}

// "18 November at 16:40", in the person's own time.
std::string when_words(const View& view, const UsageAlert& alert) {
    if (alert.raised_at == 0) {
        return domain::day_month(alert.day, view.formats);
    }
    const domain::Date day = domain::local_day(alert.raised_at, view.utc_offset_minutes);
    return domain::day_month(day, view.formats) + " at " + local_time(view, alert.raised_at);
}

std::string last_alert_words(const View& view, const UsageOverview& overview) {
    const auto& alerts = overview.alerts;
    const auto last = std::find_if(alerts.begin(), alerts.end(), [](const UsageAlert& alert) {
        return alert.kind == UsageAlert::Kind::Threshold;
    });
    return last == alerts.end()
               ? "Not reached in the last 30 days"
               : "Last on " + when_words(view, *last) + ", " + usd_text(last->spent, view.formats);
}

// Models of the chart that nobody used in the range are left out.
float models_shown(const UsageFigures& figures) {
    return static_cast<float>(
        std::count_if(figures.models.begin(), figures.models.end(), [](const ModelUsage& model) {
            return model.answers > 0;
        }));
}

void model_ui(View& view, const ModelUsage& model, Color color, std::int64_t total, Rect place) {
    const Tokens& t = tokens();
    const std::string name = model_words(view, model.model);
    const std::string cost = usd_text(model.cost, view.formats);
    const std::string answers =
        domain::count_text(model.answers, "answer", "answers", view.formats);
    const std::string tokens_used = tokens_text(model.tokens, view.formats) + " tokens";
    view.ui.add({.id = view.ui.id("model"),
                 .role = Role::ListItem,
                 .name = name + ": " + cost + ", " + answers + ", " + tokens_used,
                 .rect = place});
    Rect first = cut_top(place, scaled(20), 8);
    const float width = std::ceil(text_width(TextStyle::DenseMedium, cost));
    draw_text(view.ui, cut_right(first, width, 12), TextStyle::DenseMedium, t.text_1, cost);
    dot(view.ui, cut_left(first, 8, 8), color);
    draw_text(view.ui, first, TextStyle::DenseMedium, t.text_1, name);
    const Rect track = cut_top(place, 6, 8);
    fill(view.ui, track, t.surface_3, 3);
    const float share =
        static_cast<float>(model.cost) / static_cast<float>(std::max<std::int64_t>(1, total));
    fill(view.ui, {track.x, track.y, std::max(6.0f, track.width * share), 6}, color, 3);
    const Rect last = cut_top(place, scaled(16));
    draw_text(view.ui, last, TextStyle::Meta, t.text_3, answers);
    draw_text(view.ui, last, TextStyle::Meta, t.text_3, tokens_used, Align::Right);
}

std::string estimated_words(const UsageFigures& figures, const domain::Formats& formats) {
    return figures.estimated == 0
               ? ""
               : domain::count_text(figures.estimated, "answer", "answers", formats) +
                     " broke off; what they cost is estimated, on the high side.";
}

float words_height(View& view, std::string_view words, float width) {
    return words.empty() ? 0 : paragraph_height(view.ui, TextStyle::Meta, words, width) + 8;
}

}  // namespace

float usage_models_height(View& view, const UsageShown& shown, float width) {
    const float inner = width - 2 * 16;
    return 2 * 16 + scaled(kHead) + models_shown(shown.figures) * (scaled(kModel) + kGap) +
           words_height(view, estimated_words(shown.figures, view.formats), inner) +
           words_height(view, kPromise, inner - 22);
}

void usage_models_ui(View& view, const UsageShown& shown, Rect place) {
    const Tokens& t = tokens();
    const auto scope = view.ui.push("models");
    Rect inside = card(view.ui, place);
    card_head(view.ui, inside, "Models, " + std::string(range_words(shown.range)));
    if (models_shown(shown.figures) > 0) {
        const auto list = view.ui.group("list", Role::List, "Models", inside);
        for (std::size_t i = 0; i < shown.figures.models.size(); ++i) {
            const ModelUsage& model = shown.figures.models[i];
            if (model.answers > 0) {
                const auto item = view.ui.push(static_cast<std::uint64_t>(i));
                const Rect row = cut_top(inside, scaled(kModel), kGap);
                model_ui(view, model, model_color(i), shown.figures.cost, row);
            }
        }
    }
    const std::string estimated = estimated_words(shown.figures, view.formats);
    if (!estimated.empty()) {
        const float used = paragraph(view.ui,
                                     "estimated",
                                     inside.x,
                                     inside.y,
                                     inside.width,
                                     TextStyle::Meta,
                                     t.text_3,
                                     estimated);
        cut_top(inside, used, 8);
    }
    icon_at(view.ui, inside.x, inside.y + 1, kIconShieldCheck, 14, t.text_3);
    paragraph(view.ui,
              "promise",
              inside.x + 22,
              inside.y,
              inside.width - 22,
              TextStyle::Meta,
              t.text_3,
              kPromise);
}

float usage_limits_height(View& view, float width) {
    return 2 * 16 + scaled(kHead) + static_cast<float>(kLimits) * (scaled(kRow) + kGap) +
           words_height(view, kReadOnly, width - 2 * 16);
}

void usage_limits_ui(View& view, const UsageShown& shown, Rect place) {
    const auto scope = view.ui.push("limits");
    const UsageLimits& limits = shown.overview.limits;
    Rect inside = card(view.ui, place);
    card_head(view.ui, inside, "Limits");
    {
        const auto list = view.ui.group("list", Role::List, "Limits", inside);
        const auto row =
            [&](std::string_view label, std::string_view value, std::string_view note) {
                row_ui(view, label, cut_top(inside, scaled(kRow), kGap), label, value, note);
            };
        row("Alert when a day costs",
            usd_text(limits.alert, view.formats),
            last_alert_words(view, shown.overview));
        row("Stop at a daily cost",
            limits.daily_cost ? usd_text(*limits.daily_cost, view.formats) : "Off",
            limits.daily_cost ? "Then nobody can ask Claude until the next day" : "Only the alert");
        row("Stop per person",
            limits.user_daily_cost ? usd_text(*limits.user_daily_cost, view.formats) : "Off",
            limits.user_daily_cost ? "Per day, for anyone without their own limit"
                                   : "Only messages are counted");
        row("Messages per person",
            domain::number_text(limits.messages_per_day, view.formats),
            "Per day, for anyone without their own limit");
    }
    paragraph(view.ui,
              "read-only",
              inside.x,
              inside.y,
              inside.width,
              TextStyle::Meta,
              tokens().text_3,
              kReadOnly);
}

float usage_alerts_height(const UsageShown& shown) {
    const std::size_t count = std::min(kFewAlerts, shown.overview.alerts.size());
    return 2 * 16 + scaled(kHead) +
           (count == 0 ? scaled(20) : static_cast<float>(count) * (scaled(kRow) + 12) - 12);
}

void usage_alerts_ui(View& view, const UsageShown& shown, Rect place) {
    const auto scope = view.ui.push("alerts");
    const std::vector<UsageAlert>& alerts = shown.overview.alerts;
    const std::size_t count = std::min(kFewAlerts, alerts.size());
    Rect inside = card(view.ui, place);
    const std::string more =
        count < alerts.size()
            ? std::to_string(count) + " of " + std::to_string(alerts.size()) + " in 30 days"
            : "30 days";
    card_head(view.ui, inside, "Recent alerts", more);
    if (count == 0) {
        label(view.ui, cut_top(inside, scaled(20)), TextStyle::Dense, tokens().text_2, "None.");
        return;
    }
    const auto list = view.ui.group("list", Role::List, "Recent alerts", inside);
    for (std::size_t i = 0; i < count; ++i) {
        const auto item = view.ui.push(static_cast<std::uint64_t>(i));
        const UsageAlert& alert = alerts[i];
        const std::string note =
            alert.kind == UsageAlert::Kind::Limit
                ? "Stopped at the limit of " + usd_text(alert.bound, view.formats)
                : "Alert at " + usd_text(alert.bound, view.formats);
        row_ui(view,
               "alert",
               cut_top(inside, scaled(kRow), 12),
               when_words(view, alert),
               usd_text(alert.spent, view.formats),
               note);
    }
}

}  // namespace atrium::shell
