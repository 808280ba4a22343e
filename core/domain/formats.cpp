#include "core/domain/formats.h"

#include <array>
#include <cstdio>

#include "core/protocol/ascii.h"

namespace atrium::domain {

namespace {

struct Convention {
    FormatChoice choice;
    std::string_view name;
    std::string_view languages;  // tags it is automatic for, each between spaces
    Formats formats;
};

// Each tag stands once; automatic() asks for "de-ch" before it asks for "de".
constexpr std::array<Convention, 6> kConventions = {{
    {FormatChoice::Swiss,
     "Deutsch (Schweiz)",
     " de-ch de-li fr-ch it-ch ",
     {"’", ".", false, DayStyle::Dots, false}},
    {FormatChoice::EnglishUs,
     "English (US)",
     " en-us en-ph ",
     {",", ".", false, DayStyle::MonthDay, true}},
    {FormatChoice::EnglishUk, "English (UK)", " en es-mx ", {}},
    {FormatChoice::German,
     "Deutsch",
     " de da tr hr sl ro ",
     {".", ",", true, DayStyle::Dots, false}},
    {FormatChoice::French, "Français", " fr ", {"\u202f", ",", true, DayStyle::Slashes, false}},
    {FormatChoice::Spanish,
     "Español, Italiano, Português",
     " es it pt nl id el ca gl ",
     {".", ",", true, DayStyle::Slashes, false}},
}};

bool names(const Convention& convention, std::string_view tag) {
    return convention.languages.find(" " + std::string(tag) + " ") != std::string_view::npos;
}

// "de-at": by the whole tag, then by the language alone.
Formats automatic(std::string_view tag) {
    const std::string_view language = tag.substr(0, tag.find('-'));
    const std::string_view region = tag.substr(0, tag.find('-', language.size() + 1));
    for (const std::string_view wanted : {region, language}) {
        for (const Convention& convention : kConventions) {
            if (names(convention, wanted)) {
                return convention.formats;
            }
        }
    }
    return {};
}

Formats chosen(FormatChoice choice, std::string_view tag) {
    for (const Convention& convention : kConventions) {
        if (convention.choice == choice) {
            return convention.formats;
        }
    }
    return automatic(tag);
}

}  // namespace

Formats formats_for(FormatChoice choice, ClockChoice clock, std::string_view tag) {
    const std::string asked = ascii::lowered(tag);
    Formats formats = chosen(choice, asked);
    if (clock != ClockChoice::Automatic) {
        formats.hours_12 = clock == ClockChoice::Hours12;
    } else if (choice == FormatChoice::Automatic && asked.find("-hc-") != std::string::npos) {
        formats.hours_12 = asked.find("-hc-h1") != std::string::npos;
    }
    return formats;
}

std::string_view format_name(FormatChoice choice) {
    for (const Convention& convention : kConventions) {
        if (convention.choice == choice) {
            return convention.name;
        }
    }
    return "Automatic";
}

std::string clock_text(int minute_of_day, const Formats& formats) {
    const int hour = minute_of_day / 60;
    const int shown = !formats.hours_12 ? hour : hour % 12 == 0 ? 12 : hour % 12;
    std::array<char, 16> text{};
    std::snprintf(text.data(),
                  text.size(),
                  formats.hours_12 ? "%d:%02d %s" : "%02d:%02d%s",
                  shown,
                  minute_of_day % 60,
                  !formats.hours_12 ? ""
                  : hour < 12       ? "AM"
                                    : "PM");
    return text.data();
}

}  // namespace atrium::domain
