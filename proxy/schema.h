// The tables, as a list of steps that is only ever added to: a database remembers how many it has
// seen, and an older one is brought forward at the start.
#pragma once

#include <soci/soci.h>

#include "core/protocol/result.h"

namespace atrium::proxy {

// To be run inside a transaction. Fails when the database has seen more steps than this program
// knows.
Result<Done> migrate_schema(soci::session& sql);

}  // namespace atrium::proxy
