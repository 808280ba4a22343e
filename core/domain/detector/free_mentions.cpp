#include "core/domain/detector/free_mentions.h"

namespace atrium::domain::detector {

std::string tier_name_before(const Reading& reading, std::uint32_t begin) {
    const Span sentence = reading.sentence_span(reading.sentence_of[begin]);
    std::uint32_t end = begin;
    while (end > sentence.begin && begin - end < 5 &&
           (reading.tokens[end - 1].kind == TokenKind::Symbol ||
            language().is_in_set(reading.tokens[end - 1].word, WordSet::BeforePrice))) {
        --end;
    }
    std::uint32_t first = end;
    while (first > sentence.begin && end - first < 3 &&
           reading.tokens[first - 1].kind == TokenKind::Word && reading.tokens[first - 1].capital &&
           !language().is_in_set(reading.tokens[first - 1].word, WordSet::NoTierName)) {
        --first;
    }
    if (first == end) {
        return "";
    }
    const std::uint32_t from = reading.tokens[first].begin;
    return std::string(reading.text.substr(from, reading.tokens[end - 1].end - from));
}

void add_free_mentions(const Reading& reading, Mentions& mentions) {
    for (const Hit& hit : clear_hits(reading, Group::Free)) {
        if (is_taken(mentions, hit.begin, hit.end)) {
            continue;
        }
        Mention mention;
        mention.span = {hit.begin, hit.end};
        PricingSlots slots;
        slots.amount = 0.0;
        mention.slots = slots;
        mention.needs_context = language().name_of(hit) != "declared";
        mention.tier_name = tier_name_before(reading, hit.begin);
        mentions.push_back(mention);
    }
}

}  // namespace atrium::domain::detector
