#include "tests/rules/include_rules.h"

#include <doctest/doctest.h>

namespace atrium::rules {

namespace {

std::size_t includes_found(const std::string& path, const std::string& header) {
    return forbidden_includes({path, "#include " + header + "\n"}).size();
}

}  // namespace

TEST_CASE("includes: every file of the repository keeps to its layer") {
    const std::vector<SourceFile> files = files_with({".h", ".cpp"});
    for (const SourceFile& file : files) {
        expect_none(forbidden_includes(file));
        expect_none(forbidden_words(file));
    }
    expect_none(exposed_json(files));
}

TEST_CASE("includes: an arrow against the layers is found") {
    CHECK(includes_found("core/protocol/sse.cpp", "\"core/domain/event.h\"") == 1);
    CHECK(includes_found("core/domain/handle.cpp", "\"shell/inbox.h\"") == 1);
    CHECK(includes_found("shell/app.cpp", "\"web/bridge/bridge.h\"") == 1);
    CHECK(includes_found("proxy/relay.cpp", "\"core/domain/event.h\"") == 1);
    CHECK(includes_found("core/domain/handle.cpp", "\"../protocol/result.h\"") == 1);
}

TEST_CASE("includes: an arrow along the layers is allowed") {
    CHECK(includes_found("core/domain/handle.cpp", "\"core/protocol/result.h\"") == 0);
    CHECK(includes_found("shell/app.cpp", "\"core/domain/event.h\"") == 0);
    CHECK(includes_found("web/main.cpp", "<emscripten.h>") == 0);
    CHECK(includes_found("proxy/http_server.cpp", "<httplib.h>") == 0);
    CHECK(includes_found("shell/terminal/main.cpp", "<iostream>") == 0);
}

TEST_CASE("includes: core knows no clock, thread, file, randomness or platform") {
    for (const char* header : {"<thread>",
                               "<mutex>",
                               "<chrono>",
                               "<fstream>",
                               "<random>",
                               "<iostream>",
                               "<imgui.h>",
                               "\"imgui.h\"",
                               "<httplib.h>",
                               "<emscripten/emscripten.h>"}) {
        CAPTURE(header);
        CHECK(includes_found("core/domain/handle.cpp", header) == 1);
        CHECK(includes_found("core/protocol/sse.cpp", header) == 1);
    }
}

TEST_CASE("includes: a header of core from which JSON can be reached is private to core") {
    const SourceFile fields = {"core/domain/json_fields.h", "#include <nlohmann/json.hpp>\n"};
    const SourceFile event = {"core/domain/event.h", "#include \"core/domain/json_fields.h\"\n"};
    const auto found = [&](const std::string& path, const std::string& header) {
        return exposed_json({event, fields, {path, "#include \"" + header + "\"\n"}}).size();
    };
    CHECK(found("core/domain/event_json.cpp", "core/domain/json_fields.h") == 0);
    CHECK(found("shell/app.cpp", "core/domain/json_fields.h") == 1);
    CHECK(found("shell/app.cpp", "core/domain/event.h") == 1);
}

TEST_CASE("words: a throw in core is found, in a comment or a text it is not") {
    const auto found = [](const std::string& text) {
        return forbidden_words({"core/domain/handle.cpp", text}).size();
    };
    CHECK(found("int f() { throw 1; }") == 1);
    CHECK(found("#ifdef __EMSCRIPTEN__\n#endif\n") == 1);
    CHECK(found("// never throw\n/* nor\nthrow */ const char* text = \"throw\";\n") == 0);
    CHECK(found("const char* text = R\"(a \" throw)\"; int throws = 1'000;\n") == 0);
}

TEST_CASE("words: a finding names the line") {
    const std::vector<Finding> findings =
        forbidden_words({"core/domain/handle.cpp", "int x;\n\nvoid f() { throw 1; }\n"});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].line == 3);
}

}  // namespace atrium::rules
