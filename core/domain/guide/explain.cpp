#include <algorithm>

#include "core/domain/guide/ask.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/weigh.h"
#include "core/domain/guide/what_if.h"
#include "core/domain/number_text.h"

namespace atrium::domain::guide::reply {
namespace {

std::string point_why(const Scene& scene, DecisionCategory category) {
    return filled(built_in_template().decision(category).why, scene.facts);
}

std::string shown_at_once(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + "\n\n" + second;
}

// Two platforms are compared by what they leave; the better one's trap comes with it.
std::string platforms_compared(const Scene& scene, std::vector<std::string> platforms) {
    const Numbers& numbers = scene.numbers;
    std::stable_sort(platforms.begin(), platforms.end(), [&](const auto& a, const auto& b) {
        const TakeHome* left = numbers.take_home_of(a);
        const TakeHome* right = numbers.take_home_of(b);
        return left != nullptr && (right == nullptr || left->keep.value > right->keep.value);
    });
    const TakeHome* best = numbers.take_home_of(platforms[0]);
    const TakeHome* next = numbers.take_home_of(platforms[1]);
    std::string rest;
    if (best != nullptr && next != nullptr) {
        const double difference = shown_difference(best->keep.value, next->keep.value);
        const bool even = difference < 0.01 * best->revenue;
        rest = scene.say(even ? "compare.even" : "compare.platforms.rest",
                         {{"first", best->plan_name},
                          {"second", next->plan_name},
                          {"difference", round_money_text(difference, best->currency)}});
    }
    return shown_at_once(
        shown_at_once(scene.say("compare.platforms") + "\n\n" + platform_table(scene, platforms),
                      rest),
        platform_trap(scene, platforms));
}

std::vector<std::string> platforms_to_compare(const Scene& scene) {
    std::vector<std::string> platforms = scene.reading.platforms;
    for (const Choice& choice : scene.choices(DecisionCategory::Platform)) {
        const std::string& name = std::get<PlatformSlots>(choice.slots).name;
        const bool known = std::find(platforms.begin(), platforms.end(), name) != platforms.end();
        const bool enough = platforms.size() >= 2 && !scene.reading.platforms.empty();
        if (!known && !enough) {
            platforms.push_back(name);
        }
    }
    return platforms;
}

}  // namespace

Part why(const Scene& scene) {
    Part part;
    static const Pattern kSource(
        "(source|sources|based|number|numbers|figure|figures|are you sure|how sure|certain|says "
        "who|fees "
        "from|trust)");
    const std::optional<DecisionCategory> category = concerned(scene);
    static const Pattern kWhyNot("why not");
    const std::vector<std::string> words = words_of(scene.text);
    if (const auto value = value_weighed(scene); value && kWhyNot.found_in(words)) {
        return weigh(scene, *value);
    }
    if (kSource.found_in(words)) {
        part.text = scene.say("why.source");
        return part;
    }
    if (!category) {
        part.text = scene.say("why.done");
        return part;
    }
    part.text =
        scene.say("why." + category_id(*category), {{"point_why", point_why(scene, *category)}});
    if (*category == DecisionCategory::Platform) {
        part.text += "\n\n" + options_table(scene, *category);
    }
    const Decision* decision = current_decision(*scene.talk.project, *category);
    part.text += "\n\n" + (decision == nullptr ? recommendation(scene, *category)
                                               : "**" + label_of(scene.talk, decision->slots) +
                                                     "**: " + standing_reason(scene, *decision));
    return part;
}

namespace {

bool decided_just_now(const Scene& scene, DecisionCategory category) {
    const std::vector<const Decision*> made = decisions_now(scene.talk);
    return std::any_of(made.begin(), made.end(), [&](const Decision* decision) {
        return category_of(decision->slots) == category;
    });
}

// "Discord it is. What do you think about the price?" asks about the price.
std::optional<DecisionCategory> opinion_wanted_on(const Scene& scene) {
    const std::optional<DecisionCategory> category = concerned(scene);
    if (!category || !decided_just_now(scene, *category)) {
        return category;
    }
    for (const DecisionCategory subject : scene.reading.subjects) {
        if (!decided_just_now(scene, subject)) {
            return subject;
        }
    }
    return next_question(scene.talk);
}

}  // namespace

Part recommend(const Scene& scene) {
    const std::optional<DecisionCategory> category = opinion_wanted_on(scene);
    if (!category) {
        return this_week(scene);
    }
    Part part = ask_shortly(scene, *category);
    const std::vector<Choice> choices = scene.choices(*category);
    const Choice& best = recommended(choices);
    part.text = scene.say("delegate") + " **" + best.label + "**. " + best.reason +
                (best.because.empty() ? "" : " " + best.because) + "\n\n" +
                scene.say("delegate.ask");
    return part;
}

Part compare(const Scene& scene) {
    Part part;
    const std::optional<DecisionCategory> named = concerned(scene);
    const DecisionCategory category = !scene.reading.platforms.empty()
                                          ? DecisionCategory::Platform
                                          : named.value_or(DecisionCategory::Platform);
    if (category == DecisionCategory::Platform) {
        part.text = platforms_compared(scene, platforms_to_compare(scene));
    } else if (category == DecisionCategory::Timeline) {
        const std::optional<Date> day = day_named(scene);
        part.text = scene.say("compare.dates") + "\n\n" +
                    day_table(day ? days_with(scene, *day) : scene.numbers.days);
    } else if (category == DecisionCategory::Pricing) {
        std::vector<double> amounts = scene.reading.numbers;
        for (const PriceOption& option : scene.numbers.prices) {
            amounts.push_back(option.price.amount);
        }
        std::sort(amounts.begin(), amounts.end());
        amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
        part.text = scene.say("compare.prices") + "\n\n" + price_table(scene, amounts);
    } else {
        part.text =
            scene.say("compare." + category_id(category)) + "\n\n" + options_table(scene, category);
    }
    const Decision* decision = current_decision(*scene.talk.project, category);
    if (decision == nullptr) {
        const Part question = ask_shortly(scene, category);
        part.text = shown_at_once(part.text, question.text);
        part.replies = question.replies;
        part.topic = question.topic;
        part.follow = Follow::Nothing;
    }
    return part;
}

Part about_platform(const Scene& scene) {
    const PlatformSlots named{scene.reading.platforms.front()};
    Part part = weigh(scene, named);
    static const Pattern kWhatIs(
        "(what is|whats|what are|what does|explain|who is) (a|this)? "
        "(discord|circle|skool|patreon|whop|mighty)");
    if (kWhatIs.found_in(words_of(scene.text))) {
        part.text = shown_at_once(scene.say("about." + named.name), part.text);
    }
    if (current_decision(*scene.talk.project, DecisionCategory::Platform) == nullptr) {
        part.replies = {"Yes, " + decision_label(named), "Compare them", "What would you do?"};
    }
    return part;
}

Part more_detail(const Scene& scene) {
    const std::optional<DecisionCategory> category = concerned(scene);
    Part part;
    if (!category) {
        return progress(scene);
    }
    part.text = scene.say("more_detail") + " " + point_why(scene, *category) + " " +
                filled(built_in_template().decision(*category).changes, scene.facts) + "\n\n" +
                recommendation(scene, *category);
    return part;
}

}  // namespace atrium::domain::guide::reply
