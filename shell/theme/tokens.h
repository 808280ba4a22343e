// Every colour, size and duration of the design, under the names of the design's token file. Nothing
// else in the workspace contains a colour; a test computes the contrast of every pair that is used.
//
//     const Tokens& t = tokens();
//     fill(ui, rect, t.surface_2, t.r_3);
//
// The current theme is one for the whole program and changes between frames only.
#pragma once

#include <cstdint>
#include <string_view>

namespace atrium::shell {

// Red in the lowest byte, then green, blue, alpha: Dear ImGui's order.
using Color = std::uint32_t;

// From 0xrrggbb and an optional opacity of 0 to 255.
constexpr Color rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return (hex >> 16 & 0xffu) | (hex & 0xff00u) | (hex & 0xffu) << 16 | alpha << 24;
}

// The color with its opacity multiplied by 0..1.
Color faded(Color color, float opacity);

// From `a` (share 0) to `b` (share 1), opacity included.
Color mixed(Color a, Color b, float share);

enum class ThemeKind { Dark, Light, Contrast };

// "dark", "light", "contrast", as the page and the settings write it.
std::string_view theme_word(ThemeKind kind);

struct Tokens {
    ThemeKind kind = ThemeKind::Dark;

    Color surface_0, surface_1, surface_2, surface_3, skylight, hairline, outline;
    Color text_1, text_2, text_3;
    Color accent, accent_hover, accent_press, on_accent;
    Color accent_soft, accent_soft_hover, accent_line, accent_fill, warning_fill;
    Color sun, sun_text, sun_soft, sun_line;
    Color success, success_soft;
    Color warning, warning_soft, warning_line;
    Color danger, danger_soft, danger_line, danger_fill, danger_fill_hover, on_danger;
    Color focus, scrim, shadow_a, shadow_b, shadow_c;
    Color chart_1, chart_2, chart_3, chart_4, chart_5, chart_6, chart_mute, chart_grid, chart_band;

    // Space: an 8-point grid with a half step.
    static constexpr float s_1 = 4, s_2 = 8, s_3 = 12, s_4 = 16, s_5 = 24, s_6 = 32, s_7 = 40,
                           s_8 = 48, s_9 = 64;
    // Radius: inside, controls, cards and pills.
    static constexpr float r_1 = 6, r_2 = 10, r_3 = 14;
    // Widths of the panes.
    static constexpr float w_rail = 80, w_plan = 288, w_side = 328, w_read = 648;

    // Control heights; they grow with the text size.
    float h_1 = 24, h_2 = 32, h_3 = 40, h_touch = 48, h_bar = 56;
    // Durations in seconds; all 0 with reduced motion.
    float m_fast = 0.120f, m_base = 0.180f, m_slow = 0.280f, m_celebrate = 0.900f;
};

const Tokens& tokens();

// Call between frames.
void set_theme(ThemeKind kind);
void set_reduced_motion(bool reduced);

// Size of all text and controls, 1.0 to 1.5.
void set_text_scale(float scale);
float text_scale();

// `pixels` grown with the text size, rounded to whole pixels: for heights of rows that hold text.
float scaled(float pixels);

enum class TextStyle {
    Figure,       // 28/32 600, one big number per card
    Display,      // 24/32 600, page title, setup question
    Title,        // 20/28 600, dialog and document title
    Heading,      // 16/24 600, panel header, card title
    Read,         // 15/24, conversation, documents
    ReadBold,     // 15/24 600
    Body,         // 14/20, controls, fields, descriptions
    BodyMedium,   // 14/20 500
    Dense,        // 13/20, rows of lists and tables
    DenseMedium,  // 13/20 500
    Meta,         // 12/16, captions, help
    MetaMedium,   // 12/16 500
    Micro,        // 11/16 500, rail labels and chart axes only
};

enum class Weight { Regular, Medium, Semibold };

struct TextMetrics {
    float size = 14;  // pixels to the em, text scale included
    float line = 20;  // height of the line box
    Weight weight = Weight::Regular;
};

TextMetrics text_metrics(TextStyle style);

// WCAG 2 contrast of two opaque colors, 1 to 21.
double contrast(Color a, Color b);

}  // namespace atrium::shell
