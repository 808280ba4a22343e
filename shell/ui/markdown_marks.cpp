#include "shell/ui/markdown_marks.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "core/protocol/ascii.h"
#include "shell/theme/utf8.h"

namespace atrium::shell {

namespace {

// Only addresses that a browser opens without running anything.
bool is_safe_address(std::string_view address) {
    const std::string start = ascii::lowered(address.substr(0, 8));
    return start.starts_with("https://") || start.starts_with("http://") ||
           start.starts_with("mailto:");
}

}  // namespace

bool OpenMarks::is_inside(InlineMark mark) const {
    return std::find(around_.begin(), around_.end(), mark) != around_.end();
}

void OpenMarks::enter(InlineMark mark) {
    counts_.push_back(!is_inside(mark));
    if (counts_.back()) {
        around_[depth_++] = mark;
    }
}

void OpenMarks::leave() {
    if (counts_.back()) {
        InlineMark& mark = around_[--depth_];
        link_ = mark == InlineMark::Link ? -1 : link_;
        mark = InlineMark::None;
    }
    counts_.pop_back();
}

void OpenMarks::enter_link(InlineText* target, std::string_view address) {
    const std::string clean = harmless_text(address);
    if (target == nullptr || !is_safe_address(clean) || is_inside(InlineMark::Link)) {
        counts_.push_back(false);
        return;
    }
    enter(InlineMark::Link);
    link_ = static_cast<int>(target->links.size());
    target->links.push_back(clean);
}

void OpenMarks::append(InlineText& target, std::string_view words) const {
    const auto begin = static_cast<std::uint32_t>(target.text.size());
    target.text.append(words);
    const auto end = static_cast<std::uint32_t>(target.text.size());
    const Weight weight = is_inside(InlineMark::Strong)     ? Weight::Semibold
                          : is_inside(InlineMark::Emphasis) ? Weight::Medium
                                                            : Weight::Regular;
    const auto mark =
        static_cast<unsigned char>((in_code_ ? Run::kCode : Run::kPlain) |
                                   (is_inside(InlineMark::Strike) ? Run::kStrike : Run::kPlain) |
                                   (link_ >= 0 ? Run::kLink : Run::kPlain));
    if (!target.spans.empty()) {
        InlineSpan& last = target.spans.back();
        if (last.mark == mark && last.link == link_ && last.around == around_) {
            last.end = end;
            return;
        }
    }
    target.spans.push_back({begin, end, weight, mark, link_, around_});
}

}  // namespace atrium::shell
