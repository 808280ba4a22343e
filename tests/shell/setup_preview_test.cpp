// The preview beside the setup: what it promises is what the session begins with.
#include <doctest/doctest.h>

#include "core/domain/guide/guide.h"
#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

// A launch that has just begun, its profile opened for editing.
SessionScreen editing(const domain::CreatorProfile& profile) {
    domain::EventStore store;
    store.append({domain::ProfileSaved{profile}}, domain::testing::kNoon);
    store.append(
        {domain::ProjectStarted{domain::ProjectId{1}, "The Kiln Room", domain::testing::kToday},
         domain::SessionResumed{}},
        domain::testing::kNoon);
    return SessionScreen(store.history());
}

void open_profile(SessionScreen& session) {
    session->activate(Role::Button, "Settings");
    session->settle();
    session->activate(Role::Button, "Edit the profile");
    session->settle();
    session->activate(Role::Button, "Continue");
    session->settle();
}

}  // namespace

TEST_CASE(
    "setup preview: it names the platform, the price and the members that the welcome names") {
    domain::CreatorProfile profile = domain::demo_profile(domain::testing::kToday);
    profile.country = "DE";
    profile.currency = "EUR";
    profile.engaged_audience = 400;
    profile.monthly_target = 300;
    domain::Workspace workspace;
    workspace.profile = profile;
    domain::Project project;
    project.id = domain::ProjectId{1};
    project.start = domain::testing::kToday;
    workspace.projects.push_back(project);
    workspace.active = project.id;
    const std::string welcome =
        domain::guide_welcome(workspace, domain::testing::context_at(0)).text;
    const std::size_t begin = welcome.find("With \u20ac");
    REQUIRE(begin != welcome.npos);
    const std::string promise = welcome.substr(begin, welcome.find(" at a time") - begin);
    CHECK(promise.find("Circle") == promise.npos);
    SessionScreen session = editing(profile);
    open_profile(session);
    CHECK(session.shows(promise));
}

TEST_CASE("setup preview: before a target is given it counts no members") {
    SessionScreen session = editing(domain::demo_profile(domain::testing::kToday));
    open_profile(session);
    session->type("Monthly target", "");
    session->settle();
    CHECK(session.shows("your monthly target is missing"));
    CHECK_FALSE(session.shows("members at a time"));
    CHECK_FALSE(session.shows("members reach your target"));
}
