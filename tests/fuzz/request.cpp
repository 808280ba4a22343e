// Bodies of POST /v1/messages: whatever comes, the plan keeps to the policy and has a bounded price.
#include <cstdint>
#include <string_view>

#include "proxy/catalog_setup.h"
#include "proxy/request_policy.h"
#include "tests/fuzz/expect.h"

using namespace atrium;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static proxy::Config config;
    static const protocol::ModelCatalog catalog = proxy::catalog_for(config).value();
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const Result<proxy::RequestPlan> plan = proxy::plan_from_body(body, config, catalog);
    if (!plan) {
        fuzz::expect(!plan.error().message.empty());
        return 0;
    }
    fuzz::expect(plan.value().max_tokens >= 1 && plan.value().max_tokens <= config.max_tokens);
    fuzz::expect(protocol::find_model(catalog, plan.value().model) != nullptr);
    fuzz::expect(proxy::upper_bound_of(plan.value(), size, config, catalog, "2026-11-22").value >
                 0);
    return 0;
}
