#include "core/domain/detector/task_pairs.h"

#include <algorithm>

namespace atrium::domain::detector {
namespace {

constexpr double kSure = 0.92;       // thing and finish stand together
constexpr double kLoose = 0.75;      // some words stand between
constexpr std::uint32_t kReach = 6;  // words between a thing and its finish
constexpr std::uint32_t kPlanningReach = 2;

// "The first posts are in all the channels": where the other thing is, and not done itself.
bool is_place(const TaskStatements& on, const Hit& thing) {
    const std::uint32_t clause = on.reading.clause_span(thing.begin).begin;
    return std::any_of(on.things.begin(), on.things.end(), [&](const Hit& other) {
        if (other.label.name == thing.label.name || other.begin < clause ||
            other.end >= thing.begin || on.distance(other.end, thing.begin) > 0) {
            return false;
        }
        for (std::uint32_t i = other.end; i < thing.begin; ++i) {
            if (on.reading.is_word(i, "in") || on.reading.is_word(i, "into") ||
                on.reading.is_word(i, "on")) {
                return true;
            }
        }
        return false;
    });
}

// "Promise finished and platform picked": what is finished stands before the word.
bool follows_thing(const TaskStatements& on, const Hit& cue) {
    return cue.begin > 0 && on.is_thing(cue.begin - 1) &&
           on.reading.clause_of[cue.begin - 1] == on.reading.clause_of[cue.begin];
}

// "The channels exist, the permissions don't", "the message is written, the bot isn't set up":
// another part of the same task is missing.
bool is_half_denied(const TaskStatements& on, const Hit& thing) {
    for (const Group group : {Group::Things, Group::Made, Group::Standing}) {
        for (const Hit& other : on.reading.of(group)) {
            const Span clause = on.reading.clause_span(other.begin);
            if (other.label.name == thing.label.name && other.begin >= thing.end &&
                on.reading.sentence_of[other.begin] == on.reading.sentence_of[thing.begin] &&
                clause.begin > thing.begin &&
                on.moods.says(Group::Negation, clause.begin, clause.end)) {
                return true;
            }
        }
    }
    return false;
}

// "Stripe is connected", "Stripe connected", but not "Stripe, which I connected my …".
bool has_verb_between(const TaskStatements& on, const Hit& thing, const Hit& cue) {
    const bool active = cue.end < on.reading.tokens.size() &&
                        language().is_in_set(on.reading.tokens[cue.end].word, WordSet::ObjectStart);
    if (on.distance(thing.end, cue.begin) == 0 && !active) {
        return true;
    }
    for (std::uint32_t i = thing.end; i < cue.begin; ++i) {
        if (language().is_in_set(on.reading.tokens[i].word, WordSet::BeOrHave)) {
            return true;
        }
    }
    const WordId first = on.reading.tokens[cue.begin].word;
    return language().is_in_set(first, WordSet::BeOrHave) ||
           language().is_in_set(first, WordSet::FiniteState);
}

// Sides on which such a cue may stand: "finished the rules", "the rules are finished".
bool is_on_its_side(Group group, bool forward) {
    return forward ? group == Group::FinishBefore || group == Group::Made
                   : group != Group::FinishBefore;
}

// A verb before the thing that is no report of the author's: an order, an infinitive, work of
// somebody else ("our vicar has opened").
bool is_other_verb(const TaskStatements& on, const Hit& cue, Group group, Speaker speaker) {
    if (cue.begin > 0 && on.reading.is_word(cue.begin - 1, "to")) {
        return true;
    }
    if (group == Group::FinishBefore) {
        return follows_thing(on, cue);
    }
    const bool order =
        speaker == Speaker::Assistant && cue.begin == on.reading.clause_span(cue.begin).begin;
    const bool third = cue.begin > 0 && on.reading.is_word(cue.begin - 1, "has");
    return order || third;
}

// "The founder podcast", "the beta fish": the thing only describes a word that nobody knows.
bool is_modifier(const TaskStatements& on, const Hit& thing) {
    return thing.end < on.reading.tokens.size() &&
           on.reading.tokens[thing.end].kind == TokenKind::Word &&
           on.reading.tokens[thing.end].word == kUnknownWord;
}

}  // namespace

bool is_planning_task(const Hit& hit) {
    return language().is_in_set(language().vocabulary.find(language().name_of(hit)),
                                WordSet::PlanningTask);
}

double finished_together(
    const TaskStatements& on, const Hit& thing, const Hit& cue, Group group, Speaker speaker) {
    const bool forward = cue.end <= thing.begin;
    const bool backward = thing.end <= cue.begin;
    // "cross the promise off"
    if (group == Group::FinishBefore && cue.begin < thing.begin && cue.end > thing.end) {
        return on.stands(cue.begin, cue.end, cue) ? kSure : 0.0;
    }
    if ((!forward && !backward) || !is_on_its_side(group, forward) ||
        !on.are_joined(thing.begin, cue.begin)) {
        return 0.0;
    }
    const std::uint32_t words =
        forward ? on.distance(cue.end, thing.begin) : on.distance(thing.end, cue.begin);
    if (words > (is_planning_task(thing) ? kPlanningReach : kReach) ||
        (forward && is_other_verb(on, cue, group, speaker)) ||
        (backward && group != Group::FinishAfter && !has_verb_between(on, thing, cue)) ||
        (backward && cue.begin > 0 && on.reading.is_word(cue.begin - 1, "to")) ||
        is_half_denied(on, thing) || (backward && is_place(on, thing))) {
        return 0.0;
    }
    const std::uint32_t begin = std::min(thing.begin, cue.begin);
    const std::uint32_t end = std::max(thing.end, cue.end);
    const bool near = words <= 2 && !is_modifier(on, thing) &&
                      (speaker == Speaker::Assistant || on.is_plain(cue));
    return on.stands(begin, end, cue) ? (near ? kSure : kLoose) : 0.0;
}

}  // namespace atrium::domain::detector
