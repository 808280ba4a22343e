// Small signs that say something and cannot be pressed: badge, dot, avatar, key, arches, skeleton.
#pragma once

#include <string_view>

#include "shell/theme/icons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

// As a badge's icon: a dot of its color.
inline constexpr char kBadgeDot[] = "";

enum class Tone { Plain, Line, Accent, Sun, Success, Warning, Danger };

// 20 high, in the vertical middle of `rect`; at its left end, or at the right end with badge_right.
// Returns the width drawn. Recorded as Text.
float badge(
    Ui& ui, Rect rect, std::string_view text, Tone tone = Tone::Plain, const char* icon = nullptr);
float badge_right(
    Ui& ui, Rect rect, std::string_view text, Tone tone = Tone::Plain, const char* icon = nullptr);
float badge_width(std::string_view text, const char* icon = nullptr);

// The tone's graphic color, and its soft ground.
Color tone_color(Tone tone);
Color tone_ground(Tone tone);

// 8 px, in the vertical middle at the left end of `rect`.
void dot(Ui& ui, Rect rect, Color color);

// Initials in a circle of 24 or 32.
void avatar(Ui& ui, Rect rect, std::string_view initials);

// A key cap ("Ctrl K"), 18 high; returns the width.
float key_cap(Ui& ui, Rect rect, std::string_view keys);

enum class ArchSize { Small, Medium, Large };  // 10x14, 16x20, 28x36

enum class ArchState { Open, Now, Decided };

// The five decisions, at the left end of `rect`, standing on its lower edge. `filled` below 1 lets the
// decided ones fill from left to right (the celebration). `name` e.g. "3 of 5 decisions made".
void arches(Ui& ui,
            Rect rect,
            ArchSize size,
            const ArchState (&states)[5],
            std::string_view name,
            float filled = 1);
float arches_width(ArchSize size);
float arches_height(ArchSize size);

// A grey bar where content will be; radius 6. Show it only after 300 ms.
void skeleton(Ui& ui, Rect rect, float radius = 6);

// Three dots that rise in turn while a reply is awaited (still with reduced motion).
void typing_indicator(Ui& ui, Rect rect);

}  // namespace atrium::shell
