// A message as plain words, and patterns over them: the first small pass of understanding.
//
//     Pattern("^ (why|how come) * circle").found_in(words_of("Why on earth Circle?"));   // true
//
// A pattern is elements separated by blanks: a word, alternatives in brackets (why|how come), an
// optional element word? or (a|b)?, * for up to three words of any kind, # for a word that begins
// with a digit, ^ and $ for the start and the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::domain::guide {

// Lower case, apostrophes dropped ("don't" is "dont"), everything else that is no letter or digit
// separates. Letters beyond ASCII stay as they are.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

// The words again, with single blanks: "Take Circle!" and "take  circle" are the same.
[[nodiscard]] std::string plain(std::string_view text);

struct Clause {
    std::string text;
    std::vector<std::string> words;
    bool question = false;  // ends with a question mark
};

// Sentences, split at . ! ? ; and line breaks; a point inside a number does not split. At most 200.
[[nodiscard]] std::vector<Clause> clauses_of(std::string_view text);

class Pattern {
 public:
    explicit Pattern(std::string_view source);

    [[nodiscard]] bool found_in(const std::vector<std::string>& words) const;

 private:
    struct Element {
        std::vector<std::vector<std::string>> alternatives;
        bool optional = false;
        bool gap = false;
    };

    [[nodiscard]] bool matches_at(const std::vector<std::string>& words,
                                  std::size_t word,
                                  std::size_t element) const;

    std::vector<Element> elements_;
    bool from_start_ = false;
    bool to_end_ = false;
};

}  // namespace atrium::domain::guide
