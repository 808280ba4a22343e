#include "core/domain/guide/respond.h"

#include <utility>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
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

bool keeps_what_stands(const Scene& scene) {
    static const Pattern kKeep("^ (ok|yes|no|lets)? (keep|leave) (it|that|the|as|my)?");
    const std::optional<DecisionCategory> asked = scene.talk.asked;
    return asked && current_decision(*scene.talk.project, *asked) != nullptr &&
           kKeep.found_in(words_of(scene.text));
}

// What the message says is what already stands.
const Decision* said_again(const Scene& scene) {
    static const Pattern kChanges("(instead|change|not|other|another)");
    if (kChanges.found_in(words_of(scene.text))) {
        return nullptr;
    }
    for (const ProposedDecision& proposed : propose(scene).decisions) {
        const Decision* current =
            current_decision(*scene.talk.project, category_of(proposed.slots));
        if (current != nullptr && current->slots == proposed.slots) {
            return current;
        }
    }
    return nullptr;
}

Part keep(const Scene& scene, const Decision& decision, std::string_view key) {
    Part part;
    part.text = scene.say(key, {{"label", label_of(scene.talk, decision.slots)}});
    part.follow = Follow::Question;
    return part;
}

bool names_only_a_subject(const Scene& scene) {
    return scene.reading.subjects.size() == 1 && words_of(scene.text).size() <= 3;
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
    if (keeps_what_stands(scene)) {
        return keep(scene, *current_decision(*scene.talk.project, *scene.talk.asked), "keep");
    }
    const Decision* same = reading.question ? nullptr : said_again(scene);
    if (same != nullptr) {
        return keep(scene, *same, "ack.same");
    }
    return reading.intents.empty() ? without_intent(scene)
                                   : answer_intent(scene, reading.intents.front());
}

}  // namespace atrium::domain::guide
