#include "shell/theme/fonts.h"

#include <array>
#include <cfloat>
#include <cstring>

#include "imgui.h"

namespace atrium::shell {

namespace {

struct LoadedFonts {
    std::array<ImFont*, 3> text{};
    ImFont* icons = nullptr;
};

LoadedFonts& loaded() {
    static LoadedFonts fonts;
    return fonts;
}

bool looks_like_font(std::string_view bytes) {
    static constexpr char kTrueType[] = {0, 1, 0, 0};
    return bytes.size() > 12 &&
           (std::memcmp(bytes.data(), kTrueType, 4) == 0 ||
            std::memcmp(bytes.data(), "OTTO", 4) == 0 || std::memcmp(bytes.data(), "true", 4) == 0);
}

// A negative size means pixels to the em instead of ascent to descent. Dear ImGui scales the bounds of
// an advance by it, so that the upper one must be negative, too.
constexpr float kReferenceSize = -16;

ImFontConfig font_config() {
    ImFontConfig config;
    config.SizePixels = kReferenceSize;
    config.GlyphMaxAdvanceX = -FLT_MAX;
    // Coverage alone draws small text thinner than browsers do; measured against their ink.
    config.RasterizerMultiply = 1.1f;
    return config;
}

ImFont* add_font(std::string_view bytes) {
    ImFontConfig config = font_config();
    config.FontData = ImGui::MemAlloc(bytes.size());  // the atlas frees it
    std::memcpy(config.FontData, bytes.data(), bytes.size());
    config.FontDataSize = static_cast<int>(bytes.size());
    return ImGui::GetIO().Fonts->AddFont(&config);
}

void add_fallback(const ImFontLoader* loader) {
    ImFontConfig config = font_config();
    config.MergeMode = true;
    config.FontLoader = loader;
    ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

bool load_fonts(const FontFiles& files) {
    for (std::string_view bytes : {files.regular, files.medium, files.semibold, files.icons}) {
        if (!looks_like_font(bytes)) {
            return false;
        }
    }
    const std::string_view weights[] = {files.regular, files.medium, files.semibold};
    for (std::size_t i = 0; i < 3; ++i) {
        loaded().text[i] = add_font(weights[i]);
        if (files.fallback != nullptr) {
            add_fallback(files.fallback);
        }
    }
    loaded().icons = add_font(files.icons);
    ImGui::GetIO().FontDefault = loaded().text[0];
    ImGui::GetStyle().FontSizeBase = 14;
    return true;
}

ImFont* font(Weight weight) {
    return loaded().text[static_cast<std::size_t>(weight)];
}

ImFont* icon_font() {
    return loaded().icons;
}

}  // namespace atrium::shell
