#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {
namespace {

std::optional<int> number_word(const Reading& reading, std::uint32_t token) {
    if (token >= reading.tokens.size()) {
        return std::nullopt;
    }
    const auto& numbers = language().numbers;
    const auto at = numbers.find(reading.tokens[token].word);
    return at == numbers.end() ? std::nullopt : std::optional<int>(at->second);
}

bool is_article(const Reading& reading, std::uint32_t token) {
    return reading.is_word(token, "a") || reading.is_word(token, "an");
}

// "two hundred and fifty": what may still be added to the value read so far.
std::optional<Quantity> words_at(const Reading& reading, std::uint32_t token) {
    const bool half = reading.is_word(token, "half");
    std::uint32_t at = half ? token + 1 : token;
    const bool article = is_article(reading, at);
    at += article ? 1 : 0;
    std::optional<int> part = number_word(reading, at);
    if (!part || (article && *part < 12 && *part != 2) || (half && *part != 12)) {
        return std::nullopt;
    }
    double total = 0.0;
    double group = 0.0;
    int last = 0;
    while (part) {
        const int value = *part;
        if (value == 100 || value == 12) {
            if (value == 12 && last != 0) {
                group = last < 12 && reading.is_word(at, "dozen") ? group * 12.0 : group;
                at += reading.is_word(at, "dozen") ? 1 : 0;
                break;
            }
            group = (group == 0.0 ? 1.0 : group) * value;
        } else if (value == 1000) {
            total += (group == 0.0 ? 1.0 : group) * 1000.0;
            group = 0.0;
        } else if (last == 0 || last >= 100 || (last >= 20 && last % 10 == 0 && value < 10)) {
            group += value;
        } else {
            break;
        }
        last = value;
        ++at;
        if (reading.is_word(at, "and") && last >= 100 && number_word(reading, at + 1)) {
            ++at;
        }
        part = number_word(reading, at);
    }
    // "a couple of channels"
    at += reading.is_word(at - 1, "couple") && reading.is_word(at, "of") ? 1 : 0;
    return Quantity{half ? group / 2.0 : total + group, at, false};
}

}  // namespace

std::optional<Quantity> quantity_at(const Reading& reading, std::uint32_t token) {
    const Token& first = reading.tokens[token];
    if (first.kind == TokenKind::Number) {
        if (first.ordinal) {
            return std::nullopt;
        }
        const bool grouped = reading.is_word(token + 1, "hundred") ||
                             reading.is_word(token + 1, "thousand") ||
                             reading.is_word(token + 1, "dozen");
        const double factor = grouped ? static_cast<double>(*number_word(reading, token + 1)) : 1.0;
        return Quantity{first.number * factor, token + (grouped ? 2U : 1U), true};
    }
    return words_at(reading, token);
}

std::optional<Quantity> ordinal_at(const Reading& reading, std::uint32_t token) {
    const Token& first = reading.tokens[token];
    if (first.kind == TokenKind::Number && first.ordinal) {
        return Quantity{first.number, token + 1, true};
    }
    const auto& ordinals = language().ordinals;
    const std::optional<int> tens = number_word(reading, token);
    const bool compound =
        tens && *tens >= 20 && *tens % 10 == 0 && token + 1 < reading.tokens.size();
    const auto at = ordinals.find(reading.tokens[compound ? token + 1 : token].word);
    if (at == ordinals.end() || (compound && at->second > 9)) {
        return std::nullopt;
    }
    return Quantity{static_cast<double>(at->second + (compound ? *tens : 0)),
                    token + (compound ? 2U : 1U),
                    false};
}

}  // namespace atrium::domain::detector
