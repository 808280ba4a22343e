// Selecting with a finger: a long press, and then handles and Copy at the selection.
#include "shell/ui/buttons.h"
#include "shell/ui/paint.h"
#include "shell/ui/text_selection.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr double kLongPress = 0.5;  // seconds

}  // namespace

void SelectionArea::follow_finger() {
    Ui::Impl& impl = ui_.impl();
    const Pointer& pointer = ui_.pointer();
    SelectionGesture& gesture = selection_.gesture;
    if (pointer.went_down) {
        gesture = {.unit = SelectionUnit::Word, .pressed_at = ui_.time()};
        if (!contains(view_, pointer.x, pointer.y)) {
            selection_.clear();
        }
        return;
    }
    const bool on_handle = impl.active == first_id_ || impl.active == last_id_;
    if (pointer.down && (on_handle || gesture.by_long_press)) {
        drag();
    } else if (pointer.down && impl.active == id_ && !has_moved()) {
        const double rest = gesture.pressed_at + kLongPress - ui_.time();
        if (rest > 0) {
            ui_.wake_in(rest);
        } else if (found_) {
            gesture.by_long_press = true;
            impl.dragged_area = id_;  // the finger selects from now on and does not scroll
            selection_.start(nearest_.word);
            ui_.wake_in(0);
        }
    } else if (pointer.went_up) {
        if (impl.clicked == id_ && !gesture.by_long_press) {
            selection_.clear();  // a tap
        }
        gesture.by_long_press = false;
        impl.dragged_area = impl.dragged_area == id_ ? 0 : impl.dragged_area;
        ui_.wake_in(0);
    }
}

void SelectionArea::handle(std::string_view key,
                           const Handle& end,
                           TextPlace this_end,
                           TextPlace other_end) {
    constexpr float kRadius = 8;
    constexpr float kTarget = 40;
    if (!end.seen || !contains(view_, end.caret.x, end.caret.y)) {
        return;
    }
    const Pointer& pointer = ui_.pointer();
    const float middle = end.caret.bottom() + kRadius;
    const Press press =
        ui_.grab(key, {end.caret.x - kTarget / 2, middle - kTarget / 2, kTarget, kTarget});
    const Color color = tokens().accent;
    fill(ui_, {end.caret.x - 1, end.caret.y, 2, end.caret.height}, color);
    circle(ui_, end.caret.x, middle, kRadius, color);
    if (press.held && pointer.went_down) {
        selection_.start({other_end, other_end});
        selection_.extend_to({this_end, this_end});
        selection_.gesture = {.aim_x = end.caret.x - pointer.x,
                              .aim_y = end.caret.y + end.caret.height / 2 - pointer.y};
    }
}

bool SelectionArea::touch_tools() {
    if (!ui_.touch() || selection_.empty()) {
        return false;
    }
    const TextPlace first = selection_.first();
    const TextPlace last = selection_.last();
    ui_.push_clip(view_);
    handle("selection-first", first_, first, last);
    handle("selection-last", last_, last, first);
    bool copies = false;
    const Handle& end = first_.seen ? first_ : last_;
    const Ui::Impl& impl = ui_.impl();
    const bool in_hand = impl.active == id_ || impl.active == first_id_ ||
                         impl.active == last_id_ || impl.dragged_area != 0;
    if (end.seen && !in_hand) {
        const ButtonSpec copy{.label = "Copy",
                              .kind = ButtonKind::Quiet,
                              .size = ButtonSize::Large,
                              .icon = kIconCopy,
                              .name = "Copy the selection"};
        const float width = button_width(copy);
        const float height = button_height(copy.size);
        const float above = end.caret.y - 8 - height;
        const Rect box{std::clamp(end.caret.x - width / 2,
                                  view_.x + 8,
                                  std::max(view_.x + 8, view_.right() - 8 - width)),
                       std::clamp(above >= view_.y ? above : end.caret.bottom() + 32,
                                  view_.y,
                                  std::max(view_.y, view_.bottom() - height)),
                       width,
                       height};
        shadow(ui_, box, tokens().r_2);
        panel(ui_, box, tokens().surface_2, tokens().hairline, tokens().r_2);
        copies = button(ui_, "copy-selection", box, copy);
    }
    ui_.pop_clip();
    return copies;
}

}  // namespace atrium::shell
