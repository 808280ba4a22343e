#include "core/domain/detector/particulars.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "core/domain/detector/mentions.h"
#include "core/domain/detector/price_ways.h"
#include "core/domain/detector/reading.h"
#include "core/domain/detector/withdrawals.h"

namespace atrium::domain {
namespace {

using detector::Group;
using detector::Hit;
using detector::language;
using detector::Mention;
using detector::Mentions;
using detector::Reading;
using detector::Span;
using detector::TokenKind;

// Fills in one kind of decision from the message.
struct Particulars {
    const Reading& reading;
    const Mentions& mentions;

    void operator()(PlatformSlots&) const {}

    void operator()(TimelineSlots&) const {}

    void operator()(PricingSlots& price) const {
        take_founding(price);
        if (!price.amount || *price.amount == 0.0 || price.interval == "year" ||
            price.interval == "once") {
            return;
        }
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (!detector::is_yearly_way(mentions[i]) ||
                detector::is_withdrawn(reading, mentions, i)) {
                continue;
            }
            const double yearly = *std::get<PricingSlots>(mentions[i].slots).amount;
            if (yearly > *price.amount) {
                price.yearly = yearly;
                price.interval = "month";
            }
        }
    }

    void operator()(StructureSlots& structure) const {
        std::vector<std::string> names = channel_names_in(reading.text);
        if (names.empty()) {
            return;
        }
        if (!structure.channels) {
            structure.channels = static_cast<int>(names.size());
        }
        structure.names = std::move(names);
    }

    void operator()(ContentSlots& content) const {
        const std::optional<Span> said = where_said(content);
        if (!said) {
            return;
        }
        if (content.cadence != "" && content.cadence != "daily") {
            const std::string weekday = weekday_at(*said);
            content.weekday = weekday.empty() ? content.weekday : weekday;
        }
        content.format = format_in_own_words(content.format);
    }

 private:
    std::optional<double> founding_price() const {
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (detector::is_for_founders(reading, mentions, i)) {
                return std::get<PricingSlots>(mentions[i].slots).amount;
            }
        }
        return std::nullopt;
    }

    void take_founding(PricingSlots& price) const {
        const std::optional<double> founding = founding_price();
        if (!founding) {
            return;
        }
        const auto founders =
            std::find_if(price.tiers.begin(), price.tiers.end(), [&](const PriceTier& tier) {
                return tier.amount == *founding;
            });
        if (price.tiers.size() == 2 && founders != price.tiers.end()) {
            price.amount = price.tiers[founders == price.tiers.begin() ? 1 : 0].amount;
            price.tiers.clear();
        }
        if (price.amount && *price.amount > *founding) {
            price.founding = founding;
        }
    }

    // The mention that the decision came from: of the same format, or of the rhythm alone.
    std::optional<Span> where_said(const ContentSlots& content) const {
        for (const Mention& mention : mentions) {
            const auto* slots = std::get_if<ContentSlots>(&mention.slots);
            if (slots != nullptr && slots->format == content.format) {
                return mention.span;
            }
        }
        return std::nullopt;
    }

    // The weekday inside the words, else in their clause, else in their sentence; none where it is one
    // of several.
    std::string weekday_at(Span said) const {
        const Span sentence = reading.sentence_span(reading.sentence_of[said.begin]);
        for (const Span span : {said, reading.clause_span(said.begin), sentence}) {
            std::string found;
            bool several = false;
            for (const Hit& hit : reading.of(Group::Weekday)) {
                if (hit.begin >= span.begin && hit.end <= span.end) {
                    const std::string& name = language().name_of(hit);
                    several = several || (!found.empty() && found != name);
                    found = name;
                }
            }
            // "every Tuesday and Thursday"
            const bool another =
                reading.is_word(span.end, "and") && covered(Group::Weekday, span.end + 1);
            if (several || another) {
                return "";
            }
            if (!found.empty()) {
                return kWeekdays[static_cast<std::size_t>(found.front() - '0')];
            }
        }
        return "";
    }

    // "a live glaze demo": a demo may be of anything, so the creator's words for it are kept.
    std::string format_in_own_words(const std::string& format) const {
        for (const Hit& hit : detector::clear_hits(reading, Group::Format)) {
            if (language().name_of(hit) != format || !is_open(format)) {
                continue;
            }
            std::uint32_t first = hit.begin;
            while (first > 0 && hit.begin - first < kMostAdjectives && is_adjective(first - 1)) {
                --first;
            }
            if (first == hit.begin || !opens_noun(first)) {
                continue;
            }
            std::string words(reading.text.substr(
                reading.tokens[first].begin,
                reading.tokens[hit.begin - 1].end - reading.tokens[first].begin));
            std::transform(words.begin(), words.end(), words.begin(), [](unsigned char letter) {
                return letter < 0x80 ? static_cast<char>(std::tolower(letter))
                                     : static_cast<char>(letter);
            });
            return words + " " + format;
        }
        return format;
    }

    static bool is_open(const std::string& format) {
        return std::find(kOpenFormats.begin(), kOpenFormats.end(), format) != kOpenFormats.end();
    }

    bool covered(Group group, std::uint32_t token) const {
        const std::vector<Hit>& hits = reading.of(group);
        return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
            return hit.begin <= token && token < hit.end;
        });
    }

    bool is_adjective(std::uint32_t token) const {
        constexpr std::array kOthers = {Group::Cadence,
                                        Group::Weekday,
                                        Group::CommitBefore,
                                        Group::CommitContent,
                                        Group::WeakContent,
                                        Group::CommitImperative,
                                        Group::Negation};
        const detector::Token& word = reading.tokens[token];
        return word.kind == TokenKind::Word && !opens_noun(token + 1) &&
               !language().is_in_set(word.word, detector::WordSet::Filler) &&
               std::none_of(kOthers.begin(), kOthers.end(), [&](Group group) {
                   return covered(group, token);
               });
    }

    // An article, a rhythm or the start of a sentence stands before the words.
    bool opens_noun(std::uint32_t token) const {
        if (token == 0 || reading.sentence_of[token] != reading.sentence_of[token - 1]) {
            return true;
        }
        const bool article =
            std::any_of(kArticles.begin(), kArticles.end(), [&](std::string_view word) {
                return reading.is_word(token - 1, word);
            });
        return article || covered(Group::Cadence, token - 1) ||
               covered(Group::Weekday, token - 1) ||
               reading.tokens[token - 1].kind == TokenKind::Symbol;
    }

    static constexpr std::uint32_t kMostAdjectives = 3;
    static constexpr std::array<std::string_view, 7> kArticles = {
        "a", "an", "the", "our", "my", "one", "with"};
    static constexpr std::array<std::string_view, 3> kOpenFormats = {
        "demo", "clinic", "show and tell"};
    static constexpr std::array<const char*, 7> kWeekdays = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
};

}  // namespace

DecisionSlots with_particulars(DecisionSlots slots, std::string_view text, Date today) {
    const Reading reading = detector::reading_of(text);
    if (reading.sentences.empty()) {
        return slots;
    }
    const Mentions mentions = detector::mentions_in(reading, today);
    std::visit(Particulars{reading, mentions}, slots);
    return slots;
}

}  // namespace atrium::domain
