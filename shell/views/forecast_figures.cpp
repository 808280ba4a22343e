// Where the figures come from: each with its source and date, and a dialog in which the creator puts
// an own one in its place.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/date.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/fields.h"
#include "shell/ui/marks.h"
#include "shell/ui/overlays.h"
#include "shell/ui/table.h"
#include "shell/ui/text.h"
#include "shell/views/forecast_basis.h"
#include "shell/views/forecast_parts.h"
#include "shell/views/typed_number.h"

namespace atrium::shell {

namespace {

using domain::Assumption;
using domain::Forecast;

constexpr std::size_t kFewFigures = 14;
constexpr float kHead = 40;
constexpr float kValueWidth = 60;
constexpr float kDateWidth = 100;
constexpr float kBesideWidth = 640;  // narrower, a row has several lines
constexpr float kRowEdges = 16;
constexpr float kBeside = 12;

std::size_t shown_count(const View& view, const Forecast& year) {
    const std::size_t all = year.basis.list.size();
    return view.memory.forecast.all_figures ? all : std::min(all, kFewFigures);
}

// "5 Jul 2026"; what is no full date is left as it is.
std::string date_words(const std::string& iso, const domain::Formats& formats) {
    const auto date = domain::date_from_iso(iso);
    return date ? domain::plain_date(*date, formats) : iso;
}

// 0 people who can be asked is no figure, it is not given.
bool is_missing(const Assumption& assumption) {
    return assumption.named.id == "audience" && assumption.named.figure.value <= 0;
}

std::string value_text(const View& view, const Assumption& assumption) {
    return is_missing(assumption)
               ? "missing"
               : figure_text(assumption.named, assumption.named.figure.value, view.formats);
}

void open_editor(View& view, const Assumption& assumption) {
    ForecastMemory& memory = view.memory.forecast;
    memory.editing = assumption.named.id;
    memory.typed = is_missing(assumption)
                       ? std::string()
                       : number_to_type(assumption.named.figure.value, view.formats);
    memory.wrong.clear();
}

// The inside of the card.
bool has_lines(float width) {
    return width < scaled(kBesideWidth);
}

constexpr TableSpec kTable{.dense = true, .inset = false, .selectable = true};

// What stands in a row of several lines: what it is beside how much, over where it comes from beside
// since when.
struct FigureLines {
    std::string value, source, date;
    float label_width = 0, label_height = 0;
    float source_width = 0, source_height = 0;

    float height() const { return kRowEdges + label_height + source_height; }
};

FigureLines figure_lines(View& view, const Assumption& assumption, float width) {
    const domain::NamedFigure& named = assumption.named;
    FigureLines lines;
    lines.value = value_text(view, assumption);
    lines.source = assumption.own ? "Yours" : figure_source(named, view.formats);
    lines.date = date_words(named.figure.date, view.formats);
    const auto beside = [&](TextStyle style, const std::string& words) {
        return width - std::ceil(text_width(style, words)) - kBeside;
    };
    lines.label_width = beside(TextStyle::Dense, lines.value);
    lines.label_height =
        paragraph_height(view.ui, TextStyle::DenseMedium, named.label, lines.label_width);
    lines.source_width = beside(TextStyle::Meta, lines.date);
    lines.source_height =
        paragraph_height(view.ui, TextStyle::Meta, lines.source, lines.source_width);
    return lines;
}

void lines_row(
    View& view, Table& table, const Assumption& assumption, float width, std::size_t index) {
    const Tokens& t = tokens();
    const domain::NamedFigure& named = assumption.named;
    const FigureLines lines = figure_lines(view, assumption, width);
    table.set_row_height(lines.height());
    const auto row = table.row(index, "Edit " + named.label);
    Rect cell = inset(table.cell_rect(named.label), 0, kRowEdges / 2, 0, 0);
    for (const std::string* words : {&lines.value, &lines.source, &lines.date}) {
        table.cell_rect(*words);
    }
    Rect line = cut_top(cell, lines.label_height);
    draw_paragraph(
        view.ui, line.x, line.y, lines.label_width, TextStyle::DenseMedium, t.text_1, named.label);
    line.height = line_height(TextStyle::DenseMedium);
    draw_text(view.ui, line, TextStyle::Dense, t.text_1, lines.value, Align::Right);
    const Color color = assumption.own              ? t.accent
                        : named.figure.our_estimate ? t.sun_text
                                                    : t.text_2;
    draw_paragraph(
        view.ui, cell.x, cell.y, lines.source_width, TextStyle::Meta, color, lines.source);
    line = {cell.x, cell.y, cell.width, line_height(TextStyle::Meta)};
    draw_text(view.ui, line, TextStyle::Meta, t.text_3, lines.date, Align::Right);
    if (row.pressed() && view.may_write) {
        open_editor(view, assumption);
    }
}

void figure_row(View& view, Table& table, const Assumption& assumption, std::size_t index) {
    const Tokens& t = tokens();
    const domain::NamedFigure& named = assumption.named;
    const auto row = table.row(index, "Edit " + named.label);
    table.cell(named.label, 0, TextStyle::DenseMedium);
    table.cell(value_text(view, assumption));
    if (assumption.own) {
        badge(view.ui, table.cell_rect(), "Yours", Tone::Accent);
    } else if (named.figure.our_estimate) {
        badge(view.ui, table.cell_rect(), "Our estimate", Tone::Sun);
    } else {
        table.cell(named.figure.source, t.text_2);
    }
    table.cell(date_words(named.figure.date, view.formats), t.text_3);
    if (row.pressed() && view.may_write) {
        open_editor(view, assumption);
    }
}

// Sends the typed value, or says what is wrong with it.
void take_typed(View& view, const Forecast& year, const Assumption& assumption) {
    ForecastMemory& memory = view.memory.forecast;
    const std::optional<double> value = typed_number(memory.typed, view.formats);
    if (!value) {
        memory.wrong = "Please give a number, such as 3.5.";
        return;
    }
    if (const auto problem = domain::assumption_problem(assumption.named.id, *value)) {
        memory.wrong = problem->message;
        return;
    }
    for (const domain::CaseFigure& figure : entered_figures(year, assumption.named.id, *value)) {
        memory.tried.erase(figure.key);
        view.send(domain::ChangeAssumption{figure.key, figure.value});
    }
    memory.editing.clear();
}

// Gives up the creator's own figure; the tiers' shares make one whole and go together.
void take_ours(View& view, const Forecast& year, const std::string& key) {
    for (const domain::CaseFigure& figure : entered_figures(year, key, 0)) {
        view.send(domain::ChangeAssumption{figure.key, std::nullopt});
    }
    view.memory.forecast.editing.clear();
}

std::string_view prefix_words(const domain::NamedFigure& named) {
    return named.unit == "usd" || named.unit == "USD"         ? "$"
           : named.unit == "percent" || named.unit == "count" ? std::string_view()
                                                              : std::string_view(named.unit);
}

}  // namespace

float forecast_figures_height(View& view, const Forecast& year, float width) {
    const float inside = width - 2 * 16;
    float height = 2 * 16 + scaled(kHead);
    if (!has_lines(inside)) {
        return height + Table::height(shown_count(view, year), kTable);
    }
    height += Table::head_height();
    for (std::size_t i = 0; i < shown_count(view, year); ++i) {
        height += figure_lines(view, year.basis.list[i], inside).height();
    }
    return height;
}

void forecast_figures_ui(View& view, const Forecast& year, Rect place) {
    const auto scope = view.ui.push("figures");
    ForecastMemory& memory = view.memory.forecast;
    Rect inside = card(view.ui, place);
    const Rect head{inside.x, inside.y, inside.width, scaled(24)};
    card_head(view.ui, inside, "Where the figures come from");
    const std::string label =
        memory.all_figures ? std::string("Fewer") : "All " + std::to_string(year.basis.list.size());
    const ButtonSpec all{.label = label,
                         .kind = ButtonKind::Quiet,
                         .size = ButtonSize::Small,
                         .name = memory.all_figures ? "Show fewer figures" : "Show all figures"};
    const float width = button_width(all);
    if (button(view.ui, "all", {head.right() - width + 8, head.y, width, scaled(24)}, all)) {
        memory.all_figures = !memory.all_figures;
    }
    const float source =
        std::max(96.0f, (inside.width - scaled(kValueWidth) - scaled(kDateWidth) - 48) * 0.38f);
    std::vector<TableColumn> columns = {{"Figure"},
                                        {"Value", scaled(kValueWidth)},
                                        {"Source", source},
                                        {"Date", scaled(kDateWidth), Align::Right}};
    const bool lines = has_lines(inside.width);
    if (lines) {
        columns = {{"Figure and source"}};
    }
    Table table(view.ui, "table", inside, "Figures and their sources", columns, kTable);
    for (std::size_t i = 0; i < shown_count(view, year); ++i) {
        if (lines) {
            lines_row(view, table, year.basis.list[i], inside.width, i);
        } else {
            figure_row(view, table, year.basis.list[i], i);
        }
    }
}

void forecast_editor_ui(View& view, const Forecast& year) {
    ForecastMemory& memory = view.memory.forecast;
    const auto& list = year.basis.list;
    const auto found = std::find_if(list.begin(), list.end(), [&](const Assumption& assumption) {
        return assumption.named.id == memory.editing;
    });
    if (memory.editing.empty() || found == list.end()) {
        return;
    }
    const domain::NamedFigure& named = found->named;
    const std::string source =
        found->own ? "Yours, since " + date_words(named.figure.date, view.formats)
                   : named.figure.source + ", " + date_words(named.figure.date, view.formats);
    const float width = std::min(scaled(440), view.ui.screen().width - 32) - 2 * 24;
    const FieldSpec spec{.label = named.label,
                         .why = source,
                         .error = memory.wrong,
                         .prefix = prefix_words(named),
                         .unit = named.unit == "percent" ? "%" : "",
                         .kind = FieldKind::Decimal,
                         .max_length = 12};
    Dialog dialog(view.ui,
                  "figure",
                  {.title = "Your own figure", .body_height = field_height(view.ui, spec, width)});
    field(view.ui, "value", dialog.body(), memory.typed, spec);
    Rect row = dialog.buttons();
    const ButtonSpec save{
        .label = "Use it", .kind = ButtonKind::Primary, .size = ButtonSize::Large};
    if (button(view.ui, "save", cut_right(row, button_width(save), 8), save) || dialog.entered()) {
        take_typed(view, year, *found);
    }
    if (cancel_button(view.ui, row) || dialog.dismissed()) {
        memory.editing.clear();
    }
    const ButtonSpec reset{
        .label = "Use ours again", .kind = ButtonKind::Quiet, .size = ButtonSize::Large};
    if (found->own && button(view.ui, "reset", cut_left(row, button_width(reset)), reset)) {
        take_ours(view, year, named.id);
    }
}

}  // namespace atrium::shell
