// Which documents quote what is decided otherwise by now. A version keeps the values it was written
// under; whether it is stale is computed from them, from its text and from today's decisions.
//
//     for (const StaleReason& reason : stale_reasons(project, document)) show(reason.sentence);
//     // "Quotes $29 a month; the price is now $39 a month."
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/workspace.h"

namespace atrium::domain {

struct StaleReason {
    DecisionCategory category = DecisionCategory::Platform;
    std::optional<DecisionSlots> was;  // none: it was open when the document was written
    std::optional<DecisionSlots> now;  // none: the decision was taken back
    std::string sentence;

    bool operator==(const StaleReason&) const = default;
};

// Empty: the newest version holds. In the order of the decisions.
[[nodiscard]] std::vector<StaleReason> stale_reasons(const Project& project,
                                                     const Document& document,
                                                     const Formats& formats = {});

struct StaleDocument {
    DocumentId id;
    std::string title;
    std::vector<StaleReason> reasons;  // never empty
    bool can_refit = false;            // one of our drafts: RefitDocuments writes it again

    bool operator==(const StaleDocument&) const = default;
};

[[nodiscard]] std::vector<StaleDocument> stale_documents(const Project& project,
                                                         const Formats& formats = {});

// The decisions that hold, at most one of each category; the launch as a day.
[[nodiscard]] std::vector<DecisionSlots> standing_values(const Project& project);

// What a version by the creator's hand is written under: an old value that its text still quotes
// stays old. `before` is null for a new document.
[[nodiscard]] std::vector<DecisionSlots> values_after_edit(const Project& project,
                                                           const Document* before,
                                                           std::string_view markdown);

}  // namespace atrium::domain
