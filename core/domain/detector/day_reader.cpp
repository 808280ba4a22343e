#include "core/domain/detector/day_reader.h"

#include <charconv>

#include "core/domain/detector/calendar.h"
#include "core/domain/detector/mentions.h"
#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {

int DayReader::named_number(const Hit& hit) {
    const std::string& name = language().name_of(hit);
    int value = 0;
    std::from_chars(name.data(), name.data() + name.size(), value);
    return value;
}

DayRead DayReader::day(std::uint32_t end, Date date) {
    DayRead read;
    read.end = end;
    read.slots.date = date;
    return read;
}

std::optional<DayRead> DayReader::read(std::uint32_t at) const {
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

std::optional<DayRead> DayReader::figures(std::uint32_t at) const {
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
std::optional<DayRead> DayReader::nth_weekday(std::uint32_t at) const {
    const bool last = reading_.is_word(at, "last");
    const std::optional<Quantity> nth = last ? std::nullopt : ordinal_at(reading_, at);
    if (!last && (!nth || nth->value > 5.0)) {
        return std::nullopt;
    }
    std::uint32_t next = last ? at + 1 : nth->end;
    const Hit* weekday = next < size() ? longest_hit_at(reading_, Group::Weekday, next) : nullptr;
    if (weekday == nullptr) {
        return std::nullopt;
    }
    next = weekday->end;
    const bool joined = reading_.is_word(next, "in") || reading_.is_word(next, "of");
    next += joined ? 1 : 0;
    next += reading_.is_word(next, "the") ? 1 : 0;
    int month = 0;
    if (const Hit* named = next < size() ? longest_hit_at(reading_, Group::Month, next) : nullptr) {
        month = named_number(*named);
        next = named->end;
    } else if (reading_.is_word(next, "next") && reading_.is_word(next + 1, "month")) {
        month = civil_from_date(today_).month % 12 + 1;
        next += 2;
    } else if (joined && (reading_.is_word(next, "new") && reading_.is_word(next + 1, "year"))) {
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

std::optional<int> DayReader::day_number(std::uint32_t at, std::uint32_t& end) const {
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

std::optional<int> DayReader::year_at(std::uint32_t at, std::uint32_t& end) const {
    const std::uint32_t number =
        reading_.is_symbol(at, ',') || reading_.is_symbol(at, '\'') ? at + 1 : at;
    if (number >= size() || reading_.tokens[number].kind != TokenKind::Number) {
        return std::nullopt;
    }
    const Token& token = reading_.tokens[number];
    const bool four =
        token.number >= 2000.0 && token.number < 2100.0 && token.end - token.begin == 4;
    const bool two = reading_.is_symbol(at, '\'') && token.number >= 20.0 && token.number < 60.0;
    if (!four && !two) {
        return std::nullopt;
    }
    end = number + 1;
    return static_cast<int>(token.number) + (two ? 2000 : 0);
}

std::optional<DayRead> DayReader::on_day(int month, int number, std::uint32_t end) const {
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
std::optional<DayRead> DayReader::day_then_month(std::uint32_t at) const {
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
std::optional<DayRead> DayReader::month_then_day(std::uint32_t at) const {
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

// "the 15th", of the month named just before or of the next one that has it
std::optional<DayRead> DayReader::day_of_month(std::uint32_t at) const {
    const Token& token = reading_.tokens[at];
    const bool after_the = at > 0 && reading_.is_word(at - 1, "the");
    if (token.kind != TokenKind::Number || !token.ordinal || !after_the || token.number > 31.0) {
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

}  // namespace atrium::domain::detector
