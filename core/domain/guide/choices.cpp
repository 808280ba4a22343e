#include "core/domain/guide/choices.h"

#include <algorithm>
#include <cassert>

#include "core/domain/decision_words.h"
#include "core/domain/guide/words.h"
#include "core/domain/plan_hours.h"

namespace atrium::domain::guide {
namespace {

constexpr double kFewHours = 5;
constexpr double kVeryFewHours = 4;
constexpr std::int64_t kFewMembers = 50;
constexpr std::int64_t kManyMembers = 200;

bool mentions(const std::string& text, std::string_view word) {
    return plain(text).find(word) != std::string::npos;
}

std::string recommended_structure(const Talk& talk, const Numbers& numbers) {
    const CreatorProfile& profile = *talk.profile;
    if (profile.hours_per_week < kFewHours || numbers.need.members_base < kFewMembers) {
        return "small";
    }
    const bool sells_again = profile.experience == OfferExperience::Recurring;
    return sells_again && numbers.need.members_base >= kManyMembers ? "two-tiers" : "standard";
}

std::string recommended_content(const Talk& talk) {
    const CreatorProfile& profile = *talk.profile;
    if (profile.hours_per_week < kVeryFewHours) {
        return "weekly-q-and-a";
    }
    const bool teaches = mentions(profile.other_income, "workshop") ||
                         mentions(profile.other_income, "course") ||
                         mentions(profile.niche, "teach");
    if (teaches && profile.hours_per_week >= kFewHours) {
        return "biweekly-workshop";
    }
    const bool writes = profile.primary_platform == AudiencePlatform::Newsletter;
    return writes && profile.hours_per_week <= kFewHours ? "weekly-q-and-a" : "weekly-live-call";
}

Choice from_template(const DecisionOption& option, const Facts& facts) {
    Choice choice;
    choice.label = option.label;
    choice.reply = option.label;
    choice.reason = filled(option.reason, facts);
    choice.slots = option.slots;
    return choice;
}

std::vector<Choice> template_choices(DecisionCategory category,
                                     const std::string& recommended_id,
                                     const Facts& facts) {
    std::vector<Choice> choices;
    for (const DecisionOption& option : built_in_template().decision(category).options) {
        Choice choice = from_template(option, facts);
        choice.recommended = option.id == recommended_id;
        if (choice.recommended) {
            choice.because = phrase("because." + option.id, facts, 0);
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

std::vector<Choice> platform_choices(const Talk& talk, const Numbers& numbers, const Facts& facts) {
    const std::string best = recommended_platform(talk, numbers);
    std::vector<Choice> choices = template_choices(DecisionCategory::Platform, best, facts);
    const bool listed_best = std::any_of(
        choices.begin(), choices.end(), [](const Choice& choice) { return choice.recommended; });
    if (!listed_best) {
        Choice choice;
        choice.slots = PlatformSlots{best};
        choice.label = decision_label(choice.slots);
        choice.reason = phrase("option." + best, facts, 0);
        choice.recommended = true;
        choices.back() = std::move(choice);
    }
    for (Choice& choice : choices) {
        choice.reply = "Take " + choice.label;
    }
    std::stable_partition(
        choices.begin(), choices.end(), [](const Choice& choice) { return choice.recommended; });
    return choices;
}

std::vector<Choice> price_choices(const Numbers& numbers) {
    std::vector<Choice> choices;
    for (const PriceOption& option : numbers.prices) {
        Choice choice;
        choice.label = option.label;
        choice.reply = "Take " + option.label;
        choice.reason = option.reason;
        choice.slots = PricingSlots{option.price.amount, option.price.currency, "month", {}};
        choice.recommended = option.recommended;
        choices.push_back(std::move(choice));
    }
    return choices;
}

std::vector<Choice> structure_choices(const Talk& talk,
                                      const Numbers& numbers,
                                      const Facts& facts) {
    std::vector<Choice> choices =
        template_choices(DecisionCategory::Structure, recommended_structure(talk, numbers), facts);
    for (Choice& choice : choices) {
        choice.label = in_room_words(*talk.project, choice.label);
        choice.reply = in_room_words(*talk.project, choice.reply);
    }
    return choices;
}

std::vector<Choice> date_choices(const Numbers& numbers, const Facts& facts) {
    std::vector<Choice> choices;
    for (const OpeningDay& day : numbers.days) {
        Facts of_day = facts;
        of_day["day_spare"] = hours_words(std::max(in_halves(day.hours_to_spare), 0.0));
        Choice choice;
        choice.label = short_date(day.date);
        choice.reply = "Take " + day_month(day.date);
        choice.reason = phrase(day.recommended ? "option.date.recommended"
                               : day.possible  ? "option.date.possible"
                                               : "option.date.early",
                               of_day,
                               0);
        choice.slots = TimelineSlots{day.date, std::nullopt, std::nullopt};
        choice.recommended = day.recommended;
        choice.possible = day.possible;
        choices.push_back(std::move(choice));
    }
    return choices;
}

}  // namespace

std::vector<Choice> choices_for(DecisionCategory category,
                                const Talk& talk,
                                const Numbers& numbers,
                                const Facts& facts) {
    std::vector<Choice> choices;
    switch (category) {
        case DecisionCategory::Platform:
            choices = platform_choices(talk, numbers, facts);
            break;
        case DecisionCategory::Pricing:
            choices = price_choices(numbers);
            break;
        case DecisionCategory::Structure:
            choices = structure_choices(talk, numbers, facts);
            break;
        case DecisionCategory::Timeline:
            choices = date_choices(numbers, facts);
            break;
        case DecisionCategory::Content:
            choices = template_choices(category, recommended_content(talk), facts);
            break;
    }
    assert(!choices.empty());
    return choices;
}

const Choice& recommended(const std::vector<Choice>& choices) {
    const auto found = std::find_if(
        choices.begin(), choices.end(), [](const Choice& choice) { return choice.recommended; });
    return found == choices.end() ? choices.front() : *found;
}

std::vector<std::string> replies_of(const std::vector<Choice>& choices) {
    std::vector<std::string> replies = {recommended(choices).reply};
    for (const Choice& choice : choices) {
        if (choice.reply != replies.front()) {
            replies.push_back(choice.reply);
        }
    }
    return replies;
}

std::vector<std::string> replies_without(std::vector<Choice> choices, const DecisionSlots& slots) {
    choices.erase(std::remove_if(choices.begin(),
                                 choices.end(),
                                 [&](const Choice& choice) { return choice.slots == slots; }),
                  choices.end());
    return choices.empty() ? std::vector<std::string>{} : replies_of(choices);
}

}  // namespace atrium::domain::guide
