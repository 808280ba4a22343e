#include "core/domain/guide/guide.h"

#include <algorithm>
#include <utility>

#include "core/domain/guide/acknowledge.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/closing.h"
#include "core/domain/guide/draft_request.h"
#include "core/domain/guide/propose.h"
#include "core/domain/guide/readiness_facts.h"
#include "core/domain/guide/repetition.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/waiting.h"

namespace atrium::domain {
namespace {

using guide::Follow;
using guide::Part;
using guide::Scene;
using guide::Talk;

std::string paragraphs(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + "\n\n" + second;
}

GuideReply without_project() {
    return {
        "I need a profile and an open launch before we can plan. Set up the profile, then start "
        "a launch.",
        {}};
}

// The open question, the closing once all five are made, or a hand for the work after that.
Part what_follows(const Scene& scene, Follow follow) {
    const std::optional<DecisionCategory> next = guide::next_question(scene.talk);
    if (next) {
        if (const Suggestion* waiting = guide::waiting_suggestion(scene.talk, *next)) {
            return guide::ask_again(scene, *waiting);
        }
        if (const auto asked = guide::asked_about(scene, *next)) {
            return guide::ask_about_again(scene, *asked);
        }
        return follow == Follow::Question ? guide::ask(scene, *next)
                                          : guide::ask_shortly(scene, *next);
    }
    return guide::decisions_now(scene.talk).empty() ? guide::work_goes_on(scene)
                                                    : guide::closing(scene);
}

GuideReply finished(const Scene& scene, Part part) {
    if (part.follow != Follow::Nothing) {
        const Part next = what_follows(scene, part.follow);
        part.text = paragraphs(part.text, next.text);
        part.replies = part.replies.empty() ? next.replies : part.replies;
        if (!part.examples.empty()) {
            // A bare yes means the first reply, so that stays with the question.
            part.replies.resize(std::min<std::size_t>(part.replies.size(), 1));
            part.replies.insert(part.replies.end(), part.examples.begin(), part.examples.end());
        }
        part.topic = part.topic.empty() ? next.topic : part.topic;
    }
    if (scene.talk.last_answer != nullptr) {
        part.text = guide::without_repeats(part.text, scene.talk.last_answer->text);
    }
    part.replies.resize(std::min(part.replies.size(), guide::kMaxReplies));
    return {std::move(part.text), {std::move(part.replies), std::move(part.topic)}};
}

// A message can decide and ask: both are answered, and the question comes second.
Part with_question(const Scene& scene, Part said) {
    if (!guide::asks_something(scene)) {
        return said;
    }
    const Part answer = guide::respond(scene);
    said.text = paragraphs(said.text, answer.text);
    if (said.follow != Follow::Nothing) {
        said.replies = answer.replies;
        said.topic = answer.topic;
        said.follow = answer.follow == Follow::Question ? Follow::ShortQuestion : answer.follow;
    }
    return said;
}

}  // namespace

GuideReply guide_welcome(const Workspace& workspace, const Context& context) {
    const std::optional<Talk> talk = guide::talk_of(workspace, context);
    if (!talk) {
        return without_project();
    }
    const Scene scene = guide::scene_of(*talk, "");
    const CreatorProfile& profile = *talk->profile;
    const std::string numbers = profile.engaged_audience <= 0 ? "welcome.numbers.missing"
                                : profile.followers <= profile.engaged_audience
                                    ? "welcome.numbers.same"
                                    : "welcome.numbers";
    const guide::Facts facts = guide::readiness_facts(scene);
    std::string text = scene.say(numbers) + "\n\n" + scene.say("welcome.verdict", facts);
    if (guide::verdict_key(scene) == "not_yet") {
        text += " " + scene.say("welcome.not_yet", facts);
    }
    Part part = guide::ask(scene, DecisionCategory::Platform);
    part.text = paragraphs(text, part.text);
    const std::string trap = guide::short_trap(scene);
    part.text += trap.empty() ? "" : " " + trap;
    return finished(scene, std::move(part));
}

std::vector<Action> guide_actions(const Workspace& workspace,
                                  std::string_view creator_text,
                                  const Context& context) {
    const std::optional<Talk> talk = guide::talk_of(workspace, context);
    if (!talk) {
        return {};
    }
    const Scene scene = guide::scene_of(*talk, creator_text);
    const guide::Proposals proposals = guide::propose(scene);
    std::vector<Action> actions;
    actions.insert(actions.end(), proposals.decisions.begin(), proposals.decisions.end());
    actions.insert(actions.end(), proposals.tasks.begin(), proposals.tasks.end());
    actions.insert(actions.end(), proposals.plan.begin(), proposals.plan.end());
    for (ProposedDocument& document : guide::requested_refits(scene)) {
        actions.emplace_back(std::move(document));
    }
    if (std::optional<ProposedDocument> document = guide::requested_draft(scene)) {
        actions.emplace_back(std::move(*document));
    }
    return actions;
}

GuideReply guide_answer(const Workspace& after_actions,
                        std::string_view creator_text,
                        const Context& context) {
    const std::optional<Talk> talk = guide::talk_of(after_actions, context);
    if (!talk) {
        return without_project();
    }
    const Scene scene = guide::scene_of(*talk, creator_text);
    Part said = guide::acknowledge(scene);
    if (said.text.empty()) {
        return finished(scene, guide::respond(scene));
    }
    return finished(scene, with_question(scene, std::move(said)));
}

}  // namespace atrium::domain
