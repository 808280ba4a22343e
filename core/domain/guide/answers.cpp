#include "core/domain/guide/answers.h"

#include <algorithm>
#include <utility>

#include "core/domain/detector/detector.h"
#include "core/domain/detector/particulars.h"
#include "core/domain/guide/chosen.h"
#include "core/domain/guide/objection.h"

namespace atrium::domain::guide {
namespace {

constexpr double kChosen = 0.97;       // one of the offered answers, word for word
constexpr double kAnswered = 0.93;     // a short answer to the question at hand
constexpr double kMentioned = 0.78;    // named among other words
constexpr double kHedged = 0.72;       // "maybe the 15th"
constexpr double kElsewhere = 0.80;    // a short answer to another question
constexpr double kCorrected = 0.88;    // "no, actually £12 a month"
constexpr std::size_t kBareWords = 3;  // nothing but a value
constexpr std::size_t kMostBesideCorrection = 3;
constexpr std::size_t kMostBeside = 4;  // more other words than this are a story, not an answer
constexpr double kMostPlaces = 60;
constexpr double kUsualPlaces = 12;

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

// The sentences that may hold an answer: no questions, nothing that asks for something, nothing that
// is argued against.
std::string answering_part(const Scene& scene) {
    std::string text;
    for (const Clause& clause : clauses_of(without_objections(scene.text))) {
        const Reading reading = read_message(clause.text);
        const bool asks = clause.question || reading.question || reading.nonsense ||
                          reading.foreign ||
                          !std::all_of(reading.intents.begin(), reading.intents.end(), is_talk);
        if (!asks) {
            text += clause.text + ". ";
        }
    }
    return text;
}

// "Every 2nd Thursday a live throwing demo, and I answer questions on Mondays": the event with its
// rhythm answers, what is told after it does not count against it. The creator's own words for the
// event are no other words either.
struct EventSaid {
    std::string text;
    std::size_t beside = 0;
};

EventSaid event_said(const Scene& scene, const std::string& text) {
    EventSaid said{text.substr(0, std::min(text.find(", and "), text.size())), 0};
    const Date today = scene.talk.context.today;
    const auto slots = slots_mentioned(DecisionCategory::Content, said.text, today);
    if (!slots || std::get<ContentSlots>(*slots).cadence.empty()) {
        return {text, words_beside_answer(text)};
    }
    const DecisionSlots full = with_particulars(*slots, said.text, today);
    const std::size_t own = words_beside_answer(std::get<ContentSlots>(full).format);
    const std::size_t beside = words_beside_answer(said.text);
    said.beside = beside - std::min(own, beside);
    return said;
}

// "5" to "how many places?"
std::optional<DecisionSlots> bare_number(const Scene& scene,
                                         DecisionCategory asked,
                                         std::size_t length,
                                         std::size_t beside) {
    const std::vector<double>& numbers = scene.reading.numbers;
    // "29" is no number of places as long as the price is open.
    const bool priced = current_decision(*scene.talk.project, DecisionCategory::Pricing) != nullptr;
    const double most = priced ? kMostPlaces : kUsualPlaces;
    const bool bare = length <= kBareWords && beside == 0 && scene.reading.subjects.empty();
    if (asked != DecisionCategory::Structure || numbers.size() != 1 || !bare ||
        numbers.front() < 1 || numbers.front() > most) {
        return std::nullopt;
    }
    return StructureSlots{std::nullopt, static_cast<int>(numbers.front()), std::nullopt};
}

// "a month" in a price is no opening day.
bool is_stray_time(const Scene& scene, const DecisionSlots& slots) {
    const std::vector<DecisionCategory>& subjects = scene.reading.subjects;
    const bool about_time =
        std::find(subjects.begin(), subjects.end(), DecisionCategory::Timeline) != subjects.end();
    return slots == DecisionSlots(TimelineSlots{}) && !about_time;
}

// "One tier with channels for glazes, throwing and sales"
std::optional<DecisionSlots> structure_with_names(const std::string& text, Date today) {
    if (channel_names_in(text).empty()) {
        return std::nullopt;
    }
    const auto counted = slots_mentioned(DecisionCategory::Structure, text, today);
    return with_particulars(counted.value_or(StructureSlots{}), text, today);
}

// "No, not that"; but "no, stay with Circle" and "no, 18" name what shall be.
bool refuses(const std::string& text) {
    static const Pattern kRather(
        "^ (no|nope|nah|wrong) (no|wait|price|date)? "
        "(yearly|annual|stay|stick|keep|lets|take|rather|make|use|go|its|"
        "it should|it is|i want|id rather|i would rather|the price|the date|we|charge) ");
    return answer_of(text) == Answer::No && !kRather.found_in(words_of(text));
}

// How sure it is that a message replaces what is decided: "no, actually £12 a month" does, a bare
// "livestream" is asked, "£12 is too cheap" is neither.
double replaces(const Scene& scene) {
    static const Pattern kCorrects(
        "(actually|instead|rather|change|make|move|push|shift|postpone|delay|no|wait|sorry|wrong|"
        "correction|i mean|i meant|should be)");
    static const Pattern kMeant(
        "(actually|instead|make it|correction|i meant|change it to|should be|should say|should "
        "have "
        "been|supposed to be|id rather|i would rather|id prefer)");
    static const Pattern kWeighs(
        "(too|cheap|cheaper|low|high|expensive|much|not|never|dont|if|better|than)");
    static const Pattern kNotOld("# * not #");  // "20 a month, not 18"
    const std::vector<std::string> words = words_of(scene.text);
    if (kNotOld.found_in(words) && words_beside_answer(scene.text) <= kMostBesideCorrection) {
        return kCorrected;
    }
    if (kMeant.found_in(words) && !kWeighs.found_in(words) && !scene.reading.hedged &&
        words_beside_answer(scene.text) <= kMostBesideCorrection) {
        return kCorrected;
    }
    const bool bare = words.size() <= kBareWords && words_beside_answer(scene.text) == 0;
    return kCorrects.found_in(words) || bare ? kElsewhere : 0;
}

}  // namespace

std::optional<ProposedDecision> answer_from_offered(const Scene& scene, DecisionCategory asked) {
    std::vector<Choice> choices = scene.choices(asked);
    if (const Suggestion* open = open_suggestion(*scene.talk.project, asked)) {
        Choice choice;
        choice.slots = std::get<ProposedDecision>(open->action).slots;
        choice.label = label_of(scene.talk, choice.slots);
        choice.reply = choice.label;
        choices.push_back(std::move(choice));
    }
    const bool meant = !scene.reading.question && !scene.reading.indifferent;
    const Choice* choice = meant ? chosen(choices, scene.text) : nullptr;
    if (choice == nullptr) {
        return std::nullopt;
    }
    return ProposedDecision{choice->slots, "", kChosen};
}

std::optional<ProposedDecision> answer_from_mention(const Scene& scene, DecisionCategory asked) {
    std::string text = answering_part(scene);
    std::size_t beside = words_beside_answer(text);
    if (asked == DecisionCategory::Content) {
        const EventSaid said = event_said(scene, text);
        text = said.text;
        beside = said.beside;
    }
    const std::size_t length = words_of(text).size();
    if (asked == DecisionCategory::Structure && !scene.reading.doubting &&
        !scene.reading.elsewhere) {
        if (const auto named = structure_with_names(text, scene.talk.context.today)) {
            return ProposedDecision{*named, "", scene.reading.hedged ? kHedged : kAnswered};
        }
    }
    if (length == 0 || beside > kMostBeside || scene.reading.doubting || scene.reading.elsewhere) {
        return std::nullopt;
    }
    // "5" to the question about places means places, whatever else a number can mean.
    std::optional<DecisionSlots> slots = bare_number(scene, asked, length, beside);
    if (!slots) {
        slots = slots_mentioned(asked, text, scene.talk.context.today);
    }
    if (!slots || refuses(text) || is_stray_time(scene, *slots)) {
        return std::nullopt;
    }
    const double confidence = scene.reading.hedged ? kHedged : beside > 0 ? kMentioned : kAnswered;
    return ProposedDecision{*slots, "", confidence};
}

std::optional<ProposedDecision> answer_to_other_question(const Scene& scene,
                                                         std::optional<DecisionCategory> asked) {
    std::optional<ProposedDecision> found;
    std::vector<DecisionCategory> subjects = scene.reading.subjects;
    if (subjects.empty() && scene.reading.numbers.size() == 1 &&
        words_of(scene.text).size() <= kBareWords &&
        current_decision(*scene.talk.project, DecisionCategory::Pricing) == nullptr) {
        subjects.push_back(DecisionCategory::Pricing);  // a number out of the blue is a price
    }
    for (const DecisionCategory category : subjects) {
        const bool decided = current_decision(*scene.talk.project, category) != nullptr;
        const double most = decided ? replaces(scene) : kElsewhere;
        if (category == asked || most <= 0) {
            continue;
        }
        auto mentioned = answer_from_mention(scene, category);
        if (!mentioned) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = mentioned;
        found->confidence = most > kElsewhere ? most : std::min(found->confidence, most);
    }
    return found;
}

}  // namespace atrium::domain::guide
