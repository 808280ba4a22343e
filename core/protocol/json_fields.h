// Reading fields of untrusted JSON without exceptions: a missing field and one of another type are
// the same. For .cpp files of core/protocol only, because it exposes nlohmann::json.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace atrium::protocol {

using Json = nlohmann::json;

// Null where there is no such field, or where `object` is no object.
inline const Json& field(const Json& object, const char* name) {
    static const Json kNull;
    if (!object.is_object()) {
        return kNull;
    }
    const auto found = object.find(name);
    return found == object.end() ? kNull : *found;
}

inline std::string text_field(const Json& object, const char* name) {
    const Json& value = field(object, name);
    return value.is_string() ? value.get<std::string>() : std::string();
}

inline bool bool_field(const Json& object, const char* name) {
    const Json& value = field(object, name);
    return value.is_boolean() && value.get<bool>();
}

inline std::optional<std::int64_t> integer_field(const Json& object, const char* name) {
    const Json& value = field(object, name);
    if (!value.is_number_integer()) {
        return std::nullopt;
    }
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) {
        return std::nullopt;
    }
    return value.get<std::int64_t>();
}

inline Json parse_json(std::string_view text) {
    return Json::parse(text, nullptr, false);
}

inline std::string text_from_json(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace atrium::protocol
