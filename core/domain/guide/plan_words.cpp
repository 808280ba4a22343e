#include "core/domain/guide/plan_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/guide/facts.h"
#include "core/domain/guide/reading.h"
#include "core/domain/guide/words.h"
#include "embedded_assets.h"

namespace atrium::domain::guide {
namespace {

using nlohmann::json;
using Kind = PlanChange::Kind;

constexpr double kAddConfidence = 0.93;
constexpr double kAddHours = 1;

struct Edit {
    Kind kind = Kind::Skip;
    double confidence = 0;
    std::vector<Pattern> patterns;
};

struct PlanEdits {
    std::vector<Pattern> never;
    std::vector<Edit> edits;
    std::vector<std::string> starts;
    std::vector<std::string> ends;
    std::vector<std::string> opening_words;
    std::vector<std::string> before_opening;
    std::vector<std::string> after_opening;
};

Kind kind_of(const std::string& action) {
    static const std::array<std::pair<std::string_view, Kind>, 5> kKinds = {{
        {"skip", Kind::Skip},
        {"remove", Kind::Remove},
        {"restore", Kind::Restore},
        {"move", Kind::Move},
        {"estimate", Kind::Estimate},
    }};
    for (const auto& [word, kind] : kKinds) {
        if (word == action) {
            return kind;
        }
    }
    return Kind::Skip;
}

std::vector<Pattern> patterns_of(const json& list) {
    std::vector<Pattern> patterns;
    for (const json& source : list) {
        patterns.emplace_back(source.get<std::string>());
    }
    return patterns;
}

PlanEdits read_edits() {
    PlanEdits edits;
    const json document = json::parse(assets::plan_edits_json, nullptr, false);
    edits.never = patterns_of(document["never"]);
    for (const json& entry : document["edits"]) {
        edits.edits.push_back({kind_of(entry["action"].get<std::string>()),
                               entry["confidence"].get<double>(),
                               patterns_of(entry["patterns"])});
    }
    const json& add = document["add"];
    edits.starts = add["starts"].get<std::vector<std::string>>();
    edits.ends = add["ends"].get<std::vector<std::string>>();
    edits.opening_words = add["opening_words"].get<std::vector<std::string>>();
    edits.before_opening = add["before_opening"].get<std::vector<std::string>>();
    edits.after_opening = add["after_opening"].get<std::vector<std::string>>();
    return edits;
}

const PlanEdits& plan_edits() {
    static const PlanEdits kEdits = read_edits();
    return kEdits;
}

bool found(const std::vector<Pattern>& patterns, const std::vector<std::string>& words) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) {
        return pattern.found_in(words);
    });
}

// The task that a few words name: one of the creator's own by its title, else one of the template's.
std::optional<std::string> task_named(const Project& project, const std::string& words) {
    std::vector<std::string> named = read_message(words).tasks;
    const std::vector<std::string> said = words_of(words);
    std::string own;
    std::size_t most = 0;
    for (const AddedTask& task : project.added_tasks) {
        std::size_t shared = 0;
        for (const std::string& word : words_of(task.title)) {
            const bool telling = word.size() > 3;
            shared += telling && std::find(said.begin(), said.end(), word) != said.end() ? 1 : 0;
        }
        if (shared > most) {
            most = shared;
            own = task.id;
        }
    }
    if (!own.empty()) {
        return own;
    }
    for (const TaskSpec& spec : built_in_template().tasks) {
        if (plain(words).find(plain(spec.title)) != std::string::npos) {
            return spec.id;
        }
    }
    return named.size() == 1 ? std::optional<std::string>(named.front()) : std::nullopt;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to && i < words.size(); ++i) {
        text += (text.empty() ? "" : " ") + words[i];
    }
    return text;
}

// "the guidelines before the payments": what goes where.
std::optional<PlanChange> move_said(const Project& project, const std::vector<std::string>& words) {
    const auto order = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return word == "before" || word == "ahead" || word == "after";
    });
    const auto at = static_cast<std::size_t>(order - words.begin());
    const auto moved_task = task_named(project, joined(words, 0, at));
    const auto other = task_named(project, joined(words, at + 1, words.size()));
    if (order == words.end() || !moved_task || !other || *moved_task == *other) {
        return std::nullopt;
    }
    PlanChange change{Kind::Move, *moved_task};
    change.before = *other;
    if (*order == "after") {
        const std::vector<std::string> ids = ordered_task_ids(project);
        const auto next = std::find(ids.begin(), ids.end(), *other) + 1;
        const bool last =
            next == ids.end() || phase_of(project, *next) != phase_of(project, *other);
        change.before = last ? "" : *next;
    }
    return change;
}

std::optional<PlanChange> change_said(const Project& project,
                                      const Edit& edit,
                                      const Clause& clause) {
    if (edit.kind == Kind::Move) {
        return move_said(project, clause.words);
    }
    const std::optional<std::string> task = task_named(project, clause.text);
    if (!task) {
        return std::nullopt;
    }
    PlanChange change{edit.kind, *task};
    const bool own = added_task(project, *task) != nullptr;
    if (edit.kind == Kind::Remove && !own) {
        change.kind = Kind::Skip;
    }
    if (change.kind == Kind::Skip) {
        change.note = "Left out by your own words.";
    }
    if (edit.kind == Kind::Estimate) {
        const double hours = hours_said(clause.text);
        if (hours <= 0) {
            return std::nullopt;
        }
        change.hours = hours;
    }
    return change;
}

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
        return kAddHours;
    }
    const double hours = hours_said(title.substr(comma));
    if (hours > 0) {
        title = without_margins(title.substr(0, comma));
    }
    return hours > 0 ? hours : kAddHours;
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

}  // namespace

std::vector<ProposedPlanChange> plan_changes_said(const Project& project, std::string_view text) {
    constexpr std::size_t kMostChanges = 5;
    std::vector<ProposedPlanChange> changes;
    for (const Clause& clause : clauses_of(text)) {
        if (clause.question || changes.size() == kMostChanges) {
            continue;
        }
        if (std::optional<PlanChange> added = addition_said(project, clause)) {
            changes.push_back({std::move(*added), kAddConfidence});
            continue;
        }
        if (found(plan_edits().never, clause.words)) {
            continue;
        }
        for (const Edit& edit : plan_edits().edits) {
            if (!found(edit.patterns, clause.words)) {
                continue;
            }
            if (std::optional<PlanChange> change = change_said(project, edit, clause)) {
                changes.push_back({std::move(*change), edit.confidence});
                break;
            }
        }
    }
    return changes;
}

double hours_said(std::string_view sentence) {
    const std::string words = plain(sentence);
    if (words.find("half an hour") != words.npos) {
        return 0.5;
    }
    static const std::array<std::pair<std::string_view, double>, 12> kSpoken = {{
        {"an", 1},
        {"one", 1},
        {"two", 2},
        {"three", 3},
        {"four", 4},
        {"five", 5},
        {"six", 6},
        {"seven", 7},
        {"eight", 8},
        {"nine", 9},
        {"ten", 10},
        {"a couple of", 2},
    }};
    for (const auto& [word, hours] : kSpoken) {
        const std::string spoken = " " + words + " ";
        if (spoken.find(" " + std::string(word) + " hour") != spoken.npos) {
            return hours;
        }
    }
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (sentence[at] < '0' || sentence[at] > '9') {
            continue;
        }
        const std::string rest(sentence.substr(at, 40));
        char* end = nullptr;
        const double number = std::strtod(rest.c_str(), &end);
        const std::vector<std::string> unit = words_of(end);
        const std::string first = unit.empty() ? "" : unit.front();
        if (first == "h" || first == "hr" || first == "hrs" || first.starts_with("hour")) {
            return number;
        }
        if (first == "min" || first == "mins" || first.starts_with("minute")) {
            return number / 60;
        }
        at += static_cast<std::size_t>(end - rest.c_str());
    }
    return 0;
}

}  // namespace atrium::domain::guide
