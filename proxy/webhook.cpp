#include "proxy/webhook.h"

#include <httplib.h>

namespace atrium::proxy {

namespace {

constexpr int kTimeoutSeconds = 5;

}  // namespace

bool post_to_webhook(const Secret& address, const std::string& json) {
    const std::string& url = address.reveal();
    const std::size_t path = url.find('/', url.find("://") + 3);
    httplib::Client client(url.substr(0, path));
    client.set_follow_location(false);
    client.set_connection_timeout(kTimeoutSeconds);
    client.set_read_timeout(kTimeoutSeconds);
    client.set_write_timeout(kTimeoutSeconds);
    const httplib::Result result =
        client.Post(path == std::string::npos ? "/" : url.substr(path), json, "application/json");
    return result && result->status / 100 == 2;
}

}  // namespace atrium::proxy
