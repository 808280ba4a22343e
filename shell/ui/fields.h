// Where one types. The canvas draws label, box, value and messages; while the field has the focus, the
// browser's own element draws text and caret over the box, so here only the box is drawn.
//
//     FieldAnswer name = field(ui, "name", flow.next(field_height(ui, spec, width)), profile.name,
//                              {.label = "Your name", .why = "So that Atrium can greet you."});
//     if (name.changed) ...
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shell/theme/icons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct FieldSpec {
    std::string_view label;
    std::string_view why;    // help below; an error takes its place
    std::string_view error;  // draws the box in danger
    std::string_view placeholder;
    std::string_view prefix;  // "$"
    std::string_view unit;    // "a month"
    FieldKind kind = FieldKind::Line;
    bool disabled = false;
    bool label_hidden = false;  // the label is only the accessible name
    float area_height = 128;    // of a Multiline box
    int max_length = 0;
    std::string_view autocomplete;
    bool small = false;             // 32 high, as in headers
    bool submits_on_enter = false;  // so does every line of a dialog
};

struct FieldAnswer {
    NodeId id = 0;
    bool changed = false;    // `value` was replaced by what the person typed
    bool submitted = false;  // Enter in a field that submits
    bool focused = false;
    bool left = false;  // the focus just went: a moment to check the value
};

FieldAnswer field(
    Ui& ui, std::string_view key, Rect rect, std::string& value, const FieldSpec& spec);

float field_height(Ui& ui, const FieldSpec& spec, float width);

// A search field: 32 high, with a magnifier and, while empty, its shortcut.
FieldAnswer search_field(Ui& ui,
                         std::string_view key,
                         Rect rect,
                         std::string& value,
                         std::string_view placeholder,
                         std::string_view keys = {});

struct SelectSpec {
    std::string_view label;
    std::string_view why;
    std::string_view error;
    std::string_view placeholder;
    bool disabled = false;
    bool label_hidden = false;
    bool small = false;
};

// A choice from a menu. `selected` is -1 for none; true when it changed. Height as field_height of a
// line field.
bool select(Ui& ui,
            std::string_view key,
            Rect rect,
            std::span<const std::string_view> options,
            int& selected,
            const SelectSpec& spec);
float select_height(Ui& ui, const SelectSpec& spec, float width);

// The conversation's composer: text that grows from one to `max_lines` lines over a row of actions.
// Its row is the caller's: draw buttons into `row`.
struct ComposerSpec {
    std::string_view name = "Message";
    std::string_view placeholder;
    bool disabled = false;
    int max_lines = 8;
    int max_length = 0;
};

struct ComposerAnswer {
    FieldAnswer field;
    Rect row;  // where the actions go, 32 high (40 for fingers)
};

ComposerAnswer composer(
    Ui& ui, std::string_view key, Rect rect, std::string& value, const ComposerSpec& spec);
float composer_height(Ui& ui, std::string_view value, const ComposerSpec& spec, float width);

}  // namespace atrium::shell
