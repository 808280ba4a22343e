// Phrases written as data, compiled once and found in a message in one pass.
//
// A phrase is a row of elements between spaces:
//     word        that word              a|b     one of them          <set>   any word of that set
//     word?       the word or nothing    #       a number in figures
//     ..          up to 4 words          ...     up to 8 words and commas
// A gap never crosses the end of a sentence or line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/domain/detector/tokens.h"
#include "core/domain/detector/vocabulary.h"

namespace atrium::domain::detector {

// Named lists of words that phrases refer to as <name>.
using WordSets = std::unordered_map<std::string, std::vector<std::string>>;

// What a phrase means: the group it belongs to and, in groups of named things, which one.
struct Label {
    std::uint16_t group = 0;
    std::uint16_t name = 0;

    bool operator==(const Label&) const = default;
};

// A phrase found in a message: the tokens [begin, end).
struct Hit {
    Label label;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool gapped = false;  // the phrase has a gap: what lies in it is not the phrase's own
};

class PhraseSet {
 public:
    // Adds a phrase; its words enter the vocabulary. False where the phrase is malformed: an
    // unknown set, "<a|b>" for a|b, or a gap or an optional word at its start.
    bool add(std::string_view phrase, Label label, Vocabulary& vocabulary, const WordSets& sets);

    // Every phrase that occurs, in the order of its first token; of one phrase at one place only
    // the shortest reading.
    [[nodiscard]] std::vector<Hit> find(const std::vector<Token>& tokens) const;

 private:
    struct Element {
        std::vector<WordId> words;  // sorted; empty for a gap
        std::uint8_t gap = 0;       // how many tokens a gap may skip
        bool optional = false;
        bool commas = false;  // the gap may skip commas too
    };

    struct Phrase {
        std::vector<Element> elements;
        Label label;
        bool gapped = false;
    };

    [[nodiscard]] static std::size_t match(const Phrase& phrase,
                                           std::size_t element,
                                           const std::vector<Token>& tokens,
                                           std::size_t at);

    std::vector<Phrase> phrases_;
    std::vector<std::vector<std::uint16_t>> by_first_word_;
};

}  // namespace atrium::domain::detector
