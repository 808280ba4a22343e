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

std::string fixed_text(double value, int decimals) {
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return buffer.data();
}

std::string with_sign(const std::string& number, bool negative, std::string_view currency) {
    const std::string minus = negative ? "-" : "";
    if (currency.empty()) {
        return minus + number;
    }
    for (const auto& [code, sign] : kSigns) {
        if (code == currency) {
            return minus + std::string(sign) + number;
        }
    }
    return minus + std::string(currency) + " " + number;
}

}  // namespace

std::string number_text(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string money_text(double amount, std::string_view currency) {
    const double size = std::min(std::abs(amount), kLargestAmount);
    const auto cents = static_cast<std::int64_t>(std::llround(size * 100));
    std::string number = number_text(cents / 100);
    if (cents % 100 != 0) {
        number += fixed_text(static_cast<double>(cents % 100) / 100, 2).substr(1);
    }
    return with_sign(number, amount < 0 && cents > 0, currency);
}

std::string round_money_text(double amount, std::string_view currency) {
    return money_text(std::round(std::clamp(amount, -kLargestAmount, kLargestAmount)), currency);
}

std::string percent_text(double share) {
    const double percent = share * 100;
    if (percent > 0 && percent < 0.05) {
        return "under 0.1%";
    }
    if (std::abs(percent) >= 9.95) {
        return number_text(std::llround(std::clamp(percent, -1e12, 1e12))) + "%";
    }
    std::string text = fixed_text(percent, 1);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text + "%";
}

std::string hours_text(double hours) {
    std::string text = fixed_text(std::clamp(hours, -1e6, 1e6), 1);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return (text == "-0" ? "0" : text) + " h";
}

std::string count_text(std::int64_t count, std::string_view one, std::string_view many) {
    return number_text(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace atrium::domain
