#include "core/domain/guide/acknowledge.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/domain/change_plan.h"
#include "core/domain/consequences.h"
#include "core/domain/creator_task.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/propose.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/waiting.h"
#include "core/domain/guide/weigh.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_hours.h"

namespace atrium::domain::guide {
namespace {

constexpr int kManyPlaces = 10;
constexpr std::size_t kTouchesNamed = 3;

// A trap, which has a heading of its own, is a paragraph of its own.
std::string joined(const std::string& first, const std::string& second) {
    const bool headed = second.substr(0, 2) == "**" && second.find(".** ") != std::string::npos;
    return first.empty() || second.empty() ? first + second
                                           : first + (headed ? "\n\n" : " ") + second;
}

std::string follow_price(const Scene& scene, const PricingSlots& slots, const Facts& facts) {
    if (slots.tiers.size() > 1) {
        return scene.say("follow.pricing.many");
    }
    if (monthly_amount(*scene.talk.project, slots) <= 0) {
        return scene.say("follow.pricing.free");
    }
    if (slots.interval == "once") {
        return scene.say("follow.pricing.once");
    }
    const ConversionNeed need =
        need_at(scene.talk, scene.numbers, monthly_amount(*scene.talk.project, slots));
    if (need.members == 0 && scene.numbers.target > 0) {
        return scene.say("follow.pricing.never");
    }
    if (scene.talk.profile->engaged_audience <= 0) {
        return scene.say("follow.pricing.unknown", facts);
    }
    return joined(scene.say("follow.pricing", facts),
                  need.reach == Reach::Beyond ? scene.say("follow.pricing.high") : "");
}

// The hours of setting the date, where it was just set from a table of days: the table counted them as
// work left, and from now on they are not.
std::string hours_of_date_task(const Scene& scene) {
    const std::string table = day_table({});
    const std::string head = table.substr(0, table.find('\n'));
    const Message* asked = scene.talk.last_answer;
    if (asked == nullptr || asked->text.find(head) == std::string::npos) {
        return "";
    }
    const std::string& id = built_in_template().decision(DecisionCategory::Timeline).task_id;
    const std::vector<std::string> done = tasks_done_now(scene.talk);
    const std::vector<PlannedTask>& tasks = scene.numbers.request.tasks;
    const auto task = std::find_if(
        tasks.begin(), tasks.end(), [&](const PlannedTask& one) { return one.id == id; });
    const bool now = std::find(done.begin(), done.end(), id) != done.end();
    return now && task != tasks.end() ? hours_words(task->hours) : "";
}

std::string follow_date(const Scene& scene) {
    const Schedule& plan = scene.numbers.schedule;
    if (!plan.target) {
        return "";
    }
    const std::string sum = scene.say(in_halves(plan.hours_to_spare) < 0 ? "follow.timeline.short"
                                      : plan.slip_days > 0               ? "follow.timeline.tight"
                                                                         : "follow.timeline.spare",
                                      {{"date_task", hours_of_date_task(scene)}});
    const std::vector<Absence>& away = scene.talk.profile->away;
    if (is_good_opening_day(*plan.target, away)) {
        return sum;
    }
    return joined(sum,
                  scene.say(is_good_opening_day(*plan.target, {}) ? "follow.timeline.away"
                                                                  : "follow.timeline.holiday"));
}

// The one sentence that a value deserves, in this creator's numbers.
std::string follow_from(const Scene& scene, const DecisionSlots& slots) {
    const Facts facts = facts_with(scene, slots);
    if (const auto* platform = std::get_if<PlatformSlots>(&slots)) {
        const std::string trap = platform_trap(scene, {platform->name});
        return trap.empty() ? scene.say("follow.platform") : trap;
    }
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        return follow_price(scene, *price, facts);
    }
    if (const auto* structure = std::get_if<StructureSlots>(&slots)) {
        if (!structure->channels) {
            return "";
        }
        return scene.say(structure->channels.value_or(0) > kManyPlaces ? "follow.structure.large"
                                                                       : "follow.structure");
    }
    return std::holds_alternative<TimelineSlots>(slots) ? follow_date(scene)
                                                        : scene.say("follow.content");
}

std::string touches_of(const Scene& scene, DecisionCategory category) {
    std::vector<std::string> titles;
    for (const std::string& id : built_in_template().decision(category).touches) {
        if (titles.size() < kTouchesNamed) {
            titles.push_back("\"" + task_short_title(*scene.talk.project, id) + "\"");
        }
    }
    return scene.say("touches." + category_id(category), {{"touches", listed(titles)}});
}

// What the change touches: the tasks by name, then what can be counted in this creator's plan.
std::string consequences_in_words(const Scene& scene, const Decision& decision) {
    constexpr std::size_t kMostLines = 2;
    constexpr int kWorthSayingDays = 3;
    const DecisionCategory category = category_of(decision.slots);
    Consequences touched =
        consequences_of_decision(*scene.talk.workspace, decision.id, scene.talk.context);
    const bool can_refit = std::any_of(
        touched.documents.begin(), touched.documents.end(), [](const StaleDocument& document) {
            return document.can_refit;
        });
    // These are in the first sentence; a day that does not fit is in the last.
    touched.tasks.clear();
    touched.blueprint = false;
    touched.slip_days_after = 0;
    std::erase_if(touched.moves, [&](const TaskMove& move) {
        return category == DecisionCategory::Timeline || std::abs(move.days) < kWorthSayingDays;
    });
    std::string text = touches_of(scene, category);
    std::size_t lines = 0;
    for (const std::string& line : consequence_lines(touched, *scene.talk.project)) {
        text = lines++ < kMostLines ? joined(text, line) : text;
    }
    return can_refit ? joined(text, scene.say("refit.offer")) : text;
}

// Changes of the plan, and what they leave.
std::string acknowledge_plan(const Scene& scene) {
    const std::vector<const PlanNote*> notes = plan_notes_now(scene.talk);
    std::vector<std::string> changes;
    for (const PlanNote* note : notes) {
        changes.push_back("**" + note->words + "**");
    }
    if (changes.empty()) {
        return "";
    }
    const Schedule& plan = scene.numbers.schedule;
    const std::string left = !plan.target                         ? "ack.plan.undated"
                             : in_halves(plan.hours_to_spare) < 0 ? "ack.plan.short"
                             : plan.slip_days > 0                 ? "ack.plan.slip"
                                                                  : "ack.plan.spare";
    std::string text = scene.say("ack.plan", {{"changes", listed(changes)}}) + " " +
                       scene.say(left,
                                 {{"slip", count_text(plan.slip_days, "day", "days")},
                                  {"earliest_day", long_date(plan.earliest_opening)}});
    for (const ProposedPlanChange& proposed : propose(scene).plan) {
        const std::string caution = "ack.plan.skip." + proposed.change.task_id;
        if (proposed.change.kind == PlanChange::Kind::Skip && has_phrase(caution)) {
            text += " " + scene.say(caution);
        }
    }
    return text;
}

std::string acknowledge_one(const Scene& scene, const Decision& decision) {
    Facts facts = label_facts(scene.talk, decision.slots);
    const Decision* before = replaced_by(*scene.talk.project, decision);
    const std::string follow =
        joined(particulars_in_words(decision.slots), follow_from(scene, decision.slots));
    // Names alone change no word of the label.
    const bool worded_alike = before != nullptr && label_of(scene.talk, before->slots) ==
                                                       label_of(scene.talk, decision.slots);
    if (before == nullptr || !is_complete(before->slots) || worded_alike) {
        return joined(scene.say("ack.first", facts), follow);
    }
    facts["before"] = label_facts(scene.talk, before->slots)["label"];
    return joined(scene.say("ack.change", facts),
                  joined(consequences_in_words(scene, decision), follow));
}

std::string acknowledge_decisions(const Scene& scene,
                                  const std::vector<const Decision*>& decisions) {
    if (decisions.size() == 1) {
        return acknowledge_one(scene, *decisions.front());
    }
    std::vector<std::string> labels;
    std::string follow;
    for (const Decision* decision : decisions) {
        labels.push_back("**" + label_facts(scene.talk, decision->slots)["label"] + "**");
        // One consequence is enough: the date's if there is one, because it can fail.
        const bool first = follow.empty();
        if (first || std::holds_alternative<TimelineSlots>(decision->slots)) {
            follow = follow_from(scene, decision->slots);
        }
    }
    return joined(scene.say("ack.many", {{"labels", listed(labels)}}), follow);
}

// Tasks that the decisions completed need no words of their own: their line says so.
std::string acknowledge_tasks(const Scene& scene, const std::vector<const Decision*>& decisions) {
    std::vector<std::string> titles;
    for (const std::string& id : tasks_done_now(scene.talk)) {
        const bool by_decision =
            std::any_of(decisions.begin(), decisions.end(), [&](const Decision* decision) {
                return built_in_template().decision(category_of(decision->slots)).task_id == id;
            });
        if (!by_decision) {
            titles.push_back("**" + task_title(*scene.talk.project, id) + "**");
        }
    }
    if (titles.empty()) {
        return "";
    }
    const std::string left = scene.numbers.schedule.hours_before_opening > 0
                                 ? scene.say("ack.task.left")
                                 : scene.say("ack.task.none_left");
    return scene.say("ack.task", {{"tasks", listed(titles)}, {"progress_note", left}});
}

Part ask_to_confirm(const Scene& scene, const Suggestion& suggestion) {
    Part part;
    part.follow = Follow::Nothing;
    if (const auto* decision = std::get_if<ProposedDecision>(&suggestion.action)) {
        Facts facts = label_facts(scene.talk, decision->slots);
        const DecisionCategory category = category_of(decision->slots);
        const bool elsewhere = category != scene.talk.asked && !scene.reading.hedged;
        facts["category"] = category_words(category);
        const std::string question =
            scene.say(elsewhere ? "ack.suggestion.elsewhere" : "ack.suggestion", facts);
        const std::string means = weighed(scene, decision->slots);
        // A warning stands before the question, a sum behind it.
        const bool warns = means.find("\n\n") != means.npos;
        return ask_to_record(
            scene, decision->slots, warns ? means + "\n\n" + question : question + " " + means);
    }
    part.follow = Follow::ShortQuestion;
    if (const auto* plan = std::get_if<ProposedPlanChange>(&suggestion.action)) {
        part.text = scene.say("ack.suggested_plan",
                              {{"change", plan_change_words(*scene.talk.project, plan->change)}});
        if (plan->change.kind == PlanChange::Kind::Skip) {
            const std::string title = task_title(*scene.talk.project, plan->change.task_id);
            part.replies = {"Skip \"" + title + "\"", "No, keep it"};
            part.follow = Follow::Nothing;
        }
        return part;
    }
    const std::string& id = std::get<ProposedTask>(suggestion.action).task_id;
    part.text = scene.say("ack.suggested_task", {{"tasks", task_title(*scene.talk.project, id)}});
    return part;
}

}  // namespace

Part acknowledge(const Scene& scene) {
    Part part;
    part.follow = Follow::Question;
    const std::vector<const Decision*> decisions = decisions_now(scene.talk);
    if (!decisions.empty()) {
        part.text = acknowledge_decisions(scene, decisions);
    }
    part.text = joined(part.text, acknowledge_tasks(scene, decisions));
    part.text = joined(part.text, acknowledge_plan(scene));
    if (decisions.empty() && !part.text.empty()) {
        part.follow = Follow::ShortQuestion;
    }
    for (const Suggestion* suggestion : suggestions_now(scene.talk)) {
        const Part confirm = ask_to_confirm(scene, *suggestion);
        part.text += (part.text.empty() ? "" : "\n\n") + confirm.text;
        part.replies = confirm.replies;
        part.topic = confirm.topic;
        part.follow = confirm.follow;
        if (!part.topic.empty()) {
            return part;
        }
    }
    for (const Decision* decision : decisions) {
        if (!is_complete(decision->slots)) {
            const Part rest = ask_for_rest(scene, decision->slots);
            part.text += "\n\n" + rest.text;
            part.replies = rest.replies;
            part.topic = rest.topic;
            part.follow = Follow::Nothing;
        }
    }
    return part;
}

}  // namespace atrium::domain::guide
