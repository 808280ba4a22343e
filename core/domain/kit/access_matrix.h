// Tier, role, place, and what happens when a member leaves: as a table for a spreadsheet and as
// Markdown for the plan.
#pragma once

#include <string>

#include "core/domain/kit/community.h"

namespace atrium::domain::kit {

// One row for each pair of who and where.
[[nodiscard]] std::string access_matrix_csv(const Community& community);

// One row for each who.
[[nodiscard]] std::string access_matrix_table(const Community& community);

[[nodiscard]] std::string access_matrix_markdown(const Community& community);

}  // namespace atrium::domain::kit
