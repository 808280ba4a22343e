#include "shell/ui/glyphs.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "shell/theme/utf8.h"

namespace atrium::shell {

namespace {

float density() {
    return std::max(1.0f, ImGui::GetIO().DisplayFramebufferScale.x);
}

// Advances by the visible glyphs, loading those that are not in the atlas yet. Loading may change the
// atlas's texture, so it has to happen before any vertex is written.
int count_visible(ImFontBaked* baked, std::string_view text) {
    int visible = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_character(text, i);
        const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(c));
        visible += glyph != nullptr && glyph->Visible ? 1 : 0;
    }
    return visible;
}

}  // namespace

ImFontBaked* baked_font(ImFont* font, float size) {
    return font->GetFontBaked(size, density());
}

float advance(ImFontBaked* baked, char32_t character) {
    return baked->GetCharAdvance(static_cast<ImWchar>(character));
}

float measure_glyphs(ImFontBaked* baked, std::string_view text) {
    float width = 0;
    for (std::size_t i = 0; i < text.size();) {
        width += advance(baked, next_character(text, i));
    }
    return width;
}

float draw_glyphs(
    Ui& ui, ImFont* font, float size, float x, float baseline, Color color, std::string_view text) {
    ImFontBaked* baked = baked_font(font, size);
    const int visible = count_visible(baked, text);
    const float pixels = density();
    const float top = std::round((baseline - baked->Ascent) * pixels) / pixels;
    const float begin = x;
    ImDrawList* canvas = ui.canvas();
    canvas->PrimReserve(visible * 6, visible * 4);
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_character(text, i);
        const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(c));
        if (glyph == nullptr) {
            continue;
        }
        if (glyph->Visible) {
            const Color tint = glyph->Colored ? color | 0xffffffu : color;
            canvas->PrimRectUV({x + glyph->X0, top + glyph->Y0},
                               {x + glyph->X1, top + glyph->Y1},
                               {glyph->U0, glyph->V0},
                               {glyph->U1, glyph->V1},
                               tint);
        }
        x += glyph->AdvanceX;
    }
    return x - begin;
}

}  // namespace atrium::shell
