#include "shell/terminal/forecast_json.h"

#include <nlohmann/json.hpp>

namespace atrium::shell {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json month_json(const domain::ForecastMonth& month) {
    return {{"month", month.month},
            {"begins", month.begins ? Json(domain::iso_from_date(*month.begins)) : Json()},
            {"joined", month.joined},
            {"left", month.left},
            {"members", month.members},
            {"founding", month.founding},
            {"gross", month.gross},
            {"fees", month.fees},
            {"fixed", month.fixed},
            {"keep", month.keep}};
}

Json year_json(const domain::ForecastYear& year) {
    Json months = Json::array();
    for (const domain::ForecastMonth& month : year.months) {
        months.push_back(month_json(month));
    }
    return {{"gross", year.gross},
            {"fees", year.fees},
            {"fixed", year.fixed},
            {"keep", year.keep},
            {"target_month", or_null(year.target_month)},
            {"covered_month", or_null(year.covered_month)},
            {"months", std::move(months)}};
}

Json assumption_json(const domain::Assumption& assumption) {
    const domain::Figure& figure = assumption.named.figure;
    return {{"id", assumption.named.id},
            {"label", assumption.named.label},
            {"unit", assumption.named.unit},
            {"value", figure.value},
            {"low", figure.low},
            {"high", figure.high},
            {"source", figure.source},
            {"date", figure.date},
            {"our_estimate", figure.our_estimate},
            {"own", assumption.own}};
}

Json take_home_json(const domain::TakeHome& row) {
    return {{"plan", row.plan_id},
            {"name", row.plan_name},
            {"members", row.members},
            {"revenue", row.revenue},
            {"plan_fee", row.plan_fee},
            {"platform_fee", row.platform_fee},
            {"card_fee", row.card_fee},
            {"currency_fee", row.currency_fee},
            {"keep", row.keep.value},
            {"keep_low", row.keep.low},
            {"keep_high", row.keep.high}};
}

template <typename List, typename ToJson>
Json list_json(const List& list, ToJson to_json) {
    Json array = Json::array();
    for (const auto& element : list) {
        array.push_back(to_json(element));
    }
    return array;
}

}  // namespace

std::string json_from_forecast(const domain::Forecast& forecast) {
    Json cases;
    for (const auto which :
         {domain::ForecastCase::Low, domain::ForecastCase::Base, domain::ForecastCase::High}) {
        cases[domain::case_id(which)] = year_json(forecast.cases[static_cast<std::size_t>(which)]);
    }
    const domain::FixedCostBreakEven& fixed = forecast.fixed_costs;
    const Json json = {{"currency", forecast.basis.currency},
                       {"plan", forecast.basis.plan.id},
                       {"plan_decided", forecast.basis.plan_decided},
                       {"price", forecast.basis.price().amount},
                       {"cases", std::move(cases)},
                       {"fixed_costs",
                        {{"amount", fixed.fixed},
                         {"members", or_null(fixed.members)},
                         {"founding_members", or_null(fixed.founding_members)}}},
                       {"plan_break_evens",
                        list_json(forecast.plans,
                                  [](const domain::PlanBreakEven& plan) {
                                      return Json{{"below", plan.cheaper_plan},
                                                  {"from", plan.better_plan},
                                                  {"members", plan.members}};
                                  })},
                       {"take_home", list_json(forecast.take_home, take_home_json)},
                       {"sensitivity",
                        list_json(forecast.sensitivity.cells,
                                  [](const domain::SensitivityCell& cell) {
                                      return Json{{"price", cell.price},
                                                  {"conversion_percent", cell.conversion_percent},
                                                  {"members", cell.members},
                                                  {"keep", cell.keep}};
                                  })},
                       {"figures", list_json(forecast.basis.list, assumption_json)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace atrium::shell
