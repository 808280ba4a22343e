#include <algorithm>

#include "core/domain/detector/characters.h"
#include "core/domain/detector/commitment_rules.h"

namespace atrium::domain::detector {
namespace {

bool assistant_hedges(const Circumstances& on, std::uint32_t token) {
    const Span clause = on.reading.clause_span(token);
    const Span segment = on.reading.segment_span(token);
    return on.moods.is_question(token) ||
           on.moods.says(Group::Condition, segment.begin, clause.end) ||
           on.moods.says(Group::Propose, segment.begin, clause.end) ||
           on.moods.says(Group::Unrecord, segment.begin, segment.end);
}

bool says_in(const Circumstances& on, Group group, std::uint32_t sentence) {
    const Span span = on.reading.sentence_span(sentence);
    return on.moods.says(group, span.begin, span.end);
}

// A line of a list that begins with what it is about, or one with a colon: "Tiers (2): …"
bool is_labelled(const Circumstances& on, std::uint32_t sentence) {
    const Sentence& line = on.reading.sentences[sentence];
    bool marked = line.is_item();
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
        marked = marked || on.reading.is_symbol(i, ':');
    }
    const std::vector<Hit>& fields = on.reading.of(Group::Field);
    return marked && std::any_of(fields.begin(), fields.end(), [&](const Hit& field) {
               return field.begin == line.begin;
           });
}

// The line above the list to which the sentence belongs; its own number where there is none.
std::uint32_t list_opening(const Circumstances& on, std::uint32_t sentence) {
    for (std::uint32_t above = sentence; above-- > 0;) {
        if (!on.reading.sentences[above].is_item() && !is_labelled(on, above)) {
            return above;
        }
    }
    return sentence;
}

// "Circle it is", said by the assistant, settles the value too.
bool settled_by_assistant(const Circumstances& on, std::size_t index) {
    const std::uint32_t at = on.end(index);
    const bool it_is = on.reading.is_word(at, "it") && on.reading.is_word(at + 1, "is");
    const Span clause = on.reading.clause_span(on.begin(index));
    const bool last = at + 2 >= clause.end || on.reading.is_word(at + 2, "then") ||
                      on.reading.is_symbol(at + 2, ',');
    return it_is && last && on.distance(clause.begin, on.begin(index)) <= 1;
}

// "Saved. You launch on Monday 1 March 2027."
bool follows_record(const Circumstances& on, std::size_t index) {
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    if (own == 0 || on.mentions[index].needs_context) {
        return false;
    }
    const Span before = on.reading.sentence_span(own - 1);
    return on.distance(before.begin, before.end) <= 2 &&
           (on.moods.says(Group::Record, before.begin, before.end) ||
            on.moods.says(Group::FinishAfter, before.begin, before.end)) &&
           !assistant_hedges(on, before.begin) &&
           !on.moods.says(Group::Negation, before.begin, before.end);
}

// In a message that says it has saved everything, the lines of its list are what it saved.
double listed_in_record(const Circumstances& on, std::size_t index) {
    const std::uint32_t own = on.reading.sentence_of[on.begin(index)];
    const bool listed = on.reading.sentences[own].is_item() || is_labelled(on, own);
    const std::uint32_t opening = list_opening(on, own);
    if (listed && opening != own) {
        if (says_in(on, Group::Unrecord, opening)) {
            return kNothing;
        }
        const std::uint32_t first = on.reading.sentences[opening].begin;
        const bool recorded = says_in(on, Group::Record, opening) ||
                              says_in(on, Group::RecordAll, opening) ||
                              says_in(on, Group::CommitForward, opening);
        if (recorded && !assistant_hedges(on, first)) {
            return kSure;
        }
    }
    // "Platform: Discord ✔", "[x] Structure: two tiers"
    if (is_labelled(on, own) && on.reading.sentences[own].line == LineKind::TickedBox) {
        return kSure;
    }
    if (listed && on.reading.is_symbol(on.reading.sentences[own].end - 1, kTick)) {
        return kSure;
    }
    for (const Hit& cue : on.reading.of(Group::RecordAll)) {
        if (assistant_hedges(on, cue.begin) || on.is_negated(cue.begin)) {
            continue;
        }
        const std::uint32_t at = on.reading.sentence_of[cue.begin];
        const bool beside_cue = (at == own || at + 1 == own) &&
                                (!on.mentions[index].needs_context || on.has_topic(index));
        if (listed || beside_cue) {
            return listed ? kSure : kNear;
        }
    }
    return kNothing;
}

}  // namespace

double recorded_by_assistant(const Circumstances& on, std::size_t index) {
    const std::uint32_t at = on.begin(index);
    const std::uint32_t own = on.reading.sentence_of[at];
    const bool some_day = on.category(index) == DecisionCategory::Timeline &&
                          on.mentions[index].needs_context && !on.has_topic(index);
    if (some_day || assistant_hedges(on, at) || on.is_negated(at)) {
        return kNothing;
    }
    for (const Hit& cue : on.reading.of(Group::Record)) {
        const std::uint32_t sentence = on.reading.sentence_of[cue.begin];
        const bool next = sentence == own + 1 && !on.replaced_before(index, cue.begin);
        if ((sentence != own && !next) || assistant_hedges(on, cue.begin) ||
            on.is_negated(cue.begin)) {
            continue;
        }
        if (sentence == own) {
            const std::uint32_t words =
                cue.end <= at ? on.distance(cue.end, at) : on.distance(on.end(index), cue.begin);
            if (words <= 6 &&
                !(on.mentions[index].needs_context && words > 2 && !on.has_topic(index))) {
                return words <= 3 ? kSure : kNear;
            }
        } else if (!on.mentions[index].needs_context) {
            return kNear;
        }
    }
    if (follows_record(on, index) || settled_by_assistant(on, index)) {
        return kNear;
    }
    return listed_in_record(on, index);
}

}  // namespace atrium::domain::detector
