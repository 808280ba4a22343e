#include "shell/ui/table.h"

#include <algorithm>

#include "shell/ui/paint.h"

namespace atrium::shell {

namespace {

constexpr float kGap = 12;

float row_height(const TableSpec& spec) {
    return scaled(spec.dense ? 32.0f : 40.0f);
}

}  // namespace

float Table::head_height() {
    return scaled(32);
}

float Table::height(std::size_t rows, TableSpec spec) {
    return head_height() + static_cast<float>(rows) * row_height(spec);
}

Table::Table(Ui& ui,
             std::string_view key,
             Rect rect,
             std::string_view name,
             std::span<const TableColumn> columns,
             TableSpec spec)
    : ui_(ui),
      rect_(rect),
      spec_(spec),
      columns_(columns.begin(), columns.end()),
      y_(rect.y),
      row_height_(row_height(spec)),
      scope_(ui.push(key)) {
    lay_out_columns();
    ui_.semantics().open({.id = ui.id("table"),
                          .role = Role::Table,
                          .name = std::string(name),
                          .rect = intersection(rect, ui.clip())});
    draw_head();
}

Table::~Table() {
    ui_.semantics().close();
}

void Table::lay_out_columns() {
    const float edge = spec_.inset ? kGap : 0;
    float fixed = 2 * edge + kGap * static_cast<float>(columns_.size() - 1);
    std::size_t sharing = 0;
    for (const TableColumn& column : columns_) {
        fixed += column.width;
        sharing += column.width == 0 ? 1 : 0;
    }
    const float share =
        sharing == 0 ? 0 : std::max(24.0f, (rect_.width - fixed) / static_cast<float>(sharing));
    float left = rect_.x + edge;
    for (TableColumn& column : columns_) {
        column.width = column.width == 0 ? share : column.width;
        left_.push_back(left);
        left += column.width + kGap;
    }
}

void Table::draw_head() {
    const Rect head{rect_.x, y_, rect_.width, head_height()};
    const auto row_node = ui_.group("head", Role::Row, "", head);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const TableColumn& column = columns_[i];
        const Rect place{left_[i], y_, column.width, head.height - 1};
        const auto scope = ui_.push(static_cast<std::uint64_t>(i));
        ui_.add({.id = ui_.id("title"),
                 // A column of buttons has no title, and an empty header names nothing.
                 .role = column.title.empty() ? Role::Cell : Role::ColumnHeader,
                 .name = std::string(column.title),
                 .rect = place});
        draw_text(ui_, place, TextStyle::MetaMedium, tokens().text_3, column.title, column.align);
    }
    y_ += head.height;
    horizontal_rule(ui_, rect_.x, y_ - 1, rect_.width);
}

Table::Row::Row(Table& table, std::uint64_t key, std::string_view name, bool selected)
    : table_(table), scope_(table.ui_.push(key)) {
    const Tokens& t = tokens();
    Ui& ui = table.ui_;
    const Rect whole = table.rect_;
    if (table.rows_++ > 0) {
        horizontal_rule(ui, whole.x, table.y_ - 1, whole.width);
    }
    table.column_ = 0;
    const Rect place{whole.x, table.y_, whole.width, table.row_height_};
    ui.semantics().open(
        {.id = ui.id("row"), .role = Role::Row, .rect = intersection(place, ui.clip())});
    const Rect ground = inset(place, 0, 0, 0, 1);
    if (selected) {
        fill(ui, ground, t.accent_soft);
    }
    if (table.spec_.selectable) {
        // A button in a cell of its own stands for the row: a row may only contain cells.
        const auto cell = ui.group("opener", Role::Cell, "", place);
        const Press press =
            ui.press("open", place, {.role = Role::Button, .name = std::string(name)});
        pressed_ = press.activated;
        if (!selected && press.hover > 0) {
            fill(ui, ground, faded(t.surface_3, press.hover));
        }
        if (press.ring) {
            focus_ring(ui, inset(place, 4), t.r_1);
        }
    }
}

Table::Row::~Row() {
    table_.ui_.semantics().close();
    table_.y_ += table_.row_height_;
}

Rect Table::cell_rect(std::string_view name) {
    const std::size_t i = std::min(column_, columns_.size() - 1);
    const Rect place{left_[i], y_, columns_[i].width, row_height_ - 1};
    if (!name.empty()) {
        const auto scope = ui_.push(static_cast<std::uint64_t>(column_));
        ui_.add(
            {.id = ui_.id("cell"), .role = Role::Cell, .name = std::string(name), .rect = place});
    }
    ++column_;
    return place;
}

void Table::cell(std::string_view text, Color color, TextStyle style) {
    const Align align = columns_[std::min(column_, columns_.size() - 1)].align;
    const Rect place = cell_rect(text);
    draw_text(ui_, place, style, color == 0 ? tokens().text_1 : color, text, align);
}

}  // namespace atrium::shell
