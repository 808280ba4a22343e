// A screen without pixels for tests: Dear ImGui with the real fonts and no renderer. It drives frames
// as the browser does, presses widgets by role and name as a person with a screen reader does, and
// with a pointer as everybody else does.
//
//     UiScreen screen([&](Ui& ui) { pressed = button(ui, "go", rect, {.label = "Go"}) || pressed; });
//     screen.click(Role::Button, "Go");
//     CHECK(pressed);
//
// For the whole app use Headless itself with the app's frame function.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ports/platform_port.h"
#include "shell/semantics.h"
#include "shell/ui/text_watch.h"
#include "shell/ui/ui.h"

struct ImGuiContext;
enum ImGuiKey : int;

namespace atrium::shell {

// Remembers what the workspace asked of the platform.
class FakePlatform : public PlatformPort {
 public:
    struct SavedFile {
        std::string name, media_type, bytes;
    };

    std::int64_t now = 1'795'000'000'000;  // advanced by the test
    std::vector<std::string> copied;
    std::vector<std::string> opened;
    std::vector<SavedFile> saved;
    std::vector<std::string> asked_for;
    std::string theme;
    std::string spoken = "en-GB";        // set before the first frame
    std::vector<std::string> signed_in;  // tokens
    int proxy_asked = 0;
    std::vector<std::string> usage_asked;  // from which day
    int taken_over = 0;
    bool claude_remembered = false;  // set before the first frame, for an earlier visit
    int reloaded = 0;
    std::int64_t seen = 0;  // set before the first frame, for an earlier visit

    std::int64_t now_millis() override { return now; }

    int utc_offset_minutes() override { return 0; }

    std::string language() override { return spoken; }

    void copy_text(std::string_view text) override { copied.emplace_back(text); }

    void open_link(std::string_view url) override { opened.emplace_back(url); }

    void save_file(std::string_view name, std::string_view type, std::string_view bytes) override {
        saved.push_back({std::string(name), std::string(type), std::string(bytes)});
    }

    void choose_file(std::string_view accept) override { asked_for.emplace_back(accept); }

    void theme_changed(std::string_view word) override { theme = word; }

    void take_over_writing() override { ++taken_over; }

    void sign_in(std::string_view token) override { signed_in.emplace_back(token); }

    void ask_proxy() override { ++proxy_asked; }

    void remember_claude(bool was_there) override { claude_remembered = was_there; }

    bool claude_was_there() override { return claude_remembered; }

    void remember_seen(std::int64_t at) override { seen = at; }

    std::int64_t last_seen() override { return seen; }

    void ask_usage(std::string_view from_day) override { usage_asked.emplace_back(from_day); }

    void reload() override { ++reloaded; }
};

class Headless {
 public:
    // Draws the content of one frame, inside ImGui's frame, with what came from the DOM since the
    // last one. Returns the seconds until the next frame is due; negative: none.
    using Draw = std::function<double(std::vector<SemanticAction> actions)>;

    Headless(Draw draw, const Semantics& semantics, float width = 1280, float height = 800);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    void resize(float width, float height);

    // Draws one frame that comes so many seconds after the last one.
    void frame(float seconds = 1.0f / 60);

    // Draws until nothing moves any more; fails when that is not within ten seconds of frames.
    void settle();

    // Draws for so many seconds at 60 frames a second.
    void wait(float seconds);

    int frames() const { return frames_; }

    // --- the DOM side

    // The first node with this role whose name is, or begins with, `name`; null when there is none.
    const Node* find(Role role, std::string_view name) const;

    // The same, but a missing node fails the test with a list of what is there.
    const Node& get(Role role, std::string_view name) const;

    int count(Role role) const;

    // Enter on the element, or an assistive technology's press.
    void activate(Role role, std::string_view name);

    void focus(Role role, std::string_view name, bool by_keyboard = true);

    // Focuses the field and replaces its text.
    void type(std::string_view field, std::string_view text);

    void set_value(Role role, std::string_view name, std::string_view value);

    void submit(std::string_view field);

    void escape();

    void act(SemanticAction action);

    // --- the pointer

    void move_to(float x, float y);
    void press();
    void release();

    // Moves to the middle of the node, presses and releases.
    void click(Role role, std::string_view name);
    void click_at(float x, float y);

    // Pixels as the browser gives them: down is positive.
    void wheel(float pixels);

    // Presses and releases a key, with Ctrl when `command`.
    void key(ImGuiKey key, bool command = false);

    // From now on the pointer is a finger, or a mouse again.
    void use_touch(bool touch);

 private:
    void draw_frame(float seconds);

    Draw draw_;
    const Semantics& semantics_;
    ImGuiContext* context_;
    std::vector<SemanticAction> actions_;
    int frames_ = 0;
    double next_ = -1;
};

// A Ui with one view in it, for tests of widgets.
class UiScreen : private FakePlatform {
    Semantics semantics_;
    Ui ui_;
    std::function<void(Ui&)> view_;

 public:
    explicit UiScreen(std::function<void(Ui&)> view, float width = 1280, float height = 800)
        : ui_(semantics_, *this),
          view_(std::move(view)),
          screen(
              [this](std::vector<SemanticAction> actions) {
                  ui_.begin_frame(std::move(actions));
                  view_(ui_);
                  return ui_.end_frame();
              },
              semantics_,
              width,
              height) {
        screen.frame();
    }

    FakePlatform& platform() { return *this; }

    Semantics& semantics() { return semantics_; }

    Ui& ui() { return ui_; }

    void watch_texts(std::vector<DrawnText>* texts) { shell::watch_texts(ui_, texts); }

    Headless* operator->() { return &screen; }

    Headless screen;
};

}  // namespace atrium::shell
