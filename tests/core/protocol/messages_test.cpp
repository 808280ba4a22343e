#include "core/protocol/messages.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace atrium::protocol;
using Json = nlohmann::json;

namespace {

MessagesRequest sample() {
    MessagesRequest request;
    request.model = "claude-sonnet-5-5";
    request.max_tokens = 4096;
    request.system = {{"method", true}, {"profile", false}};
    request.tools = {{"record_decision", "Records", R"({"type":"object"})"}};
    request.messages = {
        {Role::User, {TextBlock{"Hi \"you\"\n"}}},
        {Role::Assistant,
         {ThinkingBlock{"", "sig"}, TextBlock{""}, ToolUseBlock{"t1", "x", R"({"a": 1.0})"}}},
        {Role::User, {ToolResultBlock{"t1", "done", true}}}};
    return request;
}

}  // namespace

TEST_CASE("messages: a request becomes the API's JSON") {
    const Json json = Json::parse(json_from_request(sample()), nullptr, false);
    REQUIRE(json.is_object());
    CHECK(json["model"] == "claude-sonnet-5-5");
    CHECK(json["stream"] == true);
    CHECK_FALSE(json.contains("temperature"));
    CHECK(json["system"][0]["cache_control"]["type"] == "ephemeral");
    CHECK_FALSE(json["system"][1].contains("cache_control"));
    CHECK(json["tools"][0]["input_schema"]["type"] == "object");
    CHECK(json["messages"][0]["content"][0]["text"] == "Hi \"you\"\n");
    CHECK(json["messages"][1]["content"].size() == 2);
    CHECK(json["messages"][2]["content"][0]["is_error"] == true);
}

TEST_CASE("messages: a longer conversation begins with the bytes of the shorter one") {
    const MessagesRequest shorter = sample();
    MessagesRequest longer = shorter;
    longer.messages.push_back({Role::User, {TextBlock{"more"}}});
    const std::string before = json_from_request(shorter);
    const std::string after = json_from_request(longer);
    CHECK(after.substr(0, before.size() - 2) == before.substr(0, before.size() - 2));
}

TEST_CASE("messages: tool input goes back byte for byte, and {} when it is no object") {
    MessagesRequest request = sample();
    CHECK(json_from_request(request).find(R"("input":{"a": 1.0})") != std::string::npos);
    request.messages[1].content = {ToolUseBlock{"t1", "x", R"({"a": )"}};
    CHECK(json_from_request(request).find(R"("input":{}})") != std::string::npos);
}

TEST_CASE("messages: a message without content is left out, and broken UTF-8 is mended") {
    MessagesRequest request = sample();
    request.messages = {{Role::Assistant, {TextBlock{""}}}, {Role::User, {TextBlock{"\xff"}}}};
    const Json json = Json::parse(json_from_request(request), nullptr, false);
    REQUIRE(json.is_object());
    REQUIRE(json["messages"].size() == 1);
    CHECK(json["messages"][0]["content"][0]["text"] == "\xEF\xBF\xBD");
}
