#include <algorithm>

#include "core/domain/detector/commitment_rules.h"

namespace atrium::domain::detector {
namespace {

// One word ("closed", "deal") refers back only where it is all that its clause says.
bool speaks_for_itself(const Circumstances& on, const Hit& cue) {
    const Span clause = on.reading.clause_span(cue.begin);
    // "Write it" is an order, "who has to write it" is none.
    if (language().is_in_set(on.reading.tokens[cue.begin].word, WordSet::OrderVerb) &&
        !opens_clause(on, cue)) {
        return false;
    }
    return cue.end - cue.begin > 1 || on.distance(clause.begin, clause.end) <= 2;
}

// "The panel is on January 12 and I promised them a leaflet": not every day is the launch.
bool is_any_day(const Circumstances& on, std::size_t index) {
    const Span clause = on.reading.clause_span(on.begin(index));
    return on.category(index) == DecisionCategory::Timeline && !on.has_topic(index) &&
           on.distance(clause.begin, clause.end) > 1;
}

// "Eight channels for sure, tiers I still have to think about."
bool about_other_count(const Circumstances& on, std::size_t index, Span span) {
    const auto* counts = std::get_if<StructureSlots>(&on.mentions[index].slots);
    if (counts == nullptr) {
        return false;
    }
    const std::string_view own = counts->tiers ? "tiers" : counts->channels ? "channels" : "roles";
    const std::vector<Hit>& nouns = on.reading.of(Group::Counted);
    return std::any_of(nouns.begin(), nouns.end(), [&](const Hit& noun) {
        return noun.begin >= span.begin && noun.end <= span.end && language().name_of(noun) != own;
    });
}

bool about_other(const Circumstances& on, std::size_t index, Span span) {
    if (about_other_count(on, index, span)) {
        return true;
    }
    for (const DecisionCategory other : kDecisionCategories) {
        if (other != on.category(index) && on.topic_in(other, span)) {
            return true;
        }
    }
    for (std::size_t i = 0; i < on.mentions.size(); ++i) {
        if (on.category(i) != on.category(index) && !on.mentions[i].needs_context &&
            on.begin(i) >= span.begin && on.end(i) <= span.end) {
            return true;
        }
    }
    return false;
}

}  // namespace

// "That's the price.", "Put that in.": in the same sentence or one of the next two.
double referred_back(const Circumstances& on, std::size_t index) {
    constexpr std::uint32_t kReach = 2;
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    for (const Hit& cue : on.reading.of(Group::CommitBack)) {
        const std::uint32_t sentence = on.reading.sentence_of[cue.begin];
        if (on.mentions[index].needs_context && !on.has_topic(index) &&
            !on.topic_in(on.category(index), on.reading.sentence_span(sentence))) {
            continue;
        }
        if (cue.begin < on.end(index) || sentence < own || sentence > own + kReach ||
            !speaks_for_itself(on, cue) || on.replaced_before(index, cue.begin) ||
            on.is_negated(cue.begin) || on.moods.is_question(cue.begin) ||
            on.moods.hangs_on(Group::Condition, cue.begin) || is_any_day(on, index)) {
            continue;
        }
        const std::uint32_t at = on.begin(index);
        // "He says 29. So that is what we're asking.": taken up from somebody else
        const bool own_words = sentence != own || !on.is_others(at, on.here(index));
        if (own_words && !on.is_hedged(at) && !on.is_negated(at) &&
            !on.is_elsewhere(index, on.here(index))) {
            return kNear;
        }
    }
    return kNothing;
}

// "Decision made: …", "Put this in the plan:" before the value.
double announced(const Circumstances& on, std::size_t index) {
    constexpr std::uint32_t kReach = 2;
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    if (on.mentions[index].needs_context && !on.has_topic(index)) {
        return kNothing;
    }
    for (const Hit& cue : on.reading.of(Group::CommitForward)) {
        const std::uint32_t sentence = on.reading.sentence_of[cue.begin];
        if (cue.end > on.begin(index) || sentence > own || own - sentence > kReach ||
            on.is_negated(cue.begin) || on.is_hedged(cue.begin) ||
            by_subject(on, cue, Group::CommitBefore) == kNothing) {
            continue;
        }
        if (on.holds(index, on.here(index))) {
            return kNear;
        }
    }
    return kNothing;
}

// A later "not sure yet" or "don't save that" takes back what was said before it.
bool is_left_open(const Circumstances& on, std::size_t index) {
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    for (const Hit& hit : on.reading.of(Group::Unsettled)) {
        const std::uint32_t sentence = on.reading.sentence_of[hit.begin];
        if (sentence < own || !on.moods.says(Group::Unsettled, hit.begin, hit.end)) {
            continue;
        }
        const Span span = sentence == own ? on.reading.clause_span(hit.begin)
                                          : on.reading.sentence_span(sentence);
        const bool same_clause = on.begin(index) >= span.begin && on.begin(index) < span.end;
        if (!same_clause && (hit.begin < on.begin(index) || about_other(on, index, span))) {
            continue;
        }
        return true;
    }
    return false;
}

}  // namespace atrium::domain::detector
