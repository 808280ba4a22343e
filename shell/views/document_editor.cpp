#include "shell/views/document_editor.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "shell/ui/buttons.h"
#include "shell/ui/choices.h"
#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/ui/text_selection.h"
#include "shell/views/document_stale.h"
#include "shell/views/selected_text.h"
#include "shell/views/words.h"

namespace atrium::shell {
namespace {

constexpr float kToolsEnd = 12;

enum class Mode { Write, Read, Both };

constexpr const char* kTextKey = "document text";
constexpr const char* kIdKey = "document id";
constexpr const char* kModeKey = "document mode";
constexpr const char* kVersionsKey = "document versions";

Mode mode_of(View& view) {
    const std::string& mode = view.memory.edit_fields[kModeKey];
    if (view.arrangement == Arrangement::Phone) {
        return mode == "write" ? Mode::Write : Mode::Read;
    }
    return mode == "write" ? Mode::Write : mode == "read" ? Mode::Read : Mode::Both;
}

// The text under the person's hands; it follows the newest version until something is typed.
std::string& edited_text(View& view, const domain::Document& document) {
    std::string& id = view.memory.edit_fields[kIdKey];
    const std::string wanted =
        std::to_string(document.id.value) + "." + std::to_string(document.versions.size());
    std::string& text = view.memory.edit_fields[kTextKey];
    if (id != wanted) {
        id = wanted;
        text = document.latest().markdown;
    }
    return text;
}

std::string file_name(const domain::Document& document) {
    return (document.kind.empty() ? "document" : document.kind) + ".md";
}

void version_menu(View& view, Rect anchor, const domain::Document& document) {
    bool open = view.memory.edit_fields[kVersionsKey] == "open";
    std::vector<std::string> labels;
    for (std::size_t i = document.versions.size(); i-- > 0;) {
        labels.push_back("Version " + std::to_string(i + 1) + ", " +
                         version_author(view, document.versions[i]) + ", " +
                         local_time(view, document.versions[i].at));
    }
    std::vector<MenuItem> items;
    for (const std::string& words : labels) {
        items.push_back({.label = words, .checked = items.empty()});
    }
    const auto chosen = menu(view.ui, "versions", anchor, open, items);
    if (chosen && *chosen > 0) {
        const std::size_t index = document.versions.size() - 1 - static_cast<std::size_t>(*chosen);
        view.send(domain::SaveDocument{document.id,
                                       document.kind,
                                       document.title,
                                       document.task_id,
                                       document.versions[index].markdown});
    }
    view.memory.edit_fields[kVersionsKey] = open ? "open" : "";
}

void title_ui(View& view, Rect place, const domain::Document& document) {
    heading(view.ui, place, 2, TextStyle::Heading, tokens().text_1, document.title);
}

// On the phone the tools stand in a row of their own below the title.
float head_height(const View& view) {
    const bool two_rows = view.arrangement == Arrangement::Phone;
    return tokens().h_bar + (two_rows ? tokens().h_2 + kToolsEnd : 0);
}

void head_ui(View& view, Rect head, const domain::Document& document, const std::string& text) {
    const bool narrow = view.arrangement == Arrangement::Phone;
    horizontal_rule(view.ui, head.x, head.bottom() - 1, head.width);
    head = inset(head, narrow ? 16 : 24, 0);
    if (narrow) {
        Rect titled = cut_top(head, tokens().h_bar);
        if (icon_button(view.ui,
                        "back",
                        cut_left(titled, tokens().h_2, 8),
                        {.icon = kIconArrowLeft, .name = "Back to the documents"})) {
            view.memory.selected_document = 0;
        }
        title_ui(view, titled, document);
        head.height -= kToolsEnd;
    }
    const bool changed = text != document.latest().markdown;
    const ButtonSpec save{
        .label = "Save", .kind = ButtonKind::Primary, .disabled = !changed || !view.may_write};
    if (button(view.ui, "save", cut_right(head, button_width(save), 8), save)) {
        view.send(domain::SaveDocument{
            document.id, document.kind, document.title, document.task_id, text});
    }
    if (icon_button(view.ui,
                    "download",
                    cut_right(head, scaled(32), 4),
                    {.icon = kIconDownload, .name = "Download as Markdown"})) {
        view.ui.platform().save_file(file_name(document), "text/markdown", text);
    }
    if (icon_button(view.ui,
                    "copy",
                    cut_right(head, scaled(32), 4),
                    {.icon = kIconCopy, .name = "Copy the text"})) {
        view.ui.platform().copy_text(text);
    }
    const Rect versions = cut_right(head, scaled(32), 8);
    const bool open = view.memory.edit_fields[kVersionsKey] == "open";
    if (icon_button(view.ui,
                    "history",
                    versions,
                    {.icon = kIconHistory,
                     .name = "Versions",
                     .expanded = open ? Toggle::On : Toggle::Off,
                     .opens_menu = true})) {
        view.memory.edit_fields[kVersionsKey] = "open";
    }
    version_menu(view, versions, document);
    constexpr std::array<SegmentSpec, 3> kModes = {
        SegmentSpec{"Write"}, SegmentSpec{"Read"}, SegmentSpec{"Both"}};
    const std::span<const SegmentSpec> modes(kModes.data(), narrow ? 2 : 3);
    int selected = static_cast<int>(mode_of(view));
    const float modes_width = segments_width(modes);
    const Rect place = narrow ? cut_left(head, modes_width) : cut_right(head, modes_width, 12);
    if (segments(view.ui, "mode", place, "View", modes, selected)) {
        view.memory.edit_fields[kModeKey] = selected == 0   ? "write"
                                            : selected == 1 ? "read"
                                                            : "both";
    }
    if (!narrow) {
        title_ui(view, head, document);
    }
}

void preview_ui(View& view, Rect rect, const domain::Document& document, const std::string& text) {
    Markdown& markdown = view.memory.document_preview;
    markdown.set_text(text);
    const std::string key = "preview " + std::to_string(document.id.value);
    TextSelection& selection = view.memory.document_selection;
    if (selection.first().item != document.id.value) {
        selection.clear();
    }
    SelectionArea reading(view.ui, "reading", rect, selection, view.memory.scrolls[key]);
    {
        const NodeId id = view.ui.id("preview-text");
        const auto article = view.ui.open({.id = id,
                                           .role = Role::Article,
                                           .name = "Preview",
                                           .rect = rect,
                                           .focus = Focus::TabStop});
        ScrollArea area(view.ui, "preview", rect, view.memory.scrolls[key]);
        const Rect content = area.content();
        const float width = std::min(tokens().w_read, content.width - 48);
        const float left = content.x + (content.width - width) / 2;
        const auto item = reading.item(document.id.value, markdown.flat_length(), id);
        markdown.draw(view.ui, "text", left, content.y + 24, width);
        area.end(markdown.height(width) + 64);
        if (view.ui.semantics().focused() == id && view.ui.semantics().focus_by_keyboard()) {
            focus_ring(view.ui, inset(rect, 4), tokens().r_2);
        }
    }
    if (reading.end()) {
        view.ui.platform().copy_text(selected_text(view.memory, view.project));
    }
}

}  // namespace

std::string version_author(const View& view, const domain::DocumentVersion& version) {
    if (version.author == "creator") {
        return "you";
    }
    return version.author == "guide" ? "built-in guide"
                                     : model_name(version.author, view.connection);
}

void forget_document_text(View& view) {
    view.memory.edit_fields.erase(kIdKey);
}

void document_editor_ui(View& view, Rect rect, const domain::Document& document) {
    auto scope = view.ui.push(document.id.value);
    auto region = view.ui.group("document", Role::Region, document.title, rect);
    std::string& text = edited_text(view, document);
    head_ui(view, cut_top(rect, head_height(view)), document, text);
    stale_banner(view, rect, document);
    const Mode mode = mode_of(view);
    if (mode != Mode::Read) {
        Rect editor = mode == Mode::Both ? cut_left(rect, rect.width / 2) : rect;
        editor = inset(editor, view.arrangement == Arrangement::Phone ? 16 : 24, 16);
        field(view.ui,
              "markdown",
              editor,
              text,
              {.label = "Markdown",
               .kind = FieldKind::Multiline,
               .disabled = !view.may_write,
               .label_hidden = true,
               .area_height = editor.height});
    }
    if (mode != Mode::Write) {
        preview_ui(view, rect, document, text);
    } else {
        view.memory.document_selection.clear();
    }
}

}  // namespace atrium::shell
