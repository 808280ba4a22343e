#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/json_fields.h"
#include "core/domain/market.h"
#include "embedded_assets.h"

namespace atrium::domain {

namespace {

using nlohmann::json;

void read_source(JsonFields& fields, Figure& figure) {
    fields.require("source", figure.source);
    fields.require("date", figure.date);
    fields.read("our_estimate", figure.our_estimate);
    if (!date_from_iso(figure.date)) {
        fields.fail("date", "is not a day written as 2026-11-22");
    }
}

void read_figure(JsonFields& fields, const char* value_name, Figure& figure) {
    fields.require(value_name, figure.value);
    fields.require("low", figure.low);
    fields.require("high", figure.high);
    read_source(fields, figure);
    if (figure.low < 0 || figure.low > figure.value || figure.value > figure.high) {
        fields.fail(value_name, "does not lie between low and high");
    }
}

NamedFigure read_named(const json& entry, std::string& problem) {
    NamedFigure named;
    JsonFields head(entry, "a figure", problem);
    head.require("id", named.id);
    JsonFields fields(entry, "figure \"" + named.id + "\"", problem);
    fields.require("label", named.label);
    fields.require("unit", named.unit);
    read_figure(fields, "value", named.figure);
    return named;
}

PlatformPlan read_plan(const json& entry, std::string& problem) {
    PlatformPlan plan;
    JsonFields head(entry, "a plan", problem);
    head.require("id", plan.id);
    JsonFields fields(entry, "plan \"" + plan.id + "\"", problem);
    fields.require("platform", plan.platform);
    fields.require("name", plan.name);
    fields.require("summary", plan.summary);
    fields.read("usual", plan.usual);
    fields.read("monthly", plan.monthly);
    fields.read("percent", plan.percent);
    fields.read("card_percent", plan.card_percent);
    fields.read("card_fixed", plan.card_fixed);
    fields.read("currency_percent", plan.currency_percent);
    return plan;
}

ExchangeRate read_rate(const json& entry, std::string& problem) {
    ExchangeRate rate;
    JsonFields head(entry, "an exchange rate", problem);
    head.require("currency", rate.currency);
    JsonFields fields(entry, "rate \"" + rate.currency + "\"", problem);
    read_figure(fields, "usd_per_unit", rate.usd_per_unit);
    if (rate.usd_per_unit.value <= 0) {
        fields.fail("usd_per_unit", "must be above 0");
    }
    return rate;
}

void read_level(JsonFields& fields, TrapLevel& level) {
    std::string word;
    fields.require("level", word);
    if (word == "blocks") {
        level = TrapLevel::Blocks;
    } else if (word == "check") {
        level = TrapLevel::CheckFirst;
    } else if (word != "know") {
        fields.fail("level", "is none of blocks, check, know");
    }
}

EligibilityRule read_rule(const json& entry, std::string& problem) {
    EligibilityRule rule;
    JsonFields head(entry, "an eligibility rule", problem);
    head.require("id", rule.id);
    const std::string place = "rule \"" + rule.id + "\"";
    JsonFields fields(entry, place, problem);
    fields.read("platforms", rule.platforms);
    read_level(fields, rule.level);
    fields.require("title", rule.title);
    fields.require("text", rule.text);
    Figure origin;
    read_source(fields, origin);
    rule.source = origin.source;
    rule.date = origin.date;
    rule.our_estimate = origin.our_estimate;
    if (const json* when = fields.find("when")) {
        JsonFields conditions(*when, place + ", when", problem);
        conditions.read("countries_only", rule.countries_only);
        conditions.read("countries_except", rule.countries_except);
        conditions.read("currencies_except", rule.currencies_except);
        conditions.read("monthly_revenue_below_usd", rule.monthly_revenue_below_usd);
        conditions.read("price_below_usd", rule.price_below_usd);
        conditions.read("price_above_usd", rule.price_above_usd);
        conditions.read("fixed_cost_share_above_percent", rule.fixed_cost_share_above_percent);
    }
    return rule;
}

// A fee that is spelled wrongly must not pass for a fee that does not exist.
std::string reference_problem(const Market& market) {
    for (const PlatformPlan& plan : market.plans) {
        for (const std::string* id : {&plan.monthly,
                                      &plan.percent,
                                      &plan.card_percent,
                                      &plan.card_fixed,
                                      &plan.currency_percent}) {
            const bool known = std::any_of(
                market.figures.begin(), market.figures.end(), [&](const NamedFigure& named) {
                    return named.id == *id;
                });
            if (!id->empty() && !known) {
                return "Plan \"" + plan.id + "\" names the figure \"" + *id +
                       "\", which does not exist.";
            }
        }
    }
    return "";
}

std::vector<double> read_ladder(JsonFields& fields) {
    std::vector<double> prices;
    for (const json& price : fields.require_list("price_ladder_usd")) {
        if (!price.is_number() || (!prices.empty() && price.get<double>() <= prices.back())) {
            fields.fail("price_ladder_usd", "is not a rising list of numbers");
            break;
        }
        prices.push_back(price.get<double>());
    }
    return prices;
}

}  // namespace

Result<Market> market_from_json(std::string_view text) {
    const json object = json::parse(text, nullptr, false);
    std::string problem;
    JsonFields fields(object, "the market figures", problem);
    Market market;
    fields.require("as_of", market.as_of);
    fields.require("note", market.note);
    for (const json& entry : fields.require_list("figures")) {
        market.figures.push_back(read_named(entry, problem));
    }
    for (const json& entry : fields.require_list("plans")) {
        market.plans.push_back(read_plan(entry, problem));
    }
    for (const json& entry : fields.require_list("rates")) {
        market.rates.push_back(read_rate(entry, problem));
    }
    market.price_ladder_usd = read_ladder(fields);
    for (const json& entry : fields.require_list("eligibility")) {
        market.eligibility.push_back(read_rule(entry, problem));
    }
    if (problem.empty()) {
        problem = reference_problem(market);
    }
    if (!problem.empty()) {
        return Error{"market-invalid", "The market figures have an error. " + problem, ""};
    }
    return market;
}

const Market& built_in_market() {
    static const Market market = [] {
        Result<Market> read = market_from_json(assets::market_json);
        assert(read);
        return read ? std::move(read).value() : Market{};
    }();
    return market;
}

}  // namespace atrium::domain
