// assets/community_places.json, read once: how places of a new community are called, by need and niche.
#pragma once

#include <string>
#include <vector>

#include "core/domain/plan_template.h"

namespace atrium::domain::kit {

// A place as the file describes it, with placeholders.
struct PlacePattern {
    std::string name;
    std::string purpose;
    std::string kind;
    std::string group;
    std::string access;
    bool read_only = false;
};

struct Niche {
    std::vector<std::string> words;
    std::vector<std::string> topics;
    std::vector<std::string> names;  // of a community
};

// What the setup form offers as a wish, as a place: "Feedback on their work" is "feedback".
struct SignalPlace {
    std::string signal;
    std::string name;
    std::string purpose;
};

struct PlacesFile {
    std::vector<PlacePattern> core;
    PlacePattern own;  // a place that the creator named
    PlacePattern topic;
    PlacePattern tier;
    std::vector<std::string> question_words;  // in the creator's own names
    std::vector<std::string> event_words;
    std::vector<PlacePattern> after_topics;
    std::vector<PlacePattern> general;
    std::vector<std::string> fallback_topics;
    std::vector<std::string> fallback_names;
    std::vector<SignalPlace> signals;
    std::vector<Niche> niches;
    std::vector<std::string> extra_roles;
    Placeholders leaving;
    std::string problem;
};

// The embedded file; its problem is empty in what is shipped.
[[nodiscard]] const PlacesFile& places_file();

}  // namespace atrium::domain::kit
