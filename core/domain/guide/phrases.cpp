#include "core/domain/guide/phrases.h"

#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "embedded_assets.h"

namespace atrium::domain::guide {
namespace {

using nlohmann::json;
using Phrases = std::map<std::string, std::vector<std::string>, std::less<>>;

Phrases read_phrases() {
    Phrases phrases;
    const json document = json::parse(assets::phrases_json, nullptr, false);
    for (const auto& [key, value] : document.items()) {
        if (value.is_string()) {
            phrases[key] = {value.get<std::string>()};
        }
        for (const json& variant : value.is_array() ? value : json::array()) {
            if (variant.is_string()) {
                phrases[key].push_back(variant.get<std::string>());
            }
        }
    }
    return phrases;
}

const Phrases& all_phrases() {
    static const Phrases kPhrases = read_phrases();
    return kPhrases;
}

// Fills placeholders only; nothing when a fact is missing and `strict` asks for all of them.
std::optional<std::string> with_facts(std::string_view text, const Facts& facts, bool strict) {
    std::string result;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
        if (close == text.npos) {
            break;
        }
        result += text.substr(at, open - at);
        const auto fact = facts.find(text.substr(open + 1, close - open - 1));
        const bool known = fact != facts.end() && !fact->second.empty();
        if (!known && strict) {
            return std::nullopt;
        }
        result += fact != facts.end() ? std::string_view(fact->second)
                                      : text.substr(open, close - open + 1);
        at = close + 1;
    }
    result += text.substr(at);
    return result;
}

// "signals: they ask for {signals}" depends on its guard as well as on the facts in it.
std::string optional_part(std::string_view part, const Facts& facts) {
    const std::size_t colon = part.find(':');
    const bool guarded = colon != part.npos && part.find_first_of(" {\n") > colon;
    if (guarded) {
        const auto guard = facts.find(part.substr(0, colon));
        if (guard == facts.end() || guard->second.empty()) {
            return "";
        }
        part.remove_prefix(colon + 1);
    }
    return with_facts(part, facts, true).value_or("");
}

constexpr std::string_view kFactLetters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";

// Nobody reads a bare placeholder: a sentence with one is left unsaid.
std::string without_open_sentences(std::string text) {
    std::size_t at = 0;
    while ((at = text.find('{', at)) != std::string::npos) {
        const std::size_t close = text.find_first_not_of(kFactLetters, at + 1);
        if (close == std::string::npos || text[close] != '}' || close == at + 1) {
            ++at;
            continue;
        }
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] != '\n' &&
               (begin < 2 || text[begin - 1] != ' ' ||
                std::string_view(".?!:").find(text[begin - 2]) == std::string_view::npos)) {
            --begin;
        }
        std::size_t end = text.find_first_of(".?!\n", close);
        end = end == std::string::npos ? text.size() : text.find_first_not_of(".?!\n* ", end);
        text.erase(begin, (end == std::string::npos ? text.size() : end) - begin);
        at = begin;
    }
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

}  // namespace

std::string filled(std::string_view text, const Facts& facts) {
    std::string whole;
    std::size_t at = 0;
    while (true) {
        const std::size_t open = text.find("{?", at);
        const std::size_t close = open == text.npos ? text.npos : text.find("?}", open);
        if (close == text.npos) {
            break;
        }
        whole += text.substr(at, open - at);
        whole += optional_part(text.substr(open + 2, close - open - 2), facts);
        at = close + 2;
    }
    whole += text.substr(at);
    return with_facts(whole, facts, false).value_or("");
}

std::string phrase(std::string_view key, const Facts& facts, std::size_t variant) {
    const auto found = all_phrases().find(key);
    if (found == all_phrases().end() || found->second.empty()) {
        return "";
    }
    return without_open_sentences(filled(found->second[variant % found->second.size()], facts));
}

bool has_phrase(std::string_view key) {
    return all_phrases().find(key) != all_phrases().end();
}

}  // namespace atrium::domain::guide
