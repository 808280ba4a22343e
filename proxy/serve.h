// `atrium-proxy serve`: puts the parts together, runs until a signal, and stops without losing an
// account.
#pragma once

#include "proxy/config.h"

namespace atrium::proxy {

// Returns the process's exit code; what went wrong has been said on standard error.
int serve(Config config);

}  // namespace atrium::proxy
