// Small wordings and signs that several screens share, so that a thing is called the same
// everywhere.
//
//     cost_text(6'200'000, view.formats);       // "$0.006"
//     share_text(0.92, view.formats);           // "92%"
//     decision_name(DecisionCategory::Pricing);   // "Price"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/domain/workspace.h"
#include "shell/connection.h"
#include "shell/ui/marks.h"

namespace atrium::shell {

// A Lucide icon of shell/theme/icons.h.
[[nodiscard]] const char* decision_icon(domain::DecisionCategory category);

// "Platform", "Price", "Structure", "Launch date", "First month".
[[nodiscard]] const std::string& decision_name(domain::DecisionCategory category);

// "Pre-launch"
[[nodiscard]] std::string_view status_name(domain::ProjectStatus status);

// Money that was spent on answers: "$0.10", "$0.006", "under $0.001", "$0".
[[nodiscard]] std::string cost_text(std::int64_t nano_usd, const domain::Formats& formats);

// A whole percentage of 0 to 1, "64%". What is not quite everything is not 100%.
[[nodiscard]] std::string share_text(double share, const domain::Formats& formats);

// "MO" for "Maya Okafor", at most two letters; empty for an empty name.
[[nodiscard]] std::string initials(std::string_view name);

// Who wrote an answer: "Built-in guide", "Claude Sonnet 5.5".
[[nodiscard]] std::string author_name(const domain::Message& message, const Connection& connection);
[[nodiscard]] std::string model_name(const std::string& model, const Connection& connection);

// "Away 20 to 27 December", "Away 30 December to 3 January", "Away 24 December".
[[nodiscard]] std::string away_text(const domain::Absence& away, const domain::Formats& formats);

// The arches' states: decided, the one at hand (suggested, or the first open one), open.
struct FiveArches {
    ArchState states[5];
    std::string name;  // "3 of 5 decisions made"
};

[[nodiscard]] FiveArches five_arches(const domain::Project& project);

// The newest open suggestion for a category, or null.
[[nodiscard]] const domain::Suggestion* open_suggestion_for(const domain::Project& project,
                                                            domain::DecisionCategory category);

}  // namespace atrium::shell
