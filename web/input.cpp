// Pointer, wheel and keys from the page to Dear ImGui, and what people do to the elements of the
// semantics tree to the workspace.
#include <string_view>

#include <emscripten.h>

#include "imgui.h"
#include "shell/ui/ui.h"
#include "web/keys.h"
#include "web/workspace_host.h"

namespace {

// DOM numbers the middle button 1 and the right one 2.
int imgui_button(int dom_button) {
    return dom_button == 1   ? ImGuiMouseButton_Middle
           : dom_button == 2 ? ImGuiMouseButton_Right
                             : dom_button;
}

void add_position(float x, float y, int touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void web_on_pointer_move(float x, float y, int touch) {
    add_position(x, y, touch);
    atrium::web::host().wake();
}

EMSCRIPTEN_KEEPALIVE void web_on_pointer_button(
    float x, float y, int button, int down, int touch, int shift, double at_seconds) {
    if (button < 0 || button >= ImGuiMouseButton_COUNT) {
        return;
    }
    add_position(x, y, touch);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, shift != 0);
    ImGui::GetIO().AddMouseButtonEvent(imgui_button(button), down != 0);
    if (down != 0 && button == 0) {
        atrium::web::host().post(atrium::shell::PointerPressed{at_seconds});
    }
    atrium::web::host().wake();
}

EMSCRIPTEN_KEEPALIVE void web_on_pointer_leave() {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    atrium::web::host().wake();
}

EMSCRIPTEN_KEEPALIVE void web_on_wheel(float right, float down) {
    ImGui::GetIO().AddMouseWheelEvent(-right / atrium::shell::kWheelPixels,
                                      -down / atrium::shell::kWheelPixels);
    atrium::web::host().wake();
}

// Says whether the key is the workspace's, so that the browser does nothing with it.
EMSCRIPTEN_KEEPALIVE int web_on_key(
    int down, int modifiers, int in_field, const char* code, std::size_t length) {
    const atrium::web::KeyPress press = {
        .key = atrium::web::key_from_code({code, length}),
        .down = down != 0,
        .modifiers = modifiers,
        .in_field = in_field != 0,
        .for_selection = atrium::web::host().selection_takes_keys()};
    if (!atrium::web::reaches_workspace(press)) {
        return 0;
    }
    atrium::web::add_key(press);
    atrium::web::host().wake();
    return press.down && atrium::web::taken_from_browser(press) ? 1 : 0;
}

// The browser is about to copy: hands over what is selected on the canvas, if anything is.
EMSCRIPTEN_KEEPALIVE void web_on_copy() {
    atrium::web::host().give_selection();
}

EMSCRIPTEN_KEEPALIVE void web_on_focus(int focused) {
    ImGuiIO& io = ImGui::GetIO();
    io.ClearInputKeys();
    io.AddFocusEvent(focused != 0);
    atrium::web::host().wake();
}

EMSCRIPTEN_KEEPALIVE void web_on_platform(int mac) {
    ImGui::GetIO().ConfigMacOSXBehaviors = mac != 0;
}

EMSCRIPTEN_KEEPALIVE void web_on_action(
    int kind, std::uint32_t id, int by_keyboard, const char* text, std::size_t length) {
    using Kind = atrium::shell::SemanticAction::Kind;
    if (kind < 0 || kind > static_cast<int>(Kind::Escape)) {
        return;
    }
    atrium::web::host().post(atrium::shell::SemanticAction{.kind = static_cast<Kind>(kind),
                                                           .id = id,
                                                           .text = {text, length},
                                                           .by_keyboard = by_keyboard != 0});
}
}
