#include "core/domain/kit/markdown.h"

#include <md4c-html.h>

#include "core/domain/link_definitions.h"

namespace atrium::domain::kit {

std::string markdown_text(std::string_view text) {
    constexpr std::string_view kSigns = "\\`*_[]<>|";
    std::string result;
    for (const char letter : text) {
        if (letter == '\n' || letter == '\r') {
            result += result.empty() || result.back() == ' ' ? "" : " ";
            continue;
        }
        if (kSigns.find(letter) != std::string_view::npos) {
            result += '\\';
        }
        result += letter;
    }
    return result;
}

std::string markdown_row(const std::vector<std::string>& cells) {
    std::string row = "|";
    for (const std::string& cell : cells) {
        row += " " + markdown_text(cell) + " |";
    }
    return row + "\n";
}

std::string markdown_rule(std::size_t columns) {
    std::string rule = "|";
    for (std::size_t column = 0; column < columns; ++column) {
        rule += "---|";
    }
    return rule + "\n";
}

std::string html_from_markdown(std::string_view markdown) {
    std::string html;
    const std::string text = without_link_definitions(markdown);
    const auto append = [](const MD_CHAR* part, MD_SIZE size, void* to) {
        static_cast<std::string*>(to)->append(part, size);
    };
    md_html(text.data(),
            static_cast<MD_SIZE>(text.size()),
            append,
            &html,
            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML,
            MD_HTML_FLAG_XHTML);
    return without_definition_marks(html);
}

std::string html_text(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += letter;
        }
    }
    return result;
}

}  // namespace atrium::domain::kit
