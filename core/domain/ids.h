// Identities inside a workspace. They come from one counter of the workspace, so that replaying the
// events gives the same ones; 0 is nobody.
#pragma once

#include <compare>
#include <cstdint>

namespace atrium::domain {

template <typename Tag>
struct StrongId {
    std::uint64_t value = 0;

    auto operator<=>(const StrongId&) const = default;

    explicit operator bool() const { return value != 0; }
};

using ProjectId = StrongId<struct ProjectTag>;
using MessageId = StrongId<struct MessageTag>;
using DecisionId = StrongId<struct DecisionTag>;
using SuggestionId = StrongId<struct SuggestionTag>;
using DocumentId = StrongId<struct DocumentTag>;

// All events that one command caused; the unit of undo.
using BatchId = StrongId<struct BatchTag>;

// Unix time in milliseconds, UTC.
using Millis = std::int64_t;

}  // namespace atrium::domain
