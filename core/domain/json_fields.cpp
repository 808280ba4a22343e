#include "core/domain/json_fields.h"

#include <cmath>
#include <limits>
#include <utility>

namespace atrium::domain {

using nlohmann::json;

JsonFields::JsonFields(const json& object, std::string place, std::string& problem)
    : object_(object), place_(std::move(place)), problem_(problem) {
    if (!object_.is_object() && problem_.empty()) {
        problem_ = "Expected an object with fields for " + place_ + ".";
    }
}

const json* JsonFields::find(const char* name) const {
    if (!object_.is_object()) {
        return nullptr;
    }
    const auto member = object_.find(name);
    return member == object_.end() || member->is_null() ? nullptr : &*member;
}

void JsonFields::fail(const char* name, const std::string& what) {
    if (problem_.empty()) {
        problem_ = "In " + place_ + ", \"" + name + "\" " + what + ".";
    }
}

void JsonFields::read(const char* name, std::string& into) {
    const json* member = find(name);
    if (!member) {
        return;
    }
    if (!member->is_string()) {
        fail(name, "is not a text");
        return;
    }
    into = member->get<std::string>();
}

void JsonFields::read(const char* name, double& into) {
    const json* member = find(name);
    if (!member) {
        return;
    }
    if (!member->is_number() || !std::isfinite(member->get<double>())) {
        fail(name, "is not a number");
        return;
    }
    into = member->get<double>();
}

template <typename Number>
void JsonFields::read_integer(const char* name, Number& into) {
    double value = static_cast<double>(into);
    read(name, value);
    const double limit = std::is_same_v<Number, int> ? std::numeric_limits<int>::max() : 1e15;
    if (value != std::floor(value) || std::abs(value) > limit) {
        fail(name, "is not a whole number");
        return;
    }
    into = static_cast<Number>(value);
}

void JsonFields::read(const char* name, int& into) {
    read_integer(name, into);
}

void JsonFields::read(const char* name, std::int64_t& into) {
    read_integer(name, into);
}

void JsonFields::read(const char* name, bool& into) {
    const json* member = find(name);
    if (!member) {
        return;
    }
    if (!member->is_boolean()) {
        fail(name, "is neither true nor false");
        return;
    }
    into = member->get<bool>();
}

void JsonFields::read(const char* name, std::optional<double>& into) {
    if (find(name)) {
        double value = 0;
        read(name, value);
        into = value;
    }
}

void JsonFields::read(const char* name, std::vector<std::string>& into) {
    const json* member = find(name);
    if (!member) {
        return;
    }
    std::vector<std::string> texts;
    bool all_texts = member->is_array();
    if (all_texts) {
        for (const json& entry : *member) {
            all_texts = all_texts && entry.is_string();
            texts.push_back(entry.is_string() ? entry.get<std::string>() : std::string());
        }
    }
    if (!all_texts) {
        fail(name, "is not a list of texts");
        return;
    }
    into = std::move(texts);
}

bool JsonFields::require_present(const char* name) {
    if (!find(name)) {
        fail(name, "is missing");
        return false;
    }
    return true;
}

void JsonFields::require(const char* name, std::string& into) {
    read(name, into);
    if (!find(name) || into.empty()) {
        fail(name, "is missing or empty");
    }
}

void JsonFields::require(const char* name, double& into) {
    if (require_present(name)) {
        read(name, into);
    }
}

void JsonFields::require(const char* name, int& into) {
    if (require_present(name)) {
        read(name, into);
    }
}

const json& JsonFields::require_list(const char* name) {
    static const json empty = json::array();
    const json* member = find(name);
    if (!member || !member->is_array()) {
        fail(name, "is missing or not a list");
        return empty;
    }
    return *member;
}

}  // namespace atrium::domain
