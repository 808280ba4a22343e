#include "core/domain/eligibility.h"

#include <algorithm>

#include "core/domain/places.h"
#include "core/domain/plan_template.h"

namespace atrium::domain {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// What is known of the money of one month, in dollars; nothing where it cannot be known yet.
struct MonthInUsd {
    std::optional<double> price;
    std::optional<double> revenue;
    std::optional<double> fixed_cost;
};

MonthInUsd month_of(const EligibilityQuestion& question, const Market& market) {
    MonthInUsd month;
    if (question.price) {
        if (const auto usd = usd_from(question.price->amount, question.price->currency, market)) {
            month.price = usd.value();
        }
    }
    if (month.price && question.members) {
        month.revenue = *month.price * static_cast<double>(*question.members);
    }
    const PlatformPlan* plan = market.plan_for(question.platform);
    if (plan && !plan->monthly.empty()) {
        month.fixed_cost = market.figure(plan->monthly).value;
    }
    return month;
}

bool concerns_place(const EligibilityRule& rule, const EligibilityQuestion& question) {
    if (!rule.countries_only.empty() && !contains(rule.countries_only, question.country)) {
        return false;
    }
    return !contains(rule.countries_except, question.country) &&
           !contains(rule.currencies_except, question.currency);
}

bool concerns_money(const EligibilityRule& rule, const MonthInUsd& month) {
    if (rule.price_below_usd || rule.price_above_usd) {
        const bool low =
            month.price && rule.price_below_usd && *month.price < *rule.price_below_usd;
        const bool high =
            month.price && rule.price_above_usd && *month.price > *rule.price_above_usd;
        if (!low && !high) {
            return false;
        }
    }
    if (rule.monthly_revenue_below_usd) {
        if (!month.revenue || *month.revenue >= *rule.monthly_revenue_below_usd) {
            return false;
        }
    }
    if (rule.fixed_cost_share_above_percent) {
        if (!month.revenue || !month.fixed_cost ||
            *month.fixed_cost * 100 <= *month.revenue * *rule.fixed_cost_share_above_percent) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::vector<EligibilityTrap> eligibility_traps(const EligibilityQuestion& question,
                                               const Market& market) {
    const MonthInUsd month = month_of(question, market);
    const Placeholders words = {{"country", country_in_sentence(question.country)},
                                {"currency", question.currency}};
    std::vector<EligibilityTrap> traps;
    for (const EligibilityRule& rule : market.eligibility) {
        if (contains(rule.platforms, question.platform) && concerns_place(rule, question) &&
            concerns_money(rule, month)) {
            traps.push_back({rule.id,
                             rule.level,
                             rule.title,
                             fill_placeholders(rule.text, words),
                             rule.source,
                             rule.date,
                             rule.our_estimate});
        }
    }
    std::stable_sort(
        traps.begin(), traps.end(), [](const EligibilityTrap& a, const EligibilityTrap& b) {
            return a.level < b.level;
        });
    return traps;
}

std::string trap_level_label(TrapLevel level) {
    switch (level) {
        case TrapLevel::Blocks:
            return "not possible";
        case TrapLevel::CheckFirst:
            return "check first";
        case TrapLevel::GoodToKnow:
            return "good to know";
    }
    return "";
}

}  // namespace atrium::domain
