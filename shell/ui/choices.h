// Choosing: checkbox, radio, switch, slider, segments, tabs. Those that carry a value change it and
// return true in the frame in which the person did so.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shell/theme/icons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct ChoiceSpec {
    std::string_view label;  // shown at the right of the box, and the accessible name
    bool label_hidden = false;
    bool disabled = false;
    bool mixed = false;            // a checkbox that stands for several
    std::string_view description;  // read after the name
};

// Box 20 at the left of `rect`, label after it; the whole rectangle can be pressed.
bool checkbox(Ui& ui, std::string_view key, Rect rect, bool& on, const ChoiceSpec& spec);

// True when pressed while off. Put radios of one question into ui.group(…, Role::RadioGroup, …).
bool radio(Ui& ui, std::string_view key, Rect rect, bool on, const ChoiceSpec& spec);

// 40 x 24 at the right end of `rect`; the label is drawn by the caller.
bool switch_(Ui& ui,
             std::string_view key,
             Rect rect,
             bool& on,
             std::string_view name,
             bool disabled = false);

struct SliderSpec {
    std::string_view label;  // drawn above at the left, and the accessible name
    std::string value_text;  // drawn above at the right, and read out ("$29")
    double minimum = 0, maximum = 100, step = 1;
    double suggested = -1;  // a tick mark on the track; below minimum: none
    bool disabled = false;
    bool label_hidden = false;  // only the track, 24 high
};

// As high as slider_height: its label in as many lines as that needs, then the track.
float slider_height(Ui& ui, const SliderSpec& spec, float width);

// The track alone is 24 high.
bool slider(Ui& ui, std::string_view key, Rect rect, double& value, const SliderSpec& spec);

struct SegmentSpec {
    std::string_view label;
    const char* icon = nullptr;
};

// At the left of `rect`, 32 high and as wide as needed (segments_width); where that is more than there
// is, in rows (segments_height).
bool segments(Ui& ui,
              std::string_view key,
              Rect rect,
              std::string_view name,
              std::span<const SegmentSpec> items,
              int& selected);
float segments_width(std::span<const SegmentSpec> items);
float segments_height(std::span<const SegmentSpec> items, float width);

struct TabSpec {
    std::string_view label;
    std::string_view badge;
};

// 40 high, a hairline under the whole rectangle, an underline that slides to the chosen tab.
bool tabs(Ui& ui,
          std::string_view key,
          Rect rect,
          std::string_view name,
          std::span<const TabSpec> items,
          int& selected);

}  // namespace atrium::shell
