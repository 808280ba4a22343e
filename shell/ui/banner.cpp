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

float words_width(const BannerSpec& spec, float width) {
    float rest = width - 28;
    rest -= spec.icon != nullptr ? scaled(16) + 12 : 0;
    rest -= spec.action.empty() ? 0 : button_width(action_spec(spec)) + 12;
    rest -= spec.second.empty() ? 0 : button_width(second_spec(spec)) + 12;
    rest -= spec.closable ? tokens().h_2 + 4 : 0;
    return std::max(80.0f, rest);
}

}  // namespace

float banner_height(Ui& ui, const BannerSpec& spec, float width) {
    const float words =
        emphasised_height(ui, TextStyle::Dense, spec.text, words_width(spec, width));
    return std::max(scaled(48), words + 28);
}

BannerAnswer banner(Ui& ui, std::string_view key, Rect rect, const BannerSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const auto group = ui.group("banner", spec.alert ? Role::Alert : Role::Group, "Notice", rect);
    fill(ui, rect, ground_of(spec.tone), t.r_2);
    BannerAnswer answer = BannerAnswer::None;
    Rect row = inset(rect, 16, 0, 12, 0);
    if (spec.icon != nullptr) {
        icon(ui, cut_left(row, scaled(16), 12), spec.icon, 16, glyph_of(spec.tone));
    }
    const float width = words_width(spec, rect.width);
    const float height = emphasised_height(ui, TextStyle::Dense, spec.text, width);
    const Rect words = centred_left(row, width, height);
    emphasised(ui, "text", words.x, words.y, width, TextStyle::Dense, t.text_1, spec.text);
    if (spec.closable &&
        icon_button(ui, "close", cut_right(row, t.h_2, 4), {.icon = kIconX, .name = "Close"})) {
        answer = BannerAnswer::Closed;
    }
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

}  // namespace atrium::shell
