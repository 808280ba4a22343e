// The words that the phrase data knows, numbered, so that the detector compares numbers and not
// letters. A word that no phrase uses is kUnknownWord. Close misspellings ("wekly", "newsltter") of
// words listed for it are found too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atrium::domain::detector {

using WordId = std::uint16_t;

inline constexpr WordId kUnknownWord = 0;
inline constexpr WordId kNumberWord = 1;  // stands for any number in a phrase, written #

class Vocabulary {
 public:
    Vocabulary();

    // The id of a lower-case word, made when it is new.
    WordId add(std::string_view word);

    // The id of a lower-case word, or kUnknownWord.
    [[nodiscard]] WordId find(std::string_view word) const;

    // Lets find_misspelled answer with this word for texts one edit away from it.
    void add_spelling_target(std::string_view word);

    // The word that an unknown one most likely means, or kUnknownWord. Short words are never bent.
    [[nodiscard]] WordId find_misspelled(std::string_view word) const;

    [[nodiscard]] std::size_t size() const { return words_.size(); }

    [[nodiscard]] const std::string& text(WordId id) const { return words_[id]; }

 private:
    struct Hash {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    using Index = std::unordered_map<std::string, WordId, Hash, std::equal_to<>>;

    std::vector<std::string> words_;
    Index ids_;
    // Every target with one letter left out. Two words are one edit apart when their sets of such
    // shortened forms meet, so that one wrong, missing, doubled or swapped letter is found by look-up.
    Index shortened_;
};

}  // namespace atrium::domain::detector
