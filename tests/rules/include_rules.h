// Which folder may include what: the layers of ARCHITECTURE.md, executed.
#pragma once

#include <vector>

#include "tests/rules/source_tree.h"

namespace atrium::rules {

// Every include in the file that its layer does not allow.
std::vector<Finding> forbidden_includes(const SourceFile& file);

// Core's interface shows plain types, so that the JSON library can be exchanged. A header of core that
// includes it, directly or through another header, is private: no other layer may include it.
std::vector<Finding> exposed_json(const std::vector<SourceFile>& files);

// Every use of what the file's layer may not know although no include shows it.
std::vector<Finding> forbidden_words(const SourceFile& file);

}  // namespace atrium::rules
