// Price tables: one that is accepted never makes a request cheaper than nothing, nor a longer answer
// cheaper than a shorter one.
#include <cstdint>

#include "core/protocol/model_catalog.h"
#include "tests/fuzz/expect.h"

using namespace atrium;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Result<protocol::ModelCatalog> catalog =
        protocol::model_catalog_from_json({reinterpret_cast<const char*>(data), size});
    if (!catalog) {
        fuzz::expect(!catalog.error().message.empty());
        return 0;
    }
    protocol::Usage usage;
    usage.input_tokens = 1000;
    usage.output_tokens = 10;
    protocol::Usage longer = usage;
    longer.output_tokens = 1000;
    for (const protocol::ModelInfo& model : catalog.value().models) {
        const auto cost = [&](const protocol::Usage& of) {
            return protocol::cost_from_usage(catalog.value(), model.id, of, "2026-11-22").value;
        };
        fuzz::expect(cost(usage) >= 0);
        fuzz::expect(cost(longer) >= cost(usage));
    }
    return 0;
}
