// The glyphs of one font at one size: advances for measuring, rectangles for drawing. Dear ImGui's own
// text functions start every text at a whole pixel, which tears the runs of one line apart; these
// keep fractions, and snap the baseline to device pixels.
#pragma once

#include <string_view>

#include "shell/theme/tokens.h"
#include "shell/ui/ui.h"

struct ImFont;
struct ImFontBaked;

namespace atrium::shell {

// Glyphs of `size` pixels to the em at the screen's density.
ImFontBaked* baked_font(ImFont* font, float size);

float advance(ImFontBaked* baked, char32_t character);

float measure_glyphs(ImFontBaked* baked, std::string_view text);

// Draws with the baseline at `baseline`; returns the width.
float draw_glyphs(
    Ui& ui, ImFont* font, float size, float x, float baseline, Color color, std::string_view text);

}  // namespace atrium::shell
