#include "core/domain/guide/choices.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/domain/guide/words.h"

namespace atrium::domain::guide {
namespace {

constexpr double kFewHours = 5;
constexpr double kVeryFewHours = 4;
constexpr std::size_t kShortAnswer = 9;
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
    const auto* platform = current_slots<PlatformSlots>(*talk.project);
    for (Choice& choice : choices) {
        const std::size_t at = choice.label.find("channels");
        if (platform != nullptr && platform->name == "circle" && at != std::string::npos) {
            choice.label.replace(at, std::string_view("channels").size(), "spaces");
            choice.reply = choice.label;
        }
    }
    return choices;
}

std::vector<Choice> date_choices(const Numbers& numbers, const Facts& facts) {
    std::vector<Choice> choices;
    for (const OpeningDay& day : numbers.days) {
        Facts of_day = facts;
        of_day["day_spare"] = hours_words(std::floor(std::max(day.hours_to_spare, 0.0)));
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
        choices.push_back(std::move(choice));
    }
    return choices;
}

// Words in front of a value that only say "yes, this one".
std::string without_lead(std::string text) {
    static const std::vector<std::string> kLeads = {
        "yes", "ok",   "okay", "sure",   "please", "lets", "take", "go",    "with", "record",
        "use", "make", "it",   "choose", "pick",   "i",    "will", "ill",   "want", "we",
        "the", "do",   "then", "great",  "good",   "open", "on",   "prefer"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string& lead : kLeads) {
            if (text.rfind(lead + " ", 0) == 0) {
                text.erase(0, lead.size() + 1);
                again = true;
            }
        }
    }
    return text;
}

// "the second one", "option 2", "number three": the place, counted from 0.
std::optional<std::size_t> place_in(std::string_view answer, std::size_t count) {
    static const std::vector<Pattern> kPlaces = {
        Pattern("^ (the|take|option|number|choice|i|want|with|go|ok|yes)? (the|take|want)? "
                "(first|1st|former|top) (one|option|choice)? please? $"),
        Pattern("^ (the|take|option|number|choice|i|want|with|go|ok|yes)? (the|take|want)? "
                "(second|2nd|middle) (one|option|choice)? please? $"),
        Pattern("^ (the|take|option|number|choice|i|want|with|go|ok|yes)? (the|take|want)? "
                "(third|3rd) (one|option|choice)? please? $"),
    };
    static const Pattern kLast("^ (the|take)? (the)? (last|bottom|latter) (one|option|choice)? $");
    static const Pattern kNumbered(
        "^ (the|take|go with)? (option|number|choice|no) (1|2|3|one|two|three) $");
    const std::vector<std::string> words = words_of(answer);
    for (std::size_t place = 0; place < kPlaces.size(); ++place) {
        if (kPlaces[place].found_in(words)) {
            return place;
        }
    }
    if (kLast.found_in(words)) {
        return count - 1;
    }
    if (kNumbered.found_in(words)) {
        const std::string& word = words.back();
        return word == "1" || word == "one" ? 0 : word == "2" || word == "two" ? 1 : 2;
    }
    return std::nullopt;
}

bool means_recommended(const std::vector<std::string>& words) {
    static const std::vector<Pattern> kTrust = {
        Pattern("^ (ok|okay|yes|lets|i|please|then)? (go|take|do|use|follow|trust|ill|well|want)? "
                "(take|go|do|use|with)? (your|the) (recommendation|suggestion|advice|pick|choice|"
                "recommended|proposal|recommended one|recommended option)"),
        Pattern("^ (as|like|what|whatever) you (recommend|recommended|suggest|suggested|said|say|"
                "think|advise|would do|would|propose|proposed)"),
        Pattern("(do|take) what you (recommend|suggest|said|say|would)"),
        Pattern("^ (go|goes) with (that|this|it|yours)"),
        Pattern("^ (same as|i trust) (you|your)"),
        Pattern("^ (ok|okay|yes|fine)? (ill|lets|i|we|well)? take (it|that|this) $"),
    };
    static const Pattern kRecommended(
        "(recommended|recommendation|suggested|suggestion) (one|option|date|day|price|number)? $");
    static const Pattern kAgainst("(not|dont|why|another|other|no|but|except)");
    if (words.size() <= kShortAnswer && kRecommended.found_in(words) && !kAgainst.found_in(words)) {
        return true;
    }
    return std::any_of(kTrust.begin(), kTrust.end(), [&](const Pattern& pattern) {
        return pattern.found_in(words);
    });
}

// "the cheaper one", "the later date": compares by place, because prices and days are in order.
std::optional<std::size_t> by_comparison(const std::vector<Choice>& choices,
                                         const std::vector<std::string>& words) {
    struct Comparison {
        DecisionCategory category;
        Pattern less;
        Pattern more;
    };

    const auto pattern = [](const std::string& comparatives) {
        return Pattern("^ (ill|id|i|lets)? (take|go|rather|with|something)? (the|with)? (" +
                       comparatives + ") (one|price|date|day|option)? please? $");
    };
    static const std::vector<Comparison> kComparisons = {
        {DecisionCategory::Pricing,
         pattern("cheaper|cheapest|lower|lowest|smaller|smallest"),
         pattern("higher|highest|dearer|most expensive|more expensive|bigger|biggest")},
        {DecisionCategory::Timeline,
         pattern("earlier|earliest|sooner|soonest|first"),
         pattern("later|latest|last")},
        {DecisionCategory::Structure,
         pattern("smaller|smallest|simpler|simplest|fewer|fewest"),
         pattern("bigger|biggest|larger|largest")},
    };
    for (const Comparison& comparison : kComparisons) {
        if (comparison.category != category_of(choices.front().slots)) {
            continue;
        }
        if (comparison.less.found_in(words)) {
            return 0;
        }
        if (comparison.more.found_in(words)) {
            return choices.size() - 1;
        }
    }
    return std::nullopt;
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

const Choice* chosen(const std::vector<Choice>& choices, std::string_view answer) {
    const std::vector<std::string> words = words_of(answer);
    const std::string value = without_lead(plain(answer));
    for (const Choice& choice : choices) {
        if (value == without_lead(plain(choice.reply)) || value == plain(choice.label)) {
            return &choice;
        }
    }
    if (means_recommended(words)) {
        return &recommended(choices);
    }
    std::optional<std::size_t> place = place_in(answer, choices.size());
    if (!place) {
        place = by_comparison(choices, words);
    }
    return place && *place < choices.size() ? &choices[*place] : nullptr;
}

}  // namespace atrium::domain::guide
