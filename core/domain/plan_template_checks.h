// What must hold for a plan template as a whole, once each field has been read; internal to
// plan_template.cpp.
#pragma once

#include <string>

#include "core/domain/plan_template.h"

namespace atrium::domain {

// The first thing wrong as a sentence that names the task or decision, or an empty text.
[[nodiscard]] std::string template_problem(const PlanTemplate& plan);

}  // namespace atrium::domain
