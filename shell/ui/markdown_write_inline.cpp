// Words with their marks, and the backslashes that keep other characters from being marks.
#include <algorithm>
#include <vector>

#include "core/protocol/ascii.h"
#include "shell/ui/markdown_write.h"

namespace atrium::shell {

namespace {

bool is_word(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) ||
           (static_cast<unsigned char>(c) & 0x80u) != 0;
}

bool is_punctuation(char c) {
    return c > ' ' && c < 0x7f && !is_word(c);
}

// What stands next to words: a space for the text's end, a star for any mark.
struct Neighbours {
    char before = ' ', after = ' ';
};

// Would this character be read as a mark where it stands?
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
            return before != ' ' || after == '~' || after == '*';
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

std::string escaped(std::string_view text, Neighbours beside, bool begins_line, bool in_link) {
    std::string out;
    std::size_t line_mark = begins_line ? mark_at_beginning(text) : std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i == 0 ? beside.before : text[i - 1];
        const char after = i + 1 == text.size() ? beside.after : text[i + 1];
        if (c == '\n') {
            out += "\\\n";  // a line break that was meant
            const std::size_t mark = mark_at_beginning(text.substr(i + 1));
            line_mark = mark == std::string_view::npos ? mark : i + 1 + mark;
            continue;
        }
        const bool bracket = in_link && (c == '[' || c == ']');
        if (i == line_mark || bracket || reads_as_mark(before, c, after) ||
            begins_entity(text.substr(i))) {
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
    const bool is_stripped = words.front() == ' ' && words.back() == ' ' &&
                             words.find_first_not_of(' ') != std::string_view::npos;
    const std::string space = longest > 0 || is_stripped ? " " : "";
    return fence + space + std::string(words) + space + fence;
}

std::string_view written(InlineMark mark) {
    return mark == InlineMark::Strong     ? "**"
           : mark == InlineMark::Emphasis ? "*"
           : mark == InlineMark::Strike   ? "~~"
                                          : "";
}

// For each link whether it is an address that stands in the text as itself: that is read as a link
// without marks.
std::vector<bool> bare_links(const InlineText& text) {
    std::vector<std::string> words(text.links.size());
    for (const InlineSpan& span : text.spans) {
        if (span.link >= 0) {
            std::string& all = words[static_cast<std::size_t>(span.link)];
            all += (span.mark & Run::kCode) != 0 ? " " : "";
            all += std::string_view(text.text).substr(span.begin, span.end - span.begin);
        }
    }
    std::vector<bool> bare;
    for (std::size_t i = 0; i < words.size(); ++i) {
        bare.push_back(text.links[i] == words[i] || text.links[i] == "mailto:" + words[i]);
    }
    return bare;
}

// A mark that is open, or is to be.
struct OpenMark {
    InlineMark mark = InlineMark::None;
    int link = -1;

    bool operator==(const OpenMark&) const = default;
};

// Goes through the stretches and opens and closes marks between them, so that what was nested stays
// nested. Marks stand directly at the words: spaces at the ends go outside.
class InlineWriter {
 public:
    explicit InlineWriter(const InlineText& text) : text_(text), bare_(bare_links(text)) {}

    std::string write(TextRange part) {
        for (const InlineSpan& span : text_.spans) {
            const std::size_t begin = std::max<std::size_t>(part.begin, span.begin);
            const std::size_t end = std::min<std::size_t>(part.end, span.end);
            if (begin < end) {
                add(span, std::string_view(text_.text).substr(begin, end - begin), end == part.end);
            }
        }
        close_to(0);
        return out_ + spaces_;
    }

 private:
    void add(const InlineSpan& span, std::string_view words, bool is_last) {
        const std::vector<OpenMark> wanted = marks_of(span);
        const auto [missing, extra] =
            std::mismatch(wanted.begin(), wanted.end(), open_.begin(), open_.end());
        close_to(static_cast<std::size_t>(extra - open_.begin()));
        const bool is_code = (span.mark & Run::kCode) != 0;
        const std::string_view blank = is_code ? "" : " \n";
        const std::size_t begin = std::min(words.find_first_not_of(blank), words.size());
        spaces_ += words.substr(0, begin);
        if (begin == words.size()) {
            return;
        }
        const std::size_t end = words.find_last_not_of(blank) + 1;
        write_spaces();
        const bool begins_line = missing == wanted.end() && (out_.empty() || out_.back() == '\n');
        std::for_each(missing, wanted.end(), [this](OpenMark mark) { open_mark(mark); });
        const bool marks_follow = end == words.size() && !(is_last && wanted.empty());
        const Neighbours beside{out_.empty() ? ' ' : out_.back(), marks_follow ? '*' : ' '};
        const std::string_view core = words.substr(begin, end - begin);
        out_ += is_code              ? code_words(core)
                : is_bare(span.link) ? std::string(core)
                                     : escaped(core, beside, begins_line, span.link >= 0);
        spaces_ = words.substr(end);
    }

    std::vector<OpenMark> marks_of(const InlineSpan& span) const {
        std::vector<OpenMark> marks;
        for (const InlineMark mark : span.around) {
            const bool is_link = mark == InlineMark::Link;
            if (mark != InlineMark::None && !(is_link && is_bare(span.link))) {
                marks.push_back({mark, is_link ? span.link : -1});
            }
        }
        return marks;
    }

    bool is_bare(int link) const { return link >= 0 && bare_[static_cast<std::size_t>(link)]; }

    void open_mark(OpenMark mark) {
        if (mark.mark == InlineMark::Link && !out_.empty() && out_.back() == '!') {
            out_.insert(out_.size() - 1, "\\");  // else it would be a picture
        }
        out_ += mark.mark == InlineMark::Link ? "[" : written(mark.mark);
        open_.push_back(mark);
    }

    void close_to(std::size_t depth) {
        while (open_.size() > depth) {
            const OpenMark mark = open_.back();
            open_.pop_back();
            out_ += mark.mark == InlineMark::Link
                        ? "](" + text_.links[static_cast<std::size_t>(mark.link)] + ")"
                        : std::string(written(mark.mark));
        }
    }

    // A line break among words was meant.
    void write_spaces() {
        for (const char c : spaces_) {
            out_ += c == '\n' && !out_.empty() ? "\\" : "";
            out_ += c;
        }
        spaces_.clear();
    }

    const InlineText& text_;
    std::vector<bool> bare_;  // by link
    std::string out_;
    std::string spaces_;  // after the last words, not yet written
    std::vector<OpenMark> open_;
};

}  // namespace

std::string write_inline(const InlineText& text, TextRange part) {
    return InlineWriter(text).write(part);
}

}  // namespace atrium::shell
