#include "core/domain/kit/csv.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace atrium::domain::kit {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What begins a formula in some spreadsheet: the signs, their full-width forms, tab and return.
constexpr std::array<std::string_view, 10> kFormulaBeginnings = {
    "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos) {
        return false;
    }
    for (const std::string_view beginning : kFormulaBeginnings) {
        if (text.substr(first).starts_with(beginning)) {
            return true;
        }
    }
    return false;
}

std::string quoted(std::string_view text) {
    if (text.find_first_of(",\"\r\n;\t") == std::string_view::npos) {
        return std::string(text);
    }
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"') {
            result += '"';
        }
        result += letter;
    }
    return result + "\"";
}

}  // namespace

CsvCell csv_text(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        if (letter != '\0') {
            safe += letter;
        }
    }
    return {quoted(looks_like_formula(safe) ? "'" + safe : safe)};
}

CsvCell csv_number(double number) {
    std::array<char, 64> buffer{};
    const double rounded = std::round(number * 100) / 100;
    // Plus zero, so that a rounded nothing is not "-0".
    std::snprintf(buffer.data(), buffer.size(), "%.2f", rounded + 0.0);
    std::string text = buffer.data();
    while (text.back() == '0') {
        text.pop_back();
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    return {text};
}

CsvCell csv_number(std::int64_t number) {
    return {std::to_string(number)};
}

CsvTable::CsvTable(const std::vector<std::string>& header) : text_(kByteOrderMark) {
    std::vector<CsvCell> cells;
    cells.reserve(header.size());
    for (const std::string& name : header) {
        cells.push_back(csv_text(name));
    }
    add(cells);
}

void CsvTable::add(const std::vector<CsvCell>& row) {
    const char* separator = "";
    for (const CsvCell& cell : row) {
        text_ += separator + cell.text;
        separator = ",";
    }
    text_ += "\r\n";
}

std::vector<std::vector<std::string>> rows_from_csv(std::string_view bytes) {
    if (bytes.starts_with(kByteOrderMark)) {
        bytes.remove_prefix(kByteOrderMark.size());
    }
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool in_quotes = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char letter = bytes[i];
        if (in_quotes && letter == '"' && bytes.substr(i + 1, 1) == "\"") {
            row.back() += '"';
            ++i;
        } else if (letter == '"') {
            in_quotes = !in_quotes;
        } else if (!in_quotes && letter == ',') {
            row.emplace_back();
        } else if (!in_quotes && letter == '\n') {
            rows.push_back(std::move(row));
            row.assign(1, "");
        } else if (in_quotes || letter != '\r') {
            row.back() += letter;
        }
    }
    return rows;
}

}  // namespace atrium::domain::kit
