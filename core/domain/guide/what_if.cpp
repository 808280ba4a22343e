#include "core/domain/guide/what_if.h"

#include <algorithm>
#include <cmath>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/values.h"
#include "core/domain/number_text.h"

namespace atrium::domain::guide {

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

namespace reply {
namespace {

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

}  // namespace reply
}  // namespace atrium::domain::guide
