// Pours work into days: the inside of schedule(). Items are numbered in the order of preference;
// steps are days counted from a first one, forward for the plan and backward for due dates.
#pragma once

#include <functional>
#include <vector>

namespace atrium::domain {

struct WorkItem {
    double hours = 0.0;
    int minimum_steps = 1;           // it spans at least these, however fast the work is
    int first_step = 0;              // it does not begin earlier
    bool unbroken = false;           // none of its minimum steps may be one without hours
    std::vector<std::size_t> after;  // items that have to end first, at the latest on the same step
};

struct WorkSpan {
    int first = 0;
    int last = 0;

    bool operator==(const WorkSpan&) const = default;
};

struct Allocation {
    std::vector<WorkSpan> spans;     // one for each item
    std::vector<double> step_hours;  // work placed on each step
    bool complete = true;            // false: the items that found no place have kNoStep
};

inline constexpr int kNoStep = 20'000;

// hours_of(step) is what can be worked on that step.
[[nodiscard]] Allocation allocate(const std::vector<WorkItem>& items,
                                  const std::function<double(int)>& hours_of);

}  // namespace atrium::domain
