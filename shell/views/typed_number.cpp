#include "shell/views/typed_number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "core/domain/number_text.h"

namespace atrium::shell {

namespace {

// Signs that only ever group: spaces of three kinds and two apostrophes.
constexpr std::array<std::string_view, 5> kGroups = {" ", "\u00a0", "\u202f", "'", "’"};

std::string without_groups(std::string text) {
    for (const std::string_view sign : kGroups) {
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign)) {
            text.erase(at, sign.size());
        }
    }
    return text;
}

// "1.234.567", "12,345": up to three digits, then groups of three.
bool is_grouped(std::string_view text, char sign) {
    const std::size_t first = text.find_first_of("0123456789");
    std::size_t at = text.find(sign);
    if (first == std::string_view::npos || at == std::string_view::npos || at - first > 3 ||
        at == first || text[first] == '0') {
        return false;
    }
    while (at != std::string_view::npos) {
        const std::size_t next = text.find(sign, at + 1);
        if (std::min(next, text.size()) - at != 4) {
            return false;
        }
        at = next;
    }
    return true;
}

// The sign before the fraction; 0 where there is none.
char decimal_sign(std::string_view text, const domain::Formats& formats) {
    const std::size_t comma = text.rfind(',');
    const std::size_t point = text.rfind('.');
    if (comma != std::string_view::npos && point != std::string_view::npos) {
        return comma > point ? ',' : '.';
    }
    if (comma == std::string_view::npos && point == std::string_view::npos) {
        return 0;
    }
    const char sign = comma != std::string_view::npos ? ',' : '.';
    const bool once = text.find(sign) == text.rfind(sign);
    const bool decimal_here = formats.decimal == std::string_view(&sign, 1);
    return once && (decimal_here || !is_grouped(text, sign)) ? sign : 0;
}

}  // namespace

std::optional<double> typed_number(std::string_view typed, const domain::Formats& formats) {
    std::string text = without_groups(std::string(typed));
    const char decimal = decimal_sign(text, formats);
    const char group = decimal == '.' ? ',' : '.';
    const std::string_view whole = std::string_view(text).substr(0, text.find(decimal));
    for (const char sign : {group, decimal == 0 ? ',' : group}) {
        if (whole.find(sign) != std::string_view::npos && !is_grouped(whole, sign)) {
            return std::nullopt;
        }
    }
    std::erase_if(text, [&](char c) { return (c == ',' || c == '.') && c != decimal; });
    std::replace(text.begin(), text.end(), ',', '.');
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    const bool is_number = !text.empty() && *end == '\0' && std::isfinite(value);
    return is_number ? std::optional<double>(value) : std::nullopt;
}

std::string number_to_type(double number, const domain::Formats& formats) {
    domain::Formats plain = formats;
    plain.group = "";
    return domain::decimal_text(number, plain);
}

}  // namespace atrium::shell
