#include "core/domain/link_definitions.h"

namespace atrium::domain {

namespace {

constexpr char kMark = '\x01';

}  // namespace

std::string without_link_definitions(std::string_view markdown) {
    std::string marked;
    marked.reserve(markdown.size());
    char before = 0;
    for (const char letter : markdown) {
        if (before == ']' && letter == ':') {
            marked += kMark;
        }
        marked += letter;
        before = letter;
    }
    return marked;
}

std::string without_definition_marks(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (const char letter : text) {
        if (letter != kMark) {
            clean += letter;
        }
    }
    return clean;
}

}  // namespace atrium::domain
