#include "shell/views/conversation_message.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/buttons.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/answer_footer.h"
#include "shell/views/conversation_records.h"
#include "shell/views/conversation_selection.h"
#include "shell/views/message_actions.h"
#include "shell/views/message_editor.h"
#include "shell/views/question_footer.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

constexpr float kSeparatorHeight = 44;
constexpr float kBubbleSide = 16;
constexpr float kBubbleEdge = 10;
constexpr float kPartGap = 8;

// As a browser shrinks a box to its text: one long line takes the whole width and wraps.
float text_box_width(std::string_view text, float widest) {
    float width = 0;
    while (width < widest) {
        const std::size_t line_break = text.find('\n');
        width = std::max(width, text_width(TextStyle::Read, text.substr(0, line_break)));
        if (line_break == std::string_view::npos) {
            break;
        }
        text.remove_prefix(line_break + 1);
    }
    return std::min(widest, std::ceil(width));
}

void separator_ui(View& view, Rect rect, const std::string& words) {
    const Tokens& t = tokens();
    const float width = text_width(TextStyle::Meta, words);
    const float y = std::floor(rect.y + rect.height / 2);
    const float side = std::max(0.0f, (rect.width - width) / 2 - 12);
    horizontal_rule(view.ui, rect.x, y, side);
    horizontal_rule(view.ui, rect.right() - side, y, side);
    label(view.ui, rect, TextStyle::Meta, t.text_3, words, Align::Centre, "separator");
}

bool is_current_hit(const View& view, const domain::Message& message) {
    const FindMemory& find = view.memory.session.find;
    return find.open && find.current < find.hits.size() &&
           view.project->messages[find.hits[find.current]].id == message.id;
}

float bubble_height(View& view, const std::string& text, float widest) {
    return 2 * kBubbleEdge +
           paragraph_height(view.ui, TextStyle::Read, text, widest - 2 * kBubbleSide);
}

// Returns the bubble's own rectangle, at the right of `rect`.
Rect bubble_ui(
    View& view, SelectionArea& reading, const domain::Message& message, Rect rect, float widest) {
    const Tokens& t = tokens();
    const float inner = text_box_width(message.text, widest - 2 * kBubbleSide);
    const Rect box{
        rect.right() - inner - 2 * kBubbleSide, rect.y, inner + 2 * kBubbleSide, rect.height};
    fill(view.ui, box, t.surface_3, t.r_3);
    if (is_current_hit(view, message)) {
        stroke(view.ui, box, t.warning, t.r_3);
    }
    const auto item =
        reading.item(conversation_item(message), message.text.size(), view.ui.id("message"));
    // The text is laid out at the full width: shrinking the box must not break a line anew.
    paragraph(view.ui,
              "text",
              box.x + kBubbleSide,
              box.y + kBubbleEdge,
              widest - 2 * kBubbleSide,
              TextStyle::Read,
              t.text_1,
              message.text);
    return box;
}

Markdown& answer_text(View& view, const domain::Message& message, const MessagePlace& place) {
    if (place.is_settling) {
        return view.memory.live_answer;
    }
    Markdown& text = view.memory.answers[message.id.value];
    if (text.text() != message.text) {
        text.set_text(message.text);
    }
    return text;
}

float words_height(View& view, const domain::Message& message, float width) {
    if (is_edited(view, message.id)) {
        return message_editor_height(view, width);
    }
    const ConversationColumn column = conversation_column(view, width);
    return bubble_height(view, message.text, std::min(width, column.bubble));
}

float creator_height(View& view,
                     const domain::Message& message,
                     const MessagePlace& place,
                     float width) {
    const float versions = place.versions.ids.size() > 1 ? kPartGap / 2 + tokens().h_1 : 0;
    const float footer = question_footer_height(view, message, place, width);
    const float strips = record_strips_height(view, record_strips(view, message.id), width);
    return words_height(view, message, width) + versions + (footer > 0 ? kPartGap + footer : 0) +
           (strips > 0 ? kPartGap + strips : 0);
}

void words_ui(View& view,
              SelectionArea& reading,
              const domain::Message& message,
              Rect row,
              Rect message_rect) {
    if (is_edited(view, message.id)) {
        message_editor_ui(view, message, row);
        return;
    }
    const float widest = std::min(row.width, conversation_column(view, row.width).bubble);
    const Rect box = bubble_ui(view, reading, message, row, widest);
    if (message.status != domain::MessageStatus::PendingOffline) {
        own_actions_ui(view, message, {row.x, row.y, box.x - row.x, row.height}, message_rect);
    }
}

void creator_ui(View& view,
                SelectionArea& reading,
                const domain::Message& message,
                const MessagePlace& place,
                Rect rect) {
    const Rect whole = rect;
    const Rect words = cut_top(rect, words_height(view, message, rect.width));
    words_ui(view, reading, message, words, whole);
    if (place.versions.ids.size() > 1) {
        cut_top(rect, kPartGap / 2);
        Rect row = cut_top(rect, tokens().h_1);
        row = cut_right(row, version_switch_width(place.versions));
        version_switch_ui(view, place.versions, true, row);
    }
    if (const float footer = question_footer_height(view, message, place, rect.width); footer > 0) {
        cut_top(rect, kPartGap);
        question_footer_ui(view, message, place, cut_top(rect, footer));
    }
    cut_top(rect, kPartGap);
    record_strips_ui(view, record_strips(view, message.id), rect);
}

float answer_height(View& view,
                    const domain::Message& message,
                    const MessagePlace& place,
                    float width) {
    const float text_width = answer_text_width(view, width);
    const float text = answer_text(view, message, place).height(text_width);
    const float footer =
        place.is_settling ? 0 : answer_footer_height(view, message, place, text_width);
    return answer_head_height(view, width) + text + footer;
}

void answer_ui(View& view,
               SelectionArea& reading,
               const domain::Message& message,
               const MessagePlace& place,
               Rect rect) {
    const std::string note =
        author_name(message, view.connection) + " · " + local_time(view, message.at);
    Rect body = answer_head_ui(view, rect, note);
    Markdown& text = answer_text(view, message, place);
    const float height = text.height(body.width);
    MarkdownStyle style;
    style.caret = place.is_settling;
    if (view.memory.session.find.open) {
        style.highlight = view.memory.session.find.text;
    }
    {
        const NodeId node = view.ui.id("message");
        const auto item = reading.item(conversation_item(message), text.flat_length(), node);
        text.draw(view.ui, "answer", body.x, body.y, body.width, style);
    }
    cut_top(body, height);
    if (!place.is_settling) {
        answer_footer_ui(view, message, place, body);
    }
}

}  // namespace

ConversationColumn conversation_column(const View& view, float width) {
    ConversationColumn column;
    column.bubble = scaled(column.bubble);
    column.mark = scaled(column.mark);
    if (view.arrangement == Arrangement::Phone) {
        column.narrow = true;
        column.mark_gap = 8;
        column.bubble = std::min(column.bubble, std::floor(width * 0.84f));
        column.turn_gap = 24;
    }
    // Left of it stands what can be done with it.
    column.bubble = std::min(column.bubble, width - tokens().h_2 - kPartGap);
    return column;
}

float answer_text_width(const View& view, float width) {
    const ConversationColumn column = conversation_column(view, width);
    return column.narrow ? width : width - column.mark - column.mark_gap;
}

float answer_head_height(const View& view, float width) {
    return scaled(24) + (conversation_column(view, width).narrow ? 4 : 0);
}

Rect answer_head_ui(View& view, Rect rect, std::string_view note) {
    const Tokens& t = tokens();
    const ConversationColumn column = conversation_column(view, rect.width);
    Rect head = cut_top(rect, answer_head_height(view, rect.width));
    head.height = scaled(24);
    mark(view.ui, cut_left(head, column.mark, column.mark_gap), t.accent);
    const float who = std::ceil(text_width(TextStyle::DenseMedium, "Atrium"));
    draw_text(view.ui, cut_left(head, who, 8), TextStyle::DenseMedium, t.text_1, "Atrium");
    label(view.ui, head, TextStyle::Meta, t.text_3, note, Align::Left, "author");
    if (!column.narrow) {
        cut_left(rect, column.mark + column.mark_gap);
    }
    return rect;
}

float message_height(View& view,
                     const domain::Message& message,
                     const MessagePlace& place,
                     float width) {
    const float separator = place.separator.empty() ? 0 : scaled(kSeparatorHeight);
    const float body = message.author == domain::Author::Creator
                           ? creator_height(view, message, place, width)
                           : answer_height(view, message, place, width);
    return separator + body;
}

void message_ui(View& view,
                SelectionArea& reading,
                const domain::Message& message,
                const MessagePlace& place,
                Rect rect) {
    const auto scope = view.ui.push(message.id.value);
    if (!place.separator.empty()) {
        separator_ui(view, cut_top(rect, scaled(kSeparatorHeight)), place.separator);
    }
    const bool own = message.author == domain::Author::Creator;
    const std::string name = (own ? "You, " : "Atrium, ") + local_time(view, message.at);
    const NodeId id = view.ui.id("message");
    const auto article = view.ui.open({.id = id,
                                       .role = Role::Article,
                                       .name = name,
                                       .rect = rect,
                                       .focus = place.tab_stop ? Focus::TabStop : Focus::Arrows});
    if (view.ui.semantics().focused() == id && view.ui.semantics().focus_by_keyboard()) {
        focus_ring(view.ui, inset(rect, -8), tokens().r_2);
    }
    if (own) {
        creator_ui(view, reading, message, place, rect);
    } else {
        answer_ui(view, reading, message, place, rect);
    }
}

}  // namespace atrium::shell
