#include "shell/views/conversation_find.h"

#include <algorithm>

#include "core/protocol/ascii.h"
#include "shell/ui/buttons.h"
#include "shell/ui/fields.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

bool contains_text(std::string_view text, std::string_view wanted) {
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), [](char a, char b) {
               return ascii::lower(a) == ascii::lower(b);
           }) != text.end();
}

void search_again(View& view) {
    FindMemory& find = view.memory.session.find;
    const std::vector<domain::Message>& messages = view.project->messages;
    if (find.searched == find.text && find.searched_messages == messages.size() && !find.stale) {
        return;
    }
    find.stale = false;
    const bool is_new = find.searched != find.text;
    find.searched = find.text;
    find.searched_messages = messages.size();
    find.hits = find_messages(messages, find.text);
    find.current = std::min(find.current, find.hits.empty() ? 0 : find.hits.size() - 1);
    if (is_new) {
        // The newest one is the likeliest to be meant.
        find.current = find.hits.empty() ? 0 : find.hits.size() - 1;
        find.seek_frames = find.hits.empty() ? 0 : 2;
    }
}

void go(FindMemory& find, std::size_t steps) {
    if (!find.hits.empty()) {
        find.current = (find.current + steps) % find.hits.size();
        find.seek_frames = 2;
    }
}

std::string count_words(const FindMemory& find) {
    if (find.text.empty()) {
        return "";
    }
    if (find.hits.empty()) {
        return "none";
    }
    return std::to_string(find.current + 1) + " of " + std::to_string(find.hits.size());
}

bool find_button(View& view, std::string_view key, Rect& bar, const char* glyph, const char* name) {
    const Rect place = cut_right(bar, tokens().h_2);
    return icon_button(view.ui, key, place, {.icon = glyph, .name = name});
}

}  // namespace

std::vector<std::size_t> find_messages(const std::vector<domain::Message>& messages,
                                       std::string_view text) {
    std::vector<std::size_t> hits;
    if (text.empty()) {
        return hits;
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (contains_text(messages[i].text, text)) {
            hits.push_back(i);
        }
    }
    return hits;
}

void open_find(View& view) {
    view.memory.session.find = FindMemory{};
    view.memory.session.find.open = true;
    view.memory.session.find.arrived = true;
}

void find_bar_ui(View& view, Rect& bar) {
    constexpr float kFieldWidth = 220;
    constexpr float kCountWidth = 64;
    FindMemory& find = view.memory.session.find;
    search_again(view);
    const bool closes = find_button(view, "close-find", bar, kIconX, "Close find") ||
                        view.ui.semantics().escape_pressed();
    const std::size_t back = find.hits.empty() ? 0 : find.hits.size() - 1;
    if (find_button(view, "next-hit", bar, kIconChevronDown, "Next match")) {
        go(find, 1);
    }
    if (find_button(view, "previous-hit", bar, kIconChevronUp, "Previous match")) {
        go(find, back);
    }
    const std::string words = count_words(find);
    label(view.ui,
          cut_right(bar, scaled(kCountWidth), 8),
          TextStyle::Meta,
          tokens().text_3,
          words,
          Align::Right,
          "hits");
    const Rect place = cut_right(bar, std::min(bar.width, scaled(kFieldWidth)), 8);
    const FieldAnswer field =
        search_field(view.ui, "find", place, find.text, "Find in the conversation");
    if (find.arrived) {
        find.arrived = false;
        view.ui.semantics().request_focus(field.id);
    }
    if (field.submitted) {
        go(find, back);
    }
    // Last, so that the field goes in the frame in which the button comes and takes the focus back.
    if (closes) {
        find = FindMemory{};
    }
}

}  // namespace atrium::shell
