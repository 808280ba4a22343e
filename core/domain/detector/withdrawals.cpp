#include "core/domain/detector/withdrawals.h"

#include <algorithm>

namespace atrium::domain::detector {
namespace {

std::uint32_t distance_after(const Hit& hit, std::uint32_t token) {
    return token - hit.end;
}

bool only_articles_between(const Reading& reading, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) {
        if (!language().is_in_set(reading.tokens[i].word, WordSet::Article)) {
            return false;
        }
    }
    return true;
}

// "Drop the roles down to two": the word that gives up opens the order that sets the value.
bool opens_order_for(const Reading& reading, const Hit& hit, const Mention& mention) {
    const std::vector<Hit>& orders = reading.of(Group::CommitBefore);
    return std::any_of(orders.begin(), orders.end(), [&](const Hit& order) {
        return order.begin <= hit.begin && order.end > hit.end && order.end < mention.span.end;
    });
}

// "From" gives up a value only on the way to another; "over" only one that follows its better.
bool fits(const Reading& reading, const Mentions& mentions, std::size_t index, const Hit& hit) {
    const Span mention = mentions[index].span;
    const Span sentence = reading.sentence_span(reading.sentence_of[mention.begin]);
    if (reading.is_word(hit.begin, "from")) {
        const bool counted_off = hit.begin > 0 && (reading.is_word(hit.begin - 1, "down") ||
                                                   reading.is_word(hit.begin - 1, "up"));
        return counted_off || has_other_value(mentions, index, {mention.end, sentence.end});
    }
    return !reading.is_word(hit.begin, "over") ||
           has_other_value(mentions, index, {sentence.begin, mention.begin});
}

bool is_withdrawn_before(const Reading& reading, const Mentions& mentions, std::size_t index) {
    constexpr std::uint32_t kReach = 2;
    const std::uint32_t at = mentions[index].span.begin;
    for (const Hit& hit : reading.of(Group::Withdrawn)) {
        if (hit.end <= at && distance_after(hit, at) <= kReach &&
            reading.sentence_of[hit.begin] == reading.sentence_of[at] &&
            only_articles_between(reading, hit.end, at) &&
            !opens_order_for(reading, hit, mentions[index]) &&
            fits(reading, mentions, index, hit)) {
            return true;
        }
    }
    return false;
}

bool is_withdrawn_after(const Reading& reading, const Mention& mention) {
    const std::uint32_t end = mention.span.end;
    // "Discord, no."
    if (reading.is_symbol(end, ',') && reading.is_word(end + 1, "no") &&
        reading.clause_span(end + 1).end <= end + 2) {
        return true;
    }
    const std::vector<Hit>& hits = reading.of(Group::WithdrawnBack);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return hit.begin >= end && hit.begin - end <= 1 &&
               reading.clause_of[hit.begin] == reading.clause_of[mention.span.begin];
    });
}

// Counts of different things ("two tiers", "ten channels") stand side by side.
bool compete(const DecisionSlots& one, const DecisionSlots& other) {
    const auto* a = std::get_if<StructureSlots>(&one);
    const auto* b = std::get_if<StructureSlots>(&other);
    const auto* price = std::get_if<PricingSlots>(&one);
    const auto* price_again = std::get_if<PricingSlots>(&other);
    if (price != nullptr && price_again != nullptr) {
        return price->amount != price_again->amount;
    }
    if (one == other || a == nullptr || b == nullptr) {
        return !(one == other);
    }
    return (a->tiers && b->tiers) || (a->channels && b->channels) || (a->roles && b->roles);
}

}  // namespace

bool has_other_value(const Mentions& mentions, std::size_t index, Span span) {
    const Mention& mention = mentions[index];
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
        return &other != &mention && category_of(other.slots) == category_of(mention.slots) &&
               !other.needs_context && compete(other.slots, mention.slots) &&
               other.span.begin >= span.begin && other.span.end <= span.end;
    });
}

bool are_rivals(const Mention& one, const Mention& other) {
    return category_of(one.slots) == category_of(other.slots) && compete(one.slots, other.slots);
}

bool is_withdrawn(const Reading& reading, const Mentions& mentions, std::size_t index) {
    return is_withdrawn_before(reading, mentions, index) ||
           is_withdrawn_after(reading, mentions[index]);
}

}  // namespace atrium::domain::detector
