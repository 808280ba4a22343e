#include "core/domain/detector/circumstances.h"

#include <algorithm>
#include <array>

#include "core/domain/detector/withdrawals.h"

namespace atrium::domain::detector {
namespace {

constexpr std::array kCategoryCues = {
    Group::CommitPlatform,
    Group::CommitPricing,
    Group::CommitStructure,
    Group::CommitTimeline,
    Group::CommitContent,
};

// Tokens between two spans that do not meet; 0 where they do.
std::uint32_t gap(std::uint32_t begin, std::uint32_t end, std::uint32_t to, std::uint32_t to_end) {
    return begin >= to_end ? begin - to_end : end <= to ? to - end : 0;
}

}  // namespace

Group Circumstances::own_cues(std::size_t index) const {
    return kCategoryCues[static_cast<std::size_t>(category(index))];
}

std::uint32_t Circumstances::distance(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = from; i < to; ++i) {
        const bool small = language().is_in_set(reading.tokens[i].word, WordSet::Filler) ||
                           reading.tokens[i].kind == TokenKind::Symbol;
        words += small || is_taken(mentions, i, i + 1) ? 0 : 1;
    }
    return words;
}

bool Circumstances::holds(std::size_t index, const Hit& cue) const {
    const std::uint32_t at = begin(index);
    return !is_hedged(at) && !is_hedged(cue.begin) && !is_negated(cue.begin) && !is_negated(at) &&
           !is_others(at, cue) && !is_elsewhere(index, cue);
}

bool Circumstances::is_hedged(std::uint32_t token) const {
    if (moods.is_question(token) || has_trailing_condition(token) || moods.is_sarcastic(token) ||
        moods.names_past_year(token)) {
        return true;
    }
    constexpr std::array kHedges = {
        Group::Condition,
        Group::Doubt,
        Group::Imagined,
        Group::Past,
        Group::Earlier,
    };
    return std::any_of(
        kHedges.begin(), kHedges.end(), [&](Group hedge) { return moods.hangs_on(hedge, token); });
}

// "We open on March 1 unless the baby comes early.", "Discord, but only if …"
bool Circumstances::has_trailing_condition(std::uint32_t token) const {
    const Span segment = reading.segment_span(token);
    const Span sentence = reading.sentence_span(reading.sentence_of[token]);
    const std::vector<Hit>& conditions = reading.of(Group::Condition);
    return std::any_of(conditions.begin(), conditions.end(), [&](const Hit& hit) {
        const bool limits = reading.is_word(hit.begin, "only") || reading.is_word(hit.begin, "but");
        const bool trailing = limits || language().is_in_set(reading.tokens[hit.begin].word,
                                                             WordSet::TrailingCondition);
        return trailing && hit.begin > token && moods.says(Group::Condition, hit.begin, hit.end) &&
               hit.end <= (limits ? sentence.end : segment.end);
    });
}

bool Circumstances::is_others(std::uint32_t token, const Hit& cue) const {
    const Span segment = reading.segment_span(token);
    const std::uint32_t upto = std::min(std::max(token, cue.begin), segment.end);
    for (const Group group : {Group::Others, Group::Reported}) {
        for (const Hit& hit : reading.of(group)) {
            const bool in_cue = hit.begin >= cue.begin && hit.end <= cue.end;
            // "I have told their whole club: we launch …"
            const bool own_clause =
                group == Group::Others && cue.end > cue.begin &&
                reading.clause_of[hit.begin] != reading.clause_of[cue.begin] &&
                language().is_in_set(reading.tokens[cue.begin].word, WordSet::FirstPerson);
            if (hit.begin >= segment.begin && hit.end <= upto && !in_cue && !own_clause &&
                !is_taken(mentions, hit.begin, hit.end) && moods.says(group, hit.begin, hit.end)) {
                return true;
            }
        }
    }
    return false;
}

bool Circumstances::is_negated(std::uint32_t token) const {
    constexpr std::uint32_t kReach = 6;
    const Span clause = reading.clause_span(token);
    for (const Hit& hit : reading.of(Group::Negation)) {
        if (hit.begin < clause.begin || hit.end > token || token - hit.end > kReach ||
            !moods.says(Group::Negation, hit.begin, hit.end)) {
            continue;
        }
        const bool spent =
            std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
                return mention.span.begin >= hit.end && mention.span.end <= token;
            });
        if (!spent) {
            return true;
        }
    }
    return false;
}

// A cue of the value's own kind ("we charge") outweighs such a word that stands farther away.
bool Circumstances::is_elsewhere(std::size_t index, const Hit& cue) const {
    const bool price = category(index) == DecisionCategory::Pricing;
    if (!price && category(index) != DecisionCategory::Timeline) {
        return false;
    }
    const Span clause = reading.clause_span(begin(index));
    const bool specific = cue.label.group == static_cast<std::uint16_t>(own_cues(index));
    const std::uint32_t cue_away = gap(cue.begin, cue.end, begin(index), end(index));
    const std::vector<Hit>& others = reading.of(price ? Group::OtherMoney : Group::OtherEvent);
    return std::any_of(others.begin(), others.end(), [&](const Hit& hit) {
        const bool in_cue = !cue.gapped && hit.begin >= cue.begin && hit.end <= cue.end;
        const bool in_value = hit.begin < end(index) && hit.end > begin(index);
        const std::vector<Hit>& topics = reading.of(Group::Topic);
        const bool in_topic = std::any_of(topics.begin(), topics.end(), [&](const Hit& topic) {
            return topic.begin <= hit.begin && topic.end >= hit.end &&
                   topic.end - topic.begin > hit.end - hit.begin;
        });
        return hit.begin >= clause.begin && hit.end <= clause.end && !in_cue && !in_value &&
               !in_topic &&
               (!specific || gap(hit.begin, hit.end, begin(index), end(index)) < cue_away);
    });
}

// "Eleven pounds feels fair, so eleven it is."
bool Circumstances::repeats_price(std::size_t index) const {
    const auto* price = std::get_if<PricingSlots>(&mentions[index].slots);
    return price != nullptr && std::any_of(mentions.begin(),
                                           mentions.begin() + static_cast<std::ptrdiff_t>(index),
                                           [&](const Mention& earlier) {
                                               const auto* slots =
                                                   std::get_if<PricingSlots>(&earlier.slots);
                                               return slots != nullptr && !earlier.needs_context &&
                                                      slots->amount == price->amount;
                                           });
}

// "It'll be late January": what else but the launch.
bool Circumstances::is_named_it(std::size_t index) const {
    std::uint32_t at = begin(index);
    const auto opens_time = [&](const Hit& hit) {
        return hit.end == at;
    };
    const std::vector<Hit>& vague = reading.of(Group::Vague);
    if (std::any_of(vague.begin(), vague.end(), opens_time)) {
        --at;
    }
    return category(index) == DecisionCategory::Timeline && at >= 3 &&
           reading.is_word(at - 1, "be") && reading.is_word(at - 2, "will") &&
           reading.is_word(at - 3, "it");
}

// "I can't keep up the weekly Q&A, monthly from now on."
bool Circumstances::changes_rhythm(std::size_t index) const {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& earlier) {
        const auto* content = std::get_if<ContentSlots>(&earlier.slots);
        return content != nullptr && !content->format.empty() && !content->cadence.empty() &&
               earlier.span.end <= begin(index) &&
               reading.sentence_of[earlier.span.begin] + 1 >= reading.sentence_of[begin(index)];
    });
}

// A rhythm without a format is talk about anything; only words about content make it content.
bool Circumstances::has_topic(std::size_t index) const {
    const auto* content = std::get_if<ContentSlots>(&mentions[index].slots);
    const bool rhythm_alone = content != nullptr && content->format.empty();
    const Span sentence = reading.sentence_span(reading.sentence_of[begin(index)]);
    if (repeats_price(index) || is_named_it(index) || (rhythm_alone && changes_rhythm(index))) {
        return true;
    }
    return (!rhythm_alone && moods.says(own_cues(index), sentence.begin, sentence.end)) ||
           topic_in(category(index), sentence);
}

bool Circumstances::topic_in(DecisionCategory wanted, Span span) const {
    const std::string id = category_id(wanted);
    for (const Group group : {Group::Topic, Group::Field}) {
        for (const Hit& hit : reading.of(group)) {
            if (hit.begin >= span.begin && hit.end <= span.end && language().name_of(hit) == id) {
                return true;
            }
        }
    }
    return false;
}

bool Circumstances::is_listable(std::size_t index) const {
    return category(index) == DecisionCategory::Structure ||
           category(index) == DecisionCategory::Pricing;
}

bool Circumstances::replaced_before(std::size_t index, std::uint32_t token) const {
    const Span sentence = reading.sentence_span(reading.sentence_of[begin(index)]);
    return same_category_between(index, is_listable(index) ? sentence.end : end(index), token);
}

bool Circumstances::same_category_between(std::size_t index,
                                          std::uint32_t from,
                                          std::uint32_t to) const {
    return has_other_value(mentions, index, {from, to});
}

}  // namespace atrium::domain::detector
