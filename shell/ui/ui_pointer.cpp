// Which widget the pointer is on. It is decided against the picture that the person sees, the last
// frame's: the one drawn last at the pointer's place, on the highest layer, gets it.
#include <algorithm>

#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

// The highest layer with something that stops the pointer at this place.
Layer lowest_reachable_layer(const std::vector<HitArea>& hits, float x, float y) {
    Layer lowest = Layer::Base;
    for (const HitArea& hit : hits) {
        if (hit.blocker && contains(hit.rect, x, y)) {
            lowest = std::max(lowest, hit.layer);
        }
    }
    return lowest;
}

NodeId hit_at(const std::vector<HitArea>& hits, Layer lowest, float x, float y) {
    const HitArea* best = nullptr;
    for (const HitArea& hit : hits) {
        const bool reachable = !hit.blocker && hit.layer >= lowest && contains(hit.rect, x, y);
        if (reachable && (best == nullptr || hit.layer >= best->layer)) {
            best = &hit;
        }
    }
    return best == nullptr ? 0 : best->id;
}

}  // namespace

void Ui::expect_press(double at) {
    impl_->expected_presses.push_back(at);
}

void Ui::read_pointer() {
    const ImGuiIO& io = ImGui::GetIO();
    Impl& impl = *impl_;
    pointer_.x = ImGui::IsMousePosValid() ? io.MousePos.x : -1;
    pointer_.y = ImGui::IsMousePosValid() ? io.MousePos.y : -1;
    pointer_.went_down = io.MouseClicked[0];
    pointer_.went_up = io.MouseReleased[0];
    pointer_.down = io.MouseDown[0];
    pointer_.touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
    if (pointer_.went_down) {
        touch_ = pointer_.touch;
        pointer_.pressed_at = impl.expected_presses.empty() ? time_ : impl.expected_presses.front();
    }
    if (pointer_.went_down && !impl.expected_presses.empty()) {
        impl.expected_presses.pop_front();
    }
    if (ImGui::GetCurrentContext()->InputEventsQueue.empty()) {
        impl.expected_presses.clear();  // of presses that never arrived
    }
    impl.wheel_x = io.MouseWheelH * kWheelPixels;
    impl.wheel_y = io.MouseWheel * kWheelPixels;

    impl.lowest_reachable = lowest_reachable_layer(impl.shown_hits, pointer_.x, pointer_.y);
    const bool hovers = !pointer_.touch || pointer_.down || pointer_.went_up;
    const NodeId hot =
        hovers ? hit_at(impl.shown_hits, impl.lowest_reachable, pointer_.x, pointer_.y) : 0;
    if (hot != impl.hot) {
        impl.hot = hot;
        impl.hot_since = time_;
        impl.tooltip_hushed = false;
    }
    impl.clicked = 0;
    if (pointer_.went_down) {
        impl.active = hot;
        impl.dragged_area = 0;
        impl.press_x = pointer_.x;
        impl.press_y = pointer_.y;
        impl.tooltip_hushed = true;
    }
    if (!pointer_.down) {
        if (pointer_.went_up && impl.active == hot) {
            impl.clicked = impl.active;
        }
        impl.active = 0;
    }
}

Press Ui::press(std::string_view key, Rect rect, Node node) {
    node.id = id(key);
    node.rect = rect;
    const bool disabled = node.disabled;
    const bool types = node.role == Role::TextField;
    Press press;
    press.id = add(std::move(node));
    const Rect reachable = intersection(rect, clip());
    if (reachable.width > 0 && reachable.height > 0) {
        impl_->hits.push_back({press.id, reachable, impl_->layer, false});
    }
    press.ring = !types && semantics_.focused() == press.id && semantics_.focus_by_keyboard();
    if (disabled) {
        return press;
    }
    if (impl_->pose != Pose::None) {
        press.hovered = impl_->pose == Pose::Hover || impl_->pose == Pose::Press;
        press.held = impl_->pose == Pose::Press;
        press.ring = impl_->pose == Pose::Focus;
        press.hover = press.hovered ? 1.0f : 0.0f;
        return press;
    }
    press.hovered = impl_->hot == press.id && (impl_->active == 0 || impl_->active == press.id);
    press.held = impl_->active == press.id && impl_->hot == press.id;
    press.activated = impl_->clicked == press.id || semantics_.activated(press.id);
    press.hover = ease(press.id, 0, press.hovered ? 1.0f : 0.0f, tokens().m_fast);
    if (press.hovered) {
        ImGui::SetMouseCursor(types ? ImGuiMouseCursor_TextInput : ImGuiMouseCursor_Hand);
    }
    return press;
}

Press Ui::drag(std::string_view key, Rect rect, Node node) {
    Press press = this->press(key, rect, std::move(node));
    if (impl_->active == press.id && press.id != 0) {
        press.held = true;
        press.hovered = true;
    }
    return press;
}

Press Ui::grab(std::string_view key, Rect rect) {
    Press press;
    press.id = id(key);
    const Rect reachable = intersection(rect, clip());
    if (reachable.width > 0 && reachable.height > 0) {
        impl_->hits.push_back({press.id, reachable, impl_->layer, false});
    }
    press.held = impl_->active == press.id;
    press.hovered = press.held || (impl_->active == 0 && impl_->hot == press.id);
    if (press.held && pointer_.touch) {
        impl_->dragged_area = press.id;
    } else if (impl_->dragged_area == press.id) {
        impl_->dragged_area = 0;
    }
    if (press.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
    return press;
}

void Ui::pose(Pose pose) {
    impl_->pose = pose;
}

Pose Ui::pose() const {
    return impl_->pose;
}

bool Ui::hovering(Rect rect) const {
    return impl_->layer >= impl_->lowest_reachable &&
           contains(intersection(rect, clip()), pointer_.x, pointer_.y);
}

void Ui::block(Rect rect) {
    impl_->hits.push_back({0, rect, impl_->layer, true});
}

}  // namespace atrium::shell
