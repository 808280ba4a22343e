#include <vector>

#include "core/protocol/ascii.h"
#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_header.h"
#include "shell/views/pinned_messages.h"

namespace atrium::shell {

namespace {

enum class Choice { Undo, Redo, Pinned, Rename, Backup, Archive };

struct Entry {
    Choice choice;
    MenuItem item;
};

std::vector<Entry> entries(const View& view) {
    std::vector<Entry> list;
    if (view.arrangement == Arrangement::Phone) {
        const bool can_redo = static_cast<bool>(view.engine.store().last_redoable());
        const bool can_undo = view.memory.session.history.can_undo();
        list.push_back(
            {Choice::Undo,
             {.label = "Undo", .icon = kIconUndo2, .disabled = !view.may_write || !can_undo}});
        list.push_back(
            {Choice::Redo,
             {.label = "Redo", .icon = kIconRedo2, .disabled = !view.may_write || !can_redo}});
        list.push_back({Choice::Pinned,
                        {.label = "Pinned messages",
                         .icon = kIconPin,
                         .disabled = view.project->pinned.empty()}});
    }
    list.push_back({Choice::Rename,
                    {.label = "Rename…",
                     .icon = kIconPencil,
                     .disabled = !view.may_write,
                     .rule_before = !list.empty()}});
    list.push_back({Choice::Backup, {.label = "Download a backup", .icon = kIconDownload}});
    list.push_back({Choice::Archive,
                    {.label = "Archive this launch…",
                     .icon = kIconArchiveRestore,
                     .disabled = !view.may_write,
                     .rule_before = true}});
    return list;
}

void choose(View& view, Choice choice) {
    switch (choice) {
        case Choice::Undo:
            view.send(domain::Undo{});
            break;
        case Choice::Redo:
            view.send(domain::Redo{});
            break;
        case Choice::Pinned:
            open_pinned(view);
            break;
        case Choice::Rename:
            view.memory.session.renaming = true;
            view.memory.edit_fields["project_name"] = view.project->name;
            break;
        case Choice::Backup:
            view.wish(HostWish::Kind::DownloadBackup);
            break;
        case Choice::Archive:
            view.memory.confirm_archive = true;
            break;
    }
}

}  // namespace

void project_menu_ui(View& view, Rect anchor) {
    const std::vector<Entry> list = entries(view);
    std::vector<MenuItem> items;
    for (const Entry& entry : list) {
        items.push_back(entry.item);
    }
    if (const auto chosen =
            menu(view.ui, "project-menu", anchor, view.memory.session.menu_open, items)) {
        choose(view, list[*chosen].choice);
    }
}

void rename_dialog_ui(View& view) {
    SessionMemory& session = view.memory.session;
    if (!session.renaming) {
        return;
    }
    std::string& name = view.memory.edit_fields["project_name"];
    constexpr int kMostCharacters = 200;
    const FieldSpec spec{.label = "Name",
                         .why = "Shown here and on everything the plan exports.",
                         .max_length = kMostCharacters};
    constexpr float kBodyWidth = 392;
    Dialog dialog(view.ui,
                  "rename",
                  {.title = "Rename this launch",
                   .body_height = field_height(view.ui, spec, scaled(kBodyWidth))});
    field(view.ui, "name", dialog.body(), name, spec);
    Rect row = dialog.buttons();
    const ButtonSpec save{.label = "Rename",
                          .kind = ButtonKind::Primary,
                          .size = ButtonSize::Large,
                          .disabled = ascii::is_blank(name)};
    const bool saved = button(view.ui, "save", cut_right(row, button_width(save), 8), save) ||
                       (dialog.entered() && !ascii::is_blank(name));
    if (saved) {
        view.send(domain::RenameProject{name});
    }
    const bool cancelled = cancel_button(view.ui, row);
    session.renaming = !saved && !cancelled && !dialog.dismissed();
}

}  // namespace atrium::shell
