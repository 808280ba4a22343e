#include <algorithm>
#include <cmath>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/propose.h"
#include "core/domain/guide/respond.h"
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
    const std::string trap = platform_trap(scene, platforms);
    std::string rest;
    if (best != nullptr && next != nullptr) {
        const double difference = best->keep.value - next->keep.value;
        const bool even = difference < 0.01 * best->revenue;
        rest = scene.say(even ? "compare.even" : "compare.platforms.rest",
                         {{"first", best->plan_name},
                          {"second", next->plan_name},
                          {"difference", round_money_text(difference, best->currency)},
                          {"trap", trap}});
    }
    return scene.say("compare.platforms") + "\n\n" + platform_table(scene, platforms) + "\n\n" +
           rest;
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

std::vector<OpeningDay> days_with(const Scene& scene, Date date) {
    const ScheduleRequest& request = scene.numbers.request;
    std::vector<OpeningDay> days = scene.numbers.days;
    const bool known =
        std::any_of(days.begin(), days.end(), [&](const auto& day) { return day.date == date; });
    if (!known) {
        OpeningDay day;
        day.date = date;
        day.hours_available =
            hours_between(request.today, date, request.hours_per_week, request.away);
        day.hours_needed = scene.numbers.schedule.hours_before_opening;
        day.hours_to_spare = day.hours_available - day.hours_needed;
        day.possible = date >= scene.numbers.schedule.earliest_opening;
        days.push_back(day);
        std::sort(
            days.begin(), days.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    }
    return days;
}

std::optional<Date> day_named(const Scene& scene) {
    const auto slots =
        slots_mentioned(DecisionCategory::Timeline, scene.text, scene.talk.context.today);
    return slots ? day_of(std::get<TimelineSlots>(*slots), scene.talk.context.today) : std::nullopt;
}

std::string price_judgement(const Scene& scene, const ConversionNeed& need) {
    switch (need.reach) {
        case Reach::Low:
        case Reach::Base:
            return scene.say("what_if.price.good");
        case Reach::High:
            return scene.say("what_if.price.fair");
        case Reach::Beyond:
            break;
    }
    return scene.say("what_if.price.poor");
}

enum class Verdict { Sound, Poor };

// What one would now do with the value that was looked at: take it when it is sound, keep what
// stands or what is recommended otherwise.
void offer(Part& part,
           const Scene& scene,
           const DecisionSlots& looked_at,
           const std::string& take,
           Verdict verdict) {
    const DecisionCategory category = category_of(looked_at);
    const Decision* decision = current_decision(*scene.talk.project, category);
    part.replies = replies_without(scene.choices(category), looked_at);
    if (decision != nullptr) {
        part.replies = {"Keep " + label_of(scene.talk, decision->slots), take};
    } else if (verdict == Verdict::Sound) {
        part.replies.insert(part.replies.begin(), take);
        part.text += "\n\n" + scene.say("ask_record", {{"label", label_of(scene.talk, looked_at)}});
    } else {
        part.replies.push_back(take);
        part.text += "\n\n" + scene.say("short." + category_id(category));
    }
    part.topic = category_id(category);
    part.follow = Follow::Nothing;
}

}  // namespace

Part why(const Scene& scene) {
    Part part;
    static const Pattern kSource(
        "(source|sources|based|number|numbers|figure|figures|sure|certain|says who|fees from)");
    const std::optional<DecisionCategory> category = concerned(scene);
    if (kSource.found_in(words_of(scene.text))) {
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
                                                     "**: " + decision->rationale);
    return part;
}

Part recommend(const Scene& scene) {
    const std::optional<DecisionCategory> category = concerned(scene);
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

Part what_if_hours(const Scene& scene) {
    Part part;
    const double hours = scene.reading.hours.value_or(
        scene.reading.numbers.empty() ? 0 : scene.reading.numbers.front());
    const double own = scene.talk.profile->hours_per_week;
    if (std::abs(hours - own) < 0.25) {
        part.text = scene.say("what_if.hours.same");
        return part;
    }
    ScheduleRequest request = scene.numbers.request;
    request.hours_per_week = std::clamp(hours, 0.0, 80.0);
    const std::vector<OpeningDay> days =
        request.hours_per_week < 1 ? std::vector<OpeningDay>{} : opening_days(request);
    const auto best = std::find_if(
        days.begin(), days.end(), [](const OpeningDay& day) { return day.recommended; });
    if (best == days.end()) {
        part.text = scene.say("what_if.hours.none");
        return part;
    }
    const Facts facts = {{"if_hours", hours_words(request.hours_per_week)},
                         {"if_date", long_date(best->date)},
                         {"now_date",
                          scene.facts.count("comfortable") != 0 ? scene.facts.at("comfortable")
                                                                : scene.facts.at("earliest")}};
    part.text = scene.say("what_if.hours", facts) + "\n\n" + day_table(days) + "\n\n" +
                scene.say("what_if.hours.end", facts);
    return part;
}

Part what_if_price(const Scene& scene) {
    Part part;
    if (scene.reading.numbers.empty()) {
        return compare(scene);
    }
    const double amount = scene.reading.numbers.front();
    const ConversionNeed need = need_at(scene.talk, scene.numbers, amount);
    if (amount <= 0 || amount > 1e6 || need.members <= 0) {
        part.text = scene.say(amount <= 0 ? "follow.pricing.free" : "follow.pricing.never");
        return part;
    }
    const std::string price = money_text(amount, scene.numbers.price.currency);
    part.text = scene.say("what_if.price",
                          {{"if_price", price},
                           {"if_members", number_text(need.members)},
                           {"if_share", percent_text(need.share)},
                           {"if_judgement", price_judgement(scene, need)}});
    offer(part,
          scene,
          PricingSlots{amount, scene.numbers.price.currency, "month", {}},
          "Take " + price + " a month",
          need.reach == Reach::Beyond ? Verdict::Poor : Verdict::Sound);
    return part;
}

Part what_if_date(const Scene& scene) {
    Part part;
    const std::optional<Date> day = day_named(scene);
    if (!day || *day <= scene.talk.context.today) {
        part.text = scene.say("what_if.date.earliest");
        return part;
    }
    const std::vector<OpeningDay> days = days_with(scene, *day);
    const auto named = std::find_if(
        days.begin(), days.end(), [&](const OpeningDay& other) { return other.date == *day; });
    const bool holds = named->hours_to_spare >= 0;
    const std::string judgement =
        scene.say(holds ? "what_if.date.spare" : "what_if.date.short",
                  {{"if_spare", hours_words(std::abs(named->hours_to_spare))}});
    part.text = scene.say("what_if.date",
                          {{"if_date", long_date(*day)},
                           {"if_hours", hours_words(named->hours_available)},
                           {"if_judgement", judgement}});
    offer(part,
          scene,
          TimelineSlots{*day, std::nullopt, std::nullopt},
          "Take " + day_month(*day),
          holds ? Verdict::Sound : Verdict::Poor);
    return part;
}

Part about_platform(const Scene& scene) {
    Part part;
    const std::string& name = scene.reading.platforms.front();
    const TakeHome* row = scene.numbers.take_home_of(name);
    const std::string label = decision_label(PlatformSlots{name});
    if (row != nullptr) {
        const std::string cost = row->plan_fee > 0
                                     ? round_money_text(row->plan_fee, row->currency) + " a month"
                                     : "nothing until you sell";
        part.text =
            scene.say("ask_platform",
                      {{"label", label},
                       {"platform_cost", cost},
                       {"platform_keep", round_money_text(row->keep.value, row->currency)}});
    }
    part.text = shown_at_once(part.text, platform_trap(scene, {name}));
    const Decision* decision = current_decision(*scene.talk.project, DecisionCategory::Platform);
    if (decision == nullptr) {
        part.text = shown_at_once(part.text, scene.say("ask_record", {{"label", label}}));
        part.replies = {"Yes, " + label, "Compare them", "What would you do?"};
        part.topic = "platform";
        part.follow = Follow::Nothing;
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
