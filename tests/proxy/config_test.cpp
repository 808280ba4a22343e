#include "proxy/config.h"

#include <doctest/doctest.h>

#include "proxy/clock.h"
#include "proxy/request_guard.h"

using namespace atrium;
using namespace atrium::proxy;

namespace {

Config sound() {
    Config config;
    config.data_dir = "/tmp";
    return config;
}

}  // namespace

TEST_CASE("config: beyond this machine it takes TLS, or a word that another server adds it") {
    Config config = sound();
    CHECK(check_config(config));
    config.host = "0.0.0.0";
    CHECK_FALSE(static_cast<bool>(check_config(config)));
    config.behind_tls_proxy = true;
    CHECK_FALSE(static_cast<bool>(check_config(config)));
    config.allowed_origins = {"https://atrium.example.com"};
    CHECK(check_config(config));
}

TEST_CASE("config: what cannot be meant is refused with a sentence") {
    const auto message = [](void (*change)(Config&)) {
        Config config = sound();
        change(config);
        const Result<Done> checked = check_config(config);
        return checked ? std::string() : checked.error().message;
    };
    CHECK(message([](Config& c) { c.upstream_url = "api.anthropic.com"; }).find("https://") !=
          std::string::npos);
    CHECK_FALSE(message([](Config& c) { c.tls_key = "key.pem"; }).empty());
    CHECK_FALSE(message([](Config& c) { c.allowed_origins = {"*"}; }).empty());
    CHECK_FALSE(message([](Config& c) { c.allowed_origins = {"https://a.b/"}; }).empty());
    CHECK_FALSE(message([](Config& c) { c.data_dir = "/proc/nowhere"; }).empty());
}

TEST_CASE("clock: a day ends at midnight of the operator's zone, whatever summer time does") {
    REQUIRE(use_time_zone("Europe/Berlin"));
    // 2026-03-28 23:30 UTC is 00:30 on the 29th, a day of 23 hours.
    const Day spring = day_of(1'774'740'600'000);
    CHECK(spring.text == "2026-03-29");
    CHECK(spring.seconds_left == 22 * 3600 + 1800);
    REQUIRE(use_time_zone("UTC"));
    CHECK(day_of(1'774'740'600'000).text == "2026-03-28");
    CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
    CHECK_FALSE(use_time_zone("Mars/Olympus"));
    CHECK_FALSE(use_time_zone("../../etc/passwd"));
}

TEST_CASE("request guard: names and origins are compared whole") {
    Config config = sound();
    config.allowed_origins = {"https://app.example.com"};
    const RequestGuard guard(config);
    const auto status = [&](const std::string& host, const std::string& origin) {
        HttpRequest request;
        request.method = "GET";
        request.headers = {{"Host", host}};
        if (!origin.empty()) {
            request.headers.emplace_back("Origin", origin);
        }
        const auto intercepted = guard.intercept(request);
        return intercepted ? intercepted->status : 200;
    };
    CHECK(status("127.0.0.1:8787", "") == 200);
    CHECK(status("LOCALHOST", "") == 200);
    CHECK(status("[::1]:8787", "http://[::1]:8787") == 200);
    CHECK(status("app.example.com", "https://app.example.com") == 200);
    CHECK(status("127.0.0.1:8787", "https://app.example.com") == 200);
    CHECK(status("", "") == 421);
    CHECK(status("127.0.0.1.evil.com", "") == 421);
    CHECK(status("127.0.0.1:8787", "http://127.0.0.1:9999") == 403);
    CHECK(status("127.0.0.1:8787", "https://app.example.com.evil.com") == 403);
    CHECK(status("127.0.0.1:8787", "https://evil.com/https://app.example.com") == 403);
    CHECK(status("127.0.0.1:8787", "null") == 403);
}

TEST_CASE("clock: a day has four, two and two digits that a calendar might have") {
    for (const char* day : {"2026-11-22", "0001-01-31"}) {
        CHECK(is_day(day));
    }
    for (const char* none : {"", "2026", "2026-13-01", "2026-00-10", "2026-01-32", "26-11-2222"}) {
        CHECK_FALSE(is_day(none));
    }
}
