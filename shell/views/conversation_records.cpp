#include "shell/views/conversation_records.h"

#include <algorithm>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "shell/ui/records.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

constexpr float kGap = 8;
// What was recorded longer ago than this has been seen: it does not arrive again.
constexpr domain::Millis kNewsMillis = 1500;

std::string task_done_text(const domain::Project& project, const std::string& task_id) {
    return domain::task_short_title(project, task_id) + " task done";
}

void describe(RecordStrip& strip,
              const domain::Project& project,
              const domain::DecisionRecorded& event,
              const domain::Formats& formats) {
    const domain::Decision& decision = event.decision;
    strip.kind = RecordStrip::Kind::Decision;
    strip.category = domain::category_of(decision.slots);
    strip.icon = kIconCheck;
    strip.label = decision_name(strip.category);
    strip.value = domain::decision_label(project, decision.slots, formats);
    strip.percent = share_text(decision.confidence, formats);
}

void describe(RecordStrip& strip,
              const domain::Project& project,
              const domain::TaskCompleted& event,
              const domain::Formats& formats) {
    strip.kind = RecordStrip::Kind::Task;
    strip.icon = kIconListChecks;
    strip.value = task_done_text(project, event.task_id);
    strip.percent = share_text(event.confidence, formats);
}

void describe(RecordStrip& strip,
              const domain::PlanChangeNoted& event,
              const domain::Formats& formats) {
    strip.kind = RecordStrip::Kind::Task;
    strip.icon = kIconListChecks;
    strip.value = event.words;
    strip.percent = share_text(event.confidence, formats);
}

void describe(RecordStrip& strip, const domain::DocumentSaved& event) {
    strip.kind = RecordStrip::Kind::Draft;
    strip.icon = kIconFileText;
    strip.label = "Draft";
    strip.value = event.title;
    strip.document = event.id;
}

// Only while it is open: what was confirmed shows as the decision it became.
bool describe_suggestion(RecordStrip& strip,
                         const domain::Project& project,
                         domain::SuggestionId id,
                         const domain::Formats& formats) {
    const auto suggestion =
        std::find_if(project.suggestions.begin(),
                     project.suggestions.end(),
                     [&](const domain::Suggestion& candidate) { return candidate.id == id; });
    if (suggestion == project.suggestions.end() ||
        suggestion->state != domain::Suggestion::State::Open) {
        return false;
    }
    strip.kind = RecordStrip::Kind::Suggestion;
    strip.suggestion = id;
    if (const auto* decision = std::get_if<domain::ProposedDecision>(&suggestion->action)) {
        strip.value = decision_name(domain::category_of(decision->slots)) + ": " +
                      domain::decision_label(project, decision->slots, formats);
        strip.percent = share_text(decision->confidence, formats);
    } else if (const auto* task = std::get_if<domain::ProposedTask>(&suggestion->action)) {
        strip.value = task_done_text(project, task->task_id);
        strip.percent = share_text(task->confidence, formats);
    } else {
        const auto& plan = std::get<domain::ProposedPlanChange>(suggestion->action);
        strip.value = domain::plan_change_words(project, plan.change);
        strip.percent = share_text(plan.confidence, formats);
    }
    return true;
}

RecordSpec record_spec(const View& view, const RecordStrip& strip) {
    const bool narrow = view.arrangement == Arrangement::Phone && !strip.undone;
    return {.icon = strip.icon,
            .label = narrow ? std::string_view() : std::string_view(strip.label),
            .value = strip.value,
            .percent = strip.percent,
            .can_undo = strip.can_undo && view.may_write,
            .can_edit = strip.kind != RecordStrip::Kind::Task && view.may_write,
            .undone = strip.undone};
}

SuggestionSpec suggestion_spec(const RecordStrip& strip) {
    return {.value = strip.value, .percent = strip.percent};
}

struct Size {
    float width = 0;
    float height = 0;
};

Size strip_size(const View& view, const RecordStrip& strip, float available) {
    if (strip.kind == RecordStrip::Kind::Suggestion) {
        const SuggestionSpec spec = suggestion_spec(strip);
        return {std::min(available, suggestion_width(spec)), suggestion_height(spec, available)};
    }
    const RecordSpec spec = record_spec(view, strip);
    return {std::min(available, recorded_strip_width(spec)), tokens().h_2};
}

// Rows of strips, as [first, last) with the row's size.
struct StripRow {
    std::size_t first = 0;
    std::size_t last = 0;
    Size size;
};

std::vector<StripRow> strip_rows(const View& view,
                                 const std::vector<RecordStrip>& strips,
                                 float available) {
    std::vector<StripRow> rows;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        const Size size = strip_size(view, strips[i], available);
        if (!rows.empty() && rows.back().size.width + kGap + size.width <= available) {
            StripRow& row = rows.back();
            row.last = i + 1;
            row.size.width += kGap + size.width;
            row.size.height = std::max(row.size.height, size.height);
        } else {
            rows.push_back({i, i + 1, size});
        }
    }
    return rows;
}

void answer_record(View& view, const RecordStrip& strip, RecordAnswer answer) {
    switch (answer) {
        case RecordAnswer::None:
            break;
        case RecordAnswer::Undo:
            view.send(domain::UndoBatch{strip.batch});
            view.ui.semantics().announce("Undone: " + strip.value);
            break;
        case RecordAnswer::Redo:
            view.send(domain::RedoBatch{strip.batch});
            break;
        case RecordAnswer::Edit:
            if (strip.kind == RecordStrip::Kind::Draft) {
                view.memory.selected_document = strip.document.value;
                view.memory.screen = Screen::Documents;
            } else {
                view.memory.editing = strip.category;
            }
            break;
        case RecordAnswer::Confirm:
            view.send(domain::ConfirmSuggestion{strip.suggestion});
            break;
        case RecordAnswer::NotYet:
            view.send(domain::DismissSuggestion{strip.suggestion});
            break;
    }
}

void strip_ui(View& view, const RecordStrip& strip, Rect place) {
    const auto scope = view.ui.push(strip.key);
    if (strip.kind == RecordStrip::Kind::Suggestion) {
        answer_record(
            view, strip, suggestion(view.ui, "suggestion", place, suggestion_spec(strip)));
        return;
    }
    RecordSpec spec = record_spec(view, strip);
    const domain::Millis age = view.context.now - strip.at;
    if (age >= 0 && age < kNewsMillis) {
        spec.arrival = view.ui.arrival(view.ui.id("arrival"), tokens().m_base);
    }
    answer_record(view, strip, recorded_strip(view.ui, "record", place, spec));
}

}  // namespace

std::vector<RecordStrip> record_strips(const View& view, domain::MessageId message) {
    std::vector<RecordStrip> strips;
    const domain::EventStore& store = view.engine.store();
    for (const Outcome& outcome : view.memory.session.history.outcomes_of(message)) {
        const domain::RecordedEvent& recorded = store.history()[outcome.position];
        if (store.is_set_aside(recorded.batch)) {
            continue;
        }
        RecordStrip strip;
        strip.key = recorded.seq;
        strip.batch = recorded.batch;
        strip.at = recorded.at;
        strip.undone = store.is_undone(recorded.batch);
        strip.can_undo = strip.undone ? store.can_redo(strip.batch) : store.can_undo(strip.batch);
        if (strip.undone && !strip.can_undo) {
            continue;
        }
        bool shown = true;
        if (const auto* decided = std::get_if<domain::DecisionRecorded>(&recorded.event)) {
            describe(strip, *view.project, *decided, view.formats);
        } else if (const auto* completed = std::get_if<domain::TaskCompleted>(&recorded.event)) {
            describe(strip, *view.project, *completed, view.formats);
        } else if (const auto* noted = std::get_if<domain::PlanChangeNoted>(&recorded.event)) {
            describe(strip, *noted, view.formats);
        } else if (const auto* saved = std::get_if<domain::DocumentSaved>(&recorded.event)) {
            describe(strip, *saved);
        } else if (const auto* made = std::get_if<domain::SuggestionMade>(&recorded.event)) {
            shown = describe_suggestion(strip, *view.project, made->suggestion.id, view.formats);
        }
        if (shown) {
            strips.push_back(std::move(strip));
        }
    }
    return strips;
}

float record_strips_height(const View& view, const std::vector<RecordStrip>& strips, float width) {
    float height = 0;
    for (const StripRow& row : strip_rows(view, strips, width)) {
        height += (height > 0 ? kGap : 0) + row.size.height;
    }
    return height;
}

void record_strips_ui(View& view, const std::vector<RecordStrip>& strips, Rect rect) {
    float y = rect.y;
    for (const StripRow& row : strip_rows(view, strips, rect.width)) {
        float x = rect.right() - row.size.width;
        for (std::size_t i = row.first; i < row.last; ++i) {
            const Size size = strip_size(view, strips[i], rect.width);
            strip_ui(view, strips[i], {x, y, size.width, row.size.height});
            x += size.width + kGap;
        }
        y += row.size.height + kGap;
    }
}

}  // namespace atrium::shell
