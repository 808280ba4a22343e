// Dates, numbers and money on the screens, in the person's formats.
#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

std::vector<domain::RecordedEvent> kiln_room_in(domain::FormatChoice formats) {
    domain::EventStore store = kiln_room();
    domain::Settings settings;
    settings.formats = formats;
    store.append({domain::SettingsChanged{settings}}, domain::testing::kNoon + 17 * 60'000LL);
    return store.history();
}

void open(SessionScreen& session, std::string_view screen) {
    session->activate(Role::Button, screen);
    session->settle();
}

}  // namespace

TEST_CASE("formats: Settings show one line in the chosen format, and change it at once") {
    SessionScreen session(kiln_room().history());
    open(session, "Settings");
    CHECK(session.shows("Sunday 22 November 2026 · $1,234.50 · 14:30"));
    session->activate(Role::Select, "Format");
    session->settle();
    session->activate(Role::Option, "Deutsch");
    session->settle();
    CHECK(session.shows("Sunday 22.11.2026 · 1.234,50\u00a0$ · 14:30"));
    session->activate(Role::Tab, "12 hours");
    session->settle();
    CHECK(session.shows("Sunday 22.11.2026 · 1.234,50\u00a0$ · 2:30 PM"));
}

TEST_CASE("formats: automatic is what the browser says") {
    SessionScreen session(kiln_room().history(), 1440, 900, "en-US-u-hc-h12");
    CHECK(session.shows("PM"));
    open(session, "Settings");
    CHECK(session.shows("Sunday, November 22, 2026 · $1,234.50 · 2:30 PM"));
}

TEST_CASE("formats: the session, the plan, the decisions and the forecast follow the choice") {
    SessionScreen session(kiln_room_in(domain::FormatChoice::German));
    CHECK(session->find(Role::Button, "Price: 29\u00a0$ a month, 92") != nullptr);
    CHECK(session.shows("Fri 15.01.2027?"));
    open(session, "Plan");
    CHECK(session.shows(".12. to "));
    CHECK_FALSE(session.shows(" Dec"));
    open(session, "Decisions");
    CHECK(session.shows("29\u00a0$ a month"));
    open(session, "Forecast");
    CHECK(session.shows("2.500\u00a0$"));
    CHECK_FALSE(session.shows("$2,500"));
}

TEST_CASE("formats: a price that is typed in the chosen format is understood") {
    SessionScreen session(kiln_room_in(domain::FormatChoice::German));
    open(session, "Forecast");
    session->activate(Role::Button, "Edit Price a month");
    session->settle();
    session->type("Price a month", "1.234,50");
    session->activate(Role::Button, "Use it");
    session->settle();
    CHECK(session.shows("1.234,50\u00a0$"));
}
