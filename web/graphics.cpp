#include "web/graphics.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "shell/theme/fonts.h"
#include "web/bridge/bridge.h"
#include "web/browser_glyphs.h"

namespace atrium::web {

namespace {

constexpr const char* kShaderVersion = "#version 300 es";

const char* css_cursor(ImGuiMouseCursor cursor) {
    switch (cursor) {
        case ImGuiMouseCursor_None:
            return "none";
        case ImGuiMouseCursor_TextInput:
            return "text";
        case ImGuiMouseCursor_ResizeAll:
            // Only handles show it.
            return ImGui::IsMouseDown(ImGuiMouseButton_Left) ? "grabbing" : "grab";
        case ImGuiMouseCursor_ResizeNS:
            return "ns-resize";
        case ImGuiMouseCursor_ResizeEW:
            return "ew-resize";
        case ImGuiMouseCursor_ResizeNESW:
            return "nesw-resize";
        case ImGuiMouseCursor_ResizeNWSE:
            return "nwse-resize";
        case ImGuiMouseCursor_Hand:
            return "pointer";
        case ImGuiMouseCursor_Wait:
            return "wait";
        case ImGuiMouseCursor_Progress:
            return "progress";
        case ImGuiMouseCursor_NotAllowed:
            return "not-allowed";
        default:
            return "default";
    }
}

// The renderer multiplies again and cuts off; the last row and column of pixels must not get lost.
float css_pixels(int device_pixels, float density) {
    float pixels = static_cast<float>(device_pixels) / density;
    while (static_cast<int>(pixels * density) < device_pixels) {
        pixels = std::nextafter(pixels, std::numeric_limits<float>::infinity());
    }
    return pixels;
}

}  // namespace

void Graphics::start() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    // None is used, and asking for their list takes time.
    attributes.enableExtensionsByDefault = false;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
        emscripten_webgl_create_context("#canvas", &attributes);
    context_alive_ =
        context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;

    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    if (context_alive_) {
        ImGui_ImplOpenGL3_Init(kShaderVersion);
    }
}

void Graphics::add_font(int index, std::string bytes) {
    if (index < 0 || static_cast<std::size_t>(index) >= fonts_.size() || fonts_loaded_) {
        return;
    }
    fonts_[static_cast<std::size_t>(index)] = std::move(bytes);
    for (const std::string& font : fonts_) {
        if (font.empty()) {
            return;
        }
    }
    fonts_loaded_ = shell::load_fonts({.regular = fonts_[0],
                                       .medium = fonts_[1],
                                       .semibold = fonts_[2],
                                       .icons = fonts_[3],
                                       .fallback = browser_glyphs()});
    fonts_ = {};  // load_fonts copied them
}

void Graphics::resize(int device_width, int device_height, float density) {
    device_width_ = device_width;
    device_height_ = device_height;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(css_pixels(device_width, density), css_pixels(device_height, density));
    io.DisplayFramebufferScale = ImVec2(density, density);
}

void Graphics::context_lost() {
    context_alive_ = false;
}

void Graphics::context_restored() {
    // Everything on the GPU is gone: shader, buffers and the font atlas, which is uploaded again.
    ImGui_ImplOpenGL3_Shutdown();
    context_alive_ = ImGui_ImplOpenGL3_Init(kShaderVersion);
}

bool Graphics::ready() const {
    return context_alive_ && fonts_loaded_ && device_width_ > 0 && device_height_ > 0;
}

void Graphics::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void Graphics::end_frame() {
    ImGui::Render();
    glViewport(0, 0, device_width_, device_height_);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    show_cursor();
}

void Graphics::show_cursor() {
    const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
    if (cursor == shown_cursor_) {
        return;
    }
    shown_cursor_ = cursor;
    const char* css = css_cursor(cursor);
    web_show_cursor(css, std::strlen(css));
}

}  // namespace atrium::web
