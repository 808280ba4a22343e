// Words with their marks, and the backslashes that keep other characters from being marks.
#include <algorithm>

#include "shell/ui/markdown_write.h"

namespace atrium::shell {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80u) != 0;
}

bool is_punctuation(char c) {
    return c > ' ' && c < 0x7f && !is_word(c);
}

// Would this character be read as a mark where it stands? `before` and `after` are its neighbours, a
// space at the text's ends.
bool reads_as_mark(char before, char c, char after) {
    switch (c) {
        case '\\':
            return is_punctuation(after);
        case '*':
            return before != ' ' || after != ' ';
        case '_':
            return !is_word(before) || !is_word(after);
        case '`':
            return true;
        case '~':
            return before != ' ' || after == '~';
        case ']':
            return after == '(' || after == '[' || after == ':';
        default:
            return false;
    }
}

// "&copy;" and its like.
bool begins_entity(std::string_view text) {
    const std::size_t end = text.find_first_of("; &", 1);
    return text[0] == '&' && end != std::string_view::npos && text[end] == ';';
}

bool begins_block(std::string_view line) {
    if (line.empty()) {
        return false;
    }
    const std::size_t run = std::min(line.find_first_not_of(line[0]), line.size());
    const bool alone = run == line.size();
    switch (line[0]) {
        case '>':
            return true;
        case '#':
            return alone || line[run] == ' ';
        case '-':
            return alone || run > 2 || (run == 1 && line[1] == ' ');
        case '+':
            return run == 1 && (alone || line[1] == ' ');
        case '=':
            return alone;
        default:
            return false;
    }
}

// The character that would make the line begin a heading, a quote or a list; npos: none.
std::size_t mark_at_beginning(std::string_view line) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool number = digits > 0 && digits + 1 < line.size() && line[digits + 1] == ' ' &&
                        (line[digits] == '.' || line[digits] == ')');
    if (number) {
        return digits;
    }
    return begins_block(line) ? 0 : std::string_view::npos;
}

std::string escaped(std::string_view text, bool begins_line) {
    std::string out;
    std::size_t line_mark = begins_line ? mark_at_beginning(text) : std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i == 0 ? ' ' : text[i - 1];
        const char after = i + 1 == text.size() ? ' ' : text[i + 1];
        if (c == '\n') {
            out += "\\\n";  // a line break that was meant
            const std::size_t mark = mark_at_beginning(text.substr(i + 1));
            line_mark = mark == std::string_view::npos ? mark : i + 1 + mark;
            continue;
        }
        if (i == line_mark || reads_as_mark(before, c, after) || begins_entity(text.substr(i))) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string code_words(std::string_view words) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (char c : words) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string space = longest > 0 ? " " : "";
    return fence + space + std::string(words) + space + fence;
}

// Marks stand directly at the words: spaces at the ends go outside.
std::string marked(std::string_view words, const InlineSpan& span, bool begins_line) {
    const bool is_code = (span.mark & Run::kCode) != 0;
    const bool is_struck = (span.mark & Run::kStrike) != 0;
    const std::string_view weight = span.weight == Weight::Semibold ? "**"
                                    : span.weight == Weight::Medium ? "*"
                                                                    : "";
    const std::string mark = std::string(is_struck ? "~~" : "") + std::string(weight);
    const std::size_t begin = std::min(words.find_first_not_of(" \n"), words.size());
    const std::size_t end = std::max(begin, words.find_last_not_of(" \n") + 1);
    if (begin == words.size()) {
        return std::string(words);
    }
    const std::string_view core = words.substr(begin, end - begin);
    const bool plain = mark.empty() && !is_code;
    const std::string inner =
        is_code ? code_words(core) : escaped(core, begins_line && plain && begin == 0);
    return escaped(words.substr(0, begin), false) + mark + inner +
           std::string(mark.rbegin(), mark.rend()) + escaped(words.substr(end), false);
}

}  // namespace

std::string write_inline(const InlineText& text, TextRange part) {
    std::string out;
    std::string link_words;
    std::string link_marked;
    int link = -1;
    const auto end_link = [&] {
        if (link < 0) {
            return;
        }
        const std::string& address = text.links[static_cast<std::size_t>(link)];
        const bool says_itself = address == link_words || address == "mailto:" + link_words;
        out += says_itself ? link_words : "[" + link_marked + "](" + address + ")";
        link = -1;
    };
    for (const InlineSpan& span : text.spans) {
        const std::size_t begin = std::max<std::size_t>(part.begin, span.begin);
        const std::size_t end = std::min<std::size_t>(part.end, span.end);
        if (begin >= end) {
            continue;
        }
        if (span.link != link) {
            end_link();
            link_words.clear();
            link_marked.clear();
            link = span.link;
        }
        const std::string_view words = std::string_view(text.text).substr(begin, end - begin);
        const std::string with_marks = marked(words, span, out.empty());
        link_words += link >= 0 ? words : "";
        (link >= 0 ? link_marked : out) += with_marks;
    }
    end_link();
    return out;
}

}  // namespace atrium::shell
