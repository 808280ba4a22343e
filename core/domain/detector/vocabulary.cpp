#include "core/domain/detector/vocabulary.h"

namespace atrium::domain::detector {
namespace {

constexpr std::size_t kShortestBentWord = 5;
constexpr std::size_t kLongestWord = 24;

}  // namespace

Vocabulary::Vocabulary() : words_{"", "#"} {
    ids_.emplace("#", kNumberWord);
}

WordId Vocabulary::add(std::string_view word) {
    if (const WordId known = find(word); known != kUnknownWord) {
        return known;
    }
    const auto id = static_cast<WordId>(words_.size());
    words_.emplace_back(word);
    ids_.emplace(std::string(word), id);
    return id;
}

WordId Vocabulary::find(std::string_view word) const {
    const auto at = ids_.find(word);
    return at == ids_.end() ? kUnknownWord : at->second;
}

void Vocabulary::add_spelling_target(std::string_view word) {
    const WordId id = add(word);
    shortened_.emplace(std::string(word), id);
    for (std::size_t i = 0; i < word.size(); ++i) {
        std::string shorter(word);
        shorter.erase(i, 1);
        shortened_.emplace(shorter, id);
    }
}

WordId Vocabulary::find_misspelled(std::string_view word) const {
    if (word.size() < kShortestBentWord || word.size() > kLongestWord) {
        return kUnknownWord;
    }
    if (const auto at = shortened_.find(word); at != shortened_.end()) {
        return at->second;
    }
    std::string shorter;
    for (std::size_t i = 0; i < word.size(); ++i) {
        shorter.assign(word);
        shorter.erase(i, 1);
        if (const auto at = shortened_.find(shorter); at != shortened_.end()) {
            return at->second;
        }
    }
    return kUnknownWord;
}

}  // namespace atrium::domain::detector
