#include "core/domain/guide/overview.h"

#include <algorithm>

#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/draft.h"
#include "core/domain/guide/draft_request.h"
#include "core/domain/guide/respond.h"
#include "core/domain/number_text.h"

namespace atrium::domain::guide {

std::vector<std::string> tasks_of_week(const Scene& scene, std::size_t most) {
    std::vector<std::string> ids;
    const Date end{scene.talk.context.today.days + 7};
    for (const ScheduledTask& task : scene.numbers.schedule.tasks) {
        const bool due = task.start < end;
        if ((due || ids.size() < 2) && ids.size() < most) {
            ids.push_back(task.id);
        }
    }
    return ids;
}

std::string decisions_table(const Scene& scene) {
    std::string text = "| Decision | Where it stands |\n|---|---|\n";
    for (const DecisionCategory category : kDecisionCategories) {
        const Decision* decision = current_decision(*scene.talk.project, category);
        text +=
            "| " + built_in_template().decision(category).title + " | " +
            (decision != nullptr ? "**" + label_of(scene.talk, decision->slots) + "**" : "open") +
            " |\n";
    }
    text.pop_back();
    return text;
}

std::vector<std::string> work_replies(const Scene& scene) {
    std::vector<std::string> replies;
    for (const TaskSpec* task : tasks_to_draft(scene.talk, 1)) {
        replies.push_back(draft_wish(*scene.talk.project, task->document_kind));
    }
    replies.emplace_back("What should I do this week?");
    replies.emplace_back("Show the plan");
    replies.emplace_back("How much would I earn?");
    return replies;
}

namespace reply {

Part about_me(const Scene& scene) {
    const CreatorProfile& profile = *scene.talk.profile;
    const auto people = [&](const char* number, const char* word, const std::string& where) {
        const std::string& count = scene.facts.at(number);
        return count.empty() ? "no number of " + scene.facts.at(word) + where
                             : count + " " + scene.facts.at(word) + where;
    };
    std::vector<std::string> facts = {
        profile.name + " in " + scene.facts.at("country"),
        people("followers", "audience_word", " on " + scene.facts.at("primary")),
        people("engaged", "engaged_word", ""),
        "the topic " + scene.facts.at("niche_lower"),
        scene.facts.at("hours_week") + " a week",
        "a target of " + scene.facts.at("target") + " a month after fees"};
    if (!profile.signals.empty()) {
        facts.push_back("that people ask for " + scene.facts.at("signals"));
    }
    if (!scene.facts.at("away").empty()) {
        facts.push_back("that you are away " + scene.facts.at("away"));
    }
    Part part;
    part.text =
        scene.say("about_me", {{"profile_list", listed(facts)}}) + " " + scene.say("about_me.end");
    return part;
}

Part time_left(const Scene& scene) {
    std::vector<std::string> open;
    for (const DecisionCategory category : kDecisionCategories) {
        if (current_decision(*scene.talk.project, category) == nullptr) {
            open.push_back(category_words(category));
        }
    }
    const Facts facts = {{"open_list", listed(open)}};
    const bool fits = minutes_left(scene.talk) >= static_cast<int>(open.size()) * 4;
    const std::string rest = scene.say(open.empty() ? "time.done"
                                       : fits       ? "time.rest"
                                                    : "time.tight",
                                       facts);
    Part part;
    if (minutes_left(scene.talk) == 0 && !open.empty()) {
        part.text = scene.say("time.over", facts);
    } else {
        part.text = scene.say("time.minutes", {{"time_rest", rest}});
    }
    if (const std::optional<Date> date = target_date(*scene.talk.project)) {
        const int days = date->days - scene.talk.context.today.days;
        part.text +=
            " " + scene.say("time.plan", {{"days_to_opening", count_text(days, "day", "days")}});
    }
    return part;
}

Part progress(const Scene& scene) {
    Part part;
    part.text = scene.say("progress.head") + "\n\n" + decisions_table(scene);
    return part;
}

Part show_plan(const Scene& scene) {
    const bool dated = target_date(*scene.talk.project).has_value();
    std::string rows = "| Phase | Open tasks | Hours | Days |\n|---|---:|---:|---|\n";
    for (const Phase& phase : built_in_template().phases) {
        std::int64_t open = 0;
        double hours = 0;
        std::optional<Date> first;
        std::optional<Date> last;
        for (const ScheduledTask& task : scene.numbers.schedule.tasks) {
            if (phase_of(*scene.talk.project, task.id) == phase.number) {
                ++open;
                hours += task.hours;
                first = first ? std::min(*first, task.start) : task.start;
                last = last ? std::max(*last, task.end) : task.end;
            }
        }
        const std::string days = !first ? "done" : day_month(*first) + " to " + day_month(*last);
        rows += "| " + phase.title + " | " + number_text(open) + " | " + hours_text(hours) + " | " +
                days + " |\n";
    }
    rows.pop_back();
    Part part;
    part.text = scene.say("plan.head") + "\n\n" + rows + "\n\n" +
                scene.say(dated ? "plan.end" : "plan.no_date");
    return part;
}

Part this_week(const Scene& scene) {
    Part part;
    std::string list;
    for (const std::string& id : tasks_of_week(scene, 4)) {
        const ScheduledTask* dated = scene.numbers.schedule.task(id);
        if (dated != nullptr) {
            list += (list.empty() ? "- **" : "\n- **") + task_title(*scene.talk.project, id) +
                    "**, " + hours_text(dated->hours) + ", by " + day_month(dated->end);
        }
    }
    part.text = list.empty()
                    ? scene.say("week.none")
                    : scene.say("week.head") + "\n\n" + list + "\n\n" + scene.say("week.end");
    return part;
}

Part whats_next(const Scene& scene) {
    static const Pattern kFirst("first");
    const std::optional<DecisionCategory> next = next_question(scene.talk);
    if (!next) {
        return this_week(scene);
    }
    if (kFirst.found_in(words_of(scene.text))) {
        return ready(scene);
    }
    Part part;
    part.text = scene.say("whats_next", {{"category", category_words(*next)}});
    part.follow = Follow::Question;
    return part;
}

Part task_help(const Scene& scene) {
    Part part;
    if (scene.reading.tasks.empty()) {
        std::vector<std::string> next;
        for (const std::string& id : tasks_of_week(scene, 3)) {
            next.push_back(in_sentence(task_title(*scene.talk.project, id)));
        }
        part.text = scene.say("task.which", {{"next_tasks", listed(next)}});
        return part;
    }
    const TaskSpec& task = *built_in_template().task(scene.reading.tasks.front());
    const auto* platform = current_slots<PlatformSlots>(*scene.talk.project);
    const std::string name = platform != nullptr ? platform->name : "";
    std::vector<std::string> named = scene.reading.platforms;
    if (named.empty() && !name.empty()) {
        named = {name};
    }
    const auto own = [&](const std::string& words) {
        return in_room_words(*scene.talk.project, words);
    };
    part.text = scene.say("task.head",
                          {{"task_title", task_title(*scene.talk.project, task.id)},
                           {"task_hours", hours_words(task.hours)},
                           {"task_guidance", own(task.guidance)}});
    bool noted = false;
    for (const std::string& one : named) {
        const std::string& note = one == "discord"  ? task.discord_note
                                  : one == "circle" ? task.circle_note
                                                    : std::string();
        if (!note.empty()) {
            noted = true;
            part.text += "\n\n" + scene.say("task.platform",
                                            {{"platform", decision_label(PlatformSlots{one})},
                                             {"task_note", note}});
        }
    }
    if (!noted) {
        part.text +=
            "\n\n" + scene.say("task.done_when", {{"task_done", own(task.definition_of_done)}});
    }
    if (!next_question(scene.talk)) {
        part.replies = {draft_wish(*scene.talk.project, task.document_kind),
                        "What should I do this week?"};
        part.topic = "task:" + task.id;
        part.follow = Follow::Nothing;
    }
    return part;
}

Part draft(const Scene& scene) {
    Part part;
    const TaskSpec* task = draft_wanted(scene);
    if (task == nullptr) {
        part.text = scene.say("draft.which");
        for (const TaskSpec* open : tasks_to_draft(scene.talk, kMaxReplies)) {
            part.replies.push_back(draft_wish(*scene.talk.project, open->document_kind));
        }
        part.topic = "plan";
        part.follow = Follow::Nothing;
        return part;
    }
    const std::vector<Document>& documents = scene.talk.project->documents;
    const auto saved = std::find_if(documents.begin(), documents.end(), [&](const Document& one) {
        return one.kind == task->document_kind;
    });
    const bool again = saved != documents.end() && saved->versions.size() > 1;
    const bool open_places =
        saved != documents.end() && saved->latest().markdown.find('[') != std::string::npos;
    part.text =
        scene.say(again ? "draft.again" : "draft.saved",
                  {{"document", draft_title(*scene.talk.project, task->document_kind)},
                   {"draft_hint", scene.say(open_places ? "draft.hint.open" : "draft.hint.done")}});
    const std::string done = in_room_words(*scene.talk.project, task->definition_of_done);
    part.text += "\n\n" + scene.say("draft.done_when",
                                    {{"task_done", done}, {"task_done_lower", in_sentence(done)}});
    if (!next_question(scene.talk)) {
        part.replies = work_replies(scene);
        part.topic = "task:" + task->id;
        part.follow = Follow::Nothing;
    }
    return part;
}

}  // namespace reply
}  // namespace atrium::domain::guide
