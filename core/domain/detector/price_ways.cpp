#include "core/domain/detector/price_ways.h"

#include <algorithm>

namespace atrium::domain::detector {
namespace {

bool is_price(const Mention& mention) {
    return std::holds_alternative<PricingSlots>(mention.slots);
}

bool has_price(const Mentions& mentions, Span span) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
        return is_price(mention) && mention.span.begin >= span.begin &&
               mention.span.end <= span.end;
    });
}

}  // namespace

bool is_yearly_way(const Mention& mention) {
    const auto* price = std::get_if<PricingSlots>(&mention.slots);
    return price != nullptr && price->interval == "year" && mention.tier_name.empty();
}

bool is_for_founders(const Reading& reading, const Mentions& mentions, std::size_t index) {
    constexpr std::uint32_t kBefore = 4;
    constexpr std::uint32_t kBehind = 3;
    const Span price = mentions[index].span;
    if (!is_price(mentions[index])) {
        return false;
    }
    const Span sentence = reading.sentence_span(reading.sentence_of[price.begin]);
    const std::vector<Hit>& hits = reading.of(Group::Founders);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        const bool here = hit.begin >= sentence.begin && hit.end <= sentence.end;
        // "Founding members 15, everyone else 20" and "20, founding members 15": not across another
        // price, and words before a price are that price's.
        const bool before = hit.end <= price.begin && price.begin - hit.end <= kBefore &&
                            !has_price(mentions, {hit.end, price.begin});
        const bool behind =
            hit.begin >= price.end && hit.begin - price.end <= kBehind &&
            !reading.is_symbol(price.end, ',') &&
            !has_price(mentions, {hit.end, std::min(hit.end + kBefore, sentence.end)});
        return here && (before || behind);
    });
}

}  // namespace atrium::domain::detector
