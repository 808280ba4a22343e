#include "shell/ui/gallery.h"

#include <algorithm>

#include "shell/ui/gallery_sections.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

struct Section {
    int columns;
    const char* title;
    const char* note;
    void (*draw)(Ui& ui, Rect place);
};

struct SectionRow {
    float height;
    Section sections[3];
};

const SectionRow kRows[] = {
    {352,
     {{8, "Colour", "accent is what one acts on or has decided, sun is time", gallery::colours},
      {4, "Type", "Inter 400, 500, 600", gallery::type}}},
    {396,
     {{8, "Buttons", "one primary per view", gallery::buttons},
      {4, "Icon buttons", "", gallery::icon_buttons}}},
    {544, {{8, "Text fields", "", gallery::text_fields}, {4, "Choices", "", gallery::choices}}},
    {361,
     {{6, "Chips and what was recorded", "", gallery::records},
      {6, "Progress", "", gallery::progress}}},
    {308,
     {{4, "Tabs", "", gallery::tabs_and_rows},
      {4, "Menu, list and tooltip", "", gallery::menus},
      {4, "Toast and banner", "", gallery::notices}}},
    {350, {{6, "Dialog", "", gallery::dialog}, {6, "Table", "", gallery::table}}},
    {400,
     {{4, "Empty state", "", gallery::nothing_yet},
      {4, "Skeleton", "no shimmer, shown after 300 ms", gallery::skeletons},
      {4, "Decision cards", "", gallery::decisions}}},
    {376,
     {{6, "Answer text", "", gallery::answer}, {6, "Message states", "", gallery::message_states}}},
    {308,
     {{8, "Composer", "", gallery::composers},
      {4, "Milestone", "once, 900 ms, still when motion is reduced", gallery::celebration}}},
    {308, {{8, "Chart", "", gallery::months}, {4, "Comparison", "", gallery::comparison}}},
    {308,
     {{6, "Stacked bars", "a dashed line warns", gallery::days},
      {6, "Tour card", "beside what it describes, never modal", gallery::tour_card}}},
};

void draw_header(Ui& ui, Rect head) {
    const Tokens& t = tokens();
    Rect row = head;
    mark(ui, centred(cut_left(row, 32, 16), 32, 32), t.accent);
    const ArchState three[5] = {ArchState::Decided,
                                ArchState::Decided,
                                ArchState::Decided,
                                ArchState::Now,
                                ArchState::Open};
    const float width = arches_width(ArchSize::Medium);
    arches(ui,
           centred(cut_right(row, width), width, 20),
           ArchSize::Medium,
           three,
           "3 of 5 decisions made");
    heading(ui, cut_top(row, 32), 1, TextStyle::Display, t.text_1, "Atrium widgets");
    label(
        ui,
        row,
        TextStyle::Body,
        t.text_2,
        "Every control in every state, drawn only with rectangles, lines, circles, arcs and text.");
}

void draw_section(Ui& ui, Rect box, const Section& section) {
    const Tokens& t = tokens();
    const auto scope = ui.push(section.title);
    panel(ui, box, t.surface_2, t.hairline, t.r_3);
    Rect inside = inset(box, 20, 16, 20, 20);
    const Rect head = cut_top(inside, 24, 16);
    heading(ui, head, 2, TextStyle::Heading, t.text_1, section.title);
    label(ui, moved(head, 0, 1), TextStyle::Meta, t.text_3, section.note, Align::Right);
    section.draw(ui, inside);
    ui.pose(Pose::None);
}

}  // namespace

void Gallery::draw(Ui& ui, Rect place) {
    ScrollArea area(ui, "gallery", place, scroll_);
    const float width = std::min(1440.0f, place.width);
    Rect page = inset({place.x + (place.width - width) / 2, area.content().y, width, 1e6f}, 32);
    const float top = page.y;
    draw_header(ui, cut_top(page, 52, 24));
    for (const SectionRow& row : kRows) {
        Rect boxes = cut_top(page, row.height, 16);
        const float unit = (boxes.width - 11 * 16) / 12;
        for (const Section& section : row.sections) {
            if (section.draw != nullptr) {
                const auto columns = static_cast<float>(section.columns);
                draw_section(ui, cut_left(boxes, columns * unit + (columns - 1) * 16, 16), section);
            }
        }
    }
    area.end(page.y - 16 - top + 64);
}

}  // namespace atrium::shell
