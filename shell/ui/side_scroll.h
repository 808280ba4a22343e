// What is wider than its place: a row of chips, a table. A finger drags it sideways with momentum, a
// wheel that goes sideways moves it, a mouse drags the thin bar below, and what gets the keyboard focus
// comes into view. Up and down stays with the scroll area around it.
//
//     SideScroll row(ui, "replies", place, width_of_all);
//     Rect rest = row.content();
//     for (...) { Rect chip_place = cut_left(rest, width, 8); chip(...); row.follow(id, chip_place); }
#pragma once

#include <string_view>

#include "shell/ui/ui.h"

namespace atrium::shell {

class SideScroll {
 public:
    SideScroll(Ui& ui, std::string_view key, Rect view, float content_width);
    ~SideScroll();
    SideScroll(const SideScroll&) = delete;
    SideScroll& operator=(const SideScroll&) = delete;

    // Where the content stands this frame: as wide as it is, moved by what has been scrolled.
    Rect content() const;

    // Scrolls until a widget that has just got the focus is in sight.
    void follow(NodeId widget, Rect place);

 private:
    void follow_wheel();
    void draw_bar();

    float limit() const { return content_width_ - view_.width; }

    Ui& ui_;
    NodeId id_;
    Rect view_;
    float content_width_;
    float offset_ = 0;
};

}  // namespace atrium::shell
