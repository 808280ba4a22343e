#include "core/domain/guide/task_addition.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/guide/facts.h"
#include "core/domain/guide/hours_said.h"
#include "core/domain/guide/plan_edits.h"

namespace atrium::domain::guide {
namespace {

// Where the sentence names none.
constexpr double kUsualHours = 1;

// Where in the text its first `count` words end.
std::size_t end_of_words(std::string_view text, std::size_t count) {
    for (std::size_t at = 1; at <= text.size(); ++at) {
        const bool boundary = at == text.size() || text[at] == ' ' || text[at] == ':';
        if (boundary && words_of(text.substr(0, at)).size() >= count) {
            return at;
        }
    }
    return text.size();
}

// Without the blanks and signs around it.
std::string without_margins(std::string text) {
    const auto is_margin = [](char letter) {
        return std::string_view(" \t:,.-\"'()").find(letter) != std::string_view::npos;
    };
    while (!text.empty() && is_margin(text.back())) {
        text.pop_back();
    }
    std::size_t first = 0;
    while (first < text.size() && is_margin(text[first])) {
        ++first;
    }
    return text.substr(first);
}

// Cuts a tail such as "to my list" off, and says whether there was one.
bool cut_tail(std::string& text, const std::vector<std::string>& tails) {
    for (const std::string& tail : tails) {
        const std::string words = plain(text);
        if (words == tail || words.ends_with(" " + tail)) {
            const std::size_t keep = words_of(text).size() - words_of(tail).size();
            text = keep == 0 ? "" : without_margins(text.substr(0, end_of_words(text, keep)));
            return true;
        }
    }
    return false;
}

// "record a trailer, 2 hours" is a title and its hours.
double cut_hours(std::string& title) {
    const std::size_t comma = title.find_last_of(",(");
    if (comma == title.npos) {
        return kUsualHours;
    }
    const double hours = hours_said(title.substr(comma));
    if (hours > 0) {
        title = without_margins(title.substr(0, comma));
    }
    return hours > 0 ? hours : kUsualHours;
}

std::optional<std::string> title_said(const std::string& sentence) {
    const std::string words = plain(sentence);
    for (const std::string& start : plan_edits().starts) {
        if (words.starts_with(start + " ")) {
            std::string title = sentence.substr(end_of_words(sentence, words_of(start).size()));
            title = without_margins(std::move(title));
            cut_tail(title, plan_edits().ends);
            return title;
        }
    }
    std::string title = sentence;
    if (!cut_tail(title, plan_edits().ends)) {
        return std::nullopt;
    }
    for (const std::string& opening : plan_edits().opening_words) {
        if (plain(title).starts_with(opening + " ")) {
            return without_margins(title.substr(end_of_words(title, words_of(opening).size())));
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<PlanChange> addition_said(const Project& project, const Clause& clause) {
    std::optional<std::string> title = title_said(without_margins(clause.text));
    if (!title) {
        return std::nullopt;
    }
    PlanChange change;
    change.hours = cut_hours(*title);
    if (cut_tail(*title, plan_edits().after_opening)) {
        change.phase = kOpeningPhase;
    } else if (cut_tail(*title, plan_edits().before_opening)) {
        change.phase = std::max(current_phase(project), kOpeningPhase - 1);
    }
    if (title->starts_with("to ")) {
        title->erase(0, 3);
    }
    if (words_of(*title).empty() || title->size() > kMaxTaskTitleBytes) {
        return std::nullopt;
    }
    change.title = capitalised(std::move(*title));
    return change;
}

}  // namespace atrium::domain::guide
