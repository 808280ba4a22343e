// Inter in three weights and the Lucide icons. Glyphs are drawn when first used, at the size and pixel
// density asked for. Sizes are pixels to the em: 14 gives what CSS calls 14 px (Dear ImGui alone
// would count ascent to descent, 1.21 em in Inter).
//
//     load_fonts({.regular = bytes400, .medium = bytes500, .semibold = bytes600, .icons = lucide});
#pragma once

#include <string_view>

#include "shell/theme/tokens.h"

struct ImFont;
struct ImFontLoader;

namespace atrium::shell {

// TrueType files as bytes; they are copied.
struct FontFiles {
    std::string_view regular;
    std::string_view medium;
    std::string_view semibold;
    std::string_view icons;
    // Draws what Inter lacks (other scripts, emoji); null shows a replacement character. Must outlive
    // the Dear ImGui context.
    const ImFontLoader* fallback = nullptr;
};

// Call once, after ImGui::CreateContext() and outside a frame. False when a file is not a font.
bool load_fonts(const FontFiles& files);

ImFont* font(Weight weight);
ImFont* icon_font();

}  // namespace atrium::shell
