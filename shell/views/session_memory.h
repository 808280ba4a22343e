// What the session's screens (frame, conversation) remember between frames, beside ScreenMemory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "shell/semantics.h"
#include "shell/views/history_index.h"
#include "shell/views/reveal.h"

namespace atrium::shell {

// Find in the conversation.
struct FindMemory {
    bool open = false;
    bool arrived = false;  // just opened: the field takes the focus
    std::string text;
    std::string searched;               // the hits below are of this text,
    std::size_t searched_messages = 0;  // in so many messages
    bool stale = false;                 // other versions are shown since
    std::vector<std::size_t> hits;      // places in Project::messages, oldest first
    std::size_t current = 0;            // in hits
    int seek_frames = 0;                // still to bring the current hit into view
};

// The own message whose words are being changed.
struct MessageEditor {
    domain::MessageId message;  // none: no editor is open
    std::string text;
    bool arrived = false;  // just opened: the field takes the focus
};

struct SessionMemory {
    HistoryIndex history;

    Reveal reveal;               // of the answer that is being written
    std::uint64_t settling = 0;  // the finished answer whose last words still appear
    bool was_writing = false;    // in the last frame,
    std::uint64_t question = 0;  // in answer to this message

    domain::ProjectId project;       // whose messages have been measured
    std::size_t messages_shown = 0;  // when the reader was last at the end
    bool jump_shown = false;         // the way to the end, which takes room from the list
    std::uint64_t tab_message = 0;   // the one where Tab enters the conversation
    FindMemory find;
    bool path_changed = false;  // another version is shown from the next frame on,
    bool keeps_place = false;   // and the reader stays where they are
    domain::MessageId sought;   // to be brought into view,
    int seek_frames = 0;        // in so many frames still

    domain::MessageId stepped_to;  // the version whose switch takes the focus,
    bool stepped_back = false;     // on its "Previous version"

    MessageEditor editor;
    domain::MessageId edit_button_of;  // its Edit takes the focus back
    domain::MessageId message_menu;    // whose menu is open
    bool pinned_open = false;          // the list of pinned messages

    bool menu_open = false;  // of the conversation's header
    bool renaming = false;
    bool details_open = false;  // Phone: the session pane instead of the conversation
    NodeId composer = 0;
    int drafts_seen = -1;  // of those saved, when Documents was shown last; negative: not known
};

}  // namespace atrium::shell
