#include "core/domain/guide/what_if.h"

#include <algorithm>
#include <cmath>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/weigh.h"

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

Part what_if_price(const Scene& scene) {
    Part part;
    if (scene.reading.numbers.empty()) {
        return compare(scene);
    }
    const double amount = scene.reading.numbers.front();
    if (amount > 1e6) {
        part.text = scene.say("follow.pricing.never");
        return part;
    }
    return weigh(scene, PricingSlots{amount, scene.numbers.price.currency, "month", {}});
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
