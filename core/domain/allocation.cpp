#include "core/domain/allocation.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace atrium::domain {

namespace {

// Six minutes do not move a date: work this short is finished on the same day, and the minutes are
// taken from the next one, so that they never add up.
constexpr double kOvertimeHours = 0.1;
constexpr double kNothing = 1e-9;

class Allocator {
 public:
    Allocator(const std::vector<WorkItem>& items, const std::function<double(int)>& hours_of)
        : items_(items), hours_of_(hours_of) {
        result_.spans.assign(items.size(), {kNoStep, kNoStep});
        for (const WorkItem& item : items) {
            left_.push_back(std::max(item.hours, 0.0));
        }
    }

    Allocation run() {
        double debt = 0;
        for (int step = 0; step < kNoStep && open_ > 0; ++step) {
            const double available = hours_of_(step) - debt;
            const double used = work(step, std::max(available, 0.0));
            debt = std::max(used - available, 0.0);
            result_.step_hours.push_back(used);
        }
        result_.complete = open_ == 0;
        return std::move(result_);
    }

 private:
    // Works on the ready items of a step and returns the hours it took.
    double work(int step, double available) {
        double used = 0;
        for (std::size_t index = next_ready(step); index < items_.size();
             index = next_ready(step)) {
            const double free = available - used;
            if (left_[index] > kNothing && free <= kNothing) {
                break;
            }
            WorkSpan& span = result_.spans[index];
            span.first = std::min(span.first, step);
            const bool finish = left_[index] <= free + kOvertimeHours;
            const double spent = finish ? left_[index] : free;
            used += spent;
            left_[index] -= spent;
            if (!finish) {
                break;
            }
            left_[index] = -1;
            span.last = std::max(step, span.first + items_[index].minimum_steps - 1);
            --open_;
        }
        return used;
    }

    std::size_t next_ready(int step) const {
        for (std::size_t index = 0; index < items_.size(); ++index) {
            if (left_[index] >= 0 && is_ready(items_[index], index, step)) {
                return index;
            }
        }
        return items_.size();
    }

    bool is_ready(const WorkItem& item, std::size_t index, int step) const {
        const bool begun = result_.spans[index].first != kNoStep;
        return item.first_step <= step && (begun || !is_cut_short(item, step)) &&
               std::all_of(item.after.begin(), item.after.end(), [&](std::size_t before) {
                   return left_[before] < 0 && result_.spans[before].last <= step;
               });
    }

    bool is_cut_short(const WorkItem& item, int step) const {
        for (int later = 0; item.unbroken && later < item.minimum_steps; ++later) {
            if (hours_of_(step + later) <= 0) {
                return true;
            }
        }
        return false;
    }

    const std::vector<WorkItem>& items_;
    const std::function<double(int)>& hours_of_;
    std::vector<double> left_;  // negative: finished
    std::size_t open_ = items_.size();
    Allocation result_;
};

}  // namespace

Allocation allocate(const std::vector<WorkItem>& items,
                    const std::function<double(int)>& hours_of) {
    return Allocator(items, hours_of).run();
}

}  // namespace atrium::domain
