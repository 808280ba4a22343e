#include "core/domain/guide/propose.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/domain/detector/detector.h"
#include "core/domain/number_text.h"

namespace atrium::domain::guide {
namespace {

constexpr double kChosen = 0.97;        // one of the offered answers, word for word
constexpr double kAnswered = 0.93;      // a short answer to the question at hand
constexpr double kMentioned = 0.78;     // named in a longer answer to it
constexpr double kHedged = 0.72;        // "maybe the 15th"
constexpr double kElsewhere = 0.80;     // a short answer to another question
constexpr double kVague = 0.70;         // "mid January", for which the guide proposes a day
constexpr double kAbsurd = 0.75;        // too large to be recorded without asking
constexpr double kDecisionTask = 0.91;  // the task that the decision itself completes
constexpr std::size_t kMostBeside = 4;  // more other words than this are a story, not an answer
constexpr double kAbsurdPriceUsd = 2'000;
constexpr int kAbsurdPlaces = 60;
constexpr int kAbsurdTiers = 8;
constexpr int kAbsurdYears = 3;

// Intents in whose sentences a named value is still an answer.
bool is_talk(const std::string& intent) {
    static const std::vector<std::string> kTalk = {"thanks",
                                                   "greeting",
                                                   "ready_to_go",
                                                   "praise",
                                                   "go_back",
                                                   "how_are_you",
                                                   "nervous",
                                                   "trial",
                                                   "annual",
                                                   "pause",
                                                   "tiers_advice"};
    return std::find(kTalk.begin(), kTalk.end(), intent) != kTalk.end();
}

// The sentences that may hold an answer: no questions, nothing that asks for something.
std::string answering_part(const Scene& scene) {
    std::string text;
    for (const Clause& clause : scene.reading.clauses) {
        const Reading reading = read_message(clause.text);
        const bool asks = clause.question || reading.nonsense || reading.foreign ||
                          !std::all_of(reading.intents.begin(), reading.intents.end(), is_talk);
        if (!asks) {
            text += clause.text + ". ";
        }
    }
    return text;
}

// The decision a bare value answers: the question at hand, or the one the creator turns back to.
std::optional<DecisionCategory> asked_category(const Scene& scene) {
    if (scene.reading.means("go_back") && scene.reading.subjects.size() == 1) {
        return scene.reading.subjects.front();
    }
    return scene.talk.asked;
}

std::optional<ProposedDecision> from_offered(const Scene& scene, DecisionCategory asked) {
    std::vector<Choice> choices = scene.choices(asked);
    if (const Suggestion* open = open_suggestion(*scene.talk.project, asked)) {
        Choice choice;
        choice.slots = std::get<ProposedDecision>(open->action).slots;
        choice.label = label_of(scene.talk, choice.slots);
        choice.reply = choice.label;
        choices.push_back(std::move(choice));
    }
    const Choice* choice = scene.reading.question ? nullptr : chosen(choices, scene.text);
    if (choice == nullptr) {
        return std::nullopt;
    }
    return ProposedDecision{choice->slots, "", kChosen};
}

// "5" to "how many places?"
std::optional<DecisionSlots> bare_number(const Scene& scene,
                                         DecisionCategory asked,
                                         std::size_t length) {
    const std::vector<double>& numbers = scene.reading.numbers;
    if (asked != DecisionCategory::Structure || numbers.size() != 1 || length > 2 ||
        numbers.front() < 1 || numbers.front() > kAbsurdPlaces) {
        return std::nullopt;
    }
    return StructureSlots{std::nullopt, static_cast<int>(numbers.front()), std::nullopt};
}

std::optional<ProposedDecision> from_mention(const Scene& scene, DecisionCategory asked) {
    const std::string text = answering_part(scene);
    const std::size_t length = words_of(text).size();
    const std::size_t beside = words_beside_answer(text);
    if (length == 0 || beside > kMostBeside || scene.reading.doubting) {
        return std::nullopt;
    }
    std::optional<DecisionSlots> slots = slots_mentioned(asked, text, scene.talk.context.today);
    if (!slots) {
        slots = bare_number(scene, asked, length);
    }
    if (!slots || answer_of(text) == Answer::No) {
        return std::nullopt;
    }
    const double confidence = scene.reading.hedged ? kHedged : beside > 0 ? kMentioned : kAnswered;
    return ProposedDecision{*slots, "", confidence};
}

// A short answer to another question than the one at hand: worth asking about, not more.
std::optional<ProposedDecision> from_other_question(const Scene& scene,
                                                    std::optional<DecisionCategory> asked) {
    std::optional<ProposedDecision> found;
    for (const DecisionCategory category : scene.reading.subjects) {
        if (category == asked || current_decision(*scene.talk.project, category) != nullptr) {
            continue;
        }
        auto mentioned = from_mention(scene, category);
        if (!mentioned || mentioned->confidence < kAnswered) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = mentioned;
        found->confidence = kElsewhere;
    }
    return found;
}

// Values that were not said this time are those of the question or of the decision it changes.
struct Complete {
    const Scene& scene;

    void operator()(PlatformSlots&) const {}

    void operator()(PricingSlots& slots) const {
        const bool priced = slots.amount.value_or(0) > 0 || !slots.tiers.empty();
        if (!priced) {
            return;
        }
        const auto* before = current_slots<PricingSlots>(*scene.talk.project);
        if (slots.currency.empty()) {
            slots.currency = before != nullptr && !before->currency.empty()
                                 ? before->currency
                                 : scene.numbers.currency;
        }
        if (slots.interval.empty()) {
            slots.interval = before != nullptr && !before->interval.empty()  ? before->interval
                             : scene.talk.asked == DecisionCategory::Pricing ? "month"
                                                                             : "";
        }
    }

    void operator()(StructureSlots& slots) const {
        if (const auto* before = current_slots<StructureSlots>(*scene.talk.project)) {
            slots.tiers = slots.tiers ? slots.tiers : before->tiers;
            slots.channels = slots.channels ? slots.channels : before->channels;
            slots.roles = slots.roles ? slots.roles : before->roles;
        }
        const bool nothing = !slots.tiers && !slots.channels && !slots.roles;
        if (nothing) {
            slots = std::get<StructureSlots>(
                recommended(scene.choices(DecisionCategory::Structure)).slots);
        }
    }

    void operator()(TimelineSlots&) const {}

    void operator()(ContentSlots& slots) const {
        if (const auto* before = current_slots<ContentSlots>(*scene.talk.project)) {
            slots.cadence = slots.cadence.empty() ? before->cadence : slots.cadence;
            slots.format = slots.format.empty() ? before->format : slots.format;
        }
        if (slots.cadence.empty() && slots.format.empty()) {
            slots =
                std::get<ContentSlots>(recommended(scene.choices(DecisionCategory::Content)).slots);
        }
    }
};

// "mid January": the Friday nearest to what the words mean; otherwise the recommended day.
Date day_for_vague_words(const Scene& scene) {
    static constexpr std::array<std::string_view, 12> kMonths = {"january",
                                                                 "february",
                                                                 "march",
                                                                 "april",
                                                                 "may",
                                                                 "june",
                                                                 "july",
                                                                 "august",
                                                                 "september",
                                                                 "october",
                                                                 "november",
                                                                 "december"};
    const std::vector<std::string> words = words_of(scene.text);
    const auto has = [&](std::initializer_list<std::string_view> wanted) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
        });
    };
    const Date today = scene.talk.context.today;
    for (std::size_t month = 0; month < kMonths.size(); ++month) {
        const std::string_view name = kMonths[month];
        if (!has({name}) && !has({name.substr(0, 3)})) {
            continue;
        }
        const int day = has({"early", "beginning", "start"}) ? 8 : has({"late", "end"}) ? 25 : 15;
        const int year = civil_from_date(today).year;
        Date date = date_from_civil(year, static_cast<int>(month) + 1, day);
        if (date <= today) {
            date = date_from_civil(year + 1, static_cast<int>(month) + 1, day);
        }
        const int to_friday = (4 - weekday(date) + 10) % 7 - 3;
        return Date{date.days + to_friday};
    }
    const std::vector<Choice> days = scene.choices(DecisionCategory::Timeline);
    return *std::get<TimelineSlots>(recommended(days).slots).date;
}

bool is_absurd(const Scene& scene, const DecisionSlots& slots) {
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        const Result<double> usd =
            usd_from(monthly_amount(*price), scene.numbers.currency, built_in_market());
        return usd && usd.value() > kAbsurdPriceUsd && price->interval != "once";
    }
    if (const auto* structure = std::get_if<StructureSlots>(&slots)) {
        return structure->channels.value_or(0) > kAbsurdPlaces ||
               structure->roles.value_or(0) > kAbsurdPlaces ||
               structure->tiers.value_or(0) > kAbsurdTiers;
    }
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        const std::optional<Date> day = day_of(*timeline, scene.talk.context.today);
        return day && day->days > scene.talk.context.today.days + 365 * kAbsurdYears;
    }
    return false;
}

// Brings a found value into the shape in which it is recorded, or refuses it.
bool settle(const Scene& scene, ProposedDecision& proposed, Proposals& proposals) {
    std::visit(Complete{scene}, proposed.slots);
    if (auto* timeline = std::get_if<TimelineSlots>(&proposed.slots)) {
        const std::optional<Date> day = day_of(*timeline, scene.talk.context.today);
        if (day && *day < scene.talk.context.today) {
            proposals.past_date = true;
            return false;
        }
        if (!day) {
            timeline->date = day_for_vague_words(scene);
            proposed.confidence = std::min(proposed.confidence, kVague);
        }
    }
    if (is_absurd(scene, proposed.slots)) {
        proposed.confidence = std::min(proposed.confidence, kAbsurd);
    }
    proposed.rationale = rationale_for(scene, proposed.slots);
    return true;
}

void propose_decisions(const Scene& scene, Proposals& proposals) {
    std::vector<ProposedDecision> found;
    const std::optional<DecisionCategory> asked = asked_category(scene);
    if (asked) {
        if (auto offered = from_offered(scene, *asked)) {
            found.push_back(*offered);
        }
    }
    const Detection detection = detect(scene.text, Speaker::User, scene.talk.context.today);
    for (const DetectedDecision& decision : detection.decisions) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const auto& other) {
            return category_of(other.slots) == category_of(decision.slots);
        });
        if (!known) {
            found.push_back({decision.slots, "", decision.confidence});
        }
    }
    // What the detector is not sure of by itself may be plain as an answer to the question.
    const auto answer = std::find_if(found.begin(), found.end(), [&](const auto& other) {
        return category_of(other.slots) == asked;
    });
    const bool answered = answer != found.end() && answer->confidence >= kApplyConfidence;
    if (asked && !answered) {
        auto mentioned = from_mention(scene, *asked);
        if (mentioned && answer == found.end()) {
            found.push_back(*mentioned);
        } else if (mentioned && mentioned->confidence > answer->confidence) {
            *answer = *mentioned;
        }
    }
    if (found.empty()) {
        if (auto elsewhere = from_other_question(scene, asked)) {
            found.push_back(*elsewhere);
        }
    }
    for (ProposedDecision& proposed : found) {
        if (settle(scene, proposed, proposals)) {
            proposals.decisions.push_back(std::move(proposed));
        }
    }
}

// Choosing is what these tasks consist of; the first month also needs its calendar.
void propose_tasks(const Scene& scene, Proposals& proposals) {
    const Detection detection = detect(scene.text, Speaker::User, scene.talk.context.today);
    for (const DetectedTask& task : detection.tasks) {
        proposals.tasks.push_back({task.task_id, scene.say("task_note.said"), task.confidence});
    }
    for (const ProposedDecision& decision : proposals.decisions) {
        const DecisionCategory category = category_of(decision.slots);
        const std::string& id = built_in_template().decision(category).task_id;
        const bool told = std::any_of(proposals.tasks.begin(),
                                      proposals.tasks.end(),
                                      [&](const auto& task) { return task.task_id == id; });
        const bool completes = decision.confidence >= kApplyConfidence &&
                               category != DecisionCategory::Content && is_complete(decision.slots);
        if (completes && !told && !task_is_done(*scene.talk.project, id)) {
            proposals.tasks.push_back({id, scene.say("task_note." + id), kDecisionTask});
        }
    }
}

}  // namespace

std::optional<Date> day_of(const TimelineSlots& slots, Date today) {
    if (slots.date) {
        return slots.date;
    }
    if (slots.weeks || slots.days) {
        return Date{today.days + slots.weeks.value_or(0) * 7 + slots.days.value_or(0)};
    }
    return std::nullopt;
}

bool is_complete(const DecisionSlots& slots) {
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        return price->amount || !price->tiers.empty();
    }
    if (const auto* structure = std::get_if<StructureSlots>(&slots)) {
        return structure->channels.has_value();
    }
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        return timeline->date || timeline->weeks || timeline->days;
    }
    if (const auto* content = std::get_if<ContentSlots>(&slots)) {
        return !content->cadence.empty() && !content->format.empty();
    }
    return true;
}

Facts facts_with(const Scene& scene, const DecisionSlots& slots) {
    Facts facts = scene.facts;
    if (const auto* platform = std::get_if<PlatformSlots>(&slots)) {
        const TakeHome* row = scene.numbers.take_home_of(platform->name);
        facts["platform"] = decision_label(slots);
        facts["platform_keep"] =
            row == nullptr ? "" : round_money_text(row->keep.value, row->currency);
    }
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        const double amount = monthly_amount(*price);
        const ConversionNeed need = need_at(scene.talk, scene.numbers, amount);
        facts["price_each"] = money_text(amount, scene.numbers.price.currency);
        facts["members_needed"] = number_text(need.members);
        facts["need_share"] = percent_text(need.share);
    }
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        const std::optional<Date> day = day_of(*timeline, scene.talk.context.today);
        const ScheduleRequest& request = scene.numbers.request;
        const double hours =
            day ? hours_between(request.today, *day, request.hours_per_week, request.away) : 0;
        facts["hours_available"] = hours_words(hours);
    }
    return facts;
}

std::string rationale_for(const Scene& scene, const DecisionSlots& slots) {
    const Facts facts = facts_with(scene, slots);
    if (std::holds_alternative<PlatformSlots>(slots) && facts.at("platform_keep").empty()) {
        return phrase("rationale.platform.unknown", facts, 0);
    }
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        if (monthly_amount(*price) <= 0) {
            return phrase("rationale.pricing.free", facts, 0);
        }
    }
    return phrase("rationale." + category_id(category_of(slots)), facts, 0);
}

Proposals propose(const Scene& scene) {
    Proposals proposals;
    if (scene.reading.nonsense || scene.reading.foreign) {
        return proposals;
    }
    propose_decisions(scene, proposals);
    propose_tasks(scene, proposals);
    return proposals;
}

}  // namespace atrium::domain::guide
