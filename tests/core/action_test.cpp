#include "core/domain/action.h"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace atrium;
using namespace atrium::domain;

namespace {

Action accepted(std::string_view tool, std::string_view input) {
    Result<Action> action = action_from_tool(tool, input);
    REQUIRE_MESSAGE(action, (action ? std::string() : action.error().message));
    return action.value();
}

std::string refused(std::string_view tool, std::string_view input) {
    const Result<Action> action = action_from_tool(tool, input);
    REQUIRE_FALSE(action);
    return action.error().message;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("action: a tool call with valid input becomes the typed action") {
    const Action decision = accepted(
        "record_decision",
        R"({"category":"pricing","slots":{"amount":29,"currency":"USD","interval":"month"},)"
        R"("rationale":"95 members reach the target","confidence":0.92})");
    const auto& proposed = std::get<ProposedDecision>(decision);
    CHECK(proposed.slots == DecisionSlots(PricingSlots{29.0, "USD", "month", {}}));
    CHECK(proposed.rationale == "95 members reach the target");
    CHECK(proposed.confidence == 0.92);

    const Action task =
        accepted("complete_task", R"({"task_id":"write-guidelines","note":"sent","confidence":1})");
    CHECK(std::get<ProposedTask>(task) == ProposedTask{"write-guidelines", "sent", 1.0});

    const Action steps =
        accepted("suggest_next_steps", R"({"suggestions":["Circle","Why?"],"topic":"platform"})");
    CHECK(std::get<NextSteps>(steps) == NextSteps{{"Circle", "Why?"}, "platform"});

    const Action document = accepted(
        "save_document",
        R"({"kind":"member-promise","title":"Promise","markdown":"Hi","task_id":"define-promise"})");
    CHECK(std::get<ProposedDocument>(document) ==
          ProposedDocument{"member-promise", "Promise", "Hi", "define-promise"});
}

TEST_CASE("action: a refusal names the tool, the field and what would be accepted") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> decisions = {
        {R"({"slots":{},"confidence":1})", {"category", "missing"}},
        {R"({"category":"colour","slots":{},"confidence":1})", {"category", "platform, pricing"}},
        {R"({"category":"pricing","slots":"29","confidence":1})", {"slots", "object"}},
        {R"({"category":"pricing","slots":{"amount":"29"},"confidence":1})", {"slots", "amount"}},
        {R"({"category":"pricing","slots":{"amount":-1},"confidence":1})", {"slots", "amount"}},
        {R"({"category":"timeline","slots":{"date":"15 Jan"},"confidence":1})", {"YYYY-MM-DD"}},
        {R"({"category":"platform","slots":{"name":"circle"}})", {"confidence", "0 to 1"}},
        {R"({"category":"platform","slots":{"name":"circle"},"confidence":7})", {"confidence"}},
        {R"({"category":"platform","slots":{"name":"circle"},"confidence":1,"why":"x"})", {"why"}},
        {R"([1])", {"JSON object"}},
        {"{", {"JSON object"}},
    };
    for (const auto& [input, parts] : decisions) {
        CAPTURE(input);
        const std::string message = refused("record_decision", input);
        CHECK(contains(message, "record_decision"));
        for (const std::string& part : parts) {
            CAPTURE(message);
            CHECK(contains(message, part));
        }
    }
    CHECK(contains(refused("complete_task", R"({"task_id":"buy-milk","confidence":1})"),
                   "set-price"));
    CHECK(contains(refused("suggest_next_steps", R"({"suggestions":[]})"), "1 to 4"));
    CHECK(contains(refused("suggest_next_steps", R"({"suggestions":["a",2]})"), "suggestions"));
    CHECK(
        contains(refused("save_document", R"({"kind":"A b","title":"t","markdown":"m"})"), "kind"));
    CHECK(contains(refused("save_document", R"({"kind":"note","title":"  ","markdown":"m"})"),
                   "title"));
    CHECK(contains(refused("delete_everything", "{}"), "record_decision"));
}

TEST_CASE("action: input beyond the size limits is refused") {
    const std::string huge(200'000, 'x');
    CHECK(contains(
        refused("save_document", R"({"kind":"note","title":"t","markdown":")" + huge + R"("})"),
        "markdown"));
    CHECK(contains(refused("complete_task",
                           R"({"task_id":"set-price","confidence":1,"note":")" + huge + R"("})"),
                   "note"));
}
