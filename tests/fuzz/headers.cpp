// Headers of callers and of upstream, as "name:value" lines: what is sent on holds no line break, and
// nothing beyond the lists.
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "proxy/request_guard.h"
#include "proxy/upstream_headers.h"
#include "tests/fuzz/expect.h"

using namespace atrium;

namespace {

// Values keep every byte but the line feed that ends them here, carriage returns included.
proxy::HttpHeaders headers_of(std::string_view text) {
    proxy::HttpHeaders headers;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos) {
            headers.emplace_back(line.substr(0, colon), line.substr(colon + 1));
        }
    }
    return headers;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static proxy::Config config;
    config.allowed_origins = {"https://app.example.com"};
    static const proxy::RequestGuard guard(config);
    proxy::HttpRequest request;
    request.method = size % 2 ? "GET" : "OPTIONS";
    request.headers = headers_of({reinterpret_cast<const char*>(data), size});
    request.path = "/v1/messages";
    request.query = proxy::header_value(request.headers, "query");
    proxy::HttpResponse response = guard.intercept(request).value_or(proxy::HttpResponse{});
    guard.protect(request, response);
    const std::string shared = proxy::header_value(response.headers, "access-control-allow-origin");
    fuzz::expect(shared.empty() || shared == "https://app.example.com");

    static const std::set<std::string> kSent = {
        "content-type", "user-agent", "anthropic-version", "anthropic-beta"};
    for (const auto& [name, value] : proxy::upstream_headers(request)) {
        fuzz::expect(kSent.count(name) == 1);
        fuzz::expect(value.find_first_of("\r\n") == std::string::npos);
    }
    const std::string path = proxy::path_with_query(request);
    fuzz::expect(path == "/v1/messages" || path == "/v1/messages?beta=true");
    (void)proxy::relayed_error(
        {429, request.headers}, {reinterpret_cast<const char*>(data), size}, "r");
    return 0;
}
