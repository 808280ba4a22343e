// What lies over the workspace: menus and dialogs. (Toasts and tooltips: Ui::toast, Ui::tooltip.)
// The caller keeps whether they are open, so that a state of the app decides it.
//
//     if (icon_button(ui, "more", rect, {.icon = kIconEllipsis, .name = "More"})) menu_open = true;
//     if (auto chosen = menu(ui, "more-menu", rect, menu_open, items)) ...
//
//     if (asking)
//         switch (confirm(ui, "archive", {.title = "Start another project?", .text = …,
//                                         .confirm = "Archive and start"})) { … }
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "shell/ui/buttons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct MenuItem {
    std::string_view label;
    const char* icon = nullptr;
    std::string_view keys;  // shortcut at the right
    bool disabled = false;
    bool danger = false;
    bool checked = false;
    bool rule_before = false;
};

// Below `anchor` (above where there is no room), at least as wide as `min_width`. Closes by choosing,
// pressing elsewhere and Escape; then gives the focus back. The index chosen.
std::optional<int> menu(Ui& ui,
                        std::string_view key,
                        Rect anchor,
                        bool& open,
                        std::span<const MenuItem> items,
                        float min_width = 204);

struct DialogSpec {
    std::string_view title;
    float width = 440;
    float body_height = 0;  // what the caller draws; its first field gets the focus
    bool closable = true;   // Escape and a press outside close it
};

// A modal dialog around a body of the caller's. While it lives, everything is drawn into it and the
// rest of the screen can neither be pressed nor read.
//
//     Dialog dialog(ui, "tiers", {.title = "Tiers", .body_height = 200});
//     … draw into dialog.body(), buttons into dialog.buttons() …
//     if (dialog.entered() || button(…)) save();
//     if (dialog.dismissed()) open = false;
class Dialog {
 public:
    Dialog(Ui& ui, std::string_view key, const DialogSpec& spec);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    Rect body() const { return body_; }

    // The row of buttons at the lower right, 40 high.
    Rect buttons() const { return buttons_; }

    bool dismissed() const { return dismissed_; }

    // Enter was pressed in a line of the body, which means the dialog's main button. Ask after the
    // body has been drawn.
    bool entered() const;

 private:
    Ui& ui_;
    Ui::LayerScope layer_;
    Ui::Scope scope_;
    std::optional<Ui::Container> node_;
    Rect body_;
    Rect buttons_;
    bool dismissed_ = false;
};

// The button that closes a dialog without doing anything, cut from the right of its row.
bool cancel_button(Ui& ui, Rect& row, std::string_view label = "Cancel");

struct ConfirmSpec {
    std::string_view title;
    std::string_view text;
    std::string_view confirm = "Continue";
    std::string_view cancel = "Cancel";
    bool danger = false;
};

enum class ConfirmAnswer { None, Confirmed, Cancelled };

ConfirmAnswer confirm(Ui& ui, std::string_view key, const ConfirmSpec& spec);

}  // namespace atrium::shell
