// What the launch kit screen remembers: the files, made again only when the history has changed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/domain/kit/community.h"
#include "core/domain/kit/file.h"
#include "shell/ui/markdown.h"
#include "shell/ui/text_selection.h"

namespace atrium::shell {

struct KitMemory {
    std::size_t history = 0;  // of which these files are
    std::int64_t day = 0;
    std::vector<domain::kit::KitFile> files;
    std::string zip;
    std::string problem;  // why there are none
    domain::kit::Community community;
    std::string shown;  // key of the card that is shown; empty: none on a phone, else the plan
    std::string shown_file;
    int blueprint_tab = 0;
    std::string preview_of;  // path of the file whose beginning is shown, as either of
    Markdown preview{MarkdownPurpose::Document};
    std::string preview_text;
    TextSelection selection;  // in it, the only item
};

}  // namespace atrium::shell
