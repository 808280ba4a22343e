#include "web/browser_glyphs.h"

#include "imgui.h"
#include "imgui_internal.h"  // ImFontLoader and the atlas's packing
#include "web/bridge/bridge.h"

namespace atrium::web {

namespace {

constexpr int kOpaqueEnough = 8;
constexpr int kNearlyWhite = 250;

// As js/glyphs.js gives them, in device pixels.
struct GlyphMetrics {
    float advance = 0;
    float left = 0;
    float ascent = 0;
    float width = 0;
    float height = 0;
};

// Latin is Inter's, the private use area the icons', and joiners, selectors and control characters
// have no picture of their own.
bool has_picture(ImWchar c) {
    const bool invisible = (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
                           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
                           c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFF) ||
                           (c >= 0xE0000 && c <= 0xE0FFF);
    const bool private_use = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    return c >= 0x100 && !invisible && !private_use;
}

bool is_coloured(const unsigned char* rgba, int pixels) {
    for (int i = 0; i < pixels; ++i, rgba += 4) {
        const bool white =
            rgba[0] >= kNearlyWhite && rgba[1] >= kNearlyWhite && rgba[2] >= kNearlyWhite;
        if (rgba[3] > kOpaqueEnough && !white) {
            return true;
        }
    }
    return false;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar c) {
    return has_picture(c);
}

// Draws the glyph into the atlas and notes where it went.
bool add_picture(ImFontAtlas* atlas,
                 ImFontConfig* source,
                 ImFontBaked* baked,
                 const GlyphMetrics& metrics,
                 float density,
                 ImFontGlyph* glyph) {
    const int width = static_cast<int>(metrics.width);
    const int height = static_cast<int>(metrics.height);
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
    if (id == ImFontAtlasRectId_Invalid) {
        return false;
    }
    ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
    pixels.resize(width * height * 4);
    web_draw_glyph(glyph->Codepoint, metrics.left, metrics.ascent, width, height, pixels.Data);

    glyph->X0 = metrics.left / density;
    glyph->Y0 = IM_ROUND(baked->Ascent) - metrics.ascent / density;
    glyph->X1 = glyph->X0 + metrics.width / density;
    glyph->Y1 = glyph->Y0 + metrics.height / density;
    glyph->Visible = true;
    glyph->Colored = is_coloured(pixels.Data, width * height);
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas,
                                       baked,
                                       source,
                                       glyph,
                                       ImFontAtlasPackGetRect(atlas, id),
                                       pixels.Data,
                                       ImTextureFormat_RGBA32,
                                       width * 4);
    return true;
}

bool load_glyph(ImFontAtlas* atlas,
                ImFontConfig* source,
                ImFontBaked* baked,
                void*,
                ImWchar c,
                ImFontGlyph* glyph,
                float* advance_only) {
    if (!has_picture(c)) {
        return false;
    }
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    GlyphMetrics metrics;
    web_measure_glyph(c, baked->Size * density, &metrics.advance);
    if (advance_only != nullptr) {
        *advance_only = metrics.advance / density;
        return true;
    }
    glyph->Codepoint = c;
    glyph->AdvanceX = metrics.advance / density;
    return metrics.width == 0 || add_picture(atlas, source, baked, metrics, density, glyph);
}

}  // namespace

const ImFontLoader* browser_glyphs() {
    static const ImFontLoader loader = [] {
        ImFontLoader functions;
        functions.Name = "browser";
        functions.FontSrcContainsGlyph = contains_glyph;
        functions.FontBakedLoadGlyph = load_glyph;
        return functions;
    }();
    return &loader;
}

}  // namespace atrium::web
