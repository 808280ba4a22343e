#include <algorithm>

#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/waiting.h"

namespace atrium::domain::guide::reply {
namespace {

Facts category_facts(DecisionCategory category) {
    const std::string words = category_words(category);
    return {{"category", "the " + words}, {"Category", "The " + words}};
}

// The decision that was asked about before the present question.
std::optional<DecisionCategory> previous_category(const Talk& talk) {
    std::optional<DecisionCategory> previous;
    for (const Message& message : talk.project->messages) {
        const std::optional<DecisionCategory> topic = category_from_id(message.topic);
        if (topic && topic != talk.asked) {
            previous = topic;
        }
    }
    return previous;
}

// The message before the present one led nowhere either.
bool misunderstood_before(const Scene& scene) {
    const Talk& talk = scene.talk;
    const Message* before = nullptr;
    for (const Message& message : talk.project->messages) {
        if (message.author == Author::Creator && &message != talk.last_creator) {
            before = &message;
        }
    }
    if (before == nullptr) {
        return false;
    }
    const Reading reading = read_message(before->text);
    const bool led_somewhere = std::any_of(
        talk.project->decisions.begin(), talk.project->decisions.end(), [&](const Decision& d) {
            return d.message == before->id;
        });
    return !led_somewhere && reading.intents.empty();
}

// "Should I skip the beta?" gets advice; telling us to do it is a change of the plan.
Part skip_task(const Scene& scene, const std::string& id) {
    const std::vector<PlannedTask>& tasks = scene.numbers.request.tasks;
    const auto task = std::find_if(
        tasks.begin(), tasks.end(), [&](const PlannedTask& one) { return one.id == id; });
    const std::string title = task_title(*scene.talk.project, id);
    const std::string caution = "ack.plan.skip." + id;
    const Facts facts = {{"task_title", title},
                         {"task_hours", task == tasks.end() ? "" : hours_words(task->hours)}};
    Part part;
    part.text = scene.say(has_phrase(caution) ? "skip.task.caution" : "skip.task", facts);
    part.text += has_phrase(caution) ? " " + scene.say(caution) : "";
    if (!next_question(scene.talk)) {
        part.replies = {"Skip \"" + title + "\"", "No, keep it", "Show the plan"};
        part.topic = "plan";
        part.follow = Follow::Nothing;
    }
    return part;
}

// What can be asked of the guide just now.
std::vector<std::string> examples(const Scene& scene) {
    const std::optional<DecisionCategory> next = next_question(scene.talk);
    if (!next) {
        return {"What should I do this week?", "How much would I earn?", "Am I ready?"};
    }
    std::vector<std::string> replies = {"Draft the member promise"};
    switch (*next) {
        case DecisionCategory::Platform:
            replies = {"Compare Circle and Discord", "Which is easier to use?", replies[0]};
            break;
        case DecisionCategory::Pricing:
            replies = {"What do others charge?", "How much would I earn?", replies[0]};
            break;
        case DecisionCategory::Structure:
            replies = {"How many channels do I need?", "Compare them", replies[0]};
            break;
        case DecisionCategory::Timeline:
            replies = {"What is the earliest day?", "Can I change it later?", replies[0]};
            break;
        case DecisionCategory::Content:
            replies = {"Compare them", "What would you do?", replies[0]};
            break;
    }
    for (std::string& reply : replies) {
        reply = in_room_words(*scene.talk.project, std::move(reply));
    }
    return replies;
}

// "Not sure about the price yet, the structure first": what stands can wait, and the other subject of
// the message, or the open question, comes next.
Part leave_standing(const Scene& scene, const Decision& decision) {
    const std::string words = category_words(category_of(decision.slots));
    Part part;
    part.follow = Follow::Question;
    for (const DecisionCategory subject : scene.reading.subjects) {
        if (current_decision(*scene.talk.project, subject) == nullptr) {
            part = ask(scene, subject);
            break;
        }
    }
    Facts facts = label_facts(scene.talk, decision.slots);
    facts["Category"] = "The " + words;
    const std::string stands = scene.say("unsure.stands", facts);
    part.text = part.text.empty() ? stands : stands + "\n\n" + part.text;
    return part;
}

}  // namespace

Part skip(const Scene& scene) {
    if (scene.reading.tasks.size() == 1) {
        return skip_task(scene, scene.reading.tasks.front());
    }
    Part part;
    const auto open = std::count_if(
        kDecisionCategories.begin(), kDecisionCategories.end(), [&](DecisionCategory category) {
            return current_decision(*scene.talk.project, category) == nullptr;
        });
    part.text = scene.say(open == 0 ? "skip.nothing" : open == 1 ? "skip.last" : "skip");
    part.follow = open == 1 ? Follow::ShortQuestion : Follow::Question;
    return part;
}

Part go_back(const Scene& scene) {
    const std::vector<DecisionCategory>& subjects = scene.reading.subjects;
    const std::optional<DecisionCategory> category =
        subjects.empty() ? previous_category(scene.talk) : subjects.front();
    if (!category) {
        Part part;
        part.text = scene.say("go_back.start");
        return part;
    }
    Part part = ask_shortly(scene, *category);
    const Decision* decision = current_decision(*scene.talk.project, *category);
    Facts facts = category_facts(*category);
    if (decision == nullptr) {
        part = ask(scene, *category);
        part.text = scene.say("go_back.open", facts) + " " + part.text;
        return part;
    }
    facts.merge(label_facts(scene.talk, decision->slots));
    part.text = scene.say("go_back", facts);
    part.replies = replies_without(scene.choices(*category), decision->slots);
    part.replies.insert(part.replies.begin(), "Keep " + facts["Label"]);
    part.replies.resize(std::min(part.replies.size(), kMaxReplies));
    return part;
}

Part undo(const Scene& scene) {
    const std::vector<Decision>& decisions = scene.talk.project->decisions;
    Part part;
    part.text = decisions.empty()
                    ? scene.say("undo.nothing")
                    : scene.say("undo", label_facts(scene.talk, decisions.back().slots));
    return part;
}

Part pause(const Scene& scene) {
    Part part;
    const std::optional<DecisionCategory> next = next_question(scene.talk);
    const std::string topic = next ? "the " + category_words(*next) : "the plan";
    part.text = scene.say("pause", {{"resume_topic", topic}});
    part.replies = {"Where were we?"};
    part.topic = next ? category_id(*next) : "plan";
    part.follow = Follow::Nothing;
    return part;
}

Part ready_to_go(const Scene& scene) {
    if (!next_question(scene.talk)) {
        return this_week(scene);
    }
    Part part;
    part.text = scene.say("ready_to_go");
    part.follow = Follow::Question;
    return part;
}

Part repeat_question(const Scene& scene) {
    Part part;
    part.text = scene.say("repeat_question");
    part.follow = Follow::Question;
    return part;
}

Part refuse(const Scene& scene) {
    const std::optional<DecisionCategory> asked = scene.talk.asked;
    Part part;
    if (asked && current_decision(*scene.talk.project, *asked) == nullptr) {
        part = ask_shortly(scene, *asked);
        part.text = scene.say("no.plain") + " " + scene.say("no.offer");
        return part;
    }
    part.text = scene.say("confirm.no");
    return part;
}

Part doubt(const Scene& scene) {
    const std::optional<DecisionCategory> category = concerned(scene);
    Part part;
    if (!category) {
        part.text = scene.say("nervous");
        return part;
    }
    if (const Decision* stands = current_decision(*scene.talk.project, *category)) {
        return leave_standing(scene, *stands);
    }
    if (const Suggestion* waiting = waiting_suggestion(scene.talk, *category)) {
        part = ask_again(scene, *waiting);
        part.text = scene.say("unsure." + category_id(*category)) + "\n\n" + part.text;
        return part;
    }
    part = ask_shortly(scene, *category);
    part.text = scene.say("unsure." + category_id(*category)) + "\n\n" +
                recommendation(scene, *category) + " " + scene.say("delegate.ask");
    return part;
}

// Resignation is no yes: asked once, plainly, then left open.
Part indifferent(const Scene& scene) {
    const std::optional<DecisionCategory> open = next_question(scene.talk);
    Part part;
    if (!open) {
        part.text = scene.say("indifferent.done");
        return part;
    }
    if (scene.talk.resigned) {
        part.text = scene.say("indifferent.twice");
        part.follow = Follow::Question;
        return part;
    }
    const bool asked =
        scene.talk.asked && current_decision(*scene.talk.project, *scene.talk.asked) == nullptr;
    const DecisionCategory category = asked ? *scene.talk.asked : *open;
    const Suggestion* waiting = waiting_suggestion(scene.talk, category);
    const DecisionSlots slots =
        waiting != nullptr
            ? std::get<ProposedDecision>(waiting->action).slots
            : on_offer(scene, category).value_or(recommended(scene.choices(category)).slots);
    part = ask_to_record(scene, slots, scene.say("indifferent", label_facts(scene.talk, slots)));
    part.replies[1] = "Skip this one";
    return part;
}

Part misunderstood(const Scene& scene) {
    Part part;
    const Reading& reading = scene.reading;
    const bool told_something = !reading.question && scene.text.size() > 60;
    if (reading.very_long) {
        part.text = scene.say("long");
    } else if (told_something) {
        part.text = scene.say("noted");
    } else {
        part.text = scene.say(misunderstood_before(scene) ? "unclear.twice" : "unclear");
        part.examples = examples(scene);
    }
    return part;
}

}  // namespace atrium::domain::guide::reply
