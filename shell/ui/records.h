// What Atrium recorded (solid, with Undo) and what it only suggests (hollow, with Confirm).
#pragma once

#include <string_view>

#include "shell/theme/icons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

enum class RecordAnswer { None, Undo, Edit, Redo, Confirm, NotYet };

struct RecordSpec {
    const char* icon = kIconCheck;
    std::string_view label;    // "Price"; may be empty
    std::string_view value;    // "$29 a month"
    std::string_view percent;  // "92%"
    bool can_undo = true;
    bool can_edit = true;
    bool undone = false;  // shows "Undone" and, with can_undo, Redo
    float arrival = 1;    // 0..1: fades in and comes up 4 px
};

// 32 high. `rect` gives place and greatest width; long values are cut.
RecordAnswer recorded_strip(Ui& ui, std::string_view key, Rect rect, const RecordSpec& spec);
float recorded_strip_width(const RecordSpec& spec);

struct SuggestionSpec {
    std::string_view label = "Suggestion to confirm";
    std::string_view value;
    std::string_view percent;
    float arrival = 1;
};

// 40 high in one row; where `rect` is narrower than suggestion_width, three rows of suggestion_height.
RecordAnswer suggestion(Ui& ui, std::string_view key, Rect rect, const SuggestionSpec& spec);
float suggestion_width(const SuggestionSpec& spec);
float suggestion_height(const SuggestionSpec& spec, float available_width);

}  // namespace atrium::shell
