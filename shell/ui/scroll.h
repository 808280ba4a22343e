// Scrolling: the wheel moves by the pixels that it says, a finger drags with momentum, a thin bar shows
// where one is, and what gets the keyboard focus comes into view.
//
//     ScrollArea area(ui, "plan", pane, plan_scroll_);
//     Flow flow(area.content());
//     … rows …
//     area.end(flow.used());
//
// A conversation follows its tail until the reader scrolls up, and follows again at the bottom.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "shell/ui/buttons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

// Kept by the view between frames.
struct ScrollState {
    float offset = 0;          // content pixels above the upper edge
    float content_height = 0;  // of the last frame
    bool at_end = true;
    float velocity = 0;  // of a finger's throw, pixels a second
    float goal = -1;     // where a programmatic scroll is heading; negative: nowhere

    // Smoothly (at once with reduced motion) brings the content's y to the upper edge.
    void scroll_to(float y) { goal = y < 0 ? 0 : y; }

    void scroll_to_end() {
        goal = 1e9f;
        at_end = true;
    }
};

struct ScrollSpec {
    bool follow_tail = false;
    bool top_edge = false;  // a soft edge under a header once scrolled
    float padding_end = 0;  // empty pixels after the content
};

class ScrollArea {
 public:
    ScrollArea(Ui& ui, std::string_view key, Rect view, ScrollState& state, ScrollSpec spec = {});
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    // Where content begins this frame, moved by the offset; as wide as the view.
    Rect content() const;

    Rect view() const { return view_; }

    // The end is being followed.
    bool follows_tail() const { return spec_.follow_tail && state_.at_end && state_.goal < 0; }

    // Says how high the content is. Must be called before the area goes out of scope.
    void end(float content_height);

    // Content above the reader's place grew by so many pixels: keeps what is seen where it is.
    void shift(float pixels);

    // Scrolls until this rectangle of the screen is in the view.
    void reveal(Rect rect);

 private:
    void follow_wheel();
    void move_to_goal(float limit);
    void draw_bar(float limit);
    void drag_thumb(Rect zone, float track, float limit);

    Ui& ui_;
    NodeId id_;
    Rect view_;
    ScrollState& state_;
    ScrollSpec spec_;
    bool ended_ = false;
};

// Scrolls until this rectangle of the screen, drawn at this offset, is in the view.
void bring_into_view(Rect rect, Rect view, float offset, ScrollState& state);

// While something is dragged beyond the upper or lower edge of the view, scrolls that way.
void scroll_at_edge(Ui& ui, Rect view, ScrollState& state);

// Whether a conversation in this pane wants a JumpToEnd: more than a few lines are still below, or
// something new.
[[nodiscard]] bool wants_jump(Rect view, const ScrollState& state, int new_messages);

// A round "to the end" button; says `new_messages` when there are any. It covers no text: it stands
// beside the column that is read where there is room, else in a strip of its own below it.
class JumpToEnd {
 public:
    // `view` is the pane with the strip, `column` the part of it that holds text.
    JumpToEnd(Rect view, Rect column, int new_messages);

    // What is left of the pane for the conversation.
    Rect above() const { return above_; }

    // True when pressed (then call scroll_to_end).
    bool draw(Ui& ui, std::string_view key) const;

 private:
    Rect above_;
    Rect place_;
    ButtonSize size_ = ButtonSize::Medium;
    int new_messages_;
};

// Heights of a long list, measured when rows are first seen; the cost of a frame does not grow with
// the number of rows.
class VirtualHeights {
 public:
    // Adapts to the number of rows; new ones are taken to be `estimate` high.
    void resize(std::size_t count, float estimate);

    std::size_t size() const { return height_.size(); }

    float total() const;
    float top(std::size_t row) const;

    float height(std::size_t row) const { return height_[row]; }

    void set(std::size_t row, float height);

    // The row that contains the content's y.
    std::size_t row_at(float y) const;

 private:
    void rebuild();
    float prefix(std::size_t count) const;

    std::vector<float> height_;
    std::vector<double> tree_;  // a Fenwick tree over height_
};

struct VirtualRows {
    std::size_t count = 0;
    float gap = 0;
    float estimate = 80;
    std::function<float(std::size_t row, float width)> measure;  // cheap when the caller caches
    std::function<void(std::size_t row, Rect rect)> draw;
};

// Draws the rows that are in the area (and a little more, for the keyboard) and ends the area. Rows
// that are seen are measured again in each frame, so that a growing message needs no notice.
void virtual_list(ScrollArea& area, VirtualHeights& heights, const VirtualRows& rows, Rect column);

}  // namespace atrium::shell
