#include "shell/views/side_head.h"

#include <array>

#include "shell/ui/cards.h"
#include "shell/ui/choices.h"

namespace atrium::shell {

namespace {

Rect back_head(View& view, Rect& pane, std::string_view title) {
    Rect head = pane_head(view.ui, pane, "", 8);
    if (icon_button(view.ui,
                    "back",
                    cut_left(head, tokens().h_3, 4),
                    {.icon = kIconArrowLeft, .name = "Back", .size = ButtonSize::Large})) {
        view.memory.session.details_open = false;
    }
    heading(view.ui, head, 2, TextStyle::Heading, tokens().text_1, title);
    cut_left(head, text_width(TextStyle::Heading, title), 8);
    cut_right(head, 8);
    return head;
}

}  // namespace

Rect side_head(View& view, Rect& pane, std::string_view title) {
    if (view.arrangement == Arrangement::Phone) {
        return back_head(view, pane, title);
    }
    if (view.arrangement == Arrangement::Wide) {
        return pane_head(view.ui, pane, title);
    }
    constexpr std::array<SegmentSpec, 2> kItems = {{{.label = "Session"}, {.label = "Plan"}}};
    Rect head = pane_head(view.ui, pane, "");
    int chosen = view.memory.side_shows_plan ? 1 : 0;
    const Rect place = cut_left(head, segments_width(kItems), 8);
    if (segments(view.ui, "side-pane", place, "Side pane", kItems, chosen)) {
        view.memory.side_shows_plan = chosen == 1;
    }
    return head;
}

}  // namespace atrium::shell
