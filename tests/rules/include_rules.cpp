#include "tests/rules/include_rules.h"

#include <algorithm>
#include <regex>
#include <set>
#include <string>

namespace atrium::rules {

namespace {

using Names = std::vector<std::string_view>;

// A rule holds for the first layer in the table whose folder the file's path starts with.
struct Layer {
    std::string_view folder;
    Names may_include;  // folders of this repository
    Names forbidden;    // standard and third-party headers, by their beginning
    Names forbidden_words;
    std::string_view why;
};

const Names kOutsideWorld = {"thread",
                             "mutex",
                             "chrono",
                             "fstream",
                             "filesystem",
                             "random",
                             "iostream",
                             "ctime",
                             "future",
                             "atomic",
                             "condition_variable",
                             "sys/",
                             "unistd.h"};
const Names kPlatforms = {"emscripten", "GLES", "httplib.h", "imgui", "soci", "spdlog"};
const Names kBrowser = {"emscripten", "GLES"};

Names joined(Names first, const Names& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

const std::vector<Layer>& layers() {
    static const std::vector<Layer> table = {
        {"core/protocol/",
         {"core/protocol/"},
         joined(kOutsideWorld, kPlatforms),
         {"throw", "__EMSCRIPTEN__", "EM_JS", "EM_ASM"},
         "protocol is values in, values out: time, files and threads are its callers'"},
        {"core/domain/",
         {"core/protocol/", "core/domain/"},
         joined(kOutsideWorld, kPlatforms),
         {"throw", "__EMSCRIPTEN__", "EM_JS", "EM_ASM"},
         "the domain is pure, so that the same events give the same state everywhere"},
        {"shell/terminal/",
         {"core/", "shell/"},
         kBrowser,
         {"__EMSCRIPTEN__", "EM_JS", "EM_ASM"},
         "the terminal client is a native program"},
        {"shell/",
         {"core/", "shell/"},
         joined(kOutsideWorld, {"emscripten", "GLES", "httplib.h"}),
         {"throw", "__EMSCRIPTEN__", "EM_JS", "EM_ASM"},
         "the shell reaches browser, network and files through shell/ports only"},
        {"web/",
         {"core/", "shell/", "web/"},
         {"httplib.h", "thread", "mutex", "fstream", "iostream"},
         {"throw"},
         "the page runs on one thread without exceptions"},
        {"proxy/",
         {"core/protocol/", "proxy/"},
         {"emscripten", "GLES", "imgui", "md4c"},
         {},
         "the proxy relays messages and must not know the product's rules"},
    };
    return table;
}

const Layer* layer_of(std::string_view path) {
    const auto found = std::find_if(layers().begin(), layers().end(), [&](const Layer& layer) {
        return path.starts_with(layer.folder);
    });
    return found == layers().end() ? nullptr : &*found;
}

bool starts_with_any(std::string_view text, const Names& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
        return text.starts_with(beginning);
    });
}

struct Include {
    int line;
    std::string header;
};

std::vector<Include> includes_of(const SourceFile& file) {
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> includes;
    int number = 0;
    for (const std::string& line : lines_of(file.text)) {
        ++number;
        std::smatch match;
        if (line.find('#') != std::string::npos && std::regex_search(line, match, pattern)) {
            includes.push_back({number, match[1].str()});
        }
    }
    return includes;
}

bool is_ours(std::string_view header) {
    return starts_with_any(header, {"core/", "shell/", "web/", "proxy/", "tests/"});
}

bool is_allowed(std::string_view header, const Layer& layer) {
    return is_ours(header) ? starts_with_any(header, layer.may_include)
                           : !starts_with_any(header, layer.forbidden);
}

// The headers of core from which the JSON library can be reached.
std::set<std::string> headers_with_json(const std::vector<SourceFile>& files) {
    std::set<std::string> found = {"nlohmann/json.hpp"};
    std::size_t before = 0;
    while (found.size() > before) {
        before = found.size();
        for (const SourceFile& file : files) {
            const std::vector<Include> includes = includes_of(file);
            const bool reaches =
                std::any_of(includes.begin(), includes.end(), [&](const Include& include) {
                    return found.contains(include.header);
                });
            if (reaches && file.path.starts_with("core/") && file.path.ends_with(".h")) {
                found.insert(file.path);
            }
        }
    }
    found.erase("nlohmann/json.hpp");
    return found;
}

}  // namespace

std::vector<Finding> forbidden_includes(const SourceFile& file) {
    std::vector<Finding> findings;
    const Layer* layer = layer_of(file.path);
    if (layer == nullptr) {
        return findings;
    }
    for (const Include& include : includes_of(file)) {
        if (include.header.starts_with(".")) {
            findings.push_back({file.path,
                                include.line,
                                "includes name the path from the root",
                                "a moved file must not change what an include means"});
        } else if (!is_allowed(include.header, *layer)) {
            findings.push_back({file.path,
                                include.line,
                                std::string(layer->folder) + " may not include " + include.header,
                                std::string(layer->why)});
        }
    }
    return findings;
}

std::vector<Finding> exposed_json(const std::vector<SourceFile>& files) {
    const std::set<std::string> private_headers = headers_with_json(files);
    std::vector<Finding> findings;
    for (const SourceFile& file : files) {
        const bool may_know = file.path.starts_with("core/") || file.path.starts_with("tests/");
        for (const Include& include : includes_of(file)) {
            if (!may_know && private_headers.contains(include.header)) {
                findings.push_back({file.path,
                                    include.line,
                                    "only core itself may include " + include.header,
                                    "it shows the JSON library, which core's interface must not"});
            }
        }
    }
    return findings;
}

std::vector<Finding> forbidden_words(const SourceFile& file) {
    std::vector<Finding> findings;
    const Layer* layer = layer_of(file.path);
    if (layer == nullptr) {
        return findings;
    }
    const std::vector<std::string> lines = lines_of(code_only(file.text));
    for (const std::string_view word : layer->forbidden_words) {
        const std::regex pattern("\\b" + std::string(word) + "\\b");
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (std::regex_search(lines[i], pattern)) {
                findings.push_back(
                    {file.path,
                     static_cast<int>(i) + 1,
                     std::string(layer->folder) + " may not say " + std::string(word),
                     std::string(layer->why)});
            }
        }
    }
    return findings;
}

}  // namespace atrium::rules
