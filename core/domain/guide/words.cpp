#include "core/domain/guide/words.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/protocol/ascii.h"

namespace atrium::domain::guide {
namespace {

constexpr std::size_t kMaxClauses = 200;
constexpr std::size_t kMaxGap = 3;
constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

bool is_word_byte(char letter) {
    return ascii::is_letter(letter) || ascii::is_digit(letter) ||
           static_cast<unsigned char>(letter) >= 0x80;
}

// The bytes of a sign that is no letter: dashes, quotes, arrows and currency signs begin with E2 80
// to E2 AF, pictures with F0. 0 where there is none.
std::size_t symbol_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(at) == 0xE2 && byte(at + 1) >= 0x80 && byte(at + 1) < 0xB0) {
        return 3;
    }
    return byte(at) >= 0xF0 ? 4 : 0;
}

bool ends_clause(std::string_view text, std::size_t at) {
    const char letter = text[at];
    if (letter == '\n' || letter == '!' || letter == '?' || letter == ';') {
        return true;
    }
    const bool in_number = at > 0 && at + 1 < text.size() && ascii::is_digit(text[at - 1]) &&
                           ascii::is_digit(text[at + 1]);
    const bool in_name = at + 1 < text.size() && is_word_byte(text[at + 1]);
    return letter == '.' && !in_number && !in_name;
}

// True when `words` continue with `wanted` at a place; "#" is a word that begins with a digit.
bool begins_with(const std::vector<std::string>& words,
                 std::size_t at,
                 const std::vector<std::string>& wanted) {
    if (words.size() - at < wanted.size()) {
        return false;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::string& word = words[at + i];
        if (wanted[i] == "#" ? !ascii::is_digit(word.front()) : word != wanted[i]) {
            return false;
        }
    }
    return true;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    for (const char letter : text) {
        if (letter == separator) {
            parts.emplace_back();
        } else {
            parts.back() += letter;
        }
    }
    return parts;
}

// The parts of a pattern, split at blanks outside brackets.
std::vector<std::string> elements_in(std::string_view source) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char letter : source) {
        depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        if (letter != ' ' || depth > 0) {
            parts.back() += letter;
        } else if (!parts.back().empty()) {
            parts.emplace_back();
        }
    }
    if (parts.back().empty()) {
        parts.pop_back();
    }
    return parts;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) {
            words.push_back(word);
            word.clear();
        }
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, kCurlyApostrophe.size()) == kCurlyApostrophe) {
            at += kCurlyApostrophe.size() - 1;
        } else if (const std::size_t length = symbol_length(text, at); length > 0) {
            at += length - 1;
            finish();
        } else if (is_word_byte(text[at])) {
            word += ascii::lower(text[at]);
        } else if (text[at] != '\'') {
            finish();
        }
    }
    finish();
    return words;
}

std::string plain(std::string_view text) {
    std::string line;
    for (const std::string& word : words_of(text)) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

std::vector<Clause> clauses_of(std::string_view text) {
    std::vector<Clause> clauses;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size() && clauses.size() < kMaxClauses; ++at) {
        if (at < text.size() && !ends_clause(text, at)) {
            continue;
        }
        Clause clause;
        clause.text = std::string(text.substr(start, at - start));
        clause.words = words_of(clause.text);
        clause.question = at < text.size() && text[at] == '?';
        start = at + 1;
        if (!clause.words.empty()) {
            clauses.push_back(std::move(clause));
        }
    }
    return clauses;
}

Pattern::Pattern(std::string_view source) {
    for (std::string part : elements_in(source)) {
        if (part == "^") {
            from_start_ = true;
            continue;
        }
        if (part == "$") {
            to_end_ = true;
            continue;
        }
        Element element;
        element.gap = part == "*";
        if (part.back() == '?') {
            element.optional = true;
            part.pop_back();
        }
        if (part.size() > 1 && part.front() == '(' && part.back() == ')') {
            part = part.substr(1, part.size() - 2);
        }
        for (const std::string& alternative : split(part, '|')) {
            element.alternatives.push_back(split(alternative, ' '));
        }
        elements_.push_back(std::move(element));
    }
}

bool Pattern::found_in(const std::vector<std::string>& words) const {
    const std::size_t last_start = from_start_ ? 0 : words.size();
    for (std::size_t start = 0; start <= last_start; ++start) {
        if (matches_at(words, start, 0)) {
            return true;
        }
    }
    return false;
}

bool Pattern::matches_at(const std::vector<std::string>& words,
                         std::size_t word,
                         std::size_t element) const {
    if (element == elements_.size()) {
        return !to_end_ || word == words.size();
    }
    const Element& wanted = elements_[element];
    if (wanted.gap) {
        const std::size_t most = std::min(words.size(), word + kMaxGap);
        for (std::size_t next = word; next <= most; ++next) {
            if (matches_at(words, next, element + 1)) {
                return true;
            }
        }
        return false;
    }
    if (wanted.optional && matches_at(words, word, element + 1)) {
        return true;
    }
    return std::any_of(wanted.alternatives.begin(),
                       wanted.alternatives.end(),
                       [&](const std::vector<std::string>& alternative) {
                           return begins_with(words, word, alternative) &&
                                  matches_at(words, word + alternative.size(), element + 1);
                       });
}

}  // namespace atrium::domain::guide
