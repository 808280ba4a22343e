// The foot of the session pane: what the session has cost, how many messages are left, who answers.
#include <cmath>

#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/progress.h"
#include "shell/ui/text.h"
#include "shell/views/session_cards.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

bool claude_answers(const View& view) {
    return view.connection.partner(view.workspace.settings).kind == domain::Partner::Kind::Claude;
}

// Nothing is missing: without a key, or because the creator wants it so.
bool guide_by_choice(const View& view) {
    return view.workspace.settings.partner == domain::PartnerChoice::GuideOnly ||
           view.connection.state() == Connection::State::NoKey;
}

bool counts_messages(const View& view) {
    return claude_answers(view) && view.connection.messages_per_day() > 0;
}

Color state_color(const View& view) {
    const Tokens& t = tokens();
    if (guide_by_choice(view)) {
        return t.accent;
    }
    switch (view.connection.state()) {
        case Connection::State::Claude:
            return t.success;
        case Connection::State::NoKey:
        case Connection::State::Asking:
            return t.chart_mute;
        case Connection::State::NotSignedIn:
        case Connection::State::Unreachable:
        case Connection::State::Offline:
            return t.warning;
    }
    return t.chart_mute;
}

float row_height() {
    return line_height(TextStyle::Meta);
}

void cost_row(View& view, Rect row) {
    const Tokens& t = tokens();
    const std::string cost = cost_text(view.derived.session_cost_nano_usd, view.formats);
    if (counts_messages(view)) {
        const std::string messages = std::to_string(view.connection.messages_today()) + " of " +
                                     std::to_string(view.connection.messages_per_day()) +
                                     " messages today";
        const float width = std::ceil(text_width(TextStyle::Meta, messages)) + 1;
        label(view.ui,
              cut_right(row, width, 8),
              TextStyle::Meta,
              t.text_2,
              messages,
              Align::Right,
              "messages");
    }
    // The amount stays when there is no room for all the words.
    Rect words = row;
    const float before = text_width(TextStyle::Meta, "This session ");
    const float amount = std::ceil(text_width(TextStyle::MetaMedium, cost)) + 1;
    if (before + amount <= row.width) {
        draw_text(view.ui, cut_left(words, before), TextStyle::Meta, t.text_2, "This session");
    }
    draw_text(view.ui, words, TextStyle::MetaMedium, t.text_1, cost);
    view.ui.add({.id = view.ui.id("cost"),
                 .role = Role::Text,
                 .name = "This session " + cost,
                 .rect = row});
}

void connection_row(View& view, Rect row) {
    const Tokens& t = tokens();
    const std::string words = view.connection.words(view.workspace.settings);
    const std::string explanation = view.connection.explanation();
    const Rect whole = row;
    const Press press = view.ui.press(
        "connection",
        inset(whole, -4),
        {.role = Role::Button, .name = words + ", open Settings", .description = explanation});
    view.ui.tooltip(press, whole, explanation);
    if (press.ring) {
        focus_ring(view.ui, inset(whole, -4), t.r_1);
    }
    if (press.activated) {
        view.memory.screen = Screen::Settings;
    }
    dot(view.ui, cut_left(row, 8, 8), state_color(view));
    const float width = std::ceil(text_width(TextStyle::Meta, words)) + 1;
    draw_text(view.ui,
              cut_left(row, width, 8),
              TextStyle::Meta,
              mixed(t.text_2, t.text_1, press.hover),
              words);
    const std::string_view note =
        guide_by_choice(view) ? "no AI, works offline" : "guide ready offline";
    draw_text(view.ui, row, TextStyle::Meta, t.text_3, note, Align::Right);
}

}  // namespace

float session_status_height(const View& view, const SideMeasures& m) {
    const float gap = m.low ? 6.0f : 8.0f;
    const float meter_row = counts_messages(view) ? 4 + gap : 0;
    return (m.low ? 8.0f : 12.0f) + 2 * row_height() + gap + meter_row + (m.low ? 8.0f : 12.0f);
}

void session_status_ui(View& view, Rect rect, const SideMeasures& m) {
    const float gap = m.low ? 6.0f : 8.0f;
    horizontal_rule(view.ui, rect.x, rect.y, rect.width);
    rect = inset(rect, 16, m.low ? 8 : 12, 16, 0);
    cost_row(view, cut_top(rect, row_height(), gap));
    if (counts_messages(view)) {
        const auto today = static_cast<float>(view.connection.messages_today());
        const auto limit = static_cast<float>(view.connection.messages_per_day());
        meter(view.ui,
              "messages-used",
              cut_top(rect, 4, gap),
              {.percent = 100 * today / limit,
               .tone = today >= limit ? MeterTone::Warning : MeterTone::Mute,
               .height = 4});
    }
    connection_row(view, cut_top(rect, row_height()));
}

}  // namespace atrium::shell
