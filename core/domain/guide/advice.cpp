#include <algorithm>

#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/overview.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/weigh.h"
#include "core/domain/guide/what_if.h"
#include "core/domain/kit/community.h"
#include "core/domain/number_text.h"

namespace atrium::domain::guide::reply {
namespace {

constexpr std::size_t kTasksListed = 6;

std::string rooms_word(const Scene& scene) {
    return std::string(room_word(*scene.talk.project)) + "s";
}

// The platforms a question is about: those it names, the decided one, or the two usual ones.
std::vector<std::string> platforms_meant(const Scene& scene) {
    if (!scene.reading.platforms.empty()) {
        return scene.reading.platforms;
    }
    if (const auto* decided = current_slots<PlatformSlots>(*scene.talk.project)) {
        return {decided->name};
    }
    return {"circle", "discord"};
}

// "In money: Circle leaves $2,639, Discord $2,436 of $2,900 from 100 members."
std::string money_line(const Scene& scene, const std::vector<std::string>& platforms) {
    std::vector<std::string> parts;
    for (const std::string& platform : platforms) {
        if (const TakeHome* row = scene.numbers.take_home_of(platform)) {
            parts.push_back(decision_label(PlatformSlots{platform}) + " leaves you " +
                            round_money_text(row->keep.value, row->currency));
        }
    }
    return parts.empty() ? "" : scene.say("ease.money", {{"keeps", listed(parts)}});
}

// "before Christmas", "until the 10th of January".
std::optional<Date> day_until(const Scene& scene) {
    if (const std::optional<Date> day = day_named(scene)) {
        return day;
    }
    const std::string words = plain(scene.text);
    for (const char* before : {" before ", " until ", " till ", " by "}) {
        const std::size_t at = words.find(before);
        if (at == std::string::npos) {
            continue;
        }
        const Date today = scene.talk.context.today;
        const auto slots =
            slots_mentioned(DecisionCategory::Timeline,
                            "open on " + words.substr(at + std::string(before).size()),
                            today);
        if (slots) {
            return day_of(std::get<TimelineSlots>(*slots), today);
        }
    }
    return std::nullopt;
}

}  // namespace

Part community_name(const Scene& scene) {
    std::vector<std::string> names;
    for (const std::string& name : kit::community_names(*scene.talk.profile)) {
        if (name != scene.talk.profile->community_name) {
            names.push_back("**" + name + "**");
        }
    }
    Part part;
    part.text = scene.say("community_name", {{"name_ideas", listed(names)}});
    return part;
}

Part space_names(const Scene& scene) {
    std::vector<std::string> names;
    for (const kit::Place& place :
         kit::community_of(*scene.talk.profile, *scene.talk.project).places) {
        names.push_back("**" + place.name + "**");
    }
    Part part;
    part.text = scene.say(
        "space_names",
        {{"place_names", listed(names)}, {"room", std::string(room_word(*scene.talk.project))}});
    return part;
}

Part structure_advice(const Scene& scene) {
    const Decision* decision = current_decision(*scene.talk.project, DecisionCategory::Structure);
    Part part;
    part.text = scene.say("structure_advice", {{"rooms", rooms_word(scene)}});
    if (decision != nullptr) {
        part.text +=
            " " + scene.say("structure_advice.decided", label_facts(scene.talk, decision->slots));
        return part;
    }
    const Part question = ask_shortly(scene, DecisionCategory::Structure);
    part.text += "\n\n" + question.text;
    part.replies = question.replies;
    part.topic = question.topic;
    part.follow = Follow::Nothing;
    return part;
}

Part others_charge(const Scene& scene) {
    Facts facts;
    for (const char* kind : {"fan", "community", "premium"}) {
        const Figure& usual = scene.numbers.market.figure("price." + std::string(kind));
        facts[std::string(kind) + "_prices"] =
            round_money_text(usual.low, "USD") + " to " + round_money_text(usual.high, "USD");
    }
    Part part;
    part.text = scene.say("others_charge", facts);
    const bool decided = !scene.facts.at("pricing").empty();
    part.text += " " + scene.say(decided ? "others_charge.decided" : "others_charge.open");
    return part;
}

// "I haven't connected Stripe yet": nothing is late by that; when it comes and how it is done.
Part not_yet(const Scene& scene) {
    if (scene.reading.tasks.empty()) {
        return scene.reading.doubting ? doubt(scene) : misunderstood(scene);
    }
    const std::string& id = scene.reading.tasks.front();
    const ScheduledTask* dated = scene.numbers.schedule.task(id);
    Part part = task_help(scene);
    if (dated != nullptr) {
        part.text =
            scene.say("not_yet", {{"task_day", day_month(dated->end)}}) + "\n\n" + part.text;
    }
    return part;
}

Part tasks_left(const Scene& scene) {
    const std::optional<Date> until = day_until(scene);
    std::string list;
    std::size_t count = 0;
    double hours = 0;
    for (const ScheduledTask& task : scene.numbers.schedule.tasks) {
        if (until && task.end > *until) {
            continue;
        }
        hours += task.hours;
        if (++count <= kTasksListed) {
            list += (list.empty() ? "- **" : "\n- **") + task_title(*scene.talk.project, task.id) +
                    "**, " + hours_text(task.hours) + ", by " + day_month(task.end);
        }
    }
    if (count > kTasksListed) {
        list += "\n- and " + number_text(static_cast<std::int64_t>(count - kTasksListed)) + " more";
    }
    const Facts facts = {
        {"task_count",
         count_text(static_cast<std::int64_t>(count), "task is left", "tasks are left")},
        {"task_hours", hours_words(hours)},
        {"until", until ? day_month(*until) : ""}};
    Part part;
    part.text = list.empty() ? scene.say(until ? "tasks_left.none" : "week.none", facts)
                             : scene.say("tasks_left", facts) + "\n\n" + list;
    return part;
}

// How easily people find their way there; money last, and in one sentence.
Part ease(const Scene& scene) {
    // "My viewers are pensioners, would 12 be ok?" asks about the price.
    const std::optional<DecisionSlots> value = value_weighed(scene);
    if (value && !std::holds_alternative<PlatformSlots>(*value)) {
        return weigh(scene, *value);
    }
    const std::vector<std::string> platforms = platforms_meant(scene);
    Part part;
    for (const std::string& platform : platforms) {
        part.text += scene.say("ease." + platform) + "\n\n";
    }
    part.text += scene.say("ease.advice");
    const std::string money = money_line(scene, platforms);
    part.text += money.empty() ? "" : " " + money;
    return part;
}

}  // namespace atrium::domain::guide::reply
