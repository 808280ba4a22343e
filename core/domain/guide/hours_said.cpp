#include "core/domain/guide/hours_said.h"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "core/domain/guide/words.h"
#include "core/protocol/ascii.h"

namespace atrium::domain::guide {

double hours_said(std::string_view sentence) {
    const std::string words = plain(sentence);
    if (words.find("half an hour") != words.npos) {
        return 0.5;
    }
    static const std::array<std::pair<std::string_view, double>, 12> kSpoken = {{
        {"an", 1},
        {"one", 1},
        {"two", 2},
        {"three", 3},
        {"four", 4},
        {"five", 5},
        {"six", 6},
        {"seven", 7},
        {"eight", 8},
        {"nine", 9},
        {"ten", 10},
        {"a couple of", 2},
    }};
    for (const auto& [word, hours] : kSpoken) {
        const std::string spoken = " " + words + " ";
        if (spoken.find(" " + std::string(word) + " hour") != spoken.npos) {
            return hours;
        }
    }
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (!ascii::is_digit(sentence[at])) {
            continue;
        }
        const std::string rest(sentence.substr(at, 40));
        char* end = nullptr;
        const double number = std::strtod(rest.c_str(), &end);
        const std::vector<std::string> unit = words_of(end);
        const std::string first = unit.empty() ? "" : unit.front();
        if (first == "h" || first == "hr" || first == "hrs" || first.starts_with("hour")) {
            return number;
        }
        if (first == "min" || first == "mins" || first.starts_with("minute")) {
            return number / 60;
        }
        at += static_cast<std::size_t>(end - rest.c_str());
    }
    return 0;
}

}  // namespace atrium::domain::guide
