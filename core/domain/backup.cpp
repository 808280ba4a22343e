#include "core/domain/backup.h"

#include <nlohmann/json.hpp>

#include "core/protocol/limits.h"

namespace atrium::domain {
namespace {

constexpr std::string_view kFormat = "atrium-backup";
constexpr int kVersion = 1;

Error no_backup(const std::string& detail) {
    return {
        "backup-invalid",
        "This file is not an Atrium backup. Choose the atrium-backup.json of a launch kit or of "
        "Settings.",
        detail};
}

// Discarded where it is no JSON, or nests so deeply that writing it again would exhaust the stack.
nlohmann::json parsed(std::string_view text) {
    using nlohmann::json;
    bool too_deep = false;
    const auto look = [&](int depth, json::parse_event_t, json&) {
        too_deep = too_deep || depth > protocol::kMaxJsonDepth;
        return !too_deep;
    };
    json value = json::parse(text, look, false);
    return too_deep ? json(json::value_t::discarded) : value;
}

}  // namespace

std::string backup_json(const std::vector<RecordedEvent>& history) {
    std::string text = "{\"format\":\"" + std::string(kFormat) +
                       "\",\"version\":" + std::to_string(kVersion) + ",\"events\":[";
    const char* separator = "\n";
    for (const RecordedEvent& event : history) {
        text += separator + json_from_event(event);
        separator = ",\n";
    }
    return text + "\n]}\n";
}

Result<std::vector<RecordedEvent>> history_from_backup(std::string_view text) {
    using nlohmann::json;
    const json backup = parsed(text);
    if (!backup.is_object() || !backup.contains("format") || backup["format"] != kFormat) {
        return no_backup("no object with the format " + std::string(kFormat));
    }
    if (!backup.contains("version") || !backup["version"].is_number_integer() ||
        !backup.contains("events") || !backup["events"].is_array()) {
        return no_backup("version or events is missing");
    }
    if (backup["version"].get<int>() > kVersion) {
        return Error{"backup-newer",
                     "This backup was made by a newer version of Atrium. Update, then restore it.",
                     ""};
    }
    std::vector<RecordedEvent> history;
    for (const json& entry : backup["events"]) {
        Result<RecordedEvent> event =
            event_from_json(entry.dump(-1, ' ', false, json::error_handler_t::replace));
        if (!event) {
            return no_backup(event.error().detail);
        }
        if (event.value().seq != history.size() + 1) {
            return no_backup("the numbering of the events has a gap");
        }
        history.push_back(std::move(event).value());
    }
    return history;
}

}  // namespace atrium::domain
