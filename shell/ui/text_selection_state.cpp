// What is selected, apart from any screen.
#include "shell/ui/text_selection.h"

namespace atrium::shell {

namespace {

bool is_gap(char c) {
    return c == ' ' || c == '\n';
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80u) != 0;
}

// Where a place is after more was written: marks that were incomplete before ("**bo") have become what
// they mean, and blocks stand apart that were one. Walks both texts and passes over what only one has.
std::size_t place_after(std::string_view before, std::string_view after, std::size_t place) {
    place = std::min(place, before.size());
    std::size_t now = 0;
    for (std::size_t then = 0; then < place;) {
        const bool more = now < after.size();
        if (more && before[then] == after[now]) {
            ++then;
            ++now;
        } else if (more && is_gap(after[now]) && is_word(before[then])) {
            ++now;
        } else {
            ++then;
        }
    }
    while (now < after.size() && (static_cast<unsigned char>(after[now]) & 0xc0u) == 0x80) {
        --now;  // not inside a character
    }
    return now;
}

}  // namespace

TextRange TextSelection::within(std::uint64_t item, std::size_t length) const {
    if (empty() || item < first().item || item > last().item) {
        return {};
    }
    return {item == first().item ? std::min(first().offset, length) : 0,
            item == last().item ? std::min(last().offset, length) : length};
}

void TextSelection::move_focus(TextPlace to) {
    const TextPlace fixed = is_backward() ? anchor_.last : anchor_.first;
    anchor_ = {fixed, fixed};
    head_ = {to, to};
}

void TextSelection::text_changed(std::uint64_t item,
                                 std::string_view before,
                                 std::string_view after) {
    for (TextPlace* place : {&anchor_.first, &anchor_.last, &head_.first, &head_.last}) {
        if (place->item == item) {
            place->offset = place_after(before, after, place->offset);
        }
    }
}

}  // namespace atrium::shell
