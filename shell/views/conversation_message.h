// One turn of the conversation: the creator's words at the right with what came of them, or an
// answer with its mark, author, text, and what can be done with it.
#pragma once

#include "core/domain/versions.h"
#include "shell/ui/text_selection.h"
#include "shell/views/view.h"

namespace atrium::shell {

// How a column of the conversation is divided at this width.
struct ConversationColumn {
    float mark = 24;      // left of an answer's text,
    float mark_gap = 12;  // with this much between; 0 where the text begins below the mark
    float bubble = 520;   // grows with the text: the widest a creator's message may be
    float turn_gap = 20;
    bool narrow = false;
};

[[nodiscard]] ConversationColumn conversation_column(const View& view, float width);

// Where a message stands among its neighbours.
struct MessagePlace {
    std::string separator;      // words of the rule above it, empty for none
    bool is_last = false;       // the newest message: a failed one can be tried again
    bool is_settling = false;   // its last words still appear
    domain::Versions versions;  // empty for one that waits
    bool tab_stop = false;      // where Tab enters the conversation; the arrows go on from there
};

[[nodiscard]] float message_height(View& view,
                                   const domain::Message& message,
                                   const MessagePlace& place,
                                   float width);
void message_ui(View& view,
                SelectionArea& reading,
                const domain::Message& message,
                const MessagePlace& place,
                Rect rect);

// The head of an answer: mark, "Atrium" and a note ("Built-in guide · 10:16", "writing"). Takes its
// height from `rect` and returns the rectangle of the text below.
Rect answer_head_ui(View& view, Rect rect, std::string_view note);
[[nodiscard]] float answer_head_height(const View& view, float width);
[[nodiscard]] float answer_text_width(const View& view, float width);

}  // namespace atrium::shell
