#include "tests/shell/headless.h"

#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "imgui.h"
#include "imgui_internal.h"
#include "shell/theme/fonts.h"

namespace atrium::shell {

namespace {

std::string read_font(const char* name) {
    const std::string path = std::string(ATRIUM_FONT_DIR) + "/" + name;
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "cannot read " << path);
    return {std::istreambuf_iterator<char>(file), {}};
}

const FontFiles& font_files() {
    static const std::string regular = read_font("inter-400.ttf");
    static const std::string medium = read_font("inter-500.ttf");
    static const std::string semibold = read_font("inter-600.ttf");
    static const std::string icons = read_font("lucide.ttf");
    static const FontFiles files{
        .regular = regular, .medium = medium, .semibold = semibold, .icons = icons};
    return files;
}

// What a renderer would do with the glyph textures, without pixels.
void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

}  // namespace

Headless::Headless(Draw draw, const Semantics& semantics, float width, float height)
    : draw_(std::move(draw)), semantics_(semantics), context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    resize(width, height);
    REQUIRE(load_fonts(font_files()));
    set_reduced_motion(false);
    set_text_scale(1);
    set_theme(ThemeKind::Dark);
}

Headless::~Headless() {
    ImGui::SetCurrentContext(context_);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void Headless::resize(float width, float height) {
    ImGui::GetIO().DisplaySize = {width, height};
}

void Headless::draw_frame(float seconds) {
    ImGui::GetIO().DeltaTime = seconds;
    ImGui::NewFrame();
    next_ = draw_(std::exchange(actions_, {}));
    ImGui::Render();
    accept_textures();
    ++frames_;
}

void Headless::frame(float seconds) {
    draw_frame(seconds);
    // A quick press and release are spread over frames, which the host must draw.
    while (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) {
        draw_frame(1.0f / 60);
    }
}

void Headless::settle() {
    frame();
    frame();
    for (int i = 0; i < 600 && next_ == 0; ++i) {
        frame();
    }
    CHECK_MESSAGE(next_ != 0, "the screen still moves after ten seconds");
}

void Headless::wait(float seconds) {
    for (float passed = 0; passed < seconds; passed += 1.0f / 60) {
        frame();
    }
}

const Node* Headless::find(Role role, std::string_view name) const {
    const Node* begins = nullptr;
    for (const Node& node : semantics_.nodes()) {
        if (node.role != role) {
            continue;
        }
        if (node.name == name) {
            return &node;
        }
        if (begins == nullptr && node.name.substr(0, name.size()) == name) {
            begins = &node;
        }
    }
    return begins;
}

const Node& Headless::get(Role role, std::string_view name) const {
    const Node* node = find(role, name);
    std::string there;
    if (node == nullptr) {
        for (const Node& other : semantics_.nodes()) {
            there += other.role == role ? "\n  \"" + other.name + "\"" : "";
        }
    }
    REQUIRE_MESSAGE(node != nullptr,
                    "no node named \"" << name << "\"; of this role there are:" << there);
    return *node;
}

int Headless::count(Role role) const {
    int found = 0;
    for (const Node& node : semantics_.nodes()) {
        found += node.role == role ? 1 : 0;
    }
    return found;
}

void Headless::act(SemanticAction action) {
    actions_.push_back(std::move(action));
    frame();
    frame();
}

void Headless::activate(Role role, std::string_view name) {
    act({.kind = SemanticAction::Kind::Activate, .id = get(role, name).id});
}

void Headless::focus(Role role, std::string_view name, bool by_keyboard) {
    act({.kind = SemanticAction::Kind::Focus,
         .id = get(role, name).id,
         .by_keyboard = by_keyboard});
}

void Headless::type(std::string_view field, std::string_view text) {
    const NodeId id = get(Role::TextField, field).id;
    actions_.push_back({.kind = SemanticAction::Kind::Focus, .id = id, .by_keyboard = true});
    act({.kind = SemanticAction::Kind::SetValue, .id = id, .text = std::string(text)});
}

void Headless::set_value(Role role, std::string_view name, std::string_view value) {
    act({.kind = SemanticAction::Kind::SetValue,
         .id = get(role, name).id,
         .text = std::string(value)});
}

void Headless::submit(std::string_view field) {
    const Node& node = get(Role::TextField, field);
    // Only then does the browser send it.
    REQUIRE(node.submits_on_enter);
    act({.kind = SemanticAction::Kind::Submit, .id = node.id});
}

void Headless::escape() {
    act({.kind = SemanticAction::Kind::Escape});
}

void Headless::move_to(float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    frame();
}

void Headless::press() {
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
}

void Headless::release() {
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frame();
}

void Headless::click(Role role, std::string_view name) {
    const Rect rect = get(role, name).rect;
    REQUIRE_MESSAGE(rect.width * rect.height > 0, "\"" << name << "\" is scrolled out of sight");
    click_at(rect.x + rect.width / 2, rect.y + rect.height / 2);
}

void Headless::click_at(float x, float y) {
    move_to(x, y);
    press();
    release();
    frame();
}

void Headless::key(ImGuiKey key, bool command) {
    ImGui::SetCurrentContext(context_);
    for (const bool down : {true, false}) {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, command && down);
        ImGui::GetIO().AddKeyEvent(key, down);
        frame();
    }
}

void Headless::wheel(float pixels) {
    ImGui::GetIO().AddMouseWheelEvent(0, -pixels / kWheelPixels);
    frame();
}

void Headless::use_touch(bool touch) {
    ImGui::GetIO().AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen
                                             : ImGuiMouseSource_Mouse);
}

}  // namespace atrium::shell
