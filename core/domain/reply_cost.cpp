#include "core/domain/reply_cost.h"

#include <cassert>
#include <utility>

#include "embedded_assets.h"

namespace atrium::domain {

const protocol::ModelCatalog& built_in_models() {
    static const protocol::ModelCatalog catalog = [] {
        Result<protocol::ModelCatalog> parsed =
            protocol::model_catalog_from_json(assets::models_json);
        assert(parsed && "assets/models.json is checked by a test");
        return std::move(parsed).value();
    }();
    return catalog;
}

std::int64_t reply_cost_nano_usd(std::string_view model, const protocol::Usage& usage, Date on) {
    if (model.empty()) {
        return 0;
    }
    return protocol::cost_from_usage(built_in_models(), model, usage, iso_from_date(on)).value;
}

void add_usage(protocol::Usage& total, const protocol::Usage& round) {
    total.input_tokens += round.input_tokens;
    total.output_tokens += round.output_tokens;
    total.cache_read_tokens += round.cache_read_tokens;
    total.cache_write_5m_tokens += round.cache_write_5m_tokens;
    total.cache_write_1h_tokens += round.cache_write_1h_tokens;
    total.web_searches += round.web_searches;
    total.us_inference |= round.us_inference;
}

}  // namespace atrium::domain
