#include "core/domain/staleness.h"

#include <algorithm>
#include <utility>

#include "core/domain/decision_words.h"
#include "core/domain/guide/draft.h"
#include "core/domain/number_text.h"
#include "core/protocol/ascii.h"

namespace atrium::domain {
namespace {

bool is_word(char letter) {
    return ascii::is_letter(letter) || ascii::is_digit(letter);
}

// As a whole: neither inside a longer word nor inside a longer number. Both in small letters.
bool names(const std::string& text, const std::string& wanted) {
    if (wanted.empty()) {
        return false;
    }
    for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        const bool begins = at == 0 || !is_word(wanted.front()) || !is_word(text[at - 1]);
        const bool goes_on = end < text.size() && is_word(wanted.back()) && is_word(text[end]);
        const bool fraction = end + 1 < text.size() && (text[end] == '.' || text[end] == ',') &&
                              ascii::is_digit(wanted.back()) && ascii::is_digit(text[end + 1]);
        if (begins && !goes_on && !fraction) {
            return true;
        }
    }
    return false;
}

bool names_any(const std::string& text, const std::vector<std::string>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
        return names(text, ascii::lowered(one));
    });
}

std::vector<std::string> words_for(const PlatformSlots& slots) {
    return slots.name == "other" ? std::vector<std::string>{}
                                 : std::vector<std::string>{decision_label(slots)};
}

std::vector<std::string> words_for(const PricingSlots& slots) {
    std::vector<double> amounts;
    if (slots.amount) {
        amounts.push_back(*slots.amount);
    }
    for (const PriceTier& tier : slots.tiers) {
        amounts.push_back(tier.amount);
    }
    for (const std::optional<double>& beside : {slots.yearly, slots.founding}) {
        amounts.push_back(beside.value_or(0));
    }
    std::vector<std::string> words;
    for (const double amount : amounts) {
        if (amount > 0) {
            const std::string bare = money_text(amount, "");
            words.push_back(money_text(amount, slots.currency.empty() ? "USD" : slots.currency));
            for (const char* unit : {" a month", " per month", "/month", " a year", " dollars"}) {
                words.push_back(bare + unit);
            }
            words.push_back(bare + " " + slots.currency);
        }
    }
    return words;
}

std::vector<std::string> words_for(const StructureSlots& slots) {
    std::vector<std::string> words;
    const auto add = [&](const std::optional<int>& count, std::vector<std::string> nouns) {
        for (const std::string& noun : nouns) {
            if (count) {
                words.push_back(std::to_string(*count) + " " + noun + (*count == 1 ? "" : "s"));
            }
        }
    };
    add(slots.tiers, {"tier"});
    add(slots.channels, {"channel", "space", "place"});
    add(slots.roles, {"role"});
    return words;
}

std::vector<std::string> words_for(const TimelineSlots& slots) {
    if (!slots.date) {
        return {};
    }
    const Civil civil = civil_from_date(*slots.date);
    const std::string day = std::to_string(civil.day);
    const std::string month = day_month(*slots.date).substr(day.size() + 1);
    return {iso_from_date(*slots.date),
            day + " " + month,
            month + " " + day,
            day + " " + month.substr(0, 3),
            month.substr(0, 3) + " " + day};
}

std::vector<std::string> words_for(const ContentSlots& slots) {
    if (!slots.format.empty()) {
        return {slots.format};
    }
    return {};
}

// A rhythm is only a quotation beside its format: "weekly" alone is in every text.
bool quotes_rhythm(const std::string& text, const ContentSlots& slots) {
    std::vector<std::string> rhythm = {slots.cadence};
    if (slots.cadence == "daily") {
        rhythm = {"daily", "every day"};
    } else if (slots.cadence == "weekly") {
        rhythm = {"weekly", "every week"};
    } else if (slots.cadence == "biweekly") {
        rhythm = {"biweekly", "every two weeks"};
    } else if (slots.cadence == "monthly") {
        rhythm = {"monthly", "once a month"};
    }
    if (!slots.weekday.empty()) {
        rhythm.push_back(rhythm_words(slots));
    }
    std::vector<std::string> wanted;
    for (const std::string& word : rhythm) {
        wanted.push_back(word + " " + slots.format);
        wanted.push_back(slots.format + " " + word);
    }
    return names_any(text, wanted);
}

const DecisionSlots* value_of(const std::vector<DecisionSlots>& values, DecisionCategory category) {
    const auto found = std::find_if(values.begin(), values.end(), [&](const DecisionSlots& value) {
        return category_of(value) == category;
    });
    return found == values.end() ? nullptr : &*found;
}

// What of the old value the new one does not say: only that can be quoted wrongly.
bool quotes_what_changed(const std::string& text,
                         const DecisionSlots& was,
                         const DecisionSlots* now) {
    const auto* old_content = std::get_if<ContentSlots>(&was);
    const auto* new_content = now != nullptr ? std::get_if<ContentSlots>(now) : nullptr;
    if (old_content != nullptr && new_content != nullptr &&
        old_content->format == new_content->format && !old_content->format.empty()) {
        return quotes_rhythm(text, *old_content);
    }
    std::vector<std::string> words =
        std::visit([](const auto& value) { return words_for(value); }, was);
    if (now != nullptr) {
        const std::vector<std::string> kept =
            std::visit([](const auto& value) { return words_for(value); }, *now);
        std::erase_if(words, [&](const std::string& word) {
            return std::find(kept.begin(), kept.end(), word) != kept.end();
        });
    }
    return names_any(text, words);
}

std::string noun_of(DecisionCategory category) {
    switch (category) {
        case DecisionCategory::Platform:
            return "the platform";
        case DecisionCategory::Pricing:
            return "the price";
        case DecisionCategory::Structure:
            return "the structure";
        case DecisionCategory::Timeline:
            return "opening day";
        case DecisionCategory::Content:
            return "the first month";
    }
    return "";
}

std::string sentence_of(const Project& project,
                        const StaleReason& reason,
                        bool quoted,
                        const Formats& formats) {
    const std::string noun = noun_of(reason.category);
    const std::string now =
        reason.now
            ? noun + " is now " +
                  label_in_sentence(*reason.now, decision_label(project, *reason.now, formats))
            : noun + " is open again";
    if (!reason.was) {
        return "Was written while " + noun + " was open; " + now + ".";
    }
    return (quoted ? "Quotes " : "Was written for ") +
           label_in_sentence(*reason.was, decision_label(project, *reason.was, formats)) + "; " +
           now + ".";
}

}  // namespace

std::vector<StaleReason> stale_reasons(const Project& project,
                                       const Document& document,
                                       const Formats& formats) {
    const DocumentVersion& version = document.latest();
    const std::vector<DecisionSlots> today = standing_values(project);
    const std::vector<DecisionCategory> drafted = version.author == "guide"
                                                      ? draft_depends_on(document.kind)
                                                      : std::vector<DecisionCategory>{};
    const std::string text = ascii::lowered(version.markdown);
    std::vector<StaleReason> reasons;
    for (const DecisionCategory category : kDecisionCategories) {
        const DecisionSlots* was = value_of(version.under, category);
        const DecisionSlots* now = value_of(today, category);
        const bool same = was == nullptr || now == nullptr ? was == now : *was == *now;
        if (same) {
            continue;
        }
        const bool quoted = was != nullptr && quotes_what_changed(text, *was, now);
        const bool built_on = std::find(drafted.begin(), drafted.end(), category) != drafted.end();
        if (!quoted && !built_on) {
            continue;
        }
        StaleReason reason{category, std::nullopt, std::nullopt, ""};
        if (was != nullptr) {
            reason.was = *was;
        }
        if (now != nullptr) {
            reason.now = *now;
        }
        reason.sentence = sentence_of(project, reason, quoted, formats);
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

std::vector<StaleDocument> stale_documents(const Project& project, const Formats& formats) {
    const std::vector<std::string>& kinds = draft_kinds();
    std::vector<StaleDocument> stale;
    for (const Document& document : project.documents) {
        std::vector<StaleReason> reasons = stale_reasons(project, document, formats);
        if (!reasons.empty()) {
            const bool known = std::find(kinds.begin(), kinds.end(), document.kind) != kinds.end();
            stale.push_back({document.id, document.title, std::move(reasons), known});
        }
    }
    return stale;
}

std::vector<DecisionSlots> standing_values(const Project& project) {
    std::vector<DecisionSlots> values;
    for (const DecisionCategory category : kDecisionCategories) {
        const Decision* decision = current_decision(project, category);
        if (decision == nullptr) {
            continue;
        }
        const std::optional<Date> day =
            category == DecisionCategory::Timeline ? target_date(project) : std::nullopt;
        values.push_back(day ? TimelineSlots{day, {}, {}} : decision->slots);
    }
    return values;
}

std::vector<DecisionSlots> values_after_edit(const Project& project,
                                             const Document* before,
                                             std::string_view markdown) {
    std::vector<DecisionSlots> values = standing_values(project);
    if (before == nullptr) {
        return values;
    }
    const std::string text = ascii::lowered(markdown);
    for (const StaleReason& reason : stale_reasons(project, *before)) {
        const bool still =
            reason.was &&
            quotes_what_changed(text, *reason.was, reason.now ? &*reason.now : nullptr);
        if (still) {
            std::erase_if(values, [&](const DecisionSlots& value) {
                return category_of(value) == reason.category;
            });
            values.push_back(*reason.was);
        }
    }
    return values;
}

}  // namespace atrium::domain
