#include "core/protocol/model_catalog.h"

#include <algorithm>
#include <cmath>

#include "core/protocol/json_fields.h"

namespace atrium::protocol {

namespace {

Error invalid(const std::string& where, const std::string& what) {
    return {"models-invalid", "models.json: " + where + ": " + what, ""};
}

// Dollars per million tokens are thousands of nano-dollars per token.
std::optional<NanoUsd> per_token(const Json& object, const char* name) {
    const Json& value = field(object, name);
    if (!value.is_number()) {
        return std::nullopt;
    }
    const double nano = value.get<double>() * 1000.0;
    if (!(nano >= 0.0 && nano <= 1e9) || std::fabs(nano - std::round(nano)) > 1e-6) {
        return std::nullopt;
    }
    return NanoUsd{std::llround(nano)};
}

Result<PriceTier> tier_from_json(const std::string& where, const Json& json) {
    PriceTier tier;
    tier.prompt_above = integer_field(json, "prompt_above").value_or(-1);

    const struct {
        const char* name;
        NanoUsd& target;
    } fields[] = {
        {"input", tier.input},
        {"output", tier.output},
        {"cache_write_5m", tier.cache_write_5m},
        {"cache_write_1h", tier.cache_write_1h},
        {"cache_read", tier.cache_read},
    };

    for (const auto& [name, target] : fields) {
        const std::optional<NanoUsd> price = per_token(json, name);
        if (!price) {
            return invalid(where, std::string("no usable price for ") + name);
        }
        target = *price;
    }
    return tier;
}

bool is_day(const std::string& text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

Result<PricePeriod> period_from_json(const std::string& where, const Json& json) {
    PricePeriod period;
    period.from = text_field(json, "from");
    if (!is_day(period.from)) {
        return invalid(where, "a price needs the day it holds from");
    }
    const Json& tiers = field(json, "usd_per_million_tokens");
    if (!tiers.is_array() || tiers.empty()) {
        return invalid(where, "no prices from " + period.from);
    }
    for (const Json& entry : tiers) {
        Result<PriceTier> tier = tier_from_json(where, entry);
        if (!tier) {
            return tier.error();
        }
        const bool ascends = period.tiers.empty()
                                 ? tier.value().prompt_above == -1
                                 : tier.value().prompt_above > period.tiers.back().prompt_above;
        if (!ascends) {
            return invalid(where, "tiers must ascend by prompt_above, the first without it");
        }
        period.tiers.push_back(tier.value());
    }
    return period;
}

int small_integer(const Json& object, const char* name) {
    const std::int64_t value = integer_field(object, name).value_or(0);
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, 100'000'000));
}

ModelAbilities abilities_from_json(const Json& json) {
    ModelAbilities abilities;
    abilities.accepts_sampling = bool_field(json, "sampling");
    abilities.accepts_forced_tools = bool_field(json, "forced_tools");
    abilities.accepts_prefill = bool_field(json, "prefill");
    abilities.accepts_disabled_thinking = bool_field(json, "disabled_thinking");
    abilities.thinks_by_default = bool_field(json, "thinks_by_default");
    for (const Json& effort : field(json, "efforts")) {
        if (effort.is_string()) {
            abilities.efforts.push_back(effort.get<std::string>());
        }
    }
    abilities.default_effort = text_field(json, "default_effort");
    abilities.max_output_tokens = small_integer(json, "max_output_tokens");
    abilities.context_tokens = small_integer(json, "context_tokens");
    abilities.min_cacheable_tokens = small_integer(json, "min_cacheable_tokens");
    return abilities;
}

Result<ModelInfo> model_from_json(const Json& json) {
    ModelInfo model;
    model.id = text_field(json, "id");
    model.label = text_field(json, "label");
    model.retires = text_field(json, "retires");
    model.offered = bool_field(json, "offered");
    model.abilities = abilities_from_json(field(json, "abilities"));
    if (model.id.empty() || model.label.empty() || model.abilities.max_output_tokens == 0) {
        return invalid(model.id, "a model needs id, label and abilities.max_output_tokens");
    }
    for (const Json& entry : field(json, "prices")) {
        Result<PricePeriod> period = period_from_json(model.id, entry);
        if (!period) {
            return period.error();
        }
        if (!model.prices.empty() && period.value().from <= model.prices.back().from) {
            return invalid(model.id, "price periods must ascend by day");
        }
        model.prices.push_back(period.value());
    }
    if (model.prices.empty()) {
        return invalid(model.id, "no prices");
    }
    return model;
}

// A request earlier than the first period can only be a wrong clock: the first period holds.
const PriceTier& tier_of(const ModelInfo& model, std::int64_t prompt, std::string_view day) {
    const PricePeriod* period = &model.prices.front();
    for (const PricePeriod& candidate : model.prices) {
        if (candidate.from <= day) {
            period = &candidate;
        }
    }
    const PriceTier* tier = &period->tiers.front();
    for (const PriceTier& candidate : period->tiers) {
        if (prompt > candidate.prompt_above) {
            tier = &candidate;
        }
    }
    return *tier;
}

}  // namespace

Result<ModelCatalog> model_catalog_from_json(std::string_view text) {
    const Json json = parse_json(text);
    if (!json.is_object()) {
        return invalid("file", "no JSON object");
    }
    ModelCatalog catalog;
    catalog.default_model = text_field(json, "default_model");
    const std::optional<NanoUsd> search = per_token(json, "usd_per_thousand_web_searches");
    if (!search) {
        return invalid("file", "no usable usd_per_thousand_web_searches");
    }
    // Per thousand and not per million: a thousand times the unit of tokens.
    catalog.web_search = NanoUsd{search->value * 1000};
    for (const Json& entry : field(json, "models")) {
        Result<ModelInfo> model = model_from_json(entry);
        if (!model) {
            return model.error();
        }
        catalog.models.push_back(std::move(model).value());
    }
    if (find_model(catalog, catalog.default_model) == nullptr) {
        return invalid("file", "default_model is not among the models");
    }
    return catalog;
}

const ModelInfo* find_model(const ModelCatalog& catalog, std::string_view id) {
    constexpr std::size_t kDateSuffix = 9;  // "-20251001"
    const auto same = [&id](const ModelInfo& model) {
        return model.id == id;
    };
    auto found = std::find_if(catalog.models.begin(), catalog.models.end(), same);
    if (found == catalog.models.end() && id.size() > kDateSuffix) {
        const std::string_view suffix = id.substr(id.size() - kDateSuffix);
        if (suffix.find_first_not_of("0123456789", 1) == std::string_view::npos &&
            suffix.front() == '-') {
            id.remove_suffix(kDateSuffix);
            found = std::find_if(catalog.models.begin(), catalog.models.end(), same);
        }
    }
    return found == catalog.models.end() ? nullptr : &*found;
}

PriceTier price_of(const ModelCatalog& catalog,
                   std::string_view model,
                   std::int64_t prompt_tokens,
                   std::string_view day) {
    if (const ModelInfo* known = find_model(catalog, model)) {
        return tier_of(*known, prompt_tokens, day);
    }
    PriceTier dearest;
    for (const ModelInfo& info : catalog.models) {
        const PriceTier& tier = tier_of(info, prompt_tokens, day);
        dearest.input = std::max(dearest.input, tier.input);
        dearest.output = std::max(dearest.output, tier.output);
        dearest.cache_write_5m = std::max(dearest.cache_write_5m, tier.cache_write_5m);
        dearest.cache_write_1h = std::max(dearest.cache_write_1h, tier.cache_write_1h);
        dearest.cache_read = std::max(dearest.cache_read, tier.cache_read);
    }
    return dearest;
}

NanoUsd cost_from_usage(const ModelCatalog& catalog,
                        std::string_view model,
                        const Usage& usage,
                        std::string_view day) {
    const PriceTier price = price_of(catalog, model, prompt_tokens(usage), day);
    std::int64_t nano = usage.input_tokens * price.input.value +
                        usage.output_tokens * price.output.value +
                        usage.cache_read_tokens * price.cache_read.value +
                        usage.cache_write_5m_tokens * price.cache_write_5m.value +
                        usage.cache_write_1h_tokens * price.cache_write_1h.value +
                        usage.web_searches * catalog.web_search.value;
    if (usage.us_inference) {
        nano = (nano * 11 + 9) / 10;  // a tenth more, rounded up
    }
    return {nano};
}

}  // namespace atrium::protocol
