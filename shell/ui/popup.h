// The floating panel under menus and selects: placed beside its anchor, over everything of its layer,
// dismissed by Escape and by a press elsewhere. While it is open nothing below can be pressed.
#pragma once

#include <optional>
#include <string>

#include "shell/ui/ui.h"

namespace atrium::shell {

struct PopupSpec {
    Role role = Role::Group;
    std::string name;
    float width = 204;
    float height = 0;  // with the 8 px of padding at both ends
    float head = 0;    // stays in place above what scrolls
    float most = 0;    // no higher than this, so that the page stays in sight; 0: as it needs
};

class Popup {
 public:
    Popup(Ui& ui, Rect anchor, const PopupSpec& spec);
    ~Popup();
    Popup(const Popup&) = delete;
    Popup& operator=(const Popup&) = delete;

    // The place for what stays in place.
    Rect head() const { return head_; }

    // Where what scrolls is seen: draw it clipped to this below a head.
    Rect view() const { return view_; }

    // Between the paddings, moved by wheel and finger where the panel is lower than its content.
    Rect inside() const { return inside_; }

    // Brings a row into view, with the next frame: for what the keyboard has reached.
    void reveal(Rect row);

    // This is its first frame: a moment to ask for the focus.
    bool appearing() const { return appearing_; }

    bool dismissed() const { return dismissed_; }

 private:
    Ui& ui_;
    Ui::LayerScope layer_;
    Ui::Scope scope_;
    std::optional<Ui::Container> node_;
    Rect head_;
    Rect inside_;
    Rect view_;
    NodeId panel_id_ = 0;
    bool appearing_ = false;
    bool dismissed_ = false;
};

}  // namespace atrium::shell
