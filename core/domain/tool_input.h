// The input of one tool call, read field by field. The first thing wrong with it is remembered, with the
// tool's name in front, because a model may have called several at once; the sentence is for the model.
//
//     ToolInput input("complete_task", object, {"task_id", "note", "confidence"});
//     const std::string id = input.task_id("task_id");
//     if (input.problem()) return *input.problem();
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/protocol/result.h"

namespace atrium::domain {

// A kind, an id or another single word.
inline constexpr std::size_t kMaxWordBytes = 60;

class ToolInput {
 public:
    // `input` is an object and outlives this; a field that is not `known` is a problem.
    ToolInput(std::string_view tool,
              const nlohmann::json& input,
              std::initializer_list<std::string_view> known);

    // Each of these gives an empty value where the field is wrong.
    std::string required_text(const char* field, std::size_t most_bytes);
    std::string optional_text(const char* field, std::size_t most_bytes);
    double confidence();
    std::string task_id(const char* field);
    std::optional<double> optional_number(const char* field);
    std::optional<std::vector<std::string>> optional_task_ids(const char* field);

    // The object in the field, as JSON.
    std::string object(const char* field);
    std::vector<std::string> suggestions();

    [[nodiscard]] bool has(const char* field) const;

    // Remembers a problem that the caller has found.
    void fail(const std::string& problem);

    // "tool-input-invalid", or nothing.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }

 private:
    std::string tool_;
    const nlohmann::json& input_;
    std::optional<Error> problem_;
};

}  // namespace atrium::domain
