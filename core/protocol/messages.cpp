#include "core/protocol/messages.h"

#include "core/protocol/json_fields.h"

namespace atrium::protocol {

namespace {

std::string json_string(const std::string& text) {
    return text_from_json(Json(text));
}

// JSON objects from outside are put in as they are: parsing and writing them again could change
// bytes that the model's cache and signatures depend on.
std::string object_or_empty(const std::string& json) {
    return parse_json(json).is_object() ? json : "{}";
}

struct BlockWriter {
    std::string operator()(const TextBlock& block) const {
        return block.text.empty() ? ""
                                  : R"({"type":"text","text":)" + json_string(block.text) + "}";
    }

    std::string operator()(const ToolUseBlock& block) const {
        return R"({"type":"tool_use","id":)" + json_string(block.id) + R"(,"name":)" +
               json_string(block.name) + R"(,"input":)" + object_or_empty(block.input_json) + "}";
    }

    std::string operator()(const ToolResultBlock& block) const {
        return R"({"type":"tool_result","tool_use_id":)" + json_string(block.tool_use_id) +
               R"(,"content":)" + json_string(block.content) +
               (block.is_error ? R"(,"is_error":true})" : "}");
    }

    std::string operator()(const ThinkingBlock& block) const {
        return R"({"type":"thinking","thinking":)" + json_string(block.thinking) +
               R"(,"signature":)" + json_string(block.signature) + "}";
    }

    std::string operator()(const RedactedThinkingBlock& block) const {
        return R"({"type":"redacted_thinking","data":)" + json_string(block.data) + "}";
    }
};

// Adds an element to a JSON array under construction; nothing for an empty element.
void append(std::string& array, const std::string& element) {
    if (element.empty()) {
        return;
    }
    if (!array.empty()) {
        array += ',';
    }
    array += element;
}

std::string tools_json(const std::vector<ToolSpec>& tools) {
    std::string array;
    for (const ToolSpec& tool : tools) {
        append(array,
               R"({"name":)" + json_string(tool.name) + R"(,"description":)" +
                   json_string(tool.description) + R"(,"input_schema":)" +
                   object_or_empty(tool.input_schema_json) + "}");
    }
    return array;
}

std::string system_json(const std::vector<SystemBlock>& system) {
    std::string array;
    for (const SystemBlock& block : system) {
        if (!block.text.empty()) {
            const char* cache =
                block.cache_breakpoint ? R"(,"cache_control":{"type":"ephemeral"}})" : "}";
            append(array, R"({"type":"text","text":)" + json_string(block.text) + cache);
        }
    }
    return array;
}

std::string messages_json(const std::vector<ChatMessage>& messages) {
    std::string array;
    for (const ChatMessage& message : messages) {
        std::string blocks;
        for (const ContentBlock& block : message.content) {
            append(blocks, std::visit(BlockWriter{}, block));
        }
        if (!blocks.empty()) {
            const char* role = message.role == Role::User ? "user" : "assistant";
            append(array, std::string(R"({"role":")") + role + R"(","content":[)" + blocks + "]}");
        }
    }
    return array;
}

}  // namespace

std::string json_from_request(const MessagesRequest& request) {
    std::string body = R"({"model":)" + json_string(request.model) + R"(,"max_tokens":)" +
                       std::to_string(request.max_tokens) + R"(,"stream":)" +
                       (request.stream ? "true" : "false");
    if (request.temperature) {
        body += R"(,"temperature":)" + text_from_json(Json(*request.temperature));
    }
    if (!request.tools.empty()) {
        body += R"(,"tools":[)" + tools_json(request.tools) + "]";
    }
    if (const std::string system = system_json(request.system); !system.empty()) {
        body += R"(,"system":[)" + system + "]";
    }
    return body + R"(,"messages":[)" + messages_json(request.messages) + "]}";
}

}  // namespace atrium::protocol
