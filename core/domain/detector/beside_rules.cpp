#include <algorithm>

#include "core/domain/detector/commitment_rules.h"

namespace atrium::domain::detector {
namespace {

// On which side of the value a cue stands, and how many words away.
struct Side {
    bool before = false;
    std::uint32_t words = 0;
};

// One word ("final", "sold") or "it is" settles a value only as the last of its clause.
bool ends_clause(const Circumstances& on, const Hit& cue) {
    const std::uint32_t last = on.reading.clause_span(cue.begin).end;
    const bool it_is = cue.end - cue.begin == 2 && on.reading.is_word(cue.begin, "it");
    const bool then = on.reading.is_word(cue.end, "then") || on.reading.is_word(cue.end, "for");
    return (cue.end - cue.begin > 1 && !it_is) || (it_is && then) || cue.end == last ||
           (cue.end + 1 == last && on.reading.tokens[cue.end].kind == TokenKind::Symbol);
}

// Only small words between the value and a cue that says nothing about its kind.
bool touches(const Circumstances& on, std::size_t index, const Hit& cue) {
    const bool before = cue.end <= on.begin(index);
    const std::uint32_t from = before ? cue.end : on.end(index);
    const std::uint32_t to = before ? on.begin(index) : cue.begin;
    for (std::uint32_t i = from; i < to; ++i) {
        if (!language().is_in_set(on.reading.tokens[i].word, WordSet::Filler)) {
            return false;
        }
    }
    return true;
}

double by_distance(std::uint32_t words, double best) {
    return words <= 2 ? best : words <= 4 ? kLoose : words <= 7 ? kFaint : kNothing;
}

// Whether a cue of the group may stand on that side of the value, and as far away as it does.
bool is_in_place(
    const Circumstances& on, std::size_t index, const Hit& cue, Group group, Side side) {
    const bool own = group == on.own_cues(index);
    if (side.before) {
        if (group == Group::CommitAfter) {
            return false;
        }
    } else if (group != Group::CommitAfter &&
               !(own && on.category(index) == DecisionCategory::Timeline)) {
        return false;
    }
    switch (group) {
        case Group::CommitClose:
            // One word ("agreed", "settled") carries a value only from the start of its clause.
            return side.words == 0 && (cue.end - cue.begin > 1 || opens_clause(on, cue));
        case Group::CommitImperative:
            return side.words <= 2 && opens_clause(on, cue);
        case Group::CommitAfter:
            return ends_clause(on, cue);
        case Group::WeakStructure:
            return on.category(index) == DecisionCategory::Structure;
        case Group::WeakContent:
            return on.category(index) == DecisionCategory::Content &&
                   !on.mentions[index].needs_context;
        default:
            return true;
    }
}

double best_of(Group group) {
    return group == Group::WeakStructure     ? kDeclared
           : group == Group::CommitStructure ? kLoose
                                             : kSure;
}

// The confidence that one cue lends, before asking whether the two hold.
double lent(const Circumstances& on, std::size_t index, const Hit& cue, Group group) {
    const Mention& mention = on.mentions[index];
    const bool rhythm = std::holds_alternative<ContentSlots>(mention.slots);
    const bool inside = cue.begin < mention.span.end && cue.end > mention.span.begin;
    // A format and its rhythm may stand around the verb ("every Thursday we do a live call").
    if (inside && !rhythm && cue.begin >= mention.span.begin) {
        return kNothing;
    }
    Side side;
    side.before = inside || cue.end <= mention.span.begin;
    side.words = inside        ? 0
                 : side.before ? on.distance(cue.end, mention.span.begin)
                               : on.distance(mention.span.end, cue.begin);
    const bool own = group == on.own_cues(index);
    // A number in words is too common to be a price without words about one.
    const bool loose_number = std::holds_alternative<PricingSlots>(mention.slots) &&
                              mention.needs_context && !own && !on.has_topic(index) &&
                              on.reading.tokens[mention.span.begin].kind == TokenKind::Word;
    if (loose_number || !is_in_place(on, index, cue, group, side) ||
        (!own && mention.needs_context && !touches(on, index, cue))) {
        return kNothing;
    }
    const bool same_clause =
        on.reading.clause_of[cue.begin] == on.reading.clause_of[mention.span.begin];
    const double best = mention.needs_context && !same_clause ? kFaint : best_of(group);
    return std::min({by_distance(side.words, best_of(group)), best, by_subject(on, cue, group)});
}

}  // namespace

double beside(const Circumstances& on, std::size_t index) {
    const auto* content = std::get_if<ContentSlots>(&on.mentions[index].slots);
    if (content != nullptr && content->format.empty() && !on.has_topic(index)) {
        return kNothing;
    }
    const Span segment = on.reading.segment_span(on.begin(index));
    double best = kNothing;
    for (const Group group : {Group::CommitBefore,
                              Group::CommitClose,
                              Group::CommitImperative,
                              on.own_cues(index),
                              Group::WeakStructure,
                              Group::CommitAfter}) {
        for (const Hit& cue : on.reading.of(group)) {
            if (cue.begin < segment.begin || cue.end > segment.end) {
                continue;
            }
            const double found = lent(on, index, cue, group);
            if (found > best && on.holds(index, cue)) {
                best = found;
            }
        }
    }
    return best;
}

double by_subject(const Circumstances& on, const Hit& cue, Group group) {
    const Span clause = on.reading.clause_span(cue.begin);
    std::uint32_t at = cue.begin;
    while (at > clause.begin &&
           language().is_in_set(on.reading.tokens[at - 1].word, WordSet::Adverb)) {
        --at;
    }
    const bool first_person =
        language().is_in_set(on.reading.tokens[cue.begin].word, WordSet::FirstPerson);
    if (at == clause.begin || on.reading.tokens[at - 1].kind != TokenKind::Word ||
        group == Group::CommitAfter || first_person) {
        return kSure;
    }
    const Token& subject = on.reading.tokens[at - 1];
    for (std::uint32_t i = clause.begin; i < cue.begin; ++i) {
        if (language().is_in_set(on.reading.tokens[i].word, WordSet::ForeignSubject)) {
            return kNothing;
        }
    }
    if (group == Group::CommitBefore || group == Group::CommitClose) {
        const bool known = subject.word != kUnknownWord;
        return known ? kSure : subject.capital ? kNothing : kDeclared;
    }
    if (language().is_in_set(subject.word, WordSet::OwnSubject)) {
        return kSure;
    }
    // "The hall costs", "the exhibition opens"; a capital may be the community's own name.
    const bool foreign = subject.word == kUnknownWord && !subject.capital &&
                         (group == Group::CommitPricing || group == Group::CommitTimeline);
    return foreign ? kNothing : kDeclared;
}

bool opens_clause(const Circumstances& on, const Hit& cue) {
    const Span clause = on.reading.clause_span(cue.begin);
    for (std::uint32_t i = clause.begin; i < cue.begin; ++i) {
        const Token& token = on.reading.tokens[i];
        if (token.kind == TokenKind::Word &&
            !language().is_in_set(token.word, WordSet::QuestionOpening) &&
            !language().is_in_set(token.word, WordSet::OrderOpening)) {
            return false;
        }
    }
    return true;
}

}  // namespace atrium::domain::detector
