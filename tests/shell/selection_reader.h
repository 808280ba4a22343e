// A pane with an answer and one's own words in which text can be selected, for tests of that.
#pragma once

#include <string>
#include <string_view>

#include "imgui.h"
#include "shell/ui/markdown.h"
#include "shell/ui/text_places.h"
#include "shell/ui/text_selection.h"
#include "tests/shell/headless.h"

namespace atrium::shell::testing {

inline constexpr float kLeft = 20;
inline constexpr float kTop = 20;
inline constexpr float kWidth = 600;

// An answer and one's own words below it, in a pane that scrolls.
struct Reader {
    TextSelection selection;
    ScrollState scroll;
    Markdown answer;
    std::string own = "Mid January, maybe.";
    float view_height = 400;
    int copies = 0;
    NodeId own_node = 0;
    UiScreen screen{[this](Ui& ui) { draw(ui); }, 700, 500};

    explicit Reader(std::string_view text) {
        answer.set_text(text);
        screen->settle();
    }

    void draw(Ui& ui) {
        const Rect view{0, 0, 700, view_height};
        SelectionArea area(ui, "text", view, selection, scroll);
        {
            ScrollArea pane(ui, "pane", view, scroll);
            const float y = pane.content().y + kTop;
            const float height = answer.height(kWidth);
            {
                const auto item = area.item(1, answer.flat_length());
                answer.draw(ui, "answer", kLeft, y, kWidth);
            }
            own_node = ui.id("own");
            const auto node = ui.open({.id = own_node,
                                       .role = Role::Article,
                                       .name = "Own",
                                       .rect = {kLeft, y + height + 20, kWidth, 24},
                                       .focus = Focus::TabStop});
            {
                const auto item = area.item(2, own.size(), own_node);
                paragraph(ui,
                          "words",
                          kLeft,
                          y + height + 20,
                          kWidth,
                          TextStyle::Read,
                          tokens().text_1,
                          own);
            }
            pane.end(height + 80);
        }
        copies += area.end() ? 1 : 0;
    }

    std::string chosen() const {
        const TextRange mine = selection.within(2, own.size());
        return answer.markdown_of(selection.within(1, answer.flat_length())) + "|" +
               own.substr(mine.begin, mine.end - mine.begin);
    }

    // Where this byte of the first line stands, in regular weight.
    float x_of(std::size_t offset) const {
        return kLeft + text_width(TextStyle::Read, answer.plain_text().substr(0, offset)) + 1;
    }

    void drag(float x1, float y1, float x2, float y2) {
        screen->move_to(x1, y1);
        screen->press();
        screen->move_to(x2, y2);
        screen->release();
        screen->settle();
    }

    float own_y() { return kTop + answer.height(kWidth) + 32; }

    static void hold_shift(bool down) { ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, down); }

    void shift(ImGuiKey key, bool ctrl = false) {
        hold_shift(true);
        screen->key(key, ctrl);
        hold_shift(false);
        screen->settle();
    }
};

}  // namespace atrium::shell::testing
