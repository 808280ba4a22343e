#include "shell/theme/utf8.h"

#include <cstdio>

namespace atrium::shell {

namespace {

bool is_continuation(std::string_view text, std::size_t position) {
    return position < text.size() && (static_cast<unsigned char>(text[position]) & 0xc0u) == 0x80;
}

bool is_harmful(char32_t c) {
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
    const bool direction = c == 0x061c || c == 0x200e || c == 0x200f ||
                           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    const bool hidden = c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff ||
                        (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
    return control || direction || hidden;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead < 0x80) {
        ++position;
        return lead;
    }
    const std::size_t length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead >= 0xf5) {
        ++position;
        return kReplacement;
    }
    char32_t character = lead & (0xffu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(text, position + i)) {
            ++position;
            return kReplacement;
        }
        character = character << 6 | (static_cast<unsigned char>(text[position + i]) & 0x3fu);
    }
    const bool overlong =
        (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    if (overlong || character > 0x10ffff || (character >= 0xd800 && character < 0xe000)) {
        ++position;
        return kReplacement;
    }
    position += length;
    return character;
}

void append_utf8(std::string& out, char32_t c) {
    const auto byte = [&out](char32_t value) {
        out += static_cast<char>(value);
    };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xc0 | c >> 6);
        byte(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        byte(0xe0 | c >> 12);
        byte(0x80 | (c >> 6 & 0x3f));
        byte(0x80 | (c & 0x3f));
    } else {
        byte(0xf0 | c >> 18);
        byte(0x80 | (c >> 12 & 0x3f));
        byte(0x80 | (c >> 6 & 0x3f));
        byte(0x80 | (c & 0x3f));
    }
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
            ++i;
        } else if (c == '\n') {
            out += "\\n";
            ++i;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
            out += escaped;
            ++i;
        } else if (static_cast<unsigned char>(c) < 0x80) {
            out += c;
            ++i;
        } else {
            append_utf8(out, next_character(text, i));
        }
    }
    out += '"';
}

std::string harmless_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_character(text, i);
        if (c == '\r') {
            if (i >= text.size() || text[i] != '\n') {
                out += '\n';
            }
        } else if (!is_harmful(c)) {
            append_utf8(out, c);
        }
    }
    return out;
}

}  // namespace atrium::shell
