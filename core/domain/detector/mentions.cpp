#include "core/domain/detector/mentions.h"

#include <algorithm>
#include <cmath>

#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {
namespace {

bool covers(const Hit& outer, const Hit& inner) {
    return outer.begin <= inner.begin && outer.end >= inner.end;
}

// Platform names that are everyday words count only as a name: with a capital letter.
bool is_name(const Reading& reading, const Hit& hit) {
    const Token& token = reading.tokens[hit.begin];
    return hit.end - hit.begin > 1 || token.capital ||
           !language().is_in_set(token.word, WordSet::EverydayPlatform);
}

}  // namespace

bool is_taken(const Mentions& mentions, std::uint32_t begin, std::uint32_t end) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
        return mention.span.begin < end && mention.span.end > begin;
    });
}

const Hit* longest_hit_at(const Reading& reading, Group group, std::uint32_t token) {
    const Hit* best = nullptr;
    for (const Hit& hit : reading.of(group)) {
        if (hit.begin == token && (best == nullptr || hit.end > best->end)) {
            best = &hit;
        }
    }
    return best;
}

std::vector<Hit> clear_hits(const Reading& reading, Group group) {
    std::vector<Hit> kept;
    for (const Hit& hit : reading.of(group)) {
        const auto hides = [&](const Hit& other) {
            return covers(other, hit);
        };
        const std::vector<Hit>& idioms = reading.of(Group::Idiom);
        if (std::any_of(idioms.begin(), idioms.end(), hides)) {
            continue;
        }
        const std::vector<Hit>& all = reading.of(group);
        const bool inside = std::any_of(all.begin(), all.end(), [&](const Hit& other) {
            return covers(other, hit) && other.end - other.begin > hit.end - hit.begin;
        });
        const bool twice = std::any_of(
            kept.begin(), kept.end(), [&](const Hit& other) { return covers(other, hit); });
        if (!inside && !twice) {
            kept.push_back(hit);
        }
    }
    return kept;
}

void add_platform_mentions(const Reading& reading, Mentions& mentions) {
    for (const Hit& hit : clear_hits(reading, Group::Platform)) {
        if (is_name(reading, hit)) {
            Mention mention;
            mention.span = {hit.begin, hit.end};
            mention.slots = PlatformSlots{language().name_of(hit)};
            mentions.push_back(mention);
        }
    }
}

namespace {

bool joins_count(const Reading& reading, std::uint32_t token) {
    const Token& word = reading.tokens[token];
    return word.kind == TokenKind::Word &&
           !language().is_in_set(word.word, WordSet::NeverBeforeCounted);
}

// A noun with the number that counts it, and the words of both.
struct Counted {
    Span span;
    double value = 0;
};

// The number that counts the noun at `hit`: before it ("eight text channels") or after it
// ("Channels: 8", "tiers (2)").
std::optional<Counted> counted_at(const Reading& reading, const Hit& hit) {
    constexpr std::uint32_t kMostAdjectives = 2;
    constexpr std::uint32_t kLongestNumber = 5;
    const Clause& clause = reading.clauses[reading.clause_of[hit.begin]];
    for (std::uint32_t back = 1; back <= kMostAdjectives + kLongestNumber; ++back) {
        if (hit.begin < clause.begin + back) {
            break;
        }
        const std::uint32_t at = hit.begin - back;
        const std::optional<Quantity> quantity = quantity_at(reading, at);
        if (!quantity || quantity->end > hit.begin || hit.begin - quantity->end > kMostAdjectives) {
            continue;
        }
        bool adjectives = true;
        for (std::uint32_t i = quantity->end; i < hit.begin; ++i) {
            adjectives = adjectives && joins_count(reading, i);
        }
        const std::optional<Quantity> longer =
            at > clause.begin ? quantity_at(reading, at - 1) : std::nullopt;
        if (adjectives && !(longer && longer->end == quantity->end)) {
            return Counted{{at, hit.end}, quantity->value};
        }
    }
    std::uint32_t at = hit.end;
    // "drop the roles down to two"
    at += reading.is_word(at, "down") || reading.is_word(at, "up") ? 1 : 0;
    // "cut the channels from nine to five"
    if (reading.is_word(at, "from")) {
        const std::optional<Quantity> old = quantity_at(reading, at + 1);
        at = old ? old->end : at;
    }
    if (reading.is_word(at, "to")) {
        ++at;
    } else {
        at = hit.end;
    }
    while (reading.is_symbol(at, ':') || reading.is_symbol(at, '(') || reading.is_symbol(at, '=') ||
           reading.is_symbol(at, '-')) {
        ++at;
    }
    if (at > hit.end && at < reading.tokens.size()) {
        if (const std::optional<Quantity> quantity = quantity_at(reading, at)) {
            return Counted{{hit.begin, quantity->end}, quantity->value};
        }
    }
    return std::nullopt;
}

// "all nine channels", "four of six channels": a set that is there already.
bool is_definite(const Reading& reading, std::uint32_t begin) {
    const auto is_number = [&](std::uint32_t back) {
        return begin >= back && quantity_at(reading, begin - back).has_value();
    };
    const auto is_of = [&](std::uint32_t back) {
        return begin >= back && reading.is_word(begin - back, "of");
    };
    // "three of eight", "three of the eight", but "a structure of six channels"
    const bool part = (is_of(1) && is_number(2)) || (is_of(2) && is_number(3));
    return part || (begin > 0 && !is_of(1) &&
                    language().is_in_set(reading.tokens[begin - 1].word, WordSet::Definite));
}

}  // namespace

void add_count_mentions(const Reading& reading, Mentions& mentions) {
    constexpr double kLargestCount = 500.0;
    for (const Hit& hit : clear_hits(reading, Group::Counted)) {
        const std::optional<Counted> counted = counted_at(reading, hit);
        if (!counted || counted->value > kLargestCount ||
            counted->value != std::floor(counted->value) ||
            is_taken(mentions, counted->span.begin, counted->span.end) ||
            is_definite(reading, counted->span.begin)) {
            continue;
        }
        StructureSlots slots;
        const std::string& noun = language().name_of(hit);
        (noun == "tiers"      ? slots.tiers
         : noun == "channels" ? slots.channels
                              : slots.roles) = static_cast<int>(counted->value);
        Mention mention;
        mention.span = counted->span;
        mention.slots = slots;
        mentions.push_back(mention);
    }
}

void resolve_bare_counts(const Reading& reading, Mentions& mentions) {
    constexpr double kLargestCount = 100.0;
    const auto is_small = [&](std::uint32_t token) {
        return language().is_in_set(reading.tokens[token].word, WordSet::Filler);
    };
    const auto is_ordered = [&](std::uint32_t token) {
        for (const Group group : {Group::CommitBefore, Group::CommitImperative}) {
            for (const Hit& hit : reading.of(group)) {
                if (hit.begin <= token && token < hit.end) {
                    return true;
                }
            }
        }
        return false;
    };
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        const auto* price = std::get_if<PricingSlots>(&mentions[i].slots);
        const auto* count = std::get_if<StructureSlots>(&mentions[i - 1].slots);
        if (price == nullptr || count == nullptr || !mentions[i].needs_context || !price->amount ||
            *price->amount < 1.0 || *price->amount > kLargestCount ||
            *price->amount != std::floor(*price->amount)) {
            continue;
        }
        const Span clause = reading.clause_span(mentions[i].span.begin);
        bool bare = reading.sentence_of[clause.begin] <=
                    reading.sentence_of[mentions[i - 1].span.begin] + 1;
        for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
            const bool inside = at >= mentions[i].span.begin && at < mentions[i].span.end;
            bare = bare && (inside || is_small(at) || is_ordered(at) ||
                            reading.tokens[at].kind == TokenKind::Symbol);
        }
        if (bare) {
            const int value = static_cast<int>(*price->amount);
            StructureSlots slots;
            (count->tiers ? slots.tiers : count->channels ? slots.channels : slots.roles) = value;
            mentions[i].slots = slots;
            mentions[i].needs_context = false;
            mentions[i].replaces_count = true;
        }
    }
}

Mentions mentions_in(const Reading& reading, Date today) {
    Mentions mentions;
    add_platform_mentions(reading, mentions);
    add_date_mentions(reading, today, mentions);
    add_count_mentions(reading, mentions);
    add_price_mentions(reading, mentions);
    add_content_mentions(reading, mentions);
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return a.span.begin < b.span.begin;
    });
    resolve_bare_counts(reading, mentions);
    return mentions;
}

}  // namespace atrium::domain::detector
