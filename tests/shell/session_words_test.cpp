#include <doctest/doctest.h>

#include "shell/views/words.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::shell;
namespace domain = atrium::domain;

TEST_CASE("words: small costs keep a tenth of a cent, larger ones cents") {
    CHECK(cost_text(0, {}) == "$0");
    CHECK(cost_text(100'000, {}) == "under $0.001");
    CHECK(cost_text(6'200'000, {}) == "$0.006");
    CHECK(cost_text(103'000'000, {}) == "$0.10");
    CHECK(cost_text(2'500'000'000, {}) == "$2.50");
}

TEST_CASE("words: only what is whole is 100%") {
    CHECK(share_text(0.637, {}) == "64%");
    CHECK(share_text(0.999, {}) == "99%");
    CHECK(share_text(1, {}) == "100%");
    CHECK(share_text(-1, {}) == "0%");
}

TEST_CASE("words: initials come from the first and the last name") {
    CHECK(initials("Maya Okafor") == "MO");
    CHECK(initials("maya") == "M");
    CHECK(initials("  Ana  Maria  de Souza ") == "AS");
    CHECK(initials("\xc3\x89ric \xc3\x9cnal") == "\xc3\x89\xc3\x9c");
    CHECK(initials("").empty());
}

TEST_CASE("words: days away name the month once when it is the same") {
    const auto away = [](const char* first, const char* last) {
        return away_text({*domain::date_from_iso(first), *domain::date_from_iso(last)}, {});
    };
    CHECK(away("2026-12-20", "2026-12-27") == "Away 20 to 27 December");
    CHECK(away("2026-12-30", "2027-01-03") == "Away 30 December to 3 January");
    CHECK(away("2026-12-24", "2026-12-24") == "Away 24 December");
    const auto american =
        domain::formats_for(domain::FormatChoice::EnglishUs, domain::ClockChoice::Automatic, "");
    CHECK(away_text({*domain::date_from_iso("2026-12-20"), *domain::date_from_iso("2026-12-27")},
                    american) == "Away December 20 to December 27");
}

TEST_CASE("words: a model has its label, also one that is not offered") {
    CHECK(model_name("claude-sonnet-5-5", Connection{}) == "Claude Sonnet 5.5");
    CHECK(model_name("some-other-model", Connection{}) == "some-other-model");
}

TEST_CASE("words: the first open decision's arch is the one at hand") {
    domain::EventStore store = domain::testing::started_store();
    store.append({domain::DecisionRecorded{
                     domain::testing::sample_decision(2, domain::PlatformSlots{"circle"})}},
                 domain::testing::kNoon);
    const FiveArches arches = five_arches(*domain::active_project(store.workspace()));
    CHECK(arches.name == "1 of 5 decisions made");
    CHECK(arches.states[0] == ArchState::Decided);
    CHECK(arches.states[1] == ArchState::Now);
    CHECK(arches.states[2] == ArchState::Open);
}
