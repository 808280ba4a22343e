#include "shell/views/kit_preview.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/domain/kit/csv.h"
#include "core/domain/kit/markdown.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/choices.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/ui/text_selection.h"
#include "shell/views/kit_blueprint.h"
#include "shell/views/selected_text.h"

namespace atrium::shell {

namespace {

using domain::kit::KitFile;

// A transcript can have megabytes; the pane shows how a file begins.
constexpr std::size_t kMostBytes = 12'000;
constexpr std::size_t kMostRows = 40;
constexpr float kPadding = 16;

std::string file_name(const std::string& path) {
    return path.substr(path.find_last_of('/') + 1);
}

std::string_view media_type(const std::string& path) {
    return path.ends_with(".html")   ? "text/html"
           : path.ends_with(".csv")  ? "text/csv"
           : path.ends_with(".ics")  ? "text/calendar"
           : path.ends_with(".json") ? "application/json"
                                     : "text/markdown";
}

// The beginning of the file up to a line's end.
std::string beginning(std::string_view text) {
    if (text.size() <= kMostBytes) {
        return std::string(text);
    }
    const std::size_t end = text.rfind('\n', kMostBytes);
    return std::string(text.substr(0, end == std::string_view::npos ? 0 : end)) +
           "\n\n… and more, in the file.";
}

bool is_number(const std::string& cell) {
    char* end = nullptr;
    std::strtod(cell.c_str(), &end);
    return end != cell.c_str() && *end == '\0';
}

// A spreadsheet's rows as a table, numbers to the right.
std::string table_of(const std::string& bytes) {
    std::vector<std::vector<std::string>> rows = domain::kit::rows_from_csv(bytes);
    const std::size_t all = rows.size();
    rows.resize(std::min(all, kMostRows));
    std::string rule = "|";
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        const bool numbers = std::all_of(rows.begin() + 1, rows.end(), [&](const auto& row) {
            return column >= row.size() || row[column].empty() || is_number(row[column]);
        });
        rule += numbers ? "---:|" : "---|";
    }
    std::string table = domain::kit::markdown_row(rows.front()) + rule + "\n";
    for (std::size_t i = 1; i < rows.size(); ++i) {
        table += domain::kit::markdown_row(rows[i]);
    }
    return all > rows.size() ? table + "\n… and more, in the file." : table;
}

const KitFile& shown_file(const View& view, const KitCard& card) {
    const auto found = std::find_if(card.files.begin(), card.files.end(), [&](const KitFile* file) {
        return file->path == view.memory.kit.shown_file;
    });
    if (found != card.files.end()) {
        return **found;
    }
    // Of two forms of one content the readable one.
    const auto readable =
        std::find_if(card.files.begin(), card.files.end(), [](const KitFile* file) {
            return file->path.ends_with(".md");
        });
    return readable == card.files.end() ? *card.files.front() : **readable;
}

void head_ui(View& view, Rect& rect, const KitFile& file) {
    Rect head = cut_top(rect, tokens().h_bar);
    horizontal_rule(view.ui, head.x, head.bottom() - 1, head.width);
    head = inset(head, kPadding, 0);
    if (view.arrangement == Arrangement::Phone &&
        icon_button(view.ui,
                    "back",
                    cut_left(head, scaled(32), 8),
                    {.icon = kIconArrowLeft, .name = "Back to the kit"})) {
        view.memory.kit.shown.clear();
        view.memory.kit.selection.clear();
    }
    if (icon_button(view.ui,
                    "download",
                    cut_right(head, scaled(32), 4),
                    {.icon = kIconDownload, .name = "Download this file"})) {
        view.ui.platform().save_file(file_name(file.path), media_type(file.path), file.bytes);
    }
    if (icon_button(view.ui,
                    "copy",
                    cut_right(head, scaled(32), 8),
                    {.icon = kIconCopy, .name = "Copy the text"})) {
        view.ui.platform().copy_text(file.bytes);
    }
    heading(view.ui,
            head,
            2,
            TextStyle::Heading,
            tokens().text_1,
            elided(TextStyle::Heading, file_name(file.path), head.width));
}

// One row for each file of a card that holds several; the shown one is lit.
void files_ui(View& view, Flow& flow, const KitCard& card, const KitFile& shown) {
    if (card.files.size() < 2) {
        return;
    }
    const Tokens& t = tokens();
    for (const KitFile* file : card.files) {
        const auto scope = view.ui.push(file->path);
        const Rect row = flow.next(tokens().h_2);
        const bool on = file == &shown;
        const Press press = view.ui.press("file",
                                          row,
                                          {.role = Role::Button,
                                           .name = file_name(file->path),
                                           .checked = on ? Toggle::On : Toggle::Off});
        if (on || press.hover > 0) {
            fill(view.ui, row, on ? t.surface_3 : faded(t.surface_3, press.hover), t.r_1);
        }
        if (press.ring) {
            focus_ring(view.ui, row, t.r_1);
        }
        Rect inside = inset(row, 8, 0);
        icon(view.ui, cut_left(inside, scaled(16), 8), kIconFileText, 16, on ? t.accent : t.text_3);
        draw_text(view.ui,
                  cut_right(inside, scaled(56), 8),
                  TextStyle::Meta,
                  t.text_3,
                  size_text(file->bytes.size(), view.formats),
                  Align::Right);
        draw_text(view.ui, inside, TextStyle::Dense, t.text_1, file_name(file->path));
        if (press.activated) {
            view.memory.kit.shown_file = file->path;
        }
    }
    flow.skip(kPadding);
}

void read_file(KitMemory& kit, const KitFile& file) {
    if (kit.preview_of == file.path) {
        return;
    }
    kit.preview_of = file.path;
    kit.preview = Markdown{MarkdownPurpose::Document};
    kit.preview_text.clear();
    kit.selection.clear();
    if (file.path.ends_with(".md")) {
        kit.preview.set_text(beginning(file.bytes));
    } else if (file.path.ends_with(".csv")) {
        kit.preview.set_text(table_of(file.bytes));
    } else {
        kit.preview_text = beginning(file.bytes);
    }
}

void text_ui(View& view, SelectionArea& reading, Flow& flow, const KitFile& file) {
    KitMemory& kit = view.memory.kit;
    Ui& ui = view.ui;
    const bool plain = !kit.preview_text.empty();
    const float width = flow.width();
    const Rect place =
        flow.next(plain ? paragraph_height(ui, TextStyle::Meta, kit.preview_text, width)
                        : kit.preview.height(width));
    const NodeId id = ui.id("file-text");
    const auto article = ui.open({.id = id,
                                  .role = Role::Article,
                                  .name = file_name(file.path),
                                  .rect = place,
                                  .focus = Focus::TabStop});
    if (ui.semantics().focused() == id && ui.semantics().focus_by_keyboard()) {
        focus_ring(ui, inset(place, -8), tokens().r_2);
    }
    const std::size_t length = plain ? kit.preview_text.size() : kit.preview.flat_length();
    const auto item = reading.item(1, length, id);
    if (plain) {
        paragraph(ui,
                  "text",
                  place.x,
                  place.y,
                  width,
                  TextStyle::Meta,
                  tokens().text_2,
                  kit.preview_text);
    } else {
        kit.preview.draw(ui, "markdown", place.x, place.y, width);
    }
}

}  // namespace

void kit_preview_ui(View& view, Rect rect, const KitCard& card) {
    KitMemory& kit = view.memory.kit;
    const KitFile& file = shown_file(view, card);
    read_file(kit, file);
    fill(view.ui, rect, tokens().surface_0);
    const auto pane = view.ui.group("preview", Role::Complementary, "Preview", rect);
    const auto scope = view.ui.push(file.path);
    head_ui(view, rect, file);
    ScrollState& scroll = view.memory.scrolls["kit " + file.path];
    SelectionArea reading(view.ui, "reading", rect, kit.selection, scroll);
    {
        ScrollArea area(view.ui, "content", rect, scroll);
        const Rect content = area.content();
        Flow flow(inset({content.x, content.y + kPadding, content.width, 0}, kPadding, 0));
        files_ui(view, flow, card, file);
        if (card.key == "blueprint" && kit_blueprint_ui(view, flow)) {
            kit.selection.clear();
        } else {
            text_ui(view, reading, flow, file);
        }
        area.end(flow.used() + 2 * kPadding);
    }
    if (reading.end()) {
        view.ui.platform().copy_text(selected_text(view.memory, view.project));
    }
}

}  // namespace atrium::shell
