#include "proxy/request_policy.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

#include <nlohmann/json.hpp>

#include "core/protocol/limits.h"

namespace atrium::proxy {

namespace {

using Json = nlohmann::json;

// Beyond the body itself: the instructions that the API adds for tools and thinking.
constexpr std::int64_t kHiddenPromptTokens = 2000;

Error bad_request(const std::string& message) {
    return {"invalid_request_error", message, ""};
}

// Deeper than any honest request; checked before parsing, so that depth costs nothing.
bool nests_too_deeply(std::string_view body) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (in_string) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                in_string = false;
            }
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > protocol::kMaxJsonDepth) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

// A key that stands twice could mean one thing here and another upstream.
struct ParsedBody {
    Json json;
    bool repeats_a_key = false;
};

ParsedBody parse(std::string_view body) {
    ParsedBody parsed;
    std::set<std::string> keys;
    const auto notice = [&](int depth, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::key && depth == 1) {
            parsed.repeats_a_key |= !keys.insert(value.get<std::string>()).second;
        }
        return true;
    };
    parsed.json = Json::parse(body, notice, false);
    return parsed;
}

bool has_hour_cache(const Json& value) {
    if (value.is_object()) {
        const auto control = value.find("cache_control");
        if (control != value.end() && control->is_object() && control->contains("ttl") &&
            (*control)["ttl"] != "5m") {
            return true;
        }
    }
    return value.is_structured() && std::any_of(value.begin(), value.end(), has_hour_cache);
}

bool has_server_tool(const Json& body) {
    const auto tools = body.find("tools");
    return tools != body.end() && tools->is_array() &&
           std::any_of(tools->begin(), tools->end(), [](const Json& tool) {
               return tool.is_object() && tool.contains("type") && tool["type"] != "custom";
           });
}

// Each of these costs no more than its bytes, max_tokens and the checks below allow. Others are refused:
// a new option may have a price of its own.
constexpr std::array<std::string_view, 19> kKnownFields = {"model",
                                                           "max_tokens",
                                                           "messages",
                                                           "system",
                                                           "stream",
                                                           "tools",
                                                           "tool_choice",
                                                           "thinking",
                                                           "output_config",
                                                           "cache_control",
                                                           "stop_sequences",
                                                           "metadata",
                                                           "service_tier",
                                                           "temperature",
                                                           "top_p",
                                                           "top_k",
                                                           "diagnostics",
                                                           "speed",
                                                           "inference_geo"};

Result<Done> check_fields(const Json& body) {
    for (const auto& [field, value] : body.items()) {
        if (std::find(kKnownFields.begin(), kKnownFields.end(), field) == kKnownFields.end()) {
            return bad_request(field + ": this server does not pass that option on");
        }
    }
    return Done{};
}

// Of what else there is, a few bytes can stand for hundreds of thousands of tokens: a picture or a
// document by its address, the many pages of a packed file.
bool is_known_block(const Json& block) {
    static const std::set<std::string> kKnownBlocks = {
        "text", "tool_use", "tool_result", "thinking", "redacted_thinking"};
    const auto type = block.is_object() ? block.find("type") : block.end();
    return block.is_object() && type != block.end() && type->is_string() &&
           kKnownBlocks.count(type->get<std::string>()) != 0;
}

// Upstream refuses what is neither text nor a list.
bool has_only_known_blocks(const Json& content) {
    return !content.is_array() ||
           std::all_of(content.begin(), content.end(), [](const Json& block) {
               return is_known_block(block) &&
                      (!block.contains("content") || has_only_known_blocks(block["content"]));
           });
}

Result<Done> check_content(const Json& body) {
    const auto messages = body.find("messages");
    const bool known =
        (!body.contains("system") || has_only_known_blocks(body["system"])) &&
        (messages == body.end() || !messages->is_array() ||
         std::all_of(messages->begin(), messages->end(), [](const Json& message) {
             return message.is_object() &&
                    (!message.contains("content") || has_only_known_blocks(message["content"]));
         }));
    return known ? Result<Done>(Done{})
                 : bad_request(
                       "messages: this server passes on text, tools and thinking, and no "
                       "pictures or documents");
}

Result<Done> check_price_options(const Json& body, const Config& config) {
    if (body.contains("speed") && body["speed"] != "standard") {
        return bad_request("speed: this server does not allow fast mode");
    }
    if (body.contains("inference_geo") && body["inference_geo"] != "global" &&
        !config.allow_us_inference) {
        return bad_request("inference_geo: this server does not allow a region of choice");
    }
    if (has_server_tool(body)) {
        return bad_request("tools: this server allows only tools that the client runs itself");
    }
    if (!config.allow_hour_cache && has_hour_cache(body)) {
        return bad_request("cache_control: this server allows only the lifetime of five minutes");
    }
    return Done{};
}

// The last message answers tools, and nothing but: the client continues a turn.
RequestKind kind_of(const Json& body) {
    const auto messages = body.find("messages");
    if (messages == body.end() || !messages->is_array() || messages->empty()) {
        return RequestKind::Message;
    }
    const Json& last = messages->back();
    if (!last.is_object() || !last.contains("content") || !last["content"].is_array() ||
        last["content"].empty()) {
        return RequestKind::Message;
    }
    const Json& content = last["content"];
    const bool only_results = std::all_of(content.begin(), content.end(), [](const Json& block) {
        return block.is_object() && block.contains("type") && block["type"] == "tool_result";
    });
    return only_results ? RequestKind::ToolRound : RequestKind::Message;
}

bool is_allowed(const std::string& model,
                const Config& config,
                const protocol::ModelCatalog& catalog) {
    const auto& listed = config.allowed_models;
    if (model == config.default_model ||
        std::find(listed.begin(), listed.end(), model) != listed.end()) {
        return true;
    }
    return listed.empty() && protocol::find_model(catalog, model) != nullptr;
}

}  // namespace

Result<RequestPlan> plan_from_body(std::string_view body,
                                   const Config& config,
                                   const protocol::ModelCatalog& catalog) {
    if (nests_too_deeply(body)) {
        return bad_request("the request nests too deeply");
    }
    const ParsedBody parsed = parse(body);
    if (!parsed.json.is_object()) {
        return bad_request("the request body is not valid JSON");
    }
    if (parsed.repeats_a_key) {
        return bad_request("the request names a field twice");
    }
    const Json& json = parsed.json;
    RequestPlan plan;
    if (const auto model = json.find("model"); model != json.end() && model->is_string()) {
        plan.model = model->get<std::string>();
    }
    if (plan.model.empty() || plan.model.size() > 128) {
        return bad_request("model: a model's name is required");
    }
    if (!is_allowed(plan.model, config, catalog)) {
        return Error{"not_found_error", "model: this server does not offer " + plan.model, ""};
    }
    const auto max_tokens = json.find("max_tokens");
    if (max_tokens == json.end() || !max_tokens->is_number_integer() || *max_tokens < 1) {
        return bad_request("max_tokens: a positive whole number is required");
    }
    if (*max_tokens > config.max_tokens) {
        return bad_request("max_tokens: this server allows at most " +
                           std::to_string(config.max_tokens));
    }
    plan.max_tokens = max_tokens->get<int>();
    if (const auto stream = json.find("stream"); stream != json.end()) {
        plan.stream = *stream == true;
    }
    for (const Result<Done>& checked :
         {check_fields(json), check_content(json), check_price_options(json, config)}) {
        if (!checked) {
            return checked.error();
        }
    }
    plan.kind = kind_of(json);
    return plan;
}

protocol::NanoUsd upper_bound_of(const RequestPlan& plan,
                                 std::size_t body_bytes,
                                 const Config& config,
                                 const protocol::ModelCatalog& catalog,
                                 std::string_view day) {
    // No tokenizer makes more than one token of a byte.
    const std::int64_t prompt = static_cast<std::int64_t>(body_bytes) + kHiddenPromptTokens;
    const protocol::PriceTier price = protocol::price_of(catalog, plan.model, prompt, day);
    const std::int64_t dearest_input = config.allow_hour_cache
                                           ? std::max(price.input, price.cache_write_1h).value
                                           : std::max(price.input, price.cache_write_5m).value;
    std::int64_t nano = prompt * dearest_input + plan.max_tokens * price.output.value;
    if (config.allow_us_inference) {
        nano = (nano * 11 + 9) / 10;
    }
    return {nano};
}

}  // namespace atrium::proxy
