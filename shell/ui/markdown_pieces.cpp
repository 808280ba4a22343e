#include <algorithm>

#include "shell/ui/markdown_blocks.h"

namespace atrium::shell {

namespace {

// Longer pieces are cut, so that no input makes the parser slow or a paragraph endless.
constexpr std::size_t kLongestPiece = 16 * 1024;

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_list_item(std::string_view line) {
    if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
        return line[1] == ' ' || line[1] == '\t';
    }
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    return digits > 0 && digits < 10 && digits + 1 < line.size() &&
           (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

bool is_heading(std::string_view line) {
    const std::size_t marks = line.find_first_not_of('#');
    return marks > 0 && marks <= 6 && marks < line.size() && line[marks] == ' ';
}

struct Fence {
    char mark = 0;
    std::size_t length = 0;
    std::size_t indent = 0;
};

// The fence that opens or closes on this line; mark 0: none.
Fence fence_of(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view rest = line.substr(indent);
    if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) {
        return {};
    }
    const std::size_t length = std::min(rest.find_first_not_of(rest[0]), rest.size());
    const bool inline_code = rest[0] == '`' && rest.find('`', length) != std::string_view::npos;
    return length < 3 || inline_code ? Fence{} : Fence{rest[0], length, indent};
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t`~"), text.size());
    const std::size_t end = text.find_last_not_of(" \t\n");
    return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

class Splitter {
 public:
    Splitter(std::string_view text, std::size_t from) : text_(text), begin_(from) {}

    std::vector<MarkdownPiece> split() {
        for (std::size_t at = begin_; at < text_.size();) {
            const std::size_t newline = text_.find('\n', at);
            const std::size_t next = newline == std::string_view::npos ? text_.size() : newline + 1;
            take_line(text_.substr(at, next - at), at, next);
            at = next;
        }
        if (code_.mark != 0) {
            end_code(text_.size(), text_.size());
        }
        end_piece(text_.size());
        return std::move(pieces_);
    }

 private:
    void take_line(std::string_view line, std::size_t at, std::size_t next) {
        const std::string_view words = line.substr(0, line.find('\n'));
        const Fence fence = fence_of(words);
        if (code_.mark != 0) {
            if (fence.mark == code_.mark && fence.length >= code_.length && fence.indent < 4) {
                end_code(at, next);
            }
            return;
        }
        if (inner_fence_.mark != 0) {  // in a list: the parser reads it, but nothing is cut in it
            if (fence.mark == inner_fence_.mark && fence.length >= inner_fence_.length) {
                inner_fence_ = {};
            }
            cut_when_too_long(at);
            return;
        }
        if (fence.mark != 0 && fence.indent == 0) {
            end_piece(at);
            code_ = fence;
            code_info_ = trimmed(words);
            code_begin_ = next;
            return;
        }
        inner_fence_ = fence;
        const bool list_item = is_list_item(words);
        const bool starts_here = (after_blank_ && !words.empty() && words[0] != ' ' &&
                                  words[0] != '\t' && (!list_item || !in_list_)) ||
                                 is_heading(words);
        if (starts_here && !is_blank(words)) {
            end_piece(at);
        }
        if (at == begin_) {
            in_list_ = list_item;
        }
        after_blank_ = is_blank(words);
        cut_when_too_long(next);
    }

    void cut_when_too_long(std::size_t end) {
        while (end - begin_ > kLongestPiece) {
            std::size_t cut = begin_ + kLongestPiece;
            const std::size_t space = text_.rfind(' ', cut);
            if (space != std::string_view::npos && space > begin_ + kLongestPiece / 2) {
                cut = space + 1;
            }
            while (cut > begin_ + 1 && (static_cast<unsigned char>(text_[cut]) & 0xc0u) == 0x80) {
                --cut;  // not inside a character
            }
            end_piece(cut);
        }
    }

    void end_code(std::size_t code_end, std::size_t piece_end) {
        pieces_.push_back(
            {begin_, piece_end, true, std::string(code_info_), code_begin_, code_end});
        begin_ = piece_end;
        code_ = {};
        after_blank_ = true;
        in_list_ = false;
    }

    void end_piece(std::size_t end) {
        if (end > begin_) {
            pieces_.push_back({begin_, end, false, {}, 0, 0});
        }
        begin_ = end;
        in_list_ = false;
    }

    std::string_view text_;
    std::size_t begin_;
    std::vector<MarkdownPiece> pieces_;
    Fence code_;
    Fence inner_fence_;
    std::string_view code_info_;
    std::size_t code_begin_ = 0;
    bool after_blank_ = true;
    bool in_list_ = false;
};

}  // namespace

std::vector<MarkdownPiece> split_markdown(std::string_view text, std::size_t from) {
    return Splitter(text, from).split();
}

}  // namespace atrium::shell
