// A message made ready for judging: its tokens, the phrases found in them, its sentences and
// clauses. A clause is the stretch over which a "not" or a "maybe" reaches; segments are the clauses
// between two turns of thought ("but", "so", a dash).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/domain/detector/language.h"

namespace atrium::domain::detector {

enum class LineKind : std::uint8_t { Plain, Heading, Bullet, OpenBox, TickedBox, Quote };

// Tokens [begin, end), without the mark that ends the sentence.
struct Sentence {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    char mark = '\n';  // . ! ? ; or the end of the line
    LineKind line = LineKind::Plain;
    std::uint32_t paragraph = 0;  // counts blank lines and headings before it

    [[nodiscard]] bool is_item() const {
        return line == LineKind::Bullet || line == LineKind::TickedBox || line == LineKind::OpenBox;
    }
};

struct Clause {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::uint32_t segment = 0;
};

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct Reading {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Clause> clauses;
    std::vector<std::uint32_t> sentence_of;  // by token
    std::vector<std::uint32_t> clause_of;    // by token
    std::array<std::vector<Hit>, static_cast<std::size_t>(Group::Count)> hits;

    [[nodiscard]] const std::vector<Hit>& of(Group group) const {
        return hits[static_cast<std::size_t>(group)];
    }

    // True where a phrase of the group lies inside the tokens [begin, end).
    [[nodiscard]] bool has(Group group, std::uint32_t begin, std::uint32_t end) const;

    [[nodiscard]] bool has(Group group, Span span) const {
        return has(group, span.begin, span.end);
    }

    [[nodiscard]] Span sentence_span(std::uint32_t sentence) const {
        return {sentences[sentence].begin, sentences[sentence].end};
    }

    // The clauses around the token that no turn of thought separates from it.
    [[nodiscard]] Span segment_span(std::uint32_t token) const;

    [[nodiscard]] Span clause_span(std::uint32_t token) const {
        return {clauses[clause_of[token]].begin, clauses[clause_of[token]].end};
    }

    [[nodiscard]] bool is_word(std::uint32_t token, std::string_view word) const;

    [[nodiscard]] bool is_symbol(std::uint32_t token, char symbol) const {
        return token < tokens.size() && tokens[token].kind == TokenKind::Symbol &&
               tokens[token].symbol == symbol;
    }
};

[[nodiscard]] Reading reading_of(std::string_view text);

}  // namespace atrium::domain::detector
