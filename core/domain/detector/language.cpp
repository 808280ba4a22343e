#include "core/domain/detector/language.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/detector/language_names.h"
#include "embedded_assets.h"

namespace atrium::domain::detector {
namespace {

using nlohmann::ordered_json;

class Builder {
 public:
    Language build() {
        language_.names.emplace_back();
        add_words(parsed(assets::detector_words_json));
        add_groups(parsed(assets::detector_cues_json));
        add_groups(parsed(assets::detector_values_json));
        ordered_json tasks = parsed(assets::detector_tasks_json);
        add_groups(tasks["shared"]);
        for (const auto& [id, groups] : tasks["tasks"].items()) {
            const std::uint16_t name = name_index(id);
            for (const auto& [group, phrases] : groups.items()) {
                add_phrases(group, name, phrases);
            }
        }
        fill_set_bits();
        return std::move(language_);
    }

 private:
    void fill_set_bits() {
        for (std::size_t set = 0; set < kWordSetNames.size(); ++set) {
            const auto at = sets_.find(std::string(kWordSetNames[set].name));
            if (at == sets_.end()) {
                language_.problems.push_back("no such set: " +
                                             std::string(kWordSetNames[set].name));
                continue;
            }
            for (const std::string& word : at->second) {
                const WordId id = language_.vocabulary.add(word);
                language_.set_bits.resize(language_.vocabulary.size());
                language_.set_bits[id] |= std::uint64_t{1} << set;
            }
        }
    }

    ordered_json parsed(std::string_view text) {
        ordered_json data = ordered_json::parse(text, nullptr, false);
        if (!data.is_object()) {
            language_.problems.emplace_back("a data file is no JSON object");
            return ordered_json::object();
        }
        return data;
    }

    std::uint16_t name_index(std::string_view name) {
        for (std::size_t i = 0; i < language_.names.size(); ++i) {
            if (language_.names[i] == name) {
                return static_cast<std::uint16_t>(i);
            }
        }
        language_.names.emplace_back(name);
        return static_cast<std::uint16_t>(language_.names.size() - 1);
    }

    static std::vector<std::string> split(std::string_view text, char mark) {
        std::vector<std::string> parts(1);
        for (const char c : text) {
            if (c == mark) {
                parts.emplace_back();
            } else {
                parts.back().push_back(c);
            }
        }
        return parts;
    }

    void add_words(ordered_json words) {
        Vocabulary& vocabulary = language_.vocabulary;
        for (const auto& [name, members] : words["sets"].items()) {
            sets_[name] = split(members.get<std::string>(), '|');
        }
        for (const auto& [word, value] : words["numbers"].items()) {
            language_.numbers[vocabulary.add(word)] = value.get<int>();
        }
        for (const auto& [word, value] : words["ordinals"].items()) {
            language_.ordinals[vocabulary.add(word)] = value.get<int>();
        }
        for (const auto& [word, text] : words["replacements"].items()) {
            std::vector<WordId>& parts = language_.replacements[vocabulary.add(word)];
            for (const std::string& part : split(text.get<std::string>(), ' ')) {
                parts.push_back(vocabulary.add(part));
            }
        }
        for (const ordered_json& word : words["words_like_targets"]) {
            vocabulary.add(word.get<std::string>());
        }
        for (const ordered_json& word : words["spelling"]) {
            vocabulary.add_spelling_target(word.get<std::string>());
        }
    }

    void add_groups(const ordered_json& groups) {
        for (const auto& [group, phrases] : groups.items()) {
            if (phrases.is_array()) {
                add_phrases(group, 0, phrases);
                continue;
            }
            for (const auto& [name, named_phrases] : phrases.items()) {
                add_phrases(group, name_index(name), named_phrases);
            }
        }
    }

    void add_phrases(std::string_view group, std::uint16_t name, const ordered_json& phrases) {
        std::uint16_t index = 0;
        while (index < kGroupNames.size() && kGroupNames[index].name != group) {
            ++index;
        }
        if (index == kGroupNames.size()) {
            language_.problems.push_back("no such group: " + std::string(group));
            return;
        }
        for (const ordered_json& phrase : phrases) {
            const auto text = phrase.get<std::string>();
            if (!language_.phrases.add(text, {index, name}, language_.vocabulary, sets_)) {
                language_.problems.push_back(std::string(group) + ": " + text);
            }
        }
    }

    Language language_;
    WordSets sets_;
};

std::vector<std::string> read_task_order() {
    ordered_json data = ordered_json::parse(assets::detector_tasks_json, nullptr, false);
    std::vector<std::string> order;
    for (const auto& [id, groups] : data["tasks"].items()) {
        order.push_back(id);
    }
    return order;
}

}  // namespace

const Language& language() {
    static const Language built = Builder().build();
    return built;
}

const std::vector<std::string>& task_order() {
    static const std::vector<std::string> order = read_task_order();
    return order;
}

}  // namespace atrium::domain::detector
