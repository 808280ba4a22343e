#include "core/protocol/reply_assembler.h"

#include <doctest/doctest.h>

using namespace atrium::protocol;

namespace {

ReplyAssembler assembled(const std::vector<StreamEvent>& events) {
    ReplyAssembler reply;
    for (const StreamEvent& event : events) {
        reply.apply(event);
    }
    return reply;
}

UsageReport output(std::int64_t tokens) {
    UsageReport report;
    report.output_tokens = tokens;
    return report;
}

}  // namespace

TEST_CASE("reply assembler: interleaved blocks come out by index") {
    const ReplyAssembler reply = assembled({
        MessageStarted{"m", "model", output(1)},
        BlockStarted{1, ToolUseBlock{"t1", "a", ""}},
        BlockStarted{0, TextBlock{""}},
        InputJsonDelta{1, ""},
        InputJsonDelta{1, "{\"x\""},
        TextDelta{0, "Grü"},
        InputJsonDelta{1, ":1}"},
        TextDelta{0, "ße"},
        BlockStopped{0},
        BlockStopped{1},
        BlockStarted{2, ToolUseBlock{"t2", "b", ""}},
        BlockStopped{2},
        MessageDelta{StopReason::ToolUse, "", output(20)},
        MessageDelta{StopReason::None, "", output(21)},
        MessageStopped{},
    });
    CHECK(reply.finished());
    CHECK(reply.usage().output_tokens == 21);
    CHECK(reply.content() == std::vector<ContentBlock>{TextBlock{"Grüße"},
                                                       ToolUseBlock{"t1", "a", "{\"x\":1}"},
                                                       ToolUseBlock{"t2", "b", "{}"}});
    CHECK(reply.tool_uses().size() == 2);
    CHECK(reply.text() == "Grüße");
}

TEST_CASE("reply assembler: a cut reply keeps its text and drops half a tool use") {
    const ReplyAssembler reply = assembled({
        MessageStarted{"m", "model", {}},
        BlockStarted{0, ThinkingBlock{"", ""}},
        SignatureDelta{0, "sig"},
        BlockStopped{0},
        BlockStarted{1, TextBlock{""}},
        TextDelta{1, "Half a sen"},
        BlockStarted{2, ToolUseBlock{"t", "a", ""}},
        InputJsonDelta{2, "{\"x\""},
        StreamError{"overloaded_error", "Overloaded", 0, std::nullopt},
    });
    CHECK_FALSE(reply.finished());
    CHECK(reply.content() ==
          std::vector<ContentBlock>{ThinkingBlock{"", "sig"}, TextBlock{"Half a sen"}});
    CHECK(reply.tool_uses().empty());
    CHECK(reply.error()->type == "overloaded_error");
}

TEST_CASE("reply assembler: thinking is shown as long as its block is open") {
    ReplyAssembler reply = assembled({BlockStarted{0, ThinkingBlock{}}});
    CHECK(reply.thinking());
    reply.apply(BlockStopped{0});
    CHECK_FALSE(reply.thinking());
}

TEST_CASE("reply assembler: deltas that fit no block are survived") {
    const ReplyAssembler reply = assembled({InputJsonDelta{5, "{}"},
                                            ThinkingDelta{6, "x"},
                                            SignatureDelta{7, "x"},
                                            BlockStopped{8},
                                            TextDelta{9, "kept"}});
    CHECK(reply.content() == std::vector<ContentBlock>{TextBlock{"kept"}});
}
