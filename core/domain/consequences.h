// What a change of a decision touches: documents that quote the old value, tasks whose hours or steps
// are others now, dates that move, the forecast and the blueprint. Computed by comparing the workspace
// before with the one after, so that a preview and a recorded change say the same.
//
//     const Consequences touched = consequences_of(workspace, PricingSlots{39, "USD", "month"}, now);
//     for (const std::string& line : consequence_lines(touched)) show(line);
//     // "Price page and Landing page quote $29 a month."
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/schedule.h"
#include "core/domain/staleness.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// An open task that is another one after the change.
struct TaskChange {
    std::string id;
    std::string title;
    double hours_before = 0;
    double hours_after = 0;
    std::vector<std::string> new_steps;

    bool operator==(const TaskChange&) const = default;
};

struct Consequences {
    DecisionCategory category = DecisionCategory::Platform;
    std::optional<DecisionSlots> before;
    std::optional<DecisionSlots> after;
    std::vector<StaleDocument> documents;  // stale because of this decision, once it is made
    std::vector<TaskChange> tasks;
    std::vector<std::string> look_again;  // ids of finished tasks that rest on the decision
    std::vector<TaskMove> moves;
    std::optional<Date> target_before;
    std::optional<Date> target_after;
    Date earliest_before;
    Date earliest_after;
    int slip_days_after = 0;  // how much later than the new target the doors could open
    std::int64_t members_before = 0;
    std::int64_t members_after = 0;  // needed for the target; 0 where the fees eat the price
    bool forecast = false;           // prices, fees or the opening of the forecast change
    bool blueprint = false;          // the exported space is another one

    [[nodiscard]] bool empty() const {
        return documents.empty() && tasks.empty() && look_again.empty() && moves.empty() &&
               !forecast && !blueprint;
    }
};

// What deciding this value would touch, before it is recorded. Without an open project: empty.
[[nodiscard]] Consequences consequences_of(const Workspace& workspace,
                                           const DecisionSlots& wanted,
                                           const Context& context);

// What a recorded decision has touched, compared with the one it replaced.
[[nodiscard]] Consequences consequences_of_decision(const Workspace& workspace,
                                                    DecisionId id,
                                                    const Context& context);

// One sentence for each part, the most pressing first; empty when nothing is touched.
[[nodiscard]] std::vector<std::string> consequence_lines(const Consequences& touched,
                                                         const Project& project,
                                                         const Formats& formats = {});

}  // namespace atrium::domain
