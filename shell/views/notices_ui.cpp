#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "shell/ui/cards.h"
#include "shell/usage_figures.h"
#include "shell/views/navigation.h"
#include "shell/views/screens.h"
#include "shell/views/tour.h"

namespace atrium::shell {

namespace {

struct Notice {
    const char* key = nullptr;
    BannerSpec spec;
    HostWish::Kind action = HostWish::Kind::None;
    HostWish::Kind second = HostWish::Kind::None;
    std::optional<Screen> opens;  // what the action leads to, where it is no wish
    std::string words;            // the text, where it holds a figure
    bool tour = false;            // the action starts the tour, everything else declines it
};

// Remembered under the notice's key as long as it is asked for, so it comes back with its cause.
float& closed(View& view, const Notice& notice) {
    return view.ui.memory(view.ui.id(notice.key), 0);
}

void add_storage(const View& view, std::vector<Notice>& notices) {
    if (!view.may_write) {
        notices.push_back({"read-only",
                           {.tone = BannerTone::Info,
                            .icon = kIconInfo,
                            .text = "Open in another tab; here you can only read.",
                            .action = "Take over"},
                           HostWish::Kind::TakeOver});
    } else if (view.saver.state() == Saver::State::Failed) {
        const bool said = view.saver.error() && !view.saver.error()->message.empty();
        notices.push_back(
            {"not-saved",
             {.tone = BannerTone::Danger,
              .icon = kIconTriangleAlert,
              .text = said ? std::string_view(view.saver.error()->message)
                           : std::string_view("The browser did not save the last changes. They "
                                              "are still here; download a backup to be safe."),
              .action = "Retry",
              .second = "Download a backup",
              .alert = true},
             HostWish::Kind::RetrySaving,
             HostWish::Kind::DownloadBackup});
    }
}

void add_connection(const View& view, std::vector<Notice>& notices) {
    if (view.workspace.settings.partner == domain::PartnerChoice::GuideOnly) {
        return;
    }
    switch (view.connection.state()) {
        case Connection::State::Offline:
            notices.push_back({"offline",
                               {.tone = BannerTone::Warning,
                                .icon = kIconWifiOff,
                                .text = view.connection.awaits_claude()
                                            ? "Offline. What you write waits for Claude; the "
                                              "built-in guide can answer it now."
                                            : "Offline. The built-in guide carries on.",
                                .closable = true}});
            break;
        case Connection::State::NotSignedIn:
            notices.push_back({"not-signed-in",
                               {.tone = BannerTone::Warning,
                                .icon = kIconKey,
                                .text = "The server did not accept your access token. The "
                                        "built-in guide carries on.",
                                .action = "Open Settings",
                                .closable = true},
                               HostWish::Kind::None,
                               HostWish::Kind::None,
                               Screen::Settings});
            break;
        case Connection::State::Unreachable:
            if (view.connection.awaits_claude()) {
                notices.push_back({"claude-unreachable",
                                   {.tone = BannerTone::Warning,
                                    .icon = kIconWifiOff,
                                    .text = "Claude cannot be reached: the server does not answer. "
                                            "What you write waits for Claude; the built-in guide "
                                            "can answer it now.",
                                    .closable = true}});
            }
            break;
        case Connection::State::Asking:
        case Connection::State::Claude:
        case Connection::State::NoKey:
            break;
    }
}

// Whether today's limit already refuses people.
bool refuses_today(const UsageOverview& overview) {
    return std::any_of(
        overview.alerts.begin(), overview.alerts.end(), [&](const UsageAlert& alert) {
            return alert.day == overview.today && alert.kind == UsageAlert::Kind::Limit;
        });
}

// For administrators, while the day's alert stands.
void add_usage(const View& view, std::vector<Notice>& notices) {
    const UsageOverview* overview = view.usage.overview();
    if (overview == nullptr || !overview->alert_stands) {
        return;
    }
    const bool refuses = refuses_today(*overview);
    const std::string spent =
        "Claude has cost **" + usd_text(overview->cost_today, view.formats) + "** today";
    const std::string words = refuses && overview->limits.daily_cost
                                  ? spent + "; the day's limit of " +
                                        usd_text(*overview->limits.daily_cost, view.formats) +
                                        " is reached, and messages are refused until tomorrow."
                                  : spent + "; you asked to be told at " +
                                        usd_text(overview->limits.alert, view.formats) + ".";
    const bool is_there = view.memory.screen == Screen::Usage;
    notices.push_back({refuses ? "cost-limit" : "cost-alert",
                       {.tone = refuses ? BannerTone::Danger : BannerTone::Warning,
                        .icon = kIconTriangleAlert,
                        .action = is_there ? "" : "Open Usage",
                        .closable = true},
                       HostWish::Kind::None,
                       HostWish::Kind::None,
                       Screen::Usage,
                       words});
}

void add_tour(const View& view, std::vector<Notice>& notices) {
    if (!offers_tour(view)) {
        return;
    }
    const bool phone = view.arrangement == Arrangement::Phone;
    Notice notice{"tour",
                  {.tone = BannerTone::Info,
                   .icon = phone ? nullptr : kIconSignpost,
                   .text = phone ? "New here?" : "New here? Five cards show what is where.",
                   .action = "Show me around",
                   .second = phone ? "" : "No thanks",
                   .closable = phone}};
    notice.tour = true;
    notices.push_back(std::move(notice));
}

std::vector<Notice> present_notices(const View& view) {
    std::vector<Notice> notices;
    add_storage(view, notices);
    if (view.update_ready) {
        notices.push_back({"update",
                           {.tone = BannerTone::Plain,
                            .icon = kIconRefreshCw,
                            .text = "A new version of Atrium is ready. Nothing is lost.",
                            .action = "Reload",
                            .closable = true},
                           HostWish::Kind::ReloadForUpdate});
    }
    add_connection(view, notices);
    add_usage(view, notices);
    add_tour(view, notices);
    return notices;
}

void answer_notice(View& view, const Notice& notice, BannerAnswer answer) {
    if (notice.tour && answer == BannerAnswer::Action) {
        start_tour(view);
    } else if (notice.tour && answer != BannerAnswer::None) {
        view.send(domain::NoteTourSeen{});
    } else if (answer == BannerAnswer::Closed) {
        closed(view, notice) = 1;
    } else if (answer == BannerAnswer::Action && notice.opens) {
        go_to(view, *notice.opens);
    } else if (answer == BannerAnswer::Action) {
        view.wish(notice.action);
    } else if (answer == BannerAnswer::Second) {
        view.wish(notice.second);
    }
}

}  // namespace

float notices_ui(View& view, Rect rect) {
    constexpr float kEdge = 12;
    const auto scope = view.ui.push("notices");
    const float side = view.arrangement == Arrangement::Phone ? 16.0f : 24.0f;
    Flow flow(inset(rect, side, kEdge, side, 0), 8);
    for (Notice& notice : present_notices(view)) {
        if (closed(view, notice) == 0) {
            notice.spec.text = notice.words.empty() ? notice.spec.text : notice.words;
            const float height = banner_height(view.ui, notice.spec, flow.width());
            answer_notice(
                view, notice, banner(view.ui, notice.key, flow.next(height), notice.spec));
        }
    }
    return flow.used() > 0 ? kEdge + flow.used() + 4 : 0;
}

}  // namespace atrium::shell
