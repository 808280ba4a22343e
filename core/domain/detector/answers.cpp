#include <algorithm>
#include <cmath>

#include "core/domain/detector/detector.h"
#include "core/domain/detector/mentions.h"
#include "core/domain/detector/moods.h"
#include "core/domain/detector/price_ways.h"
#include "core/domain/detector/quantities.h"
#include "core/domain/detector/reading.h"
#include "core/domain/detector/withdrawals.h"

namespace atrium::domain {
namespace {

using detector::Group;
using detector::Hit;
using detector::language;
using detector::Mention;
using detector::Mentions;
using detector::Quantity;
using detector::Reading;
using detector::Span;
using detector::WordSet;

constexpr double kMostTiersInAnswer = 20.0;

// The mentions of the category that the answer does not rule out.
std::vector<const Mention*> open_mentions(const Reading& reading,
                                          const Mentions& mentions,
                                          DecisionCategory asked) {
    std::vector<const Mention*> open;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (category_of(mentions[i].slots) == asked &&
            !detector::is_withdrawn(reading, mentions, i)) {
            open.push_back(&mentions[i]);
        }
    }
    return open;
}

// "20 a month, founding members 15": the founders' price answers nothing while another one stands.
std::vector<const Mention*> without_founders(const Reading& reading,
                                             const Mentions& mentions,
                                             std::vector<const Mention*> open) {
    const auto is_founders = [&](const Mention* mention) {
        return detector::is_for_founders(
            reading, mentions, static_cast<std::size_t>(mention - mentions.data()));
    };
    if (!std::all_of(open.begin(), open.end(), is_founders)) {
        std::erase_if(open, is_founders);
    }
    return open;
}

// One platform; two different ones are no answer yet.
std::optional<DecisionSlots> platform_answer(const std::vector<const Mention*>& open) {
    if (open.empty()) {
        return std::nullopt;
    }
    const bool agreed = std::all_of(open.begin(), open.end(), [&](const Mention* mention) {
        return mention->slots == open.front()->slots;
    });
    return agreed ? std::optional<DecisionSlots>(open.front()->slots) : std::nullopt;
}

std::optional<DecisionSlots> price_answer(const std::vector<const Mention*>& open) {
    PricingSlots merged;
    bool named = true;
    const bool monthly = std::any_of(open.begin(), open.end(), [](const Mention* mention) {
        return std::get<PricingSlots>(mention->slots).interval == "month";
    });
    for (const Mention* mention : open) {
        // "18 a month or 180 a year" names one price.
        if (monthly && detector::is_yearly_way(*mention)) {
            continue;
        }
        const auto& slots = std::get<PricingSlots>(mention->slots);
        const bool known =
            std::any_of(merged.tiers.begin(), merged.tiers.end(), [&](const PriceTier& tier) {
                return tier.amount == *slots.amount;
            });
        if (!known) {
            merged.tiers.push_back({mention->tier_name, *slots.amount});
            named = named && !mention->tier_name.empty();
        }
        merged.currency = merged.currency.empty() ? slots.currency : merged.currency;
        merged.interval = merged.interval.empty() ? slots.interval : merged.interval;
    }
    // "29 or 39" chooses neither; "Basic 9, Pro 29" names both.
    if (merged.tiers.empty() || (merged.tiers.size() > 1 && !named)) {
        return std::nullopt;
    }
    if (merged.tiers.size() == 1) {
        merged.amount = merged.tiers.front().amount;
        merged.tiers.clear();
        if (*merged.amount == 0.0) {
            merged.currency.clear();
            merged.interval.clear();
        }
    }
    return merged;
}

// "Two and about ten channels": a number without a noun counts tiers.
std::optional<DecisionSlots> structure_answer(const std::vector<const Mention*>& counts,
                                              const std::vector<const Mention*>& prices) {
    StructureSlots merged;
    for (const Mention* mention : counts) {
        const auto& slots = std::get<StructureSlots>(mention->slots);
        merged.tiers = slots.tiers ? slots.tiers : merged.tiers;
        merged.channels = slots.channels ? slots.channels : merged.channels;
        merged.roles = slots.roles ? slots.roles : merged.roles;
    }
    // "20 euros, founding members 15" counts nothing.
    const bool priced = std::any_of(prices.begin(), prices.end(), [](const Mention* mention) {
        return !mention->needs_context;
    });
    for (const Mention* mention : prices) {
        const double amount = *std::get<PricingSlots>(mention->slots).amount;
        if (!merged.tiers && !priced && mention->needs_context && amount >= 1.0 &&
            amount <= kMostTiersInAnswer && amount == std::floor(amount)) {
            merged.tiers = static_cast<int>(amount);
        }
    }
    return merged == StructureSlots{} ? std::nullopt : std::optional<DecisionSlots>(merged);
}

// "6 weeks", "two months": asked for the time until the launch, a plain length of time is enough.
std::optional<TimelineSlots> plain_duration(const Reading& reading) {
    for (std::uint32_t at = 0; at < reading.tokens.size(); ++at) {
        const std::optional<Quantity> quantity = detector::quantity_at(reading, at);
        const bool article = reading.is_word(at, "a");
        const std::uint32_t next = quantity ? quantity->end : at + 1;
        const Hit* unit = (quantity || article) && next < reading.tokens.size()
                              ? detector::longest_hit_at(reading, Group::Unit, next)
                              : nullptr;
        constexpr double kLongestDuration = 400.0;
        if (unit == nullptr || (quantity && quantity->value > kLongestDuration)) {
            continue;
        }
        const int count = quantity ? static_cast<int>(quantity->value) : 1;
        const std::string& name = language().name_of(*unit);
        TimelineSlots slots;
        if (name == "day") {
            slots.days = count;
        } else if (name == "week" || name == "fortnight") {
            slots.weeks = name == "week" ? count : 2 * count;
        }
        return slots;
    }
    return std::nullopt;
}

std::optional<DecisionSlots> time_answer(const Reading& reading,
                                         const std::vector<const Mention*>& open) {
    const TimelineSlots* best = nullptr;
    for (const Mention* mention : open) {
        const auto& slots = std::get<TimelineSlots>(mention->slots);
        const bool better = best == nullptr || (!best->date && (slots.date || !best->weeks));
        best = better ? &slots : best;
    }
    if (best != nullptr && !(*best == TimelineSlots{})) {
        return *best;
    }
    const std::optional<TimelineSlots> duration = plain_duration(reading);
    if (duration) {
        return *duration;
    }
    return best == nullptr ? std::nullopt : std::optional<DecisionSlots>(*best);
}

std::optional<DecisionSlots> content_answer(const std::vector<const Mention*>& open) {
    ContentSlots merged;
    for (const Mention* mention : open) {
        const auto& slots = std::get<ContentSlots>(mention->slots);
        merged.format = merged.format.empty() ? slots.format : merged.format;
        merged.cadence = merged.cadence.empty() ? slots.cadence : merged.cadence;
    }
    return merged == ContentSlots{} ? std::nullopt : std::optional<DecisionSlots>(merged);
}

// The longest reply phrase of the group that opens the message, in tokens; 0 where there is none.
std::uint32_t opening_length(const Reading& reading, Group group) {
    std::uint32_t longest = 0;
    for (const Hit& hit : reading.of(group)) {
        bool opens = hit.begin < reading.sentences.front().end;
        for (std::uint32_t i = reading.sentences.front().begin; opens && i < hit.begin; ++i) {
            opens = reading.tokens[i].kind == detector::TokenKind::Symbol ||
                    language().is_in_set(reading.tokens[i].word, WordSet::ReplyOpening);
        }
        longest = opens ? std::max(longest, hit.end - hit.begin) : longest;
    }
    return longest;
}

}  // namespace

std::optional<DecisionSlots> slots_mentioned(DecisionCategory asked,
                                             std::string_view text,
                                             Date today) {
    const Reading reading = detector::reading_of(text);
    if (reading.sentences.empty()) {
        return std::nullopt;
    }
    const Mentions mentions = detector::mentions_in(reading, today);
    const std::vector<const Mention*> open = open_mentions(reading, mentions, asked);
    switch (asked) {
        case DecisionCategory::Platform:
            return platform_answer(open);
        case DecisionCategory::Pricing:
            return price_answer(without_founders(reading, mentions, open));
        case DecisionCategory::Structure:
            return structure_answer(open,
                                    open_mentions(reading, mentions, DecisionCategory::Pricing));
        case DecisionCategory::Timeline:
            return time_answer(reading, open);
        case DecisionCategory::Content:
            return content_answer(open);
    }
    return std::nullopt;
}

bool rules_out(DecisionCategory category, std::string_view text, Date today) {
    const Reading reading = detector::reading_of(text);
    if (reading.sentences.empty()) {
        return false;
    }
    const Mentions mentions = detector::mentions_in(reading, today);
    const auto of_category = [&](const Mention& mention) {
        return category_of(mention.slots) == category;
    };
    return std::any_of(mentions.begin(), mentions.end(), of_category) &&
           open_mentions(reading, mentions, category).empty();
}

Answer answer_of(std::string_view text) {
    const Reading reading = detector::reading_of(text);
    if (reading.sentences.empty()) {
        return Answer::None;
    }
    const std::uint32_t yes = opening_length(reading, Group::ReplyYes);
    const std::uint32_t no = opening_length(reading, Group::ReplyNo);
    const std::uint32_t unsure = opening_length(reading, Group::ReplyUnsure);
    const std::uint32_t longest = std::max({yes, no, unsure});
    const bool asks =
        reading.sentences.front().mark == '?' || opening_length(reading, Group::Question) > 0;
    if (longest == 0) {
        return asks ? Answer::Question : Answer::None;
    }
    if (asks && yes < 2 && reading.sentences.size() == 1) {
        return Answer::Question;
    }
    if (unsure == longest) {
        return Answer::Unsure;
    }
    return no == longest ? Answer::No : Answer::Yes;
}

}  // namespace atrium::domain
