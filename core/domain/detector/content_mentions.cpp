#include <algorithm>
#include <optional>

#include "core/domain/detector/mentions.h"
#include "core/domain/detector/quantities.h"

namespace atrium::domain::detector {
namespace {

struct Rhythm {
    Span span;
    std::string cadence;  // empty for a rhythm that has no name of ours ("twice a week")
};

bool touches(const Span& a, std::uint32_t begin, std::uint32_t end) {
    return a.begin < end && a.end > begin;
}

// "every Tuesday", "Thursdays", "first Saturday of each month"
std::optional<Rhythm> weekday_rhythm(const Reading& reading, const Hit& hit) {
    const Language& words = language();
    // "alternate Tuesdays" is a rhythm of its own
    const std::vector<Hit>& named = reading.of(Group::Cadence);
    if (std::any_of(named.begin(), named.end(), [&](const Hit& cadence) {
            return cadence.begin < hit.begin && cadence.end >= hit.end;
        })) {
        return std::nullopt;
    }
    const Token& token = reading.tokens[hit.begin];
    const bool plural = token.end - token.begin > 5 && reading.text[token.end - 1] == 's';
    const auto before = [&](std::uint32_t back) {
        return hit.begin >= back ? reading.tokens[hit.begin - back].word : kUnknownWord;
    };
    const bool nth = words.ordinals.count(before(1)) > 0 || reading.is_word(hit.begin - 1, "last");
    for (const Hit& monthly : reading.of(Group::Cadence)) {
        if (nth && monthly.begin == hit.end && words.name_of(monthly) == "monthly") {
            return Rhythm{{hit.begin - 1, monthly.end}, "monthly"};
        }
    }
    if (hit.begin >= 2 && words.is_in_set(before(2), WordSet::Each)) {
        const std::optional<Quantity> which = ordinal_at(reading, hit.begin - 1);
        if (reading.is_word(hit.begin - 1, "other") || (which && which->value == 2.0)) {
            return Rhythm{{hit.begin - 2, hit.end}, "biweekly"};
        }
        if (nth || which) {
            return Rhythm{{hit.begin - 2, hit.end}, "monthly"};
        }
    }
    if (plural || (hit.begin >= 1 && words.is_in_set(before(1), WordSet::Each))) {
        return Rhythm{{plural ? hit.begin : hit.begin - 1, hit.end}, "weekly"};
    }
    return std::nullopt;
}

std::vector<Rhythm> rhythms_in(const Reading& reading, const Mentions& taken) {
    std::vector<Rhythm> rhythms;
    for (const Hit& hit : reading.of(Group::Weekday)) {
        if (const std::optional<Rhythm> rhythm = weekday_rhythm(reading, hit)) {
            rhythms.push_back(*rhythm);
        }
    }
    for (const Hit& hit : clear_hits(reading, Group::Cadence)) {
        const bool known = std::any_of(rhythms.begin(), rhythms.end(), [&](const Rhythm& rhythm) {
            return touches(rhythm.span, hit.begin, hit.end);
        });
        if (!known && !is_taken(taken, hit.begin, hit.end)) {
            const std::string& name = language().name_of(hit);
            rhythms.push_back({{hit.begin, hit.end}, name == "none" ? "" : name});
        }
    }
    return rhythms;
}

// "monthly instead of weekly"
bool is_given_up(const Reading& reading, const Rhythm& rhythm) {
    const std::vector<Hit>& hits = reading.of(Group::Withdrawn);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return hit.end == rhythm.span.begin && !reading.is_word(hit.begin, "from");
    });
}

// "$35 with the calls, monthly": apart from the format, in a sentence with a price, the word says
// how often people pay.
bool belongs_to_price(const Reading& reading,
                      const Rhythm& rhythm,
                      const Hit& format,
                      const Mentions& taken) {
    const bool apart = reading.clause_of[rhythm.span.begin] != reading.clause_of[format.begin];
    const std::uint32_t sentence = reading.sentence_of[format.begin];
    return apart && rhythm.span.end - rhythm.span.begin == 1 &&
           std::any_of(taken.begin(), taken.end(), [&](const Mention& mention) {
               return std::holds_alternative<PricingSlots>(mention.slots) &&
                      !mention.needs_context && reading.sentence_of[mention.span.begin] == sentence;
           });
}

// The rhythm that belongs to a format: in the same sentence, near, and not on the far side of
// another format.
const Rhythm* rhythm_of(const Reading& reading,
                        const Hit& format,
                        const std::vector<Rhythm>& rhythms,
                        const std::vector<Hit>& formats,
                        const Mentions& taken) {
    constexpr std::uint32_t kReach = 12;
    const Rhythm* best = nullptr;
    std::uint32_t best_distance = kReach;
    for (const Rhythm& rhythm : rhythms) {
        if (reading.sentence_of[rhythm.span.begin] != reading.sentence_of[format.begin] ||
            is_given_up(reading, rhythm) || belongs_to_price(reading, rhythm, format, taken)) {
            continue;
        }
        const bool before = rhythm.span.end <= format.begin;
        const bool inside = touches(rhythm.span, format.begin, format.end);
        const std::uint32_t distance = inside   ? 0
                                       : before ? format.begin - rhythm.span.end
                                                : rhythm.span.begin - format.end;
        const bool blocked = std::any_of(formats.begin(), formats.end(), [&](const Hit& other) {
            return before ? other.begin >= rhythm.span.end && other.end <= format.begin
                          : other.begin >= format.end && other.end <= rhythm.span.begin;
        });
        if (!blocked && distance < best_distance) {
            best = &rhythm;
            best_distance = distance;
        }
    }
    return best;
}

// "two live calls a week" is no weekly call.
bool counted_more_than_once(const Reading& reading, const Hit& format) {
    for (std::uint32_t back = 1; back <= 2 && format.begin >= back; ++back) {
        const std::optional<Quantity> quantity = quantity_at(reading, format.begin - back);
        if (quantity && quantity->value > 1.0 && quantity->end <= format.begin) {
            return true;
        }
    }
    return false;
}

}  // namespace

void add_content_mentions(const Reading& reading, Mentions& mentions) {
    const std::vector<Rhythm> rhythms = rhythms_in(reading, mentions);
    const std::vector<Hit> formats = clear_hits(reading, Group::Format);
    const Mentions taken = mentions;
    for (const Hit& format : formats) {
        if (is_taken(taken, format.begin, format.end)) {
            continue;
        }
        ContentSlots slots;
        slots.format = language().name_of(format);
        Mention mention;
        mention.span = {format.begin, format.end};
        if (const Rhythm* rhythm = rhythm_of(reading, format, rhythms, formats, taken)) {
            slots.cadence = counted_more_than_once(reading, format) ? "" : rhythm->cadence;
            mention.span.begin = std::min(mention.span.begin, rhythm->span.begin);
            mention.span.end = std::max(mention.span.end, rhythm->span.end);
        } else {
            mention.needs_context = true;
        }
        mention.slots = slots;
        mentions.push_back(mention);
    }
    const Mentions with_formats = mentions;
    for (const Rhythm& rhythm : rhythms) {
        if (!rhythm.cadence.empty() &&
            !is_taken(with_formats, rhythm.span.begin, rhythm.span.end)) {
            Mention mention;
            mention.span = rhythm.span;
            mention.slots = ContentSlots{rhythm.cadence, ""};
            mention.needs_context = true;
            mentions.push_back(mention);
        }
    }
}

}  // namespace atrium::domain::detector
