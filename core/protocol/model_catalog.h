// The models: what each accepts and what it costs, read from assets/models.json. What a model can do
// stands there and not in code.
//
//     Result<ModelCatalog> catalog = model_catalog_from_json(text);
//     const ModelInfo* model = find_model(catalog.value(), "claude-sonnet-5-5");
//     NanoUsd cost = cost_from_usage(catalog.value(), model->id, usage, "2026-11-22");
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/protocol/money.h"
#include "core/protocol/result.h"
#include "core/protocol/usage.h"

namespace atrium::protocol {

// Prices per token that hold for a whole request whose prompt has more than `prompt_above` tokens.
struct PriceTier {
    std::int64_t prompt_above = 0;
    NanoUsd input;
    NanoUsd output;
    NanoUsd cache_write_5m;
    NanoUsd cache_write_1h;
    NanoUsd cache_read;

    bool operator==(const PriceTier&) const = default;
};

// Holds from that day ("YYYY-MM-DD") until the next period. Tiers ascend by prompt_above, from -1.
struct PricePeriod {
    std::string from;
    std::vector<PriceTier> tiers;

    bool operator==(const PricePeriod&) const = default;
};

struct ModelAbilities {
    bool accepts_sampling = false;
    bool accepts_forced_tools = false;
    bool accepts_prefill = false;
    bool accepts_disabled_thinking = false;
    bool thinks_by_default = true;
    std::vector<std::string> efforts;  // empty: the field is not accepted
    std::string default_effort;
    int max_output_tokens = 0;
    int context_tokens = 0;
    int min_cacheable_tokens = 0;

    bool operator==(const ModelAbilities&) const = default;
};

// offered: shown to creators for choice. retires: the last day, empty when none is announced.
struct ModelInfo {
    std::string id;
    std::string label;
    std::string retires;
    bool offered = false;
    ModelAbilities abilities;
    std::vector<PricePeriod> prices;

    bool operator==(const ModelInfo&) const = default;
};

struct ModelCatalog {
    std::string default_model;
    NanoUsd web_search;
    std::vector<ModelInfo> models;

    bool operator==(const ModelCatalog&) const = default;
};

// Refuses a file that is no JSON, lacks a price, or has a price that is not a whole number of
// nano-dollars a token; the message names the model and the field.
[[nodiscard]] Result<ModelCatalog> model_catalog_from_json(std::string_view text);

// By id; a dated snapshot ("claude-haiku-4-5-20251001") finds its family. Null when unknown.
[[nodiscard]] const ModelInfo* find_model(const ModelCatalog& catalog, std::string_view id);

// The prices of that model for a prompt of that length on that day. Of an unknown model each price
// is the dearest in the catalog, so that nothing is ever free by mistake.
[[nodiscard]] PriceTier price_of(const ModelCatalog& catalog,
                                 std::string_view model,
                                 std::int64_t prompt_tokens,
                                 std::string_view day);

// What Anthropic bills for a reply with that usage. A refusal before any output is not billed at
// all; the caller knows it from the stop reason and asks not.
[[nodiscard]] NanoUsd cost_from_usage(const ModelCatalog& catalog,
                                      std::string_view model,
                                      const Usage& usage,
                                      std::string_view day);

}  // namespace atrium::protocol
