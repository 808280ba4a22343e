#include "shell/views/session_cards.h"

#include <algorithm>
#include <cmath>

#include "core/domain/decision_words.h"
#include "core/domain/plan_template.h"
#include "core/domain/session_clock.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/progress.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_header.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

using domain::DecisionCategory;

constexpr float kLowScreen = 860;
constexpr float kDialRadius = 108;
constexpr float kAgendaRow = 24;

float dial_height() {
    return scaled(kDialRadius) + 5 + 1;
}

std::vector<DialStep> dial_steps() {
    std::vector<DialStep> steps;
    int last = 0;
    for (const domain::DecisionPoint& point : domain::built_in_template().decisions) {
        steps.push_back({point.minute_from, point.minute_to});
        last = std::max(last, point.minute_to);
    }
    if (last < domain::kSessionMinutes) {
        steps.push_back({last, domain::kSessionMinutes});
    }
    return steps;
}

void agenda_row(View& view, Rect row, const domain::AgendaItem& item) {
    const Tokens& t = tokens();
    const Color color = item.current ? t.text_1 : t.text_3;
    const Rect sign = cut_left(row, scaled(16), 8);
    if (item.current) {
        dot(view.ui, inset(sign, 4, 0, 0, 0), t.sun);
    } else if (item.done) {
        icon(view.ui, sign, kIconCheck, 14, t.accent);
    }
    const std::string minutes =
        std::to_string(item.from_minute) + "–" + std::to_string(item.to_minute);
    const Rect at = cut_right(row, std::ceil(text_width(TextStyle::Meta, minutes)), 8);
    draw_text(view.ui, inset(at, -1, 0, 0, 0), TextStyle::Meta, color, minutes, Align::Right);
    draw_text(
        view.ui, row, item.current ? TextStyle::DenseMedium : TextStyle::Dense, color, item.title);
    view.ui.add({.id = view.ui.id(item.title),
                 .role = Role::ListItem,
                 .name = item.title + ", minutes " + minutes +
                         (item.current ? ", now"
                          : item.done  ? ", done"
                                       : ""),
                 .rect = row});
}

std::string clock_caption(const View& view) {
    const domain::SessionClock& clock = view.project->clock;
    const int minute = domain::session_minute(clock, view.context.now);
    const std::string at =
        "minute " + std::to_string(minute) + " of " + std::to_string(domain::kSessionMinutes);
    if (!clock.running) {
        return "paused at " + at;
    }
    return minute >= domain::kSessionMinutes ? "take the time you need" : at;
}

struct TimelineWords {
    std::string words;
    Color color = 0;
    float percent = 0;
    MeterTone tone = MeterTone::Sun;
};

TimelineWords timeline_words(const View& view) {
    const Tokens& t = tokens();
    if (!view.derived.progress.timeline) {
        return {"no date yet", t.text_3};
    }
    const domain::TimelineState state = view.derived.schedule.state;
    const auto percent = static_cast<float>(*view.derived.progress.timeline * 100);
    switch (state) {
        case domain::TimelineState::OnTrack:
            return {domain::timeline_state_label(state), t.success, percent};
        case domain::TimelineState::AtRisk:
            return {domain::timeline_state_label(state), t.warning, percent, MeterTone::Warning};
        case domain::TimelineState::Late:
            return {domain::timeline_state_label(state), t.danger, percent, MeterTone::Danger};
    }
    return {};
}

// What an open decision's card says at its right.
std::string when_words(const View& view, DecisionCategory category) {
    const domain::DecisionPoint& point = domain::built_in_template().decision(category);
    const int minute = domain::session_minute(view.project->clock, view.context.now);
    return minute < point.minute_from ? "at minute " + std::to_string(point.minute_from) : "";
}

void decision_ui(View& view, Rect place, DecisionCategory category) {
    const domain::Decision* made = domain::current_decision(*view.project, category);
    const domain::Suggestion* asked = open_suggestion_for(*view.project, category);
    DecisionCardSpec spec;
    spec.icon = decision_icon(category);
    spec.label = decision_name(category);
    std::string value = "Not decided";
    const std::string when = when_words(view, category);
    if (asked != nullptr) {
        const auto& proposed = std::get<domain::ProposedDecision>(asked->action);
        value = domain::decision_label(*view.project, proposed.slots, view.formats) + "?";
        spec.state = DecisionState::Waiting;
    } else if (made != nullptr) {
        value = domain::decision_label(*view.project, *made, view.formats);
        spec.state = DecisionState::Decided;
        spec.percent = static_cast<int>(std::lround(made->confidence * 100));
    } else {
        spec.note = when;
    }
    spec.value = value;
    const std::string sure = made != nullptr ? share_text(made->confidence, view.formats) : "";
    spec.sure = sure;
    const DecisionCardAnswer answer =
        decision_card(view.ui, domain::category_id(category), place, spec);
    if (answer.confirmed && asked != nullptr) {
        view.send(domain::ConfirmSuggestion{asked->id});
    } else if (answer.opened) {
        view.memory.editing = category;
    }
}

}  // namespace

SideMeasures side_measures(const View& view) {
    SideMeasures m;
    m.low = view.ui.screen().height < scaled(kLowScreen);
    if (m.low) {
        m.top = 12;
        m.gap = 8;
        m.card_gap = 4;
    }
    m.card = scaled(m.low ? 48.0f : 52.0f);
    return m;
}

float session_clock_height(const View& view, const SideMeasures& m) {
    const std::size_t rows = m.low ? 1 : domain::session_agenda(*view.project).size();
    const float edges = m.low ? 12 + 4 + 8 : 16 + 8 + 12;
    return edges + 4 + dial_height() + static_cast<float>(rows) * scaled(kAgendaRow);
}

void session_clock_ui(View& view, Rect rect, const SideMeasures& m) {
    const Tokens& t = tokens();
    panel(view.ui, rect, t.surface_2, t.hairline, t.r_3);
    const auto group = view.ui.group("clock", Role::Group, "Session clock", rect);
    Rect inside = inset(rect, 16, m.low ? 12 : 16, 16, 0);
    const std::vector<DialStep> steps = dial_steps();
    const std::string figure = minutes_left_text(view);
    const std::string caption = clock_caption(view);
    // Whole minutes: the hand moves when the words change, and the screen rests in between.
    const int minute = domain::session_minute(view.project->clock, view.context.now);
    Rect place = cut_top(inside, 4 + dial_height(), m.low ? 4.0f : 8.0f);
    cut_top(place, 4);
    dial(view.ui,
         "dial",
         place,
         {.steps = steps,
          .minute = static_cast<float>(minute),
          .total_minutes = domain::kSessionMinutes,
          .radius = scaled(kDialRadius),
          .figure = figure,
          .caption = caption});
    const auto agenda = view.ui.group("agenda", Role::List, "Agenda", inside);
    for (const domain::AgendaItem& item : domain::session_agenda(*view.project)) {
        if (!m.low || item.current) {
            agenda_row(view, cut_top(inside, scaled(kAgendaRow)), item);
        }
    }
}

float session_progress_height(const SideMeasures& m) {
    const float meters = 3 * (line_height(TextStyle::Meta) + 4 + 6) + 2 * 8;
    return std::max(scaled(72), meters) + (m.low ? 24.0f : 32.0f);
}

void session_progress_ui(View& view, Rect rect, const SideMeasures& m) {
    const Tokens& t = tokens();
    panel(view.ui, rect, t.surface_2, t.hairline, t.r_3);
    const auto group = view.ui.group("progress", Role::Group, "Progress", rect);
    Rect inside = inset(rect, 16, m.low ? 12 : 16);
    const domain::Progress& progress = view.derived.progress;
    ring(view.ui,
         "overall",
         cut_left(inside, scaled(72), 16),
         static_cast<float>(progress.overall * 100),
         "Overall",
         share_text(progress.overall, view.formats));
    const float row = line_height(TextStyle::Meta) + 4 + 6;
    Flow flow(centred(inside, inside.width, 3 * row + 2 * 8), 8);
    labelled_meter(view.ui,
                   "planning",
                   flow.next(row),
                   "Planning",
                   share_text(progress.planning, view.formats),
                   {.percent = static_cast<float>(progress.planning * 100)});
    labelled_meter(view.ui,
                   "execution",
                   flow.next(row),
                   "Execution",
                   share_text(progress.execution, view.formats),
                   {.percent = static_cast<float>(progress.execution * 100)});
    const TimelineWords timeline = timeline_words(view);
    labelled_meter(view.ui,
                   "timeline",
                   flow.next(row),
                   "Timeline",
                   timeline.words,
                   {.percent = timeline.percent, .tone = timeline.tone},
                   timeline.color);
}

float session_decisions_height(const SideMeasures& m) {
    return 4 + scaled(20) + 8 + 5 * m.card + 4 * m.card_gap;
}

void session_decisions_ui(View& view, Rect rect, const SideMeasures& m) {
    const Tokens& t = tokens();
    const auto group = view.ui.group("decisions", Role::Region, "Decisions", rect);
    cut_top(rect, 4);
    Rect head = cut_top(rect, scaled(20), 8);
    heading(view.ui, head, 3, TextStyle::DenseMedium, t.text_1, "Decisions");
    const FiveArches five = five_arches(*view.project);
    const float width = arches_width(ArchSize::Small);
    arches(view.ui, cut_right(head, width), ArchSize::Small, five.states, five.name);
    for (const DecisionCategory category : domain::kDecisionCategories) {
        decision_ui(view, cut_top(rect, m.card, m.card_gap), category);
    }
}

}  // namespace atrium::shell
