// What surrounds a value in its message, as every rule about commitments asks it: how far it is from
// a cue, whether the stretch is hedged, denied or somebody else's, and what it is about.
#pragma once

#include <cstdint>

#include "core/domain/detector/mentions.h"
#include "core/domain/detector/moods.h"
#include "core/domain/detector/reading.h"

namespace atrium::domain::detector {

// `index` is a mention's place in `mentions`, `token` a token's place in the message. The three
// parts belong to the caller and outlive this.
struct Circumstances {
    const Reading& reading;
    const Moods& moods;
    const Mentions& mentions;

    [[nodiscard]] DecisionCategory category(std::size_t index) const {
        return category_of(mentions[index].slots);
    }

    [[nodiscard]] std::uint32_t begin(std::size_t index) const {
        return mentions[index].span.begin;
    }

    [[nodiscard]] std::uint32_t end(std::size_t index) const { return mentions[index].span.end; }

    // The words in [from, to) that count: neither small words nor part of a value. In "two tiers on
    // Discord at $29" the price is as near to the verb as the tiers are.
    [[nodiscard]] std::uint32_t distance(std::uint32_t from, std::uint32_t to) const;

    // The group of cues that say on their own that such a value is meant: "we charge".
    [[nodiscard]] Group own_cues(std::size_t index) const;

    // A cue at the value itself: only the value's own surroundings are judged.
    [[nodiscard]] Hit here(std::size_t index) const { return Hit{{}, begin(index), begin(index)}; }

    // Whether a cue may carry the value: neither of the two is hedged, denied, somebody else's or
    // about another sum or day.
    [[nodiscard]] bool holds(std::size_t index, const Hit& cue) const;

    // Asked, doubted, imagined, hanging on a condition, past or ironic.
    [[nodiscard]] bool is_hedged(std::uint32_t token) const;

    // A "not" reaches the token: a few words before it, with no other value in between.
    [[nodiscard]] bool is_negated(std::uint32_t token) const;

    // Somebody else's choice or words.
    [[nodiscard]] bool is_others(std::uint32_t token, const Hit& cue) const;

    // An amount that is no price, a date that is no launch.
    [[nodiscard]] bool is_elsewhere(std::size_t index, const Hit& cue) const;

    // Words in the value's sentence say what kind of decision it belongs to.
    [[nodiscard]] bool has_topic(std::size_t index) const;

    [[nodiscard]] bool topic_in(DecisionCategory wanted, Span span) const;

    // Several counts or prices may stand in one list without replacing each other.
    [[nodiscard]] bool is_listable(std::size_t index) const;

    // A later value of the same kind stands before `token` and takes this one's place.
    [[nodiscard]] bool replaced_before(std::size_t index, std::uint32_t token) const;

    [[nodiscard]] bool same_category_between(std::size_t index,
                                             std::uint32_t from,
                                             std::uint32_t to) const;

 private:
    [[nodiscard]] bool repeats_price(std::size_t index) const;
    [[nodiscard]] bool is_named_it(std::size_t index) const;
    [[nodiscard]] bool changes_rhythm(std::size_t index) const;
    [[nodiscard]] bool has_trailing_condition(std::uint32_t token) const;
};

}  // namespace atrium::domain::detector
