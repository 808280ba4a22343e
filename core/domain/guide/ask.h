// How the guide puts a decision: why now, the options as a small table in the creator's numbers, a
// recommendation with its reason, and the answers as quick replies.
#pragma once

#include <string>
#include <vector>

#include "core/domain/eligibility.h"
#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

[[nodiscard]] Part ask(const Scene& scene, DecisionCategory category);

// The question in one line, for after an explanation.
[[nodiscard]] Part ask_shortly(const Scene& scene, DecisionCategory category);

// What is still missing of a decision that was only half stated: "And how many channels?"
[[nodiscard]] Part ask_for_rest(const Scene& scene, const DecisionSlots& slots);

// The options as a Markdown table, and the reasons as a list where numbers say little.
[[nodiscard]] std::string options_table(const Scene& scene, DecisionCategory category);

// "I would take **Circle**. …"
[[nodiscard]] std::string recommendation(const Scene& scene, DecisionCategory category);

// Rows of a table: platforms with what each leaves, prices with what each asks, days with hours.
[[nodiscard]] std::string platform_table(const Scene& scene,
                                         const std::vector<std::string>& platforms);
[[nodiscard]] std::string price_table(const Scene& scene, const std::vector<double>& amounts);
[[nodiscard]] std::string day_table(const std::vector<OpeningDay>& days);

// The first trap that concerns this creator, in full; empty when there is none.
[[nodiscard]] std::string platform_trap(const Scene& scene,
                                        const std::vector<std::string>& platforms);

// The same in one sentence, for before the platform is decided.
[[nodiscard]] std::string short_trap(const Scene& scene);

[[nodiscard]] std::vector<EligibilityTrap> traps_of(const Scene& scene,
                                                    const std::string& platform);

}  // namespace atrium::domain::guide
