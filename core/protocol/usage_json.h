// The usage object of Anthropic's JSON. For .cpp files of core/protocol only.
#pragma once

#include "core/protocol/json_fields.h"
#include "core/protocol/usage.h"

namespace atrium::protocol {

[[nodiscard]] UsageReport usage_report_from_json(const Json& usage);

}  // namespace atrium::protocol
