#include "shell/views/forecast_basis.h"

#include "core/domain/eligibility.h"
#include "core/domain/number_text.h"
#include "core/domain/saved_cases.h"

namespace atrium::shell {

namespace {

std::vector<domain::CaseFigure> tried_figures(const View& view) {
    std::vector<domain::CaseFigure> figures;
    for (const auto& [key, value] : view.memory.forecast.tried) {
        figures.push_back({key, value});
    }
    return figures;
}

// What a creator has to know before choosing the plan's platform; empty when nothing stands against
// it.
std::string condition_of(const View& view,
                         const domain::Forecast& year,
                         const domain::TakeHome& row,
                         const domain::Price& price) {
    const domain::PlatformPlan* plan = year.basis.market.plan(row.plan_id);
    if (plan == nullptr || !view.workspace.profile) {
        return "";
    }
    const domain::EligibilityQuestion question{plan->platform,
                                               view.workspace.profile->country,
                                               view.workspace.profile->currency,
                                               price,
                                               row.members};
    for (const domain::EligibilityTrap& trap :
         domain::eligibility_traps(question, year.basis.market)) {
        if (trap.level != domain::TrapLevel::GoodToKnow) {
            return trap.text;
        }
    }
    return "";
}

// Each price that members may pay; platforms have bounds for them.
std::vector<domain::Price> prices_of(const domain::Assumptions& basis) {
    if (!basis.averages_tiers()) {
        return {basis.price()};
    }
    std::vector<domain::Price> prices;
    for (const domain::TierShare& tier : basis.tiers) {
        prices.push_back({tier.amount, basis.currency});
    }
    return prices;
}

// Once for each year that is reckoned: the rules are many, and the screen asks in every frame.
void keep_conditions(View& view) {
    ForecastMemory& memory = view.memory.forecast;
    memory.conditions.clear();
    if (!memory.year) {
        return;
    }
    for (const domain::TakeHome& row : memory.year->take_home) {
        for (const domain::Price& price : prices_of(memory.year->basis)) {
            std::string condition = condition_of(view, *memory.year, row, price);
            if (!condition.empty()) {
                memory.conditions.emplace(row.plan_id, std::move(condition));
            }
        }
    }
}

// Once for each state of the launch: they do not depend on what is tried out.
void reckon_saved_cases(View& view) {
    ForecastMemory& memory = view.memory.forecast;
    memory.saved_years.clear();
    for (const domain::SavedCase& saved : view.project->saved_cases) {
        auto year = domain::case_year(view.workspace, *view.project, saved, view.context);
        memory.saved_years.push_back(year ? std::optional(std::move(year).value()) : std::nullopt);
    }
}

}  // namespace

const domain::Forecast* shown_forecast(View& view) {
    ForecastMemory& memory = view.memory.forecast;
    if (view.project == nullptr) {
        return nullptr;
    }
    const std::size_t history = view.engine.store().history().size();
    if (memory.history != history) {
        reckon_saved_cases(view);
    }
    if (memory.history != history || memory.reckoned_with != memory.tried) {
        memory.history = history;
        memory.reckoned_with = memory.tried;
        Result<domain::Forecast> year =
            domain::forecast(view.workspace,
                             domain::trial_of(*view.project, tried_figures(view), view.context),
                             view.context);
        memory.problem = year ? "" : year.error().message;
        memory.year = year ? std::optional(std::move(year).value()) : std::nullopt;
        keep_conditions(view);
    }
    return memory.year ? &*memory.year : nullptr;
}

void use_tried_figures(View& view) {
    for (const auto& [key, value] : view.memory.forecast.tried) {
        const auto* price = domain::current_slots<domain::PricingSlots>(*view.project);
        if (key == "price" && price != nullptr && price->tiers.empty()) {
            domain::PricingSlots changed = *price;
            changed.amount = value;
            changed.yearly.reset();
            view.send(domain::RecordDecision{changed, ""});
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

std::vector<domain::CaseFigure> entered_figures(const domain::Forecast& year,
                                                std::string_view key,
                                                double value) {
    return domain::is_tier_share(key) ? domain::shares_with(year.basis.tiers, key, value)
                                      : std::vector{domain::CaseFigure{std::string(key), value}};
}

bool has_own_figures(const View& view) {
    return !view.project->own_figures.empty();
}

std::string figure_text(const domain::NamedFigure& named,
                        double value,
                        const domain::Formats& formats) {
    if (named.unit == "percent") {
        return domain::with_percent_sign(value, formats);
    }
    if (named.unit == "count") {
        return domain::decimal_text(value, formats);
    }
    return domain::money_text(value, named.unit == "usd" ? "USD" : named.unit, formats);
}

std::string figure_source(const domain::NamedFigure& named, const domain::Formats& formats) {
    const domain::Figure& figure = named.figure;
    if (!figure.our_estimate) {
        return figure.source;
    }
    if (figure.low == figure.high) {
        return figure.source.starts_with("Our") ? figure.source : "Our estimate";
    }
    return "Our estimate, " + figure_text(named, figure.low, formats) + " to " +
           figure_text(named, figure.high, formats);
}

}  // namespace atrium::shell
