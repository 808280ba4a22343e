// The request of Anthropic's Messages API, as far as Atrium uses it, and the content blocks that
// both requests and replies consist of.
//
//     MessagesRequest request;
//     request.model = "claude-sonnet-5-5";
//     request.max_tokens = 4096;
//     request.messages = {{Role::User, {TextBlock{"How do I start?"}}}};
//     std::string body = json_from_request(request);
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace atrium::protocol {

struct TextBlock {
    std::string text;

    bool operator==(const TextBlock&) const = default;
};

// The model asks for a tool. input_json is the JSON object as it came, unparsed and unvalidated.
struct ToolUseBlock {
    std::string id;
    std::string name;
    std::string input_json;

    bool operator==(const ToolUseBlock&) const = default;
};

// The answer to a ToolUseBlock; every one needs an answer in the next user message.
struct ToolResultBlock {
    std::string tool_use_id;
    std::string content;
    bool is_error = false;

    bool operator==(const ToolResultBlock&) const = default;
};

// Reasoning. Current models leave `thinking` empty and give only the signature. To be sent back
// unchanged, or the API answers 400.
struct ThinkingBlock {
    std::string thinking;
    std::string signature;

    bool operator==(const ThinkingBlock&) const = default;
};

struct RedactedThinkingBlock {
    std::string data;

    bool operator==(const RedactedThinkingBlock&) const = default;
};

using ContentBlock =
    std::variant<TextBlock, ToolUseBlock, ToolResultBlock, ThinkingBlock, RedactedThinkingBlock>;

enum class Role { User, Assistant };

struct ChatMessage {
    Role role = Role::User;
    std::vector<ContentBlock> content;

    bool operator==(const ChatMessage&) const = default;
};

// input_schema_json: a JSON Schema object as text.
struct ToolSpec {
    std::string name;
    std::string description;
    std::string input_schema_json;

    bool operator==(const ToolSpec&) const = default;
};

// cache_breakpoint: everything up to and including this block is to be cached upstream. The API
// takes at most four.
struct SystemBlock {
    std::string text;
    bool cache_breakpoint = false;

    bool operator==(const SystemBlock&) const = default;
};

// temperature: only for models that accept it (ModelAbilities::accepts_sampling).
struct MessagesRequest {
    std::string model;
    int max_tokens = 0;
    std::vector<SystemBlock> system;
    std::vector<ChatMessage> messages;
    std::vector<ToolSpec> tools;
    std::optional<double> temperature;
    bool stream = true;

    bool operator==(const MessagesRequest&) const = default;
};

// The body to POST. The same request gives the same bytes, tools and system stand before the
// messages, and what came from the model (tool input) is put back byte for byte, so that a longer
// conversation keeps its prefix and hits the cache. Empty text blocks, and messages left without a
// block, are omitted because the API refuses them; tool input or a schema that is no JSON object is
// sent as {}; text that is not UTF-8 gets replacement characters.
[[nodiscard]] std::string json_from_request(const MessagesRequest& request);

}  // namespace atrium::protocol
