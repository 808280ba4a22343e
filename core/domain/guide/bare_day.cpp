#include "core/domain/guide/bare_day.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/domain/guide/words.h"
#include "core/protocol/ascii.h"

namespace atrium::domain::guide {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",
                                                      "february",
                                                      "march",
                                                      "april",
                                                      "may",
                                                      "june",
                                                      "july",
                                                      "august",
                                                      "september",
                                                      "october",
                                                      "november",
                                                      "december"};
constexpr std::size_t kLookBack = 6;  // messages
constexpr std::size_t kShortAnswer = 3;
constexpr int kDaysInMonth = 31;
constexpr int kFirstYear = 2000;

bool is_one_of(const std::string& word, const std::vector<std::string_view>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "15", "15th": the number and whether it is an ordinal.
struct DayWord {
    int day = 0;
    bool ordinal = false;
};

std::optional<DayWord> day_word(const std::string& word) {
    char* end = nullptr;
    const long number = std::strtol(word.c_str(), &end, 10);
    const std::string_view rest = end;
    const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    if (!ascii::is_digit(word.front()) || number < 1 || number > kDaysInMonth ||
        (!ordinal && !rest.empty())) {
        return std::nullopt;
    }
    return DayWord{static_cast<int>(number), ordinal};
}

// 0 where the word names no month. "May" is one only beside a number or a word about time.
int month_of(const std::vector<std::string>& words, std::size_t at) {
    for (std::size_t month = 0; month < kMonths.size(); ++month) {
        const std::string& word = words[at];
        const bool named = word == kMonths[month] || word == kMonths[month].substr(0, 3) ||
                           (month == 8 && word == "sept");
        if (!named) {
            continue;
        }
        const bool verb = word == "may" || word == "march" || word == "mar";
        const bool before =
            at > 0 && (ascii::is_digit(words[at - 1].front()) ||
                       is_one_of(words[at - 1], {"in", "of", "mid", "early", "late", "next"}));
        const bool after = at + 1 < words.size() && ascii::is_digit(words[at + 1].front());
        return !verb || before || after ? static_cast<int>(month) + 1 : 0;
    }
    return 0;
}

std::optional<MonthNamed> month_spoken_of(const Talk& talk, int day) {
    const std::vector<Message>& messages = talk.project->messages;
    std::size_t seen = 0;
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        if (&*message == talk.last_creator) {
            continue;
        }
        if (++seen > kLookBack) {
            break;
        }
        const std::vector<MonthNamed> named = months_named(message->text);
        const auto same = std::find_if(
            named.rbegin(), named.rend(), [&](const MonthNamed& one) { return one.day == day; });
        if (same != named.rend()) {
            return *same;
        }
        if (!named.empty()) {
            return named.back();
        }
    }
    return std::nullopt;
}

// Where a bare day ends in the text.
struct BareDay {
    int day = 0;
    std::size_t end = 0;
};

std::optional<BareDay> bare_day(std::string_view text, bool day_asked) {
    static const std::vector<std::string_view> kGoesOn = {
        "please", "then",  "instead", "is",    "it", "works",  "work",  "would",
        "for",    "and",   "or",      "maybe", "if", "sounds", "looks", "could",
        "should", "might", "good",    "fine",  "ok", "okay"};
    const std::vector<std::string> all = words_of(text);
    const bool short_answer = day_asked && all.size() <= kShortAnswer;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool starts = ascii::is_digit(text[at]) && (at == 0 || text[at - 1] == ' ');
        if (!starts) {
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && text[end] != ' ' && text[end] != ',' && text[end] != '?' &&
               text[end] != '.' && text[end] != '!') {
            ++end;
        }
        const std::optional<DayWord> day = day_word(std::string(text.substr(at, end - at)));
        const std::vector<std::string> after = words_of(text.substr(end));
        const bool alone = end < text.size() && text[end] != ' ';
        const bool fits = alone || after.empty() || is_one_of(after.front(), kGoesOn);
        if (day && fits && (day->ordinal || short_answer)) {
            return BareDay{day->day, end};
        }
        at = end;
    }
    return std::nullopt;
}

}  // namespace

std::vector<MonthNamed> months_named(std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    std::vector<MonthNamed> named;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const int month = month_of(words, at);
        if (month == 0) {
            continue;
        }
        MonthNamed one{month, std::nullopt, std::nullopt};
        const std::size_t back = at > 1 && words[at - 1] == "of" ? 2 : 1;
        const auto before = at >= back ? day_word(words[at - back]) : std::nullopt;
        const auto after = at + 1 < words.size() ? day_word(words[at + 1]) : std::nullopt;
        const auto& day = before ? before : after;
        if (day) {
            one.day = day->day;
        }
        for (std::size_t next = at + 1; next < words.size() && next <= at + 2; ++next) {
            const int year = std::atoi(words[next].c_str());
            if (words[next].size() == 4 && year > kFirstYear && !one.year) {
                one.year = year;
            }
        }
        named.push_back(one);
    }
    return named;
}

std::string with_month(std::string_view text, const Talk& talk) {
    const std::optional<BareDay> bare = bare_day(text, talk.asked == DecisionCategory::Timeline);
    if (!bare) {
        return std::string(text);
    }
    const std::vector<MonthNamed> own = months_named(text);
    const bool dated =
        std::any_of(own.begin(), own.end(), [](const MonthNamed& one) { return one.day; });
    const std::optional<MonthNamed> month =
        own.empty() ? month_spoken_of(talk, bare->day) : std::optional<MonthNamed>(own.back());
    if (dated || !month) {
        return std::string(text);
    }
    std::string name(kMonths[static_cast<std::size_t>(month->month - 1)]);
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    const std::string year = month->year ? " " + std::to_string(*month->year) : "";
    return std::string(text.substr(0, bare->end)) + " " + name + year +
           std::string(text.substr(bare->end));
}

bool names_bare_day(std::string_view text) {
    return bare_day(text, false).has_value() && months_named(text).empty();
}

std::optional<Date> rough_day(std::string_view text, Date today) {
    static const Pattern kNextWeek("next week");
    static const Pattern kNextMonth("next month");
    static const Pattern kEarly("(early|beginning|start)");
    static const Pattern kLate("(late|end)");
    static const Pattern kSpring("spring");
    static const Pattern kSummer("summer");
    static const Pattern kAutumn("(autumn|fall)");
    const std::vector<std::string> words = words_of(text);
    const auto friday_near = [](Date date) {
        return Date{date.days + (4 - weekday(date) + 10) % 7 - 3};
    };
    if (kNextWeek.found_in(words)) {
        return Date{today.days - weekday(today) + 11};
    }
    if (kNextMonth.found_in(words)) {
        return friday_near(Date{today.days + 30});
    }
    const std::vector<MonthNamed> named = months_named(text);
    const int month = !named.empty()            ? named.front().month
                      : kSpring.found_in(words) ? 4
                      : kSummer.found_in(words) ? 6
                      : kAutumn.found_in(words) ? 10
                                                : 0;
    if (month == 0) {
        return std::nullopt;
    }
    const int day = kEarly.found_in(words) ? 8 : kLate.found_in(words) ? 25 : 15;
    const int year = civil_from_date(today).year;
    const Date date = date_from_civil(year, month, day);
    return friday_near(date <= today ? date_from_civil(year + 1, month, day) : date);
}

}  // namespace atrium::domain::guide
