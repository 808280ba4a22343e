#include "core/domain/detector/calendar.h"
#include "core/domain/detector/day_reader.h"
#include "core/domain/detector/mentions.h"
#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {

// "in 6 weeks", "ten days from now", "a fortnight from today"
std::optional<DayRead> DayReader::duration(std::uint32_t at) const {
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

bool DayReader::is_time_from_now(std::uint32_t begin, std::uint32_t end) const {
    const Language& words = language();
    std::uint32_t before = begin;
    while (before > 0 && begin - before < 2 &&
           words.is_in_set(reading_.tokens[before - 1].word, WordSet::About)) {
        --before;
    }
    if (before > 0 && words.is_in_set(reading_.tokens[before - 1].word, WordSet::BeforeDuration)) {
        return true;
    }
    return end < size() && words.is_in_set(reading_.tokens[end].word, WordSet::AfterDuration);
}

std::optional<DayRead> DayReader::named_day(std::uint32_t at) const {
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
std::optional<DayRead> DayReader::weekday_name(std::uint32_t at) const {
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
        return at >= back && language().is_in_set(reading_.tokens[at - back].word, WordSet::Each);
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
        for (const auto way :
             {&DayReader::day_then_month, &DayReader::month_then_day, &DayReader::day_of_month}) {
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

// A month, a season, a quarter: a time without a day.
std::optional<DayRead> DayReader::rough(std::uint32_t at) const {
    const Hit* season = longest_hit_at(reading_, Group::Season, at);
    const Hit* month = longest_hit_at(reading_, Group::Month, at);
    const Hit* hit = season != nullptr ? season : month;
    if (hit == nullptr) {
        return std::nullopt;
    }
    const bool everyday =
        month != nullptr && language().is_in_set(reading_.tokens[at].word, WordSet::EverydayMonth);
    if (everyday &&
        !(at > 0 && language().is_in_set(reading_.tokens[at - 1].word, WordSet::BeforeMonth))) {
        return std::nullopt;
    }
    DayRead read;
    read.end = hit->end;
    read.needs_context = true;
    return read;
}

}  // namespace atrium::domain::detector
