#include "core/domain/guide/what_if.h"

#include <algorithm>
#include <cmath>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/hours_said.h"
#include "core/domain/guide/objection.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/weigh.h"
#include "core/domain/plan_hours.h"

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

// "Only two hours this week": one week is not every week, and the plan counts with the others.
Part short_week(const Scene& scene) {
    const double own = scene.talk.profile->hours_per_week;
    const double hours = hours_said(scene.text);
    const double missing = in_halves(std::max(own - hours, 0.0));
    const double spare = in_halves(scene.numbers.schedule.hours_to_spare);
    const bool dated = scene.numbers.schedule.target.has_value();
    static const Pattern kWeek("(week|#)");
    const bool one_week = kWeek.found_in(words_of(scene.text));
    const std::string key = !dated || missing <= 0 || !one_week ? "short_week"
                            : spare >= missing                  ? "short_week.holds"
                                                                : "short_week.tight";
    Part part;
    part.text = scene.say(key,
                          {{"missing", hours_words(missing)},
                           {"reserve", hours_words(std::max(spare, 0.0))},
                           {"reserve_left", hours_words(std::max(spare - missing, 0.0))}});
    return part;
}

Part what_if_price(const Scene& scene) {
    Part part;
    if (scene.reading.numbers.empty()) {
        return compare(scene);
    }
    // "Nobody pays 29, what about 12?" asks about 12.
    const std::vector<double> asked = read_message(without_objections(scene.text)).numbers;
    const double amount = asked.empty() ? scene.reading.numbers.front() : asked.front();
    if (amount > 1e6) {
        part.text = scene.say("follow.pricing.never");
        return part;
    }
    // Of "too expensive, what would 20 dollars do?" the amount and its currency; of "49 instead of 29"
    // only the first number is asked about.
    const auto named =
        slots_mentioned(DecisionCategory::Pricing, scene.text, scene.talk.context.today);
    const auto* price = named ? std::get_if<PricingSlots>(&*named) : nullptr;
    const bool foreign = price != nullptr && price->amount == amount && !price->currency.empty();
    return weigh(
        scene,
        PricingSlots{
            amount, foreign ? price->currency : scene.numbers.price.currency, "month", {}});
}

Part what_if_date(const Scene& scene) {
    Part part;
    const std::optional<Date> day = day_named(scene);
    if (!day || *day <= scene.talk.context.today) {
        part.text = scene.say("what_if.date.earliest");
        return part;
    }
    return weigh(scene, TimelineSlots{*day, std::nullopt, std::nullopt});
}

}  // namespace reply
}  // namespace atrium::domain::guide
