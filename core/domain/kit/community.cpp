#include "core/domain/kit/community.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/domain/guide/audience_voice.h"
#include "core/domain/json_fields.h"
#include "core/domain/kit/names.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"
#include "embedded_assets.h"

namespace atrium::domain::kit {
namespace {

constexpr int kUsualPlaces = 8;
constexpr std::size_t kTopics = 3;
constexpr std::size_t kMostTiers = 10;
constexpr std::size_t kLongestName = 80;

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
    PlacePattern topic;
    PlacePattern tier;
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
    for (const char* name : {"topic", "tier"}) {
        const nlohmann::json* pattern = file.find(name);
        (std::string_view(name) == "topic" ? result.topic : result.tier) =
            pattern_from_json(pattern != nullptr ? *pattern : nlohmann::json(), result.problem);
    }
    if (const nlohmann::json* leaving = file.find("leaving")) {
        for (const auto& [platform, sentence] : leaving->items()) {
            result.leaving[platform] = sentence.is_string() ? sentence.get<std::string>() : "";
        }
    }
    return result;
}

const PlacesFile& places_file() {
    static const PlacesFile file = read_places();
    assert(file.problem.empty());
    return file;
}

// The niche that most of its words name; the first in the file of equals, null for none.
const Niche* niche_of(const CreatorProfile& profile) {
    std::string text = " " + profile.niche;
    for (const std::string& signal : profile.signals) {
        text += " " + signal;
    }
    text = ascii::lowered(text + " ");
    const Niche* best = nullptr;
    std::ptrdiff_t most = 0;
    for (const Niche& niche : places_file().niches) {
        const auto found =
            std::count_if(niche.words.begin(), niche.words.end(), [&](const std::string& word) {
                // At the beginning of a word: "clay", not "decline".
                return text.find((word.front() == ' ' ? "" : " ") + word) != std::string::npos;
            });
        if (found > most) {
            most = found;
            best = &niche;
        }
    }
    return best;
}

const std::vector<std::string>& niche_topics(const CreatorProfile& profile) {
    const Niche* niche = niche_of(profile);
    return niche == nullptr ? places_file().fallback_topics : niche->topics;
}

// Collects places in the order of need, none twice.
class PlaceList {
 public:
    void add(const PlacePattern& pattern, const Placeholders& values, int tier) {
        Place place;
        place.name = clipped(fill_placeholders(pattern.name, values), kLongestName);
        place.purpose = fill_placeholders(pattern.purpose, values);
        place.kind = pattern.kind == "questions" ? PlaceKind::Questions
                     : pattern.kind == "event"   ? PlaceKind::Event
                                                 : PlaceKind::Text;
        place.group = clipped(fill_placeholders(pattern.group, values), kLongestName);
        place.tier = tier;
        place.read_only = pattern.read_only;
        if (names_.insert(channel_name(place.name)).second) {
            places_.push_back(std::move(place));
        }
    }

    void add(const PlacePattern& pattern, const Placeholders& values) {
        add(pattern, values, pattern.access == "visitor" ? kVisitors : 1);
    }

    void cut(std::size_t count) { places_.resize(std::min(count, places_.size())); }

    std::vector<Place> take() { return std::move(places_); }

 private:
    std::set<std::string> names_;
    std::vector<Place> places_;
};

void add_general_places(PlaceList& list, const CreatorProfile& profile, const Project& project) {
    const PlacesFile& file = places_file();
    const auto* content = current_slots<ContentSlots>(project);
    Placeholders values;
    values["event"] =
        content != nullptr && !content->format.empty() ? content->format : "weekly event";
    for (const PlacePattern& pattern : file.core) {
        list.add(pattern, values);
    }
    std::vector<std::string> topics = profile.signals;
    const std::size_t own = std::min(topics.size(), kTopics);
    topics.resize(own);
    const std::vector<std::string>& usual = niche_topics(profile);
    topics.insert(topics.end(), usual.begin(), usual.end());
    const auto add_topic = [&](const std::string& topic) {
        const auto known =
            std::find_if(file.signals.begin(), file.signals.end(), [&](const SignalPlace& place) {
                return place.signal == ascii::lowered(topic);
            });
        PlacePattern pattern = file.topic;
        if (known != file.signals.end()) {
            pattern.name = known->name;
            pattern.purpose = known->purpose;
        }
        values["topic"] = guide::in_audience_voice(topic);
        list.add(pattern, values);
    };
    const std::size_t first = std::min(topics.size(), std::max(own, kTopics));
    std::for_each(topics.begin(), topics.begin() + static_cast<std::ptrdiff_t>(first), add_topic);
    for (const PlacePattern& pattern : file.after_topics) {
        list.add(pattern, values);
    }
    std::for_each(topics.begin() + static_cast<std::ptrdiff_t>(first), topics.end(), add_topic);
    for (const PlacePattern& pattern : file.general) {
        list.add(pattern, values);
    }
}

std::vector<Tier> tiers_of(const Project& project) {
    const auto* structure = current_slots<StructureSlots>(project);
    const auto* pricing = current_slots<PricingSlots>(project);
    const std::size_t priced = pricing != nullptr ? pricing->tiers.size() : 0;
    const int decided = structure != nullptr ? structure->tiers.value_or(1) : 1;
    const std::size_t count = std::clamp<std::size_t>(
        std::max<std::size_t>(priced, static_cast<std::size_t>(std::max(decided, 1))),
        1,
        kMostTiers);
    std::vector<Tier> tiers;
    std::set<std::string> taken;
    for (std::size_t index = 0; index < count; ++index) {
        Tier tier;
        tier.name = index == 0 ? "Member" : "Tier " + std::to_string(index + 1);
        if (pricing != nullptr) {
            tier.currency = pricing->currency;
            tier.interval = pricing->interval;
            tier.amount = index == 0 ? pricing->amount : std::nullopt;
        }
        if (index < priced) {
            tier.amount = pricing->tiers[index].amount;
            if (!pricing->tiers[index].name.empty()) {
                tier.name = clipped(pricing->tiers[index].name, kLongestName);
            }
        }
        tier.name = unique_name(tier.name, taken);
        tiers.push_back(std::move(tier));
    }
    return tiers;
}

// As many roles as were decided: the tiers', then those that are needed most.
std::vector<Role> roles_of(const Project& project, const std::vector<Tier>& tiers) {
    std::vector<Role> roles;
    std::set<std::string> taken;
    for (std::size_t index = 0; index < tiers.size(); ++index) {
        roles.push_back(
            {unique_name(tiers[index].name, taken), RoleKind::Tier, static_cast<int>(index) + 1});
    }
    roles.push_back({unique_name("Moderator", taken), RoleKind::Moderator, 0});
    roles.push_back({unique_name("Founding Member", taken), RoleKind::Founding, 0});
    const std::size_t usual = roles.size();
    for (const std::string& name : places_file().extra_roles) {
        roles.push_back({unique_name(name, taken), RoleKind::Helper, 0});
    }
    const auto* structure = current_slots<StructureSlots>(project);
    const std::size_t wanted = structure != nullptr && structure->roles
                                   ? static_cast<std::size_t>(std::max(*structure->roles, 0))
                                   : usual;
    roles.resize(std::clamp(wanted, tiers.size(), roles.size()));
    return roles;
}

}  // namespace

Community community_of(const CreatorProfile& profile, const Project& project) {
    Community community;
    const auto* platform = current_slots<PlatformSlots>(project);
    const auto* structure = current_slots<StructureSlots>(project);
    community.name = clipped(project.name, kLongestName);
    community.platform = platform != nullptr ? platform->name : "";
    community.tiers = tiers_of(project);
    for (Tier& tier : community.tiers) {
        tier.currency = tier.currency.empty() ? profile.currency : tier.currency;
    }
    community.roles = roles_of(project, community.tiers);
    community.decided_places = std::max(
        structure != nullptr ? structure->channels.value_or(kUsualPlaces) : kUsualPlaces, 1);

    // Each tier above the first has one place of its own; the others go by need.
    const std::size_t own_places = community.tiers.size() - 1;
    const auto wanted = static_cast<std::size_t>(community.decided_places);
    PlaceList list;
    add_general_places(list, profile, project);
    list.cut(std::max<std::size_t>(wanted > own_places ? wanted - own_places : 1, 1));
    for (std::size_t index = 1; index < community.tiers.size(); ++index) {
        list.add(places_file().tier,
                 {{"tier", community.tiers[index].name}},
                 static_cast<int>(index) + 1);
    }
    community.places = list.take();
    for (const Place& place : community.places) {
        if (std::find(community.groups.begin(), community.groups.end(), place.group) ==
            community.groups.end()) {
            community.groups.push_back(place.group);
        }
    }
    const Placeholders& leaving = places_file().leaving;
    const auto sentence = leaving.find(community.platform);
    community.leaving =
        sentence != leaving.end() ? sentence->second : leaving.find("other")->second;
    return community;
}

std::vector<std::string> community_names(const CreatorProfile& profile) {
    const Niche* niche = niche_of(profile);
    return niche == nullptr ? places_file().fallback_names : niche->names;
}

std::string tier_price(const Tier& tier) {
    if (!tier.amount) {
        return "not decided";
    }
    if (*tier.amount == 0) {
        return "free";
    }
    const std::string interval = tier.interval == "year"   ? " a year"
                                 : tier.interval == "once" ? " once"
                                                           : " a month";
    return money_text(*tier.amount, tier.currency) + interval;
}

}  // namespace atrium::domain::kit
