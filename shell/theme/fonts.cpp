#include "shell/theme/fonts.h"

#include <array>
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

ImFont* add_font(std::string_view bytes) {
    ImFontConfig config;
    config.FontData = ImGui::MemAlloc(bytes.size());  // the atlas frees it
    std::memcpy(config.FontData, bytes.data(), bytes.size());
    config.FontDataSize = static_cast<int>(bytes.size());
    // A negative size means pixels to the em instead of ascent to descent.
    config.SizePixels = -16;
    return ImGui::GetIO().Fonts->AddFont(&config);
}

void add_fallback(const ImFontLoader* loader) {
    ImFontConfig config;
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
