// Rules about files as a whole: their length, and that documents name what exists.
#include <regex>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/rules/source_tree.h"

namespace atrium::rules {

namespace {

constexpr std::size_t kMostLines = 350;

// Cases stand one below the other, and a reader looks for one of them.
constexpr std::size_t kMostTestLines = 400;

// A table with an entry for each kind of event: one question, however many kinds there are.
constexpr std::string_view kEventTable = "core/domain/event_members.h";
constexpr std::size_t kMostTableLines = 500;

std::size_t most_lines(const std::string& path) {
    const bool is_test = path.starts_with("tests/") || path.starts_with("bench/");
    return path == kEventTable ? kMostTableLines : is_test ? kMostTestLines : kMostLines;
}

const std::vector<std::string_view> kCode = {".cpp", ".h", ".js", ".mjs", ".py", ".sh", ".cmake"};

// "a.{h,cpp}" as "a.h" and "a.cpp"; a path without braces alone.
std::vector<std::string> spelled_out(const std::string& path) {
    static const std::regex pattern(R"(^([^{}]*)\{([^{}]*)\}([^{}]*)$)");
    std::smatch match;
    if (!std::regex_match(path, match, pattern)) {
        return {path};
    }
    std::vector<std::string> paths;
    static const std::regex part("[^,]+");
    const std::string parts = match[2].str();
    for (std::sregex_iterator it(parts.begin(), parts.end(), part), end; it != end; ++it) {
        paths.push_back(match[1].str() + it->str() + match[3].str());
    }
    return paths;
}

// Paths of this repository that a document names in `backticks` and that do not exist. A path with a
// star stands for its folder.
std::vector<Finding> missing_paths(const SourceFile& document) {
    static const std::regex pattern(
        R"(`((?:core|shell|web|proxy|tests|assets|scripts|cmake|docs|bench)/[^` ]*)`)");
    std::vector<Finding> findings;
    int number = 0;
    for (const std::string& line : lines_of(document.text)) {
        ++number;
        for (std::sregex_iterator it(line.begin(), line.end(), pattern), end; it != end; ++it) {
            for (std::string path : spelled_out((*it)[1].str())) {
                if (path.find('*') != std::string::npos) {
                    path.resize(path.rfind('/', path.find('*')));
                }
                if (!exists(path)) {
                    findings.push_back(
                        {document.path,
                         number,
                         path + " does not exist",
                         "a document that names what is gone leads its reader astray"});
                }
            }
        }
    }
    return findings;
}

}  // namespace

TEST_CASE("files: none is longer than a reader's patience") {
    for (const SourceFile& file : files_with(kCode)) {
        const std::size_t lines = lines_of(file.text).size();
        const std::size_t most = most_lines(file.path);
        if (lines > most) {
            expect_none({{file.path,
                          static_cast<int>(most),
                          "the file has " + std::to_string(lines) + " lines, at most " +
                              std::to_string(most) + " are allowed",
                          "a long file holds several things; give each its own"}});
        }
    }
}

TEST_CASE("documents: the paths that they name exist") {
    for (const SourceFile& document : files_with({".md"})) {
        expect_none(missing_paths(document));
    }
}

TEST_CASE("documents: a path that does not exist is found") {
    const auto found = [](const std::string& text) {
        return missing_paths({"ARCHITECTURE.md", text}).size();
    };
    CHECK(found("see `core/protocol/result.h` and `tests/*_test.cpp`") == 0);
    CHECK(found("see `core/protocol/absent.h`") == 1);
    CHECK(found("see `core/protocol/{result,absent}.h`") == 1);
    CHECK(found("see `core/absent/*.h`") == 1);
}

}  // namespace atrium::rules
