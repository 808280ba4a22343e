// Everybody's usage as last heard from the proxy, for administrators: when to ask again, and what to
// show meanwhile. Figures that are there stay there when a later question fails.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shell/usage_overview.h"

namespace atrium::shell {

class UsageFeed {
 public:
    void asked(domain::Millis now);

    void answered(const Result<std::string>& json, domain::Millis now);

    // A question is under way.
    bool asking() const { return asking_; }

    // The last answer that could be read; null: none yet.
    const UsageOverview* overview() const { return overview_ ? &*overview_ : nullptr; }

    // Why the last question failed; nothing while there was none or it succeeded.
    const std::optional<Error>& error() const { return error_; }

    // When overview() arrived.
    domain::Millis heard_at() const { return heard_at_; }

    // Grows with each overview, so that what is reckoned from it can be kept until the next one.
    std::uint64_t edition() const { return edition_; }

    // Milliseconds until it is time to ask again, 0 for now: sooner while somebody looks at it.
    domain::Millis due_in(domain::Millis now, bool on_screen) const;

 private:
    std::optional<UsageOverview> overview_;
    std::optional<Error> error_;
    std::optional<domain::Millis> asked_at_;
    domain::Millis heard_at_ = 0;
    std::uint64_t edition_ = 0;
    bool asking_ = false;
};

}  // namespace atrium::shell
