#include "core/domain/detector/tokens.h"

#include <utility>

#include "core/domain/detector/characters.h"
#include "core/protocol/ascii.h"

namespace atrium::domain::detector {
namespace {

// The message folded to one byte a character, with the way back to the original bytes.
struct FoldedText {
    std::string text;
    std::vector<std::uint32_t> origin;  // one more than text has characters

    char at(std::size_t i) const { return i < text.size() ? text[i] : '\n'; }
};

FoldedText folded_text(std::string_view source) {
    FoldedText out;
    out.text.reserve(source.size());
    out.origin.reserve(source.size() + 1);
    for (std::size_t at = 0; at < source.size();) {
        const FoldedCharacter next = folded_character(source, at);
        out.text.push_back(next.value);
        out.origin.push_back(static_cast<std::uint32_t>(at));
        at += next.bytes;
    }
    out.origin.push_back(static_cast<std::uint32_t>(source.size()));
    return out;
}

class Tokenizer {
 public:
    Tokenizer(const FoldedText& folded,
              const Vocabulary& vocabulary,
              const Replacements& replacements)
        : folded_(folded), vocabulary_(vocabulary), replacements_(replacements) {}

    std::vector<Token> run() {
        tokens_.reserve(folded_.text.size() / 4 + 8);
        std::size_t at = 0;
        while (at < folded_.text.size()) {
            const char c = folded_.at(at);
            if (ascii::is_letter(c)) {
                at = read_word(at);
            } else if (ascii::is_digit(c) ||
                       (c == '.' && ascii::is_digit(folded_.at(at + 1)) &&
                        !ascii::is_digit(at > 0 ? folded_.at(at - 1) : ' '))) {
                at = read_number(at);
            } else if (c == '\n') {
                push(at, at + 1, TokenKind::LineEnd);
                ++at;
            } else {
                at = read_symbol(at);
            }
        }
        return std::move(tokens_);
    }

 private:
    Token& push(std::size_t begin, std::size_t end, TokenKind kind) {
        Token token;
        token.begin = folded_.origin[begin];
        token.end = folded_.origin[end];
        token.kind = kind;
        token.glued = begin > 0 && begin == last_end_;
        last_end_ = end;
        tokens_.push_back(token);
        return tokens_.back();
    }

    std::size_t read_word(std::size_t begin) {
        std::size_t end = begin;
        word_.clear();
        bool shouted = true;
        while (
            ascii::is_letter(folded_.at(end)) ||
            (folded_.at(end) == '\'' && ascii::is_letter(folded_.at(end + 1))) ||
            (folded_.at(end) == '&' && ascii::is_letter(folded_.at(end + 1)) && end - begin == 1)) {
            shouted = shouted && folded_.at(end) == ascii::lower(folded_.at(end)) - ('a' - 'A');
            word_.push_back(ascii::lower(folded_.at(end)));
            ++end;
        }
        const bool capital = folded_.at(begin) != ascii::lower(folded_.at(begin));
        const std::size_t first = tokens_.size();
        push_words(begin, end);
        for (std::size_t i = first; i < tokens_.size(); ++i) {
            tokens_[i].capital = capital;
            tokens_[i].shouted = shouted && word_.size() > 1;
        }
        // A hyphen inside a word joins two tokens that phrases write as two words.
        return folded_.at(end) == '-' && ascii::is_letter(folded_.at(end + 1)) ? end + 1 : end;
    }

    void push_words(std::size_t begin, std::size_t end) {
        WordId id = vocabulary_.find(word_);
        const bool replaced = id != kUnknownWord && replacements_.count(id) > 0;
        if (!replaced && push_contraction(begin, end)) {
            return;
        }
        if (id == kUnknownWord) {
            id = vocabulary_.find_misspelled(word_);
        }
        push_replaced(begin, end, id);
    }

    void push_replaced(std::size_t begin, std::size_t end, WordId id) {
        const auto replaced = replacements_.find(id);
        if (id == kUnknownWord || replaced == replacements_.end()) {
            push(begin, end, TokenKind::Word).word = id;
            return;
        }
        for (const WordId part : replaced->second) {
            push(begin, end, TokenKind::Word).word = part;
        }
    }

    // "we'll", "they've", "isn't", "stripe's": the stem and what the ending stands for.
    bool push_contraction(std::size_t begin, std::size_t end) {
        const std::size_t mark = word_.rfind('\'');
        if (mark == std::string::npos || mark == 0) {
            return false;
        }
        const std::string ending = word_.substr(mark);
        const bool negated = ending == "'t" && mark > 1 && word_[mark - 1] == 'n';
        const std::string stem = word_.substr(0, negated ? mark - 1 : mark);
        const WordId stem_id = vocabulary_.find(stem);
        push_replaced(
            begin, end, stem_id == kUnknownWord ? vocabulary_.find_misspelled(stem) : stem_id);
        const WordId ending_id = vocabulary_.find(negated ? "n't" : ending);
        push_replaced(begin, end, ending_id);
        return true;
    }

    std::size_t digits_end(std::size_t at) const {
        while (ascii::is_digit(folded_.at(at))) {
            ++at;
        }
        return at;
    }

    // "2027-03-01", "15/01", "1/20/27", "15.01.2027"; the end, or begin where it is no such date.
    std::size_t numeric_date_end(std::size_t begin) const {
        const std::size_t first = digits_end(begin);
        const char mark = folded_.at(first);
        if ((mark != '-' && mark != '/' && mark != '.') || first - begin > 4) {
            return begin;
        }
        const std::size_t second = digits_end(first + 1);
        const std::size_t second_size = second - first - 1;
        if (second_size < 1 || second_size > 2) {
            return begin;
        }
        if (folded_.at(second) == mark && ascii::is_digit(folded_.at(second + 1))) {
            return digits_end(second + 1);
        }
        return mark == '/' && first - begin <= 2 ? second : begin;
    }

    std::size_t read_number(std::size_t begin) {
        if (const std::size_t end = numeric_date_end(begin); end > begin) {
            push(begin, end, TokenKind::NumericDate);
            return end;
        }
        std::size_t end = begin;
        const double value = read_decimal(end);
        Token& token = push(begin, end, TokenKind::Number);
        token.word = kNumberWord;
        token.number = value;
        return read_suffix(end);
    }

    // Reads digits with their separators: three digits after a mark are thousands, one or two are
    // a fraction, whichever of the two marks it is.
    double read_decimal(std::size_t& at) const {
        double value = 0.0;
        for (; ascii::is_digit(folded_.at(at)); ++at) {
            value = value * 10.0 + (folded_.at(at) - '0');
        }
        while ((folded_.at(at) == ',' || folded_.at(at) == '.') &&
               ascii::is_digit(folded_.at(at + 1))) {
            const std::size_t end = digits_end(at + 1);
            const std::size_t count = end - at - 1;
            double group = 0.0;
            double unit = 1.0;
            for (std::size_t i = at + 1; i < end; ++i) {
                group = group * 10.0 + (folded_.at(i) - '0');
                unit *= 10.0;
            }
            at = end;
            if (count == 3) {
                value = value * 1000.0 + group;
            } else {
                return value + group / unit;
            }
        }
        return value;
    }

    std::size_t read_suffix(std::size_t end) {
        const char c = ascii::lower(folded_.at(end));
        const char d = ascii::lower(folded_.at(end + 1));
        Token& token = tokens_.back();
        if (c == 'k' && !ascii::is_letter(d)) {
            token.number *= 1000.0;
            end += 1;
        } else if (!ascii::is_letter(ascii::lower(folded_.at(end + 2))) &&
                   ((c == 's' && d == 't') || (c == 'n' && d == 'd') || (c == 'r' && d == 'd') ||
                    (c == 't' && d == 'h'))) {
            token.ordinal = true;
            end += 2;
        }
        token.end = folded_.origin[end];
        last_end_ = end;
        return end;
    }

    std::size_t read_symbol(std::size_t at) {
        const char c = folded_.at(at);
        if (c == ' ' || c == '*' || c == '_' || c == '`' || c == '\'') {
            // A star or a dash at the start of a line is a list mark, elsewhere a star is emphasis.
            if (c == '*' && at_line_start(at) && folded_.at(at + 1) == ' ') {
                push(at, at + 1, TokenKind::Symbol).symbol = '-';
            }
            return at + 1;
        }
        std::size_t end = at + 1;
        char symbol = c;
        if (c == '.' || c == '-' || c == '!' || c == '?') {
            while (folded_.at(end) == c || (c == '!' && folded_.at(end) == '?')) {
                symbol = folded_.at(end) == '?' ? '?' : symbol;
                ++end;
            }
        }
        if (c == '-' && (end - at > 1 || (spaced(at) && !at_line_start(at)))) {
            symbol = kLongDash;
        }
        symbol = c == '.' && end - at > 1 ? kLongDash : symbol;
        Token& token = push(at, end, TokenKind::Symbol);
        token.symbol = symbol;
        token.word = vocabulary_.find(std::string_view(&symbol, 1));
        return end;
    }

    bool spaced(std::size_t at) const {
        return (at == 0 || folded_.at(at - 1) == ' ') && folded_.at(at + 1) == ' ';
    }

    bool at_line_start(std::size_t at) const {
        while (at > 0 && folded_.at(at - 1) == ' ') {
            --at;
        }
        return at == 0 || folded_.at(at - 1) == '\n';
    }

    const FoldedText& folded_;
    const Vocabulary& vocabulary_;
    const Replacements& replacements_;
    std::vector<Token> tokens_;
    std::string word_;
    std::size_t last_end_ = static_cast<std::size_t>(-1);
};

}  // namespace

std::vector<Token> tokens_from(std::string_view text,
                               const Vocabulary& vocabulary,
                               const Replacements& replacements) {
    const FoldedText folded = folded_text(text);
    return Tokenizer(folded, vocabulary, replacements).run();
}

}  // namespace atrium::domain::detector
