// The quick replies below an answer. They are an answer's own until what it asked about is decided by
// other means (a form, a suggestion's button): then they lead on instead of asking again.
#pragma once

#include <string>
#include <vector>

#include "core/domain/workspace.h"

namespace atrium::domain {

[[nodiscard]] std::vector<std::string> offered_replies(const Project& project,
                                                       const Message& answer);

}  // namespace atrium::domain
