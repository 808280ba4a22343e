#include "shell/views/reveal.h"

#include <algorithm>

namespace atrium::shell {

namespace {

// Emphasis and links are short; a mark that stays open for longer is a literal one.
constexpr std::size_t kLongestMark = 160;

std::size_t line_begin(std::string_view text, std::size_t end) {
    const std::size_t line_break = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    return line_break == std::string_view::npos ? 0 : line_break + 1;
}

bool is_table_line(std::string_view line) {
    const std::size_t first = line.find_first_not_of(' ');
    return first != std::string_view::npos && line[first] == '|';
}

// A table is recognised by its second line: its head waits until that is whole.
std::size_t before_open_table_line(std::string_view text, std::size_t end) {
    const std::size_t line = line_begin(text, end);
    if (line > 0 && line == end) {
        const std::size_t previous = line_begin(text, line - 1);
        const std::size_t before = line_begin(text, previous == 0 ? 0 : previous - 1);
        const bool is_head =
            is_table_line(text.substr(previous, line - previous)) &&
            !(previous > 0 && is_table_line(text.substr(before, previous - before)));
        return is_head ? previous : end;
    }
    if (!is_table_line(text.substr(line, end - line))) {
        return end;
    }
    return line == 0 ? 0 : before_open_table_line(text, line);
}

std::size_t before_open_emphasis(std::string_view text, std::size_t line, std::size_t end) {
    std::size_t open = std::string_view::npos;
    std::size_t at = line;
    while (at + 1 < end) {
        if (text[at] == '*' && text[at + 1] == '*') {
            open = open == std::string_view::npos ? at : std::string_view::npos;
            at += 2;
        } else {
            ++at;
        }
    }
    if (open == std::string_view::npos) {
        // The first half of a "**" that has not come whole.
        return end > line && text[end - 1] == '*' && (end < 2 || text[end - 2] != '*') ? end - 1
                                                                                       : end;
    }
    return end - open > kLongestMark ? end : open;
}

std::size_t before_open_link(std::string_view text, std::size_t line, std::size_t end) {
    const std::size_t open = text.substr(0, end).rfind('[');
    if (open == std::string_view::npos || open < line || end - open > kLongestMark) {
        return end;
    }
    const std::string_view rest = text.substr(open, end - open);
    const std::size_t closed = rest.find(']');
    const bool has_address =
        closed != std::string_view::npos && closed + 1 < rest.size() && rest[closed + 1] == '(';
    const bool may_be_link = closed == std::string_view::npos || closed + 1 == rest.size() ||
                             (has_address && rest.find(')', closed) == std::string_view::npos);
    return may_be_link ? open : end;
}

}  // namespace

std::size_t readable_end(std::string_view text, std::size_t end) {
    end = std::min(end, text.size());
    while (end > 0 && end < text.size() &&
           (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) {
        --end;
    }
    const std::size_t whole_lines = before_open_table_line(text, end);
    if (whole_lines != end) {
        return whole_lines;
    }
    const std::size_t line = line_begin(text, end);
    return before_open_link(text, line, before_open_emphasis(text, line, end));
}

std::string_view Reveal::advance(std::string_view text, float seconds) {
    const auto all = static_cast<double>(text.size());
    if (text.size() != known_) {
        known_ = text.size();
        pace_ = (all - shown_) / static_cast<double>(kCatchUpSeconds);
    }
    shown_ = std::min(all, shown_ + pace_ * static_cast<double>(seconds));
    // What is left of less than a byte is nothing to wait for.
    if (all - shown_ < 1) {
        shown_ = all;
    }
    return text.substr(0, readable_end(text, shown_bytes()));
}

std::string_view Reveal::finish(std::string_view text) {
    known_ = text.size();
    shown_ = static_cast<double>(text.size());
    return text;
}

}  // namespace atrium::shell
