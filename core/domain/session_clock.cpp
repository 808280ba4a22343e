#include "core/domain/session_clock.h"

#include <algorithm>

namespace atrium::domain {
namespace {

constexpr Millis kMinuteMillis = 60'000;

bool is_decided(const Project& project, DecisionCategory category) {
    return current_decision(project, category) != nullptr;
}

}  // namespace

Millis session_elapsed(const SessionClock& clock, Millis now) {
    const Millis present =
        clock.running ? std::max<Millis>(0, now - clock.running_since) : Millis{0};
    return clock.elapsed + present;
}

int session_minute(const SessionClock& clock, Millis now) {
    return static_cast<int>(
        std::min<Millis>(session_elapsed(clock, now) / kMinuteMillis, kSessionMinutes));
}

Millis until_next_minute(const SessionClock& clock, Millis now) {
    if (!clock.running || session_minute(clock, now) == kSessionMinutes) {
        return 0;
    }
    // A clock that was set back stands still until its start has come again.
    return std::max<Millis>(0, clock.running_since - now) + kMinuteMillis -
           session_elapsed(clock, now) % kMinuteMillis;
}

std::vector<AgendaItem> session_agenda(const Project& project) {
    std::vector<AgendaItem> agenda = {
        {"Platform, price and structure",
         0,
         17,
         is_decided(project, DecisionCategory::Platform) &&
             is_decided(project, DecisionCategory::Pricing) &&
             is_decided(project, DecisionCategory::Structure)},
        {"Launch date", 17, 21, is_decided(project, DecisionCategory::Timeline)},
        {"First month", 21, 25, is_decided(project, DecisionCategory::Content)},
        {"Drafts and kit", 25, kSessionMinutes, false},
    };
    const auto current = std::find_if(
        agenda.begin(), agenda.end(), [](const AgendaItem& item) { return !item.done; });
    current->current = true;
    return agenda;
}

}  // namespace atrium::domain
