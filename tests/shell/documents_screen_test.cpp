// The documents screen: what can be drafted, and what a press of "Draft it" leads to.
#include <string>

#include <doctest/doctest.h>

#include "core/domain/guide/draft.h"
#include "core/domain/plan_template.h"
#include "tests/shell/drawn_texts.h"
#include "tests/shell/session_talk.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

std::string button_of(const domain::TaskSpec& task) {
    // On Circle the channel guide is the space guide.
    return task.document_kind == "channel-guide" ? "Space guide"
                                                 : domain::draft_title(task.document_kind);
}

void open_documents(SessionScreen& session) {
    session->activate(Role::Button, "Documents");
    session->settle();
}

// Kiln Room with a price page that quotes a former price.
domain::EventStore with_stale_page() {
    domain::EventStore store = kiln_room();
    domain::DocumentSaved saved{domain::DocumentId{60},
                                "price-page",
                                "Price page",
                                "set-price",
                                "It costs $29 a month.",
                                "guide",
                                {}};
    store.append({saved}, domain::testing::kNoon + 17 * 60'000);
    const domain::Decision dearer =
        domain::testing::sample_decision(61, domain::PricingSlots{39.0, "USD", "month", {}});
    store.append({domain::DecisionRecorded{dearer}}, domain::testing::kNoon + 17 * 60'000);
    return store;
}

}  // namespace

TEST_CASE("documents: each of the 22 deliverables is drafted and opened without leaving them") {
    SessionScreen session(kiln_room().history());
    session->settle();
    open_documents(session);
    int drafted = 0;
    for (const domain::TaskSpec& task : domain::built_in_template().tasks) {
        const std::string name = button_of(task);
        CAPTURE(name);
        session->activate(Role::Button, "Draft " + name);
        session->settle();
        CHECK(session->find(Role::Region, name) != nullptr);
        CHECK(session->get(Role::TextField, "Markdown").value.size() > 100);
        CHECK(session->find(Role::Button, "Draft " + name) == nullptr);
        CHECK(session->find(Role::Button, name + ", version 1") != nullptr);
        ++drafted;
    }
    CHECK(drafted == 22);
}

TEST_CASE("documents: on a phone a draft opens in its own page") {
    SessionScreen session(kiln_room().history(), 390, 844);
    session->settle();
    open_documents(session);
    session->activate(Role::Button, "Draft Guidelines");
    session->settle();
    CHECK(session->find(Role::Region, "Guidelines") != nullptr);
    session->activate(Role::Button, "Back to the documents");
    session->settle();
    CHECK(session->find(Role::Button, "Guidelines, version 1") != nullptr);
}

TEST_CASE("documents: what a button drafts or rewrites stands under no message") {
    SessionScreen session(with_stale_page().history());
    session->settle();
    const auto strips = [&] {
        session->activate(Role::Button, "Session");
        session->settle();
        return session->find(Role::Group, "Draft, ") != nullptr;
    };
    CHECK_FALSE(strips());
    open_documents(session);
    session->activate(Role::Button, "Draft Guidelines");
    session->settle();
    session->activate(Role::Button, "Price page, version 1");
    session->settle();
    session->activate(Role::Button, "Rewrite it");
    session->settle();
    CHECK(session->find(Role::Button, "Price page, version 2") != nullptr);
    CHECK(session->get(Role::TextField, "Markdown").value.find("$39") != std::string::npos);
    CHECK_FALSE(strips());
}

TEST_CASE("documents: Claude's draft is waited for in Documents, and opens there") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->settle();
    open_documents(session);
    session->activate(Role::Button, "Draft Guidelines");
    session->frame();
    session->frame();
    session.claude.begins();
    session->frame();
    CHECK(session->find(Role::Heading, "Claude is drafting it") != nullptr);
    CHECK(session->get(Role::Button, "Draft Seed posts").disabled);
    session.claude.drafts("guidelines", "write-guidelines", "# Be kind");
    session->frame();
    session->frame();
    say(session, "It is in your documents.");
    CHECK(session->find(Role::Region, "Guidelines") != nullptr);
    CHECK(session->get(Role::TextField, "Markdown").value == "# Be kind");
}

TEST_CASE("documents: an answer without a draft is said where the draft was waited for") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->settle();
    open_documents(session);
    session->activate(Role::Button, "Draft Guidelines");
    session->frame();
    session->frame();
    say(session, "What must nobody do there?");
    CHECK(session->find(Role::Heading, "Claude did not draft it") != nullptr);
    session->activate(Role::Button, "See the conversation");
    session->settle();
    CHECK(session.shows("What must nobody do there?"));
}

TEST_CASE("documents: on a phone the buttons of a notice stand below its words") {
    for (const float width : {390.0f, 320.0f}) {
        SessionScreen session(with_stale_page().history(), width, 844);
        session->settle();
        open_documents(session);
        session->activate(Role::Button, "Price page, version 1");
        session->settle();
        const Rect words = session->get(Role::Text, "Quotes $29 a month").rect;
        const Rect anew = session->get(Role::Button, "Rewrite it").rect;
        CHECK(anew.y >= words.bottom());
        CHECK(words.width > width / 2);
        CHECK(session->get(Role::Button, "Keep it").rect.right() <= anew.x);
        CHECK(unreadable(texts_of(session)) == "");
    }
}
