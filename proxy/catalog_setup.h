// The model catalog as this proxy uses it: the table of the repository with the operator's changes.
#pragma once

#include "core/protocol/model_catalog.h"
#include "proxy/config.h"

namespace atrium::proxy {

// Applies COST_PER_1K_*_TOKENS to every model; cache prices then follow from the input price in the
// proportions that Anthropic uses. Fills in config's default model when none was set.
Result<protocol::ModelCatalog> catalog_for(Config& config);

}  // namespace atrium::proxy
