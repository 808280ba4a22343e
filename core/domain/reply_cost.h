// What a reply cost, by the price table that is built in (assets/models.json).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/domain/date.h"
#include "core/protocol/model_catalog.h"
#include "core/protocol/usage.h"

namespace atrium::domain {

// The built-in table.
const protocol::ModelCatalog& built_in_models();

// Nano-dollars at the prices of that day; 0 for the built-in guide (an empty model name).
std::int64_t reply_cost_nano_usd(std::string_view model, const protocol::Usage& usage, Date on);

// The sum of two rounds of one reply.
void add_usage(protocol::Usage& total, const protocol::Usage& round);

}  // namespace atrium::domain
