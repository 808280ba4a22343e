// Usage and cost: what Claude costs the operator, by day, person and model, for the proxy's
// administrators.
#include <algorithm>
#include <cmath>

#include "core/domain/number_text.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/choices.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/navigation.h"
#include "shell/views/screens.h"
#include "shell/views/usage_parts.h"

namespace atrium::shell {

namespace {

constexpr float kGap = 16;
constexpr float kSide = 344;
constexpr float kTwoColumns = 880;
constexpr float kRangesInHead = 620;
constexpr float kSkeletonAfter = 0.3f;
constexpr std::size_t kMostRows = 10'000;  // that the proxy gives

constexpr std::string_view kTitle = "Usage and cost";
constexpr SegmentSpec kRanges[] = {{"Today"}, {"7 days"}, {"30 days"}};

const UsageFigures& figures_of(View& view, const UsageOverview& overview) {
    UsageMemory& memory = view.memory.usage;
    if (memory.edition != view.usage.edition() || memory.figures_range != memory.range) {
        memory.figures = usage_figures(overview, memory.range);
        memory.edition = view.usage.edition();
        memory.figures_range = memory.range;
    }
    return memory.figures;
}

void download(View& view, const UsageOverview& overview) {
    const UsageRange range = view.memory.usage.range;
    const domain::Date first{overview.today.days - days_of(range) + 1};
    const std::string last = domain::iso_from_date(overview.today);
    const std::string days =
        range == UsageRange::Today ? last : domain::iso_from_date(first) + "-to-" + last;
    view.ui.platform().save_file(
        "atrium-usage-" + days + ".csv", "text/csv", usage_csv(overview, range));
}

void ranges_ui(View& view, Rect place) {
    int chosen = static_cast<int>(view.memory.usage.range);
    if (segments(view.ui, "range", place, "Days shown", kRanges, chosen)) {
        view.memory.usage.range = static_cast<UsageRange>(chosen);
    }
}

void head_ui(View& view, Rect& rect) {
    const bool narrow = rect.width < scaled(kRangesInHead);
    Rect head = pane_head(view.ui, rect, "", narrow ? 16.0f : 24.0f);
    // Before there is a launch there is no rail that leads back.
    if (view.project == nullptr &&
        icon_button(view.ui,
                    "back",
                    cut_left(head, scaled(32), 8),
                    {.icon = kIconArrowLeft, .name = "Back to the setup"})) {
        go_to(view, Screen::Session);
    }
    const float title = std::ceil(text_width(TextStyle::Heading, kTitle));
    heading(view.ui, cut_left(head, title, 8), 2, TextStyle::Heading, tokens().text_1, kTitle);
    const UsageOverview* overview = view.usage.overview();
    const ButtonSpec csv{.label = "CSV",
                         .icon = kIconDownload,
                         .disabled = overview == nullptr,
                         .name = "Download as CSV"};
    if (button(view.ui, "csv", cut_right(head, button_width(csv), 8), csv)) {
        download(view, *overview);
    }
    if (!narrow && overview != nullptr) {
        ranges_ui(
            view,
            centred(cut_right(head, segments_width(kRanges), 8), segments_width(kRanges), 32));
    }
    if (icon_button(view.ui,
                    "refresh",
                    cut_right(head, scaled(32), 8),
                    {.icon = kIconRefreshCw,
                     .name = "Ask the server again",
                     .disabled = view.usage.asking()})) {
        view.wish(HostWish::Kind::AskUsage);
    }
    if (!narrow && overview != nullptr) {
        const std::string words = "As of " + local_time(view, view.usage.heard_at());
        label(view.ui, head, TextStyle::Meta, tokens().text_3, words, Align::Right, "as-of");
    }
}

// Before the first answer: grey cards, but only when it takes a while.
void loading_ui(View& view, Rect rect) {
    const NodeId id = view.ui.id("loading");
    view.ui.add({.id = id, .role = Role::Status, .name = "Asking the server", .rect = rect});
    if (view.ui.arrival(id, kSkeletonAfter) < 1) {
        return;
    }
    Rect inside = inset(rect, 24);
    skeleton(view.ui, cut_top(inside, scaled(52), kGap));
    skeleton(view.ui, cut_top(inside, std::min(inside.height, 344.0f), kGap), tokens().r_3);
    skeleton(view.ui, cut_top(inside, std::min(inside.height, 240.0f)), tokens().r_3);
}

void failed_ui(View& view, Rect rect, const Error& error) {
    if (empty_state(view.ui,
                    "failed",
                    rect,
                    {.title = "Usage cannot be shown",
                     .text = error.message,
                     .action = "Retry",
                     .action_icon = kIconRefreshCw})) {
        view.wish(HostWish::Kind::AskUsage);
    }
}

// The older figures stay; this says that they are older.
void stale_ui(View& view, Flow& flow) {
    if (!view.usage.error()) {
        return;
    }
    const std::string words = view.usage.error()->message + " These figures are from " +
                              local_time(view, view.usage.heard_at()) + ".";
    const BannerSpec spec{
        .tone = BannerTone::Warning, .icon = kIconTriangleAlert, .text = words, .action = "Retry"};
    const Rect place = flow.next(banner_height(view.ui, spec, flow.width()));
    if (banner(view.ui, "stale", place, spec) == BannerAnswer::Action) {
        view.wish(HostWish::Kind::AskUsage);
    }
}

// What the figures leave out.
void caveats_ui(View& view, Flow& flow, const UsageOverview& overview) {
    std::string words;
    if (overview.rows.size() >= kMostRows) {
        words = "The server lists " + domain::number_text(kMostRows, view.formats) +
                " entries at most; the oldest days are left out. ";
    }
    if (overview.unreadable > 0) {
        words += domain::count_text(overview.unreadable, "entry", "entries", view.formats) +
                 " of the server's answer could not be read and " +
                 (overview.unreadable == 1 ? "is" : "are") + " left out.";
    }
    if (words.empty()) {
        return;
    }
    const float height = paragraph_height(view.ui, TextStyle::Meta, words, flow.width());
    const Rect place = flow.next(height);
    paragraph(view.ui,
              "caveats",
              place.x,
              place.y,
              place.width,
              TextStyle::Meta,
              tokens().warning,
              words);
}

void one_column(View& view, const UsageShown& shown, Flow& flow) {
    const float width = flow.width();
    usage_chart_ui(view, shown, flow.next(usage_chart_height(view, shown, width)));
    usage_people_ui(view, shown, flow.next(usage_people_height(view, shown, width)));
    usage_models_ui(view, shown, flow.next(usage_models_height(view, shown, width)));
    usage_limits_ui(view, shown, flow.next(usage_limits_height(view, width)));
    usage_alerts_ui(view, shown, flow.next(usage_alerts_height(shown)));
}

// Chart and limits in one row; people beside models and alerts in the next.
void two_columns(View& view, const UsageShown& shown, Flow& flow) {
    const float main = flow.width() - scaled(kSide) - kGap;
    Rect first = flow.next(
        std::max(usage_chart_height(view, shown, main), usage_limits_height(view, scaled(kSide))));
    const Rect limits = cut_right(first, scaled(kSide), kGap);
    usage_chart_ui(view, shown, first);
    usage_limits_ui(view, shown, limits);
    const float models = usage_models_height(view, shown, scaled(kSide));
    const float alerts = usage_alerts_height(shown);
    Rect second =
        flow.next(std::max(usage_people_height(view, shown, main), models + kGap + alerts));
    Rect side = cut_right(second, scaled(kSide), kGap);
    usage_people_ui(view, shown, second);
    usage_models_ui(view, shown, cut_top(side, models, kGap));
    usage_alerts_ui(view, shown, side);
}

void body_ui(View& view, const UsageOverview& overview, Rect rect) {
    const bool narrow = rect.width < scaled(kRangesInHead);
    const float padding = narrow ? 16.0f : 24.0f;
    ScrollArea area(view.ui, "usage", rect, view.memory.scrolls["usage"], {.top_edge = true});
    const Rect content = area.content();
    Flow flow(inset({content.x, content.y + 20, content.width, 0}, padding, 0), kGap);
    if (narrow) {
        ranges_ui(view, flow.next(tokens().h_2));
    }
    const UsageShown shown{overview, figures_of(view, overview), view.memory.usage.range};
    stale_ui(view, flow);
    const Rect top = flow.next(0);
    flow.skip(usage_headline_ui(view, shown, top));
    caveats_ui(view, flow, overview);
    if (flow.width() >= scaled(kTwoColumns)) {
        two_columns(view, shown, flow);
    } else {
        one_column(view, shown, flow);
    }
    area.end(20 + flow.used() + 24);
}

}  // namespace

void usage_ui(View& view, Rect rect) {
    courtyard(view.ui, rect);
    head_ui(view, rect);
    if (const UsageOverview* overview = view.usage.overview()) {
        body_ui(view, *overview, rect);
    } else if (view.usage.error() && !view.usage.asking()) {
        failed_ui(view, rect, *view.usage.error());
    } else {
        loading_ui(view, rect);
    }
}

}  // namespace atrium::shell
