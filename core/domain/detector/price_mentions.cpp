#include <algorithm>
#include <optional>

#include "core/domain/detector/free_mentions.h"
#include "core/domain/detector/mentions.h"
#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {
namespace {

struct Price {
    Span span;
    double amount = 0.0;
    std::string currency;
    std::string interval;
    bool bare = false;
};

// "A$" and "US $" are one sign: the letters and the sign touch.
bool is_sign(const Reading& reading, const Hit& hit) {
    const Token& last = reading.tokens[hit.end - 1];
    return hit.end - hit.begin == 1 || last.kind != TokenKind::Symbol || last.glued;
}

const Hit* currency_ending_at(const Reading& reading, std::uint32_t token) {
    const Hit* best = nullptr;
    for (const Hit& hit : reading.of(Group::Currency)) {
        if (hit.end == token && is_sign(reading, hit) &&
            (best == nullptr || hit.begin < best->begin)) {
            best = &hit;
        }
    }
    return best;
}

const Hit* currency_starting_at(const Reading& reading, std::uint32_t token) {
    const Hit* best = longest_hit_at(reading, Group::Currency, token);
    // The sign after a number must touch it, or it belongs to the next amount.
    const bool sign = best != nullptr && reading.tokens[best->begin].kind == TokenKind::Symbol;
    const bool next_amount = sign && !reading.tokens[best->begin].glued &&
                             best->end < reading.tokens.size() &&
                             reading.tokens[best->end].kind == TokenKind::Number;
    return next_amount ? nullptr : best;
}

// Whether a bare number may be a price, judged by what follows: "29 and", but not "29 people".
bool may_end_price(const Reading& reading, std::uint32_t token) {
    if (token >= reading.tokens.size()) {
        return true;
    }
    const Token& next = reading.tokens[token];
    if (next.kind == TokenKind::LineEnd) {
        return true;
    }
    if (next.kind == TokenKind::Symbol) {
        return next.symbol != '%' && next.symbol != '"';
    }
    return next.kind == TokenKind::Word && language().is_in_set(next.word, WordSet::AfterPrice);
}

// "29-39", "between 29 and 39", "29 to 39": a range is no price.
bool in_range(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
    const auto is_amount = [&](std::uint32_t i) {
        return i < reading.tokens.size() && (reading.tokens[i].kind == TokenKind::Number ||
                                             currency_starting_at(reading, i) != nullptr);
    };
    const auto joins = [&](std::uint32_t i) {
        return (reading.is_symbol(i, '-') && reading.tokens[i].glued) ||
               reading.is_symbol(i, '\x07');
    };
    if (joins(end) && is_amount(end + 1)) {
        return true;
    }
    if (begin >= 2 && joins(begin - 1) && reading.tokens[begin - 2].kind == TokenKind::Number) {
        return true;
    }
    const Span clause = reading.clause_span(begin);
    for (std::uint32_t i = clause.begin; i < begin; ++i) {
        if (reading.is_word(i, "between") && begin - i <= 6) {
            return true;
        }
    }
    return false;
}

// "nine euros ninety"
void add_cents(const Reading& reading, Price& price) {
    if (price.span.end >= reading.tokens.size()) {
        return;
    }
    const std::optional<Quantity> cents = quantity_at(reading, price.span.end);
    if (cents && cents->value >= 10.0 && cents->value < 100.0 &&
        !longest_hit_at(reading, Group::Unit, cents->end)) {
        price.amount += cents->value / 100.0;
        price.span.end = cents->end;
    }
}

std::optional<Price> price_at(const Reading& reading, std::uint32_t token) {
    const std::optional<Quantity> quantity = quantity_at(reading, token);
    if (!quantity) {
        return std::nullopt;
    }
    Price price;
    price.span = {token, quantity->end};
    price.amount = quantity->value;
    if (const Hit* sign = currency_ending_at(reading, token)) {
        price.currency = language().name_of(*sign);
        price.span.begin = sign->begin;
    }
    // "nineteen ninety nine"
    if (!quantity->figures && quantity->end < reading.tokens.size()) {
        const std::optional<Quantity> cents = quantity_at(reading, quantity->end);
        if (cents && !cents->figures && cents->value >= 20.0 && cents->value < 100.0) {
            price.amount += cents->value / 100.0;
            price.span.end = cents->end;
        }
    }
    if (const Hit* sign = currency_starting_at(reading, price.span.end);
        sign != nullptr && price.currency.empty()) {
        price.currency = language().name_of(*sign);
        price.span.end = sign->end;
        add_cents(reading, price);
    }
    return price;
}

// The interval said right after the amount ("a month", "/yr", "once").
const Hit* interval_at(const Reading& reading, std::uint32_t token) {
    const Hit* best = longest_hit_at(reading, Group::Interval, token);
    if (best == nullptr && token + 1 < reading.tokens.size()) {
        const bool skippable = reading.is_symbol(token, '(') || reading.is_symbol(token, ',') ||
                               reading.is_word(token, "only") || reading.is_word(token, "just") ||
                               reading.is_word(token, "flat") || reading.is_word(token, "billed");
        best = skippable ? longest_hit_at(reading, Group::Interval, token + 1) : nullptr;
    }
    return best;
}

bool before_format(const Reading& reading, const Hit& hit) {
    for (const Hit& format : reading.of(Group::Format)) {
        if (format.begin >= hit.end && format.begin <= hit.end + 1) {
            return true;
        }
    }
    return false;
}

// An interval said elsewhere in the sentence: "lifetime deal 299", "billed monthly".
std::string distant_interval(const Reading& reading, const Price& price) {
    const Span sentence = reading.sentence_span(reading.sentence_of[price.span.begin]);
    const Hit* best = nullptr;
    std::uint32_t best_distance = 14;
    for (const Hit& hit : reading.of(Group::Interval)) {
        const bool lone_unit = hit.end - hit.begin == 1 && (reading.is_word(hit.begin, "month") ||
                                                            reading.is_word(hit.begin, "m") ||
                                                            reading.is_word(hit.begin, "once"));
        const bool vague =
            lone_unit || reading.is_word(hit.begin, "the") || reading.is_word(hit.begin, "in");
        if (hit.begin < sentence.begin || hit.end > sentence.end || vague ||
            before_format(reading, hit) ||
            (hit.begin > sentence.begin &&
             (reading.is_word(hit.begin - 1, "no") || reading.is_word(hit.begin - 1, "not")))) {
            continue;
        }
        const std::uint32_t gap = hit.begin >= price.span.end
                                      ? hit.begin - price.span.end
                                      : price.span.begin - std::min(price.span.begin, hit.end);
        // "a year 180, monthly 18": the words of the price's own clause are nearer.
        constexpr std::uint32_t kOtherClause = 2;
        const bool apart = reading.clause_of[hit.begin] != reading.clause_of[price.span.begin];
        const std::uint32_t distance = gap + (apart ? kOtherClause : 0);
        if (distance < best_distance) {
            best = &hit;
            best_distance = distance;
        }
    }
    return best == nullptr ? "" : language().name_of(*best);
}

bool is_plausible(const Reading& reading, const Price& price, const Hit* interval) {
    constexpr double kLargestPrice = 1'000'000.0;
    if (price.amount > kLargestPrice) {
        return false;
    }
    if (!price.currency.empty()) {
        return true;
    }
    if (price.span.begin > 0 && reading.is_symbol(price.span.begin - 1, '#')) {
        return false;
    }
    // "every Tuesday at 7 pm"
    constexpr double kHoursOfClock = 12.0;
    if (interval != nullptr && price.amount <= kHoursOfClock && price.span.begin > 0 &&
        reading.is_word(price.span.begin - 1, "at") &&
        (reading.is_word(interval->begin, "pm") || reading.is_word(interval->begin, "p"))) {
        return false;
    }
    if (interval != nullptr && interval->begin == price.span.end) {
        return price.amount >= 3.0;
    }
    // "from day one", "week 2"
    if (price.span.begin > 0 &&
        longest_hit_at(reading, Group::Unit, price.span.begin - 1) != nullptr) {
        return false;
    }
    // "every Thursday at eight"
    constexpr double kHoursOfDay = 24.0;
    const std::uint32_t at = price.span.begin;
    const bool tier = at > 1 && reading.tokens[at - 2].capital &&
                      longest_hit_at(reading, Group::Weekday, at - 2) == nullptr;
    if (at > 1 && price.amount <= kHoursOfDay && reading.is_word(at - 1, "at") && !tier &&
        !language().is_in_set(reading.tokens[at - 2].word, WordSet::PriceAt)) {
        return false;
    }
    if (reading.tokens[price.span.begin].kind == TokenKind::Word && price.span.begin > 0 &&
        language().is_in_set(reading.tokens[price.span.begin - 1].word, WordSet::Determiner)) {
        return false;
    }
    return may_end_price(reading, price.span.end);
}

// "15 for newcomers, 40 for the pros, per month": numbers that say whom they are for, in a sentence
// that says how often, need no more words to be prices.
void explain_bare_prices(const Reading& reading, Mentions& mentions) {
    const auto is_for_someone = [&](const Mention& mention) {
        return std::holds_alternative<PricingSlots>(mention.slots) &&
               reading.is_word(mention.span.end, "for");
    };
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const std::uint32_t sentence = reading.sentence_of[mentions[i].span.begin];
        if (is_for_someone(mentions[i]) && is_for_someone(mentions[i + 1]) &&
            reading.sentence_of[mentions[i + 1].span.begin] == sentence &&
            reading.has(Group::Interval, reading.sentence_span(sentence))) {
            mentions[i].needs_context = false;
            mentions[i + 1].needs_context = false;
        }
    }
}

}  // namespace

void add_price_mentions(const Reading& reading, Mentions& mentions) {
    for (const Clause& clause : reading.clauses) {
        for (std::uint32_t at = clause.begin; at < clause.end; ++at) {
            std::optional<Price> price = price_at(reading, at);
            if (!price || is_taken(mentions, price->span.begin, price->span.end)) {
                continue;
            }
            const Hit* interval = interval_at(reading, price->span.end);
            if (!is_plausible(reading, *price, interval) ||
                in_range(reading, price->span.begin, price->span.end)) {
                at = price->span.end - 1;
                continue;
            }
            price->bare = price->currency.empty() && interval == nullptr;
            price->interval = interval == nullptr ? distant_interval(reading, *price)
                                                  : language().name_of(*interval);
            if (interval != nullptr) {
                price->span.end = interval->end;
            }
            Mention mention;
            mention.span = price->span;
            mention.needs_context = price->bare;
            mention.tier_name = tier_name_before(reading, price->span.begin);
            PricingSlots slots;
            slots.amount = price->amount;
            slots.currency = price->currency;
            slots.interval = price->interval == "none" ? "" : price->interval;
            mention.slots = slots;
            mentions.push_back(mention);
            at = price->span.end - 1;
        }
    }
    explain_bare_prices(reading, mentions);
    add_free_mentions(reading, mentions);
}

}  // namespace atrium::domain::detector
