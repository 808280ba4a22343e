#include <algorithm>
#include <charconv>
#include <optional>

#include "core/domain/detector/calendar.h"
#include "core/domain/detector/mentions.h"
#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {
namespace {

struct DayRead {
    std::uint32_t end = 0;
    TimelineSlots slots;
    bool needs_context = false;
};

int named_number(const Hit& hit) {
    const std::string& name = language().name_of(hit);
    int value = 0;
    std::from_chars(name.data(), name.data() + name.size(), value);
    return value;
}

// Reads the day that a message names at one token, in each of the ways in which people name days.
class DayReader {
 public:
    DayReader(const Reading& reading, Date today) : reading_(reading), today_(today) {}

    std::optional<DayRead> read(std::uint32_t at) const {
        if (reading_.tokens[at].kind == TokenKind::NumericDate) {
            return figures(at);
        }
        for (const auto way : {&DayReader::nth_weekday,
                               &DayReader::day_then_month,
                               &DayReader::month_then_day,
                               &DayReader::duration,
                               &DayReader::named_day,
                               &DayReader::weekday_name,
                               &DayReader::day_of_month,
                               &DayReader::rough}) {
            if (std::optional<DayRead> found = (this->*way)(at)) {
                return found;
            }
        }
        return std::nullopt;
    }

 private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(reading_.tokens.size()); }

    static DayRead day(std::uint32_t end, Date date) {
        DayRead read;
        read.end = end;
        read.slots.date = date;
        return read;
    }

    std::optional<DayRead> figures(std::uint32_t at) const {
        const Token& token = reading_.tokens[at];
        const std::string_view text = reading_.text.substr(token.begin, token.end - token.begin);
        const std::optional<Date> date = date_from_figures(text, today_);
        if (date) {
            return day(at + 1, *date);
        }
        DayRead read;
        read.end = at + 1;
        read.needs_context = true;
        return read;
    }

    // "first Monday in February", "the last Friday of January", "second Tuesday next month"
    std::optional<DayRead> nth_weekday(std::uint32_t at) const {
        const bool last = reading_.is_word(at, "last");
        const std::optional<Quantity> nth = last ? std::nullopt : ordinal_at(reading_, at);
        if (!last && (!nth || nth->value > 5.0)) {
            return std::nullopt;
        }
        std::uint32_t next = last ? at + 1 : nth->end;
        const Hit* weekday =
            next < size() ? longest_hit_at(reading_, Group::Weekday, next) : nullptr;
        if (weekday == nullptr) {
            return std::nullopt;
        }
        next = weekday->end;
        const bool joined = reading_.is_word(next, "in") || reading_.is_word(next, "of");
        next += joined ? 1 : 0;
        next += reading_.is_word(next, "the") ? 1 : 0;
        int month = 0;
        if (const Hit* named =
                next < size() ? longest_hit_at(reading_, Group::Month, next) : nullptr) {
            month = named_number(*named);
            next = named->end;
        } else if (reading_.is_word(next, "next") && reading_.is_word(next + 1, "month")) {
            month = civil_from_date(today_).month % 12 + 1;
            next += 2;
        } else if (joined &&
                   (reading_.is_word(next, "new") && reading_.is_word(next + 1, "year"))) {
            month = 1;
            next += 2;
        }
        if (month == 0) {
            return std::nullopt;
        }
        const int number = last ? 0 : static_cast<int>(nth->value);
        const std::optional<Date> date =
            next_nth_weekday(number, named_number(*weekday), month, today_);
        return date ? std::optional<DayRead>(day(next, *date)) : std::nullopt;
    }

    std::optional<int> day_number(std::uint32_t at, std::uint32_t& end) const {
        if (at >= size()) {
            return std::nullopt;
        }
        std::optional<Quantity> number = ordinal_at(reading_, at);
        if (!number && reading_.tokens[at].kind == TokenKind::Number) {
            number = quantity_at(reading_, at);
        }
        if (!number || number->value < 1.0 || number->value > 31.0 ||
            number->value != static_cast<int>(number->value)) {
            return std::nullopt;
        }
        end = number->end;
        return static_cast<int>(number->value);
    }

    // The year after a day and month, where one is written: 2027, '27.
    std::optional<int> year_at(std::uint32_t at, std::uint32_t& end) const {
        const std::uint32_t number =
            reading_.is_symbol(at, ',') || reading_.is_symbol(at, '\'') ? at + 1 : at;
        if (number >= size() || reading_.tokens[number].kind != TokenKind::Number) {
            return std::nullopt;
        }
        const Token& token = reading_.tokens[number];
        const bool four =
            token.number >= 2000.0 && token.number < 2100.0 && token.end - token.begin == 4;
        const bool two =
            reading_.is_symbol(at, '\'') && token.number >= 20.0 && token.number < 60.0;
        if (!four && !two) {
            return std::nullopt;
        }
        end = number + 1;
        return static_cast<int>(token.number) + (two ? 2000 : 0);
    }

    std::optional<DayRead> on_day(int month, int number, std::uint32_t end) const {
        std::uint32_t after = end;
        const std::optional<int> year = year_at(end, after);
        if (year) {
            return is_civil_date(*year, month, number)
                       ? std::optional<DayRead>(day(after, date_from_civil(*year, month, number)))
                       : std::nullopt;
        }
        const std::optional<Date> date = next_month_day(month, number, today_);
        return date ? std::optional<DayRead>(day(end, *date)) : std::nullopt;
    }

    // "15 Jan", "15th of January 2027", "the fifteenth of January"
    std::optional<DayRead> day_then_month(std::uint32_t at) const {
        std::uint32_t next = at;
        const std::optional<int> number = day_number(at, next);
        if (!number) {
            return std::nullopt;
        }
        next += reading_.is_word(next, "day") ? 1 : 0;
        next += reading_.is_word(next, "of") ? 1 : 0;
        const Hit* month = next < size() ? longest_hit_at(reading_, Group::Month, next) : nullptr;
        return month == nullptr ? std::nullopt : on_day(named_number(*month), *number, month->end);
    }

    // "Jan 15", "January the 15th, 2027"
    std::optional<DayRead> month_then_day(std::uint32_t at) const {
        const Hit* month = longest_hit_at(reading_, Group::Month, at);
        if (month == nullptr) {
            return std::nullopt;
        }
        std::uint32_t next = month->end + (reading_.is_word(month->end, "the") ? 1 : 0);
        const std::optional<int> number = day_number(next, next);
        if (!number || reading_.is_symbol(next, '%')) {
            return std::nullopt;
        }
        return on_day(named_number(*month), *number, next);
    }

    // "in 6 weeks", "ten days from now", "a fortnight from today"
    std::optional<DayRead> duration(std::uint32_t at) const {
        const std::optional<Quantity> quantity = quantity_at(reading_, at);
        const bool article = reading_.is_word(at, "a") || reading_.is_word(at, "one");
        std::uint32_t next = quantity ? quantity->end : at + 1;
        if (!quantity && !article) {
            return std::nullopt;
        }
        next += reading_.is_word(next, "more") || reading_.is_word(next, "short") ? 1 : 0;
        const Hit* unit = next < size() ? longest_hit_at(reading_, Group::Unit, next) : nullptr;
        const Span clause = reading_.clause_span(at);
        const bool alone = unit != nullptr && at == clause.begin && unit->end + 1 >= clause.end;
        if (unit == nullptr || (!alone && !is_time_from_now(at, unit->end))) {
            return std::nullopt;
        }
        constexpr double kLongestDuration = 400.0;
        if (quantity && quantity->value > kLongestDuration) {
            return std::nullopt;
        }
        const int count = quantity ? static_cast<int>(quantity->value) : 1;
        const std::string& name = language().name_of(*unit);
        DayRead read;
        read.end = unit->end;
        if (reading_.is_word(read.end, "from") && read.end + 1 < size() &&
            (reading_.is_word(read.end + 1, "now") ||
             longest_hit_at(reading_, Group::RelativeDay, read.end + 1) != nullptr)) {
            read.end += 2;
        }
        read.needs_context = true;
        if (quantity && quantity->value != count) {
            return read;
        }
        if (name == "day") {
            read.slots.days = count;
        } else if (name == "week" || name == "fortnight") {
            read.slots.weeks = name == "week" ? count : 2 * count;
        }
        return read;
    }

    bool is_time_from_now(std::uint32_t begin, std::uint32_t end) const {
        const Language& words = language();
        std::uint32_t before = begin;
        while (before > 0 && begin - before < 2 &&
               words.is_in_set(reading_.tokens[before - 1].word, WordSet::About)) {
            --before;
        }
        if (before > 0 &&
            words.is_in_set(reading_.tokens[before - 1].word, WordSet::BeforeDuration)) {
            return true;
        }
        return end < size() && words.is_in_set(reading_.tokens[end].word, WordSet::AfterDuration);
    }

    std::optional<DayRead> named_day(std::uint32_t at) const {
        if (const Hit* hit = longest_hit_at(reading_, Group::Holiday, at)) {
            const std::optional<Date> date = next_holiday(language().name_of(*hit), today_);
            return date ? std::optional<DayRead>(day(hit->end, *date)) : std::nullopt;
        }
        const Hit* hit = longest_hit_at(reading_, Group::RelativeDay, at);
        if (hit != nullptr && !reading_.is_word(hit->end, "'s")) {
            DayRead read = day(hit->end, Date{today_.days + named_number(*hit)});
            read.needs_context = true;
            return read;
        }
        return std::nullopt;
    }

    // "Friday", "this friday", "next Tuesday"; "Tuesdays" is a rhythm and no day.
    std::optional<DayRead> weekday_name(std::uint32_t at) const {
        const Hit* hit = longest_hit_at(reading_, Group::Weekday, at);
        if (hit == nullptr || reading_.has(Group::Cadence, at, hit->end)) {
            return std::nullopt;
        }
        const Token& token = reading_.tokens[at];
        if (token.end > token.begin && reading_.text[token.end - 1] == 's' &&
            token.end - token.begin > 5) {
            return std::nullopt;
        }
        const auto each = [&](std::uint32_t back) {
            return at >= back &&
                   language().is_in_set(reading_.tokens[at - back].word, WordSet::Each);
        };
        const bool rhythm = each(1) || (each(2) && !reading_.is_word(at - 1, "the"));
        const bool range = (reading_.is_word(hit->end, "to") &&
                            longest_hit_at(reading_, Group::Weekday, hit->end + 1) != nullptr) ||
                           (at > 1 && reading_.is_word(at - 1, "to") &&
                            longest_hit_at(reading_, Group::Weekday, at - 2) != nullptr);
        if (rhythm || range) {
            return std::nullopt;
        }
        std::uint32_t next = hit->end;
        next += reading_.is_symbol(next, ',') || reading_.is_word(next, "the") ? 1 : 0;
        next += reading_.is_word(next, "the") ? 1 : 0;
        if (next < size()) {
            for (const auto way : {&DayReader::day_then_month,
                                   &DayReader::month_then_day,
                                   &DayReader::day_of_month}) {
                if (std::optional<DayRead> exact = (this->*way)(next)) {
                    return exact;
                }
            }
        }
        const int day_of_week = named_number(*hit);
        Date date = next_weekday(day_of_week, today_);
        if (at > 0 && reading_.is_word(at - 1, "next")) {
            date = Date{today_.days - weekday(today_) + 7 + day_of_week};
        }
        DayRead read = day(hit->end, date);
        if (reading_.is_word(hit->end, "week")) {
            read.slots.date = Date{date.days + 7};
            ++read.end;
        }
        read.needs_context = true;
        return read;
    }

    // "the 15th", of the month named just before or of the next one that has it
    std::optional<DayRead> day_of_month(std::uint32_t at) const {
        const Token& token = reading_.tokens[at];
        const bool after_the = at > 0 && reading_.is_word(at - 1, "the");
        if (token.kind != TokenKind::Number || !token.ordinal || !after_the ||
            token.number > 31.0) {
            return std::nullopt;
        }
        const int number = static_cast<int>(token.number);
        const Span sentence = reading_.sentence_span(reading_.sentence_of[at]);
        for (const Hit& month : reading_.of(Group::Month)) {
            if (month.begin >= sentence.begin && month.end <= at && at - month.end < 6) {
                return on_day(named_number(month), number, at + 1);
            }
        }
        const std::optional<Date> date = next_day_of_month(number, today_);
        DayRead read;
        read.end = at + 1;
        read.slots.date = date;
        read.needs_context = true;
        return read;
    }

    // A month, a season, a quarter: a time without a day.
    std::optional<DayRead> rough(std::uint32_t at) const {
        const Hit* season = longest_hit_at(reading_, Group::Season, at);
        const Hit* month = longest_hit_at(reading_, Group::Month, at);
        const Hit* hit = season != nullptr ? season : month;
        if (hit == nullptr) {
            return std::nullopt;
        }
        const bool everyday = month != nullptr && language().is_in_set(reading_.tokens[at].word,
                                                                       WordSet::EverydayMonth);
        if (everyday &&
            !(at > 0 && language().is_in_set(reading_.tokens[at - 1].word, WordSet::BeforeMonth))) {
            return std::nullopt;
        }
        DayRead read;
        read.end = hit->end;
        read.needs_context = true;
        return read;
    }

    const Reading& reading_;
    Date today_;
};

// "before Christmas", "mid January", "around the 15th": only near that day.
bool is_vague(const Reading& reading, std::uint32_t begin) {
    for (const Hit& hit : reading.of(Group::Vague)) {
        const bool article = hit.end + 1 == begin &&
                             (reading.is_word(hit.end, "the") || reading.is_word(hit.end, "of"));
        const bool plain = reading.is_word(hit.begin, "in") || reading.is_word(hit.begin, "during");
        if (!plain && (hit.end == begin || article)) {
            return true;
        }
    }
    return false;
}

}  // namespace

void add_date_mentions(const Reading& reading, Date today, Mentions& mentions) {
    const DayReader reader(reading, today);
    for (const Clause& clause : reading.clauses) {
        for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
            const std::optional<DayRead> read = reader.read(at);
            if (!read || is_taken(mentions, at, read->end)) {
                continue;
            }
            Mention mention;
            mention.span = {at, read->end};
            mention.needs_context = read->needs_context;
            mention.slots = is_vague(reading, at) ? TimelineSlots{} : read->slots;
            mentions.push_back(mention);
            at = std::max(at, read->end - 1);
        }
    }
}

}  // namespace atrium::domain::detector
