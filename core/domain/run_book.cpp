#include "core/domain/run_book.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/domain/audience_given.h"
#include "core/domain/json_fields.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "embedded_assets.h"

namespace atrium::domain {
namespace {

bool knows(const Market& market, const std::string& id) {
    return std::any_of(market.figures.begin(), market.figures.end(), [&](const NamedFigure& named) {
        return named.id == id;
    });
}

Gate gate_from_json(const nlohmann::json& json, const std::string& place, std::string& problem) {
    Gate gate;
    JsonFields fields(json, place, problem);
    fields.require("measure", gate.measure);
    fields.require("pass", gate.pass_id);
    fields.require("fail", gate.fail_id);
    fields.require("look_at", gate.look_at);
    fields.require("on_pass", gate.on_pass);
    fields.require("on_middle", gate.on_middle);
    fields.require("on_fail", gate.on_fail);
    return gate;
}

RunBookStep step_from_json(const nlohmann::json& json, std::string& problem) {
    RunBookStep step;
    JsonFields fields(json, "a step of the run-book", problem);
    fields.require("id", step.id);
    fields.require("day", step.day);
    fields.require("minutes", step.minutes);
    fields.require("title", step.title);
    fields.require("text", step.text);
    if (const nlohmann::json* gate = fields.find("gate")) {
        step.gate = gate_from_json(*gate, "the gate of step " + step.id, problem);
    }
    return step;
}

void set_marks(Gate& gate, const Market& market) {
    gate.pass = market.figure(gate.pass_id);
    gate.fail = market.figure(gate.fail_id);
}

std::string percent_of(const Figure& figure) {
    return percent_text(figure.value / 100);
}

// The founding offer's last call, or what to do on that day without one.
std::string founding_call(const Forecast& forecast) {
    const FoundingOffer& offer = forecast.basis.founding;
    if (offer.seats <= 0) {
        return "There is no founding offer. Use the half hour to answer the questions that keep "
               "people from joining, once, in public.";
    }
    const std::string closes =
        offer.closes ? " until " + long_date(*offer.closes) : " until the announced day";
    return count_text(offer.seats, "seat", "seats") + " at " +
           money_text(offer.price.amount, offer.price.currency) + closes +
           ". Say honestly how many are left, and that the price will not come back.";
}

// What the forecast expects of the first month, or that it cannot yet.
void add_expected(Placeholders& values, const Forecast& forecast, const CreatorProfile& profile) {
    if (!audience_given(forecast.basis)) {
        const std::string missing =
            "Your number of " + engaged_word(profile.engaged_source) + " is missing, so ";
        values["expected_cases"] = missing + "the forecast names no number of people.";
        values["expected_now"] = "";
        values["compared"] = missing + "there is no forecast to compare paying members with.";
        values["leavers"] = "";
        values["money_kept"] = "money kept";
        return;
    }
    const ForecastMonth& base = forecast.base().months.front();
    const double churn = forecast.basis.figure("churn").value / 100;
    const std::string low = number_text(forecast.low().months.front().joined);
    const std::string middle = number_text(base.joined);
    values["expected_cases"] =
        "The forecast's low, base and high cases are " + low + ", " + middle + " and " +
        number_text(forecast.high().months.front().joined) + " people in the first month.";
    values["expected_now"] = " Expected members by now: " + middle + ".";
    values["compared"] = "Compare paying members with the forecast: " + low + " is the low case, " +
                         middle + " the base.";
    values["leavers"] = " At " + percent_text(churn) + " a month, " +
                        number_text(std::llround(static_cast<double>(base.joined) * churn)) +
                        " of " + middle + " leave in the first month.";
    values["money_kept"] = "money kept against " +
                           round_money_text(base.keep, forecast.basis.currency) +
                           " in the base case";
}

Placeholders placeholders(const Forecast& forecast,
                          const CreatorProfile& profile,
                          const Project& project) {
    const auto* content = current_slots<ContentSlots>(project);
    const double churn = forecast.basis.figure("churn").value / 100;
    Placeholders values;
    values["churn"] = percent_text(churn);
    add_expected(values, forecast, profile);
    values["first_post"] = percent_of(forecast.basis.market.figure("gate.first-post"));
    values["hours_week"] = hours_text(profile.hours_per_week);
    values["event"] = content != nullptr && !content->format.empty() ? content->format : "event";
    values["topic"] = profile.signals.empty() ? "your topic" : profile.signals.front();
    values["founding_call"] = founding_call(forecast);
    return values;
}

}  // namespace

Result<std::vector<RunBookStep>> run_book_from_json(std::string_view json, const Market& market) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    std::string problem;
    JsonFields file(parsed, "the run-book", problem);
    std::vector<RunBookStep> steps;
    for (const auto& entry : file.require_list("steps")) {
        RunBookStep step = step_from_json(entry, problem);
        if (problem.empty() && !steps.empty() && step.day <= steps.back().day) {
            problem = "Step " + step.id + " does not come after the one before it.";
        }
        if (problem.empty() && step.gate) {
            if (!knows(market, step.gate->pass_id) || !knows(market, step.gate->fail_id)) {
                problem = "The gate of step " + step.id + " names a figure that does not exist.";
            } else {
                set_marks(*step.gate, market);
            }
        }
        steps.push_back(std::move(step));
    }
    if (problem.empty() && steps.empty()) {
        problem = "The run-book has no steps.";
    }
    if (!problem.empty()) {
        return Error{"run-book-invalid", problem, ""};
    }
    return steps;
}

std::vector<RunBookStep> run_book(const Forecast& forecast,
                                  const CreatorProfile& profile,
                                  const Project& project) {
    const Market& market = forecast.basis.market;
    Result<std::vector<RunBookStep>> steps = run_book_from_json(assets::run_book_json, market);
    assert(steps);
    const Placeholders values = placeholders(forecast, profile, project);
    for (RunBookStep& step : steps.value()) {
        for (std::string* text : {&step.title, &step.text}) {
            *text = fill_placeholders(*text, values);
        }
        if (step.gate) {
            for (std::string* text : {&step.gate->measure, &step.gate->look_at}) {
                *text = fill_placeholders(*text, values);
            }
        }
        if (forecast.basis.opening) {
            step.date = Date{forecast.basis.opening->days + step.day};
        }
    }
    return std::move(steps).value();
}

std::string gate_text(const Gate& gate) {
    const std::string pass = percent_of(gate.pass);
    const std::string fail = percent_of(gate.fail);
    return gate.measure + ". " + gate.look_at + "\n" + pass + " or more: " + gate.on_pass + "\n" +
           "From " + fail + " to below " + pass + ": " + gate.on_middle + "\nBelow " + fail + ": " +
           gate.on_fail;
}

}  // namespace atrium::domain
