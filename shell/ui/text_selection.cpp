#include "shell/ui/text_selection.h"

#include <cmath>

#include "shell/ui/text_places.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr double kDoubleClickSeconds = 0.4;  // between its presses
constexpr float kDragThreshold = 8;          // pixels; less is a click

// 0 inside the stretch.
float distance(float value, float begin, float end) {
    return std::max({0.0f, begin - value, value - end});
}

}  // namespace

SelectionArea::SelectionArea(
    Ui& ui, std::string_view key, Rect view, TextSelection& selection, ScrollState& scroll)
    : ui_(ui),
      id_(ui.id(key)),
      first_id_(ui.id("selection-first")),
      last_id_(ui.id("selection-last")),
      view_(intersection(view, ui.clip())),
      selection_(selection),
      scroll_(scroll) {
    ui_.impl().selecting = this;
    step_ = selection_.takes_keys ? step_of_keys() : std::nullopt;
    // Before everything in it, so that links and buttons get their own presses.
    ui_.impl().hits.push_back({id_, view_, ui_.layer(), false});
}

SelectionArea::~SelectionArea() {
    IM_ASSERT(ended_ && "SelectionArea::end was not called");
    ui_.impl().selecting = nullptr;
}

SelectionArea::Item SelectionArea::item(std::uint64_t id, std::size_t length, NodeId node) {
    item_ = id;
    item_length_ = length;
    drawn_offset_ = std::round(scroll_.offset);
    const NodeId focused = ui_.semantics().focused();
    const bool has_focus = node != 0 && focused == node;
    const bool last_pressed = focused == 0 && selection_.first().item == id;
    item_has_focus_ = item_has_focus_ || has_focus;
    if (has_focus || last_pressed) {
        whole_ = {{id, 0}, {id, length}};
    }
    return Item(*this);
}

TextRange SelectionArea::take_part(const TextLayout& layout,
                                   Rect place,
                                   Align align,
                                   std::size_t offset) {
    find_nearest(layout, place, align, offset);
    if (step_) {
        texts_.push_back({item_, item_length_, offset, &layout, place, align});
    }
    const std::size_t size = layout.text.size();
    const auto note = [&](Handle& end, TextPlace at) {
        if (at.item == item_ && at.offset >= offset && at.offset <= offset + size) {
            end = {true, caret_rect(layout, place, align, at.offset - offset)};
        }
    };
    note(focus_, selection_.focus());
    if (ui_.touch() && !selection_.empty()) {
        note(first_, selection_.first());
        note(last_, selection_.last());
    }
    const TextRange chosen = selection_.within(item_, item_length_);
    if (chosen.end <= offset || chosen.begin >= offset + size) {
        return {};
    }
    return {chosen.begin - std::min(chosen.begin, offset), std::min(chosen.end - offset, size)};
}

void SelectionArea::find_nearest(const TextLayout& layout,
                                 Rect place,
                                 Align align,
                                 std::size_t offset) {
    const Pointer& pointer = ui_.pointer();
    const Ui::Impl& impl = ui_.impl();
    place.height = layout.height();
    const bool inside = contains(place, pointer.x, pointer.y);
    over_text_ = over_text_ || (impl.hot == id_ && inside);
    if (impl.active != id_ && impl.active != first_id_ && impl.active != last_id_) {
        return;
    }
    const float x = pointer.x + selection_.gesture.aim_x;
    const float y = std::clamp(
        pointer.y + selection_.gesture.aim_y, view_.y, std::max(view_.y, view_.bottom() - 1));
    Nearest nearest;
    nearest.away_y = distance(y, place.y, place.bottom());
    nearest.away_x = distance(x, place.x, place.right());
    const bool nearer = nearest.away_y != nearest_.away_y ? nearest.away_y < nearest_.away_y
                                                          : nearest.away_x < nearest_.away_x;
    if (found_ && !nearer) {
        return;
    }
    const std::size_t at = offset_at(layout, place, align, x, y);
    const auto span = [&](TextRange range) -> TextSpan {
        return {{item_, offset + range.begin}, {item_, offset + range.end}};
    };
    nearest.character = span({at, at});
    nearest.word = span(word_around(layout.text, at));
    nearest.paragraph = span(paragraph_around(layout.text, at));
    nearest_ = nearest;
    found_ = true;
}

const TextSpan& SelectionArea::nearest_span() const {
    switch (selection_.gesture.unit) {
        case SelectionUnit::Word:
            return nearest_.word;
        case SelectionUnit::Paragraph:
            return nearest_.paragraph;
        case SelectionUnit::Character:
            break;
    }
    return nearest_.character;
}

bool SelectionArea::has_moved() const {
    const Ui::Impl& impl = ui_.impl();
    const Pointer& pointer = ui_.pointer();
    return std::fabs(pointer.x - impl.press_x) > kDragThreshold ||
           std::fabs(pointer.y - impl.press_y) > kDragThreshold;
}

bool SelectionArea::end() {
    ended_ = true;
    if (ui_.pointer().touch) {
        follow_finger();
    } else {
        follow_mouse();
    }
    if (focus_.seen) {
        selection_.gesture.focus_y = focus_.caret.y - view_.y + drawn_offset_;
    }
    follow_keys();
    return touch_tools();
}

void SelectionArea::follow_mouse() {
    const Pointer& pointer = ui_.pointer();
    const bool mine = ui_.impl().active == id_;
    if (pointer.went_down && !contains(view_, pointer.x, pointer.y)) {
        selection_.clear();
    } else if (pointer.went_down && mine) {
        press();
    } else if (mine && pointer.down) {
        drag();
    }
    if (over_text_ && (mine || ui_.impl().active == 0)) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    }
}

void SelectionArea::press() {
    const Pointer& pointer = ui_.pointer();
    SelectionGesture& gesture = selection_.gesture;
    const bool again = gesture.pressed_at >= 0 &&
                       pointer.pressed_at - gesture.pressed_at < kDoubleClickSeconds &&
                       std::fabs(pointer.x - gesture.x) <= kDragThreshold &&
                       std::fabs(pointer.y - gesture.y) <= kDragThreshold;
    const int clicks = again ? gesture.clicks % 3 + 1 : 1;
    gesture = {.unit = clicks == 1   ? SelectionUnit::Character
                       : clicks == 2 ? SelectionUnit::Word
                                     : SelectionUnit::Paragraph,
               .clicks = clicks,
               .pressed_at = pointer.pressed_at,
               .x = pointer.x,
               .y = pointer.y};
    if (!found_) {
        selection_.clear();
    } else if (ImGui::GetIO().KeyShift && selection_.begun()) {
        selection_.extend_to(nearest_span());
    } else {
        selection_.start(nearest_span());
    }
    ui_.wake_in(0);
}

void SelectionArea::drag() {
    if (found_) {
        const TextSpan before{selection_.first(), selection_.last()};
        selection_.extend_to(nearest_span());
        if (!(before.first == selection_.first() && before.last == selection_.last())) {
            ui_.wake_in(0);
        }
    }
    if (has_moved()) {
        scroll_.at_end = false;  // what is being selected does not follow the writing
        scroll_at_edge(ui_, view_, scroll_);
    }
}

TextRange selectable(
    Ui& ui, const TextLayout& layout, Rect place, Align align, std::size_t offset) {
    SelectionArea* area = ui.impl().selecting;
    return area == nullptr || area->item_ == 0 ? TextRange{}
                                               : area->take_part(layout, place, align, offset);
}

bool wants_all_texts(Ui& ui) {
    const SelectionArea* area = ui.impl().selecting;
    return area != nullptr && area->item_ != 0 && area->step_;
}

}  // namespace atrium::shell
