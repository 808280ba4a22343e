#include "core/domain/kit/place_patterns.h"

#include <cassert>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/json_fields.h"
#include "embedded_assets.h"

namespace atrium::domain::kit {
namespace {

PlacePattern pattern_from_json(const nlohmann::json& json, std::string& problem) {
    PlacePattern pattern;
    JsonFields fields(json, "a place", problem);
    fields.require("name", pattern.name);
    fields.require("purpose", pattern.purpose);
    fields.require("kind", pattern.kind);
    fields.require("group", pattern.group);
    fields.require("access", pattern.access);
    fields.read("read_only", pattern.read_only);
    return pattern;
}

PlacesFile read_places() {
    const auto json = nlohmann::json::parse(assets::community_places_json, nullptr, false);
    PlacesFile result;
    JsonFields file(json, "the list of places", result.problem);
    const auto patterns = [&](const char* name) {
        std::vector<PlacePattern> list;
        for (const auto& entry : file.require_list(name)) {
            list.push_back(pattern_from_json(entry, result.problem));
        }
        return list;
    };
    result.core = patterns("core");
    result.after_topics = patterns("after_topics");
    result.general = patterns("general");
    file.read("fallback_topics", result.fallback_topics);
    file.read("fallback_names", result.fallback_names);
    file.read("extra_roles", result.extra_roles);
    for (const auto& entry : file.require_list("signals")) {
        SignalPlace place;
        JsonFields fields(entry, "the place of a wish", result.problem);
        fields.require("signal", place.signal);
        fields.require("name", place.name);
        fields.require("purpose", place.purpose);
        result.signals.push_back(std::move(place));
    }
    for (const auto& entry : file.require_list("niches")) {
        Niche niche;
        JsonFields fields(entry, "a niche", result.problem);
        fields.read("words", niche.words);
        fields.read("topics", niche.topics);
        fields.read("names", niche.names);
        result.niches.push_back(std::move(niche));
    }
    for (const auto& [name, pattern] : {std::pair{"own", &result.own},
                                        std::pair{"topic", &result.topic},
                                        std::pair{"tier", &result.tier}}) {
        const nlohmann::json* entry = file.find(name);
        *pattern = pattern_from_json(entry != nullptr ? *entry : nlohmann::json(), result.problem);
    }
    if (const nlohmann::json* kinds = file.find("own_kinds")) {
        JsonFields fields(*kinds, "the kinds of own places", result.problem);
        fields.read("questions", result.question_words);
        fields.read("event", result.event_words);
    }
    if (const nlohmann::json* leaving = file.find("leaving")) {
        for (const auto& [platform, sentence] : leaving->items()) {
            result.leaving[platform] = sentence.is_string() ? sentence.get<std::string>() : "";
        }
    }
    return result;
}

}  // namespace

const PlacesFile& places_file() {
    static const PlacesFile file = read_places();
    assert(file.problem.empty());
    return file;
}

}  // namespace atrium::domain::kit
