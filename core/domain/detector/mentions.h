// Values that a message names, whether or not its author commits to them: platforms, prices, counts,
// launch dates, formats and rhythms. Judging is done later (commitments.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/decision.h"
#include "core/domain/detector/reading.h"

namespace atrium::domain::detector {

struct Mention {
    Span span;
    DecisionSlots slots;
    // The words alone do not tell what the value is for ("29", "Friday", "free"): it counts only
    // beside words about that decision.
    bool needs_context = false;
    // "Not eight channels. Five.": the number takes the place of a count said just before.
    bool replaces_count = false;
    std::string tier_name;  // for prices: the tier that this price belongs to, as written
};

using Mentions = std::vector<Mention>;

// All of them in the order of the text.
[[nodiscard]] Mentions mentions_in(const Reading& reading, Date today);

// The parts, one for each category. A later one is given the spans that are taken already: the
// "month" of a price is no rhythm.
void add_platform_mentions(const Reading& reading, Mentions& mentions);
void add_price_mentions(const Reading& reading, Mentions& mentions);
void add_count_mentions(const Reading& reading, Mentions& mentions);
void add_date_mentions(const Reading& reading, Date today, Mentions& mentions);
void add_content_mentions(const Reading& reading, Mentions& mentions);

// Gives a bare number that stands for a count said just before ("it's two now") that count's noun.
void resolve_bare_counts(const Reading& reading, Mentions& mentions);

// True where one of the mentions covers any of the tokens [begin, end).
[[nodiscard]] bool is_taken(const Mentions& mentions, std::uint32_t begin, std::uint32_t end);

// The longest hit of the group that begins at the token, or nullptr.
[[nodiscard]] const Hit* longest_hit_at(const Reading& reading, Group group, std::uint32_t token);

// The hits of the group without those inside a longer one or inside an idiom.
[[nodiscard]] std::vector<Hit> clear_hits(const Reading& reading, Group group);

}  // namespace atrium::domain::detector
