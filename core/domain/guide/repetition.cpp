#include "core/domain/guide/repetition.h"

#include <vector>

namespace atrium::domain::guide {
namespace {

// A shorter one ("Recorded.") may come again.
constexpr std::size_t kNoticeable = 16;

std::vector<std::string_view> paragraphs_of(std::string_view text) {
    std::vector<std::string_view> paragraphs;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = text.find("\n\n", start);
        paragraphs.push_back(text.substr(start, end - start));
        if (end == text.npos) {
            break;
        }
        start = end + 2;
    }
    return paragraphs;
}

bool is_prose(std::string_view paragraph) {
    return !paragraph.empty() && paragraph[0] != '|' && paragraph.substr(0, 2) != "- ";
}

// Sentences with the blank that follows them.
std::vector<std::string_view> sentences_of(std::string_view paragraph) {
    std::vector<std::string_view> sentences;
    std::size_t start = 0;
    for (std::size_t at = 0; at + 1 < paragraph.size(); ++at) {
        const bool ends = paragraph[at] == '.' || paragraph[at] == '?';
        if (ends && paragraph[at + 1] == ' ') {
            sentences.push_back(paragraph.substr(start, at + 2 - start));
            start = at + 2;
        }
    }
    sentences.push_back(paragraph.substr(start));
    return sentences;
}

std::string_view without_end_blanks(std::string_view text) {
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

std::string without_repeats(std::string_view text, std::string_view previous) {
    std::string kept;
    for (const std::string_view paragraph : paragraphs_of(text)) {
        std::string rest;
        if (!is_prose(paragraph)) {
            rest = paragraph;
        } else {
            for (const std::string_view sentence : sentences_of(paragraph)) {
                const bool noticeable = sentence.size() >= kNoticeable;
                if (!noticeable || previous.find(without_end_blanks(sentence)) == previous.npos) {
                    rest += sentence;
                }
            }
        }
        if (!without_end_blanks(rest).empty()) {
            kept += (kept.empty() ? "" : "\n\n") + std::string(without_end_blanks(rest));
        }
    }
    return kept.empty() ? std::string(text) : kept;
}

}  // namespace atrium::domain::guide
