#include "core/domain/briefing.h"

#include <algorithm>
#include <vector>

#include "core/domain/eligibility.h"
#include "core/domain/number_text.h"
#include "core/domain/opening_days.h"
#include "core/domain/plan_hours.h"
#include "core/domain/readiness.h"

namespace atrium::domain {

namespace {

std::string line(const std::string& text) {
    return "- " + text + "\n";
}

std::string readiness_lines(const Readiness& answer) {
    std::string text = "# Readiness: " + verdict_label(answer.verdict) + "\n" +
                       line(answer.headline + ". " + answer.sentence);
    for (const ReadinessReason& reason : answer.reasons) {
        text += line(reason.text);
    }
    return text + line("First thing to do: " + answer.first_step);
}

std::string price_lines(const BriefingQuestion& question,
                        const PlatformPlan& plan,
                        const Market& market) {
    const auto options = price_options(question.profile, plan, market);
    if (!options) {
        return line(options.error().message);
    }
    std::string text = "\n# Price options\n";
    for (const PriceOption& option : options.value()) {
        text +=
            line(option.label + (option.recommended ? " (recommended): " : ": ") + option.reason);
    }
    return text;
}

std::string founding_line(const BriefingQuestion& question,
                          const Price& price,
                          const Market& market) {
    const FoundingOffer offer =
        founding_offer(price, question.profile.engaged_audience, question.plan.target, market);
    std::string text = "Founding offer: " + std::to_string(offer.seats) + " seats at " +
                       money_text(offer.price.amount, offer.price.currency) + ", " +
                       percent_text(offer.discount_percent / 100) + " off, kept for " +
                       std::to_string(offer.lock_months) + " months";
    if (offer.closes) {
        text += ", closing " + long_date(*offer.closes);
    }
    return line(text + " (our estimate)");
}

std::string take_home_lines(const Price& price, std::int64_t members, const Market& market) {
    const auto rows = compare_take_home(price, members, market);
    if (!rows) {
        return line(rows.error().message);
    }
    std::string text = "\n# Take-home a month, " + count_text(members, "member", "members") +
                       " at " + money_text(price.amount, price.currency) + "\n";
    for (const TakeHome& row : rows.value()) {
        text += line(row.plan_name + ": keeps " + round_money_text(row.keep.value, row.currency) +
                     " of " + round_money_text(row.revenue, row.currency) + " (plan " +
                     round_money_text(row.plan_fee, row.currency) + ", platform " +
                     round_money_text(row.platform_fee, row.currency) + ", card " +
                     round_money_text(row.card_fee, row.currency) + "; oldest fee of " +
                     row.keep.date + ")");
    }
    return text;
}

std::string condition_lines(const BriefingQuestion& question,
                            const Price& price,
                            std::int64_t members,
                            const Market& market) {
    std::vector<std::string> platforms = {"circle", "discord"};
    if (!question.platform.empty()) {
        platforms = {question.platform};
    }
    std::string text = "\n# Conditions to raise before the platform is decided\n";
    for (const std::string& platform : platforms) {
        for (const EligibilityTrap& trap : eligibility_traps(
                 {platform, question.profile.country, question.profile.currency, price, members},
                 market)) {
            text += line(platform + ", " + trap_level_label(trap.level) + ": " + trap.text + " (" +
                         (trap.our_estimate ? "our estimate, " : "") + trap.source + ", " +
                         trap.date + ")");
        }
    }
    return text;
}

std::string plan_lines(const ScheduleRequest& request) {
    const Schedule plan = schedule(request);
    std::string text =
        "\n# Hours and dates\n" +
        line(hours_text(plan.hours_before_opening) + " of open work before opening, " +
             hours_text(plan.hours_in_all) + " in all, " + hours_text(request.hours_per_week) +
             " a week (task hours are our estimates)") +
        line("Earliest opening: " + long_date(plan.earliest_opening));
    if (plan.target) {
        text += line("Opening day: " + long_date(*plan.target) + ", " +
                     spare_text(plan.hours_to_spare) + ", " + timeline_state_label(plan.state));
    }
    for (const OpeningDay& day : opening_days(request)) {
        text += line("Possible opening day " + long_date(day.date) + ": " +
                     spare_text(day.hours_to_spare) +
                     (day.recommended ? ", recommended"
                      : day.possible  ? ""
                                      : ", too early"));
    }
    for (std::size_t at = 0; at < std::min<std::size_t>(plan.tasks.size(), 6); ++at) {
        const ScheduledTask& task = plan.tasks[at];
        text += line("Next: " + task.id + ", " + hours_text(task.hours) + ", " +
                     iso_from_date(task.start) + " to " + iso_from_date(task.end));
    }
    return text;
}

}  // namespace

std::string figures_briefing(const BriefingQuestion& question) {
    const Market& market = question.basis.market;
    const Result<Readiness> answer = readiness({question.profile, question.basis});
    std::string text;
    if (answer) {
        const Price& price = answer.value().price;
        const std::int64_t members = answer.value().need.members;
        text += readiness_lines(answer.value()) +
                price_lines(question, question.basis.plan, market) +
                founding_line(question, price, market) + take_home_lines(price, members, market) +
                condition_lines(question, price, members, market);
    } else {
        text += "# Readiness\n" + line(answer.error().message);
    }
    return text + plan_lines(question.plan);
}

}  // namespace atrium::domain
