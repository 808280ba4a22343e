#include "core/domain/detector/price_decision.h"

#include <algorithm>

#include "core/domain/detector/price_ways.h"

namespace atrium::domain::detector {
namespace {

class PriceMerger {
 public:
    PriceMerger(const Reading& reading,
                const Mentions& mentions,
                const std::vector<Commitment>& commitments)
        : reading_(reading), mentions_(mentions), commitments_(commitments) {}

    PricingSlots merged(std::vector<Commitment> kept) const {
        drop_yearly_ways(kept);
        PricingSlots merged = std::get<PricingSlots>(mention(kept.front()).slots);
        std::vector<PriceTier> tiers;
        bool same_interval = true;
        for (const Commitment& commitment : kept) {
            const Mention& price = mention(commitment);
            const auto& slots = std::get<PricingSlots>(price.slots);
            if (is_converted(price, mention(kept.front()))) {
                continue;
            }
            add_tier(tiers, price);
            for (const Mention* sibling : siblings(price)) {
                add_tier(tiers, *sibling);
            }
            merged.currency = merged.currency.empty() ? slots.currency : merged.currency;
            same_interval = same_interval && (slots.interval.empty() || merged.interval.empty() ||
                                              slots.interval == merged.interval);
            merged.interval = merged.interval.empty() ? slots.interval : merged.interval;
        }
        complete(merged);
        if (tiers.size() > 1) {
            merged.amount.reset();
            merged.tiers = tiers;
            merged.interval = same_interval ? merged.interval : "";
        } else if (*merged.amount == 0.0) {
            merged.currency.clear();
            merged.interval.clear();
        }
        return merged;
    }

 private:
    const Mention& mention(const Commitment& commitment) const {
        return mentions_[commitment.mention];
    }

    // "18 a month or 180 a year": the year is another way to pay the price of a month, no tier of its
    // own. Twelve times the month is that price converted, and then the one said first counts.
    void drop_yearly_ways(std::vector<Commitment>& kept) const {
        constexpr double kMonths = 12.0;
        const auto monthly =
            std::find_if(kept.begin(), kept.end(), [&](const Commitment& commitment) {
                const Mention& price = mention(commitment);
                return price.tier_name.empty() &&
                       std::get<PricingSlots>(price.slots).interval == "month";
            });
        if (monthly == kept.end()) {
            return;
        }
        const Mention& month = mention(*monthly);
        const double amount = *std::get<PricingSlots>(month.slots).amount;
        const auto converts = [&](const Commitment& commitment) {
            const Mention& year = mention(commitment);
            return is_yearly_way(year) && year.span.begin < month.span.begin &&
                   *std::get<PricingSlots>(year.slots).amount == amount * kMonths;
        };
        if (std::any_of(kept.begin(), kept.end(), converts)) {
            kept.erase(monthly);
            return;
        }
        std::erase_if(kept, [&](const Commitment& commitment) {
            const Mention& year = mention(commitment);
            return is_yearly_way(year) && *std::get<PricingSlots>(year.slots).amount > amount;
        });
    }

    static void add_tier(std::vector<PriceTier>& tiers, const Mention& price) {
        const double amount = *std::get<PricingSlots>(price.slots).amount;
        const bool known = std::any_of(tiers.begin(), tiers.end(), [&](const PriceTier& tier) {
            return tier.amount == amount;
        });
        if (!known) {
            tiers.push_back({price.tier_name, amount});
        }
    }

    // "€180 a year. That's €15 a month.": the same price told in another way.
    bool is_converted(const Mention& price, const Mention& first) const {
        const auto& slots = std::get<PricingSlots>(price.slots);
        const auto& stated = std::get<PricingSlots>(first.slots);
        return price.tier_name.empty() && !slots.interval.empty() && !stated.interval.empty() &&
               slots.interval != stated.interval &&
               reading_.sentence_of[price.span.begin] != reading_.sentence_of[first.span.begin];
    }

    // "Free for lurkers, 9 euros for the rest": a price of the same sentence that says who it is
    // for, without words of commitment of its own.
    std::vector<const Mention*> siblings(const Mention& price) const {
        std::vector<const Mention*> found;
        for (const Mention& other : mentions_) {
            const auto* slots = std::get_if<PricingSlots>(&other.slots);
            const bool committed = std::any_of(
                commitments_.begin(), commitments_.end(), [&](const Commitment& commitment) {
                    return &mention(commitment) == &other;
                });
            if (slots == nullptr || committed || *slots->amount != 0.0 ||
                reading_.sentence_of[other.span.begin] != reading_.sentence_of[price.span.begin]) {
                continue;
            }
            if (reading_.is_word(other.span.end, "for") || !other.tier_name.empty() ||
                reading_.is_symbol(other.span.end, ',')) {
                found.push_back(&other);
            }
        }
        return found;
    }

    // Currency and interval may have been said with the same amount elsewhere in the message.
    void complete(PricingSlots& price) const {
        for (const Mention& other : mentions_) {
            const auto* slots = std::get_if<PricingSlots>(&other.slots);
            if (slots != nullptr && slots->amount == price.amount) {
                price.currency = price.currency.empty() ? slots->currency : price.currency;
                price.interval = price.interval.empty() ? slots->interval : price.interval;
            }
        }
        // "All monthly."
        for (const Hit& hit : reading_.of(Group::Interval)) {
            const bool alone = !is_taken(mentions_, hit.begin, hit.end) &&
                               !reading_.has(Group::Format, reading_.clause_span(hit.begin));
            const bool adverb =
                hit.end - hit.begin == 1 && !reading_.has(Group::Unit, hit.begin, hit.end);
            if (price.interval.empty() && alone && adverb && language().name_of(hit) != "none") {
                price.interval = language().name_of(hit);
            }
        }
        // "… both in dollars", "Thirty a month. Dollars."
        for (const Hit& hit : reading_.of(Group::Currency)) {
            const bool named = reading_.tokens[hit.begin].kind == TokenKind::Word;
            if (price.currency.empty() && named && !is_taken(mentions_, hit.begin, hit.end)) {
                price.currency = language().name_of(hit);
            }
        }
    }

    const Reading& reading_;
    const Mentions& mentions_;
    const std::vector<Commitment>& commitments_;
};

}  // namespace

PricingSlots merged_price(const Reading& reading,
                          const Mentions& mentions,
                          const std::vector<Commitment>& commitments,
                          const std::vector<Commitment>& kept) {
    return PriceMerger(reading, mentions, commitments).merged(kept);
}

}  // namespace atrium::domain::detector
