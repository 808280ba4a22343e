#include "core/domain/guide/closing.h"

#include <algorithm>

#include "core/domain/creator_task.h"
#include "core/domain/guide/draft.h"
#include "core/domain/guide/draft_request.h"
#include "core/domain/guide/overview.h"
#include "core/domain/guide/readiness_facts.h"
#include "core/domain/plan_hours.h"

namespace atrium::domain::guide {
namespace {

constexpr std::size_t kWeekTasks = 3;

std::string schedule_note(const Scene& scene) {
    const Schedule& plan = scene.numbers.schedule;
    if (in_halves(plan.hours_to_spare) < 0) {
        return scene.say("summary.short");
    }
    return scene.say(plan.slip_days > 0 ? "follow.timeline.tight" : "summary.spare");
}

std::string week_list(const Scene& scene) {
    std::vector<std::string> titles;
    for (const std::string& id : tasks_of_week(scene, kWeekTasks)) {
        titles.push_back(in_sentence(task_title(*scene.talk.project, id)));
    }
    return listed(titles);
}

// The promise comes first, because the other texts quote it; then what is still to be done.
std::string offer_of_draft(const Scene& scene) {
    const std::vector<const TaskSpec*> next = tasks_to_draft(scene.talk, 1);
    if (next.empty()) {
        return "";
    }
    const std::string& kind = next.front()->document_kind;
    return "\n\n" + scene.say(kind == "member-promise" ? "summary.offer" : "summary.offer.next",
                              {{"document", in_sentence(draft_title(*scene.talk.project, kind))}});
}

}  // namespace

Part closing(const Scene& scene) {
    Part part;
    const bool first_time =
        std::none_of(scene.talk.project->messages.begin(),
                     scene.talk.project->messages.end(),
                     [](const Message& message) { return message.topic == "plan"; });
    if (!first_time) {
        return work_goes_on(scene);
    }
    const std::string minutes = scene.talk.minutes_used < kSessionMinutes
                                    ? "at minute " + scene.facts.at("minutes_used") + " of 30"
                                    : "and no hurry now";
    const bool dated = target_date(*scene.talk.project).has_value();
    part.text = scene.say("summary.head", {{"minutes_note", minutes}}) + "\n\n" +
                decisions_table(scene) + "\n\n" +
                scene.say(dated ? "summary.plan" : "summary.plan.undated",
                          {{"schedule_note", dated ? schedule_note(scene) : ""}}) +
                " " + scene.say("summary.week", {{"week_list", week_list(scene)}});
    if (verdict_key(scene) == "not_yet") {
        part.text += "\n\n" + scene.say("summary.not_yet", readiness_facts(scene));
    }
    part.text += offer_of_draft(scene);
    part.replies = work_replies(scene);
    part.topic = "plan";
    part.follow = Follow::Nothing;
    return part;
}

Part work_goes_on(const Scene& scene) {
    Part part;
    // Once said, it need not end every answer.
    part.text = scene.talk.topic == "plan" ? "" : scene.say("short.done");
    part.replies = work_replies(scene);
    part.topic = "plan";
    part.follow = Follow::Nothing;
    return part;
}

}  // namespace atrium::domain::guide
