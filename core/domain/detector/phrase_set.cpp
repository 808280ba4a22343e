#include "core/domain/detector/phrase_set.h"

#include <algorithm>
#include <utility>

namespace atrium::domain::detector {
namespace {

constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);
constexpr std::uint8_t kShortGap = 4;
constexpr std::uint8_t kLongGap = 8;

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(mark, at), text.size());
        if (end > at) {
            parts.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return parts;
}

bool is_in(const std::vector<WordId>& words, WordId word) {
    if (word == kUnknownWord) {
        return false;
    }
    if (words.size() < 8) {
        return std::find(words.begin(), words.end(), word) != words.end();
    }
    return std::binary_search(words.begin(), words.end(), word);
}

// A gap may skip words, numbers and brackets of a link, but nothing that ends a thought.
bool is_skippable(const Token& token, bool commas) {
    switch (token.kind) {
        case TokenKind::LineEnd:
            return false;
        case TokenKind::Symbol:
            return (commas && (token.symbol == ',' || token.symbol == '-')) ||
                   token.symbol == '"' || token.symbol == '/' || token.symbol == '$' ||
                   token.symbol == '%';
        default:
            return true;
    }
}

}  // namespace

bool PhraseSet::add(std::string_view phrase,
                    Label label,
                    Vocabulary& vocabulary,
                    const WordSets& sets) {
    Phrase compiled;
    compiled.label = label;
    for (std::string_view part : split(phrase, ' ')) {
        Element element;
        if (part == ".." || part == "...") {
            element.commas = part.size() == 3;
            element.gap = element.commas ? kLongGap : kShortGap;
            compiled.elements.push_back(element);
            compiled.gapped = true;
            continue;
        }
        if (part.size() > 1 && part.back() == '?') {
            element.optional = true;
            part.remove_suffix(1);
        }
        // "next month's" is two tokens in a message, and so it is in a phrase.
        const bool owner = part.size() > 3 && part.substr(part.size() - 2) == "'s";
        if (owner) {
            part.remove_suffix(2);
        }
        for (const std::string_view word : split(part, '|')) {
            if (word.size() > 2 && word.front() == '<' && word.back() == '>') {
                const auto set = sets.find(std::string(word.substr(1, word.size() - 2)));
                if (set == sets.end()) {
                    return false;
                }
                for (const std::string& member : set->second) {
                    element.words.push_back(vocabulary.add(member));
                }
            } else if (word.find_first_of("<>") != std::string_view::npos && word.size() > 1) {
                return false;
            } else {
                element.words.push_back(vocabulary.add(word));
            }
        }
        // "the kickoff's over": an 's that opens no contraction may be a verb.
        const WordId is = vocabulary.add("is");
        if (std::find(element.words.begin(), element.words.end(), is) != element.words.end()) {
            element.words.push_back(vocabulary.add("'s"));
        }
        std::sort(element.words.begin(), element.words.end());
        compiled.elements.push_back(element);
        if (owner) {
            Element ending;
            ending.words.push_back(vocabulary.add("'s"));
            compiled.elements.push_back(ending);
        }
    }
    if (compiled.elements.empty() || compiled.elements.front().gap > 0 ||
        compiled.elements.front().optional) {
        return false;
    }
    for (const WordId word : compiled.elements.front().words) {
        if (by_first_word_.size() <= word) {
            by_first_word_.resize(word + 1U);
        }
        by_first_word_[word].push_back(static_cast<std::uint16_t>(phrases_.size()));
    }
    phrases_.push_back(std::move(compiled));
    return true;
}

std::vector<Hit> PhraseSet::find(const std::vector<Token>& tokens) const {
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const WordId word = tokens[at].word;
        if (word == kUnknownWord || word >= by_first_word_.size()) {
            continue;
        }
        for (const std::uint16_t index : by_first_word_[word]) {
            const std::size_t end = match(phrases_[index], 1, tokens, at + 1);
            if (end != kNoMatch) {
                hits.push_back({phrases_[index].label,
                                static_cast<std::uint32_t>(at),
                                static_cast<std::uint32_t>(end),
                                phrases_[index].gapped});
            }
        }
    }
    return hits;
}

std::size_t PhraseSet::match(const Phrase& phrase,
                             std::size_t element,
                             const std::vector<Token>& tokens,
                             std::size_t at) {
    if (element == phrase.elements.size()) {
        return at;
    }
    const Element& wanted = phrase.elements[element];
    if (wanted.gap > 0) {
        for (std::size_t skipped = 0; skipped <= wanted.gap; ++skipped) {
            const std::size_t end = match(phrase, element + 1, tokens, at + skipped);
            if (end != kNoMatch) {
                return end;
            }
            if (at + skipped >= tokens.size() ||
                !is_skippable(tokens[at + skipped], wanted.commas)) {
                return kNoMatch;
            }
        }
        return kNoMatch;
    }
    if (at < tokens.size() && is_in(wanted.words, tokens[at].word)) {
        const std::size_t end = match(phrase, element + 1, tokens, at + 1);
        if (end != kNoMatch) {
            return end;
        }
    }
    return wanted.optional ? match(phrase, element + 1, tokens, at) : kNoMatch;
}

}  // namespace atrium::domain::detector
