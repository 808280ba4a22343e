#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "shell/ui/fields.h"
#include "shell/ui/marks.h"
#include "shell/ui/overlays.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/palette.h"

namespace atrium::shell {

namespace {

constexpr float kWidth = 560;
constexpr float kRow = 40;
constexpr float kRows = 8;

void move_lit(PaletteMemory& palette, std::size_t count) {
    const int last = static_cast<int>(count) - 1;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) {
        palette.lit = std::min(palette.lit + 1, last);
        palette.moved = true;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) {
        palette.lit = std::max(palette.lit - 1, 0);
        palette.moved = true;
    }
    palette.lit = std::clamp(palette.lit, 0, std::max(last, 0));
}

bool row_ui(View& view, const PaletteEntry& entry, bool lit, Rect row) {
    const Tokens& t = tokens();
    const Press press = view.ui.press("row",
                                      row,
                                      {.role = Role::Option,
                                       .name = entry.label + ", " + std::string(entry.group),
                                       .selected = lit ? Toggle::On : Toggle::Off});
    if (lit || press.hover > 0) {
        fill(view.ui, row, lit ? t.surface_3 : faded(t.surface_3, press.hover), t.r_1);
    }
    if (press.ring) {
        focus_ring(view.ui, inset(row, 4), t.r_1);
    }
    Rect inside = inset(row, 12, 0);
    icon(view.ui, cut_left(inside, scaled(16), 12), entry.icon, 16, lit ? t.accent : t.text_3);
    const float group = std::ceil(text_width(TextStyle::Meta, entry.group));
    draw_text(view.ui, cut_right(inside, group, 12), TextStyle::Meta, t.text_3, entry.group);
    draw_text(view.ui, inside, TextStyle::Dense, t.text_1, entry.label);
    return press.activated;
}

// The entry chosen by the pointer, or count when none.
std::size_t rows_ui(View& view,
                    Rect rect,
                    const std::vector<PaletteEntry>& entries,
                    const std::vector<std::size_t>& found) {
    PaletteMemory& palette = view.memory.palette;
    const auto list = view.ui.group("results", Role::List, "Results", rect);
    ScrollArea area(view.ui, "results", rect, palette.scroll);
    Flow flow(area.content());
    std::size_t chosen = entries.size();
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto scope = view.ui.push(entries[found[i]].label);
        const Rect row = flow.next(scaled(kRow));
        const bool lit = static_cast<int>(i) == palette.lit;
        if (lit && palette.moved) {
            area.reveal(row);
            palette.moved = false;
        }
        if (view.ui.visible(row) && row_ui(view, entries[found[i]], lit, row)) {
            chosen = found[i];
        }
    }
    area.end(flow.used());
    return chosen;
}

void hints_ui(View& view, Rect row) {
    const struct {
        const char* keys;
        const char* words;
    } hints[] = {{"↑ ↓", "choose"}, {"Enter", "do it"}, {"Esc", "close"}};

    row = centred_left(row, row.width, 20);
    for (const auto& hint : hints) {
        cut_left(row, key_cap(view.ui, row, hint.keys), 6);
        const float width = std::ceil(text_width(TextStyle::Meta, hint.words));
        draw_text(view.ui, cut_left(row, width, 16), TextStyle::Meta, tokens().text_3, hint.words);
    }
}

}  // namespace

void open_palette(View& view) {
    view.memory.palette = PaletteMemory{};
    view.memory.palette.open = true;
}

void palette_ui(View& view) {
    PaletteMemory& palette = view.memory.palette;
    if (!palette.open || view.project == nullptr) {
        return;
    }
    const std::vector<PaletteEntry> entries = palette_entries(view);
    const std::string before = palette.text;
    std::size_t chosen = entries.size();
    {
        const float field_size = tokens().h_3;
        Dialog dialog(view.ui,
                      "palette",
                      {.title = "Go to or do",
                       .width = scaled(kWidth),
                       .body_height = field_size + 12 + kRows * scaled(kRow)});
        Rect body = dialog.body();
        const FieldAnswer typed = search_field(view.ui,
                                               "wanted",
                                               cut_top(body, field_size, 12),
                                               palette.text,
                                               "Screen, task, decision or action");
        const std::vector<std::size_t> found = matching_entries(entries, palette.text);
        palette.lit = palette.text == before ? palette.lit : 0;
        move_lit(palette, found.size());
        if (found.empty()) {
            label(view.ui,
                  cut_top(body, scaled(kRow)),
                  TextStyle::Body,
                  tokens().text_2,
                  "Nothing is called that.");
        } else {
            chosen = rows_ui(view, body, entries, found);
            if (typed.submitted) {
                chosen = found[static_cast<std::size_t>(palette.lit)];
            }
        }
        hints_ui(view, dialog.buttons());
        palette.open = !dialog.dismissed();
    }
    if (chosen < entries.size()) {
        palette.open = false;
        entries[chosen].run(view);
        view.ui.wake_in(0);
    }
}

}  // namespace atrium::shell
