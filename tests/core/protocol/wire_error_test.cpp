#include "core/protocol/wire_error.h"

#include <doctest/doctest.h>

using namespace atrium::protocol;

TEST_CASE("wire error: status and type belong together") {
    for (const int status : {400, 401, 402, 403, 404, 409, 413, 429, 500, 504, 529}) {
        CHECK(http_status_from_error_type(error_type_from_http_status(status)) == status);
    }
    CHECK(error_type_from_http_status(418) == "invalid_request_error");
    CHECK(error_type_from_http_status(502) == "api_error");
    CHECK(http_status_from_error_type("news") == 500);
}

TEST_CASE("wire error: what we write we read") {
    const std::string body = json_from_error("rate_limit_error", "Wait \"a bit\".", "req_1");
    CHECK(body.find("\"request_id\":\"req_1\"") != std::string::npos);
    CHECK(stream_error_from_response(429, body, 7) ==
          StreamError{"rate_limit_error", "Wait \"a bit\".", 429, 7});
    CHECK(json_from_error("x", "y", "").find("request_id") == std::string::npos);
}

TEST_CASE("wire error: a gateway's page becomes a sentence and never shows") {
    const StreamError error = stream_error_from_response(502, "<html>Bad gateway", std::nullopt);
    CHECK(error.type == "api_error");
    CHECK(error.message.find("<html>") == std::string::npos);
    CHECK(error.message.find("502") != std::string::npos);
}
