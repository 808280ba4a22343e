#include <string>

#include "shell/ui/buttons.h"
#include "shell/ui/choices.h"
#include "shell/ui/fields.h"
#include "shell/ui/gallery_sections.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell::gallery {

namespace {

struct PoseColumn {
    const char* title;
    Pose pose;
    bool disabled;
    bool busy;
};

constexpr PoseColumn kPoses[] = {{"Rest", Pose::None, false, false},
                                 {"Hover", Pose::Hover, false, false},
                                 {"Press", Pose::Press, false, false},
                                 {"Focus", Pose::Focus, false, false},
                                 {"Disabled", Pose::None, true, false},
                                 {"Busy", Pose::None, false, true}};

}  // namespace

void colours(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    const std::pair<const char*, Color> swatches[] = {{"surface-0", t.surface_0},
                                                      {"surface-1", t.surface_1},
                                                      {"surface-2", t.surface_2},
                                                      {"surface-3", t.surface_3},
                                                      {"hairline", t.hairline},
                                                      {"outline", t.outline},
                                                      {"text-1", t.text_1},
                                                      {"text-2", t.text_2},
                                                      {"text-3", t.text_3},
                                                      {"accent", t.accent},
                                                      {"accent-soft", t.accent_soft},
                                                      {"accent-line", t.accent_line},
                                                      {"sun", t.sun},
                                                      {"sun-soft", t.sun_soft},
                                                      {"success", t.success},
                                                      {"success-soft", t.success_soft},
                                                      {"warning", t.warning},
                                                      {"warning-soft", t.warning_soft},
                                                      {"danger", t.danger},
                                                      {"danger-soft", t.danger_soft},
                                                      {"chart-1", t.chart_1},
                                                      {"chart-2", t.chart_2},
                                                      {"chart-3", t.chart_3},
                                                      {"chart-4", t.chart_4},
                                                      {"chart-5", t.chart_5},
                                                      {"chart-6", t.chart_6},
                                                      {"chart-mute", t.chart_mute},
                                                      {"chart-grid", t.chart_grid}};
    int i = 0;
    Rect row;
    for (const auto& [name, color] : swatches) {
        if (i % 7 == 0) {
            row = cut_top(place, 60, 12);
        }
        Rect cell = column(row, i++ % 7, 7, 12);
        const Rect swatch = cut_top(cell, 40, 4);
        panel(ui, swatch, color, t.hairline, t.r_1);
        label(ui, cell, TextStyle::Micro, t.text_2, name);
    }
}

void type(Ui& ui, Rect place) {
    const Tokens& t = tokens();

    const struct {
        TextStyle style;
        const char* words;
        Color color;
    } lines[] = {{TextStyle::Figure, "13 min left", t.text_1},
                 {TextStyle::Display, "Doors open on 15 January", t.text_1},
                 {TextStyle::Title, "Price page", t.text_1},
                 {TextStyle::Heading, "Launch date", t.text_1},
                 {TextStyle::Read, "Reading text in the conversation, 15/24.", t.text_1},
                 {TextStyle::Body, "Controls and fields, 14/20.", t.text_1},
                 {TextStyle::Dense, "Rows and tables, 13/20.", t.text_1},
                 {TextStyle::Meta, "Captions and help, 12/16.", t.text_2},
                 {TextStyle::Micro, "Rail and chart axes, 11/16", t.text_3}};

    for (const auto& line : lines) {
        label(ui, cut_top(place, line_height(line.style), 8), line.style, line.color, line.words);
    }
}

void buttons(Ui& ui, Rect place) {
    const Tokens& t = tokens();

    const struct {
        const char* kind_name;
        const char* label;
        ButtonKind kind;
    } kinds[] = {{"Primary", "Confirm", ButtonKind::Primary},
                 {"Soft", "Draft it", ButtonKind::Soft},
                 {"Line", "Compare", ButtonKind::Line},
                 {"Quiet", "Not yet", ButtonKind::Quiet},
                 {"Danger", "Delete", ButtonKind::Danger}};

    const float lefts[] = {88, 212, 336, 460, 586, 712};
    const Rect head = cut_top(place, 24);
    for (std::size_t i = 0; i < std::size(kPoses); ++i) {
        label(ui, inset(head, lefts[i], 0, 0, 0), TextStyle::Meta, t.text_3, kPoses[i].title);
    }
    for (const auto& kind : kinds) {
        const Rect row = cut_top(place, 48);
        const auto scope = ui.push(kind.kind_name);
        label(ui, row, TextStyle::Meta, t.text_3, kind.kind_name);
        for (std::size_t i = 0; i < std::size(kPoses); ++i) {
            const ButtonSpec spec{.label = kind.label,
                                  .kind = kind.kind,
                                  .disabled = kPoses[i].disabled,
                                  .busy = kPoses[i].busy};
            ui.pose(kPoses[i].pose);
            const Rect cell = inset(row, lefts[i], 0, 0, 0);
            button(ui, kPoses[i].title, centred_left(cell, button_width(spec), t.h_2), spec);
            ui.pose(Pose::None);
        }
    }
    cut_top(place, 16);
    Rect row = cut_top(place, 40);
    const ButtonSpec sizes[] = {
        {.label = "Large 40",
         .kind = ButtonKind::Primary,
         .size = ButtonSize::Large,
         .icon_end = kIconArrowRight},
        {.label = "Large 40", .size = ButtonSize::Large},
        {.label = "Default 32", .kind = ButtonKind::Primary},
        {.label = "Small 24", .kind = ButtonKind::Soft, .size = ButtonSize::Small},
        {.label = "Danger quiet", .kind = ButtonKind::DangerQuiet, .icon = kIconTrash2}};
    for (std::size_t i = 0; i < std::size(sizes); ++i) {
        button(ui, std::to_string(i), cut_left(row, button_width(sizes[i]), 12), sizes[i]);
    }
}

void icon_buttons(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    const char* titles[] = {"Rest", "Hover", "On", "Focus", "Off"};
    const Pose poses[] = {Pose::None, Pose::Hover, Pose::None, Pose::Focus, Pose::None};
    const char* icons[] = {kIconCopy, kIconCopy, kIconPin, kIconSearch, kIconRedo2};
    const float lefts[] = {40, 113, 187, 258, 332};
    const Rect head = cut_top(place, 24);
    for (std::size_t i = 0; i < 5; ++i) {
        label(ui, inset(head, lefts[i], 0, 0, 0), TextStyle::Meta, t.text_3, titles[i]);
    }
    const std::pair<const char*, ButtonSize> sizes[] = {
        {"40", ButtonSize::Large}, {"32", ButtonSize::Medium}, {"24", ButtonSize::Small}};
    for (const auto& [name, size] : sizes) {
        const Rect row = cut_top(place, 48);
        const auto scope = ui.push(name);
        label(ui, row, TextStyle::Meta, t.text_3, name);
        for (std::size_t i = 0; i < 5; ++i) {
            const float side = button_height(size);
            ui.pose(poses[i]);
            icon_button(ui,
                        titles[i],
                        centred_left(inset(row, lefts[i], 0, 0, 0), side, side),
                        {.icon = icons[i],
                         .name = titles[i],
                         .size = size,
                         .on = i == 2,
                         .disabled = i == 4});
            ui.pose(Pose::None);
        }
    }
    cut_top(place, 16);
    Rect row = cut_top(place, 32, 16);
    avatar(ui, cut_left(row, 32, 8), "MO");
    avatar(ui, centred(cut_left(row, 24, 8), 24, 24), "MO");
    mark(ui, centred(cut_left(row, 24, 8), 24, 24), t.accent);
    cut_left(row, key_cap(ui, row, "Ctrl K") + 8);
    cut_left(row, key_cap(ui, row, "Esc") + 8);
    spinner(ui, cut_left(row, 16), t.text_1);

    Rect rail = inset(cut_top(place, 56), -4, 0, 0, 0);
    const RailItemSpec items[] = {{.icon = kIconListChecks, .label = "Rest"},
                                  {.icon = kIconSignpost, .label = "Hover"},
                                  {.icon = kIconMessageCircle, .label = "On", .current = true},
                                  {.icon = kIconFileText, .label = "Notice", .notice = true}};
    for (std::size_t i = 0; i < 4; ++i) {
        ui.pose(i == 1 ? Pose::Hover : Pose::None);
        rail_item(ui, items[i].label, cut_left(rail, 64, 8), items[i]);
    }
}

void text_fields(Ui& ui, Rect place) {
    const float row_heights[] = {64, 84, 64};
    const FieldSpec specs[] = {{.label = "Empty", .placeholder = "Name your community"},
                               {.label = "Filled"},
                               {.label = "Hover"},
                               {.label = "Active"},
                               {.label = "Unit", .unit = "readers"},
                               {.label = "Wrong", .error = "Hours must be a number from 1 to 60."},
                               {.label = "Disabled", .disabled = true}};
    const char* values[] = {
        "", "The Kiln Room", "The Kiln Room", "The Kiln Ro", "3,900", "six", "Set by the operator"};
    Rect row;
    for (std::size_t i = 0; i < 7; ++i) {
        if (i % 3 == 0) {
            row = cut_top(place, row_heights[i / 3], 16);
        }
        std::string value = values[i];
        ui.pose(i == 2 ? Pose::Hover : i == 3 ? Pose::Focus : Pose::None);
        field(ui, specs[i].label, column(row, static_cast<int>(i % 3), 3, 16), value, specs[i]);
        ui.pose(Pose::None);
    }
    const std::string_view platforms[] = {"YouTube", "Instagram", "TikTok"};
    int chosen = 0;
    select(ui, "choice", column(row, 1, 3, 16), platforms, chosen, {.label = "Choice"});
    Rect third = column(row, 2, 3, 16);
    label(ui, cut_top(third, 20, 4), TextStyle::BodyMedium, tokens().text_1, "Search");
    std::string wanted;
    search_field(ui, "search", cut_top(third, 32), wanted, "Find in conversation", "Ctrl F");

    std::string asks =
        "They ask how I mix the celadon glaze, and whether I would look at their own pieces.";
    field(ui,
          "asks",
          place,
          asks,
          {.label = "What does your audience ask for?",
           .why = "Atrium uses this for the member promise.",
           .kind = FieldKind::Multiline});
}

void choices(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    const auto caption = [&](const char* words) {
        label(ui, cut_top(place, 16, 8), TextStyle::Meta, t.text_3, words);
    };
    caption("Checkbox");
    Rect row = cut_top(place, 20, 16);
    for (int i = 0; i < 6; ++i) {
        bool on = i == 1 || i == 5;
        ui.pose(i == 3 ? Pose::Focus : Pose::None);
        checkbox(ui,
                 "box" + std::to_string(i),
                 cut_left(row, 20, 12),
                 on,
                 {.label = "Box", .label_hidden = true, .disabled = i > 3, .mixed = i == 2});
    }
    caption("Radio");
    row = cut_top(place, 20, 16);
    {
        const auto group = ui.group("radios", Role::RadioGroup, "Radio", row);
        for (int i = 0; i < 5; ++i) {
            ui.pose(i == 2 ? Pose::Focus : Pose::None);
            radio(ui,
                  "radio" + std::to_string(i),
                  cut_left(row, 20, 12),
                  i == 1 || i == 4,
                  {.label = "Radio", .label_hidden = true, .disabled = i > 2});
        }
    }
    caption("Switch");
    row = cut_top(place, 24, 16);
    for (int i = 0; i < 4; ++i) {
        bool on = i == 1 || i == 2;
        ui.pose(i == 2 ? Pose::Focus : Pose::None);
        switch_(ui, "switch" + std::to_string(i), cut_left(row, 40, 12), on, "Switch", i == 3);
    }
    ui.pose(Pose::None);
    caption("Slider");
    double price = 42;
    slider(ui, "price", cut_top(place, 48, 12), price, {.label = "Price", .value_text = "$29"});
    caption("Hover, with the suggested value marked");
    double hours = 64;
    ui.pose(Pose::Hover);
    slider(ui,
           "hours",
           cut_top(place, 24, 16),
           hours,
           {.label = "Hours", .suggested = 42, .label_hidden = true});
    ui.pose(Pose::None);
    caption("Disabled");
    double off = 30;
    slider(ui,
           "off",
           cut_top(place, 24, 16),
           off,
           {.label = "Off", .disabled = true, .label_hidden = true});
    caption("Labelled");
    bool remind = true;
    checkbox(ui, "remind", cut_top(place, 20, 8), remind, {.label = "Send me a backup reminder"});
    radio(ui, "system", cut_top(place, 20), true, {.label = "Follow the system theme"});
}

}  // namespace atrium::shell::gallery
