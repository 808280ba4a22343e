#include "shell/terminal/detect_command.h"

#include <nlohmann/json.hpp>

#include "core/domain/detector/detector.h"

namespace atrium::shell {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

ordered_json json_from(const domain::Detection& found) {
    ordered_json out = {
        {"decisions", ordered_json::array()},
        {"tasks", ordered_json::array()},
        {"next_steps", found.next_steps},
    };
    for (const domain::DetectedDecision& decision : found.decisions) {
        out["decisions"].push_back({
            {"category", domain::category_id(domain::category_of(decision.slots))},
            {"slots", ordered_json::parse(domain::slots_json(decision.slots), nullptr, false)},
            {"confidence", decision.confidence},
        });
    }
    for (const domain::DetectedTask& task : found.tasks) {
        out["tasks"].push_back({{"task_id", task.task_id}, {"confidence", task.confidence}});
    }
    return out;
}

}  // namespace

Result<std::string> detect_line(std::string_view jsonl_line, domain::Date today) {
    const json line = json::parse(jsonl_line, nullptr, false);
    if (!line.is_object() || !line.contains("text") || !line["text"].is_string()) {
        return Error{"detect-line-invalid",
                     "Each line must be a JSON object with a \"text\" and, ideally, an \"id\" and "
                     "a \"role\".",
                     ""};
    }
    const std::string role = line.contains("role") && line["role"].is_string()
                                 ? line["role"].get<std::string>()
                                 : "user";
    if (role != "user" && role != "assistant") {
        return Error{"detect-line-invalid", "\"role\" must be \"user\" or \"assistant\".", ""};
    }
    const domain::Speaker speaker =
        role == "user" ? domain::Speaker::User : domain::Speaker::Assistant;
    ordered_json out;
    out["id"] = line.contains("id") ? ordered_json(line["id"]) : ordered_json(nullptr);
    out.update(
        json_from(domain::detect(line["text"].get_ref<const std::string&>(), speaker, today)));
    return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace atrium::shell
