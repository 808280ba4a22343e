// Toasts and the tooltip: drawn last, above everything.
#include <algorithm>
#include <cmath>

#include "shell/ui/buttons.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr double kTooltipDelay = 0.4;
constexpr float kLargestWidth = 560;

float toast_width(const ShownToast& toast) {
    const ToastSpec& spec = toast.spec;
    float width = 24 + 32 + std::ceil(text_width(TextStyle::Dense, spec.text)) + 12;
    width += spec.icon == nullptr ? 0 : scaled(16) + 12;
    return width;
}

// Draws one toast; false when it was closed.
bool draw_toast(Ui& ui, Rect box, ShownToast& toast) {
    const Tokens& t = tokens();
    const ToastSpec& spec = toast.spec;
    const auto scope = ui.push(spec.key);
    ui.block(box);
    const auto node = ui.group("toast", spec.alert ? Role::Alert : Role::Status, spec.text, box);
    shadow(ui, box, t.r_2);
    panel(ui, box, t.surface_2, t.hairline, t.r_2);
    Rect row = inset(box, 16, 0, 8, 0);
    if (spec.icon != nullptr) {
        icon(ui, cut_left(row, scaled(16), 12), spec.icon, 16, spec.alert ? t.danger : t.text_1);
    }
    const bool stays =
        !icon_button(ui, "close", cut_right(row, t.h_2), {.icon = kIconX, .name = "Close"});
    label(ui, row, TextStyle::Dense, t.text_1, spec.text);
    return stays;
}

// A toast that is pointed at, or whose button has the focus, does not run out.
bool expired(Ui& ui, Rect box, ShownToast& toast) {
    if (toast.spec.seconds <= 0) {
        return false;
    }
    if (ui.hovering(box)) {
        toast.ends = std::max(toast.ends, ui.time() + 2);
    }
    if (toast.ends <= ui.time()) {
        return true;
    }
    ui.wake_in(toast.ends - ui.time());
    return false;
}

}  // namespace

void Ui::toast(ToastSpec toast) {
    semantics_.announce(toast.text);
    const double ends = time_ + toast.seconds;
    for (ShownToast& shown : impl_->toasts) {
        if (shown.spec.key == toast.key) {
            shown.spec = std::move(toast);
            shown.ends = ends;
            return;
        }
    }
    impl_->toasts.push_back({std::move(toast), time_, ends});
    wake_in(0);
}

void Ui::place_toasts(Rect area) {
    impl_->toast_area = area;
}

void draw_toasts(Ui& ui) {
    auto& toasts = ui.impl().toasts;
    if (toasts.empty()) {
        return;
    }
    const auto layer = ui.on_layer(Layer::Toast);
    const Rect area = inset(ui.impl().toast_area, 16);
    float bottom = area.bottom();
    for (std::size_t i = toasts.size(); i-- > 0;) {
        ShownToast& toast = toasts[i];
        const float width = std::min({toast_width(toast), area.width, kLargestWidth});
        const float arrival = ui.arrival(ui.id(toast.spec.key), tokens().m_base);
        const Rect box{std::round(area.x + (area.width - width) / 2),
                       bottom - scaled(48) + (1 - arrival) * 4,
                       width,
                       scaled(48)};
        bottom = box.y - 8;
        if (!draw_toast(ui, box, toast) || expired(ui, box, toast)) {
            toasts.erase(toasts.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

void Ui::tooltip(const Press& press, Rect rect, std::string_view text, std::string_view keys) {
    if (text.empty() || impl_->pose != Pose::None) {
        return;
    }
    bool shown = press.ring;
    if (press.hovered && !pointer_.touch && !impl_->tooltip_hushed) {
        const double rest = kTooltipDelay - (time_ - impl_->hot_since);
        shown = rest <= 0;
        if (!shown) {
            wake_in(rest);
        }
    }
    if (shown) {
        impl_->tooltip = {rect, std::string(text), std::string(keys)};
    }
}

void draw_tooltip_box(Ui& ui, Rect box, std::string_view text, std::string_view keys) {
    const Tokens& t = tokens();
    fill(ui, box, t.text_1, t.r_1);
    Rect row = inset(box, 12, 0);
    draw_text(ui, inset(row, 0, 0, -1, 0), TextStyle::MetaMedium, t.surface_1, text);
    if (!keys.empty()) {
        draw_text(ui, row, TextStyle::MetaMedium, t.surface_3, keys, Align::Right);
    }
}

float tooltip_width(std::string_view text, std::string_view keys) {
    const float words = text_width(TextStyle::MetaMedium, text);
    const float end = keys.empty() ? 0 : 8 + text_width(TextStyle::MetaMedium, keys);
    return std::ceil(words + end) + 24;
}

void draw_tooltip(Ui& ui) {
    const PendingTooltip& tip = ui.impl().tooltip;
    if (tip.text.empty()) {
        return;
    }
    const auto layer = ui.on_layer(Layer::Tooltip);
    const Rect screen = ui.screen();
    const float width = std::min(tooltip_width(tip.text, tip.keys), screen.width - 16);
    const float height = tokens().h_2;
    const bool below = tip.anchor.bottom() + 8 + height < screen.bottom() - 8;
    const float x = tip.anchor.x + (tip.anchor.width - width) / 2;
    const Rect box{std::round(std::clamp(x, 8.0f, std::max(8.0f, screen.right() - 8 - width))),
                   below ? tip.anchor.bottom() + 8 : tip.anchor.y - 8 - height,
                   width,
                   height};
    draw_tooltip_box(ui, box, tip.text, tip.keys);
}

}  // namespace atrium::shell
