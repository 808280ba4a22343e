#include "core/domain/detector/reading.h"

#include <algorithm>

#include "core/domain/detector/characters.h"

namespace atrium::domain::detector {
namespace {

// "St. Patrick", "Jan. 15", "Rs. 499": the point belongs to the word and ends nothing.
void drop_abbreviation_points(std::vector<Token>& tokens) {
    const Language& words = language();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool point = kept > 0 && tokens[i].symbol == '.' && tokens[i].glued;
        const bool goes_on = i + 1 < tokens.size() && tokens[i + 1].kind != TokenKind::LineEnd &&
                             tokens[i + 1].kind != TokenKind::Symbol;
        const bool number_next = goes_on && tokens[i + 1].kind == TokenKind::Number;
        const WordId before = kept > 0 ? tokens[kept - 1].word : kUnknownWord;
        // "on 5. February"
        const bool day = kept > 0 && tokens[kept - 1].kind == TokenKind::Number && goes_on &&
                         words.is_in_set(tokens[i + 1].word, WordSet::MonthName);
        if (point && goes_on &&
            (day || words.is_in_set(before, WordSet::Abbreviation) ||
             (number_next && words.is_in_set(before, WordSet::DateAbbreviation)))) {
            continue;
        }
        tokens[kept++] = tokens[i];
    }
    tokens.resize(kept);
}

bool ends_sentence(const std::vector<Token>& tokens, std::size_t at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::LineEnd) {
        return true;
    }
    if (token.kind != TokenKind::Symbol) {
        return false;
    }
    if (token.symbol == '.') {
        const bool inside_name = token.glued && at + 1 < tokens.size() && tokens[at + 1].glued &&
                                 tokens[at + 1].kind == TokenKind::Word;
        return !inside_name;
    }
    return token.symbol == '!' || token.symbol == '?' || token.symbol == ';';
}

// What the first tokens of a line make of it; `at` moves past the marks.
LineKind read_line_marks(const std::vector<Token>& tokens, std::uint32_t& at) {
    const auto symbol = [&](std::uint32_t i) {
        return i < tokens.size() && tokens[i].kind == TokenKind::Symbol ? tokens[i].symbol : '\0';
    };
    LineKind kind = LineKind::Plain;
    if (symbol(at) == '#') {
        while (symbol(at) == '#') {
            ++at;
        }
        return LineKind::Heading;
    }
    if (symbol(at) == '>') {
        ++at;
        return LineKind::Quote;
    }
    // A row of a table is an item of a list.
    if (symbol(at) == '-' || symbol(at) == '+' || symbol(at) == '|' || symbol(at) == kLongDash) {
        ++at;
        kind = LineKind::Bullet;
    } else if (at + 1 < tokens.size() && tokens[at].kind == TokenKind::Number &&
               (symbol(at + 1) == '.' || symbol(at + 1) == ')') && tokens[at + 1].glued &&
               at + 2 < tokens.size() && !tokens[at + 2].glued) {
        at += 2;
        kind = LineKind::Bullet;
    }
    if (symbol(at) == kTick || symbol(at) == kOpenBox) {
        kind = symbol(at) == kTick ? LineKind::TickedBox : LineKind::OpenBox;
        ++at;
        return kind;
    }
    if (symbol(at) == '[' && symbol(at + 1) == ']') {
        at += 2;
        return LineKind::OpenBox;
    }
    if (symbol(at) == '[' && symbol(at + 2) == ']' && at + 1 < tokens.size() &&
        (tokens[at + 1].kind == TokenKind::Word || symbol(at + 1) == kTick)) {
        at += 3;
        return LineKind::TickedBox;
    }
    return kind;
}

void find_sentences(Reading& reading) {
    const std::vector<Token>& tokens = reading.tokens;
    const auto size = static_cast<std::uint32_t>(tokens.size());
    std::uint32_t paragraph = 0;
    for (std::uint32_t at = 0; at < size;) {
        if (tokens[at].kind == TokenKind::LineEnd) {
            ++paragraph;
            ++at;
            continue;
        }
        const LineKind line = read_line_marks(tokens, at);
        bool line_over = false;
        while (!line_over && at < size) {
            Sentence sentence;
            sentence.begin = at;
            while (at < size && !ends_sentence(tokens, at)) {
                ++at;
            }
            sentence.end = at;
            line_over = at >= size || tokens[at].kind == TokenKind::LineEnd;
            sentence.mark = line_over ? '\n' : tokens[at].symbol;
            sentence.line = line;
            sentence.paragraph = paragraph;
            ++at;
            // A closing quotation mark or bracket belongs to the sentence that it closes.
            while (at < size && tokens[at].glued &&
                   (tokens[at].symbol == '"' || tokens[at].symbol == ')')) {
                ++at;
            }
            if (sentence.end > sentence.begin) {
                reading.sentences.push_back(sentence);
            }
        }
    }
}

bool starts_predicate(const Reading& reading, std::uint32_t at, std::uint32_t end) {
    const Language& words = language();
    constexpr std::uint32_t kLongestSubject = 5;
    for (std::uint32_t i = at; i < std::min(end, at + kLongestSubject); ++i) {
        if (reading.tokens[i].kind == TokenKind::Symbol) {
            return false;
        }
        if (words.is_in_set(reading.tokens[i].word, WordSet::Predicate)) {
            return true;
        }
        if (i == at && words.is_in_set(reading.tokens[i].word, WordSet::Subject)) {
            return true;
        }
    }
    return false;
}

enum class Boundary { None, Soft, Turn };

// Whether a clause begins at `at`, and whether the thought turns there.
Boundary boundary_before(const Reading& reading, std::uint32_t at, std::uint32_t end) {
    const Language& words = language();
    const Token& token = reading.tokens[at];
    const Token& before = reading.tokens[at - 1];
    if (before.kind == TokenKind::Symbol) {
        switch (before.symbol) {
            case kLongDash:
                return Boundary::Turn;
            case ',':
            case ':':
            case '(':
            case ')':
                break;
            default:
                return Boundary::None;
        }
    }
    if (words.is_in_set(token.word, WordSet::Turn)) {
        return Boundary::Turn;
    }
    if (reading.is_word(at, "so")) {
        const bool turns = before.symbol == ',' || starts_predicate(reading, at + 1, end);
        return turns ? Boundary::Turn : Boundary::None;
    }
    if (before.kind == TokenKind::Symbol) {
        return Boundary::Soft;
    }
    if (words.is_in_set(token.word, WordSet::Joint)) {
        return starts_predicate(reading, at + 1, end) ? Boundary::Soft : Boundary::None;
    }
    const bool let_us = reading.is_word(at, "let") && reading.is_word(at + 1, "us");
    return let_us || words.is_in_set(token.word, WordSet::ClauseStart) ? Boundary::Soft
                                                                       : Boundary::None;
}

void find_clauses(Reading& reading) {
    const auto size = static_cast<std::uint32_t>(reading.tokens.size());
    reading.sentence_of.assign(size, 0);
    reading.clause_of.assign(size, 0);
    std::uint32_t segment = 0;
    for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
        const Sentence& sentence = reading.sentences[s];
        ++segment;
        Clause clause{sentence.begin, sentence.begin, s, segment};
        for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
            const Boundary boundary =
                at == clause.begin ? Boundary::None : boundary_before(reading, at, sentence.end);
            if (boundary != Boundary::None) {
                clause.end = at;
                reading.clauses.push_back(clause);
                segment += boundary == Boundary::Turn ? 1 : 0;
                clause = {at, at, s, segment};
            }
            reading.sentence_of[at] = s;
            reading.clause_of[at] = static_cast<std::uint32_t>(reading.clauses.size());
        }
        clause.end = sentence.end;
        reading.clauses.push_back(clause);
    }
}

// Marks what stands in quotation marks and is somebody's sentence rather than a name.
void mark_quotations(Reading& reading) {
    constexpr std::size_t kLongestName = 3;
    std::vector<Token>& tokens = reading.tokens;
    std::size_t open = tokens.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == TokenKind::LineEnd) {
            open = tokens.size();
        }
        if (tokens[i].symbol != '"') {
            continue;
        }
        if (open == tokens.size()) {
            open = i;
            continue;
        }
        if (i - open - 1 > kLongestName) {
            for (std::size_t inside = open; inside <= i; ++inside) {
                tokens[inside].quoted = true;
            }
        }
        open = tokens.size();
    }
    for (const Sentence& sentence : reading.sentences) {
        for (std::uint32_t i = sentence.begin; sentence.line == LineKind::Quote && i < sentence.end;
             ++i) {
            tokens[i].quoted = true;
        }
    }
}

}  // namespace

bool Reading::has(Group group, std::uint32_t begin, std::uint32_t end) const {
    const std::vector<Hit>& list = of(group);
    return std::any_of(list.begin(), list.end(), [&](const Hit& hit) {
        return hit.begin >= begin && hit.end <= end;
    });
}

Span Reading::segment_span(std::uint32_t token) const {
    std::size_t first = clause_of[token];
    std::size_t last = first;
    while (first > 0 && clauses[first - 1].segment == clauses[first].segment) {
        --first;
    }
    while (last + 1 < clauses.size() && clauses[last + 1].segment == clauses[last].segment) {
        ++last;
    }
    return {clauses[first].begin, clauses[last].end};
}

bool Reading::is_word(std::uint32_t token, std::string_view word) const {
    return token < tokens.size() && tokens[token].word != kUnknownWord &&
           language().vocabulary.text(tokens[token].word) == word;
}

Reading reading_of(std::string_view text) {
    const Language& words = language();
    Reading reading;
    reading.text = text;
    reading.tokens = tokens_from(text, words.vocabulary, words.replacements);
    drop_abbreviation_points(reading.tokens);
    find_sentences(reading);
    find_clauses(reading);
    mark_quotations(reading);
    for (const Hit& hit : words.phrases.find(reading.tokens)) {
        reading.hits[hit.label.group].push_back(hit);
    }
    return reading;
}

}  // namespace atrium::domain::detector
