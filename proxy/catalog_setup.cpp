#include "proxy/catalog_setup.h"

#include "embedded_proxy_assets.h"
#include "proxy/log.h"

namespace atrium::proxy {

namespace {

using protocol::NanoUsd;

void override_prices(protocol::PriceTier& tier, const Config& config) {
    if (config.input_price_per_thousand) {
        const std::int64_t input = config.input_price_per_thousand->value / 1000;
        tier.input = {input};
        tier.cache_write_5m = {input * 5 / 4};
        tier.cache_write_1h = {input * 2};
        tier.cache_read = {input / 10};
    }
    if (config.output_price_per_thousand) {
        tier.output = {config.output_price_per_thousand->value / 1000};
    }
}

}  // namespace

Result<protocol::ModelCatalog> catalog_for(Config& config) {
    Result<protocol::ModelCatalog> catalog = protocol::model_catalog_from_json(assets::models_json);
    if (!catalog) {
        return catalog.error();
    }
    for (protocol::ModelInfo& model : catalog.value().models) {
        for (protocol::PricePeriod& period : model.prices) {
            for (protocol::PriceTier& tier : period.tiers) {
                override_prices(tier, config);
            }
        }
    }
    if (config.default_model.empty()) {
        config.default_model = catalog.value().default_model;
    }
    if (!protocol::find_model(catalog.value(), config.default_model)) {
        log_event(LogLevel::Warning,
                  "model_unknown_priced_at_the_dearest",
                  {{"model", config.default_model}});
    }
    return catalog;
}

}  // namespace atrium::proxy
