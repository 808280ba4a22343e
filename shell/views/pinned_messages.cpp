#include "shell/views/pinned_messages.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/domain/number_text.h"
#include "core/domain/versions.h"
#include "shell/ui/buttons.h"
#include "shell/ui/markdown.h"
#include "shell/ui/overlays.h"
#include "shell/ui/text.h"
#include "shell/views/message_actions.h"

namespace atrium::shell {

namespace {

constexpr float kWidestWords = 260;
constexpr float kBesideWords = 150;  // sign, time and edges of the list

// "You: Eight spaces, one tier and…"
std::string first_words(const View& view, const domain::Message& message) {
    const float width =
        std::min(scaled(kWidestWords), view.ui.screen().width - scaled(kBesideWords));
    Markdown plain;
    plain.set_text(message.text);
    std::string text = plain.plain_text();
    text.resize(std::min(text.find('\n'), text.size()));
    const bool own = message.author == domain::Author::Creator;
    return elided(TextStyle::Dense, (own ? "You: " : "Atrium: ") + text, width);
}

}  // namespace

void open_pinned(View& view) {
    view.memory.session.find = FindMemory{};
    view.memory.session.pinned_open = true;
}

void pinned_button_ui(View& view, Rect& bar) {
    const std::size_t count = view.project->pinned.size();
    if (count == 0) {
        return;
    }
    const bool open = view.memory.session.pinned_open;
    const std::string name = domain::count_text(
        static_cast<std::int64_t>(count), "pinned message", "pinned messages", view.formats);
    const Rect place = cut_right(bar, tokens().h_2, 8);
    if (icon_button(view.ui,
                    "pinned",
                    place,
                    {.icon = kIconPin,
                     .name = name,
                     .on = open,
                     .expanded = open ? Toggle::On : Toggle::Off,
                     .opens_menu = true})) {
        view.memory.session.pinned_open = !open;
    }
    pinned_list_ui(view, place);
}

void pinned_list_ui(View& view, Rect anchor) {
    bool& open = view.memory.session.pinned_open;
    if (!open) {
        return;
    }
    std::vector<domain::MessageId> ids;
    std::vector<std::string> words;
    std::vector<std::string> times;
    for (const domain::MessageId id : view.project->pinned) {
        if (const domain::Message* message = domain::find_in_versions(*view.project, id)) {
            ids.push_back(id);
            words.push_back(first_words(view, *message));
            times.push_back(local_time(view, message->at));
        }
    }
    std::vector<MenuItem> items;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        items.push_back({.label = words[i], .icon = kIconPin, .keys = times[i]});
    }
    open = !items.empty();
    if (const auto chosen = menu(view.ui, "pinned-list", anchor, open, items)) {
        go_to_message(view, ids[static_cast<std::size_t>(*chosen)]);
    }
}

}  // namespace atrium::shell
