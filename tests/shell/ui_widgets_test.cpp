#include <string>

#include <doctest/doctest.h>

#include "shell/ui/cards.h"
#include "shell/ui/choices.h"
#include "shell/ui/fields.h"
#include "shell/ui/gallery.h"
#include "shell/ui/overlays.h"
#include "shell/ui/plan_list.h"
#include "shell/ui/records.h"
#include "shell/ui/table.h"
#include "tests/shell/headless.h"

using namespace atrium::shell;

TEST_CASE("button: pointer, keyboard and assistive technology activate it once each") {
    int pressed = 0;
    UiScreen screen([&](Ui& ui) {
        pressed += button(ui, "go", {100, 100, 120, 32}, {.label = "Go"}) ? 1 : 0;
    });
    screen->click(Role::Button, "Go");
    CHECK(pressed == 1);
    screen->activate(Role::Button, "Go");
    CHECK(pressed == 2);
    screen->settle();
    CHECK(pressed == 2);
}

TEST_CASE("button: a press that is released elsewhere, and a disabled button, do nothing") {
    int pressed = 0;
    bool disabled = false;
    UiScreen screen([&](Ui& ui) {
        const ButtonSpec spec{.label = "Go", .disabled = disabled};
        pressed += button(ui, "go", {100, 100, 120, 32}, spec) ? 1 : 0;
    });
    screen->move_to(120, 110);
    screen->press();
    screen->move_to(600, 600);
    screen->release();
    CHECK(pressed == 0);
    disabled = true;
    screen->click(Role::Button, "Go");
    screen->activate(Role::Button, "Go");
    CHECK(pressed == 0);
    CHECK(screen->get(Role::Button, "Go").disabled);
}

TEST_CASE("button: a button inside a pressable row gets its own presses") {
    bool opened = false;
    bool confirmed = false;
    UiScreen screen([&](Ui& ui) {
        const auto answer = decision_card(ui,
                                          "date",
                                          {100, 100, 300, 52},
                                          {.icon = kIconTag,
                                           .label = "Launch date",
                                           .value = "15 Jan?",
                                           .state = DecisionState::Waiting});
        opened = opened || answer.opened;
        confirmed = confirmed || answer.confirmed;
    });
    screen->click(Role::Button, "Confirm Launch date");
    CHECK(confirmed);
    CHECK_FALSE(opened);
    screen->click_at(130, 126);
    CHECK(opened);
}

TEST_CASE("field: the browser's text becomes the value, and leaving it is told once") {
    std::string name = "Maya";
    int changes = 0;
    int left = 0;
    UiScreen screen([&](Ui& ui) {
        const FieldAnswer answer = field(ui,
                                         "name",
                                         {40, 40, 300, 80},
                                         name,
                                         {.label = "Your name", .why = "For the greeting."});
        changes += answer.changed ? 1 : 0;
        left += answer.left ? 1 : 0;
    });
    const Node& node = screen->get(Role::TextField, "Your name");
    CHECK(node.value == "Maya");
    CHECK(node.description == "For the greeting.");
    CHECK(node.field == FieldKind::Line);
    screen->type("Your name", "Maya Okafor");
    CHECK(name == "Maya Okafor");
    CHECK(changes == 1);
    CHECK(left == 0);
    screen->act(
        {.kind = SemanticAction::Kind::Blur, .id = screen->get(Role::TextField, "Your name").id});
    CHECK(left == 1);
}

TEST_CASE("composer: Enter submits, and its height follows the text up to its limit") {
    std::string text;
    bool sent = false;
    float height = 0;
    UiScreen screen([&](Ui& ui) {
        height = composer_height(ui, text, {}, 648);
        sent = composer(ui, "message", {40, 40, 648, height}, text, {}).field.submitted || sent;
    });
    const float one_line = height;
    screen->type("Message", "a\nb\nc");
    screen->frame();
    CHECK(height == one_line + 2 * 24);
    screen->type("Message", std::string(5000, 'x'));
    screen->frame();
    CHECK(height == one_line + 7 * 24);
    CHECK(screen->get(Role::TextField, "Message").submits_on_enter);
    screen->submit("Message");
    CHECK(sent);
}

TEST_CASE("choices: checkbox, switch and radio change by press and carry their state") {
    bool box = false;
    bool on = true;
    int radio_chosen = 0;
    UiScreen screen([&](Ui& ui) {
        checkbox(ui, "box", {40, 40, 300, 24}, box, {.label = "Remind me"});
        switch_(ui, "switch", {40, 80, 300, 24}, on, "Stop at a limit");
        for (int i = 0; i < 2; ++i) {
            const std::string label = i == 0 ? "Dark" : "Light";
            const Rect place{40, 120 + static_cast<float>(i) * 30, 300, 24};
            if (radio(ui, label, place, radio_chosen == i, {.label = label})) {
                radio_chosen = i;
            }
        }
    });
    screen->click(Role::Checkbox, "Remind me");
    CHECK(box);
    screen->frame();
    CHECK(screen->get(Role::Checkbox, "Remind me").checked == Toggle::On);
    screen->activate(Role::Switch, "Stop at a limit");
    CHECK_FALSE(on);
    screen->click(Role::Radio, "Light");
    CHECK(radio_chosen == 1);
}

TEST_CASE("slider: dragging and typing give steps within the limits") {
    double value = 6;
    UiScreen screen([&](Ui& ui) {
        slider(ui,
               "hours",
               {100, 100, 200, 48},
               value,
               {.label = "Hours", .value_text = "6 h", .minimum = 1, .maximum = 21, .step = 1});
    });
    screen->move_to(200, 136);
    screen->press();
    CHECK(value == 11);
    screen->move_to(900, 300);
    CHECK(value == 21);
    screen->release();
    screen->set_value(Role::Slider, "Hours", "4.4");
    CHECK(value == 4);
    screen->set_value(Role::Slider, "Hours", "nonsense");
    CHECK(value == 1);
}

TEST_CASE("select: opens a list of options, chooses one, and Escape leaves it unchanged") {
    int chosen = 0;
    const std::string_view options[] = {"YouTube", "Podcast", "Newsletter"};
    UiScreen screen([&](Ui& ui) {
        select(ui, "platform", {40, 40, 300, 64}, options, chosen, {.label = "Platform"});
    });
    CHECK(screen->get(Role::Select, "Platform").value == "YouTube");
    CHECK(screen->count(Role::Option) == 0);
    screen->click(Role::Select, "Platform");
    screen->settle();
    CHECK(screen->count(Role::Option) == 3);
    CHECK(screen->get(Role::Select, "Platform").expanded == Toggle::On);
    screen->click(Role::Option, "Newsletter");
    CHECK(chosen == 2);
    screen->settle();
    CHECK(screen->count(Role::Option) == 0);
    screen->activate(Role::Select, "Platform");
    screen->settle();
    screen->escape();
    screen->settle();
    CHECK(screen->count(Role::Option) == 0);
    CHECK(chosen == 2);
    screen->set_value(Role::Select, "Platform", "Podcast");
    CHECK(chosen == 1);
}

TEST_CASE("menu: nothing below an open menu can be pressed, a press elsewhere closes it") {
    bool open = false;
    int below = 0;
    std::optional<int> chosen;
    UiScreen screen([&](Ui& ui) {
        below += button(ui, "below", {400, 100, 120, 32}, {.label = "Below"}) ? 1 : 0;
        if (icon_button(ui, "more", {40, 40, 32, 32}, {.icon = kIconEllipsis, .name = "More"})) {
            open = true;
        }
        const MenuItem items[] = {{.label = "Move"}, {.label = "Skip", .danger = true}};
        if (const auto picked = menu(ui, "menu", {40, 40, 32, 32}, open, items)) {
            chosen = picked;
        }
    });
    screen->click(Role::Button, "More");
    screen->settle();
    REQUIRE(screen->find(Role::MenuItem, "Skip") != nullptr);
    screen->click(Role::Button, "Below");
    CHECK(below == 0);
    CHECK_FALSE(open);
    screen->click(Role::Button, "More");
    screen->settle();
    screen->click(Role::MenuItem, "Skip");
    CHECK(chosen == 1);
    CHECK_FALSE(open);
}

TEST_CASE("menu: its items stand in a menu, the first one gets the focus, then the opener again") {
    bool open = false;
    bool ticked = false;
    UiScreen screen([&](Ui& ui) {
        if (icon_button(ui,
                        "more",
                        {40, 40, 32, 32},
                        {.icon = kIconEllipsis, .name = "More", .opens_menu = true})) {
            open = true;
        }
        const MenuItem items[] = {{.label = "Move", .disabled = true},
                                  {.label = "Skip", .checked = ticked},
                                  {.label = "Remove"}};
        menu(ui, "menu", {40, 40, 32, 32}, open, items);
    });
    const NodeId opener = screen->get(Role::Button, "More").id;
    CHECK(screen->get(Role::Button, "More").opens_menu);
    screen->focus(Role::Button, "More");
    screen->activate(Role::Button, "More");
    screen->settle();
    const Node& list = screen->get(Role::Menu, "Menu");
    CHECK(screen->count(Role::MenuItem) == 3);
    CHECK(screen->get(Role::MenuItem, "Skip").parent == list.id);
    CHECK(screen.semantics().take_focus_request() == screen->get(Role::MenuItem, "Skip").id);
    screen->escape();
    CHECK_FALSE(open);
    CHECK(screen.semantics().take_focus_request() == opener);

    ticked = true;
    screen->click(Role::Button, "More");
    screen->settle();
    CHECK(screen->count(Role::MenuItem) == 0);
    CHECK(screen->get(Role::MenuItemRadio, "Skip").checked == Toggle::On);
    CHECK(screen->get(Role::MenuItemRadio, "Remove").checked == Toggle::Off);
}

TEST_CASE("menu: opened by a press that gave no focus, it still gives it to its opener") {
    bool open = false;
    UiScreen screen([&](Ui& ui) {
        if (icon_button(ui, "more", {40, 40, 32, 32}, {.icon = kIconEllipsis, .name = "More"})) {
            open = true;
        }
        const MenuItem items[] = {{.label = "Skip"}};
        menu(ui, "menu", {40, 40, 32, 32}, open, items);
    });
    screen->click(Role::Button, "More");
    screen->settle();
    screen.semantics().take_focus_request();
    screen->activate(Role::MenuItem, "Skip");
    CHECK(screen.semantics().take_focus_request() == screen->get(Role::Button, "More").id);
}

TEST_CASE("dialog: hides the rest from presses and readers, and Escape cancels") {
    bool asking = true;
    int below = 0;
    ConfirmAnswer last = ConfirmAnswer::None;
    UiScreen screen([&](Ui& ui) {
        below += button(ui, "below", {10, 10, 120, 32}, {.label = "Below"}) ? 1 : 0;
        if (asking) {
            const ConfirmAnswer answer =
                confirm(ui,
                        "archive",
                        {.title = "Archive?", .text = "It stays readable.", .confirm = "Archive"});
            if (answer != ConfirmAnswer::None) {
                last = answer;
                asking = false;
            }
        }
    });
    screen->settle();
    CHECK(screen->find(Role::Button, "Below") == nullptr);
    CHECK(screen->get(Role::Dialog, "Archive?").modal);
    CHECK(screen.semantics().take_focus_request() == screen->get(Role::Button, "Archive").id);
    screen->click(Role::Button, "Archive");
    CHECK(last == ConfirmAnswer::Confirmed);
    asking = true;
    screen->settle();
    screen->escape();
    CHECK(last == ConfirmAnswer::Cancelled);
    CHECK(below == 0);
}

TEST_CASE("toast: says its text, and goes by itself or when it is closed") {
    bool once = true;
    UiScreen screen([&](Ui& ui) {
        if (once) {
            ui.toast({.key = "price", .text = "Price set to $29", .seconds = 3});
            once = false;
        }
    });
    CHECK(screen.semantics().take_announcements().size() == 1);
    screen->click(Role::Button, "Close");
    screen->frame();
    CHECK(screen->find(Role::Status, "Price set") == nullptr);
    once = true;
    screen->frame();
    screen->frame();
    CHECK(screen->find(Role::Status, "Price set") != nullptr);
    screen->move_to(5, 5);
    screen->wait(3.2f);
    CHECK(screen->find(Role::Status, "Price set") == nullptr);
}

TEST_CASE("recorded strip: Undo and Edit answer, and a phone's suggestion has large buttons") {
    RecordAnswer last = RecordAnswer::None;
    float width = 600;
    UiScreen screen([&](Ui& ui) {
        const RecordAnswer strip =
            recorded_strip(ui,
                           "price",
                           {40, 40, 600, 32},
                           {.label = "Price", .value = "$29 a month", .percent = "92%"});
        const RecordAnswer hollow = suggestion(
            ui, "date", {40, 100, width, 120}, {.value = "Launch 15 Jan", .percent = "74%"});
        last = strip != RecordAnswer::None ? strip : hollow != RecordAnswer::None ? hollow : last;
    });
    screen->click(Role::Button, "Undo Price");
    CHECK(last == RecordAnswer::Undo);
    screen->click(Role::Button, "Edit Price");
    CHECK(last == RecordAnswer::Edit);
    screen->click(Role::Button, "Confirm");
    CHECK(last == RecordAnswer::Confirm);
    width = 300;
    screen->frame();
    CHECK(screen->get(Role::Button, "Not yet").rect.height == 40);
    screen->click(Role::Button, "Not yet");
    CHECK(last == RecordAnswer::NotYet);
}

TEST_CASE("plan row: tick, row and action are three different things") {
    PlanRowAnswer all;
    UiScreen screen([&](Ui& ui) {
        const PlanRowAnswer answer =
            plan_row(ui,
                     "create-space",
                     {0, 100, 288, 32},
                     {.label = "Create the space", .hours = "1.5 h", .action = "Draft it with me"});
        all.opened = all.opened || answer.opened;
        all.ticked = all.ticked || answer.ticked;
        all.action = all.action || answer.action;
    });
    screen->click(Role::Checkbox, "Create the space done");
    CHECK(all.ticked);
    CHECK_FALSE(all.opened);
    screen->move_to(120, 116);
    screen->frame();
    screen->click(Role::Button, "Draft it with me");
    CHECK(all.action);
    CHECK_FALSE(all.opened);
    screen->activate(Role::Button, "Create the space, 1.5 h");
    CHECK(all.opened);
}

TEST_CASE("table: rows hold a cell for each column and can be pressed") {
    int pressed = -1;
    const TableColumn columns[] = {{"Name"}, {"Cost", 80, Align::Right}};
    UiScreen screen([&](Ui& ui) {
        Table table(ui, "people", {40, 40, 400, 200}, "People", columns, {.selectable = true});
        for (int i = 0; i < 3; ++i) {
            const std::string name = "Person " + std::to_string(i);
            const auto row = table.row(static_cast<std::uint64_t>(i), name);
            table.cell(name);
            table.cell("$1");
            pressed = row.pressed() ? i : pressed;
        }
    });
    CHECK(screen->count(Role::Row) == 4);
    CHECK(screen->count(Role::ColumnHeader) == 2);
    screen->click(Role::Button, "Person 2");
    CHECK(pressed == 2);
}

TEST_CASE("gallery: every widget draws at every theme and text size, and rests") {
    Gallery gallery;
    UiScreen screen([&](Ui& ui) { gallery.draw(ui, ui.screen()); }, 1440, 900);
    set_reduced_motion(true);
    for (ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::Contrast}) {
        for (float scale : {1.0f, 1.25f, 1.5f}) {
            set_theme(kind);
            set_text_scale(scale);
            screen->settle();
        }
    }
    CHECK(screen->count(Role::Button) > 60);
    CHECK(screen->get(Role::Heading, "Atrium widgets").level == 1);
}
