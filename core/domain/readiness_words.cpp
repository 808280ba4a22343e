#include "core/domain/readiness_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace atrium::domain {

namespace {

// "about 3 in 100", or "4 in 1,000" for a share that is less than one in a hundred.
std::string in_hundred(const ReadinessCase& c) {
    if (!c.joining_percent || *c.joining_percent > 100) {
        return "more than all";
    }
    if (*c.joining_percent >= 1) {
        return "about " + std::to_string(std::lround(*c.joining_percent)) + " in 100";
    }
    return std::to_string(std::lround(std::ceil(*c.joining_percent * 10 - 1e-9))) + " in 1,000";
}

std::string missing(const ReadinessCase& c) {
    if (!c.has_audience() && !c.has_target()) {
        return "the number of people you can ask and your monthly target are missing";
    }
    return c.has_audience() ? "your monthly target is missing"
                            : "the number of people you can ask is missing";
}

ReadinessReason audience_reason(const ReadinessCase& c) {
    if (!c.has_audience()) {
        return {ReasonKind::Blocker,
                "You have no number yet of people you can ask directly. Followers alone do not "
                "say how many would pay; nobody publishes that."};
    }
    const std::string expected =
        "Of your " + c.audience() + ", " + number_text(c.need.members_low, c.formats) + " to " +
        number_text(c.need.members_high, c.formats) + " may be members after a year, " +
        number_text(c.need.members_base, c.formats) + " in the middle case." +
        (c.has_target() ? " You need " + number_text(c.need.members, c.formats) + " at a time."
                        : "");
    switch (c.need.reach) {
        case Reach::Low:
        case Reach::Base:
            return {ReasonKind::Good, expected};
        case Reach::High:
            return {ReasonKind::Caution, expected + " That takes a good launch."};
        case Reach::Beyond:
            break;
    }
    return {ReasonKind::Blocker, expected};
}

ReadinessReason hours_reason(const ReadinessCase& c) {
    const double hours = c.profile.hours_per_week;
    const std::string yours = "You have " + hours_text(hours, c.formats) + " a week";
    if (hours < kFewestHours) {
        return {ReasonKind::Blocker,
                yours + "; the work before opening would take over four months."};
    }
    const Figure& after = c.basis.market.figure("readiness.hours-after");
    const std::string later = hours_text(after.low, c.formats) + " to " +
                              hours_text(after.high, c.formats) +
                              " a week are usual in the first half year.";
    if (hours < c.enough_hours()) {
        return {ReasonKind::Caution, yours + ", which is little; " + later};
    }
    return {ReasonKind::Good, yours + ". Before opening that is enough; " + later};
}

ReadinessReason experience_reason(const ReadinessCase& c) {
    if (c.profile.experience == OfferExperience::None) {
        return {ReasonKind::Caution,
                "You have not sold anything to this audience yet, so nobody knows whether they "
                "pay. Ten founding seats before opening answer it."};
    }
    return {ReasonKind::Good,
            c.profile.experience == OfferExperience::Recurring
                ? "People already pay you regularly, so they know what to expect."
                : "People have paid you before, so you know that some will."};
}

std::string smaller_goal_step(const ReadinessCase& c, double in_reach) {
    const double base = c.basis.figure("conversion").value;
    const double list = std::ceil(static_cast<double>(c.asked()) *
                                  c.joining_percent.value_or(100 * base) / base / 100) *
                        100;
    const std::string grow = "grow to about " +
                             number_text(static_cast<std::int64_t>(list), c.formats) + " " +
                             engaged_word(c.profile.engaged_source);
    if (in_reach < 1) {
        return "First " + grow +
               ", or begin on a platform without a fixed monthly cost: at your "
               "size the fees are more than the members bring.";
    }
    return "Either begin with a target of " + c.money(in_reach) + " a month, which " +
           decimal_text(base, c.formats) + " in 100 would reach, or " + grow + " first.";
}

// How the forecast's base case goes on, so that the sentence and the chart say the same.
std::string base_case(const ReadinessCase& c) {
    const ForecastYear& base = c.year(ForecastCase::Base);
    const std::string share =
        "At " + with_percent_sign(c.basis.figure("conversion").value, c.formats);
    if (base.target_month) {
        return share + " you reach it in month " + std::to_string(*base.target_month) + ".";
    }
    const ForecastMonth& last = base.months.back();
    const std::string words = share + " the first year ends with " +
                              count_text(last.members, "member", "members", c.formats) + " and " +
                              c.money(last.keep) + " a month.";
    return c.need.reach == Reach::Beyond && c.year(ForecastCase::High).target_month
               ? words +
                     " Only the forecast's high case reaches the target, in which more join, "
                     "fewer leave and your audience grows."
               : words;
}

std::string what_it_takes(const ReadinessCase& c) {
    const bool once = c.basis.billing == Billing::Once;
    return "With " + money_text(c.price.amount, c.price.currency, c.formats) + " on " +
           c.basis.plan.name + ", " +
           count_text(c.need.members,
                      once ? "new member in a month leaves" : "member at a time leaves",
                      once ? "new members in a month leave" : "members at a time leave",
                      c.formats) +
           " you " + c.target() + " a month.";
}

}  // namespace

std::string readiness_headline(const ReadinessCase& c, Verdict verdict) {
    switch (verdict) {
        case Verdict::Ready:
            return "Ready: " + in_hundred(c) + " " + c.people() + " are enough";
        case Verdict::ReadyIf:
            if (c.need.reach != Reach::Low) {
                return "Ready, if " + in_hundred(c) + " " + c.people() + " join";
            }
            return c.profile.hours_per_week < c.enough_hours()
                       ? "Ready, if you find " + hours_text(c.enough_hours(), c.formats) + " a week"
                       : "Ready, if ten people pay before you open";
        case Verdict::Unknown:
            return "No verdict yet: " + missing(c);
        case Verdict::NotYet:
            break;
    }
    if (c.has_audience() && c.has_target() && c.need.reach == Reach::Beyond) {
        const std::string share = in_hundred(c);
        return "Not yet: " + c.target() + " would take " + share +
               (share == "more than all" ? " your " : " ") + c.people();
    }
    return "Not yet: " + hours_text(c.profile.hours_per_week, c.formats) +
           " a week are too few to open";
}

std::string readiness_sentence(const ReadinessCase& c) {
    if (!c.has_target()) {
        return std::string("A monthly target tells how many members you need.") +
               (c.has_audience() ? ""
                                 : " The number of people you can ask tells how many you can "
                                   "expect.");
    }
    const std::string text = what_it_takes(c);
    if (!c.has_audience()) {
        return text + " The number of people you can ask tells whether so many can be expected.";
    }
    const Figure& range = c.basis.figure("conversion");
    const std::string share = !c.joining_percent || *c.joining_percent > 100
                                  ? "more than all"
                                  : with_percent_sign(*c.joining_percent, c.formats);
    return text + " As some leave again" +
           (c.basis.founding.seats > 0 ? " and founding members pay less" : "") + ", that takes " +
           share + " of your " + c.audience() + " within a year; we plan with " +
           decimal_text(range.low, c.formats) + " to " + with_percent_sign(range.high, c.formats) +
           ". " + base_case(c);
}

std::vector<ReadinessReason> readiness_reasons(const ReadinessCase& c) {
    std::vector<ReadinessReason> found = {
        audience_reason(c), hours_reason(c), experience_reason(c)};
    const double enough = c.basis.market.figure("readiness.followers").value;
    if (c.profile.followers > 0 && static_cast<double>(c.profile.followers) < enough) {
        found.push_back({ReasonKind::Caution,
                         number_text(c.profile.followers, c.formats) + " " +
                             audience_word(c.profile.primary_platform) + " are fewer than the " +
                             number_text(static_cast<std::int64_t>(enough), c.formats) +
                             " that a rule of thumb asks for. A close group counts for more."});
    }
    if (c.profile.signals.empty()) {
        found.push_back({ReasonKind::Caution,
                         "You have not said what people ask you for. The promise should be made "
                         "of their questions."});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const ReadinessReason& a, const ReadinessReason& b) {
            return a.kind > b.kind;
        });
    return found;
}

std::string readiness_first_step(const ReadinessCase& c, Verdict verdict, double in_reach) {
    if (!c.has_audience()) {
        return "Put your number of " + engaged_word(c.profile.engaged_source) +
               " into your profile. If there is nobody you can ask yet, ask for an e-mail address "
               "under your next five posts, with one promise of what comes by e-mail, and come "
               "back "
               "with the number of people who signed up.";
    }
    if (!c.has_target()) {
        return "Put the amount that you want to keep each month into your profile.";
    }
    if (c.need.reach == Reach::Beyond) {
        return smaller_goal_step(c, in_reach);
    }
    if (c.profile.hours_per_week < kFewestHours) {
        return "Find at least " + hours_text(c.enough_hours(), c.formats) +
               " a week for two months: drop or delay one regular thing, and tell us which days.";
    }
    if (c.profile.experience == OfferExperience::None) {
        return "Write to 30 people who have answered you and offer ten founding seats. If fewer "
               "than five pay, change the promise or the price before you build more.";
    }
    if (verdict == Verdict::Ready) {
        return "Decide where members meet. Everything else follows from that.";
    }
    return "Sell ten founding seats by hand before opening. They tell you whether " +
           in_hundred(c) + " is true for your " + c.people() + ".";
}

}  // namespace atrium::domain
