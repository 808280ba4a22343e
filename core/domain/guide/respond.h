// What the guide says to a message that is not (only) an answer: questions, doubts, wishes, talk.
// Each intent of assets/guide/intents.json either has a function here or a phrase of its name, so a
// new piece of talk is a line of data.
#pragma once

#include <optional>

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// Always says something, and leads back to the open question where that is fitting.
[[nodiscard]] Part respond(const Scene& scene);

// True when the message holds something to respond to besides what it decides.
[[nodiscard]] bool asks_something(const Scene& scene);

// The parts of which respond() is made; each answers one intent.
namespace reply {

// explain.cpp: reasons and comparisons
Part why(const Scene& scene);
Part recommend(const Scene& scene);
Part compare(const Scene& scene);
Part about_platform(const Scene& scene);
Part more_detail(const Scene& scene);

// what_if.cpp: the same sums with another number
Part what_if_hours(const Scene& scene);
Part short_week(const Scene& scene);
Part what_if_price(const Scene& scene);
Part what_if_date(const Scene& scene);

// money.cpp: what it brings and costs
Part forecast(const Scene& scene);
Part members_needed(const Scene& scene);
Part ready(const Scene& scene);
Part plan_anyway(const Scene& scene);
Part change_profile(const Scene& scene);
Part tiers_advice(const Scene& scene);
Part eligibility(const Scene& scene);
Part fees(const Scene& scene);

// advice.cpp: names, structure, usual prices, ease, work that is not done yet
Part community_name(const Scene& scene);
Part space_names(const Scene& scene);
Part structure_advice(const Scene& scene);
Part others_charge(const Scene& scene);
Part not_yet(const Scene& scene);
Part tasks_left(const Scene& scene);
Part ease(const Scene& scene);

// refit.cpp: documents after a change of mind, changes of the plan
Part refit(const Scene& scene);

// overview.cpp: where we stand and what comes next
Part about_me(const Scene& scene);
Part time_left(const Scene& scene);
Part progress(const Scene& scene);
Part show_plan(const Scene& scene);
Part this_week(const Scene& scene);
Part whats_next(const Scene& scene);
Part task_help(const Scene& scene);
Part draft(const Scene& scene);

// steer.cpp: the course of the conversation
Part skip(const Scene& scene);
Part go_back(const Scene& scene);
Part undo(const Scene& scene);
Part pause(const Scene& scene);
Part ready_to_go(const Scene& scene);
Part repeat_question(const Scene& scene);
Part refuse(const Scene& scene);
Part doubt(const Scene& scene);
Part indifferent(const Scene& scene);
Part misunderstood(const Scene& scene);

}  // namespace reply

// Why a change of the plan that the message asked for was not made; empty when none was refused.
[[nodiscard]] std::string refused_change(const Scene& scene);

// The decision a message is about: the one it names, the one asked for, the next open one.
[[nodiscard]] std::optional<DecisionCategory> concerned(const Scene& scene);

}  // namespace atrium::domain::guide
