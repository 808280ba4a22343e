// The repository's own files as the rule tests read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atrium::rules {

// path: from the root, with forward slashes. Lines are counted from 1 in findings.
struct SourceFile {
    std::string path;
    std::string text;
};

// One broken rule at one place; why tells what the rule protects.
struct Finding {
    std::string path;
    int line;
    std::string rule;
    std::string why;

    bool operator==(const Finding&) const = default;
};

// All files with one of the extensions (".cpp"), without build results and packages, by path.
std::vector<SourceFile> files_with(const std::vector<std::string_view>& extensions);

// Whether the path exists in the repository.
bool exists(std::string_view path);

std::vector<std::string> lines_of(std::string_view text);

// C++ source with comments, strings and character literals blanked; every line stays on its line.
std::string code_only(std::string_view source);

// Makes the running test fail with one message for each finding.
void expect_none(const std::vector<Finding>& findings);

}  // namespace atrium::rules
