// Tells the operator's own server about an alert. The address may hold a secret and is in no log.
#pragma once

#include <string>

#include "proxy/secret.h"

namespace atrium::proxy {

// POSTs the JSON and waits at most ten seconds. True when it was taken with a status of 2xx.
bool post_to_webhook(const Secret& address, const std::string& json);

}  // namespace atrium::proxy
