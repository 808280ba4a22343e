#include "shell/views/conversation_list.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "core/domain/context.h"
#include "core/domain/turn.h"
#include "shell/ui/cards.h"
#include "shell/views/conversation_live.h"
#include "shell/views/conversation_message.h"
#include "shell/views/selected_text.h"

namespace atrium::shell {

namespace {

using domain::Message;

constexpr float kEstimate = 120;
// Laid-out answers that are kept; those far from the reader are laid out anew when they come back.
constexpr std::size_t kMostAnswers = 256;
constexpr std::size_t kFarRows = 96;

domain::Date day_of(const View& view, const Message& message) {
    return domain::local_day(message.at, view.utc_offset_minutes);
}

std::string day_words(const View& view, domain::Date day) {
    if (day == view.context.today) {
        return "Today";
    }
    if (day.days == view.context.today.days - 1) {
        return "Yesterday";
    }
    return domain::long_date(day, view.formats);
}

MessagePlace place_of(const View& view, std::size_t row) {
    const std::vector<Message>& messages = view.project->messages;
    const Message& message = messages[row];
    MessagePlace place;
    place.is_last = row + 1 == messages.size();
    place.is_settling = view.memory.session.settling == message.id.value;
    place.versions = domain::versions_at(*view.project, row);
    const domain::Date day = day_of(view, message);
    if (row == 0 || day_of(view, messages[row - 1]) != day) {
        place.separator = day_words(view, day);
    }
    return place;
}

// Heights belong to one project.
void check_heights(View& view, std::size_t rows) {
    SessionMemory& session = view.memory.session;
    if (session.project != view.project->id) {
        view.memory.conversation_heights = {};
        view.memory.conversation_scroll = {};
        view.memory.answers.clear();
        view.memory.conversation_selection.clear();
        session.project = view.project->id;
        session.messages_shown = view.project->messages.size();
    }
    view.memory.conversation_heights.resize(rows, scaled(kEstimate));
}

void drop_far_answers(View& view, std::size_t first_row, std::size_t last_row) {
    std::map<std::uint64_t, Markdown>& answers = view.memory.answers;
    const std::vector<Message>& messages = view.project->messages;
    if (answers.size() <= kMostAnswers || messages.empty()) {
        return;
    }
    const std::size_t first =
        std::min(messages.size() - 1, first_row > kFarRows ? first_row - kFarRows : 0);
    const std::size_t last = std::min(messages.size() - 1, last_row + kFarRows);
    answers.erase(answers.begin(), answers.lower_bound(messages[first].id.value));
    answers.erase(answers.upper_bound(messages[last].id.value), answers.end());
}

// The conversation goes on with another version: that is no news, and an own message that was
// switched stays under the pointer although what follows it is shorter or longer now.
void follow_versions(View& view) {
    SessionMemory& session = view.memory.session;
    if (!session.path_changed) {
        return;
    }
    session.path_changed = false;
    view.memory.conversation_selection.clear();
    session.messages_shown = view.project->messages.size();
    if (session.keeps_place) {
        session.keeps_place = false;
        view.memory.conversation_scroll.at_end = false;
        view.memory.conversation_scroll.goal = -1;
    }
}

void seek_message(View& view, Rect rect) {
    SessionMemory& session = view.memory.session;
    if (session.seek_frames == 0) {
        return;
    }
    --session.seek_frames;
    view.ui.wake_in(0);
    const std::vector<Message>& messages = view.project->messages;
    const auto found = std::find_if(messages.begin(), messages.end(), [&](const Message& message) {
        return message.id == session.sought;
    });
    if (found != messages.end()) {
        const auto row = static_cast<std::size_t>(found - messages.begin());
        const float top = view.memory.conversation_heights.top(row);
        view.memory.conversation_scroll.scroll_to(top - rect.height / 4);
    }
}

void seek_hit(View& view, Rect rect) {
    FindMemory& find = view.memory.session.find;
    if (find.seek_frames == 0 || find.current >= find.hits.size()) {
        return;
    }
    // Twice, because the rows in between are measured on the way.
    --find.seek_frames;
    view.ui.wake_in(0);
    const float top = view.memory.conversation_heights.top(find.hits[find.current]);
    view.memory.conversation_scroll.scroll_to(top - rect.height / 4);
}

int unread(View& view) {
    SessionMemory& session = view.memory.session;
    const std::vector<Message>& messages = view.project->messages;
    const std::size_t count = messages.size();
    // One's own message is no news, also while the list still moves down to it.
    const bool own = count > 0 && messages.back().author == domain::Author::Creator;
    if (own || view.memory.conversation_scroll.at_end) {
        session.messages_shown = count;
    }
    return static_cast<int>(count - std::min(count, session.messages_shown));
}

// What stands below one another: the conversation, the answer that is being written, and what waits
// for the connection.
struct Rows {
    const std::vector<Message>& messages;
    const std::vector<Message>& waiting;
    bool writing = false;

    std::size_t first_waiting() const { return messages.size() + (writing ? 1 : 0); }

    std::size_t count() const { return first_waiting() + waiting.size(); }

    // Null for the answer that is being written.
    const Message* message(std::size_t row) const {
        return row < messages.size()   ? &messages[row]
               : row < first_waiting() ? nullptr
                                       : &waiting[row - first_waiting()];
    }
};

// The rows that were drawn in this frame; none is SIZE_MAX.
struct DrawnRows {
    std::size_t first = SIZE_MAX;
    std::size_t last = 0;
    std::size_t last_seen = SIZE_MAX;
    std::size_t focused = SIZE_MAX;
};

MessagePlace place_in(const View& view, const Rows& rows, std::size_t row) {
    MessagePlace place = row < rows.messages.size() ? place_of(view, row) : MessagePlace{};
    const Message* message = rows.message(row);
    place.tab_stop = message != nullptr && message->id.value == view.memory.session.tab_message;
    return place;
}

float row_height(View& view, const Rows& rows, std::size_t row, float width) {
    const Message* message = rows.message(row);
    return message == nullptr ? live_answer_height(view, width)
                              : message_height(view, *message, place_in(view, rows, row), width);
}

bool has_focus(View& view, const Message& message) {
    const auto scope = view.ui.push(message.id.value);
    return view.ui.semantics().focused() == view.ui.id("message");
}

void row_ui(View& view,
            SelectionArea& reading,
            const Rows& rows,
            std::size_t row,
            Rect rect,
            DrawnRows& drawn) {
    drawn.first = std::min(drawn.first, row);
    drawn.last = std::max(drawn.last, row);
    const Message* message = rows.message(row);
    if (message == nullptr) {
        live_answer_ui(view, reading, rect);
        return;
    }
    message_ui(view, reading, *message, place_in(view, rows, row), rect);
    drawn.last_seen = view.ui.visible(rect) ? row : drawn.last_seen;
    drawn.focused = has_focus(view, *message) ? row : drawn.focused;
}

// Tab enters the conversation where it was left, or at the newest message in sight.
std::uint64_t tab_message(const Rows& rows, const DrawnRows& drawn) {
    const std::size_t row = drawn.focused != SIZE_MAX ? drawn.focused : drawn.last_seen;
    const Message* message = row == SIZE_MAX ? nullptr : rows.message(row);
    return message == nullptr ? 0 : message->id.value;
}

Rows rows_of(const View& view) {
    return {view.project->messages, view.project->waiting, view.engine.turn() != nullptr};
}

// Before anything is drawn, as it takes its place from the list.
std::optional<JumpToEnd> jump_in(View& view, Rect pane) {
    const Rect middle = conversation_middle(view, pane);
    check_heights(view, rows_of(view).count());
    follow_versions(view);
    const int news = unread(view);
    // Under a pressed pointer, which may be selecting, the list keeps its height.
    bool& shown = view.memory.session.jump_shown;
    shown =
        view.ui.pointer().down ? shown : wants_jump(pane, view.memory.conversation_scroll, news);
    return shown ? std::optional(JumpToEnd(pane, middle, news)) : std::nullopt;
}

void rows_ui(View& view, Rect rect) {
    const Rows rows = rows_of(view);
    const Rect middle = conversation_middle(view, rect);
    seek_hit(view, rect);
    seek_message(view, rect);

    ScrollState& scroll = view.memory.conversation_scroll;
    SelectionArea reading(view.ui, "reading", rect, view.memory.conversation_selection, scroll);
    DrawnRows drawn;
    VirtualRows list;
    list.count = rows.count();
    list.gap = conversation_column(view, middle.width).turn_gap;
    list.estimate = scaled(kEstimate);
    list.measure = [&](std::size_t row, float width) {
        return row_height(view, rows, row, width);
    };
    list.draw = [&](std::size_t row, Rect place) {
        row_ui(view, reading, rows, row, place, drawn);
    };
    {
        ScrollArea area(view.ui,
                        "messages",
                        rect,
                        scroll,
                        // The welcome is read from its beginning.
                        {.follow_tail = rows.count() > 1, .top_edge = true, .padding_end = 16});
        Rect column = area.content();
        column.x = middle.x;
        column.width = middle.width;
        virtual_list(area, view.memory.conversation_heights, list, column);
    }
    if (reading.end()) {
        view.ui.platform().copy_text(selected_text(view.memory, view.project));
    }
    view.memory.session.tab_message = tab_message(rows, drawn);
    drop_far_answers(view, std::min(drawn.first, rows.count()), drawn.last);
}

}  // namespace

Rect conversation_middle(const View& view, Rect pane) {
    const float side = view.arrangement == Arrangement::Phone    ? 16.0f
                       : view.arrangement == Arrangement::Medium ? 24.0f
                                                                 : 32.0f;
    const float width = std::min(scaled(Tokens::w_read), std::max(0.0f, pane.width - 2 * side));
    return {std::floor(pane.x + (pane.width - width) / 2), pane.y, width, pane.height};
}

void conversation_list_ui(View& view, Rect rect) {
    const bool writing = view.engine.turn() != nullptr;
    const std::optional<JumpToEnd> jump = jump_in(view, rect);
    {
        const auto log = view.ui.open({.id = view.ui.id("log"),
                                       .role = Role::Log,
                                       .name = "Conversation",
                                       .rect = rect,
                                       .busy = writing});
        if (view.project->messages.empty() && !writing) {
            empty_state(view.ui,
                        "no-messages",
                        rect,
                        {.title = "Nothing said yet", .text = "Write below to begin."});
        } else {
            rows_ui(view, jump ? jump->above() : rect);
        }
    }
    if (jump && jump->draw(view.ui, "to-end")) {
        view.memory.conversation_scroll.scroll_to_end();
    }
}

}  // namespace atrium::shell
