// `atrium-cli detect`: one JSONL line {"id","role","text"} in, one line with what the detector found
// out: {"id","decisions":[{"category","slots","confidence"}],"tasks":[{"task_id","confidence"}],
// "next_steps":[…]}. Reading and writing the streams is the caller's.
#pragma once

#include <string>
#include <string_view>

#include "core/domain/date.h"
#include "core/protocol/result.h"

namespace atrium::shell {

// The answer to one line, without a line end. A line that is no such object is an error; a missing
// role is the user's.
[[nodiscard]] Result<std::string> detect_line(std::string_view jsonl_line, domain::Date today);

}  // namespace atrium::shell
