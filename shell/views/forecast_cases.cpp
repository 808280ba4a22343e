// The three cases beside those of the creator's own: figures saved under a name, shown with what they
// lead to, put back on the sliders, renamed, removed.
#include <cmath>
#include <string>

#include "core/domain/number_text.h"
#include "core/domain/saved_cases.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "shell/ui/table.h"
#include "shell/views/forecast_basis.h"
#include "shell/views/forecast_parts.h"

namespace atrium::shell {

namespace {

using domain::Forecast;
using domain::ForecastYear;

constexpr float kHead = 40;
constexpr float kDialog = 440;

struct CaseRow {
    std::string name;
    const ForecastYear* year = nullptr;        // null: it cannot be reckoned any more
    const domain::SavedCase* saved = nullptr;  // null: one of the three
};

std::vector<CaseRow> rows_of(const View& view, const Forecast& year) {
    std::vector<CaseRow> rows = {
        {"Low", &year.low()}, {"Base", &year.base()}, {"High", &year.high()}};
    const auto& years = view.memory.forecast.saved_years;
    const auto& saved = view.project->saved_cases;
    for (std::size_t i = 0; i < saved.size() && i < years.size(); ++i) {
        rows.push_back({saved[i].name, years[i] ? &*years[i] : nullptr, &saved[i]});
    }
    return rows;
}

// Back on the sliders: what differs from the launch's own figures is tried out.
void apply_case(View& view, const domain::SavedCase& saved) {
    auto& tried = view.memory.forecast.tried;
    tried.clear();
    const auto own = domain::assumptions_of(view.workspace, *view.project, view.context);
    if (!own) {
        return;
    }
    for (const domain::CaseFigure& figure : saved.figures) {
        for (const domain::Assumption& assumption : own.value().list) {
            const double value = assumption.named.figure.value;
            if (assumption.named.id == figure.key && std::abs(value - figure.value) > 1e-9) {
                tried[figure.key] = figure.value;
            }
        }
    }
}

void open_rename(View& view, const domain::SavedCase& saved) {
    ForecastMemory& memory = view.memory.forecast;
    memory.naming = true;
    memory.case_renamed = saved.name;
    memory.case_name = saved.name;
    memory.case_wrong.clear();
}

bool small_button(
    View& view, Rect& row, const char* key, const char* glyph, const std::string& name) {
    return icon_button(
        view.ui,
        key,
        cut_left(row, tokens().h_1, 4),
        {.icon = glyph, .name = name, .size = ButtonSize::Small, .disabled = !view.may_write});
}

void actions_ui(View& view, const domain::SavedCase& saved, Rect cell) {
    const auto node = view.ui.group("actions", Role::Cell, "", cell);
    const std::string apply_name = "Try " + saved.name;
    const ButtonSpec apply{
        .label = "Try it", .kind = ButtonKind::Line, .size = ButtonSize::Small, .name = apply_name};
    if (button(view.ui, "apply", cut_left(cell, button_width(apply), 8), apply)) {
        apply_case(view, saved);
    }
    if (small_button(view, cell, "rename", kIconPencil, "Rename " + saved.name)) {
        open_rename(view, saved);
    }
    if (small_button(view, cell, "remove", kIconTrash2, "Remove " + saved.name)) {
        view.send(domain::RemoveCase{saved.name});
    }
}

void row_ui(View& view, Table& table, const Forecast& year, const CaseRow& row, bool with_sum) {
    const domain::Formats& formats = view.formats;
    const std::string& currency = year.basis.currency;
    const auto money = [&](double amount) {
        return domain::round_money_text(amount, currency, formats);
    };
    table.cell(row.name, 0, TextStyle::DenseMedium);
    if (row.year == nullptr) {
        table.cell("unknown", tokens().text_3);
        table.cell("");
    } else {
        const domain::ForecastMonth& last = row.year->months.back();
        table.cell(domain::number_text(last.members, formats));
        table.cell(money(last.keep));
    }
    if (with_sum) {
        table.cell(row.year == nullptr ? "" : money(row.year->keep));
    }
    if (row.saved != nullptr) {
        actions_ui(view, *row.saved, table.cell_rect());
    } else {
        table.cell("");
    }
}

void open_dialog(View& view) {
    ForecastMemory& memory = view.memory.forecast;
    memory.naming = true;
    memory.case_renamed.clear();
    memory.case_name = view.project->saved_cases.empty() ? "My case" : "";
    memory.case_wrong.clear();
}

// Sends the sliders' position under the typed name, or says what is wrong with it.
void save_case(View& view, const Forecast& year) {
    ForecastMemory& memory = view.memory.forecast;
    const domain::SavedCase saved{memory.case_name, slider_position(year)};
    if (const auto problem = domain::case_problem(*view.project, saved)) {
        memory.case_wrong = problem->message;
        return;
    }
    view.send(domain::SaveCase{saved.name, saved.figures});
    memory.naming = false;
}

void rename_case(View& view) {
    ForecastMemory& memory = view.memory.forecast;
    if (const auto problem =
            domain::rename_problem(*view.project, memory.case_renamed, memory.case_name)) {
        memory.case_wrong = problem->message;
        return;
    }
    view.send(domain::RenameCase{memory.case_renamed, memory.case_name});
    memory.naming = false;
}

}  // namespace

float forecast_cases_height(const View& view) {
    return 2 * 16 + scaled(kHead) +
           Table::height(3 + view.project->saved_cases.size(), {.dense = true, .inset = false});
}

void forecast_cases_ui(View& view, const Forecast& year, Rect place) {
    const auto scope = view.ui.push("cases");
    Rect inside = card(view.ui, place);
    const Rect head{inside.x, inside.y, inside.width, scaled(24)};
    card_head(view.ui, inside, "Cases");
    const ButtonSpec save{.label = "Save as case",
                          .kind = ButtonKind::Quiet,
                          .size = ButtonSize::Small,
                          .icon = kIconPlus,
                          .disabled = !view.may_write,
                          .tooltip = "Saves the sliders' position under a name"};
    const float width = button_width(save);
    if (button(view.ui, "save", {head.right() - width + 8, head.y, width, scaled(24)}, save)) {
        open_dialog(view);
    }
    const bool with_sum = inside.width >= scaled(520);
    std::vector<TableColumn> columns = {
        {"Case"},
        {"Members", scaled(64), Align::Right},
        {with_sum ? "Keep in month 12" : "You keep", scaled(with_sum ? 128 : 72), Align::Right}};
    if (with_sum) {
        columns.push_back({"Keep in the year", scaled(128), Align::Right});
    }
    const bool has_actions = !view.project->saved_cases.empty();
    columns.push_back({"", has_actions ? 136.0f : 8.0f});
    Table table(view.ui,
                "table",
                inside,
                "Cases after twelve months",
                columns,
                {.dense = true, .inset = false});
    const std::vector<CaseRow> rows = rows_of(view, year);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = table.row(i);
        row_ui(view, table, year, rows[i], with_sum);
    }
}

void forecast_case_dialog_ui(View& view, const Forecast& year) {
    ForecastMemory& memory = view.memory.forecast;
    if (!memory.naming) {
        return;
    }
    const bool renames = !memory.case_renamed.empty();
    const FieldSpec spec{.label = "Name of the case",
                         .why = renames ? "Its figures stay as they are."
                                        : "Saves the sliders as they are now. A name that already "
                                          "exists gets the new figures.",
                         .error = memory.case_wrong,
                         .max_length = 40};
    const float width = std::min(scaled(kDialog), view.ui.screen().width - 32) - 2 * 24;
    Dialog dialog(view.ui,
                  "case",
                  {.title = renames ? "Rename this case" : "Save as case",
                   .body_height = field_height(view.ui, spec, width)});
    field(view.ui, "name", dialog.body(), memory.case_name, spec);
    Rect row = dialog.buttons();
    const ButtonSpec save{.label = renames ? "Rename" : "Save",
                          .kind = ButtonKind::Primary,
                          .size = ButtonSize::Large};
    const bool saves =
        button(view.ui, "save", cut_right(row, button_width(save), 8), save) || dialog.entered();
    const bool cancels = cancel_button(view.ui, row);
    if (saves && renames) {
        rename_case(view);
    } else if (saves) {
        save_case(view, year);
    } else if (cancels || dialog.dismissed()) {
        memory.naming = false;
    }
}

}  // namespace atrium::shell
