// What every widget and view gets: the frame that is being drawn. It decides which widget the pointer
// is on, remembers motion between frames, and keeps picture and semantics in step.
//
//     ui.begin_frame(std::move(actions));        // the app, once a frame, inside ImGui's frame
//     auto row = ui.push(task.id);               // ids below are unique to this task
//     if (button(ui, "open", rect, {.label = "Open"})) open();
//     double next = ui.end_frame();
//
// Ids are hashes of Dear ImGui's ID stack: push() the ids of the model around list rows, so that a
// row keeps its id wherever it stands. The pointer is on the widget drawn last at its place, so a
// button inside a pressable row simply is drawn after the row.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ports/platform_port.h"
#include "shell/semantics.h"
#include "shell/theme/tokens.h"
#include "shell/ui/layout.h"

struct ImDrawList;

namespace atrium::shell {

// One unit of Dear ImGui's mouse wheel is this many CSS pixels: the host divides the browser's pixel
// distances by it, and scroll areas move by exactly those pixels.
inline constexpr float kWheelPixels = 100;

struct Pointer {
    float x = -1, y = -1;
    bool down = false;
    bool went_down = false;  // in this frame
    bool went_up = false;
    bool touch = false;     // a finger: no hover, larger targets, drag scrolls
    double pressed_at = 0;  // the last press, in seconds of one clock
};

// Painted in this order; the pointer reaches lower layers only where no higher one is.
enum class Layer { Base, Menu, Dialog, DialogMenu, Toast, Tooltip };

// A state to show a widget in although nobody points at it; for the gallery.
enum class Pose { None, Hover, Press, Focus };

// How a widget that can be pressed is doing in this frame.
struct Press {
    NodeId id = 0;
    bool activated = false;  // released over it, Enter, Space or an assistive technology
    bool hovered = false;
    bool held = false;
    bool ring = false;  // has the keyboard focus: draw the ring
    float hover = 0;    // 0..1, eased
};

struct ToastSpec {
    std::string key;  // a toast with the key of one that is shown replaces it
    std::string text;
    const char* icon = nullptr;
    double seconds = 6;  // 0 stays until closed; it waits while pointed at
    bool alert = false;  // a failure: read out at once
};

class Ui {
 public:
    Ui(Semantics& semantics, PlatformPort& platform);
    ~Ui();

    // Begins the frame with what came in from the DOM; opens the one window that all is drawn in.
    void begin_frame(std::vector<SemanticAction> actions);

    // When the next press happened, by the browser's clock: frames may come late, and two presses in
    // one of them. Without this a press happens when its frame does.
    void expect_press(double at);

    // Draws toasts and tooltip and ends the frame. Seconds until the next one is due without input;
    // negative: none.
    double end_frame();

    Semantics& semantics() { return semantics_; }

    PlatformPort& platform() { return platform_; }

    Rect screen() const { return screen_; }

    // Seconds since the program began, and since the last frame (at most 0.1).
    double time() const { return time_; }

    float elapsed() const { return elapsed_; }

    const Pointer& pointer() const { return pointer_; }

    // The person uses fingers: controls are 40 to 48 high instead of 32.
    bool touch() const { return touch_; }

    // --- ids and semantics

    class Scope {  // takes the key off the ID stack
     public:
        Scope() = default;
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope();
    };

    [[nodiscard]] Scope push(std::string_view key);
    [[nodiscard]] Scope push(std::uint64_t key);

    NodeId id(std::string_view key) const;

    // Records a node with the visible part of its rectangle. Scrolls it into view when it just got
    // the focus.
    NodeId add(Node node);

    class Container {  // closes the node
     public:
        explicit Container(Semantics& semantics) : semantics_(semantics) {}

        Container(const Container&) = delete;
        Container& operator=(const Container&) = delete;

        ~Container() { semantics_.close(); }

     private:
        Semantics& semantics_;
    };

    // Scrolls the innermost area until this rectangle stands in sight.
    void reveal(Rect rect);

    // A container for what is recorded until the result goes out of scope:
    //     auto list = ui.group("tasks", Role::List, "Tasks", rect);
    [[nodiscard]] Container group(std::string_view key,
                                  Role role,
                                  std::string_view name,
                                  Rect rect);
    [[nodiscard]] Container open(Node node);

    // --- pointer

    // Makes `rect` pressable under `key`, with `node` (role, name, state) in the semantics.
    Press press(std::string_view key, Rect rect, Node node);

    // As press, but follows the pointer while it is held, for sliders and splitters: `held` stays
    // true outside the rectangle.
    Press drag(std::string_view key, Rect rect, Node node);

    // As drag, for a pointer alone: nothing of it stands in the semantics. For handles whose work the
    // keyboard does elsewhere. A finger on it does not scroll.
    Press grab(std::string_view key, Rect rect);

    // The widgets that follow look as if they were in this state.
    void pose(Pose pose);
    Pose pose() const;

    // The pointer is over this rectangle of the current layer (for hover without a press).
    bool hovering(Rect rect) const;

    // Lets nothing below this rectangle be pressed (menus, dialogs).
    void block(Rect rect);

    // Keeps what is drawn and pressed inside `rect` until pop_clip.
    void push_clip(Rect rect);
    void pop_clip();
    Rect clip() const;
    bool visible(Rect rect) const;

    // --- layers

    class LayerScope {
     public:
        explicit LayerScope(Ui& ui) : ui_(ui) {}

        LayerScope(const LayerScope&) = delete;
        LayerScope& operator=(const LayerScope&) = delete;
        ~LayerScope();

     private:
        Ui& ui_;
    };

    // Draws on a higher layer, over the whole screen, until the result goes out of scope.
    [[nodiscard]] LayerScope on_layer(Layer layer);
    Layer layer() const;

    ImDrawList* canvas() const { return canvas_; }

    // --- dialogs (overlays.h)

    // Inside an open dialog, where Enter in a line is Enter in the dialog.
    bool in_dialog() const;

    // For what can be filled in: the first of a dialog that opens gets the focus. `entered`: Enter
    // was pressed in it.
    void join_dialog(NodeId field, bool entered);

    // --- motion

    // A value that eases to `target` in `seconds` after each change; the first time it is `target`.
    // `slot` tells several values of one widget apart.
    float ease(NodeId id, int slot, float target, float seconds);

    // 0..1 eased over `seconds` from the first frame in which it was asked for, for things that
    // arrive. Forgotten when not asked for in a frame.
    float arrival(NodeId id, float seconds);

    // Asks for a frame in so many seconds, 0 for at once.
    void wake_in(double seconds);

    // --- memory of widgets

    // A small number kept between frames under the id, 0 at first; forgotten with the widget.
    float& memory(NodeId id, int slot);

    // --- overlays that outlive the widget that asked for them

    void toast(ToastSpec toast);

    // Toasts stand at the lower edge of this area, the screen if nobody says so in a frame.
    void place_toasts(Rect area);

    // Shows `text` beside `rect` when the widget has been pointed at for a moment or has the keyboard
    // focus. Call after press().
    void tooltip(const Press& press, Rect rect, std::string_view text, std::string_view keys = {});

    struct Impl;

    Impl& impl() { return *impl_; }

 private:
    void reveal_when_focused(NodeId id, Rect whole);
    void read_pointer();
    void advance_time(double step);

    Semantics& semantics_;
    PlatformPort& platform_;
    Rect screen_;
    double time_ = 0;
    float elapsed_ = 0;
    Pointer pointer_;
    bool touch_ = false;
    ImDrawList* canvas_ = nullptr;
    std::unique_ptr<Impl> impl_;
};

}  // namespace atrium::shell
