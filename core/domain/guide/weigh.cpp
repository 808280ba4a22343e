#include "core/domain/guide/weigh.h"

#include <algorithm>
#include <cmath>

#include "core/domain/decision_words.h"
#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/bare_day.h"
#include "core/domain/guide/objection.h"
#include "core/domain/guide/values.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_hours.h"

namespace atrium::domain::guide {
namespace {

constexpr int kManyPlaces = 10;
constexpr int kYearDays = 330;  // a day farther away is named with its year

struct Weighed {
    std::string text;
    bool sound = true;
};

void add(std::string& text, const std::string& more) {
    text += text.empty() || more.empty() ? more : " " + more;
}

Weighed weigh_platform(const Scene& scene, const PlatformSlots& slots) {
    const TakeHome* row = scene.numbers.take_home_of(slots.name);
    if (slots.name == "other") {
        return {scene.say("weigh.platform.other"), false};
    }
    if (row == nullptr) {
        return {rationale_for(scene, slots)};
    }
    const std::string cost = row->plan_fee > 0
                                 ? round_money_text(row->plan_fee, row->currency) + " a month"
                                 : "nothing until you sell";
    Weighed result{
        scene.say("ask_platform",
                  {{"label", decision_label(slots)},
                   {"Label", decision_label(slots)},
                   {"platform_cost", cost},
                   {"platform_keep", round_money_text(row->keep.value, row->currency)}})};
    const std::string trap = platform_trap(scene, {slots.name});
    result.text += trap.empty() ? "" : "\n\n" + trap;
    return result;
}

std::string judgement_of(const Scene& scene, Reach reach) {
    switch (reach) {
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

// A price in another currency is counted in it, as it will be once it is recorded.
Scene counted_in(const Scene& scene, const std::string& currency) {
    Scene counted = scene;
    if (!currency.empty() && scene.numbers.market.rate(currency) != nullptr) {
        counted.numbers.price.currency = currency;
    }
    return counted;
}

Weighed weigh_price(const Scene& said, const PricingSlots& slots) {
    const Scene scene = counted_in(said, slots.currency);
    const double amount = monthly_amount(*scene.talk.project, slots);
    if (slots.tiers.size() > 1) {
        return {scene.say("follow.pricing.many")};
    }
    if (amount <= 0) {
        return {scene.say("follow.pricing.free"), false};
    }
    if (slots.interval == "once") {
        return {scene.say("follow.pricing.once"), false};
    }
    if (amount > scene.numbers.target && scene.numbers.target > 0) {
        return {scene.say("weigh.price.income",
                          {{"if_price", money_text(amount, scene.numbers.price.currency)}}),
                false};
    }
    const ConversionNeed need = need_at(scene.talk, scene.numbers, amount);
    if (need.members == 0) {
        return {scene.say("follow.pricing.never"), false};
    }
    if (scene.talk.profile->engaged_audience <= 0) {
        return {scene.say("follow.pricing.unknown", facts_with(scene, slots))};
    }
    return {scene.say("what_if.price",
                      {{"if_price", money_text(amount, scene.numbers.price.currency)},
                       {"if_members", number_text(need.members)},
                       {"if_share", percent_text(need.share)},
                       {"if_judgement", judgement_of(scene, need.reach)}}),
            need.reach != Reach::Beyond};
}

Weighed weigh_day(const Scene& scene, const TimelineSlots& slots, std::string_view sentence) {
    const std::optional<Date> day = day_of(slots, scene.talk.context.today);
    if (!day) {
        return {scene.say("what_if.date.earliest"), false};
    }
    const ScheduleRequest& request = scene.numbers.request;
    const double hours =
        in_halves(hours_between(request.today, *day, request.hours_per_week, request.away));
    const double spare = hours - scene.numbers.schedule.hours_before_opening;
    const bool holds = spare >= 0;
    const bool in_order = *day >= scene.numbers.schedule.earliest_opening;
    Weighed result{scene.say(
        sentence,
        {{"if_date", long_date(*day)},
         {"if_hours", hours_words(hours)},
         {"if_judgement",
          scene.say(!holds      ? "what_if.date.short"
                    : !in_order ? "what_if.date.order"
                                : "what_if.date.spare",
                    {{"if_spare", hours_words(std::abs(spare))},
                     {"if_earliest", long_date(scene.numbers.schedule.earliest_opening)}})}})};
    result.sound = holds && in_order;
    if (result.sound && !is_good_opening_day(*day, request.away)) {
        add(result.text,
            scene.say(is_good_opening_day(*day, {}) ? "follow.timeline.away"
                                                    : "follow.timeline.holiday"));
        result.sound = false;
    }
    return result;
}

Weighed weigh_structure(const Scene& scene, const StructureSlots& slots) {
    const bool large = slots.channels.value_or(0) > kManyPlaces;
    return {large ? scene.say("follow.structure.large") : rationale_for(scene, slots), !large};
}

// `day_sentence` is the phrase for a day: with its date, or where that was just said, without.
Weighed judged(const Scene& scene, const DecisionSlots& slots, std::string_view day_sentence) {
    if (const auto* platform = std::get_if<PlatformSlots>(&slots)) {
        return weigh_platform(scene, *platform);
    }
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        return weigh_price(scene, *price);
    }
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        return weigh_day(scene, *timeline, day_sentence);
    }
    if (const auto* structure = std::get_if<StructureSlots>(&slots)) {
        return weigh_structure(scene, *structure);
    }
    return {rationale_for(scene, slots)};
}

// "The 15th", "$35 a month" name a value; a rough time counts only with a month in it.
bool is_value(const Scene& scene, const DecisionSlots& slots) {
    if (const auto* platform = std::get_if<PlatformSlots>(&slots)) {
        return scene.reading.platforms.size() == 1 || platform->name == "other";
    }
    const auto* content = std::get_if<ContentSlots>(&slots);
    if (content != nullptr) {
        return !content->format.empty() && (!content->cadence.empty() || is_tentative(scene));
    }
    return !(slots == DecisionSlots(TimelineSlots{})) ||
           rough_day(scene.text, scene.talk.context.today).has_value();
}

bool asks_for_something_else(const Scene& scene) {
    static const Pattern kOpen(
        "^ (and|so|but|ok|okay|well|then)? (how|what|who|where|why|when|which|whats|whos)");
    static const Pattern kAbout(
        "^ (and|so|but|ok|okay|well|then)? (how about|how if|what about|what if|what of|why not)");
    return std::any_of(
        scene.reading.clauses.begin(), scene.reading.clauses.end(), [](const Clause& clause) {
            return kOpen.found_in(clause.words) && !kAbout.found_in(clause.words);
        });
}

}  // namespace

bool is_tentative(const Scene& scene) {
    static const Pattern kAsking(
        "^ (and|so|but|ok|okay|well|then)? (is|are|was|would|will|should|shall|could|can|do|does|"
        "did|may|might|isnt|arent|wouldnt|shouldnt|cant|how|what|who|where|why|when|which)");
    const Reading& reading = scene.reading;
    const bool asks =
        std::any_of(reading.clauses.begin(), reading.clauses.end(), [](const Clause& clause) {
            return kAsking.found_in(clause.words);
        });
    return reading.hedged && !reading.doubting && !asks;
}

std::optional<DecisionSlots> value_weighed(const Scene& scene) {
    const Reading& reading = scene.reading;
    static const Pattern kEither("# or #");
    static const Pattern kWhyNot("^ (but|and|so|ok)? why not");
    const bool why_not = kWhyNot.found_in(words_of(scene.text));
    const bool held_up =
        (reading.question || reading.hedged || why_not) && !kEither.found_in(words_of(scene.text));
    if (!held_up || reading.elsewhere || reading.doubting || reading.very_long ||
        asks_for_something_else(scene)) {
        return std::nullopt;
    }
    std::vector<DecisionCategory> about = reading.subjects;
    if (about.empty() && scene.talk.asked) {
        about.push_back(*scene.talk.asked);
    }
    std::stable_partition(about.begin(), about.end(), [&](DecisionCategory category) {
        return category == scene.talk.asked;
    });
    // The "not" of "why not the 8th" rules nothing out.
    constexpr std::string_view kNot = " not ";
    const std::size_t no = why_not ? scene.text.find(kNot) : std::string::npos;
    const std::string text = without_objections(
        no == std::string::npos ? scene.text : scene.text.substr(no + kNot.size()));
    for (const DecisionCategory category : about) {
        const auto slots = slots_mentioned(category, text, scene.talk.context.today);
        if (!slots || !is_value(scene, *slots)) {
            continue;
        }
        ProposedDecision proposed{*slots, "", 0};
        if (settle(scene, proposed)) {
            return proposed.slots;
        }
    }
    return std::nullopt;
}

std::string taking(const Scene& scene, const DecisionSlots& slots) {
    const auto* timeline = std::get_if<TimelineSlots>(&slots);
    if (timeline != nullptr && timeline->date) {
        const bool far = timeline->date->days - scene.talk.context.today.days > kYearDays;
        return "Take " + (far ? long_date(*timeline->date) : day_month(*timeline->date));
    }
    const std::string label = label_of(scene.talk, slots);
    const bool named =
        std::holds_alternative<PlatformSlots>(slots) || std::holds_alternative<PricingSlots>(slots);
    return named ? "Take " + label : label;
}

std::string weighed(const Scene& scene, const DecisionSlots& slots) {
    return judged(scene, slots, "what_if.date.named").text;
}

Part weigh(const Scene& scene, const DecisionSlots& slots) {
    const DecisionCategory category = category_of(slots);
    const Decision* decision = current_decision(*scene.talk.project, category);
    const Weighed result = judged(scene, slots, "what_if.date");
    const std::string take = taking(scene, slots);
    const std::vector<Choice> wanted = wanted_choices(scene, category);
    const std::vector<Choice> choices = wanted.empty() ? scene.choices(category) : wanted;
    Part part;
    part.text = result.text + "\n\n";
    part.replies = replies_without(choices, slots);
    if (decision != nullptr && decision->slots == slots) {
        part.text += scene.say("ack.same", label_facts(scene.talk, slots));
        part.replies.clear();
        return part;
    }
    if (decision != nullptr) {
        const std::string stands = label_of(scene.talk, decision->slots);
        part.text += scene.say("weigh.stands", label_facts(scene.talk, decision->slots));
        part.replies = {"Keep " + stands, take};
    } else if (result.sound || recommended(choices).slots == slots) {
        part.text += scene.say("ask_record", label_facts(scene.talk, slots));
        part.replies.insert(part.replies.begin(), take);
    } else {
        const Choice& best = recommended(choices);
        part.text += scene.say(
            "weigh.rather",
            {{"Label", best.label}, {"label", label_in_sentence(best.slots, best.label)}});
        part.replies.insert(part.replies.begin() + 1, take);
    }
    part.topic = category_id(category);
    part.follow = Follow::Nothing;
    return part;
}

}  // namespace atrium::domain::guide
