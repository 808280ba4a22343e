#include "shell/views/message_actions.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "shell/ui/buttons.h"
#include "shell/ui/overlays.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

constexpr float kGap = 4;

struct OwnAction {
    enum class Kind { Edit, Copy, Pin };

    Kind kind;
    std::string_view key;
    const char* icon;
    std::string_view name;   // of its button
    std::string_view label;  // in the menu
    bool on = false;
};

std::vector<OwnAction> own_actions(const View& view, const domain::Message& message) {
    const OwnAction copy{
        OwnAction::Kind::Copy, "copy", kIconCopy, "Copy your message", "Copy", false};
    if (!view.may_write) {
        return {copy};
    }
    const bool pinned = domain::is_pinned(*view.project, message.id);
    return {{OwnAction::Kind::Edit,
             "edit",
             kIconPencil,
             "Edit your message",
             "Edit and send again",
             false},
            copy,
            {OwnAction::Kind::Pin,
             "pin",
             kIconPin,
             "Pin your message",
             pinned ? "Unpin" : "Pin",
             pinned}};
}

void toggle_pin(View& view, domain::MessageId id) {
    if (domain::is_pinned(*view.project, id)) {
        view.send(domain::UnpinMessage{id});
    } else {
        view.send(domain::PinMessage{id});
    }
}

void run(View& view, const domain::Message& message, OwnAction::Kind kind) {
    switch (kind) {
        case OwnAction::Kind::Edit:
            view.memory.session.editor = {message.id, message.text, true};
            break;
        case OwnAction::Kind::Copy:
            view.ui.platform().copy_text(message.text);
            break;
        case OwnAction::Kind::Pin:
            toggle_pin(view, message.id);
            break;
    }
}

bool has_focus(const View& view, std::string_view key) {
    const Semantics& semantics = view.ui.semantics();
    return semantics.focus_by_keyboard() && semantics.focused() == view.ui.id(key);
}

// Buttons that nobody is near would only be noise beside every message; for fingers there is no near.
float visibility(View& view, const std::vector<OwnAction>& actions, Rect message_rect) {
    const bool focused = std::any_of(actions.begin(), actions.end(), [&](const OwnAction& action) {
        return has_focus(view, action.key);
    });
    const bool near = focused || view.ui.touch() || view.ui.hovering(message_rect);
    return view.ui.ease(view.ui.id("actions"), 0, near ? 1 : 0, tokens().m_fast);
}

float buttons_width(std::size_t count) {
    return static_cast<float>(count) * (tokens().h_1 + kGap);
}

void buttons_ui(View& view,
                const domain::Message& message,
                const std::vector<OwnAction>& actions,
                Rect space,
                Rect message_rect) {
    const Tokens& t = tokens();
    const float shown = visibility(view, actions, message_rect);
    Rect row = cut_right(space, buttons_width(actions.size()));
    for (const OwnAction& action : actions) {
        const bool always = action.on || shown >= 1;
        if (icon_button(view.ui,
                        action.key,
                        cut_left(row, t.h_1, kGap),
                        {.icon = action.icon,
                         .name = action.name,
                         .size = ButtonSize::Small,
                         .on = action.on,
                         .toggles = action.kind == OwnAction::Kind::Pin,
                         .color = always ? t.text_3 : faded(t.text_3, shown)})) {
            run(view, message, action.kind);
        }
    }
}

void menu_button_ui(View& view,
                    const domain::Message& message,
                    const std::vector<OwnAction>& actions,
                    Rect space) {
    const Tokens& t = tokens();
    domain::MessageId& open_for = view.memory.session.message_menu;
    bool open = open_for == message.id;
    const bool pinned = domain::is_pinned(*view.project, message.id);
    const Rect place = cut_right(space, t.h_2);
    if (icon_button(view.ui,
                    "message-menu",
                    place,
                    {.icon = pinned ? kIconPin : kIconEllipsis,
                     .name = pinned ? "Pinned, message menu" : "Message menu",
                     .on = open,
                     .color = t.text_3,
                     .expanded = open ? Toggle::On : Toggle::Off,
                     .opens_menu = true})) {
        open = !open;
    }
    std::vector<MenuItem> items;
    for (const OwnAction& action : actions) {
        items.push_back({.label = action.label, .icon = action.icon});
    }
    const bool was_open = open_for == message.id;
    if (const auto chosen = menu(view.ui, "own-menu", place, open, items)) {
        run(view, message, actions[static_cast<std::size_t>(*chosen)].kind);
    }
    if (open) {
        open_for = message.id;
    } else if (was_open) {
        open_for = {};
    }
}

void show_version(View& view, const domain::Versions& versions, std::size_t wanted, bool keeps) {
    SessionMemory& session = view.memory.session;
    session.stepped_to = versions.ids[wanted];
    session.stepped_back = wanted < versions.shown;
    view.send(domain::ShowMessage{versions.ids[wanted]});
    session.path_changed = true;
    session.keeps_place = keeps;
    session.find.stale = true;
    view.ui.semantics().announce("Version " + std::to_string(wanted + 1) + " of " +
                                 std::to_string(versions.ids.size()));
}

// The switch of another version is another element: it takes over the focus, on the same side, or on
// the one side that can still be pressed.
void take_over_focus(View& view, const domain::Versions& versions) {
    SessionMemory& session = view.memory.session;
    if (session.stepped_to != versions.ids[versions.shown]) {
        return;
    }
    session.stepped_to = {};
    const bool last = versions.shown + 1 == versions.ids.size();
    const bool back = versions.shown > 0 && (session.stepped_back || last);
    view.ui.semantics().request_focus(view.ui.id(back ? "previous" : "next"));
}

std::string version_words(const domain::Versions& versions) {
    return std::to_string(versions.shown + 1) + " of " + std::to_string(versions.ids.size());
}

}  // namespace

void own_actions_ui(View& view, const domain::Message& message, Rect space, Rect message_rect) {
    space.height = tokens().h_2;
    const std::vector<OwnAction> actions = own_actions(view, message);
    const bool narrow = space.width < buttons_width(actions.size());
    if (narrow) {
        menu_button_ui(view, message, actions, inset(space, 0, 0, kGap, 0));
    } else {
        buttons_ui(view, message, actions, space, message_rect);
    }
    SessionMemory& session = view.memory.session;
    if (session.edit_button_of == message.id) {
        session.edit_button_of = {};
        view.ui.semantics().request_focus(view.ui.id(narrow ? "message-menu" : "edit"));
    }
}

float version_switch_width(const domain::Versions& versions) {
    return versions.ids.size() < 2
               ? 0
               : 2 * tokens().h_1 + kGap +
                     std::ceil(text_width(TextStyle::Meta, version_words(versions))) + kGap;
}

void version_switch_ui(View& view, const domain::Versions& versions, bool keeps_place, Rect& row) {
    if (versions.ids.size() < 2) {
        return;
    }
    const Tokens& t = tokens();
    const bool fixed = !view.may_write || view.engine.turn() != nullptr;
    Rect rest = cut_left(row, version_switch_width(versions), kGap);
    const auto group = view.ui.group("versions", Role::Group, "Versions", rest);
    const auto step = [&](std::string_view key, const char* glyph, const char* name, bool none) {
        return icon_button(view.ui,
                           key,
                           cut_left(rest, t.h_1),
                           {.icon = glyph,
                            .name = name,
                            .size = ButtonSize::Small,
                            .disabled = fixed || none,
                            .color = t.text_3});
    };
    if (step("previous", kIconChevronLeft, "Previous version", versions.shown == 0)) {
        show_version(view, versions, versions.shown - 1, keeps_place);
    }
    const std::string words = version_words(versions);
    const float width = std::ceil(text_width(TextStyle::Meta, words));
    label(view.ui,
          cut_left(rest, width + kGap),
          TextStyle::Meta,
          t.text_3,
          words,
          Align::Centre,
          "version");
    if (step(
            "next", kIconChevronRight, "Next version", versions.shown + 1 == versions.ids.size())) {
        show_version(view, versions, versions.shown + 1, keeps_place);
    }
    take_over_focus(view, versions);
}

void pin_button_ui(View& view, const domain::Message& message, Rect& row) {
    const Tokens& t = tokens();
    const bool pinned = domain::is_pinned(*view.project, message.id);
    if (icon_button(view.ui,
                    "pin",
                    cut_left(row, t.h_1, kGap),
                    {.icon = kIconPin,
                     .name = "Pin answer",
                     .size = ButtonSize::Small,
                     .on = pinned,
                     .toggles = true,
                     .disabled = !view.may_write,
                     .color = t.text_3})) {
        toggle_pin(view, message.id);
    }
}

void ask_again(View& view) {
    view.send(domain::RetryReply{});
    view.memory.conversation_scroll.scroll_to_end();
    focus_composer_by_keyboard(view);
}

void focus_composer_by_keyboard(View& view) {
    // A finger's press must not bring up the soft keyboard.
    if (view.ui.semantics().focus_by_keyboard()) {
        view.ui.semantics().request_focus(view.memory.session.composer);
    }
}

void go_to_message(View& view, domain::MessageId id) {
    SessionMemory& session = view.memory.session;
    if (domain::find_message(*view.project, id) == nullptr) {
        view.send(domain::ShowMessage{id});
        session.path_changed = true;
        session.find.stale = true;
        session.editor = {};
    }
    session.sought = id;
    session.seek_frames = 3;
    view.ui.wake_in(0);
}

}  // namespace atrium::shell
