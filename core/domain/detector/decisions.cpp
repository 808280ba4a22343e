#include <algorithm>
#include <map>
#include <optional>

#include "core/domain/detector/commitments.h"

namespace atrium::domain::detector {
namespace {

constexpr double kAccepted = 0.9;  // a suggestion is taken without repeating its value

class Merger {
 public:
    Merger(const Reading& reading,
           const Moods& moods,
           const Mentions& mentions,
           const std::vector<Commitment>& commitments,
           Speaker speaker)
        : reading_(reading),
          moods_(moods),
          mentions_(mentions),
          commitments_(commitments),
          speaker_(speaker) {}

    std::optional<DetectedDecision> merged(DecisionCategory category) const {
        const std::vector<Commitment> kept = standing(category);
        if (kept.empty()) {
            return std::nullopt;
        }
        switch (category) {
            case DecisionCategory::Platform:
                return one_platform(kept);
            case DecisionCategory::Pricing:
                return price_or_tiers(kept);
            case DecisionCategory::Structure:
                return all_counts(kept);
            case DecisionCategory::Timeline:
                return one_day(kept);
            case DecisionCategory::Content:
                return one_format(kept);
        }
        return std::nullopt;
    }

    // "Go with your channel list": the structure as proposed, without numbers of its own.
    std::optional<DetectedDecision> accepted_structure() const {
        constexpr std::uint32_t kReach = 5;
        for (const Hit& topic : reading_.of(Group::Topic)) {
            if (language().name_of(topic) == "structure" && is_taken_over(topic)) {
                return DetectedDecision{StructureSlots{}, kAccepted};
            }
        }
        for (const Hit& accept : reading_.of(Group::Accept)) {
            for (const Hit& topic : reading_.of(Group::Topic)) {
                if (language().name_of(topic) != "structure" || topic.end <= accept.begin ||
                    reading_.sentence_of[topic.begin] != reading_.sentence_of[accept.begin] ||
                    (topic.begin > accept.end ? topic.begin - accept.end : 0) > kReach) {
                    continue;
                }
                if (is_firm(accept.begin)) {
                    return DetectedDecision{StructureSlots{}, kAccepted};
                }
            }
        }
        return std::nullopt;
    }

 private:
    bool is_firm(std::uint32_t token) const {
        return !moods_.is_question(token) && !moods_.hangs_on(Group::Condition, token) &&
               !moods_.hangs_on(Group::Doubt, token) && !moods_.hangs_on(Group::Negation, token);
    }

    // "The layout you drew is great, we'll take it": the guide's own proposal, then words that
    // take it up in this sentence or the next.
    bool is_taken_over(const Hit& topic) const {
        const auto before = [&](std::string_view word) {
            return topic.begin > 0 && reading_.is_word(topic.begin - 1, word);
        };
        const bool praised = before("the") && is_praised(topic);
        const bool proposed = before("your") || before("that") || before("this") || praised ||
                              reading_.is_word(topic.end, "you");
        if (!proposed || !is_firm(topic.begin)) {
            return false;
        }
        const std::uint32_t own = reading_.sentence_of[topic.begin];
        for (const Hit& back : reading_.of(Group::CommitBack)) {
            const std::uint32_t sentence = reading_.sentence_of[back.begin];
            if (back.begin >= topic.end && (sentence == own || sentence == own + 1) &&
                is_firm(back.begin)) {
                return true;
            }
        }
        return false;
    }

    bool is_praised(const Hit& topic) const {
        const Span clause = reading_.clause_span(topic.begin);
        for (std::uint32_t i = topic.end; i < clause.end; ++i) {
            if (language().is_in_set(reading_.tokens[i].word, WordSet::Praise)) {
                return true;
            }
        }
        return false;
    }

    const Mention& mention(const Commitment& commitment) const {
        return mentions_[commitment.mention];
    }

    // The commitments of the category that no later change of mind in the message replaces.
    std::vector<Commitment> standing(DecisionCategory category) const {
        std::vector<Commitment> kept;
        for (const Commitment& commitment : commitments_) {
            if (category_of(mention(commitment).slots) == category) {
                kept.push_back(commitment);
            }
        }
        if (kept.size() < 2) {
            return kept;
        }
        const std::uint32_t last = mention(kept.back()).span.begin;
        std::uint32_t turn = 0;
        for (const Hit& hit : reading_.of(Group::Correction)) {
            turn = hit.begin < last ? std::max(turn, hit.begin) : turn;
        }
        kept.erase(
            std::remove_if(kept.begin(),
                           kept.end(),
                           [&](const Commitment& old) { return mention(old).span.begin < turn; }),
            kept.end());
        return kept;
    }

    static double highest(const std::vector<Commitment>& kept) {
        double best = 0.0;
        for (const Commitment& commitment : kept) {
            best = std::max(best, commitment.confidence);
        }
        return best;
    }

    // Of the surest the last, because people correct themselves; an assistant names the value that
    // it recorded first and others by the way.
    const Commitment& surest(const std::vector<Commitment>& kept) const {
        const bool last = speaker_ == Speaker::User;
        const Commitment* best = &kept.front();
        for (const Commitment& commitment : kept) {
            const bool surer = commitment.confidence > best->confidence;
            const bool as_sure = commitment.confidence == best->confidence;
            best = surer || (last && as_sure) ? &commitment : best;
        }
        return *best;
    }

    DetectedDecision one_platform(const std::vector<Commitment>& kept) const {
        const Commitment& best = surest(kept);
        const bool rivals = std::any_of(kept.begin(), kept.end(), [&](const Commitment& other) {
            return !(mention(other).slots == mention(best).slots);
        });
        return {mention(best).slots, rivals ? std::min(best.confidence, 0.75) : best.confidence};
    }

    DetectedDecision price_or_tiers(const std::vector<Commitment>& kept) const {
        PricingSlots merged = std::get<PricingSlots>(mention(kept.front()).slots);
        std::vector<PriceTier> tiers;
        bool same_interval = true;
        for (const Commitment& commitment : kept) {
            const Mention& price = mention(commitment);
            const auto& slots = std::get<PricingSlots>(price.slots);
            if (is_converted(price, mention(kept.front()))) {
                continue;
            }
            const auto known = std::find_if(tiers.begin(), tiers.end(), [&](const PriceTier& tier) {
                return tier.amount == *slots.amount;
            });
            if (known == tiers.end()) {
                tiers.push_back({price.tier_name, *slots.amount});
            }
            for (const Mention* sibling : siblings(price)) {
                const bool told =
                    std::any_of(tiers.begin(), tiers.end(), [](const PriceTier& tier) {
                        return tier.amount == 0.0;
                    });
                if (told) {
                    continue;
                }
                tiers.push_back(
                    {sibling->tier_name, *std::get<PricingSlots>(sibling->slots).amount});
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
        return {merged, highest(kept)};
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

    DetectedDecision all_counts(const std::vector<Commitment>& kept) const {
        StructureSlots merged;
        for (const Commitment& commitment : kept) {
            const auto& slots = std::get<StructureSlots>(mention(commitment).slots);
            merged.tiers = slots.tiers ? slots.tiers : merged.tiers;
            merged.channels = slots.channels ? slots.channels : merged.channels;
            merged.roles = slots.roles ? slots.roles : merged.roles;
        }
        return {merged, highest(kept)};
    }

    DetectedDecision one_day(const std::vector<Commitment>& kept) const {
        // A day far from the words about the launch does not outweigh a rough time beside them.
        constexpr double kNearlyAsSure = 0.1;
        const double least = highest(kept) - kNearlyAsSure;
        std::vector<Commitment> dated;
        std::copy_if(
            kept.begin(), kept.end(), std::back_inserter(dated), [&](const Commitment& commitment) {
                return commitment.confidence > least &&
                       std::get<TimelineSlots>(mention(commitment).slots).date.has_value();
            });
        std::vector<Commitment> exact;
        std::copy_if(
            dated.begin(),
            dated.end(),
            std::back_inserter(exact),
            [&](const Commitment& commitment) { return !mention(commitment).needs_context; });
        const Commitment& best = surest(!exact.empty() ? exact : dated.empty() ? kept : dated);
        return {mention(best).slots, highest(kept)};
    }

    DetectedDecision one_format(const std::vector<Commitment>& kept) const {
        const Commitment* best = &kept.front();
        const auto fullness = [&](const Commitment& commitment) {
            const auto& slots = std::get<ContentSlots>(mention(commitment).slots);
            return (slots.format.empty() ? 0 : 2) + (slots.cadence.empty() ? 0 : 1);
        };
        for (const Commitment& commitment : kept) {
            best = fullness(commitment) > fullness(*best) ? &commitment : best;
        }
        auto merged = std::get<ContentSlots>(mention(*best).slots);
        for (const Commitment& commitment : kept) {
            const auto& slots = std::get<ContentSlots>(mention(commitment).slots);
            merged.cadence =
                merged.cadence.empty() && slots.format.empty() ? slots.cadence : merged.cadence;
        }
        // "I can't keep up the weekly Q&A, monthly from now on."
        for (const Mention& earlier : mentions_) {
            const auto* slots = std::get_if<ContentSlots>(&earlier.slots);
            if (merged.format.empty() && slots != nullptr && slots->cadence != merged.cadence) {
                merged.format = slots->format;
            }
        }
        return {merged, highest(kept)};
    }

    const Reading& reading_;
    const Moods& moods_;
    const Mentions& mentions_;
    const std::vector<Commitment>& commitments_;
    Speaker speaker_;
};

}  // namespace

std::vector<DetectedDecision> decisions_from(const Reading& reading,
                                             const Moods& moods,
                                             const Mentions& mentions,
                                             const std::vector<Commitment>& commitments,
                                             Speaker speaker) {
    const Merger merger(reading, moods, mentions, commitments, speaker);
    std::vector<DetectedDecision> decisions;
    for (const DecisionCategory category : kDecisionCategories) {
        std::optional<DetectedDecision> decision = merger.merged(category);
        if (!decision && category == DecisionCategory::Structure && speaker == Speaker::User) {
            decision = merger.accepted_structure();
        }
        if (decision) {
            decisions.push_back(*decision);
        }
    }
    return decisions;
}

}  // namespace atrium::domain::detector
