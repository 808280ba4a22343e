#include "core/domain/detector/characters.h"

#include <array>
#include <cstdint>

namespace atrium::domain::detector {
namespace {

constexpr std::uint32_t kNoCodePoint = 0xFFFFFFFF;

struct CodePoint {
    std::uint32_t value = kNoCodePoint;
    std::size_t bytes = 1;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || at + length > text.size()) {
        return {};
    }
    std::uint32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0U) != 0x80U) {
            return {};
        }
        value = (value << 6) | (next & 0x3FU);
    }
    return {value, length};
}

// Letters from U+00C0 to U+017F without their accents; '?' where there is no single plain letter.
constexpr std::string_view kPlainLetters =
    "aaaaaaaceeeeiiiidnooooo?ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllllllln"
    "nnnnnnnnooooooo?rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct Fold {
    std::uint32_t code_point;
    char value;
};

constexpr std::array kFolds = {
    Fold{0x20AC, kEuroSign},  Fold{0x00A3, kPoundSign}, Fold{0x20B9, kRupeeSign},
    Fold{0x20A8, kRupeeSign}, Fold{0x00A5, kYenSign},   Fold{0xFFE5, kYenSign},
    Fold{0x2018, '\''},       Fold{0x2019, '\''},       Fold{0x02BC, '\''},
    Fold{0x00B4, '\''},       Fold{0x201C, '"'},        Fold{0x201D, '"'},
    Fold{0x201E, '"'},        Fold{0x00AB, '"'},        Fold{0x00BB, '"'},
    Fold{0x2013, kLongDash},  Fold{0x2014, kLongDash},  Fold{0x2015, kLongDash},
    Fold{0x2012, kLongDash},  Fold{0x2010, '-'},        Fold{0x2011, '-'},
    Fold{0x2192, '>'},        Fold{0x2022, '*'},        Fold{0x00B7, '*'},
    Fold{0x2705, kTick},      Fold{0x2713, kTick},      Fold{0x2714, kTick},
    Fold{0x2611, kTick},      Fold{0x2610, kOpenBox},   Fold{0x2B1C, kOpenBox},
    Fold{0x25A1, kOpenBox},   Fold{0xFF04, '$'},        Fold{0xFF1F, '?'},
    Fold{0xFF01, '!'},        Fold{0x2026, kLongDash},  Fold{0x00BF, ' '},
};

char folded(std::uint32_t code_point) {
    if (code_point >= 0xC0 && code_point <= 0x17F) {
        const char plain = kPlainLetters[code_point - 0xC0];
        return plain == '?' ? ' ' : plain;
    }
    for (const Fold& fold : kFolds) {
        if (fold.code_point == code_point) {
            return fold.value;
        }
    }
    return ' ';
}

}  // namespace

static_assert(kPlainLetters.size() == 0x180 - 0xC0);

FoldedCharacter folded_character(std::string_view text, std::size_t at) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
        const bool control = static_cast<unsigned char>(byte) < 0x20 && byte != '\n';
        return {control || byte == '\x7F' ? ' ' : byte, 1};
    }
    const CodePoint point = code_point_at(text, at);
    return {point.value == kNoCodePoint ? ' ' : folded(point.value), point.bytes};
}

}  // namespace atrium::domain::detector
