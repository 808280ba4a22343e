// `atrium-proxy serve`: puts the parts together, runs until a signal, and stops without losing an
// account.
#pragma once

#include <functional>

#include "proxy/config.h"

namespace atrium::proxy {

// Runs with the operator's configuration, and from a SIGHUP on with the one read again. Returns the
// process's exit code; what went wrong has been said on standard error.
int serve(const Config& requested, const std::function<Result<Config>()>& read_config_again);

}  // namespace atrium::proxy
