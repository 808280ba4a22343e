// A text the session produced: the deliverable of a task, kept with all its versions.
#pragma once

#include <string>
#include <vector>

#include "core/domain/decision.h"
#include "core/domain/ids.h"

namespace atrium::domain {

// Kebab-case word of the plan template ("member-promise", "price-page"); free, because a creator or
// Claude may save a kind the template does not know.
using DocumentKind = std::string;

struct DocumentVersion {
    std::string markdown;
    Millis at = 0;
    std::string author;  // "guide", "creator" or a model's name
    // The values that stood when it was written, at most one for each decision; a launch that was
    // given in weeks stands here as its day. staleness.h compares them with those of today.
    std::vector<DecisionSlots> under;

    bool operator==(const DocumentVersion&) const = default;
};

struct Document {
    DocumentId id;
    DocumentKind kind;
    std::string title;
    std::string task_id;
    std::vector<DocumentVersion> versions;  // oldest first, never empty

    bool operator==(const Document&) const = default;

    const DocumentVersion& latest() const { return versions.back(); }
};

}  // namespace atrium::domain
