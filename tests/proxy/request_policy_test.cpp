#include "proxy/request_policy.h"

#include <doctest/doctest.h>

#include "proxy/catalog_setup.h"

using namespace atrium;
using namespace atrium::proxy;

namespace {

struct Policy {
    Config config;
    protocol::ModelCatalog catalog;

    Policy() { catalog = catalog_for(config).value(); }

    Result<RequestPlan> plan(const std::string& fields) {
        return plan_from_body(
            R"({"model":"claude-sonnet-5-5","max_tokens":1000,)" + fields + "}", config, catalog);
    }

    std::string refusal(const std::string& fields) {
        const Result<RequestPlan> result = plan(fields);
        return result ? "" : result.error().code;
    }
};

std::string messages(const std::string& content) {
    return R"("messages":[{"role":"user","content":)" + content + "}]";
}

}  // namespace

TEST_CASE("request policy: only answers to tools make a tool round") {
    Policy policy;
    const auto kind = [&](const std::string& content) {
        return policy.plan(messages(content)).value().kind;
    };
    const std::string result = R"({"type":"tool_result","tool_use_id":"t","content":"x"})";
    CHECK(kind("[" + result + "]") == RequestKind::ToolRound);
    CHECK(kind("[" + result + "," + result + "]") == RequestKind::ToolRound);
    CHECK(kind("[" + result + R"(,{"type":"text","text":"and now?"}])") == RequestKind::Message);
    CHECK(kind("\"hello\"") == RequestKind::Message);
    CHECK(kind("[]") == RequestKind::Message);
    CHECK(policy.plan("\"messages\":7").value().kind == RequestKind::Message);
}

TEST_CASE("request policy: options that raise the price are off unless allowed") {
    Policy policy;
    const std::string hour =
        R"("system":[{"type":"text","text":"x","cache_control":{"type":"ephemeral","ttl":"1h"}}])";
    CHECK(policy.refusal(hour) == "invalid_request_error");
    CHECK(policy.refusal(R"("inference_geo":"us")") == "invalid_request_error");
    policy.config.allow_hour_cache = true;
    policy.config.allow_us_inference = true;
    CHECK(policy.refusal(hour).empty());
    CHECK(policy.refusal(R"("inference_geo":"us")").empty());
    CHECK(policy.refusal(R"("speed":"fast")") == "invalid_request_error");
    CHECK(policy.refusal(R"("tools":[{"type":"web_search_1","name":"s"}])") ==
          "invalid_request_error");
    CHECK(policy.refusal(R"("tools":[{"name":"own","input_schema":{}}])").empty());
}

TEST_CASE("request policy: what costs more than its bytes is refused") {
    Policy policy;
    const auto refusal_of = [&](const std::string& block) {
        return policy.refusal(R"("messages":[{"role":"user","content":[)" + block + "]}]");
    };
    CHECK(refusal_of(R"({"type":"text","text":"x"})").empty());
    CHECK(refusal_of(R"({"type":"thinking","thinking":"","signature":"s"})").empty());
    const std::string image = R"({"type":"image","source":{"type":"url","url":"https://a/b.png"}})";
    CHECK(refusal_of(image) == "invalid_request_error");
    CHECK(refusal_of(R"({"type":"tool_result","tool_use_id":"t","content":[)" + image + "]}") ==
          "invalid_request_error");
    CHECK(refusal_of(R"({"type":"container_upload","file_id":"f"})") == "invalid_request_error");
    CHECK(refusal_of(R"({"no":"type"})") == "invalid_request_error");
    CHECK(policy.refusal(R"("system":[{"type":"document"}])") == "invalid_request_error");
    CHECK(policy.refusal(R"("mcp_servers":[])") == "invalid_request_error");
    CHECK(policy.refusal(R"("fallbacks":[])") == "invalid_request_error");
}

TEST_CASE("request policy: models are those known or listed") {
    Policy policy;
    const auto refusal = [&](const std::string& model) {
        const auto plan = plan_from_body(
            R"({"model":")" + model + R"(","max_tokens":1})", policy.config, policy.catalog);
        return plan ? "" : plan.error().code;
    };
    CHECK(refusal("claude-haiku-5-5").empty());
    CHECK(refusal("gpt") == "not_found_error");
    policy.config.allowed_models = {"claude-opus-5-5"};
    CHECK(refusal("claude-haiku-5-5") == "not_found_error");
    CHECK(refusal("claude-opus-5-5").empty());
    policy.config.default_model = "a-model-of-tomorrow";
    CHECK(refusal("a-model-of-tomorrow").empty());
}

TEST_CASE("request policy: no reply can cost more than its bound") {
    Policy policy;
    const std::string day = "2026-11-22";
    for (const protocol::ModelInfo& model : policy.catalog.models) {
        for (const std::int64_t body : {10, 5'000, 99'000, 200'000}) {
            const RequestPlan plan{model.id, 4096, true, RequestKind::Message};
            protocol::Usage worst;
            worst.cache_write_5m_tokens = body;
            worst.output_tokens = 4096;
            CHECK(protocol::cost_from_usage(policy.catalog, model.id, worst, day) <=
                  upper_bound_of(
                      plan, static_cast<std::size_t>(body), policy.config, policy.catalog, day));
        }
    }
}

TEST_CASE("catalog setup: the operator's prices replace those of every model") {
    Config config;
    config.input_price_per_thousand = protocol::NanoUsd{3'000'000};
    config.output_price_per_thousand = protocol::NanoUsd{15'000'000};
    const protocol::ModelCatalog catalog = catalog_for(config).value();
    const auto price = protocol::price_of(catalog, "claude-opus-5-5", 200'000, "2026-11-22");
    CHECK(price.input == protocol::NanoUsd{3'000});
    CHECK(price.output == protocol::NanoUsd{15'000});
    CHECK(price.cache_write_1h == protocol::NanoUsd{6'000});
}
