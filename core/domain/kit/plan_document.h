// The whole plan as one text: plan.md, and plan.html to print.
#pragma once

#include <string>
#include <string_view>

#include "core/domain/kit/facts.h"

namespace atrium::domain::kit {

[[nodiscard]] std::string plan_markdown(const KitFacts& facts);

// One page without anything from outside: own style, no script, and a policy that forbids both to
// whatever the texts hold.
[[nodiscard]] std::string plan_page(std::string_view title, std::string_view markdown);

}  // namespace atrium::domain::kit
