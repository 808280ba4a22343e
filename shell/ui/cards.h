// Grounds and whole pieces: card, decision card, banner, empty state.
#pragma once

#include <string_view>

#include "shell/ui/buttons.h"
#include "shell/ui/marks.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

// Draws the ground and returns the inside (16 px smaller on each side).
Rect card(Ui& ui, Rect rect, bool accent_border = false);

// The card's first line: heading at the left, a meta text at the right, or below where there is no room
// beside it. Cuts it from `inside` together with 16 px below it; the height includes them.
void card_head(Ui& ui, Rect& inside, std::string_view title, std::string_view meta = {});
float card_head_height(std::string_view title, std::string_view meta, float width);

// A pane's header, 56 high with its hairline; returns the rectangle between the 16 or 24 px paddings,
// after the title.
Rect pane_head(Ui& ui, Rect& pane, std::string_view title, float padding = 16);

enum class DecisionState { Open, Waiting, Decided };

struct DecisionCardSpec {
    const char* icon = nullptr;
    std::string_view label;  // "Price"
    std::string_view value;  // "$29 a month", "Not decided"
    DecisionState state = DecisionState::Open;
    int percent = -1;       // confidence of a decided one,
    std::string_view sure;  // as it is written: "92%", "92 %"
    std::string_view note;  // right side of an open one, "at minute 21"
    bool selected = false;
    bool listed = false;  // one of a list beside its page: only the selected one stands on a ground
};

struct DecisionCardAnswer {
    bool opened = false;     // the card itself was pressed
    bool confirmed = false;  // Confirm of a waiting one
};

// 52 high (48 where the screen is low), or more where the value needs a second line.
float decision_card_height(Ui& ui, const DecisionCardSpec& spec, float width, float least);
DecisionCardAnswer decision_card(Ui& ui,
                                 std::string_view key,
                                 Rect rect,
                                 const DecisionCardSpec& spec);

enum class BannerTone { Plain, Info, Warning, Danger };

struct BannerSpec {
    BannerTone tone = BannerTone::Plain;
    const char* icon = nullptr;
    std::string_view text;    // "**bold**" is drawn semibold
    std::string_view action;  // label of the button, empty for none
    std::string_view second;  // a quiet button before it
    bool primary = false;     // the action is the view's primary button
    bool closable = false;
    bool alert = false;  // read out at once when it appears
};

enum class BannerAnswer { None, Action, Second, Closed };

BannerAnswer banner(Ui& ui, std::string_view key, Rect rect, const BannerSpec& spec);
float banner_height(Ui& ui, const BannerSpec& spec, float width);

struct EmptyStateSpec {
    std::string_view title;
    std::string_view text;
    std::string_view action;
    const char* action_icon = nullptr;
};

// In the middle of `rect`, below five open arches. True when the action was pressed.
bool empty_state(Ui& ui, std::string_view key, Rect rect, const EmptyStateSpec& spec);

// The milestone where there is little room: small arches, title and text beside one another.
void milestone_line(
    Ui& ui, Rect rect, std::string_view title, std::string_view text, const ArchState (&states)[5]);
float milestone_line_height(Ui& ui, std::string_view text, float width);

// The milestone: a soft accent ground, large arches that fill once, title and text. `seconds_shown`
// since it began.
void milestone(Ui& ui,
               Rect rect,
               std::string_view title,
               std::string_view text,
               const ArchState (&states)[5],
               double seconds_shown);

}  // namespace atrium::shell
