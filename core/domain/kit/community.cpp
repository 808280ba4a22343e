#include "core/domain/kit/community.h"

#include <algorithm>
#include <set>

#include "core/domain/guide/audience_voice.h"
#include "core/domain/kit/names.h"
#include "core/domain/kit/place_patterns.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"

namespace atrium::domain::kit {
namespace {

constexpr int kUsualPlaces = 8;
constexpr std::size_t kTopics = 3;
constexpr std::size_t kMostTiers = 10;
constexpr std::size_t kLongestName = 80;

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

bool names_any(const std::string& text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return text.find(" " + word) != std::string::npos;
    });
}

// The places that the creator named come first, as written.
void add_own_places(PlaceList& list, const std::vector<std::string>& names) {
    const PlacesFile& file = places_file();
    for (const std::string& name : names) {
        PlacePattern pattern = file.own;
        const std::string text = " " + ascii::lowered(name);
        pattern.kind = names_any(text, file.question_words) ? "questions"
                       : names_any(text, file.event_words)  ? "event"
                                                            : pattern.kind;
        list.add(pattern, {{"place", name}});
    }
}

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
    const std::vector<std::string> names =
        structure != nullptr ? structure->names : std::vector<std::string>{};
    add_own_places(list, names);
    add_general_places(list, profile, project);
    const std::size_t shared = wanted > own_places ? wanted - own_places : 1;
    list.cut(std::max({shared, names.size(), std::size_t{1}}));
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
