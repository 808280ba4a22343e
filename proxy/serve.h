// `atrium-proxy serve`: puts the parts together, runs until a signal, and stops without losing an
// account.
#pragma once

#include <functional>

#include "proxy/config.h"

namespace atrium::proxy {

// Runs with what the operator told, and on SIGHUP again with what tell_again gives. Returns the
// process's exit code; what went wrong has been said on standard error.
int serve(const Config& config, const std::function<Result<Config>()>& tell_again);

}  // namespace atrium::proxy
