#include <algorithm>
#include <cmath>

#include "shell/ui/scroll.h"

namespace atrium::shell {

namespace {

// Rows this far outside are drawn too: the keyboard reaches them before they are seen.
constexpr float kMargin = 240;

}  // namespace

void VirtualHeights::resize(std::size_t count, float estimate) {
    if (count == height_.size()) {
        return;
    }
    height_.resize(count, estimate);
    rebuild();
}

void VirtualHeights::rebuild() {
    tree_.assign(height_.size() + 1, 0);
    for (std::size_t i = 1; i < tree_.size(); ++i) {
        tree_[i] += static_cast<double>(height_[i - 1]);
        const std::size_t parent = i + (i & (~i + 1));
        if (parent < tree_.size()) {
            tree_[parent] += tree_[i];
        }
    }
}

float VirtualHeights::prefix(std::size_t count) const {
    double sum = 0;
    for (std::size_t i = count; i > 0; i -= i & (~i + 1)) {
        sum += tree_[i];
    }
    return static_cast<float>(sum);
}

float VirtualHeights::total() const {
    return prefix(height_.size());
}

float VirtualHeights::top(std::size_t row) const {
    return prefix(row);
}

void VirtualHeights::set(std::size_t row, float height) {
    const double change = static_cast<double>(height) - static_cast<double>(height_[row]);
    if (change == 0) {
        return;
    }
    height_[row] = height;
    for (std::size_t i = row + 1; i < tree_.size(); i += i & (~i + 1)) {
        tree_[i] += change;
    }
}

std::size_t VirtualHeights::row_at(float y) const {
    std::size_t row = 0;
    double rest = static_cast<double>(std::max(0.0f, y));
    std::size_t step = 1;
    while (step * 2 < tree_.size()) {
        step *= 2;
    }
    for (; step > 0; step /= 2) {
        if (row + step < tree_.size() && tree_[row + step] <= rest) {
            row += step;
            rest -= tree_[row];
        }
    }
    return height_.empty() ? 0 : std::min(row, height_.size() - 1);
}

void virtual_list(ScrollArea& area, VirtualHeights& heights, const VirtualRows& rows, Rect column) {
    heights.resize(rows.count, rows.estimate + rows.gap);
    const Rect view = area.view();
    const float scrolled = view.y - area.content().y;
    const float from = scrolled - kMargin;
    const float to = scrolled + view.height + kMargin;

    // Heights first. A row above the reader's place that turns out higher or lower moves everything
    // below it, so the offset moves along and what is read stays where it is.
    float moved_by = 0;
    if (rows.count > 0) {
        for (std::size_t row = heights.row_at(from);
             row < rows.count && heights.top(row) < to + moved_by;
             ++row) {
            const float before = heights.height(row);
            const bool above = heights.top(row) + before <= scrolled + moved_by;
            const float gap = row + 1 < rows.count ? rows.gap : 0;
            heights.set(row, rows.measure(row, column.width) + gap);
            if (above) {
                moved_by += heights.height(row) - before;
            }
        }
    }
    if (moved_by != 0 && !area.follows_tail()) {
        area.shift(moved_by);
    }
    const Rect content = area.content();
    for (std::size_t row = rows.count == 0 ? 0 : heights.row_at(from + moved_by);
         row < rows.count && heights.top(row) < to + moved_by;
         ++row) {
        const float gap = row + 1 < rows.count ? rows.gap : 0;
        rows.draw(row,
                  {column.x,
                   content.y + std::round(heights.top(row)),
                   column.width,
                   heights.height(row) - gap});
    }
    area.end(heights.total());
}

}  // namespace atrium::shell
