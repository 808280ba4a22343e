#include "core/domain/guide/respond.h"

#include <utility>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/objection.h"
#include "core/domain/guide/overview.h"
#include "core/domain/guide/propose.h"
#include "core/domain/guide/retraction.h"
#include "core/domain/guide/weigh.h"

namespace atrium::domain::guide {
namespace {

using Handler = Part (*)(const Scene&);

// Intents whose answer is worked out. The others have a phrase of their name.
const std::vector<std::pair<std::string_view, Handler>>& handlers() {
    static const std::vector<std::pair<std::string_view, Handler>> kHandlers = {
        {"undo", reply::undo},
        {"give_up", reply::refuse},
        {"pause", reply::pause},
        {"about_me", reply::about_me},
        {"about_platform", reply::about_platform},
        {"time_left", reply::time_left},
        {"progress", reply::progress},
        {"show_plan", reply::show_plan},
        {"this_week", reply::this_week},
        {"whats_next", reply::whats_next},
        {"refit", reply::refit},
        {"short_week", reply::short_week},
        {"what_if_hours", reply::what_if_hours},
        {"what_if_price", reply::what_if_price},
        {"what_if_date", reply::what_if_date},
        {"compare", reply::compare},
        {"recommend", reply::recommend},
        {"skip", reply::skip},
        {"go_back", reply::go_back},
        {"forecast", reply::forecast},
        {"members_needed", reply::members_needed},
        {"ready", reply::ready},
        {"plan_anyway", reply::plan_anyway},
        {"change_profile", reply::change_profile},
        {"tiers_advice", reply::tiers_advice},
        {"repeat_question", reply::repeat_question},
        {"eligibility", reply::eligibility},
        {"fees", reply::fees},
        {"why", reply::why},
        {"more_detail", reply::more_detail},
        {"task_help", reply::task_help},
        {"draft", reply::draft},
        {"ready_to_go", reply::ready_to_go},
        {"community_name", reply::community_name},
        {"space_names", reply::space_names},
        {"structure_advice", reply::structure_advice},
        {"others_charge", reply::others_charge},
        {"not_yet", reply::not_yet},
        {"tasks_left", reply::tasks_left},
        {"ease", reply::ease},
    };
    return kHandlers;
}

Part answer_intent(const Scene& scene, const std::string& intent) {
    for (const auto& [id, handler] : handlers()) {
        if (id == intent) {
            return handler(scene);
        }
    }
    Part part;
    part.text = scene.say(intent);
    return part;
}

// "Keep it", "no, stay with Circle": the decision that is meant to stand, or null.
const Decision* kept(const Scene& scene) {
    static const Pattern kKeep(
        "^ (ok|yes|no|nope|nah|hm|lets|well|actually|please|i|ill|we)? (no|lets|want to|will|would "
        "rather)? (keep|leave|stay|stick|staying|sticking|remain) "
        "(it|that|the|as|my|with|on|at|to)?");
    static const Pattern kTask("(task|step|plan)");
    const std::vector<std::string> words = words_of(scene.text);
    if (!kKeep.found_in(words) || scene.reading.question || kTask.found_in(words)) {
        return nullptr;
    }
    const Project& project = *scene.talk.project;
    if (!scene.reading.platforms.empty()) {
        const auto* stands = current_slots<PlatformSlots>(project);
        const bool same = stands != nullptr && scene.reading.platforms == std::vector{stands->name};
        return same ? current_decision(project, DecisionCategory::Platform) : nullptr;
    }
    if (!scene.reading.subjects.empty()) {
        return current_decision(project, scene.reading.subjects.front());
    }
    return scene.talk.asked ? current_decision(project, *scene.talk.asked) : nullptr;
}

// What the message says is what already stands.
const Decision* said_again(const Scene& scene) {
    static const Pattern kChanges("(instead|change|not|other|another)");
    const bool changes = kChanges.found_in(words_of(scene.text));
    for (const ProposedDecision& proposed : propose(scene).decisions) {
        const Decision* current =
            current_decision(*scene.talk.project, category_of(proposed.slots));
        // "The 180 is a year, not a month! Make it 18 a month or 180 a year" says it for sure.
        if (changes && proposed.confidence < kApplyConfidence) {
            continue;
        }
        if (current != nullptr && current->slots == proposed.slots) {
            return current;
        }
    }
    return nullptr;
}

Part keep(const Scene& scene, const Decision& decision, std::string_view key) {
    Part part;
    part.text = scene.say(key, label_facts(scene.talk, decision.slots));
    part.follow = Follow::Question;
    return part;
}

bool names_only_a_subject(const Scene& scene) {
    return scene.reading.subjects.size() == 1 && words_of(scene.text).size() <= 3;
}

// Questions in a message of several sentences are answered one by one, at most so many.
constexpr std::size_t kQuestionsAnswered = 3;
constexpr std::size_t kSeveralSentences = 3;
constexpr std::size_t kQuotedBytes = 90;

bool asks(const Clause& clause) {
    static const Pattern kAsking(
        "^ (and|so|but|ok|okay|well|then|also|or)? (how|what|whats|which|who|where|when|why|should|"
        "shall|can|could|would|will|is|are|do|does|did)");
    return clause.words.size() > 2 && (clause.question || kAsking.found_in(clause.words));
}

// What is told without a question and still waits for a word.
bool wants_a_word(const std::optional<std::string>& intent) {
    return intent == "failed_before" || intent == "nervous";
}

std::string quoted(std::string text) {
    text.erase(0, text.find_first_not_of(" \t"));
    if (text.size() <= kQuotedBytes) {
        return "\"" + text + "\"";
    }
    return "\"" + text.substr(0, text.rfind(' ', kQuotedBytes)) + " …\"";
}

// The intents that answer a sentence: what is told counts only where it is a question's own matter.
std::optional<std::string> best_intent(const Reading& reading) {
    static const std::vector<std::string> kTalk = {
        "greeting", "thanks", "praise", "how_are_you", "ready_to_go", "more_detail", "long"};
    for (const std::string& intent : reading.intents) {
        if (std::find(kTalk.begin(), kTalk.end(), intent) == kTalk.end()) {
            return intent;
        }
    }
    return std::nullopt;
}

// Empty where the message is no such one, or none of its questions is understood.
Part answer_questions(const Scene& scene) {
    Part part;
    const std::vector<Clause>& clauses = scene.reading.clauses;
    if (clauses.size() < kSeveralSentences || std::none_of(clauses.begin(), clauses.end(), asks)) {
        return part;
    }
    std::vector<std::string> answered;
    std::vector<std::string> left;
    for (const Clause& clause : clauses) {
        Scene one = scene;
        one.text = clause.text;
        one.reading = read_message(clause.text);
        const std::optional<std::string> intent = best_intent(one.reading);
        if (!asks(clause) && !wants_a_word(intent)) {
            continue;
        }
        if (!intent) {
            left.push_back(quoted(clause.text));
        } else if (std::find(answered.begin(), answered.end(), *intent) == answered.end() &&
                   answered.size() < kQuestionsAnswered) {
            answered.push_back(*intent);
            const Part answer = answer_intent(one, *intent);
            part.text += (part.text.empty() ? "" : "\n\n") + answer.text;
        }
    }
    if (answered.empty()) {
        return Part{};
    }
    if (!left.empty()) {
        left.resize(std::min(left.size(), kQuestionsAnswered));
        part.text += "\n\n" + scene.say("questions.left", {{"left_questions", listed(left)}});
    }
    return part;
}

Part without_intent(const Scene& scene) {
    const Reading& reading = scene.reading;
    if (reading.doubting) {
        return reply::doubt(scene);
    }
    if (!reading.platforms.empty() && reading.question) {
        return reading.platforms.size() > 1 ? reply::compare(scene) : reply::about_platform(scene);
    }
    static const Pattern kEither("# (or|and) #");
    const bool priced = scene.talk.asked == DecisionCategory::Pricing && reading.subjects.empty();
    if (kEither.found_in(words_of(scene.text)) && (reading.question || priced)) {
        return reply::compare(scene);
    }
    if (const std::optional<DecisionSlots> value = value_weighed(scene)) {
        return weigh(scene, *value);
    }
    const Date today = scene.talk.context.today;
    if (slots_mentioned(DecisionCategory::Timeline, scene.text, today) ==
            DecisionSlots(TimelineSlots{}) &&
        scene.talk.asked == DecisionCategory::Timeline) {
        return reply::what_if_date(scene);
    }
    switch (answer_of(scene.text)) {
        case Answer::No:
            return reply::refuse(scene);
        case Answer::Unsure:
            return reply::doubt(scene);
        case Answer::Yes:
            return reply::ready_to_go(scene);
        case Answer::Question:
        case Answer::None:
            break;
    }
    if (names_only_a_subject(scene)) {
        return reply::go_back(scene);
    }
    if (reading.question && !reading.tasks.empty()) {
        return reply::task_help(scene);
    }
    return reply::misunderstood(scene);
}

}  // namespace

std::optional<DecisionCategory> concerned(const Scene& scene) {
    if (!scene.reading.platforms.empty()) {
        return DecisionCategory::Platform;
    }
    if (!scene.reading.subjects.empty()) {
        return scene.reading.subjects.front();
    }
    return scene.talk.asked ? scene.talk.asked : next_question(scene.talk);
}

bool asks_something(const Scene& scene) {
    return scene.reading.question && !scene.reading.intents.empty();
}

Part respond(const Scene& scene) {
    const Reading& reading = scene.reading;
    Part part;
    if (reading.foreign || reading.nonsense) {
        part.text = scene.say(reading.foreign ? "foreign" : "nonsense");
        return part;
    }
    if (propose(scene).past_date) {
        part.text = scene.say("follow.timeline.past");
        part.follow = Follow::Nothing;
        part.topic = category_id(DecisionCategory::Timeline);
        part.replies = replies_of(scene.choices(DecisionCategory::Timeline));
        return part;
    }
    if (const std::string refused = refused_change(scene); !refused.empty()) {
        part.text = refused;
        return part;
    }
    if (reading.indifferent && !reading.question) {
        return reply::indifferent(scene);
    }
    if (const Decision* decision = given_up(scene)) {
        return reopen(scene, *decision);
    }
    if (const Decision* decision = kept(scene)) {
        return keep(scene, *decision, "keep");
    }
    if (const std::optional<DecisionCategory> category = turned_down(scene)) {
        return reply::objection(scene, *category);
    }
    if (const std::optional<DecisionSlots> value = value_instead(scene)) {
        return weigh(scene, *value);
    }
    if (Part answers = answer_questions(scene); !answers.text.empty()) {
        return answers;
    }
    const Decision* same = reading.question ? nullptr : said_again(scene);
    if (same != nullptr) {
        return keep(scene, *same, "ack.same");
    }
    return reading.intents.empty() ? without_intent(scene)
                                   : answer_intent(scene, reading.intents.front());
}

}  // namespace atrium::domain::guide
