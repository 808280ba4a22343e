#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "shell/semantics_json.h"

using namespace atrium::shell;

TEST_CASE("semantics: containers nest, and a second node under one id gets the next free one") {
    Semantics tree;
    tree.begin_frame({});
    const NodeId list = tree.open({.id = 10, .role = Role::List});
    const NodeId first = tree.add({.id = 20, .role = Role::Text, .name = "a"});
    const NodeId second = tree.add({.id = 20, .role = Role::Text, .name = "b"});
    tree.close();
    const NodeId outside = tree.add({.id = 30, .role = Role::Button});
    tree.end_frame();
    CHECK(first == 20);
    CHECK(second == 21);
    REQUIRE(tree.nodes().size() == 4);
    CHECK(tree.nodes()[1].parent == list);
    CHECK(tree.nodes()[2].parent == list);
    CHECK(tree.nodes()[3].parent == 0);
    CHECK(outside == 30);
}

TEST_CASE("semantics: with a modal dialog only the dialog and spoken messages are published") {
    Semantics tree;
    tree.begin_frame({});
    tree.open({.id = 1, .role = Role::Main});
    tree.add({.id = 2, .role = Role::Button, .name = "behind"});
    tree.open({.id = 3, .role = Role::Dialog, .name = "ask", .modal = true});
    tree.add({.id = 4, .role = Role::Button, .name = "yes"});
    tree.close();
    tree.close();
    tree.add({.id = 5, .role = Role::Status, .name = "Saved"});
    tree.end_frame();
    REQUIRE(tree.nodes().size() == 3);
    CHECK(tree.nodes()[0].name == "ask");
    CHECK(tree.nodes()[0].parent == 0);
    CHECK(tree.nodes()[1].name == "yes");
    CHECK(tree.nodes()[2].name == "Saved");
}

TEST_CASE("semantics: actions are delivered in one frame, the focus stays until it moves") {
    Semantics tree;
    tree.begin_frame({{.kind = SemanticAction::Kind::Focus, .id = 7, .by_keyboard = true},
                      {.kind = SemanticAction::Kind::Activate, .id = 7},
                      {.kind = SemanticAction::Kind::SetValue, .id = 8, .text = "x"}});
    CHECK(tree.activated(7));
    CHECK(tree.focus_arrived(7));
    REQUIRE(tree.new_value(8) != nullptr);
    CHECK(*tree.new_value(8) == "x");
    tree.begin_frame({});
    CHECK_FALSE(tree.activated(7));
    CHECK_FALSE(tree.focus_arrived(7));
    CHECK(tree.new_value(8) == nullptr);
    CHECK(tree.focused() == 7);
    CHECK(tree.focus_by_keyboard());
    tree.begin_frame({{.kind = SemanticAction::Kind::Blur, .id = 7}});
    CHECK(tree.focused() == 0);
}

TEST_CASE("semantics: the JSON leaves out defaults and escapes what people type") {
    Semantics tree;
    tree.begin_frame({});
    tree.add({.id = 3,
              .role = Role::TextField,
              .name = "Say \"hello\"",
              .value = "line\nnext \xff",
              .rect = {1, 2, 30.5f, 40},
              .field = FieldKind::Multiline,
              .submits_on_enter = true});
    tree.add({.id = 4, .role = Role::Checkbox, .name = "On", .checked = Toggle::On});
    tree.end_frame();
    CHECK(
        SemanticsWriter().changes(tree) ==
        "[{\"id\":3,\"role\":\"textbox\",\"name\":\"Say \\\"hello\\\"\","
        "\"value\":\"line\\nnext \xef\xbf\xbd\",\"rect\":[1,2,30.5,40],\"field\":\"multiline\","
        "\"font_size\":14,\"line_height\":20,\"submits_on_enter\":true},"
        "{\"id\":4,\"role\":\"checkbox\",\"name\":\"On\",\"rect\":[0,0,0,0],\"checked\":\"on\"}]");
}

TEST_CASE("semantics: an id of ten digits is written digit by digit") {
    Semantics tree;
    tree.begin_frame({});
    tree.add({.id = 4294967291u, .role = Role::Button, .name = "Send"});
    tree.end_frame();
    CHECK(SemanticsWriter().changes(tree).find("\"id\":4294967291,") != std::string::npos);
}

TEST_CASE("semantics: a list of options is a listbox, a progress bar at 0 says so") {
    Semantics tree;
    tree.begin_frame({});
    tree.open({.id = 1, .role = Role::List});
    tree.add({.id = 2, .role = Role::Option, .name = "Discord"});
    tree.close();
    tree.add({.id = 3, .role = Role::ProgressBar, .maximum = 100});
    tree.end_frame();
    const std::string json = SemanticsWriter().changes(tree);
    CHECK(json.find("\"role\":\"listbox\"") != std::string::npos);
    CHECK(json.find("\"minimum\":0,\"maximum\":100,\"current\":0") != std::string::npos);
}

namespace {

// The changes towards a tree of these buttons.
std::string changes(SemanticsWriter& writer, std::vector<std::pair<NodeId, const char*>> buttons) {
    Semantics tree;
    tree.begin_frame({});
    for (const auto& [id, name] : buttons) {
        tree.add({.id = id, .role = Role::Button, .name = name});
    }
    tree.end_frame();
    return writer.changes(tree);
}

}  // namespace

TEST_CASE("semantics: only what changed since the tree before is written in full") {
    const std::string go = "{\"id\":1,\"role\":\"button\",\"name\":\"Go\",\"rect\":[0,0,0,0]}";
    const std::string stop = "{\"id\":2,\"role\":\"button\",\"name\":\"Stop\",\"rect\":[0,0,0,0]}";
    const std::string wait = "{\"id\":2,\"role\":\"button\",\"name\":\"Wait\",\"rect\":[0,0,0,0]}";
    SemanticsWriter writer;
    CHECK(changes(writer, {{1, "Go"}, {2, "Stop"}}) == "[" + go + "," + stop + "]");
    CHECK(changes(writer, {{1, "Go"}, {2, "Stop"}}).empty());
    CHECK(changes(writer, {{1, "Go"}, {2, "Wait"}}) == "[1," + wait + "]");
    CHECK(changes(writer, {{2, "Wait"}, {1, "Go"}}) == "[2,1]");
    CHECK(changes(writer, {{1, "Go"}}) == "[1]");
    CHECK(changes(writer, {{1, "Go"}, {2, "Wait"}}) == "[1," + wait + "]");
    writer.forget();
    CHECK(changes(writer, {{1, "Go"}}) == "[" + go + "]");
}
