#include "core/domain/detector/commitments.h"

#include <algorithm>
#include <array>

#include "core/domain/detector/commitment_rules.h"
#include "core/domain/detector/withdrawals.h"

namespace atrium::domain::detector {
namespace {

// "I opened the Circle space": work done on a thing that bears the platform's name.
bool is_built_thing(const Circumstances& on, std::size_t index) {
    if (on.category(index) != DecisionCategory::Platform) {
        return false;
    }
    const std::uint32_t at = on.begin(index);
    const auto covers = [&](const Hit& hit) {
        return hit.begin <= at && hit.end > on.end(index) &&
               language().name_of(hit) == "create-space";
    };
    const std::vector<Hit>& things = on.reading.of(Group::Things);
    const std::vector<Hit>& outcomes = on.reading.of(Group::Outcomes);
    const bool thing = std::any_of(things.begin(), things.end(), covers) ||
                       std::any_of(outcomes.begin(), outcomes.end(), covers);
    const std::uint32_t clause = on.reading.clause_span(at).begin;
    return thing && !on.moods.says(Group::CommitBefore, clause, at) &&
           !on.moods.says(Group::CommitPlatform, clause, at);
}

// A time without a day counts only beside words about the launch.
bool is_idle_time(const Circumstances& on, std::size_t index) {
    const auto* time = std::get_if<TimelineSlots>(&on.mentions[index].slots);
    return time != nullptr && *time == TimelineSlots{} && !on.has_topic(index) &&
           !on.reading.is_word(on.end(index), "it");
}

// A bare number, a rough time or half a rhythm is asked about before it is recorded.
bool is_whole(const Circumstances& on, std::size_t index) {
    // Nobody runs a community of twelve tiers: such a number is a joke or a slip.
    constexpr int kMostTiers = 6;
    constexpr int kMostChannels = 60;
    const Mention& mention = on.mentions[index];
    if (const auto* counts = std::get_if<StructureSlots>(&mention.slots)) {
        return counts->tiers.value_or(0) <= kMostTiers &&
               counts->channels.value_or(0) <= kMostChannels;
    }
    if (const auto* time = std::get_if<TimelineSlots>(&mention.slots)) {
        return !(*time == TimelineSlots{});
    }
    if (const auto* content = std::get_if<ContentSlots>(&mention.slots)) {
        return !content->format.empty() && !content->cadence.empty();
    }
    return !std::holds_alternative<PricingSlots>(mention.slots) || !mention.needs_context ||
           on.has_topic(index);
}

// Nobody else, no condition and no other time is named in the sentence, whether or not it reaches
// the value: such a sentence needs no second look.
bool is_plain(const Circumstances& on, std::size_t index) {
    const Span sentence = on.reading.sentence_span(on.reading.sentence_of[on.begin(index)]);
    constexpr std::array kRisks = {
        Group::Others, Group::Reported, Group::Imagined, Group::Condition, Group::Past};
    return std::none_of(kRisks.begin(), kRisks.end(), [&](Group risk) {
        return on.moods.says(risk, sentence.begin, sentence.end);
    });
}

// The value before this one is given up, and this one follows it right away.
bool takes_place_of_last(const Circumstances& on, std::size_t index) {
    if (index == 0 || !is_withdrawn(on.reading, on.mentions, index - 1)) {
        return false;
    }
    return on.mentions[index].replaces_count ||
           (on.category(index) == on.category(index - 1) && !on.mentions[index].needs_context &&
            on.reading.sentence_of[on.begin(index)] ==
                on.reading.sentence_of[on.begin(index - 1)] &&
            on.distance(on.end(index - 1), on.begin(index)) == 0);
}

double said_by_user(const Circumstances& on, std::size_t index) {
    // "Not eight channels. Five.", "Not the 1st, the 8th of March."
    if (takes_place_of_last(on, index) && on.holds(index, on.here(index))) {
        return kNear;
    }
    double best = kNothing;
    for (const auto rule : {beside,
                            referred_back,
                            announced,
                            labelled,
                            alone,
                            tier_list,
                            stated,
                            coordinated,
                            concluded}) {
        best = std::max(best, rule(on, index));
    }
    return best > kNothing && is_left_open(on, index) ? kNothing : best;
}

double confidence_of(const Circumstances& on, std::size_t index, Speaker speaker) {
    if (on.reading.tokens[on.begin(index)].quoted || is_built_thing(on, index) ||
        is_idle_time(on, index) || is_withdrawn(on.reading, on.mentions, index)) {
        return kNothing;
    }
    const double found =
        speaker == Speaker::User ? said_by_user(on, index) : recorded_by_assistant(on, index);
    const bool plain = speaker == Speaker::Assistant || is_plain(on, index);
    return std::min(found, is_whole(on, index) && plain ? kSure : kLoose);
}

}  // namespace

std::vector<Commitment> commitments_in(const Reading& reading,
                                       const Moods& moods,
                                       const Mentions& mentions,
                                       Speaker speaker) {
    const Circumstances on{reading, moods, mentions};
    std::vector<Commitment> found;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const double confidence = confidence_of(on, i, speaker);
        if (confidence > kNothing) {
            found.push_back({i, confidence});
        }
    }
    return found;
}

}  // namespace atrium::domain::detector
