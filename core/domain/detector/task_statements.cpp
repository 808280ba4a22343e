#include "core/domain/detector/task_statements.h"

#include <algorithm>
#include <array>

#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {
namespace {

constexpr std::array kBlockers = {
    Group::Negation,
    Group::Doubt,
    Group::Imagined,
    Group::Later,
    Group::Ongoing,
    Group::Partial,
};

bool contains(const Reading& reading, std::uint32_t from, std::uint32_t to, WordSet set) {
    for (std::uint32_t i = from; i < to; ++i) {
        if (language().is_in_set(reading.tokens[i].word, set)) {
            return true;
        }
    }
    return false;
}

// "Nina's", "the museum's": an owner that the phrases do not know, at `token`.
bool is_owner(const Reading& reading, std::uint32_t token) {
    return reading.is_word(token, "'s") && token > 0 &&
           reading.tokens[token - 1].word == kUnknownWord;
}

bool is_inside_outcome(const Reading& reading, const Hit& hit) {
    const std::vector<Hit>& outcomes = reading.of(Group::Outcomes);
    return std::any_of(outcomes.begin(), outcomes.end(), [&](const Hit& outcome) {
        return outcome.begin <= hit.begin && outcome.end >= hit.end;
    });
}

// "March 1", "the 1st of March", "in March": a time and no month to plan.
bool is_time(const Reading& reading, const Hit& hit) {
    const auto is_number = [&](std::uint32_t token) {
        return token < reading.tokens.size() && reading.tokens[token].kind == TokenKind::Number;
    };
    const auto begins = [&](const Hit& month) {
        return month.begin == hit.begin && month.end == hit.end;
    };
    const std::vector<Hit>& months = reading.of(Group::Month);
    if (std::none_of(months.begin(), months.end(), begins)) {
        return false;
    }
    const bool of = hit.begin > 1 && reading.is_word(hit.begin - 1, "of");
    const bool in = hit.begin > 0 && reading.is_word(hit.begin - 1, "in");
    return in || is_number(hit.end) || (hit.begin > 0 && is_number(hit.begin - (of ? 2 : 1))) ||
           (of && ordinal_at(reading, hit.begin - 2));
}

// Joining is rehearsed by somebody else as well as by the creator.
bool is_rehearsal(const Hit& cue) {
    return language().name_of(cue) == "rehearse-join";
}

// "all 58 of them" is the whole, "58 of them" is a part; "finished, with nine of ten people" tells
// of people.
bool is_whole(const Reading& reading, const Hit& hit) {
    return hit.begin > 0 &&
           (reading.is_word(hit.begin - 1, "with") || reading.is_word(hit.begin - 1, "all") ||
            reading.is_word(hit.begin - 1, "every"));
}

}  // namespace

std::vector<Hit> things_in(const Reading& reading) {
    std::vector<Hit> things;
    const std::vector<Hit>& all = reading.of(Group::Things);
    for (const Hit& hit : all) {
        if (is_time(reading, hit)) {
            continue;
        }
        const bool hidden = std::any_of(all.begin(), all.end(), [&](const Hit& other) {
            const std::uint32_t size = hit.end - hit.begin;
            const std::uint32_t other_size = other.end - other.begin;
            return other.begin < hit.end && other.end > hit.begin &&
                   (other_size > size || (other_size == size && other.begin > hit.begin));
        });
        if (!hidden) {
            things.push_back(hit);
        }
    }
    return things;
}

// Words between that are no part of a list: the tokens of other things and small words do not
// count.
std::uint32_t TaskStatements::distance(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = from; i < to; ++i) {
        const bool small = reading.tokens[i].kind == TokenKind::Symbol ||
                           language().is_in_set(reading.tokens[i].word, WordSet::TaskFiller);
        words += small || is_thing(i) ? 0 : 1;
    }
    return words;
}

bool TaskStatements::is_thing(std::uint32_t token) const {
    return std::any_of(things.begin(), things.end(), [&](const Hit& thing) {
        return thing.begin <= token && token < thing.end;
    });
}

// A clause that is only an item of a list.
bool TaskStatements::is_bare(const Clause& clause) const {
    return distance(clause.begin, clause.end) == 0;
}

// Whether thing and cue belong to one statement: in one clause, or joined by list items, or by
// a clause without a subject of its own ("the rules, two pages of them, are finished").
bool TaskStatements::are_joined(std::uint32_t thing, std::uint32_t cue) const {
    std::uint32_t first = reading.clause_of[thing];
    const std::uint32_t last = reading.clause_of[cue];
    if (reading.sentence_of[thing] != reading.sentence_of[cue]) {
        return false;
    }
    if (first == last) {
        return true;
    }
    const Clause& cue_clause = reading.clauses[last];
    if (first < last && cue_clause.segment == reading.clauses[first].segment &&
        language().is_in_set(reading.tokens[cue_clause.begin].word, WordSet::Predicate)) {
        return true;
    }
    if (first < last && distance(cue_clause.begin, cue) > 0) {
        return false;
    }
    for (const std::uint32_t step = first < last ? 1U : ~0U; first != last; first += step) {
        if (!is_bare(reading.clauses[first])) {
            return false;
        }
    }
    return true;
}

// Nothing in the statement [begin, end) asks, denies, delays or halves it. What lies inside the
// cue itself ("no longer empty") says so on purpose.
bool TaskStatements::stands(std::uint32_t begin, std::uint32_t end, const Hit& cue) const {
    const std::uint32_t from = reading.clause_span(begin).begin;
    const std::uint32_t to = reading.clause_span(end - 1).end;
    if (reading.sentences[reading.sentence_of[begin]].line == LineKind::OpenBox ||
        reading.tokens[begin].quoted || moods.is_question(begin) || moods.is_question(end - 1) ||
        moods.is_sarcastic(begin) ||
        blocks(Group::Condition, reading.segment_span(begin).begin, to, cue) ||
        moods.hangs_on(Group::Past, begin)) {
        return false;
    }
    const std::uint32_t verb = std::max(begin, std::min(cue.begin, end));
    if (blocks(Group::Subordinate, reading.segment_span(begin).begin, verb, cue)) {
        return false;
    }
    for (const Group group : kBlockers) {
        // What is denied after the statement ("… without crying") does not deny it.
        if (blocks(group, from, group == Group::Negation ? end : to, cue)) {
            return false;
        }
    }
    // "… are done, except for the part about selling"
    const bool has_exception = to < reading.tokens.size() &&
                               language().is_in_set(reading.tokens[to].word, WordSet::Exception);
    return (is_rehearsal(cue) || !is_others(from, begin, end)) && !has_exception;
}

bool TaskStatements::is_plain(const Hit& cue) const {
    const Span sentence = reading.sentence_span(reading.sentence_of[cue.begin]);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if (reading.tokens[i].quoted) {
            return false;
        }
    }
    constexpr std::array kRisks = {
        Group::Negation,
        Group::Doubt,
        Group::Imagined,
        Group::Later,
        Group::Ongoing,
        Group::Partial,
        Group::Condition,
        Group::Others,
        Group::Reported,
        Group::Past,
    };
    return std::none_of(kRisks.begin(), kRisks.end(), [&](Group risk) {
        return blocks(risk, sentence.begin, sentence.end, cue);
    });
}

bool TaskStatements::blocks(Group group,
                            std::uint32_t from,
                            std::uint32_t to,
                            const Hit& cue) const {
    for (const Hit& hit : reading.of(group)) {
        const bool whole = group == Group::Partial && is_whole(reading, hit);
        // "finished setting up", "ticked off the rules and connecting payments"
        const std::string& verb = language().vocabulary.text(reading.tokens[hit.begin].word);
        const bool gerund = verb.size() > 3 && verb.ends_with("ing");
        const bool completed =
            group == Group::Ongoing &&
            (hit.begin == cue.end ||
             (gerund && hit.begin > cue.end &&
              cue.label.group == static_cast<std::uint16_t>(Group::FinishBefore)));
        if (whole || completed || hit.begin < from || hit.end > to ||
            (!cue.gapped && hit.begin >= cue.begin && hit.end <= cue.end)) {
            continue;
        }
        if (!is_inside_finish(hit)) {
            return true;
        }
    }
    return false;
}

bool TaskStatements::is_inside_finish(const Hit& hit) const {
    for (const Group group :
         {Group::FinishAfter, Group::Outcomes, Group::Things, Group::Standing, Group::Idiom}) {
        for (const Hit& shield : reading.of(group)) {
            if (!shield.gapped && shield.begin <= hit.begin && shield.end >= hit.end &&
                (group == Group::Things || shield.end - shield.begin > hit.end - hit.begin)) {
                return true;
            }
        }
    }
    return false;
}

// The work of somebody else: "her beta", "Nina's waitlist", "my friend finished".
bool TaskStatements::is_others(std::uint32_t from, std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t sentence = reading.sentence_span(reading.sentence_of[begin]).begin;
    for (const Hit& hit : reading.of(Group::Others)) {
        const bool near =
            hit.begin >= from || !contains(reading, hit.end, begin, WordSet::FirstPerson);
        // "the waitlist page of a client"
        const bool follows = hit.begin == end + 1 && reading.is_word(end, "of");
        if (hit.begin >= sentence && (hit.begin < end || follows) && near &&
            contains(reading, hit.begin, hit.end, WordSet::Person) &&
            !is_inside_outcome(reading, hit)) {
            return true;
        }
    }
    if (moods.says(Group::Reported, from, begin)) {
        return true;
    }
    for (std::uint32_t i = begin; i + 1 < end; ++i) {
        if (is_owner(reading, i)) {
            return true;
        }
    }
    return begin >= 2 && is_owner(reading, begin - 1);
}

}  // namespace atrium::domain::detector
