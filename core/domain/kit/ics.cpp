#include "core/domain/kit/ics.h"

#include <array>
#include <cstdio>

namespace atrium::domain::kit {
namespace {

constexpr std::size_t kLongestLine = 75;
constexpr Millis kDay = 24LL * 60 * 60 * 1000;

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string basic_date(Date day) {
    const Civil civil = civil_from_date(day);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d%02d%02d", civil.year, civil.month, civil.day);
    return buffer.data();
}

std::string utc_time(Millis at) {
    const Millis days = at >= 0 ? at / kDay : (at - kDay + 1) / kDay;
    const int seconds = static_cast<int>((at - days * kDay) / 1000);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(),
                  buffer.size(),
                  "T%02d%02d%02dZ",
                  seconds / 3600,
                  seconds / 60 % 60,
                  seconds % 60);
    return basic_date(Date{static_cast<std::int32_t>(days)}) + buffer.data();
}

}  // namespace

std::string ics_text(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '\n') {
            result += "\\n";
        } else if (letter == '\\' || letter == ';' || letter == ',') {
            result += '\\';
            result += letter;
        } else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F) {
            result += letter;
        } else if (letter == '\t') {
            result += ' ';
        }
    }
    return result;
}

std::string ics_line(std::string_view line) {
    std::string result;
    std::size_t room = kLongestLine;
    while (line.size() > room) {
        std::size_t end = room;
        while (end > 1 && continues_character(line[end])) {
            --end;
        }
        result += line.substr(0, end);
        result += "\r\n ";
        line.remove_prefix(end);
        room = kLongestLine - 1;  // the blank of the continuation counts
    }
    result += line;
    return result + "\r\n";
}

std::string ics_calendar(std::string_view name,
                         const std::vector<CalendarEntry>& entries,
                         Millis stamp,
                         std::uint64_t sequence) {
    std::string text;
    const auto line = [&](const std::string& content) {
        text += ics_line(content);
    };
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Atrium//Launch kit//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + ics_text(name));
    for (const CalendarEntry& entry : entries) {
        line("BEGIN:VEVENT");
        line("UID:" + ics_text(entry.uid));
        line("DTSTAMP:" + utc_time(stamp));
        line("SEQUENCE:" + std::to_string(sequence));
        line("DTSTART;VALUE=DATE:" + basic_date(entry.first));
        line("DTEND;VALUE=DATE:" + basic_date(Date{entry.last.days + 1}));
        line("SUMMARY:" + ics_text(entry.summary));
        if (!entry.description.empty()) {
            line("DESCRIPTION:" + ics_text(entry.description));
        }
        line("CATEGORIES:" + ics_text(entry.category));
        // The day stays free for appointments.
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    return text;
}

}  // namespace atrium::domain::kit
