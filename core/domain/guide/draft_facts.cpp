#include "core/domain/guide/draft_facts.h"

#include <algorithm>
#include <utility>

#include "core/domain/guide/ask.h"
#include "core/domain/guide/audience_voice.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/voice.h"
#include "core/domain/kit/community.h"
#include "core/domain/readiness.h"

namespace atrium::domain::guide {
namespace {

std::string value_or(const std::string& value, const std::string& name) {
    return value.empty() ? "[" + name + "]" : value;
}

// The same places as in the launch kit's blueprint.
void add_places(Facts& facts, const Scene& scene) {
    const std::vector<kit::Place> places =
        kit::community_of(*scene.talk.profile, *scene.talk.project).places;
    std::string table = "| Place | What happens there | First post |\n|---|---|---|";
    std::string list;
    for (const kit::Place& place : places) {
        const std::string purpose = in_sentence(place.purpose);
        table += "\n| " + place.name + " | " + purpose + " | [title] |";
        list += (list.empty() ? "- **" : "\n- **") + place.name + "**: " + purpose;
    }
    facts["places_table"] = table;
    facts["places_list"] = list;
    // Of our places the first five are for everything; of the creator's own each may be a topic.
    const auto* structure = current_slots<StructureSlots>(*scene.talk.project);
    const bool own = structure != nullptr && !structure->names.empty();
    const std::size_t first = own ? 0 : 5;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t topic = std::min(first + i, places.size() - 1);
        facts["place_" + std::to_string(i + 1)] = places[topic].name;
    }
}

// What is open to everybody; places with the creator's own names are for members.
std::string visitors_place(const Scene& scene) {
    for (const kit::Place& place :
         kit::community_of(*scene.talk.profile, *scene.talk.project).places) {
        if (place.tier == kit::kVisitors) {
            return place.name;
        }
    }
    return "nothing";
}

// Who sees what, for the tiers that were decided.
void add_access(Facts& facts, const Scene& scene) {
    const auto* structure = current_slots<StructureSlots>(*scene.talk.project);
    const auto* pricing = current_slots<PricingSlots>(*scene.talk.project);
    const std::string open = visitors_place(scene);
    std::string table =
        "| Who | Role | Opens | When it ends |\n|---|---|---|---|\n| Visitor | none | " + open +
        " | |"
        "\n| Member | Member | everything | role removed at the end of the paid month |"
        "\n| Founding member | Member, Founding | everything, shown apart | as above; the founding "
        "price is given up |";
    const int tiers = structure != nullptr ? structure->tiers.value_or(1) : 1;
    for (int tier = 2; tier <= std::min(tiers, 5); ++tier) {
        const auto index = static_cast<std::size_t>(tier - 1);
        const bool named = pricing != nullptr && index < pricing->tiers.size() &&
                           !pricing->tiers[index].name.empty();
        table += "\n| " + (named ? pricing->tiers[index].name : "Tier " + std::to_string(tier)) +
                 " | [role] | everything, and [what only this tier opens] | back to Member, or as "
                 "above |";
    }
    facts["access_table"] = table +
                            "\n| Moderator | Moderator | everything, may remove posts | by hand |"
                            "\n| Former member | none | " +
                            open + " | |";
}

void add_benefits(Facts& facts, const Scene& scene) {
    const CreatorProfile& profile = *scene.talk.profile;
    std::string list = "1. " + facts.at("d_event_capital") + ", recorded";
    list += "\n2. An answer to your question " + facts.at("answer_time");
    list += profile.signals.empty() ? "\n3. [the one thing people ask you for most]"
                                    : "\n3. A place of its own for " + facts.at("signals");
    facts["benefits_list"] = list;
}

void add_traps(Facts& facts, const Scene& scene) {
    const auto* decided = current_slots<PlatformSlots>(*scene.talk.project);
    std::vector<std::string> platforms = {"discord", "circle"};
    if (decided != nullptr) {
        platforms = {decided->name};
    }
    std::string list;
    for (const std::string& platform : platforms) {
        for (const EligibilityTrap& trap : traps_of(scene, platform)) {
            list += "- **" + decision_label(PlatformSlots{platform}) + ": " + trap.title + ".** " +
                    trap.text + "\n";
        }
    }
    facts["traps_list"] = list + "- [what your own account's payout page says, seen on a date]";
}

// The run-book's days count from opening day.
void add_days(Facts& facts, const Scene& scene) {
    const std::optional<Date> opening = target_date(*scene.talk.project);
    const auto day = [&](int offset, const std::string& name) {
        return opening ? short_date(Date{opening->days + offset}) : "[" + name + "]";
    };
    facts["d_date"] = opening ? long_date(*opening) : "[opening day]";
    facts["d_founding_close"] = value_or(facts.at("founding_close"), "two weeks after opening");
    facts["d_beta_start"] = day(-14, "two weeks before opening");
    facts["d_beta_end"] = day(-8, "a week later");
    facts["d_mail_1"] = day(-7, "a week before opening");
    facts["d_rehearsal"] = day(-3, "three days before opening");
    facts["d_mail_3"] = day(12, "two days before the founding offer closes");
    facts["d_kickoff"] = day(4, "within the first week");
    facts["d_day_3"] = day(3, "day 3");
    facts["d_day_7"] = day(7, "day 7");
    facts["d_day_30"] = day(30, "day 30");
    for (int week = 0; week < 4; ++week) {
        const std::string number = std::to_string(week + 1);
        facts["d_week_" + number] = day(7 * week, "week " + number);
    }
}

void add_event(Facts& facts, const Scene& scene) {
    const auto* slots = current_slots<ContentSlots>(*scene.talk.project);
    const std::string format = slots != nullptr ? slots->format : "";
    const std::string cadence = slots != nullptr ? slots->cadence : "";
    const std::string words = slots != nullptr ? rhythm_words(*slots) : "";
    const std::string rhythm = words.empty() ? "" : " " + words;
    // With an event every two weeks, the weeks between belong to the members.
    const bool every_second = cadence == "biweekly";
    const bool once = cadence == "monthly";
    const std::string title = capitalised(format.empty() ? "the event" : format);
    const std::string between = "Show your work, no event";
    facts["fixed_2"] = every_second || once ? between : title + ": " + facts.at("signal_1");
    facts["fixed_3"] = once ? between : title + ": " + facts.at("signal_2");
    facts["fixed_4"] = every_second ? between : title + ": " + facts.at("signal_3");
    facts["event"] = format.empty() ? "weekly event" : format;
    const bool dayless = slots == nullptr || slots->weekday.empty();
    facts["d_always"] = dayless ? "always [weekday] at" : "always at";
    facts["event_title"] = capitalised(facts.at("event"));
    facts["d_event"] = format.empty()
                           ? (rhythm.empty() ? "[what happens every week]" : "something" + rhythm)
                           : "a " + format + rhythm;
    facts["d_event_capital"] =
        format.empty() ? capitalised(facts.at("d_event")) : "A " + format + rhythm;
}

// What the audience asks for and who it is, in words that it may read.
void add_audience(Facts& facts, const CreatorProfile& profile) {
    for (const char* fact : {"signals", "signal_1", "signal_2", "signal_3"}) {
        facts[fact] = in_audience_voice(facts.at(fact));
    }
    facts["signals_or_topic"] =
        facts.at("signals").empty() ? facts.at("niche_lower") : facts.at("signals");
    facts["signals_capital"] = capitalised(facts.at("signals"));
    for (const char* signal : {"signal_1", "signal_2", "signal_3"}) {
        facts[std::string(signal) + "_capital"] = capitalised(facts.at(signal));
    }
    TopicAndPeople about = topic_and_people(facts.at("niche_lower"));
    facts["topic"] = std::move(about.topic);
    facts["who"] = std::move(about.people);
    // Nobody decided it: what can be kept with the hours of the profile.
    facts["answer_time"] = profile.hours_per_week < 5    ? "within the week"
                           : profile.hours_per_week < 12 ? "within a few days"
                                                         : "within two days";
}

// A founding price follows from the price: none before that, and none of what is free.
void add_founding(Facts& facts, const Scene& scene) {
    if (current_slots<PricingSlots>(*scene.talk.project) == nullptr) {
        facts["founding_price"] = "[founding price]";
    } else if (scene.numbers.price.amount <= 0) {
        facts["founding_price"] = "";
    }
}

}  // namespace

Facts draft_facts(const Scene& scene) {
    Facts facts = scene.facts;
    add_audience(facts, *scene.talk.profile);
    add_founding(facts, scene);
    const auto* platform = current_slots<PlatformSlots>(*scene.talk.project);
    facts["on_discord"] = platform != nullptr && platform->name == "discord" ? "yes" : "";
    facts["on_circle"] = platform != nullptr && platform->name == "circle" ? "yes" : "";
    facts["d_platform"] = value_or(facts.at("platform"), "platform");
    facts["d_price"] = value_or(facts.at("pricing"), "price");
    facts["d_structure"] = value_or(in_sentence(facts.at("structure")), "structure");
    facts["niche"] = value_or(facts.at("niche"), "your topic in one line");
    facts["community"] = scene.talk.profile->community_name.empty()
                             ? "[name of the community]"
                             : scene.talk.profile->community_name;
    const Decision* decision = current_decision(*scene.talk.project, DecisionCategory::Platform);
    facts["platform_reason"] =
        decision != nullptr ? in_sentence(standing_reason(scene, *decision)) : "";
    facts["beta_size"] = std::to_string(kBetaMembers);
    facts["take_home_table"] = platform_table(scene, {"circle", "discord", "skool", "patreon"});
    add_event(facts, scene);
    add_places(facts, scene);
    add_access(facts, scene);
    add_benefits(facts, scene);
    add_traps(facts, scene);
    add_days(facts, scene);
    for (auto& [name, phrase] : voice_facts(scene.talk.profile->voice, facts)) {
        facts[name] = std::move(phrase);
    }
    return facts;
}

}  // namespace atrium::domain::guide
