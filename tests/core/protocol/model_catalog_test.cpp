#include "core/protocol/model_catalog.h"

#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

using namespace atrium;
using namespace atrium::protocol;

namespace {

std::string file_text() {
    std::ifstream file(ATRIUM_SOURCE_DIR "/assets/models.json");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const ModelCatalog& catalog() {
    static const Result<ModelCatalog> kCatalog = model_catalog_from_json(file_text());
    REQUIRE(kCatalog);
    return kCatalog.value();
}

Usage usage_of(std::int64_t input, std::int64_t output) {
    Usage usage;
    usage.input_tokens = input;
    usage.output_tokens = output;
    return usage;
}

}  // namespace

TEST_CASE("model catalog: the prices stand in the proportions that Anthropic uses") {
    for (const ModelInfo& model : catalog().models) {
        CAPTURE(model.id);
        for (const PricePeriod& period : model.prices) {
            for (const PriceTier& tier : period.tiers) {
                CHECK(tier.cache_write_5m.value * 4 == tier.input.value * 5);
                CHECK(tier.cache_write_1h.value == tier.input.value * 2);
                CHECK(tier.output.value == tier.input.value * 5);
                CHECK(tier.cache_read.value > 0);
                CHECK(tier.cache_read.value * 10 <= tier.input.value);
            }
        }
    }
}

TEST_CASE("model catalog: a price holds from its day on") {
    Usage usage;
    usage.cache_read_tokens = 1'000'000;
    const auto cost = [&](const char* day) {
        return cost_from_usage(catalog(), "claude-sonnet-5-5", usage, day).value;
    };
    CHECK(cost("2026-10-06") == 200'000'000);
    CHECK(cost("2026-10-07") == 100'000'000);
    CHECK(cost("2020-01-01") == 200'000'000);
}

TEST_CASE("model catalog: a long prompt prices the whole request in the dearer tier") {
    const auto cost = [](const Usage& usage) {
        return cost_from_usage(catalog(), "claude-haiku-5-5", usage, "2026-11-22").value;
    };
    CHECK(cost(usage_of(100'000, 1'000)) == 100'000 * 100 + 1'000 * 500);
    CHECK(cost(usage_of(100'001, 1'000)) == 100'001LL * 500 + 1'000 * 2'500);
    Usage cached = usage_of(1, 0);
    cached.cache_read_tokens = 100'000;
    CHECK(cost(cached) == 500 + 100'000 * 50);
}

TEST_CASE("model catalog: an unknown model costs as much as the dearest") {
    const NanoUsd unknown = cost_from_usage(catalog(), "new-model", usage_of(10, 10), "2026-11-22");
    for (const ModelInfo& model : catalog().models) {
        CHECK(cost_from_usage(catalog(), model.id, usage_of(10, 10), "2026-11-22") <= unknown);
    }
    CHECK(unknown.value > 0);
}

TEST_CASE("model catalog: searches and a region of choice cost extra") {
    Usage usage = usage_of(1'000, 0);
    usage.us_inference = true;
    usage.web_searches = 1;
    CHECK(cost_from_usage(catalog(), "claude-sonnet-5-5", usage, "2026-11-22").value ==
          (2'000'000 + 10'000'000) * 11 / 10);
}

TEST_CASE("model catalog: a dated snapshot finds its family") {
    REQUIRE(find_model(catalog(), "claude-haiku-4-5-20251001"));
    CHECK(find_model(catalog(), "claude-haiku-4-5-20251001")->id == "claude-haiku-4-5");
    CHECK_FALSE(find_model(catalog(), "claude-haiku-4-5-2025100x"));
    CHECK_FALSE(find_model(catalog(), ""));
    REQUIRE(find_model(catalog(), catalog().default_model));
    CHECK_FALSE(find_model(catalog(), catalog().default_model)->abilities.accepts_sampling);
}

TEST_CASE("model catalog: a file with a mistake is refused with its place") {
    const auto broken = [](const std::string& from, const std::string& to) {
        std::string text = file_text();
        text.replace(text.find(from), from.size(), to);
        const Result<ModelCatalog> result = model_catalog_from_json(text);
        REQUIRE_FALSE(static_cast<bool>(result));
        return result.error().message;
    };
    CHECK(broken("\"output\": 10,", "").find("claude-sonnet-5-5") != std::string::npos);
    CHECK(broken("\"input\": 2,", "\"input\": 0.0000001,").find("input") != std::string::npos);
    CHECK(broken("\"from\": \"2026-10-07\"", "\"from\": \"2026-09-01\"").find("ascend") !=
          std::string::npos);
    CHECK(broken("\"default_model\": \"claude", "\"default_model\": \"x").find("default_model") !=
          std::string::npos);
    CHECK_FALSE(static_cast<bool>(model_catalog_from_json("[")));
}
