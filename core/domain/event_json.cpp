#include <array>
#include <string>

#include "core/domain/event.h"
#include "core/domain/event_members.h"

namespace atrium::domain {
namespace {

// Raised when the data of an existing kind gets another shape; older lines are then lifted here.
constexpr int kVersion = 1;

// The journal's word for each alternative of Event, in its order; UnknownEvent has its own.
constexpr std::array kKinds = {
    "profile-saved"sv,      "project-started"sv,
    "project-renamed"sv,    "project-status-changed"sv,
    "project-archived"sv,   "project-reopened"sv,
    "message-added"sv,      "decision-recorded"sv,
    "task-completed"sv,     "task-reopened"sv,
    "task-skipped"sv,       "task-restored"sv,
    "task-estimated"sv,     "task-added"sv,
    "task-edited"sv,        "task-removed"sv,
    "task-moved"sv,         "plan-change-noted"sv,
    "suggestion-made"sv,    "suggestion-resolved"sv,
    "document-saved"sv,     "document-accepted"sv,
    "session-resumed"sv,    "session-paused"sv,
    "milestone-reached"sv,  "settings-changed"sv,
    "batch-undone"sv,       "batch-redone"sv,
    "assumption-changed"sv, "messages-set-aside"sv,
    "message-shown"sv,      "message-pinned"sv,
    "message-unpinned"sv,   "message-sent"sv,
    "message-withdrawn"sv,  "tour-seen"sv,
    "case-saved"sv,         "case-removed"sv,
    "case-renamed"sv,
};
static_assert(kKinds.size() + 1 == std::variant_size_v<Event>);

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename Kind>
Json encode_data(const Kind& event) {
    if constexpr (std::is_same_v<Kind, UnknownEvent>) {
        return Json::parse(event.data_json, nullptr, false);
    } else {
        return Codec<Kind>::encode(event);
    }
}

// Decodes the alternative number `Index` when its word is `kind`, else tries the next one.
template <std::size_t Index = 0>
bool decode_data(std::string_view kind, int version, const Json& data, Event& event) {
    if constexpr (Index < kKinds.size()) {
        if (kKinds[Index] != kind) {
            return decode_data<Index + 1>(kind, version, data, event);
        }
        using Kind = std::variant_alternative_t<Index, Event>;
        return Codec<Kind>::decode(data, event.emplace<Index>());
    } else {
        event = UnknownEvent{std::string(kind), version, dump(data)};
        return true;
    }
}

Error unreadable(std::string_view why, std::string_view line) {
    return {"event-unreadable",
            "An entry of the history cannot be read: " + std::string(why) + ".",
            std::string(line.substr(0, 200))};
}

}  // namespace

std::string json_from_event(const RecordedEvent& recorded) {
    const auto* unknown = std::get_if<UnknownEvent>(&recorded.event);
    const std::string kind =
        unknown != nullptr ? unknown->kind : std::string(kKinds[recorded.event.index()]);
    const Json data =
        std::visit([](const auto& event) { return encode_data(event); }, recorded.event);
    // Built by hand for a fixed order of the members: a person who looks into a backup reads the
    // number and the kind first.
    return "{\"seq\":" + std::to_string(recorded.seq) + ",\"at\":" + std::to_string(recorded.at) +
           ",\"batch\":" + std::to_string(recorded.batch.value) +
           ",\"v\":" + std::to_string(unknown != nullptr ? unknown->version : kVersion) +
           ",\"kind\":" + dump(kind) + ",\"data\":" + dump(data) + "}";
}

Result<RecordedEvent> event_from_json(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) {
        return unreadable("it is not a JSON object", line);
    }
    RecordedEvent recorded;
    std::string kind;
    int version = 0;
    const auto read = [&](const char* name, auto& value) {
        const auto member = json.find(name);
        return member != json.end() && Codec<std::decay_t<decltype(value)>>::decode(*member, value);
    };
    if (!read("seq", recorded.seq) || !read("at", recorded.at) || !read("batch", recorded.batch) ||
        !read("v", version) || !read("kind", kind) || !json.contains("data")) {
        return unreadable("seq, at, batch, v, kind or data is missing", line);
    }
    if (version > kVersion) {
        // A newer version gave this kind another shape: kept word for word, like an unknown kind.
        recorded.event = UnknownEvent{kind, version, dump(json["data"])};
        return recorded;
    }
    if (!decode_data(kind, version, json["data"], recorded.event)) {
        return unreadable("the data do not fit the kind " + kind, line);
    }
    return recorded;
}

}  // namespace atrium::domain
