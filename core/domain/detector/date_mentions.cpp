#include <algorithm>
#include <optional>

#include "core/domain/detector/day_reader.h"
#include "core/domain/detector/mentions.h"

namespace atrium::domain::detector {
namespace {

// "before Christmas", "mid January", "around the 15th": only near that day.
bool is_vague(const Reading& reading, std::uint32_t begin) {
    for (const Hit& hit : reading.of(Group::Vague)) {
        const bool article = hit.end + 1 == begin &&
                             (reading.is_word(hit.end, "the") || reading.is_word(hit.end, "of"));
        const bool plain = reading.is_word(hit.begin, "in") || reading.is_word(hit.begin, "during");
        if (!plain && (hit.end == begin || article)) {
            return true;
        }
    }
    return false;
}

}  // namespace

void add_date_mentions(const Reading& reading, Date today, Mentions& mentions) {
    const DayReader reader(reading, today);
    for (const Clause& clause : reading.clauses) {
        for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
            const std::optional<DayRead> read = reader.read(at);
            if (!read || is_taken(mentions, at, read->end)) {
                continue;
            }
            Mention mention;
            mention.span = {at, read->end};
            mention.needs_context = read->needs_context;
            mention.slots = is_vague(reading, at) ? TimelineSlots{} : read->slots;
            mentions.push_back(mention);
            at = std::max(at, read->end - 1);
        }
    }
}

}  // namespace atrium::domain::detector
