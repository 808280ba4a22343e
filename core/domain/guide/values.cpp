#include "core/domain/guide/values.h"

#include <algorithm>
#include <cmath>

#include "core/domain/guide/bare_day.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_hours.h"

namespace atrium::domain::guide {
namespace {

constexpr double kVague = 0.70;   // "mid January", for which the guide proposes a day
constexpr double kAbsurd = 0.75;  // too large to be recorded without asking
constexpr double kAbsurdPriceUsd = 2'000;
constexpr int kAbsurdPlaces = 60;
constexpr int kAbsurdTiers = 8;
constexpr int kAbsurdYears = 3;

// Values that were not said this time are those of the question or of the decision it changes.
struct Complete {
    const Scene& scene;

    void operator()(PlatformSlots&) const {}

    void operator()(PricingSlots& slots) const {
        const bool priced = slots.amount.value_or(0) > 0 || !slots.tiers.empty();
        if (!priced) {
            return;
        }
        const auto* before = current_slots<PricingSlots>(*scene.talk.project);
        if (before != nullptr) {
            put_beside(slots, *before);
        }
        if (slots.currency.empty()) {
            slots.currency = before != nullptr && !before->currency.empty()
                                 ? before->currency
                                 : scene.numbers.currency;
        }
        if (slots.interval.empty()) {
            slots.interval = before != nullptr && !before->interval.empty()  ? before->interval
                             : scene.talk.asked == DecisionCategory::Pricing ? "month"
                                                                             : "";
        }
        // The other ways to pay stay while the price itself does.
        const bool same = before != nullptr && before->amount == slots.amount &&
                          before->currency == slots.currency && before->interval == slots.interval;
        static const Pattern kNoOther(
            "(no|without|drop|remove|skip|cancel) (the|a|any)? (yearly|annual|founding|founders)");
        if (same && !kNoOther.found_in(words_of(scene.text))) {
            slots.yearly = slots.yearly ? slots.yearly : before->yearly;
            slots.founding = slots.founding ? slots.founding : before->founding;
        }
    }

    // "Change the yearly price to 200", where the price of a month stands: it goes on standing.
    void put_beside(PricingSlots& slots, const PricingSlots& before) const {
        static const Pattern kBeside(
            "(the|my|our|a) (yearly|annual) (price|option|plan|one|fee|subscription)");
        static const Pattern kOnly("(only|instead|no monthly|drop|nothing monthly)");
        const std::vector<std::string> words = words_of(scene.text);
        const bool meant = (before.yearly || kBeside.found_in(words)) && !kOnly.found_in(words);
        if (meant && slots.interval == "year" && before.interval == "month" && slots.amount &&
            before.amount && *slots.amount > *before.amount) {
            const double yearly = *slots.amount;
            slots = before;
            slots.yearly = yearly;
        }
    }

    void operator()(StructureSlots& slots) const {
        if (const auto* before = current_slots<StructureSlots>(*scene.talk.project)) {
            slots.tiers = slots.tiers ? slots.tiers : before->tiers;
            slots.channels = slots.channels ? slots.channels : before->channels;
            slots.roles = slots.roles ? slots.roles : before->roles;
            slots.names = slots.names.empty() ? before->names : slots.names;
        }
        const bool nothing = !slots.tiers && !slots.channels && !slots.roles;
        if (nothing) {
            slots = std::get<StructureSlots>(
                recommended(scene.choices(DecisionCategory::Structure)).slots);
        }
    }

    void operator()(TimelineSlots&) const {}

    void operator()(ContentSlots& slots) const {
        if (const auto* before = current_slots<ContentSlots>(*scene.talk.project)) {
            const bool same_rhythm = slots.cadence.empty() || (slots.cadence == before->cadence);
            slots.weekday = slots.weekday.empty() && same_rhythm ? before->weekday : slots.weekday;
            slots.cadence = slots.cadence.empty() ? before->cadence : slots.cadence;
            slots.format = slots.format.empty() ? before->format : slots.format;
        }
        if (slots.cadence.empty() && slots.format.empty()) {
            slots =
                std::get<ContentSlots>(recommended(scene.choices(DecisionCategory::Content)).slots);
        }
    }
};

// "one week later": counted from the day that stands, or the one that is recommended.
std::optional<Date> shifted_day(const Scene& scene, const TimelineSlots& slots) {
    static const Pattern kLater("(later|back|out)");
    static const Pattern kEarlier("(earlier|sooner|forward)");
    const std::vector<std::string> words = words_of(scene.text);
    const int sign = kLater.found_in(words) ? 1 : kEarlier.found_in(words) ? -1 : 0;
    const int days = slots.weeks.value_or(0) * 7 + slots.days.value_or(0);
    if (slots.date || days == 0 || sign == 0) {
        return std::nullopt;
    }
    const auto* stands = current_slots<TimelineSlots>(*scene.talk.project);
    const std::vector<Choice> choices = scene.choices(DecisionCategory::Timeline);
    const auto& base =
        stands != nullptr ? *stands : std::get<TimelineSlots>(recommended(choices).slots);
    const std::optional<Date> from = day_of(base, scene.talk.context.today);
    return from ? std::optional<Date>(Date{from->days + sign * days}) : std::nullopt;
}

bool is_absurd(const Scene& scene, const DecisionSlots& slots) {
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        const Result<double> usd = usd_from(monthly_amount(*scene.talk.project, *price),
                                            scene.numbers.currency,
                                            scene.numbers.market);
        return usd && usd.value() > kAbsurdPriceUsd && price->interval != "once";
    }
    if (const auto* structure = std::get_if<StructureSlots>(&slots)) {
        return structure->channels.value_or(0) > kAbsurdPlaces ||
               structure->roles.value_or(0) > kAbsurdPlaces ||
               structure->tiers.value_or(0) > kAbsurdTiers;
    }
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        const std::optional<Date> day = day_of(*timeline, scene.talk.context.today);
        return day && day->days > scene.talk.context.today.days + 365 * kAbsurdYears;
    }
    return false;
}

}  // namespace

bool settle(const Scene& scene, ProposedDecision& proposed) {
    std::visit(Complete{scene}, proposed.slots);
    if (auto* timeline = std::get_if<TimelineSlots>(&proposed.slots)) {
        if (const std::optional<Date> shifted = shifted_day(scene, *timeline)) {
            *timeline = {*shifted, std::nullopt, std::nullopt};
            proposed.confidence = std::min(proposed.confidence, kVague);
        }
        const Date today = scene.talk.context.today;
        const std::optional<Date> day = day_of(*timeline, today);
        if (day && *day < today) {
            return false;
        }
        if (!day) {
            const std::vector<Choice> days = scene.choices(DecisionCategory::Timeline);
            const auto& usual = std::get<TimelineSlots>(recommended(days).slots);
            timeline->date = rough_day(scene.text, today).value_or(*usual.date);
            proposed.confidence = std::min(proposed.confidence, kVague);
        }
    }
    // The guide asks for a month's price; what it only suggests says so and is confirmed as such.
    auto* price = std::get_if<PricingSlots>(&proposed.slots);
    if (price != nullptr && price->interval.empty() && proposed.confidence < kApplyConfidence &&
        monthly_amount(*scene.talk.project, *price) > 0) {
        price->interval = "month";
    }
    if (is_absurd(scene, proposed.slots)) {
        proposed.confidence = std::min(proposed.confidence, kAbsurd);
    }
    proposed.rationale = rationale_for(scene, proposed.slots);
    return true;
}

std::optional<Date> day_of(const TimelineSlots& slots, Date today) {
    if (slots.date) {
        return slots.date;
    }
    if (slots.weeks || slots.days) {
        return Date{today.days + slots.weeks.value_or(0) * 7 + slots.days.value_or(0)};
    }
    return std::nullopt;
}

Facts facts_with(const Scene& scene, const DecisionSlots& slots) {
    Facts facts = scene.facts;
    if (const auto* platform = std::get_if<PlatformSlots>(&slots)) {
        const TakeHome* row = scene.numbers.take_home_of(platform->name);
        facts["platform"] = decision_label(slots);
        facts["platform_keep"] =
            row == nullptr ? "" : round_money_text(row->keep.value, row->currency);
    }
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        const double amount = monthly_amount(*scene.talk.project, *price);
        const ConversionNeed need = need_at(scene.talk, scene.numbers, amount);
        facts["price_each"] = money_text(amount, scene.numbers.price.currency);
        facts["members_needed"] = number_text(need.members);
        const bool known = scene.talk.profile->engaged_audience > 0;
        facts["need_share"] = known ? percent_text(need.share) : "";
    }
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        const std::optional<Date> day = day_of(*timeline, scene.talk.context.today);
        const ScheduleRequest& request = scene.numbers.request;
        const double hours =
            day ? hours_between(request.today, *day, request.hours_per_week, request.away) : 0;
        facts["hours_available"] = hours_words(in_halves(hours));
    }
    return facts;
}

namespace {

// What the value itself means, without what was said beside it.
std::string reason_for(const Scene& scene, const DecisionSlots& slots) {
    const Facts facts = facts_with(scene, slots);
    if (std::holds_alternative<PlatformSlots>(slots) && facts.at("platform_keep").empty()) {
        return phrase("rationale.platform.unknown", facts, 0);
    }
    const auto* content = std::get_if<ContentSlots>(&slots);
    if (content != nullptr && content->cadence == "daily") {
        return phrase("rationale.content.daily", facts, 0);
    }
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        if (monthly_amount(*scene.talk.project, *price) <= 0) {
            return phrase("rationale.pricing.free", facts, 0);
        }
    }
    return phrase("rationale." + category_id(category_of(slots)), facts, 0);
}

}  // namespace

std::string particulars_in_words(const DecisionSlots& slots) {
    if (const auto* structure = std::get_if<StructureSlots>(&slots)) {
        return structure->names.empty()
                   ? ""
                   : phrase("particulars.names", {{"names", listed(structure->names)}}, 0);
    }
    const auto* price = std::get_if<PricingSlots>(&slots);
    if (price == nullptr || !price->amount) {
        return "";
    }
    std::string text;
    if (price->yearly) {
        const double times = *price->yearly / *price->amount;
        const bool whole = times == std::floor(times);
        text = phrase("particulars.yearly",
                      {{"yearly", money_text(*price->yearly, price->currency)},
                       {"times", whole ? number_text(static_cast<std::int64_t>(times)) : ""}},
                      0);
    }
    if (price->founding) {
        text += (text.empty() ? "" : " ") +
                phrase("particulars.founding",
                       {{"founding", money_text(*price->founding, price->currency)}},
                       0);
    }
    return text;
}

std::string rationale_for(const Scene& scene, const DecisionSlots& slots) {
    const std::string particulars = particulars_in_words(slots);
    const std::string reason = reason_for(scene, slots);
    return particulars.empty() ? reason : reason + " " + particulars;
}

std::string standing_reason(const Scene& scene, const Decision& decision) {
    const bool ours = decision.rationale.empty() || decision.source == DecisionSource::Guide;
    if (!ours) {
        return decision.rationale;
    }
    const auto* timeline = std::get_if<TimelineSlots>(&decision.slots);
    if (timeline == nullptr) {
        return rationale_for(scene, decision.slots);
    }
    // A duration counts from the day on which it was decided; to a day that has passed no hours lead.
    const std::optional<Date> day = day_of(*timeline, decision.on);
    if (!day || *day <= scene.talk.context.today) {
        return decision.rationale;
    }
    return rationale_for(scene, TimelineSlots{day, std::nullopt, std::nullopt});
}

}  // namespace atrium::domain::guide
