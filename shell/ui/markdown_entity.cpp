#include "shell/ui/markdown_entity.h"

#include <cstdlib>
#include <utility>

#include "shell/theme/utf8.h"

namespace atrium::shell {

std::string decoded_entity(std::string_view entity) {
    static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
        {"&amp;", "&"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&apos;", "'"},
        {"&nbsp;", "\xc2\xa0"},
        {"&ndash;", "\xe2\x80\x93"},
        {"&mdash;", "\xe2\x80\x94"},
        {"&hellip;", "\xe2\x80\xa6"},
        {"&euro;", "\xe2\x82\xac"},
        {"&pound;", "\xc2\xa3"},
        {"&copy;", "\xc2\xa9"},
    };
    for (const auto& [name, character] : kNames) {
        if (entity == name) {
            return std::string(character);
        }
    }
    if (entity.size() > 3 && entity[1] == '#') {
        const bool hex = entity[2] == 'x' || entity[2] == 'X';
        const std::string digits(entity.substr(hex ? 3 : 2));
        const unsigned long code = std::strtoul(digits.c_str(), nullptr, hex ? 16 : 10);
        std::string out;
        append_utf8(out,
                    code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
                        ? kReplacement
                        : static_cast<char32_t>(code));
        return harmless_text(out);
    }
    return std::string(entity);
}

}  // namespace atrium::shell
