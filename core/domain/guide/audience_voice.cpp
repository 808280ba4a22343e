#include "core/domain/guide/audience_voice.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/domain/guide/words.h"

namespace atrium::domain::guide {
namespace {

constexpr std::size_t kMostPeopleWords = 4;

std::string with_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

bool ends_with(std::string_view word, std::string_view end) {
    return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

// "potters", "artists", "people": a word for persons, as far as its ending tells.
bool names_people(const std::string& word) {
    static constexpr std::array<std::string_view, 13> kWords = {"people",
                                                                "students",
                                                                "men",
                                                                "women",
                                                                "adults",
                                                                "parents",
                                                                "kids",
                                                                "children",
                                                                "families",
                                                                "fans",
                                                                "moms",
                                                                "mums",
                                                                "dads"};
    static constexpr std::array<std::string_view, 4> kEnds = {"ers", "ists", "ians", "tors"};
    static constexpr std::array<std::string_view, 7> kThings = {
        "flowers", "computers", "papers", "letters", "numbers", "covers", "dinners"};
    if (std::find(kThings.begin(), kThings.end(), word) != kThings.end()) {
        return false;
    }
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end() ||
           std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) {
               return ends_with(word, end);
           });
}

}  // namespace

std::string in_audience_voice(std::string words) {
    static constexpr std::array<std::string_view, 8> kBefore = {
        "on", "with", "for", "about", "to", "in", "at", "over"};
    for (const std::string_view before : kBefore) {
        const std::string word = " " + std::string(before);
        words = with_all(std::move(words), word + " their ", word + " your ");
    }
    return words;
}

TopicAndPeople topic_and_people(const std::string& niche) {
    const std::string text = with_all(niche, " & ", " and ");
    constexpr std::string_view kFor = " for ";
    const std::size_t at = text.rfind(kFor);
    if (at == std::string::npos) {
        return {text, "people"};
    }
    const std::string people = text.substr(at + kFor.size());
    const std::vector<std::string> words = words_of(people);
    const bool named = !words.empty() && words.size() <= kMostPeopleWords &&
                       people.find(',') == std::string::npos && names_people(words.back());
    return named ? TopicAndPeople{text.substr(0, at), people} : TopicAndPeople{text, "people"};
}

}  // namespace atrium::domain::guide
