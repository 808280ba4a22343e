#include "core/domain/guide/chosen.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

#include "core/domain/guide/words.h"

namespace atrium::domain::guide {
namespace {

constexpr std::size_t kShortAnswer = 9;

// Words in front of a value that only say "yes, this one".
std::string without_lead(std::string text) {
    static const std::vector<std::string> kLeads = {
        "yes", "ok",   "okay", "sure",   "please", "lets", "take", "go",    "with", "record",
        "use", "make", "it",   "choose", "pick",   "i",    "will", "ill",   "want", "we",
        "the", "do",   "then", "great",  "good",   "open", "on",   "prefer"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string& lead : kLeads) {
            if (text.starts_with(lead + " ")) {
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
        Pattern("(do|take|follow) (all|everything) (that)? you (recommend|recommended|suggest|"
                "suggested|said|say)"),
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

// "€29" is not the "$29" that was offered.
bool names_other_currency(const Choice& choice, std::string_view answer) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSigns = {{
        {"$", "USD CAD AUD NZD BRL"},
        {"€", "EUR"},
        {"£", "GBP"},
        {"₹", "INR"},
        {"¥", "JPY"},
    }};
    const auto* price = std::get_if<PricingSlots>(&choice.slots);
    return price != nullptr && std::any_of(kSigns.begin(), kSigns.end(), [&](const auto& sign) {
               return answer.find(sign.first) != std::string_view::npos &&
                      sign.second.find(price->currency) == std::string_view::npos;
           });
}

}  // namespace

const Choice* chosen(const std::vector<Choice>& choices, std::string_view answer) {
    const std::vector<std::string> words = words_of(answer);
    const std::string value = without_lead(plain(answer));
    for (const Choice& choice : choices) {
        const bool same =
            value == without_lead(plain(choice.reply)) || value == plain(choice.label);
        if (same && !names_other_currency(choice, answer)) {
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
