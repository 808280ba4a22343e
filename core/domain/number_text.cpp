#include "core/domain/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace atrium::domain {

namespace {

// The same signs as in the words of a decision.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kSigns = {{
    {"USD", "$"},
    {"EUR", "€"},
    {"GBP", "£"},
    {"INR", "₹"},
    {"AUD", "A$"},
    {"CAD", "C$"},
    {"NZD", "NZ$"},
    {"BRL", "R$"},
    {"JPY", "¥"},
}};

// Beyond this, amounts are not sums of money any more and cents are lost in a double.
constexpr double kLargestAmount = 9e14;

// A sign after its number stays on its line.
constexpr std::string_view kNoBreak = "\u00a0";

std::string sign_of(std::string_view currency) {
    for (const auto& [code, sign] : kSigns) {
        if (code == currency) {
            return std::string(sign);
        }
    }
    return std::string(currency);
}

std::string with_sign(const std::string& number,
                      bool negative,
                      std::string_view currency,
                      const Formats& formats) {
    const std::string minus = negative ? "-" : "";
    if (currency.empty()) {
        return minus + number;
    }
    const std::string sign = sign_of(currency);
    if (formats.sign_after) {
        return minus + number + std::string(kNoBreak) + sign;
    }
    return minus + sign + (sign == currency ? " " : "") + number;
}

// Grouped, with exactly so many decimals; the number is not negative and not beyond kLargestAmount.
std::string fixed_text(double number, int decimals, const Formats& formats) {
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, number);
    const std::string_view digits(buffer.data());
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    std::string text(digits.substr(0, whole));
    for (std::size_t at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, formats.group);
    }
    if (whole < digits.size()) {
        text += std::string(formats.decimal) + std::string(digits.substr(whole + 1));
    }
    return text;
}

// With at most so many decimals, and none that are zero.
std::string trimmed_text(double number, int most_decimals, const Formats& formats) {
    const double size = std::min(std::abs(number), kLargestAmount);
    const double unit = std::pow(10.0, most_decimals);
    double rest = std::round(size * unit);
    const bool negative = number < 0 && rest > 0;
    int decimals = most_decimals;
    while (decimals > 0 && std::fmod(rest, 10) == 0) {
        rest /= 10;
        --decimals;
    }
    return (negative ? "-" : "") + fixed_text(std::round(size * unit) / unit, decimals, formats);
}

std::string percent_sign(const Formats& formats) {
    return formats.sign_after ? std::string(kNoBreak) + "%" : "%";
}

}  // namespace

std::string number_text(std::int64_t number, const Formats& formats) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, formats.group);
    }
    return digits;
}

std::string decimal_text(double number, const Formats& formats) {
    return trimmed_text(number, 2, formats);
}

std::string money_text(double amount, std::string_view currency, const Formats& formats) {
    const double size = std::min(std::abs(amount), kLargestAmount);
    const auto cents = static_cast<std::int64_t>(std::llround(size * 100));
    return with_sign(
        fixed_text(static_cast<double>(cents) / 100, cents % 100 == 0 ? 0 : 2, formats),
        amount < 0 && cents > 0,
        currency,
        formats);
}

std::string round_money_text(double amount, std::string_view currency, const Formats& formats) {
    return money_text(
        std::round(std::clamp(amount, -kLargestAmount, kLargestAmount)), currency, formats);
}

double shown_difference(double amount, double other) {
    return std::round(amount) - std::round(other);
}

std::string exact_money_text(double amount,
                             std::string_view currency,
                             int decimals,
                             const Formats& formats) {
    const double size = std::min(std::abs(amount), kLargestAmount);
    return with_sign(fixed_text(size, decimals, formats), amount < 0, currency, formats);
}

std::string percent_text(double share, const Formats& formats) {
    const double percent = std::clamp(share * 100, -1e12, 1e12);
    if (percent > 0 && percent < 0.05) {
        return "under " + with_percent_sign(0.1, formats);
    }
    const int decimals = std::abs(percent) >= 9.95 ? 0 : 1;
    return trimmed_text(percent, decimals, formats) + percent_sign(formats);
}

std::string with_percent_sign(double percent, const Formats& formats) {
    return decimal_text(percent, formats) + percent_sign(formats);
}

std::string hours_text(double hours, const Formats& formats) {
    return trimmed_text(std::clamp(hours, -1e6, 1e6), 1, formats) + " h";
}

std::string count_text(std::int64_t count,
                       std::string_view one,
                       std::string_view many,
                       const Formats& formats) {
    return number_text(count, formats) + " " + std::string(count == 1 ? one : many);
}

}  // namespace atrium::domain
