#include <algorithm>

#include "core/domain/detector/characters.h"
#include "core/domain/detector/commitment_rules.h"
#include "core/domain/detector/withdrawals.h"

namespace atrium::domain::detector {
namespace {

// Nothing but values that need no explanation, and small words.
bool is_bare(const Circumstances& on, std::uint32_t from, std::uint32_t to) {
    if (on.distance(from, to) > 0) {
        return false;
    }
    return std::none_of(on.mentions.begin(), on.mentions.end(), [&](const Mention& mention) {
        return mention.needs_context && mention.span.begin >= from && mention.span.end <= to;
    });
}

// "My newsletter goes out every Friday" tells of something that exists already.
bool is_owned(const Circumstances& on, std::size_t index) {
    const std::uint32_t at = on.begin(index);
    return at > 0 && (on.reading.is_word(at - 1, "my") || on.reading.is_word(at - 1, "our"));
}

// Another value of the same kind that is meant as seriously as this one.
bool has_rival(const Circumstances& on, std::size_t index) {
    for (std::size_t i = 0; i < on.mentions.size(); ++i) {
        const bool rival = i != index && are_rivals(on.mentions[i], on.mentions[index]) &&
                           !on.mentions[i].needs_context &&
                           !is_withdrawn(on.reading, on.mentions, i);
        const bool listed = on.is_listable(index) && on.reading.sentence_of[on.begin(i)] ==
                                                         on.reading.sentence_of[on.begin(index)];
        const bool corrected = on.begin(i) < on.begin(index) &&
                               on.moods.says(Group::Correction, on.begin(i), on.begin(index));
        if (rival && !listed && !corrected) {
            return true;
        }
    }
    return false;
}

}  // namespace

// "Launch: 2027-03-01", "price is 29"
namespace {

// "Launch: …", "price = …", "the structure task is finished: …"
bool has_colon(const Circumstances& on, const Hit& field, std::uint32_t value) {
    constexpr std::uint32_t kWordsBefore = 2;
    for (std::uint32_t i = field.end; i < value; ++i) {
        const bool mark = on.reading.is_symbol(i, ':') || on.reading.is_symbol(i, '=');
        const bool dash =
            i == field.end && (on.reading.is_symbol(i, '-') || on.reading.is_symbol(i, kLongDash));
        if ((mark || dash) && on.distance(field.end, i) <= kWordsBefore) {
            return true;
        }
    }
    return false;
}

}  // namespace

double labelled(const Circumstances& on, std::size_t index) {
    for (const Hit& field : on.reading.of(Group::Field)) {
        if (language().name_of(field) != category_id(on.category(index)) ||
            field.end > on.begin(index) ||
            on.reading.sentence_of[field.begin] != on.reading.sentence_of[on.begin(index)] ||
            (!on.is_listable(index) &&
             on.same_category_between(index, field.end, on.begin(index)))) {
            continue;
        }
        const std::uint32_t start = on.reading.clause_span(field.begin).begin;
        const bool line_start =
            field.begin == start ||
            (field.begin == start + 1 &&
             language().is_in_set(on.reading.tokens[start].word, WordSet::Article));
        const std::uint32_t words = on.distance(field.end, on.begin(index));
        if (words <= 4 && has_colon(on, field, on.begin(index)) &&
            on.holds(index, on.here(index))) {
            return kSure;
        }
        if (line_start && words == 0 && on.begin(index) - field.end <= 3 &&
            on.holds(index, on.here(index))) {
            return kNear;
        }
    }
    return kNothing;
}

// A sentence, or its opening clause, that is little more than its values, as in an answer:
// "7 dollars each month.", "Discord, because of the horse".
double alone(const Circumstances& on, std::size_t index) {
    const Span clause = on.reading.clause_span(on.begin(index));
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    if (on.mentions[index].needs_context || on.reading.sentences[own].mark == '?' ||
        has_rival(on, index) || is_owned(on, index)) {
        return kNothing;
    }
    const Span sentence = on.reading.sentence_span(own);
    const bool declared = std::holds_alternative<PricingSlots>(on.mentions[index].slots) &&
                          on.reading.has(Group::Free, on.mentions[index].span);
    const bool bare = declared || is_bare(on, sentence.begin, sentence.end) ||
                      is_bare(on, sentence.begin, clause.end);
    return bare && on.holds(index, on.here(index)) ? kDeclared : kNothing;
}

// "Two tiers: Taster is free, Regular is $18": prices that name their tiers declare them and their
// number; beside a decision about tiers they carry it on.
double tier_list(const Circumstances& on, std::size_t index) {
    const auto* counts = std::get_if<StructureSlots>(&on.mentions[index].slots);
    if (counts == nullptr && on.mentions[index].tier_name.empty()) {
        return kNothing;
    }
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    constexpr std::uint32_t kReach = 2;
    const Span sentence = on.reading.sentence_span(own);
    int named = 0;
    for (std::size_t i = 0; i < on.mentions.size(); ++i) {
        const std::uint32_t other = on.reading.sentence_of[on.begin(i)];
        const bool near = other <= own + kReach && own <= other + kReach;
        named += near && !on.mentions[i].tier_name.empty() ? 1 : 0;
    }
    if (named < 2 || (counts != nullptr && counts->tiers != named) ||
        !on.holds(index, on.here(index))) {
        return kNothing;
    }
    const Span before = own > 0 ? on.reading.sentence_span(own - 1) : sentence;
    const bool carried = on.moods.says(Group::CommitBefore, before.begin, sentence.end) &&
                         !on.moods.is_question(before.begin);
    return carried ? kNear : kDeclared;
}

// "It's 22 euros a month": said of the price, or of nothing else in the sentence.
// "Platform picked, it's Patreon."
double stated(const Circumstances& on, std::size_t index) {
    const bool price = on.category(index) == DecisionCategory::Pricing;
    if (on.mentions[index].needs_context || on.begin(index) < 2 ||
        (!price && !on.has_topic(index))) {
        return kNothing;
    }
    const std::uint32_t verb = on.begin(index) - 1;
    const bool is_stated =
        (on.reading.is_word(verb, "is") || on.reading.is_word(verb, "be")) &&
        (on.reading.is_word(verb - 1, "it") || on.reading.is_word(verb - 1, "that") ||
         on.reading.is_word(verb - 1, "will"));
    const Span sentence = on.reading.sentence_span(on.reading.sentence_of[on.begin(index)]);
    const bool about_platform = price && on.reading.has(Group::Platform, sentence);
    if (!is_stated || about_platform || !on.holds(index, on.here(index))) {
        return kNothing;
    }
    return on.has_topic(index) ? kNear : kDeclared;
}

// "Circle it is, and $29 a month": a value coordinated to a commitment shares its mood.
double coordinated(const Circumstances& on, std::size_t index) {
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    const std::uint32_t last = on.reading.sentence_span(own).end;
    if (on.mentions[index].needs_context || on.distance(on.end(index), last) > 0 ||
        !on.holds(index, on.here(index))) {
        return kNothing;
    }
    const std::vector<Hit>& cues = on.reading.of(Group::CommitAfter);
    return std::any_of(
               cues.begin(),
               cues.end(),
               [&](const Hit& cue) {
                   if (on.reading.sentence_of[cue.begin] != own || cue.end > on.begin(index) ||
                       on.distance(cue.end, on.begin(index)) > 0) {
                       return false;
                   }
                   const bool joined =
                       on.reading.is_word(cue.end, "and") || on.reading.is_symbol(cue.end, ',');
                   for (std::size_t i = 0; joined && i < index; ++i) {
                       if (on.end(i) <= cue.begin && on.reading.sentence_of[on.begin(i)] == own &&
                           on.category(i) != on.category(index) && beside(on, i) == kSure) {
                           return true;
                       }
                   }
                   return false;
               })
               ? kNear
               : kNothing;
}

// "So Circle.", "so office hours, every second Thursday": the value as a conclusion.
double concluded(const Circumstances& on, std::size_t index) {
    const Span clause = on.reading.clause_span(on.begin(index));
    // "Let me say it plainly: Discord."
    const std::uint32_t sentence_end =
        on.reading.sentence_span(on.reading.sentence_of[on.begin(index)]).end;
    if (clause.begin > 0 && on.reading.is_symbol(clause.begin - 1, ':') &&
        is_bare(on, clause.begin, sentence_end) && on.holds(index, on.here(index))) {
        return kLoose;
    }
    const bool opened =
        language().is_in_set(on.reading.tokens[clause.begin].word, WordSet::Conclusion) ||
        (on.reading.is_symbol(clause.begin, ',') && clause.begin > 0);
    const std::uint32_t first = on.reading.segment_span(on.begin(index)).begin;
    const bool segment_opened =
        language().is_in_set(on.reading.tokens[first].word, WordSet::Conclusion);
    if ((!opened && !segment_opened) || on.mentions[index].needs_context ||
        on.distance(first, on.begin(index)) > 0 || on.distance(on.end(index), clause.end) > 0) {
        return kNothing;
    }
    return on.holds(index, on.here(index)) ? kNear : kNothing;
}

}  // namespace atrium::domain::detector
