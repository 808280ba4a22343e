#include <algorithm>
#include <optional>

#include "core/domain/detector/accepted_structure.h"
#include "core/domain/detector/commitments.h"
#include "core/domain/detector/price_decision.h"

namespace atrium::domain::detector {
namespace {

class Merger {
 public:
    Merger(const Reading& reading,
           const Mentions& mentions,
           const std::vector<Commitment>& commitments,
           Speaker speaker)
        : reading_(reading), mentions_(mentions), commitments_(commitments), speaker_(speaker) {}

    std::optional<DetectedDecision> merged(DecisionCategory category) const {
        const std::vector<Commitment> kept = standing(category);
        if (kept.empty()) {
            return std::nullopt;
        }
        switch (category) {
            case DecisionCategory::Platform:
                return one_platform(kept);
            case DecisionCategory::Pricing:
                return DetectedDecision{merged_price(reading_, mentions_, commitments_, kept),
                                        highest(kept)};
            case DecisionCategory::Structure:
                return all_counts(kept);
            case DecisionCategory::Timeline:
                return one_day(kept);
            case DecisionCategory::Content:
                return one_format(kept);
        }
        return std::nullopt;
    }

 private:
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
    const Merger merger(reading, mentions, commitments, speaker);
    std::vector<DetectedDecision> decisions;
    for (const DecisionCategory category : kDecisionCategories) {
        std::optional<DetectedDecision> decision = merger.merged(category);
        if (!decision && category == DecisionCategory::Structure && speaker == Speaker::User) {
            decision = accepted_structure(reading, moods);
        }
        if (decision) {
            decisions.push_back(*decision);
        }
    }
    return decisions;
}

}  // namespace atrium::domain::detector
