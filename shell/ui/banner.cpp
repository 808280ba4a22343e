#include <algorithm>

#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

Color ground_of(BannerTone tone) {
    const Tokens& t = tokens();
    switch (tone) {
        case BannerTone::Info:
            return t.accent_soft;
        case BannerTone::Warning:
            return t.warning_soft;
        case BannerTone::Danger:
            return t.danger_soft;
        case BannerTone::Plain:
            break;
    }
    return t.surface_3;
}

Color glyph_of(BannerTone tone) {
    const Tokens& t = tokens();
    switch (tone) {
        case BannerTone::Info:
            return t.accent;
        case BannerTone::Warning:
            return t.warning;
        case BannerTone::Danger:
            return t.danger;
        case BannerTone::Plain:
            break;
    }
    return t.text_2;
}

ButtonSpec action_spec(const BannerSpec& spec) {
    return {.label = spec.action, .kind = spec.primary ? ButtonKind::Primary : ButtonKind::Line};
}

ButtonSpec second_spec(const BannerSpec& spec) {
    return {.label = spec.second, .kind = ButtonKind::Quiet};
}

// Words that are narrower than this beside the buttons stand above them.
constexpr float kLeastWords = 200;

float words_width(const BannerSpec& spec, float width, bool buttons_below) {
    float rest = width - 28;
    rest -= spec.icon != nullptr ? scaled(16) + 12 : 0;
    rest -= spec.closable ? tokens().h_2 + 4 : 0;
    if (!buttons_below) {
        rest -= spec.action.empty() ? 0 : button_width(action_spec(spec)) + 12;
        rest -= spec.second.empty() ? 0 : button_width(second_spec(spec)) + 12;
    }
    return std::max(80.0f, rest);
}

// One line may be as short as it is.
bool stands_below(Ui& ui, const BannerSpec& spec, float width) {
    const bool has_buttons = !spec.action.empty() || !spec.second.empty();
    const float beside = words_width(spec, width, false);
    return has_buttons && beside < scaled(kLeastWords) &&
           emphasised_height(ui, TextStyle::Dense, spec.text, beside) >
               1.5f * line_height(TextStyle::Dense);
}

// From right to left; takes what it needs off `row`.
BannerAnswer buttons_ui(Ui& ui, const BannerSpec& spec, Rect& row) {
    BannerAnswer answer = BannerAnswer::None;
    if (!spec.action.empty()) {
        const ButtonSpec action = action_spec(spec);
        if (button(ui, "action", cut_right(row, button_width(action), 12), action)) {
            answer = BannerAnswer::Action;
        }
    }
    if (!spec.second.empty()) {
        const ButtonSpec second = second_spec(spec);
        if (button(ui, "second", cut_right(row, button_width(second), 12), second)) {
            answer = BannerAnswer::Second;
        }
    }
    return answer;
}

}  // namespace

float banner_height(Ui& ui, const BannerSpec& spec, float width) {
    const bool below = stands_below(ui, spec, width);
    const float words =
        emphasised_height(ui, TextStyle::Dense, spec.text, words_width(spec, width, below));
    return std::max(scaled(48), words + 28) + (below ? tokens().h_2 : 0);
}

BannerAnswer banner(Ui& ui, std::string_view key, Rect rect, const BannerSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const auto group = ui.group("banner", spec.alert ? Role::Alert : Role::Group, "Notice", rect);
    fill(ui, rect, ground_of(spec.tone), t.r_2);
    BannerAnswer answer = BannerAnswer::None;
    Rect row = inset(rect, 16, 0, 12, 0);
    const bool below = stands_below(ui, spec, rect.width);
    Rect foot = below ? inset(cut_bottom(row, t.h_2 + 12), 0, 0, 0, 12) : Rect{};
    if (spec.icon != nullptr) {
        icon(ui, cut_left(row, scaled(16), 12), spec.icon, 16, glyph_of(spec.tone));
    }
    const float width = words_width(spec, rect.width, below);
    const float height = emphasised_height(ui, TextStyle::Dense, spec.text, width);
    const Rect words = centred_left(row, width, height);
    emphasised(ui, "text", words.x, words.y, width, TextStyle::Dense, t.text_1, spec.text);
    if (spec.closable &&
        icon_button(ui, "close", cut_right(row, t.h_2, 4), {.icon = kIconX, .name = "Close"})) {
        answer = BannerAnswer::Closed;
    }
    const BannerAnswer pressed = buttons_ui(ui, spec, below ? foot : row);
    return pressed != BannerAnswer::None ? pressed : answer;
}

}  // namespace atrium::shell
