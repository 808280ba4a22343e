#include "shell/ui/scroll.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/buttons.h"
#include "shell/ui/finger_drag.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr float kEndTolerance = 2;  // this near to the end counts as there
constexpr float kRevealMargin = 24;

float scroll_limit(const ScrollState& state, Rect view) {
    return std::max(0.0f, state.content_height - view.height);
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view key, Rect view, ScrollState& state, ScrollSpec spec)
    : ui_(ui), id_(ui.id(key)), view_(view), state_(state), spec_(spec) {
    if (spec_.follow_tail && state_.at_end && state_.goal < 0) {
        state_.offset = scroll_limit(state_, view_);
    }
    ui_.impl().areas.push_back({this, ui_.layer()});
    ui_.push_clip(view_);
}

ScrollArea::~ScrollArea() {
    IM_ASSERT(ended_ && "ScrollArea::end was not called");
    ui_.impl().areas.pop_back();
}

Rect ScrollArea::content() const {
    return {view_.x, view_.y - std::round(state_.offset), view_.width, view_.height};
}

void ScrollArea::shift(float pixels) {
    state_.offset += pixels;
    if (state_.goal >= 0) {
        state_.goal += pixels;
    }
}

void ScrollArea::reveal(Rect rect) {
    bring_into_view(rect, view_, std::round(state_.offset), state_);
}

void ScrollArea::end(float content_height) {
    ended_ = true;
    ui_.pop_clip();
    const bool was_at_end = state_.at_end;
    state_.content_height = content_height + spec_.padding_end;
    const float limit = scroll_limit(state_, view_);
    const float before = state_.offset;

    if (ui_.pointer().touch && ui_.pointer().went_down && ui_.hovering(view_)) {
        state_.goal = -1;
    }
    follow_finger(ui_,
                  id_,
                  view_,
                  Axis::Vertical,
                  limit,
                  {state_.offset, state_.velocity, ui_.memory(id_, 1)});
    follow_wheel();
    move_to_goal(limit);
    const bool moved_by_person = state_.offset != before && state_.goal < 0;
    state_.offset = std::clamp(state_.offset, 0.0f, limit);
    if (spec_.follow_tail && was_at_end && !moved_by_person && state_.goal < 0) {
        state_.offset = limit;
    }
    state_.at_end = state_.offset >= limit - kEndTolerance;
    if (std::round(state_.offset) != std::round(before)) {
        ui_.wake_in(0);
    }
    if (spec_.top_edge && state_.offset > 0) {
        const Color light = tokens().skylight;
        vertical_gradient(ui_, {view_.x, view_.y, view_.width, scaled(24)}, light, faded(light, 0));
    }
    draw_bar(limit);
}

void ScrollArea::follow_wheel() {
    float& wheel = ui_.impl().wheel_y;
    if (wheel == 0 || !ui_.hovering(view_)) {
        return;
    }
    const float limit = scroll_limit(state_, view_);
    const float wanted = std::clamp(state_.offset - wheel, 0.0f, limit);
    if (wanted != state_.offset) {
        state_.offset = wanted;
        state_.goal = -1;
        state_.velocity = 0;
        wheel = 0;  // an outer area gets only what this one has no use for
    }
}

void ScrollArea::move_to_goal(float limit) {
    if (state_.goal < 0) {
        return;
    }
    const float goal = std::min(state_.goal, limit);
    const float rest = goal - state_.offset;
    const float duration = tokens().m_slow;
    if (duration <= 0 || std::fabs(rest) < 1) {
        state_.offset = goal;
        state_.goal = -1;
        return;
    }
    // Covers most of the way within the duration, whatever the frame rate.
    state_.offset += rest * (1 - std::exp(-ui_.elapsed() * 4 / duration));
    ui_.wake_in(0);
}

void ScrollArea::draw_bar(float limit) {
    if (limit <= 0) {
        return;
    }
    const Tokens& t = tokens();
    const auto scope = ui_.push("scroll");
    const bool pointed = ui_.hovering(view_) && !ui_.pointer().touch;
    const bool moving = state_.velocity != 0 || ui_.impl().dragged_area == id_;
    const float shown = ui_.ease(id_, 2, pointed || moving ? 1.0f : 0.0f, t.m_base);
    const float height = std::max(32.0f, view_.height * view_.height / (limit + view_.height));
    const float track = view_.height - 8 - height;
    const float y = view_.y + 4 + track * std::clamp(state_.offset / limit, 0.0f, 1.0f);
    const Rect zone{view_.right() - 12, view_.y, 12, view_.height};
    const bool near = pointed && ui_.pointer().x >= zone.x;
    const float width = ui_.ease(id_, 3, near ? 8.0f : 4.0f, t.m_fast);
    const Rect thumb{view_.right() - 2 - width, y, width, height};
    fill(ui_, thumb, faded(t.chart_mute, shown * 0.7f), width / 2);
    drag_thumb(zone, track, limit);
}

void ScrollArea::drag_thumb(Rect zone, float track, float limit) {
    // Only a pointer drags the bar; with keyboard and assistive technology the content is walked.
    Ui::Impl& impl = ui_.impl();
    const NodeId thumb = id_ ^ 0x5c011u;
    impl.hits.push_back({thumb, intersection(zone, ui_.clip()), ui_.layer(), false});
    if (impl.active == thumb && !ui_.pointer().touch && track > 0) {
        float& grabbed_y = ui_.memory(id_, 4);
        float& grabbed_offset = ui_.memory(id_, 5);
        if (ui_.pointer().went_down) {
            grabbed_y = ui_.pointer().y;
            grabbed_offset = state_.offset;
        }
        state_.offset =
            std::clamp(grabbed_offset + (ui_.pointer().y - grabbed_y) * limit / track, 0.0f, limit);
        state_.goal = -1;
        state_.at_end = state_.offset >= limit - kEndTolerance;
        ui_.wake_in(0);
    }
}

void bring_into_view(Rect rect, Rect view, float offset, ScrollState& state) {
    const float top = rect.y - view.y + offset;
    const float margin = std::min(kRevealMargin, std::max(0.0f, view.height - rect.height) / 2);
    if (rect.y < view.y + margin) {
        state.goal = std::max(0.0f, top - margin);
    } else if (rect.bottom() > view.bottom() - margin) {
        state.goal = top + rect.height + margin - view.height;
    }
    state.goal = rect.height > view.height ? std::max(0.0f, top - margin) : state.goal;
}

void scroll_at_edge(Ui& ui, Rect view, ScrollState& state) {
    constexpr float kZone = 16;     // from the edge inwards
    constexpr float kSpeedUp = 12;  // pixels a second for each pixel beyond
    constexpr float kFastest = 1200;
    const float above = view.y + kZone - ui.pointer().y;
    const float below = ui.pointer().y - view.bottom() + kZone;
    const float speed = std::min(std::max(above, below) * kSpeedUp, kFastest);
    if (speed <= 0) {
        return;
    }
    const float limit = scroll_limit(state, view);
    const float step = (below > 0 ? speed : -speed) * ui.elapsed();
    const float wanted = std::clamp(state.offset + step, 0.0f, limit);
    if (wanted == state.offset) {
        return;
    }
    state.offset = wanted;
    state.goal = -1;
    state.velocity = 0;
    state.at_end = wanted >= limit - kEndTolerance;
    ui.wake_in(0);
}

namespace {

// Less than this below is about to be read anyway, and more than the strip takes.
constexpr float kWorthAJump = 96;
constexpr float kJumpMargin = 12;
constexpr float kNarrowJumpMargin = 4;

std::string news_words(int new_messages) {
    return new_messages == 1 ? "1 new message" : std::to_string(new_messages) + " new messages";
}

ButtonSpec jump_spec(std::string_view words) {
    return {.label = words, .icon = kIconArrowDown};
}

}  // namespace

bool wants_jump(Rect view, const ScrollState& state, int new_messages) {
    const float below = state.content_height - state.offset - view.height;
    return !state.at_end && (new_messages > 0 || below >= kWorthAJump);
}

JumpToEnd::JumpToEnd(Rect view, Rect column, int new_messages)
    : above_(view), new_messages_(new_messages) {
    const float beside = view.right() - column.right();
    for (const ButtonSize size : {ButtonSize::Large, ButtonSize::Small}) {
        const float side = button_height(size);
        const float margin = size == ButtonSize::Large ? kJumpMargin : kNarrowJumpMargin;
        if (new_messages == 0 && beside >= side + 2 * margin) {
            place_ = {view.right() - side - margin, view.bottom() - side - kJumpMargin, side, side};
            size_ = size;
            return;
        }
    }
    const Tokens& t = tokens();
    const Rect strip = cut_bottom(above_, t.h_3);
    const float width =
        new_messages == 0 ? t.h_2 : button_width(jump_spec(news_words(new_messages)));
    place_ = {std::round(strip.x + (strip.width - width) / 2),
              strip.y + (t.h_3 - t.h_2) / 2,
              width,
              t.h_2};
}

bool JumpToEnd::draw(Ui& ui, std::string_view key) const {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    shadow(ui, place_, t.r_2);
    if (new_messages_ > 0) {
        const std::string words = news_words(new_messages_);
        return button(ui, "jump", place_, jump_spec(words));
    }
    panel(ui, place_, t.surface_2, t.hairline, t.r_2);
    return icon_button(
        ui, "jump", place_, {.icon = kIconArrowDown, .name = "To the end", .size = size_});
}

}  // namespace atrium::shell
