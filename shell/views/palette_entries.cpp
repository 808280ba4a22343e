#include <algorithm>
#include <array>

#include "core/domain/guide/draft.h"
#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"
#include "shell/theme/icons.h"
#include "shell/views/conversation_composer.h"
#include "shell/views/conversation_find.h"
#include "shell/views/navigation.h"
#include "shell/views/palette.h"
#include "shell/views/pinned_messages.h"
#include "shell/views/tour.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

constexpr std::array kScreens = {Screen::Session,
                                 Screen::Plan,
                                 Screen::Decisions,
                                 Screen::Documents,
                                 Screen::Forecast,
                                 Screen::Kit,
                                 Screen::Usage,
                                 Screen::Activity,
                                 Screen::Settings,
                                 Screen::Help,
                                 Screen::Gallery};

void add_screens(const View& view, std::vector<PaletteEntry>& entries) {
    for (const Screen screen : kScreens) {
        if (is_open(view, screen)) {
            entries.push_back({std::string(screen_name(screen)),
                               "Go to",
                               screen_icon(screen),
                               [screen](View& here) {
                                   go_to(here, screen);
                               }});
        }
    }
    entries.push_back({"Find in the conversation", "Go to", kIconSearch, [](View& here) {
                           go_to(here, Screen::Session);
                           open_find(here);
                       }});
    if (!view.project->pinned.empty()) {
        entries.push_back({"Pinned messages", "Go to", kIconPin, [](View& here) {
                               go_to(here, Screen::Session);
                               open_pinned(here);
                           }});
    }
    entries.push_back({"Tour of the workspace", "Go to", kIconSignpost, [](View& here) {
                           start_tour(here);
                       }});
}

void add_actions(const View& view, std::vector<PaletteEntry>& entries) {
    if (view.memory.session.history.can_undo()) {
        entries.push_back({"Undo", "Do", kIconUndo2, [](View& here) {
                               here.send(domain::Undo{});
                           }});
    }
    if (view.engine.store().last_redoable()) {
        entries.push_back({"Redo", "Do", kIconRedo2, [](View& here) {
                               here.send(domain::Redo{});
                           }});
    }
    if (view.project->clock.running) {
        entries.push_back({"Pause the session", "Do", kIconPause, [](View& here) {
                               here.send(domain::PauseSession{});
                           }});
    } else {
        entries.push_back({"Go on with the session", "Do", kIconPlay, [](View& here) {
                               here.send(domain::ResumeSession{});
                           }});
    }
}

void add_decisions(std::vector<PaletteEntry>& entries) {
    for (const domain::DecisionCategory category : domain::kDecisionCategories) {
        entries.push_back({"Decide " + decision_name(category),
                           "Decision",
                           decision_icon(category),
                           [category](View& here) {
                               go_to(here, Screen::Decisions);
                               here.memory.shown_decision = category;
                               here.memory.decision_chosen = true;
                           }});
    }
}

void add_tasks(const View& view, std::vector<PaletteEntry>& entries) {
    for (const domain::CreatorTask& own : view.derived.creator_tasks) {
        const domain::TaskSpec& task = own.spec;
        if (view.may_write && can_draft(view, task.id) && view.engine.turn() == nullptr) {
            entries.push_back({"Draft " + domain::draft_title(*view.project, task.document_kind),
                               "Draft",
                               kIconPenLine,
                               [id = task.id](View& here) {
                                   draft_with_me(here, id);
                                   go_to(here, Screen::Session);
                               }});
        }
        entries.push_back({task.title, "Task", kIconListChecks, [id = task.id](View& here) {
                               go_to(here, Screen::Plan);
                               here.memory.selected_task = id;
                           }});
    }
}

void add_theme(const View& view, std::vector<PaletteEntry>& entries) {
    using domain::ThemeChoice;

    const struct {
        const char* label;
        const char* icon;
        ThemeChoice theme;
    } themes[] = {{"Dark theme", kIconMoon, ThemeChoice::Dark},
                  {"Light theme", kIconSun, ThemeChoice::Light},
                  {"High contrast theme", kIconContrast, ThemeChoice::Contrast},
                  {"The system's theme", kIconMonitor, ThemeChoice::System}};

    for (const auto& entry : themes) {
        if (view.workspace.settings.theme != entry.theme) {
            entries.push_back(
                {entry.label, "Settings", entry.icon, [theme = entry.theme](View& here) {
                     domain::Settings settings = here.workspace.settings;
                     settings.theme = theme;
                     here.send(domain::ChangeSettings{settings});
                 }});
        }
    }
}

void add_data(std::vector<PaletteEntry>& entries) {
    entries.push_back({"Download a backup", "Data", kIconDownload, [](View& here) {
                           here.wish(HostWish::Kind::DownloadBackup);
                       }});
    entries.push_back({"Restore a backup", "Data", kIconArchiveRestore, [](View& here) {
                           here.wish(HostWish::Kind::ChooseBackup);
                       }});
}

template <typename Test>
bool all_words(std::string_view words, const Test& test) {
    while (!words.empty()) {
        const std::size_t space = std::min(words.find(' '), words.size());
        if (!test(words.substr(0, space))) {
            return false;
        }
        words.remove_prefix(std::min(space + 1, words.size()));
    }
    return true;
}

bool contains_words(std::string_view text, std::string_view words) {
    return all_words(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

// One letter is missing, too many or another one, or two have changed places.
bool is_one_slip(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    return (a.size() <= 1 && b.size() <= 1) ||
           (a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0]);
}

// Some word of the text begins like this one, but for one slip.
bool begins_nearly(std::string_view text, std::string_view typed) {
    constexpr std::size_t kLeast = 4;  // shorter words are like too many others
    if (typed.size() < kLeast) {
        return text.find(typed) != text.npos;
    }
    return !all_words(text, [&](std::string_view word) {
        for (std::size_t size = typed.size() - 1; size <= typed.size() + 1; ++size) {
            if (size <= word.size() && is_one_slip(typed, word.substr(0, size))) {
                return false;
            }
        }
        return true;
    });
}

bool nearly_contains_words(std::string_view text, std::string_view words) {
    return all_words(words, [&](std::string_view word) { return begins_nearly(text, word); });
}

}  // namespace

std::vector<PaletteEntry> palette_entries(const View& view) {
    std::vector<PaletteEntry> entries;
    add_screens(view, entries);
    if (view.may_write) {
        add_actions(view, entries);
    }
    add_decisions(entries);
    add_tasks(view, entries);
    add_theme(view, entries);
    add_data(entries);
    return entries;
}

std::vector<std::size_t> matching_entries(const std::vector<PaletteEntry>& entries,
                                          std::string_view text) {
    const std::string wanted = ascii::lowered(text);
    std::vector<std::size_t> found;
    const auto take = [&](bool (*matches)(std::string_view, std::string_view)) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (matches(ascii::lowered(entries[i].label + " " + std::string(entries[i].group)),
                        wanted)) {
                found.push_back(i);
            }
        }
    };
    take(contains_words);
    if (found.empty()) {
        take(nearly_contains_words);
    }
    std::stable_partition(found.begin(), found.end(), [&](std::size_t i) {
        return ascii::lowered(entries[i].label).starts_with(wanted);
    });
    return found;
}

}  // namespace atrium::shell
