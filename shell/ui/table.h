// A table with a head of 32 and rows of 40 (dense 32), hairlines between them.
//
//     Table table(ui, "people", rect, "People today", columns);
//     for (auto& person : people) {
//         auto row = table.row(person.id);
//         table.cell(person.name);
//         table.cell(cost);
//         badge(ui, table.cell_rect(), "Active", Tone::Success);
//         if (row.pressed()) ...
//     }
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "shell/ui/text.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct TableColumn {
    std::string_view title;
    float width = 0;  // 0: shares what is left
    Align align = Align::Left;
};

struct TableSpec {
    bool dense = false;
    bool inset = true;        // 12 px at both ends
    bool selectable = false;  // rows can be pressed
};

class Table {
 public:
    Table(Ui& ui,
          std::string_view key,
          Rect rect,
          std::string_view name,
          std::span<const TableColumn> columns,
          TableSpec spec = {});
    ~Table();
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    class Row {
     public:
        Row(Table& table, std::uint64_t key, std::string_view name, bool selected);
        ~Row();
        Row(const Row&) = delete;
        Row& operator=(const Row&) = delete;

        bool pressed() const { return pressed_; }

     private:
        Table& table_;
        Ui::Scope scope_;
        bool pressed_ = false;
    };

    // Begins a row; it ends with the result's scope. `name` is read out for a pressable row.
    [[nodiscard]] Row row(std::uint64_t key, std::string_view name = {}, bool selected = false) {
        return Row(*this, key, name, selected);
    }

    // The rows from here on are so high instead.
    void set_row_height(float height) { row_height_ = height; }

    // The next cell, as text or as a place to draw in.
    void cell(std::string_view text, Color color = 0, TextStyle style = TextStyle::Dense);
    Rect cell_rect(std::string_view name = {});

    // Height from the upper edge to the end of the last row.
    float used() const { return y_ - rect_.y; }

    static float height(std::size_t rows, TableSpec spec = {});
    static float head_height();

 private:
    void lay_out_columns();
    void draw_head();

    Ui& ui_;
    Rect rect_;
    TableSpec spec_;
    std::vector<TableColumn> columns_;
    std::vector<float> left_;
    float y_ = 0;
    float row_height_ = 0;
    std::size_t column_ = 0;
    std::size_t rows_ = 0;
    Ui::Scope scope_;
};

}  // namespace atrium::shell
