#include "shell/usage_overview.h"

#include <doctest/doctest.h>

#include "shell/usage_feed.h"
#include "shell/usage_figures.h"
#include "tests/shell/sample_usage.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;
using nlohmann::json;

namespace {

UsageOverview read(const json& answer) {
    const Result<UsageOverview> overview = usage_overview_from_json(answer.dump());
    REQUIRE(overview);
    return overview.value();
}

bool is_refused(const std::string& text) {
    const Result<UsageOverview> overview = usage_overview_from_json(text);
    return !overview && overview.error().code == "usage-unreadable" &&
           !overview.error().message.empty();
}

}  // namespace

TEST_CASE(
    "usage overview: the proxy's answer is read with today, limits, alerts, people and rows") {
    const UsageOverview overview = read(sample_usage());
    CHECK(domain::iso_from_date(overview.today) == "2026-11-22");
    CHECK(overview.messages_today == 98);
    CHECK(overview.cost_today == 4'850'000);
    CHECK_FALSE(overview.alert_stands);
    CHECK(overview.limits.alert == 50'000'000);
    CHECK_FALSE(overview.limits.daily_cost);
    CHECK(overview.limits.user_daily_cost == std::optional<std::int64_t>(4'000'000));
    REQUIRE(overview.alerts.size() == 1);
    CHECK(overview.alerts[0].raised_at == 1'795'020'000'000);
    CHECK(overview.people.size() == 9);
    CHECK(overview.people[2].revoked);
    CHECK(overview.rows.size() == 3);
    CHECK(overview.unreadable == 0);
}

TEST_CASE("usage overview: an answer as the running proxy writes it is read without a remainder") {
    const Result<UsageOverview> overview = usage_overview_from_json(
        R"({"alerts":[{"bound_micro_usd":200,"day":"2026-11-26","kind":"cost_alert",)"
        R"("raised_at":"2026-11-26T05:48:39Z","spent_micro_usd":302,"text":"Atrium: …"}],)"
        R"("from":"2026-10-27","limits":{"alert_micro_usd":200,"daily_cost_micro_usd":null,)"
        R"("messages_per_day":50,"user_daily_cost_micro_usd":null},"rows":[{"cache_read_tokens":0,)"
        R"("cache_write_tokens":0,"cost_micro_usd":604,"estimated":0,"input_tokens":22,)"
        R"("model":"claude-sonnet-5-5","output_tokens":56,"period":"2026-11-26","requests":4,)"
        R"("user":"Ana"}],"to":"2026-11-26","today":{"alert":true,"cost_micro_usd":604,)"
        R"("day":"2026-11-26","messages":2,"reserved_micro_usd":0},"users":[{"admin":true,)"
        R"("cost_limit_micro_usd":null,"cost_micro_usd":604,"messages":2,"messages_limit":50,)"
        R"("name":"Ana","revoked":false},{"admin":false,"cost_limit_micro_usd":2000000,)"
        R"("cost_micro_usd":0,"messages":0,"messages_limit":50,"name":"Cleo","revoked":false}]})");
    REQUIRE(overview);
    CHECK(overview.value().unreadable == 0);
    CHECK(overview.value().alert_stands);
    CHECK(overview.value().rows.size() == 1);
    CHECK(overview.value().people.size() == 2);
}

TEST_CASE("usage overview: what is no such answer is an error with a sentence") {
    CHECK(is_refused(""));
    CHECK(is_refused("<html>"));
    CHECK(is_refused("[]"));
    CHECK(is_refused("{}"));
    CHECK(is_refused(std::string(100'000, '[')));
    CHECK(is_refused("{\"today\":\"\xff\"}"));
    for (const char* member : {"today", "limits", "alerts", "users", "rows"}) {
        json without = sample_usage();
        without.erase(member);
        CHECK(is_refused(without.dump()));
        json other = sample_usage();
        other[member] = 7;
        CHECK(is_refused(other.dump()));
    }
    json day = sample_usage();
    day["today"]["day"] = "2026-02-30";
    CHECK(is_refused(day.dump()));
    json negative = sample_usage();
    negative["limits"]["alert_micro_usd"] = -1;
    CHECK(is_refused(negative.dump()));
}

TEST_CASE("usage overview: an entry of another shape is left out and counted") {
    json answer = sample_usage();
    answer["rows"][0]["cost_micro_usd"] = -5;
    answer["rows"][1]["period"] = "2026-11-22T09:00:00Z";
    answer["rows"].push_back("row");
    answer["rows"].push_back(
        usage_row("2026-11-21", "Ana", "claude-sonnet-5-5", 1, 9'000'000'000'000'000'000));
    answer["users"].push_back(usage_person("", 1, 1));
    answer["users"].push_back(nullptr);
    answer["alerts"][0]["kind"] = "cost_rumour";
    const UsageOverview overview = read(answer);
    CHECK(overview.rows.size() == 1);
    CHECK(overview.people.size() == 9);
    CHECK(overview.alerts.empty());
    CHECK(overview.unreadable == 7);
}

TEST_CASE("usage overview: a moment that makes no sense leaves the alert its day") {
    json answer = sample_usage();
    answer["alerts"][0]["raised_at"] = "yesterday";
    const UsageOverview overview = read(answer);
    REQUIRE(overview.alerts.size() == 1);
    CHECK(overview.alerts[0].raised_at == 0);
}

TEST_CASE("usage figures: a range holds its days and no others") {
    const UsageOverview overview = read(sample_usage());
    const UsageFigures month = usage_figures(overview, UsageRange::Month);
    CHECK(month.cost == 56'950'000);
    CHECK(month.answers == 992);
    CHECK(month.days.size() == 30);
    const UsageFigures today = usage_figures(overview, UsageRange::Today);
    CHECK(today.cost == 4'850'000);
    CHECK(today.answers == 92);
    CHECK(today.days.size() == 7);
    CHECK(today.input_tokens == 10'000);
    CHECK(today.cache_read_tokens == 8'000);
    CHECK(today.people_today == 8);
}

TEST_CASE("usage figures: the first day of a range counts, the day before it does not") {
    json answer = sample_usage();
    answer["rows"] = {usage_row("2026-11-23", "Ana", "claude-sonnet-5-5", 1, 1),
                      usage_row("2026-11-21", "Ana", "claude-sonnet-5-5", 1, 10),
                      usage_row("2026-11-16", "Ana", "claude-sonnet-5-5", 1, 100),
                      usage_row("2026-11-15", "Ana", "claude-sonnet-5-5", 1, 1'000),
                      usage_row("2026-10-24", "Ana", "claude-sonnet-5-5", 1, 10'000),
                      usage_row("2026-10-23", "Ana", "claude-sonnet-5-5", 1, 100'000)};
    const UsageOverview overview = read(answer);
    CHECK(usage_figures(overview, UsageRange::Today).cost == 0);
    CHECK(usage_figures(overview, UsageRange::Week).cost == 110);
    CHECK(usage_figures(overview, UsageRange::Month).cost == 11'110);
}

TEST_CASE("usage figures: models beyond the colours are one, and nothing of their cost is lost") {
    json answer = sample_usage();
    answer["rows"] = json::array();
    for (int i = 0; i < 9; ++i) {
        const std::string model = "model-" + std::to_string(i);
        answer["rows"].push_back(
            usage_row("2026-11-22", "Ana", model.c_str(), 1, 1'000'000 * (i + 1)));
    }
    const UsageFigures figures = usage_figures(read(answer), UsageRange::Week);
    REQUIRE(figures.models.size() == 6);
    CHECK(figures.models[0].model == "model-8");
    CHECK(figures.models[5].model.empty());
    CHECK(figures.models[5].cost == 10'000'000);
    CHECK(figures.models[5].dollars_by_day.back() == doctest::Approx(10));
    CHECK(figures.cost == 45'000'000);
}

TEST_CASE("usage figures: who reached a limit of messages or money is at the limit") {
    json answer = sample_usage();
    answer["users"][3]["cost_limit_micro_usd"] = 10'000;
    const UsageFigures figures = usage_figures(read(answer), UsageRange::Today);
    CHECK(figures.people[0].name == "Priya Raman");
    CHECK(figures.people[0].state == PersonState::AtLimit);
    CHECK(figures.people[0].tokens == 5'500);
    CHECK(figures.people[1].state == PersonState::Active);
    CHECK(figures.people[2].name == "Ana");
    CHECK(figures.people[2].state == PersonState::AtLimit);
    CHECK(figures.people.back().state == PersonState::Revoked);
}

TEST_CASE("usage figures: the CSV holds the range exactly, and no cell becomes a formula") {
    const std::string csv = usage_csv(read(sample_usage()), UsageRange::Month);
    CHECK(csv.find("2026-11-22,Priya Raman,claude-sonnet-5-5,50,0,1000,500,4000,0,2.610000\r\n") !=
          std::string::npos);
    CHECK(csv.find(",'=Tom,") != std::string::npos);
    const std::string today = usage_csv(read(sample_usage()), UsageRange::Today);
    CHECK(today.find("Tom") == std::string::npos);
}

TEST_CASE("usage figures: money and tokens are written as a person reads them") {
    CHECK(usd_text(0, {}) == "$0");
    CHECK(usd_text(787'400'000, {}) == "$787.40");
    CHECK(usd_text(50'000'000, {}) == "$50");
    CHECK(usd_text(30'000, {}) == "$0.030");
    CHECK(usd_text(12, {}) == "under $0.001");
    CHECK(tokens_text(950, {}) == "950");
    CHECK(tokens_text(24'300, {}) == "24 k");
    CHECK(tokens_text(4'100'000, {}) == "4.1 M");
    CHECK(tokens_text(1'234'000'000, {}) == "1,234 M");
    const auto german =
        domain::formats_for(domain::FormatChoice::German, domain::ClockChoice::Automatic, "");
    CHECK(usd_text(1'787'400'000, german) == "1.787,40\u00a0$");
    CHECK(usd_text(30'000, german) == "0,030\u00a0$");
    CHECK(tokens_text(4'100'000, german) == "4,1 M");
}

TEST_CASE("usage feed: figures stay when the next answer fails, and the failure is said") {
    UsageFeed feed;
    CHECK(feed.due_in(1000, false) == 0);
    feed.asked(1000);
    CHECK(feed.asking());
    feed.answered(sample_usage().dump(), 2000);
    REQUIRE(feed.overview() != nullptr);
    CHECK_FALSE(feed.error());
    feed.asked(3000);
    feed.answered(std::string("gibberish"), 4000);
    CHECK(feed.overview() != nullptr);
    CHECK(feed.heard_at() == 2000);
    CHECK(feed.error());
    CHECK_FALSE(feed.asking());
}

TEST_CASE(
    "usage feed: it is due sooner while somebody looks, and also after the clock was set back") {
    UsageFeed feed;
    feed.asked(1'000'000);
    CHECK(feed.due_in(1'000'000, true) < feed.due_in(1'000'000, false));
    CHECK(feed.due_in(1'060'000, true) == 0);
    CHECK(feed.due_in(0, true) <= 60'000);
}
