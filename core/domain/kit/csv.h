// Tables for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, by which spreadsheet programs
// know the encoding. A text that a spreadsheet would take for a formula gets an apostrophe before it.
//
//     CsvTable table({"Task", "Hours"});
//     table.add({csv_text("=cmd()"), csv_number(2.5)});
//     table.text();                                        // "Task,Hours\r\n'=cmd(),2.5\r\n"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::domain::kit {

// A finished cell; only these functions make one, so that none is forgotten.
struct CsvCell {
    std::string text;
};

[[nodiscard]] CsvCell csv_text(std::string_view text);

// With up to two decimals and a point.
[[nodiscard]] CsvCell csv_number(double number);
[[nodiscard]] CsvCell csv_number(std::int64_t number);

class CsvTable {
 public:
    explicit CsvTable(const std::vector<std::string>& header);

    void add(const std::vector<CsvCell>& row);

    [[nodiscard]] const std::string& text() const { return text_; }

 private:
    std::string text_;
};

// The cells of such a table, row by row, the header first; quotes and the mark of the encoding are
// gone. An unfinished last row is left out, so that the beginning of a file can be read.
[[nodiscard]] std::vector<std::vector<std::string>> rows_from_csv(std::string_view bytes);

}  // namespace atrium::domain::kit
