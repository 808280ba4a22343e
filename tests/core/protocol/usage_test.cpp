#include "core/protocol/usage.h"

#include <doctest/doctest.h>

using namespace atrium::protocol;

TEST_CASE("usage: the last statement of a field wins and absent fields say nothing") {
    Usage usage;
    UsageReport start;
    start.input_tokens = 100;
    start.output_tokens = 1;
    start.cache_read_tokens = 50;
    merge(usage, start);
    UsageReport delta;
    delta.output_tokens = 30;
    delta.cache_read_tokens = 0;
    merge(usage, delta);
    merge(usage, delta);
    CHECK(usage.input_tokens == 100);
    CHECK(usage.output_tokens == 30);
    CHECK(usage.cache_read_tokens == 0);
}

TEST_CASE("usage: a total of cache writes keeps the part that lives an hour") {
    Usage usage;
    UsageReport start;
    start.cache_write_tokens = 70;
    start.cache_write_5m_tokens = 20;
    start.cache_write_1h_tokens = 50;
    merge(usage, start);
    CHECK(usage.cache_write_5m_tokens == 20);
    UsageReport later;
    later.cache_write_tokens = 90;
    merge(usage, later);
    CHECK(usage.cache_write_5m_tokens == 40);
    CHECK(usage.cache_write_1h_tokens == 50);
    CHECK(prompt_tokens(usage) == 90);
}

TEST_CASE("usage: nonsense is ignored") {
    Usage usage;
    UsageReport negative;
    negative.input_tokens = -5;
    negative.cache_write_tokens = -1;
    merge(usage, negative);
    CHECK(usage == Usage{});
    CHECK(usage_report_from_reply("<html>") == UsageReport{});
    CHECK(usage_report_from_reply(R"({"usage":{"input_tokens":"7","output_tokens":8}})")
              .output_tokens == 8);
}
