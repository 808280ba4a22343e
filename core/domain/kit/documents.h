// The creator's texts as files: each document's latest version, and the conversation.
#pragma once

#include <string>
#include <vector>

#include "core/domain/kit/file.h"
#include "core/domain/workspace.h"

namespace atrium::domain::kit {

// documents/<title>.md, each name once and safe on every system. A text without a heading of its own
// begins with its title.
[[nodiscard]] std::vector<KitFile> document_files(const Project& project);

[[nodiscard]] std::string transcript_markdown(const Project& project, const std::string& creator);

}  // namespace atrium::domain::kit
