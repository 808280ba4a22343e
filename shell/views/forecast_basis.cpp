#include "shell/views/forecast_basis.h"

#include <cmath>

#include "core/domain/eligibility.h"
#include "core/domain/number_text.h"

namespace atrium::shell {

namespace {

using domain::Project;

// As much of the project as the forecast reads, with the tried figures in it; its conversation may
// be long and is not copied.
Project trial_of(const View& view) {
    Project trial;
    trial.id = view.project->id;
    trial.start = view.project->start;
    trial.status = view.project->status;
    trial.decisions = view.project->decisions;
    trial.own_figures = view.project->own_figures;
    for (const auto& [key, value] : view.memory.forecast.tried) {
        trial.own_figures[key] = {value, view.context.today};
    }
    return trial;
}

// What a creator has to know before choosing the plan's platform; empty when nothing stands against
// it.
std::string condition_of(const View& view,
                         const domain::Forecast& year,
                         const domain::TakeHome& row) {
    const domain::PlatformPlan* plan = year.basis.market.plan(row.plan_id);
    if (plan == nullptr || !view.workspace.profile) {
        return "";
    }
    const domain::EligibilityQuestion question{plan->platform,
                                               view.workspace.profile->country,
                                               view.workspace.profile->currency,
                                               year.basis.price(),
                                               row.members};
    for (const domain::EligibilityTrap& trap :
         domain::eligibility_traps(question, year.basis.market)) {
        if (trap.level != domain::TrapLevel::GoodToKnow) {
            return trap.text;
        }
    }
    return "";
}

// Once for each year that is reckoned: the rules are many, and the screen asks in every frame.
void keep_conditions(View& view) {
    ForecastMemory& memory = view.memory.forecast;
    memory.conditions.clear();
    if (!memory.year) {
        return;
    }
    for (const domain::TakeHome& row : memory.year->take_home) {
        std::string condition = condition_of(view, *memory.year, row);
        if (!condition.empty()) {
            memory.conditions[row.plan_id] = std::move(condition);
        }
    }
}

std::string trimmed_number(double value) {
    const double rounded = std::round(value * 100) / 100;
    const auto whole = static_cast<std::int64_t>(rounded);
    if (rounded == static_cast<double>(whole)) {
        return domain::number_text(whole);
    }
    std::string text = std::to_string(rounded);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

}  // namespace

const domain::Forecast* shown_forecast(View& view) {
    ForecastMemory& memory = view.memory.forecast;
    if (view.project == nullptr) {
        return nullptr;
    }
    const std::size_t history = view.engine.store().history().size();
    if (memory.history != history || memory.reckoned_with != memory.tried) {
        memory.history = history;
        memory.reckoned_with = memory.tried;
        Result<domain::Forecast> year =
            domain::forecast(view.workspace, trial_of(view), view.context);
        memory.problem = year ? "" : year.error().message;
        memory.year = year ? std::optional(std::move(year).value()) : std::nullopt;
        keep_conditions(view);
    }
    return memory.year ? &*memory.year : nullptr;
}

void use_tried_figures(View& view) {
    for (const auto& [key, value] : view.memory.forecast.tried) {
        const auto* price = domain::current_slots<domain::PricingSlots>(*view.project);
        if (key == "price" && price != nullptr) {
            domain::PricingSlots changed = *price;
            changed.amount = value;
            view.send(domain::RecordDecision{changed, "Tried out in the forecast"});
        } else {
            view.send(domain::ChangeAssumption{key, value});
        }
    }
    view.memory.forecast.tried.clear();
}

void reset_figures(View& view) {
    view.memory.forecast.tried.clear();
    for (const auto& [key, own] : view.project->own_figures) {
        view.send(domain::ChangeAssumption{key, std::nullopt});
    }
}

bool has_own_figures(const View& view) {
    return !view.project->own_figures.empty();
}

std::string figure_text(const domain::NamedFigure& named, double value) {
    if (named.unit == "percent") {
        return trimmed_number(value) + "%";
    }
    if (named.unit == "count") {
        return trimmed_number(value);
    }
    return domain::money_text(value, named.unit == "usd" ? "USD" : named.unit);
}

std::string figure_source(const domain::NamedFigure& named) {
    const domain::Figure& figure = named.figure;
    if (!figure.our_estimate) {
        return figure.source;
    }
    if (figure.low == figure.high) {
        return figure.source.rfind("Our", 0) == 0 ? figure.source : "Our estimate";
    }
    return "Our estimate, " + figure_text(named, figure.low) + " to " +
           figure_text(named, figure.high);
}

}  // namespace atrium::shell
