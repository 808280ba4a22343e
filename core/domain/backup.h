// A whole workspace as one JSON file, and back. It holds the history itself, so that restoring gives
// exactly the state, undo included.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/event.h"
#include "core/protocol/result.h"

namespace atrium::domain {

// {"format":"atrium-backup","version":1,"events":[…]}, one event a line.
std::string backup_json(const std::vector<RecordedEvent>& history);

// The history of a backup. The error says in the person's words what the file is not.
Result<std::vector<RecordedEvent>> history_from_backup(std::string_view text);

}  // namespace atrium::domain
