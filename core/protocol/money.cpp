#include "core/protocol/money.h"

#include <algorithm>

namespace atrium::protocol {

namespace {

constexpr int kDecimals = 9;
constexpr std::size_t kMaxWholeDigits = 9;

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<NanoUsd> nano_usd_from_text(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (whole.size() + fraction.size() == 0 || whole.size() > kMaxWholeDigits ||
        fraction.size() > kDecimals || !all_digits(whole) || !all_digits(fraction)) {
        return Error{"money-invalid",
                     "'" + std::string(text) + "' is not an amount in dollars such as 50 or 0.003",
                     ""};
    }
    std::int64_t value = 0;
    for (const char digit : whole) {
        value = value * 10 + (digit - '0');
    }
    for (std::size_t i = 0; i < kDecimals; ++i) {
        value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    }
    return NanoUsd{value};
}

std::string text_from_nano_usd(NanoUsd amount, int decimals) {
    decimals = std::clamp(decimals, 0, kDecimals);
    std::int64_t unit = 1;
    for (int i = decimals; i < kDecimals; ++i) {
        unit *= 10;
    }
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    const std::int64_t magnitude = amount.value < 0 ? -amount.value : amount.value;
    const std::int64_t rounded = magnitude / unit + (magnitude % unit * 2 >= unit ? 1 : 0);
    std::string fraction = std::to_string(rounded % scale);
    fraction.insert(0,
                    static_cast<std::size_t>(decimals) -
                        std::min<std::size_t>(static_cast<std::size_t>(decimals), fraction.size()),
                    '0');
    return std::string(amount.value < 0 ? "-$" : "$") + std::to_string(rounded / scale) +
           (decimals > 0 ? "." + fraction : "");
}

std::int64_t micro_usd_from_nano(NanoUsd amount) {
    return amount.value / 1000 + (amount.value % 1000 > 0 ? 1 : 0);
}

}  // namespace atrium::protocol
