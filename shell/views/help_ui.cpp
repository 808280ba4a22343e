// Help: what Atrium does with what one says, and every shortcut.
#include <array>
#include <cmath>
#include <string_view>

#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/screens.h"
#include "shell/views/tour.h"

namespace atrium::shell {
namespace {

constexpr float kColumn = 648;
constexpr float kGap = 24;

struct Topic {
    std::string_view title;
    std::string_view text;
};

constexpr std::array kTopics = {
    Topic{"Talk, and the plan follows",
          "Answer in your own words. When you commit to something (\"Discord it is\", \"29 a "
          "month\") "
          "or say that a task is finished, Atrium records it under your message, says how sure it "
          "is, and lets you undo or edit it."},
    Topic{"If it is not sure, it asks",
          "A \"maybe\" becomes an outlined suggestion with Confirm. Questions, doubts and other "
          "people's choices are never recorded."},
    Topic{"Who answers",
          "Claude answers when this server has a key and you are online. Otherwise the built-in "
          "guide leads the same session with rules and templates. It is labelled, so you always "
          "know. When the network goes while Claude answers, your messages wait for it, unless you "
          "send them to the guide."},
    Topic{"Say it another way",
          "Every message of yours can be edited and sent again, and the last answer asked for "
          "again. The previous versions stay, with what came of them: step through them below the "
          "message. What is recorded follows the version that you see; what you changed by hand "
          "stays."},
    Topic{"Where your work is",
          "Everything is kept in this browser and works offline. The server that relays Claude "
          "stores tokens and cost, and never your plan. Download a backup in Settings to move to "
          "another browser."},
    Topic{"Where the hours come from",
          "The hours of the 22 tasks are our own estimates, fitted to your answers. Change them in "
          "the plan where you know better; the dates follow."},
};

struct Shortcut {
    std::string_view keys;
    std::string_view does;
};

constexpr std::array kShortcuts = {
    Shortcut{"Ctrl K", "Go to a screen, task or decision, or do something, by its name"},
    Shortcut{"Ctrl Z", "Undo what was recorded; Ctrl Shift Z brings it back"},
    Shortcut{"Enter", "Send the message"},
    Shortcut{"Shift Enter", "Start a new line in the message"},
    Shortcut{"Ctrl A", "Select all text of the message that has the focus or the selection"},
    Shortcut{"Shift ← →", "Change what is selected by a character; with Ctrl by a word"},
    Shortcut{"Shift ↑ ↓", "Change what is selected by a line"},
    Shortcut{"Shift Home", "Select to the line's beginning; with End to its end"},
    Shortcut{"Shift click", "Select up to this place; two clicks select a word, three a paragraph"},
    Shortcut{"Ctrl C", "Copy what is selected; answers and documents as Markdown"},
    Shortcut{"↑ ↓", "Go from message to message, and through a menu or a list"},
    Shortcut{"Home End", "Go to the first or last entry of a menu; letters find one by its name"},
    Shortcut{"Esc", "Stop the answer, close a menu or a dialog, clear the selection"},
    Shortcut{"Tab", "Go to the next control; Shift Tab goes back"},
    Shortcut{"Space", "Press the focused control, tick the focused task"},
};

}  // namespace

void help_ui(View& view, Rect rect) {
    const Tokens& t = tokens();
    pane_head(view.ui, rect, "Help", view.arrangement == Arrangement::Phone ? 16.0f : 24.0f);
    ScrollArea area(view.ui, "help", rect, view.memory.scrolls["help"]);
    const Rect content = area.content();
    const float width = std::min(scaled(kColumn), content.width - 32);
    Flow flow(Rect{content.x + (content.width - width) / 2, content.y + kGap, width, 0}, 8);
    const ButtonSpec tour{.label = "Show me around", .icon = kIconSignpost};
    if (view.project != nullptr) {
        const Rect row = flow.next(tokens().h_2);
        if (button(view.ui, "tour", centred_left(row, button_width(tour), tokens().h_2), tour)) {
            start_tour(view);
        }
        flow.skip(kGap - 8);
    }
    for (const Topic& topic : kTopics) {
        heading(view.ui, flow.next(scaled(24)), 2, TextStyle::Heading, t.text_1, topic.title);
        const float height = paragraph_height(view.ui, TextStyle::Body, topic.text, width);
        const Rect text = flow.next(height);
        paragraph(
            view.ui, topic.title, text.x, text.y, width, TextStyle::Body, t.text_2, topic.text);
        flow.skip(kGap - 8);
    }
    heading(view.ui, flow.next(scaled(24)), 2, TextStyle::Heading, t.text_1, "Keys");
    for (const Shortcut& shortcut : kShortcuts) {
        constexpr float kKeys = 120;
        Rect row = flow.next(scaled(24));
        key_cap(view.ui, cut_left(row, scaled(kKeys), 16), shortcut.keys);
        label(view.ui, row, TextStyle::Body, t.text_2, shortcut.does);
    }
    flow.skip(kGap - 8);
    constexpr std::string_view kLicences = "Licences of what Atrium is made of";
    Rect licences = flow.next(scaled(24));
    licences.width = std::ceil(text_width(TextStyle::Body, kLicences));
    link(view.ui, "licences", licences, TextStyle::Body, kLicences, "/licences.txt");
    area.end(flow.used() + 2 * kGap);
}

}  // namespace atrium::shell
