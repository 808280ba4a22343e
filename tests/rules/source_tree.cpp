#include "tests/rules/source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

namespace atrium::rules {

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = ATRIUM_SOURCE_DIR;

constexpr std::array<std::string_view, 3> kNotOurs = {".git", "build", "node_modules"};

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Where the literal or comment that starts at `begin` ends; begin itself when none starts there.
std::size_t end_of_blank(std::string_view source, std::size_t begin) {
    const auto after = [&](std::string_view end, std::size_t from) {
        const std::size_t found = source.find(end, from);
        return found == std::string_view::npos ? source.size() : found + end.size();
    };
    const std::string_view rest = source.substr(begin);
    if (rest.starts_with("//")) {
        return std::min(source.find('\n', begin), source.size());
    }
    if (rest.starts_with("/*")) {
        return after("*/", begin + 2);
    }
    if (rest.starts_with("R\"")) {
        const std::string_view delimiter = rest.substr(2, rest.find('(') - 2);
        return after(")" + std::string(delimiter) + "\"", begin);
    }
    // 1'000'000 holds no character literals.
    const bool in_number = begin > 0 && std::isalnum(static_cast<unsigned char>(source[begin - 1]));
    if (rest.front() != '"' && (rest.front() != '\'' || in_number)) {
        return begin;
    }
    std::size_t end = begin + 1;
    while (end < source.size() && source[end] != rest.front()) {
        end += source[end] == '\\' ? 2 : 1;
    }
    return std::min(end + 1, source.size());
}

}  // namespace

std::vector<SourceFile> files_with(const std::vector<std::string_view>& extensions) {
    std::vector<SourceFile> files;
    for (auto entry = fs::recursive_directory_iterator(kRoot); entry != fs::end(entry); ++entry) {
        const fs::path& path = entry->path();
        if (entry.depth() == 0 &&
            std::find(kNotOurs.begin(), kNotOurs.end(), path.filename()) != kNotOurs.end()) {
            entry.disable_recursion_pending();
            continue;
        }
        const std::string extension = path.extension().string();
        const bool wanted =
            std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
        if (entry->is_regular_file() && wanted) {
            files.push_back({path.lexically_relative(kRoot).generic_string(), read_file(path)});
        }
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) {
        return a.path < b.path;
    });
    return files;
}

bool exists(std::string_view path) {
    return fs::exists(kRoot / path);
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string code_only(std::string_view source) {
    std::string code(source);
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t end = end_of_blank(source, at);
        for (std::size_t i = at; i < end; ++i) {
            if (code[i] != '\n') {
                code[i] = ' ';
            }
        }
        at = std::max(end, at + 1);
    }
    return code;
}

void expect_none(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
        ADD_FAIL_CHECK_AT(
            finding.path.c_str(), finding.line, finding.rule << " (" << finding.why << ")");
    }
}

}  // namespace atrium::rules
