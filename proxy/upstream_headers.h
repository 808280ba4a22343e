// What crosses the proxy in either direction. Everything else is dropped: a caller's cookies,
// origin and token on the way there, what describes the operator's account on the way back.
#pragma once

#include <string>

#include "proxy/http.h"
#include "proxy/upstream.h"

namespace atrium::proxy {

// The caller's anthropic-version and anthropic-beta, if well-formed, and the content type.
[[nodiscard]] HttpHeaders upstream_headers(const HttpRequest& request);

// The path, with `beta=true` when the caller gave it; no other parameter.
[[nodiscard]] std::string path_with_query(const HttpRequest& request);

// Content type and request id; ours when upstream gave none.
[[nodiscard]] HttpHeaders relayed_headers(const UpstreamHead& head, const std::string& request_id);

// An error of upstream for the caller: as it is, except that trouble with the operator's own key or
// account is told in words of ours and as no error of the caller's.
[[nodiscard]] HttpResponse relayed_error(const UpstreamHead& head,
                                         const std::string& body,
                                         const std::string& request_id);

}  // namespace atrium::proxy
