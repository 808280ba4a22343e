// How the values inside events look in JSON; internal to event_json.cpp and its parts, the only
// header of the domain that knows the JSON library. A struct lists its members once, and the list
// serves writing and reading:
//
//     template <typename Io> void list_members(Io& io, const TaskSkipped*) {
//         io("task", &TaskSkipped::task_id)("reason", &TaskSkipped::reason);
//     }
//
// A member that has its default is not written; a member that is missing keeps its default.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/domain/date.h"
#include "core/domain/ids.h"

namespace atrium::domain {

using Json = nlohmann::json;

// The words of an enumeration in the order of its values; specialised beside list_members.
template <typename Enum>
struct EnumWords;

// Codec<T>::encode(value) gives JSON; decode(json, value) is false when the JSON does not fit.
template <typename T, typename = void>
struct Codec;

// Writes the members of one struct that differ from a fresh one.
template <typename Struct>
class MemberWriter {
 public:
    MemberWriter(const Struct& value, Json& object) : value_(value), object_(object) {}

    template <typename Member>
    MemberWriter& operator()(const char* name, Member Struct::*member) {
        if (!(value_.*member == fresh_.*member)) {
            object_[name] = Codec<Member>::encode(value_.*member);
        }
        return *this;
    }

 private:
    const Struct& value_;
    const Struct fresh_{};
    Json& object_;
};

// Reads the members of one struct and remembers the first one that does not fit.
template <typename Struct>
class MemberReader {
 public:
    MemberReader(const Json& object, Struct& value) : object_(object), value_(value) {}

    template <typename Member>
    MemberReader& operator()(const char* name, Member Struct::*member) {
        const auto found = object_.find(name);
        if (found != object_.end() && !Codec<Member>::decode(*found, value_.*member)) {
            fits_ = false;
        }
        return *this;
    }

    bool fits() const { return fits_; }

 private:
    const Json& object_;
    Struct& value_;
    bool fits_ = true;
};

template <>
struct Codec<std::string> {
    static Json encode(const std::string& value) { return value; }

    static bool decode(const Json& json, std::string& value) {
        if (!json.is_string()) {
            return false;
        }
        value = json.get_ref<const std::string&>();
        return true;
    }
};

template <>
struct Codec<bool> {
    static Json encode(bool value) { return value; }

    static bool decode(const Json& json, bool& value) {
        if (!json.is_boolean()) {
            return false;
        }
        value = json.get<bool>();
        return true;
    }
};

template <typename Number>
struct Codec<Number,
             std::enable_if_t<std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>>> {
    static Json encode(Number value) { return value; }

    static bool decode(const Json& json, Number& value) {
        const bool fits = std::is_integral_v<Number> ? json.is_number_integer() : json.is_number();
        if (fits) {
            value = json.get<Number>();
        }
        return fits;
    }
};

template <typename Enum>
struct Codec<Enum, std::enable_if_t<std::is_enum_v<Enum>>> {
    static Json encode(Enum value) {
        return std::string(EnumWords<Enum>::words[static_cast<std::size_t>(value)]);
    }

    static bool decode(const Json& json, Enum& value) {
        if (!json.is_string()) {
            return false;
        }
        const auto& word = json.get_ref<const std::string&>();
        for (std::size_t i = 0; i < EnumWords<Enum>::words.size(); ++i) {
            if (EnumWords<Enum>::words[i] == word) {
                value = static_cast<Enum>(i);
                return true;
            }
        }
        return false;
    }
};

template <typename Tag>
struct Codec<StrongId<Tag>> {
    static Json encode(StrongId<Tag> id) { return id.value; }

    static bool decode(const Json& json, StrongId<Tag>& id) {
        return Codec<std::uint64_t>::decode(json, id.value);
    }
};

template <>
struct Codec<Date> {
    static Json encode(Date date) { return iso_from_date(date); }

    static bool decode(const Json& json, Date& date) {
        std::string text;
        const bool is_text = Codec<std::string>::decode(json, text);
        const std::optional<Date> parsed = is_text ? date_from_iso(text) : std::nullopt;
        date = parsed.value_or(date);
        return parsed.has_value();
    }
};

template <typename T>
struct Codec<std::optional<T>> {
    static Json encode(const std::optional<T>& value) {
        return value ? Codec<T>::encode(*value) : Json();
    }

    static bool decode(const Json& json, std::optional<T>& value) {
        return Codec<T>::decode(json, value.emplace());
    }
};

template <typename T>
struct Codec<std::vector<T>> {
    static Json encode(const std::vector<T>& values) {
        Json array = Json::array();
        for (const T& value : values) {
            array.push_back(Codec<T>::encode(value));
        }
        return array;
    }

    static bool decode(const Json& json, std::vector<T>& values) {
        if (!json.is_array()) {
            return false;
        }
        values.clear();
        for (const Json& element : json) {
            if (!Codec<T>::decode(element, values.emplace_back())) {
                return false;
            }
        }
        return true;
    }
};

// Stands in for a reader or writer to ask whether a type has list_members.
struct MemberProbe {
    template <typename Struct, typename Member>
    MemberProbe& operator()(const char*, Member Struct::*) {
        return *this;
    }
};

// Any struct with list_members.
template <typename Struct>
struct Codec<Struct,
             std::void_t<decltype(list_members(std::declval<MemberProbe&>(),
                                               static_cast<const Struct*>(nullptr)))>> {
    static Json encode(const Struct& value) {
        Json object = Json::object();
        MemberWriter<Struct> writer(value, object);
        list_members(writer, &value);
        return object;
    }

    static bool decode(const Json& json, Struct& value) {
        if (!json.is_object()) {
            return false;
        }
        MemberReader<Struct> reader(json, value);
        list_members(reader, static_cast<const Struct*>(nullptr));
        return reader.fits();
    }
};

}  // namespace atrium::domain
