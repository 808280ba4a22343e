#include "core/domain/tool_input.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"

namespace atrium::domain {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxSuggestions = 4;
constexpr std::size_t kMaxSuggestionBytes = 120;

// Whether an added task exists is the plan's to say.
bool is_task_id(const std::string& id) {
    const bool added = id.starts_with(kAddedTaskPrefix) &&
                       id.find_first_not_of("0123456789", kAddedTaskPrefix.size()) == id.npos;
    return added || std::find(kTaskIds.begin(), kTaskIds.end(), id) != kTaskIds.end();
}

std::string quoted(const char* field) {
    return '"' + std::string(field) + '"';
}

template <typename Words>
std::string listed(const Words& words) {
    std::string list;
    for (const std::string_view word : words) {
        list += (list.empty() ? "" : ", ") + std::string(word);
    }
    return list;
}

}  // namespace

ToolInput::ToolInput(std::string_view tool,
                     const json& input,
                     std::initializer_list<std::string_view> known)
    : tool_(tool), input_(input) {
    for (const auto& [key, value] : input.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            fail("there is no field \"" + key.substr(0, kMaxWordBytes) + "\"; the fields are " +
                 listed(known) + ".");
        }
    }
}

std::string ToolInput::required_text(const char* field, std::size_t most_bytes) {
    if (input_.find(field) == input_.end()) {
        fail(quoted(field) + " is missing.");
        return "";
    }
    std::string text = optional_text(field, most_bytes);
    if (ascii::is_blank(text)) {
        fail(quoted(field) + " must not be empty.");
    }
    return text;
}

std::string ToolInput::optional_text(const char* field, std::size_t most_bytes) {
    const auto at = input_.find(field);
    if (at == input_.end()) {
        return "";
    }
    if (!at->is_string() || at->get_ref<const std::string&>().size() > most_bytes) {
        fail(quoted(field) + " must be a text of at most " + std::to_string(most_bytes) +
             " bytes.");
        return "";
    }
    return at->get<std::string>();
}

double ToolInput::confidence() {
    const auto at = input_.find("confidence");
    const double value = at != input_.end() && at->is_number() ? at->get<double>() : -1.0;
    if (!(value >= 0.0 && value <= 1.0)) {
        fail(
            "\"confidence\" must be a number from 0 to 1: how sure you are that the creator "
            "means it.");
        return 0.0;
    }
    return value;
}

std::string ToolInput::task_id(const char* field) {
    const std::string id = required_text(field, kMaxWordBytes);
    if (!is_task_id(id)) {
        fail(quoted(field) + " must be one of the plan's tasks: " + listed(kTaskIds) +
             ", or the id of an added one (own-…).");
    }
    return id;
}

std::optional<double> ToolInput::optional_number(const char* field) {
    const auto at = input_.find(field);
    if (at == input_.end() || at->is_null()) {
        return std::nullopt;
    }
    if (!at->is_number()) {
        fail(quoted(field) + " must be a number.");
        return std::nullopt;
    }
    return at->get<double>();
}

std::optional<std::vector<std::string>> ToolInput::optional_task_ids(const char* field) {
    const auto at = input_.find(field);
    if (at == input_.end() || at->is_null()) {
        return std::nullopt;
    }
    std::vector<std::string> ids;
    for (const json& item : at->is_array() ? *at : json::array({json()})) {
        if (!item.is_string() || !is_task_id(item.get_ref<const std::string&>())) {
            fail(quoted(field) + " must be a list of task ids.");
            return std::nullopt;
        }
        ids.push_back(item.get<std::string>());
    }
    return ids;
}

std::string ToolInput::object(const char* field) {
    const auto at = input_.find(field);
    if (at == input_.end() || !at->is_object()) {
        fail(quoted(field) +
             " must be an object with what the creator stated; {} when nothing "
             "was stated.");
        return "{}";
    }
    return at->dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<std::string> ToolInput::suggestions() {
    std::vector<std::string> texts;
    const auto at = input_.find("suggestions");
    if (at == input_.end() || !at->is_array() || at->empty() || at->size() > kMaxSuggestions) {
        fail("\"suggestions\" must be a list of 1 to 4 short texts.");
        return texts;
    }
    for (const json& item : *at) {
        if (!item.is_string() || item.get_ref<const std::string&>().empty() ||
            item.get_ref<const std::string&>().size() > kMaxSuggestionBytes) {
            fail(
                "each of \"suggestions\" must be a text of 1 to 120 bytes, in the creator's "
                "words.");
            return texts;
        }
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

bool ToolInput::has(const char* field) const {
    return input_.find(field) != input_.end();
}

void ToolInput::fail(const std::string& problem) {
    if (!problem_) {
        problem_ = Error{"tool-input-invalid", tool_ + ": " + problem, ""};
    }
}

}  // namespace atrium::domain
