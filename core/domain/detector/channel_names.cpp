#include <algorithm>
#include <optional>
#include <string>

#include "core/domain/detector/mentions.h"
#include "core/domain/detector/particulars.h"
#include "core/domain/detector/quantities.h"
#include "core/domain/detector/reading.h"

namespace atrium::domain {
namespace {

using detector::Group;
using detector::Hit;
using detector::language;
using detector::Reading;
using detector::Token;
using detector::TokenKind;

constexpr std::size_t kMostNames = 30;
constexpr std::size_t kLongestName = 40;  // bytes; longer is a sentence
constexpr std::size_t kMostWords = 4;

// "6 spaces: …", "spaces called …", "channels (…", "channels for …": where the list begins, in bytes.
std::optional<std::size_t> list_after(const Reading& reading, const Hit& noun) {
    const std::uint32_t at = noun.end;
    for (const char mark : {':', '(', '-', '=', '>'}) {
        // "space-out", "channel-list": a hyphen inside a word begins nothing.
        if (reading.is_symbol(at, mark) && !(mark == '-' && reading.tokens[at].glued)) {
            return reading.tokens[at].end;
        }
    }
    if (at < reading.tokens.size() && reading.tokens[at].kind == TokenKind::LineEnd) {
        return std::nullopt;
    }
    for (const std::string_view word :
         {"called", "named", "namely", "like", "for", "are", "would", "should", "will"}) {
        if (!reading.is_word(at, word)) {
            continue;
        }
        const bool be = reading.is_word(at + 1, "be") || reading.is_word(at + 1, "called");
        const std::uint32_t last = be ? at + 1 : at;
        return reading.tokens[last].end + (reading.is_symbol(last + 1, ':') ? 1U : 0U);
    }
    return std::nullopt;
}

// "I want Glazes, Live and Offtopic as spaces": the sentence up to the "as", without what opens it.
std::optional<std::string_view> list_before(const Reading& reading, const Hit& noun) {
    const bool article = noun.begin > 0 && (reading.is_word(noun.begin - 1, "my") ||
                                            reading.is_word(noun.begin - 1, "the"));
    const std::uint32_t as = noun.begin - std::min(noun.begin, article ? 2U : 1U);
    if (!reading.is_word(as, "as") && !reading.is_word(as, "for")) {
        return std::nullopt;
    }
    std::uint32_t first = reading.sentences[reading.sentence_of[as]].begin;
    // What commits to the list is none of its names.
    for (const Group group : {Group::CommitBefore, Group::CommitClose, Group::CommitImperative}) {
        for (const Hit& hit : reading.of(group)) {
            first = hit.begin == first ? std::max(first, hit.end) : first;
        }
    }
    const std::size_t begin = reading.tokens[first].begin;
    return reading.text.substr(begin, reading.tokens[as].begin - begin);
}

bool is_space(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r';
}

// Without blanks, quotation marks and the signs that open a channel's name or an item of a list.
std::string bare(std::string_view item) {
    constexpr std::string_view kMargin = " \t\r#*\"'`-()[].!:";
    const std::size_t first = item.find_first_not_of(kMargin);
    if (first == item.npos) {
        return "";
    }
    return std::string(item.substr(first, item.find_last_not_of(kMargin) - first + 1));
}

// "and Offtopic", "plus a lounge": the last item of a spoken list.
std::string without_joint(std::string item) {
    for (const std::string_view joint : {"and ", "und ", "plus ", "& ", "a ", "an ", "one for "}) {
        if (item.rfind(joint, 0) == 0) {
            item.erase(0, joint.size());
        }
    }
    return bare(item);
}

// A list ends with its sentence, its bracket or an empty line.
std::size_t end_of_list(std::string_view text, std::size_t from, bool bracketed) {
    for (std::size_t at = from; at < text.size(); ++at) {
        const bool last = at + 1 == text.size();
        const bool stop = (text[at] == '.' || text[at] == '!' || text[at] == '?') &&
                          (last || is_space(text[at + 1]) || text[at + 1] == '\n');
        const bool blank_line = text[at] == '\n' && !last && text[at + 1] == '\n';
        if (stop || blank_line || (bracketed && text[at] == ')')) {
            return at;
        }
    }
    return text.size();
}

std::vector<std::string> items_in(std::string_view list) {
    std::vector<std::string> items;
    std::string item;
    const auto finish = [&] {
        items.push_back(without_joint(bare(item)));
        item.clear();
    };
    for (std::size_t at = 0; at < list.size(); ++at) {
        const std::string_view rest = list.substr(at);
        const bool joint = rest.rfind(" and ", 0) == 0 || rest.rfind(" und ", 0) == 0;
        const bool hash = list[at] == '#' && !bare(item).empty();
        if (list[at] == ',' || list[at] == ';' || list[at] == '\n' || list[at] == '|' ||
            rest.rfind(" / ", 0) == 0 || rest.rfind(" & ", 0) == 0 || joint || hash) {
            finish();
            at += joint ? 4 : list[at] == ' ' ? 2 : 0;
        } else {
            item += list[at];
        }
    }
    finish();
    items.erase(std::remove(items.begin(), items.end(), ""), items.end());
    return items;
}

// A name is a few words that are no value of a decision and no sentence.
bool is_name(const std::string& item) {
    const Reading reading = detector::reading_of(item);
    const auto words =
        std::count_if(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
            return token.kind == TokenKind::Word || token.kind == TokenKind::Number;
        });
    if (words == 0 || static_cast<std::size_t>(words) > kMostWords || item.size() > kLongestName ||
        detector::quantity_at(reading, 0)) {
        return false;
    }
    // "glaze talk, with two roles": a verb or a count is no name.
    constexpr std::array kSentence = {Group::Counted,
                                      Group::CommitBefore,
                                      Group::CommitImperative,
                                      Group::Doubt,
                                      Group::Negation,
                                      Group::Interval};
    const auto size = static_cast<std::uint32_t>(reading.tokens.size());
    return std::none_of(kSentence.begin(), kSentence.end(), [&](Group group) {
        return reading.has(group, 0, size);
    });
}

// The names at the head of the list: what follows the first that is none says something else.
std::vector<std::string> names_at_head(const std::vector<std::string>& items) {
    std::vector<std::string> names;
    for (const std::string& item : items) {
        if (!is_name(item) || names.size() == kMostNames) {
            break;
        }
        if (std::find(names.begin(), names.end(), item) == names.end()) {
            names.push_back(item);
        }
    }
    return names;
}

}  // namespace

std::vector<std::string> channel_names_in(std::string_view text) {
    const Reading reading = detector::reading_of(text);
    std::vector<std::string> best;
    const auto take = [&](std::string_view list) {
        std::vector<std::string> names = names_at_head(items_in(list));
        if (names.size() > 1 && names.size() > best.size()) {
            best = std::move(names);
        }
    };
    // "call them Glazes, Throwing and Live"
    for (std::uint32_t at = 0; at + 1 < reading.tokens.size(); ++at) {
        const bool calls = reading.is_word(at, "call") || reading.is_word(at, "name");
        if (calls && reading.is_word(at + 1, "them")) {
            const std::size_t from = reading.tokens[at + 1].end;
            take(text.substr(from, end_of_list(text, from, false) - from));
        }
    }
    for (const Hit& hit : detector::clear_hits(reading, Group::Counted)) {
        if (language().name_of(hit) != "channels") {
            continue;
        }
        if (const std::optional<std::string_view> list = list_before(reading, hit)) {
            take(*list);
        }
        if (const std::optional<std::size_t> from = list_after(reading, hit)) {
            const bool bracketed = text[*from - 1] == '(';
            take(text.substr(*from, end_of_list(text, *from, bracketed) - *from));
        }
    }
    return best;
}

}  // namespace atrium::domain
