#include "shell/usage_feed.h"

#include <algorithm>
#include <utility>

namespace atrium::shell {

namespace {

constexpr domain::Millis kOnScreen = 60'000;
constexpr domain::Millis kElsewhere = 5 * 60'000;

}  // namespace

void UsageFeed::asked(domain::Millis now) {
    asking_ = true;
    asked_at_ = now;
}

void UsageFeed::answered(const Result<std::string>& json, domain::Millis now) {
    asking_ = false;
    if (!json) {
        error_ = json.error();
        return;
    }
    Result<UsageOverview> read = usage_overview_from_json(json.value());
    if (!read) {
        error_ = read.error();
        return;
    }
    overview_ = std::move(read).value();
    error_.reset();
    heard_at_ = now;
    ++edition_;
}

domain::Millis UsageFeed::due_in(domain::Millis now, bool on_screen) const {
    if (!asked_at_) {
        return 0;
    }
    const domain::Millis between = on_screen ? kOnScreen : kElsewhere;
    // A clock that was set back is no reason to wait longer.
    return std::clamp<domain::Millis>(*asked_at_ + between - now, 0, between);
}

}  // namespace atrium::shell
