#include "proxy/http.h"

#include <strings.h>

namespace atrium::proxy {

std::string header_value(const HttpHeaders& headers, std::string_view name) {
    for (const auto& [key, value] : headers) {
        if (key.size() == name.size() && strncasecmp(key.data(), name.data(), name.size()) == 0) {
            return value;
        }
    }
    return "";
}

HttpResponse json_response(int status, std::string json) {
    HttpResponse response;
    response.status = status;
    response.headers = {{"content-type", "application/json"}};
    response.body = std::make_shared<const std::string>(std::move(json));
    return response;
}

}  // namespace atrium::proxy
