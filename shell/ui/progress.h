// How far things are: bar, ring, the session's dial.
#pragma once

#include <span>
#include <string_view>

#include "shell/ui/ui.h"

namespace atrium::shell {

enum class MeterTone { Accent, Sun, Warning, Danger, Mute };

struct MeterSpec {
    std::string_view name;  // "Planning"; empty draws without a node
    float percent = 0;      // 0 to 100
    MeterTone tone = MeterTone::Accent;
    float height = 6;        // 4 for the small one
    std::string_view words;  // what is read out instead of the percentage
};

// In the vertical middle of `rect`; moves to a new value in 280 ms.
void meter(Ui& ui, std::string_view key, Rect rect, const MeterSpec& spec);

// Label and value over a bar, 26 high in all: "Planning" "64%".
void labelled_meter(Ui& ui,
                    std::string_view key,
                    Rect rect,
                    std::string_view label,
                    std::string_view value,
                    const MeterSpec& spec,
                    Color value_color = 0);

// 72 across, in its middle the percentage as it is written: "64%".
void ring(Ui& ui,
          std::string_view key,
          Rect rect,
          float percent,
          std::string_view name,
          std::string_view words);

// The session's half-circle clock: one degree-true segment for each agenda step.
struct DialStep {
    int from_minute = 0, to_minute = 0;
};

struct DialSpec {
    std::span<const DialStep> steps;
    float minute = 0;  // elapsed, fractions allowed
    int total_minutes = 30;
    float radius = 108;  // 88 in small cards, with stroke 8
    float stroke = 10;
    std::string_view figure;   // "13 min left"
    std::string_view caption;  // "minute 17 of 30"; may be empty
    Color ground = 0;          // color behind the dot's halo, default surface_2
};

// `rect`'s upper edge is the dial's top; it is centred. Height radius + stroke / 2 + 1.
void dial(Ui& ui, std::string_view key, Rect rect, const DialSpec& spec);

}  // namespace atrium::shell
