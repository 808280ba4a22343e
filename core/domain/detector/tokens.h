// Cuts a message into tokens: words in lower case with contractions opened ("we're" is two tokens),
// numbers with their value ("1,200", "9,90", "3k"), dates in figures and punctuation. Decoration
// (emphasis, emoji, code marks) disappears; every token remembers where in the message it stood.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/domain/detector/vocabulary.h"

namespace atrium::domain::detector {

enum class TokenKind : std::uint8_t { Word, Number, NumericDate, Symbol, LineEnd };

struct Token {
    std::uint32_t begin = 0;  // bytes of the message
    std::uint32_t end = 0;
    WordId word = kUnknownWord;
    TokenKind kind = TokenKind::Word;
    char symbol = '\0';    // for Symbol: . , ? ! : ; - ( ) " / + & # [ ] > | = % and so on
    bool capital = false;  // the word begins with a capital letter
    bool shouted = false;  // the word is all capitals
    bool glued = false;    // nothing stands between this token and the one before
    bool ordinal = false;  // "15th"
    bool quoted = false;   // inside quotation marks that report someone's words
    double number = 0.0;   // for Number
};

// Spellings that stand for one or more other words: "gonna" is "going to", "dont" is "do not".
using Replacements = std::unordered_map<WordId, std::vector<WordId>>;

[[nodiscard]] std::vector<Token> tokens_from(std::string_view text,
                                             const Vocabulary& vocabulary,
                                             const Replacements& replacements);

}  // namespace atrium::domain::detector
