#include "shell/theme/tokens.h"

#include <algorithm>
#include <cmath>

#include "shell/theme/palettes.h"

namespace atrium::shell {

namespace {

struct Theme {
    ThemeKind kind = ThemeKind::Dark;
    bool reduced_motion = false;
    float scale = 1;
    Tokens tokens;
};

void refresh(Theme& theme) {
    theme.tokens = palette(theme.kind);
    Tokens& t = theme.tokens;
    for (float* height : {&t.h_1, &t.h_2, &t.h_3, &t.h_touch, &t.h_bar}) {
        *height = std::round(*height * theme.scale);
    }
    if (theme.reduced_motion) {
        t.m_fast = t.m_base = t.m_slow = t.m_celebrate = 0;
    }
}

Theme& theme() {
    static Theme current = [] {
        Theme first;
        refresh(first);
        return first;
    }();
    return current;
}

float channel(Color color, int shift) {
    return static_cast<float>(color >> shift & 0xffu);
}

double linear(double channel_value) {
    const double c = channel_value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * linear(color & 0xffu) + 0.7152 * linear(color >> 8 & 0xffu) +
           0.0722 * linear(color >> 16 & 0xffu);
}

}  // namespace

Color faded(Color color, float opacity) {
    const float alpha = channel(color, 24) * std::clamp(opacity, 0.0f, 1.0f);
    return (color & 0xffffffu) | static_cast<Color>(alpha + 0.5f) << 24;
}

Color mixed(Color a, Color b, float share) {
    const float s = std::clamp(share, 0.0f, 1.0f);
    Color result = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const float value = channel(a, shift) + (channel(b, shift) - channel(a, shift)) * s;
        result |= static_cast<Color>(value + 0.5f) << shift;
    }
    return result;
}

std::string_view theme_word(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            return "light";
        case ThemeKind::Contrast:
            return "contrast";
        case ThemeKind::Dark:
            break;
    }
    return "dark";
}

const Tokens& tokens() {
    return theme().tokens;
}

void set_theme(ThemeKind kind) {
    theme().kind = kind;
    refresh(theme());
}

void set_reduced_motion(bool reduced) {
    theme().reduced_motion = reduced;
    refresh(theme());
}

void set_text_scale(float scale) {
    theme().scale = std::clamp(scale, 1.0f, 1.5f);
    refresh(theme());
}

float text_scale() {
    return theme().scale;
}

float scaled(float pixels) {
    return std::round(pixels * theme().scale);
}

TextMetrics text_metrics(TextStyle style) {
    const auto make = [](float size, float line, Weight weight) {
        return TextMetrics{scaled(size), scaled(line), weight};
    };
    switch (style) {
        case TextStyle::Figure:
            return make(28, 32, Weight::Semibold);
        case TextStyle::Display:
            return make(24, 32, Weight::Semibold);
        case TextStyle::Title:
            return make(20, 28, Weight::Semibold);
        case TextStyle::Heading:
            return make(16, 24, Weight::Semibold);
        case TextStyle::Read:
            return make(15, 24, Weight::Regular);
        case TextStyle::ReadBold:
            return make(15, 24, Weight::Semibold);
        case TextStyle::Body:
            return make(14, 20, Weight::Regular);
        case TextStyle::BodyMedium:
            return make(14, 20, Weight::Medium);
        case TextStyle::Dense:
            return make(13, 20, Weight::Regular);
        case TextStyle::DenseMedium:
            return make(13, 20, Weight::Medium);
        case TextStyle::Meta:
            return make(12, 16, Weight::Regular);
        case TextStyle::MetaMedium:
            return make(12, 16, Weight::Medium);
        case TextStyle::Micro:
            return make(11, 16, Weight::Medium);
    }
    return {};
}

double contrast(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace atrium::shell
