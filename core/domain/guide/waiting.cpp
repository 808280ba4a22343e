#include "core/domain/guide/waiting.h"

#include <algorithm>
#include <utility>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/chosen.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/weigh.h"

namespace atrium::domain::guide {
namespace {

// So many messages are looked through for what was asked about.
constexpr std::size_t kLooksBack = 40;

// A no to a question about this decision, after the message with this id.
bool was_refused(const Talk& talk, DecisionCategory category, const MessageId& since) {
    const std::string id = category_id(category);
    bool later = false;
    bool asked = false;
    for (const Message& message : talk.project->messages) {
        if (message.author != Author::Creator) {
            asked = message.topic == id;
        } else if (later && asked && answer_of(message.text) == Answer::No) {
            return true;
        }
        later |= message.id == since;
    }
    return false;
}

// What a question named, when the answer offered to take it.
std::optional<DecisionSlots> value_offered(const Scene& scene,
                                           DecisionCategory category,
                                           const Message& question,
                                           const Message& answer) {
    const Reading reading = read_message(question.text);
    if (!reading.question || reading.means("ease") || reading.means("compare")) {
        return std::nullopt;
    }
    const auto named = slots_mentioned(category, question.text, scene.talk.context.today);
    if (!named) {
        return std::nullopt;
    }
    ProposedDecision proposed{*named, "", 0};
    if (!settle(scene, proposed)) {
        return std::nullopt;
    }
    const bool offered = std::any_of(
        answer.quick_replies.begin(), answer.quick_replies.end(), [&](const std::string& reply) {
            return reply == taking(scene, proposed.slots);
        });
    return offered ? std::optional(proposed.slots) : std::nullopt;
}

}  // namespace

const Suggestion* waiting_suggestion(const Talk& talk, DecisionCategory category) {
    const Suggestion* open = open_suggestion(*talk.project, category);
    const bool earlier =
        open != nullptr && talk.last_creator != nullptr && open->message != talk.last_creator->id;
    return earlier && !was_refused(talk, category, open->message) ? open : nullptr;
}

std::optional<DecisionSlots> asked_about(const Scene& scene, DecisionCategory category) {
    const std::vector<Message>& messages = scene.talk.project->messages;
    const std::string topic = category_id(category);
    const std::size_t first = messages.size() - std::min(messages.size(), kLooksBack);
    for (std::size_t i = messages.size(); i > first + 1; --i) {
        const Message& answer = messages[i - 1];
        const Message& question = messages[i - 2];
        if (answer.author == Author::Creator || question.author != Author::Creator ||
            answer.topic != topic || answer.quick_replies.empty()) {
            continue;
        }
        const auto slots = value_offered(scene, category, question, answer);
        if (!slots) {
            continue;
        }
        const bool still_offered = &answer == scene.talk.last_answer;
        return still_offered || was_refused(scene.talk, category, question.id) ? std::nullopt
                                                                               : slots;
    }
    return std::nullopt;
}

std::optional<DecisionSlots> on_offer(const Scene& scene, DecisionCategory category) {
    const Message* answer = scene.talk.last_answer;
    if (answer == nullptr || answer->quick_replies.empty() ||
        answer->topic != category_id(category)) {
        return std::nullopt;
    }
    const std::string& reply = answer->quick_replies.front();
    const std::vector<Choice> choices = scene.choices(category);
    if (const Choice* choice = chosen(choices, reply)) {
        return choice->slots;
    }
    const Date today = scene.talk.context.today;
    const auto slots = slots_mentioned(category, reply, today);
    if (!slots) {
        return std::nullopt;
    }
    ProposedDecision proposed{*slots, "", 0};
    return settle(scene, proposed) ? std::optional<DecisionSlots>(proposed.slots) : std::nullopt;
}

Part ask_again(const Scene& scene, const Suggestion& suggestion) {
    const DecisionSlots& slots = std::get<ProposedDecision>(suggestion.action).slots;
    const std::string category = category_words(category_of(slots));
    Facts facts = label_facts(scene.talk, slots);
    facts["category"] = category;
    facts["Category"] = capitalised(category);
    return ask_to_record(scene, slots, scene.say("waiting", facts));
}

Part ask_about_again(const Scene& scene, const DecisionSlots& slots) {
    return ask_to_record(scene, slots, scene.say("waiting.asked", label_facts(scene.talk, slots)));
}

Part ask_to_record(const Scene& scene, const DecisionSlots& slots, std::string text) {
    Part part;
    part.text = std::move(text);
    part.topic = category_id(category_of(slots));
    part.replies = {"Yes, " + label_of(scene.talk, slots), "No, something else"};
    for (const std::string& reply : replies_without(scene.choices(category_of(slots)), slots)) {
        part.replies.push_back(reply);
    }
    part.follow = Follow::Nothing;
    return part;
}

}  // namespace atrium::domain::guide
