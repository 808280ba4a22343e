#include "core/domain/guide/currency_meant.h"

#include <array>
#include <string>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/waiting.h"

namespace atrium::domain::guide {
namespace {

constexpr double kMeant = 0.90;
constexpr std::size_t kMostWords = 8;

// The longer names first: "canadian dollars" are no dollars.
struct CurrencyWords {
    std::string_view code;
    std::string_view words;
};

constexpr std::array kCurrencies = {
    CurrencyWords{"CAD", "(canadian dollars|canadian dollar|cad)"},
    CurrencyWords{"AUD", "(australian dollars|australian dollar|aud)"},
    CurrencyWords{"NZD", "(new zealand dollars|nzd)"},
    CurrencyWords{"USD", "(dollars|dollar|bucks|usd)"},
    CurrencyWords{"EUR", "(euros|euro|eur)"},
    CurrencyWords{"GBP", "(pounds|pound|gbp|sterling|quid)"},
    CurrencyWords{"INR", "(rupees|inr)"},
    CurrencyWords{"BRL", "(reais|brl)"},
    CurrencyWords{"JPY", "(yen|jpy)"},
    CurrencyWords{"CHF", "(francs|chf)"},
    CurrencyWords{"SEK", "(swedish kronor|kronor|sek)"},
};

// The currency that a sentence without an amount puts in the place of another one.
std::string currency_meant(const Clause& clause) {
    static const Pattern kNumber("#");
    static const Pattern kCorrects(
        "(meant|mean|make it|make that|should be|should have been|change it|switch|sorry|wait|no|"
        "not|instead|rather|actually)");
    if (clause.question || clause.words.size() > kMostWords || kNumber.found_in(clause.words) ||
        !kCorrects.found_in(clause.words)) {
        return "";
    }
    for (const CurrencyWords& currency : kCurrencies) {
        const std::string words(currency.words);
        const bool ruled_out =
            Pattern("(not|no|isnt|instead of|rather than) (in)? " + words).found_in(clause.words);
        if (Pattern(words).found_in(clause.words) && !ruled_out) {
            return std::string(currency.code);
        }
    }
    return "";
}

std::optional<PricingSlots> price_spoken_of(const Scene& scene) {
    const auto named =
        slots_mentioned(DecisionCategory::Pricing, scene.text, scene.talk.context.today);
    const auto* stands = current_slots<PricingSlots>(*scene.talk.project);
    if (named) {
        const auto& price = std::get<PricingSlots>(*named);
        const bool same = stands != nullptr && stands->amount == price.amount;
        if (price.amount) {
            return same ? *stands : price;
        }
    }
    if (stands != nullptr) {
        return *stands;
    }
    if (const Suggestion* open = open_suggestion(*scene.talk.project, DecisionCategory::Pricing)) {
        return std::get<PricingSlots>(std::get<ProposedDecision>(open->action).slots);
    }
    const auto offered = on_offer(scene, DecisionCategory::Pricing);
    return offered ? std::optional(std::get<PricingSlots>(*offered)) : std::nullopt;
}

}  // namespace

std::optional<ProposedDecision> price_in_currency_meant(const Scene& scene) {
    std::string currency;
    for (const Clause& clause : scene.reading.clauses) {
        const std::string meant = currency_meant(clause);
        currency = meant.empty() ? currency : meant;
    }
    std::optional<PricingSlots> price = currency.empty() ? std::nullopt : price_spoken_of(scene);
    const bool priced = price && (price->amount.value_or(0) > 0 || !price->tiers.empty());
    if (!priced || price->currency == currency) {
        return std::nullopt;
    }
    price->currency = currency;
    return ProposedDecision{*price, "", kMeant};
}

}  // namespace atrium::domain::guide
