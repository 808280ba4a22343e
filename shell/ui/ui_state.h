// What Ui remembers within and between frames. Only the files of shell/ui that make up Ui and its
// overlays include this; views and widgets go through shell/ui/ui.h.
#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

class SelectionArea;
struct DrawnText;

inline constexpr int kLayerCount = 6;

// Where something was drawn that the pointer can meet. A blocker stops the pointer and is nothing
// itself.
struct HitArea {
    NodeId id = 0;
    Rect rect;
    Layer layer = Layer::Base;
    bool blocker = false;
};

struct Motion {
    float from = 0;
    float to = 0;
    double began = 0;
    int last_frame = -2;
};

struct Memory {
    float value = 0;
    int last_frame = -2;
};

struct OpenArea {
    ScrollArea* area = nullptr;
    Layer layer = Layer::Base;
};

struct ShownToast {
    ToastSpec spec;
    double began = 0;
    double ends = 0;
};

struct PendingTooltip {
    Rect anchor;
    std::string text;
    std::string keys;
};

struct OpenDialog {
    bool open = false;
    bool wants_focus = false;  // it just came, and its first field is not drawn yet
    bool entered = false;      // Enter was pressed in one of its lines
};

struct CachedLayout {
    TextLayout layout;
    int last_frame = 0;
};

struct Ui::Impl {
    int frame = 0;
    double wake = -1;
    std::int64_t clock_millis = 0;  // at the last frame

    ImDrawListSplitter splitter;
    Layer layer = Layer::Base;
    std::vector<Layer> layers;
    std::vector<Rect> clips;

    std::vector<HitArea> hits;             // of the frame being drawn
    std::vector<HitArea> shown_hits;       // of the last one, which the person sees and aims at
    Layer lowest_reachable = Layer::Base;  // at the pointer
    NodeId hot = 0;
    double hot_since = 0;
    NodeId active = 0;   // the press that is being held
    NodeId clicked = 0;  // released over itself in this frame
    float press_x = 0, press_y = 0;
    std::deque<double> expected_presses;  // when they happened
    bool tooltip_hushed = false;
    NodeId menu_opener = 0;  // gets the focus back when the menu closes
    std::string filter;      // what is typed in the open list of many options
    OpenDialog dialog;
    Pose pose = Pose::None;

    float wheel_x = 0, wheel_y = 0;      // pixels, not used up yet
    NodeId dragged_area = 0;             // the scroll area, or what else, that the finger moves
    std::vector<OpenArea> areas;         // innermost last
    SelectionArea* selecting = nullptr;  // the open one

    std::unordered_map<std::uint64_t, Motion> motions;
    std::unordered_map<std::uint64_t, Memory> memories;
    std::unordered_map<std::uint64_t, CachedLayout> layouts;

    std::vector<ShownToast> toasts;
    Rect toast_area;
    PendingTooltip tooltip;
    std::vector<DrawnText>* watched_texts = nullptr;  // text_watch.h
};

// The eased share of 0..1.
inline float eased(float t) {
    const float rest = 1 - std::clamp(t, 0.0f, 1.0f);
    return 1 - rest * rest * rest;
}

// shell/ui/toasts.cpp
void draw_toasts(Ui& ui);
void draw_tooltip(Ui& ui);
void draw_tooltip_box(Ui& ui, Rect box, std::string_view text, std::string_view keys);
float tooltip_width(std::string_view text, std::string_view keys);

}  // namespace atrium::shell
