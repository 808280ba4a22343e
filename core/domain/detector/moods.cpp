#include "core/domain/detector/moods.h"

#include <algorithm>
#include <array>

namespace atrium::domain::detector {
namespace {

constexpr std::array kShields = {
    Group::CommitBack,
    Group::CommitAfter,
    Group::CommitForward,
    Group::Idiom,
    Group::RecordAll,
    Group::Order,
    Group::CommitBefore,
};

constexpr std::uint32_t kLongestTag = 3;  // words of ", are we?", ", is it not?"

bool opens_clause(const Reading& reading, const Clause& clause, Group group) {
    const std::vector<Hit>& hits = reading.of(group);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        if (hit.begin < clause.begin || hit.begin >= clause.end) {
            return false;
        }
        for (std::uint32_t i = clause.begin; i < hit.begin; ++i) {
            const Token& token = reading.tokens[i];
            if (token.kind != TokenKind::Symbol &&
                !language().is_in_set(token.word, WordSet::QuestionOpening)) {
                return false;
            }
        }
        return true;
    });
}

bool starts_question(const Reading& reading, const Clause& clause) {
    return opens_clause(reading, clause, Group::Question);
}

// "Could you change it to 35?" is an order in the form of a question.
bool starts_order(const Reading& reading, const Clause& clause) {
    return opens_clause(reading, clause, Group::Order);
}

}  // namespace

Moods::Moods(const Reading& reading, Date today)
    : reading_(reading),
      this_year_(civil_from_date(today).year),
      question_(reading.clauses.size(), false) {
    for (std::uint32_t s = 0, first = 0; s < reading.sentences.size(); ++s) {
        std::uint32_t last = first;
        while (last < reading.clauses.size() && reading.clauses[last].sentence == s) {
            ++last;
        }
        const bool asked = reading.sentences[s].mark == '?';
        std::uint32_t from = last;
        for (std::uint32_t c = first; c < last && from == last; ++c) {
            // Without a question mark only the sentence's own start makes it a question.
            if (starts_order(reading, reading.clauses[c])) {
                break;
            }
            const Clause& clause = reading.clauses[c];
            if ((asked || c == first) && starts_question(reading, clause)) {
                // "So we're on Circle now, are we?" asks all of it.
                from = clause.end - clause.begin <= kLongestTag ? first : c;
            }
        }
        if (asked && from == last && !starts_order(reading, reading.clauses[first])) {
            from = first;
        }
        for (std::uint32_t c = from; c < last; ++c) {
            // "should we? … but the date is fixed": a turn of thought ends an unmarked question.
            if (!asked && reading.clauses[c].segment != reading.clauses[from].segment) {
                break;
            }
            question_[c] = true;
        }
        first = last;
    }
}

bool Moods::is_question(std::uint32_t token) const {
    return question_[reading_.clause_of[token]];
}

bool Moods::is_shielded(const Hit& hit) const {
    return std::any_of(kShields.begin(), kShields.end(), [&](Group group) {
        const std::vector<Hit>& shields = reading_.of(group);
        return std::any_of(shields.begin(), shields.end(), [&](const Hit& shield) {
            return !shield.gapped && shield.begin <= hit.begin && shield.end >= hit.end &&
                   shield.end - shield.begin > hit.end - hit.begin;
        });
    });
}

bool Moods::says(Group group, std::uint32_t begin, std::uint32_t end) const {
    const std::vector<Hit>& hits = reading_.of(group);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return hit.begin >= begin && hit.end <= end && !is_shielded(hit);
    });
}

bool Moods::hangs_on(Group group, std::uint32_t token) const {
    const Span clause = reading_.clause_span(token);
    return says(group, reading_.segment_span(token).begin, clause.end);
}

bool Moods::names_past_year(std::uint32_t token) const {
    const Span clause = reading_.clause_span(token);
    for (std::uint32_t i = reading_.segment_span(token).begin; i < clause.end; ++i) {
        const Token& year = reading_.tokens[i];
        if (year.kind == TokenKind::Number && year.number >= 1950.0 && year.number < this_year_ &&
            year.end - year.begin == 4) {
            return true;
        }
    }
    return false;
}

bool Moods::is_sarcastic(std::uint32_t token) const {
    const std::uint32_t sentence = reading_.sentence_of[token];
    const std::uint32_t first = sentence > 0 ? sentence - 1 : 0;
    const auto last = std::min<std::uint32_t>(
        sentence + 1, static_cast<std::uint32_t>(reading_.sentences.size() - 1));
    return says(
        Group::Sarcasm, reading_.sentence_span(first).begin, reading_.sentence_span(last).end);
}

}  // namespace atrium::domain::detector
