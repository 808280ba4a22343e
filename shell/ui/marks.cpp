#include "shell/ui/marks.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

struct ArchLook {
    float width, height, gap;
};

ArchLook look_of(ArchSize size) {
    switch (size) {
        case ArchSize::Small:
            return {10, 14, 3};
        case ArchSize::Medium:
            return {16, 20, 4};
        case ArchSize::Large:
            break;
    }
    return {28, 36, 8};
}

void draw_badge(Ui& ui, Rect box, std::string_view text, Tone tone, const char* glyph) {
    const Tokens& t = tokens();
    if (tone == Tone::Line) {
        stroke(ui, box, t.hairline, t.r_1);
    } else {
        fill(ui, box, tone_ground(tone), t.r_1);
    }
    const bool plain = tone == Tone::Plain || tone == Tone::Line;
    const Color color = plain ? t.text_2 : tone == Tone::Sun ? t.sun_text : tone_color(tone);
    Rect row = inset(box, 8, 0);
    if (glyph == kBadgeDot) {
        dot(ui, cut_left(row, 8, 4), color);
    } else if (glyph != nullptr) {
        icon(ui, cut_left(row, scaled(12), 4), glyph, 12, color);
    }
    row.width += 1;
    label(ui, row, TextStyle::MetaMedium, color, text);
}

// An arch that is filled from its left edge to a share of its width.
void partly_filled_arch(Ui& ui, Rect rect, float share) {
    const Tokens& t = tokens();
    arch(ui, rect, t.accent_soft, t.accent);
    ui.push_clip({rect.x, rect.y, rect.width * share, rect.height});
    arch(ui, rect, t.accent, t.accent);
    ui.pop_clip();
}

}  // namespace

Color tone_color(Tone tone) {
    const Tokens& t = tokens();
    switch (tone) {
        case Tone::Accent:
            return t.accent;
        case Tone::Sun:
            return t.sun;
        case Tone::Success:
            return t.success;
        case Tone::Warning:
            return t.warning;
        case Tone::Danger:
            return t.danger;
        case Tone::Plain:
        case Tone::Line:
            break;
    }
    return t.chart_mute;
}

Color tone_ground(Tone tone) {
    const Tokens& t = tokens();
    switch (tone) {
        case Tone::Accent:
            return t.accent_soft;
        case Tone::Sun:
            return t.sun_soft;
        case Tone::Success:
            return t.success_soft;
        case Tone::Warning:
            return t.warning_soft;
        case Tone::Danger:
            return t.danger_soft;
        case Tone::Plain:
            return t.surface_3;
        case Tone::Line:
            break;
    }
    return 0;
}

float badge_width(std::string_view text, const char* glyph) {
    const float lead = glyph == nullptr ? 0 : glyph == kBadgeDot ? 12 : scaled(12) + 4;
    return std::ceil(lead + text_width(TextStyle::MetaMedium, text) + 16);
}

float badge(Ui& ui, Rect rect, std::string_view text, Tone tone, const char* glyph) {
    const float width = std::min(rect.width, badge_width(text, glyph));
    draw_badge(ui, centred_left(rect, width, scaled(20)), text, tone, glyph);
    return width;
}

float badge_right(Ui& ui, Rect rect, std::string_view text, Tone tone, const char* glyph) {
    const float width = std::min(rect.width, badge_width(text, glyph));
    draw_badge(ui, centred_right(rect, width, scaled(20)), text, tone, glyph);
    return width;
}

void dot(Ui& ui, Rect rect, Color color) {
    circle(ui, rect.x + 4, std::round(rect.y + rect.height / 2), 4, color);
}

void avatar(Ui& ui, Rect rect, std::string_view initials) {
    const Tokens& t = tokens();
    const float size = std::min(rect.width, rect.height);
    const Rect box = centred(rect, size, size);
    fill(ui, box, t.surface_3, size / 2);
    const TextStyle style = size < 28 ? TextStyle::Micro : TextStyle::MetaMedium;
    draw_text(ui, box, style, t.text_1, initials, Align::Centre);
}

float key_cap(Ui& ui, Rect rect, std::string_view keys) {
    const Tokens& t = tokens();
    const float width = std::ceil(text_width(TextStyle::Micro, keys) + 10);
    const Rect box = centred_left(rect, width, scaled(18));
    panel(ui, box, t.surface_1, t.hairline, 4);
    draw_text(ui, box, TextStyle::Micro, t.text_3, keys, Align::Centre);
    return width;
}

float arches_width(ArchSize size) {
    const ArchLook look = look_of(size);
    return 5 * look.width + 4 * look.gap;
}

float arches_height(ArchSize size) {
    return look_of(size).height;
}

void arches(Ui& ui,
            Rect rect,
            ArchSize size,
            const ArchState (&states)[5],
            std::string_view name,
            float filled) {
    const Tokens& t = tokens();
    const ArchLook look = look_of(size);
    const Rect whole{rect.x, rect.bottom() - look.height, arches_width(size), look.height};
    if (!name.empty()) {
        ui.add({.id = ui.id(name), .role = Role::Image, .name = std::string(name), .rect = whole});
    }
    for (int i = 0; i < 5; ++i) {
        const Rect place{whole.x + static_cast<float>(i) * (look.width + look.gap),
                         whole.y,
                         look.width,
                         look.height};
        switch (states[i]) {
            case ArchState::Open:
                arch(ui, place, 0, t.outline);
                break;
            case ArchState::Now:
                arch(ui, place, t.accent_soft, t.accent);
                break;
            case ArchState::Decided: {
                const float share = std::clamp(filled * 5 - static_cast<float>(i), 0.0f, 1.0f);
                if (share < 1) {
                    partly_filled_arch(ui, place, share);
                } else {
                    arch(ui, place, t.accent, t.accent);
                }
                break;
            }
        }
    }
}

void skeleton(Ui& ui, Rect rect, float radius) {
    fill(ui, rect, tokens().surface_3, radius);
}

void typing_indicator(Ui& ui, Rect rect) {
    const Tokens& t = tokens();
    const bool still = t.m_fast <= 0;
    for (int i = 0; i < 3; ++i) {
        const double phase = std::fmod(ui.time() * 1.25 - i * 0.16, 1.0);
        const auto wave =
            static_cast<float>(std::sin(std::clamp(phase * 2, 0.0, 1.0) * 3.14159265));
        const float lift = still ? 0 : wave * 3;
        circle(ui,
               rect.x + 3 + static_cast<float>(i) * 10,
               rect.y + rect.height / 2 + 1 - lift,
               3,
               mixed(t.text_3, t.text_1, still ? 0 : wave));
    }
    if (!still) {
        ui.wake_in(0);
    }
}

}  // namespace atrium::shell
