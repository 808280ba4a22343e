#include "core/domain/guide/facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/domain/decision_words.h"
#include "core/domain/forecast.h"
#include "core/domain/number_text.h"
#include "core/domain/places.h"
#include "core/domain/plan_hours.h"
#include "core/protocol/ascii.h"

namespace atrium::domain::guide {
namespace {

std::string first_name(const std::string& name) {
    const std::size_t blank = name.find(' ');
    return name.substr(0, blank);
}

std::string away_words(const std::vector<Absence>& away, Date today) {
    std::vector<std::string> spans;
    for (const Absence& absence : away) {
        if (absence.last < today) {
            continue;
        }
        const Civil first = civil_from_date(absence.first);
        const Civil last = civil_from_date(absence.last);
        const bool one_month = first.month == last.month && first.year == last.year;
        spans.push_back(absence.first == absence.last
                            ? "on " + day_month(absence.first)
                            : (one_month ? std::to_string(first.day) : day_month(absence.first)) +
                                  " to " + day_month(absence.last));
    }
    return listed(spans);
}

// A stated duration is shown with the day it ends on.
std::string day_label(const Talk& talk, const TimelineSlots& slots) {
    const std::string label = decision_label(slots);
    if (slots.date || (!slots.weeks && !slots.days)) {
        return label;
    }
    const Decision* current = current_decision(*talk.project, DecisionCategory::Timeline);
    const bool stands = current != nullptr && current->slots == DecisionSlots(slots);
    const Date from = stands ? current->on : talk.context.today;
    const Date day{from.days + slots.weeks.value_or(0) * 7 + slots.days.value_or(0)};
    return short_date(day) + ", " + label;
}

// What is counted from the people who can be asked: nothing where their number is not given, so that
// the part of a phrase that needs it falls out.
std::string known_or_empty(const CreatorProfile& profile, std::string counted) {
    return profile.engaged_audience > 0 ? std::move(counted) : std::string();
}

void add_profile(Facts& facts, const Talk& talk, const Numbers& numbers) {
    const CreatorProfile& profile = *talk.profile;
    facts["name"] = first_name(profile.name);
    facts["full_name"] = profile.name;
    facts["community"] = profile.community_name.empty() ? "the community" : profile.community_name;
    facts["followers"] = profile.followers > 0 ? number_text(profile.followers) : "";
    facts["audience_word"] = audience_word(profile.primary_platform);
    facts["primary"] = platform_label(profile.primary_platform);
    facts["handle"] = profile.handle;
    facts["engaged"] = known_or_empty(profile, number_text(profile.engaged_audience));
    facts["audience_missing"] = profile.engaged_audience > 0 ? "" : "yes";
    facts["engaged_word"] = engaged_word(profile.engaged_source);
    facts["engaged_short"] = engaged_short_word(profile.engaged_source);
    facts["niche"] = profile.niche;
    facts["niche_lower"] = profile.niche.empty() ? "your topic" : in_sentence(profile.niche);
    facts["country"] = country_in_sentence(profile.country);
    facts["voice"] = profile.voice;
    facts["hours_week"] = hours_words(profile.hours_per_week);
    const bool has_many = profile.hours_per_week > 4.5;
    facts["other_hours"] = hours_words(has_many ? 4 : profile.hours_per_week + 3);
    const ConversionNeed reach = conversion_need(0, profile.engaged_audience, numbers.market);
    const bool small = profile.hours_per_week < 5 || reach.members_base < 50;
    facts["usual_channels"] = small ? "5" : "8";
    facts["away"] = away_words(profile.away, talk.context.today);
    std::vector<std::string> signals;
    std::vector<std::string> bold;
    for (const std::string& signal : profile.signals) {
        signals.push_back(in_sentence(signal));
        bold.push_back("**" + signals.back() + "**");
    }
    facts["signals"] = listed(signals);
    facts["signals_bold"] = listed(bold);
    for (std::size_t i = 0; i < 3; ++i) {
        const std::vector<std::string> fallback = {"questions", "work in progress", "results"};
        facts["signal_" + std::to_string(i + 1)] = i < signals.size() ? signals[i] : fallback[i];
    }
}

void add_money(Facts& facts, const Talk& talk, const Numbers& numbers) {
    const std::string& currency = numbers.price.currency;
    facts["currency"] = currency;
    facts["target"] = round_money_text(numbers.target, numbers.currency);
    facts["price_each"] =
        money_text(numbers.price.amount, currency) + (numbers.averages_tiers ? " on average" : "");
    facts["compare_price"] = facts["price_each"];
    facts["compare_members"] = number_text(numbers.compare_members);
    facts["compare_revenue"] = round_money_text(
        numbers.price.amount * static_cast<double>(numbers.compare_members), currency);
    for (const TakeHome& row : numbers.take_home) {
        const std::string platform = built_in_market().plan(row.plan_id)->platform;
        facts[platform + "_keep"] = round_money_text(row.keep.value, currency);
        facts[platform + "_monthly"] = round_money_text(row.plan_fee, currency);
    }
    if (const TakeHome* row = numbers.take_home_of(numbers.plan->platform)) {
        facts["platform_keep"] = round_money_text(row->keep.value, currency);
    }
    facts["members_needed"] = number_text(numbers.need.members);
    const CreatorProfile& profile = *talk.profile;
    facts["need_share"] = known_or_empty(profile, percent_text(numbers.need.share));
    facts["members_needed_or_some"] =
        numbers.need.members > 0 ? number_text(numbers.need.members) : "a few";
    const FoundingOffer offer = founding_offer(
        numbers.price, profile.engaged_audience, target_date(*talk.project), numbers.market);
    facts["founding_seats"] = number_text(offer.seats);
    facts["founding_price"] = money_text(offer.price.amount, offer.price.currency);
    facts["founding_close"] = offer.closes ? long_date(*offer.closes) : "";
}

// What the forecast's cases come to, so that the guide names no other number than the chart.
void add_forecast(Facts& facts, const Talk& talk) {
    const Result<Assumptions> basis = assumptions_of(*talk.workspace, *talk.project, talk.context);
    const Result<std::array<ForecastYear, 3>> cases =
        basis ? forecast_cases(basis.value()) : Result<std::array<ForecastYear, 3>>(basis.error());
    for (const ForecastCase which : {ForecastCase::Low, ForecastCase::Base, ForecastCase::High}) {
        const auto count = [&](std::int64_t members) {
            return known_or_empty(*talk.profile, number_text(members));
        };
        const std::vector<ForecastMonth> months =
            cases ? cases.value()[static_cast<std::size_t>(which)].months
                  : std::vector<ForecastMonth>(kForecastMonths);
        const std::string id = case_id(which);
        facts["members_" + id] = count(months.back().members);
        facts["opening_" + id] = count(months.front().members);
        facts["keep_" + id] =
            basis ? round_money_text(months.back().keep, basis.value().currency) : "";
    }
}

// "3", to be followed by "in 100": the published shares, or the creator's own.
void add_shares(Facts& facts, const Market& market) {
    const Figure& conversion = market.figure("conversion");
    facts["share_low"] = decimal_text(conversion.low);
    facts["share_base"] = decimal_text(conversion.value);
    facts["share_high"] = decimal_text(conversion.high);
    const double churn = market.figure("churn").value;
    facts["churn_share"] = decimal_text(churn);
    facts["stay_months"] = churn > 0 ? number_text(std::llround(100 / churn)) : "many";
}

void add_decisions(Facts& facts, const Talk& talk, const Numbers& numbers) {
    const Project& project = *talk.project;
    for (const DecisionCategory category : kDecisionCategories) {
        const Decision* decision = current_decision(project, category);
        facts[category_id(category)] = decision == nullptr ? "" : label_of(talk, decision->slots);
    }
    facts["price"] = facts["pricing"];
    facts["price_or_option"] = facts["pricing"].empty() ? facts["price_each"] : facts["pricing"];
    facts["forecast_platform"] = facts["platform"].empty() ? numbers.plan->name : facts["platform"];
    const std::optional<Date> date = target_date(project);
    facts["date"] = date ? long_date(*date) : "";
    facts["date_or_opening"] = date ? day_month(*date) : "opening day";
    facts["tomorrow"] = day_month(Date{talk.context.today.days + 1});
}

void add_plan(Facts& facts, const Talk& talk, const Numbers& numbers) {
    const Schedule& plan = numbers.schedule;
    const auto open = std::count_if(
        numbers.request.tasks.begin(), numbers.request.tasks.end(), [](const PlannedTask& task) {
            return !task.done && !task.skipped;
        });
    facts["tasks_total"] = number_text(static_cast<std::int64_t>(numbers.request.tasks.size()));
    facts["tasks_left"] = count_text(open, "task", "tasks");
    facts["hours_before"] = hours_words(plan.hours_before_opening);
    facts["hours_before_opening"] = facts["hours_before"];
    facts["hours_left"] = facts["hours_before"];
    facts["hours_available"] = hours_words(in_halves(plan.hours_available));
    facts["spare"] = hours_words(std::max(in_halves(plan.hours_to_spare), 0.0));
    facts["short"] = hours_words(std::max(-in_halves(plan.hours_to_spare), 0.0));
    facts["earliest"] = long_date(plan.earliest_opening);
    for (const OpeningDay& day : numbers.days) {
        if (day.recommended) {
            facts["comfortable"] = long_date(day.date);
        }
    }
    facts["minutes_used"] = std::to_string(std::min(talk.minutes_used + 1, 999));
    facts["minutes_left"] = std::to_string(minutes_left(talk));
    facts["minutes_left_words"] = count_text(minutes_left(talk), "minute is", "minutes are");
}

}  // namespace

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    }
    return text;
}

std::string in_sentence(const std::string& words) {
    std::string text = words;
    const bool abbreviation =
        text.size() > 1 && ascii::is_upper(text[0]) && ascii::is_upper(text[1]);
    if (!text.empty() && ascii::is_upper(text[0]) && !abbreviation) {
        text[0] = ascii::lower(text[0]);
    }
    return text;
}

std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    }
    return words;
}

std::string hours_words(double hours) {
    const double rounded = std::round(hours * 2) / 2;
    const auto whole = static_cast<std::int64_t>(rounded);
    const bool half = rounded - static_cast<double>(whole) > 0.25;
    return number_text(whole) + (half ? ".5" : "") + (whole == 1 && !half ? " hour" : " hours");
}

std::string category_words(DecisionCategory category) {
    return in_sentence(built_in_template().decision(category).title);
}

std::string label_of(const Talk& talk, const DecisionSlots& slots) {
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        return day_label(talk, *timeline);
    }
    std::string label = decision_label(*talk.project, slots);
    for (const std::string_view small : {"Q&a", "q&a"}) {
        const std::size_t question = label.find(small);
        if (question != std::string::npos) {
            label.replace(question, small.size(), "Q&A");
        }
    }
    return label;
}

Facts label_facts(const Talk& talk, const DecisionSlots& slots) {
    const std::string label = label_of(talk, slots);
    return {{"Label", label}, {"label", label_in_sentence(slots, label)}};
}

Facts facts_of(const Talk& talk, const Numbers& numbers) {
    Facts facts;
    add_profile(facts, talk, numbers);
    add_shares(facts, numbers.market);
    add_money(facts, talk, numbers);
    add_forecast(facts, talk);
    add_decisions(facts, talk, numbers);
    add_plan(facts, talk, numbers);
    return facts;
}

}  // namespace atrium::domain::guide
