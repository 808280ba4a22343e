#include "core/domain/market.h"

#include <algorithm>

namespace atrium::domain {

namespace {

constexpr std::string_view kRatePrefix = "rate.";

template <typename List, typename Matches>
auto find_in(List& list, Matches matches) {
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found == list.end() ? nullptr : &*found;
}

Figure own_figure(double value, Date today) {
    return {value, value, value, "You", iso_from_date(today), false};
}

Result<Market> with_rate(Market market, std::string_view currency, double value, Date today) {
    if (!(value > 0 && value < 1e6)) {
        return Error{"figure-out-of-range",
                     "An exchange rate says how many dollars one unit is worth, so it must be "
                     "above 0 and below 1,000,000.",
                     ""};
    }
    auto* rate =
        find_in(market.rates, [&](const ExchangeRate& r) { return r.currency == currency; });
    if (rate) {
        rate->usd_per_unit = own_figure(value, today);
    } else {
        market.rates.push_back({std::string(currency), own_figure(value, today)});
    }
    return market;
}

Result<double> usd_per_unit(std::string_view currency, const Market& market) {
    if (const ExchangeRate* rate = market.rate(currency)) {
        return rate->usd_per_unit.value;
    }
    return Error{"currency-unknown",
                 "There is no exchange rate for " + std::string(currency) +
                     " yet. Enter one among the figures of the forecast, or plan in US dollars.",
                 ""};
}

}  // namespace

const Figure& Market::figure(std::string_view id) const {
    const NamedFigure* found =
        find_in(figures, [&](const NamedFigure& named) { return named.id == id; });
    assert(found);
    return found->figure;
}

const PlatformPlan* Market::plan(std::string_view id) const {
    return find_in(plans, [&](const PlatformPlan& plan) { return plan.id == id; });
}

const PlatformPlan* Market::plan_for(std::string_view id_or_platform) const {
    if (const PlatformPlan* exact = plan(id_or_platform)) {
        return exact;
    }
    return find_in(plans, [&](const PlatformPlan& candidate) {
        return candidate.usual && candidate.platform == id_or_platform;
    });
}

const ExchangeRate* Market::rate(std::string_view currency) const {
    return find_in(rates, [&](const ExchangeRate& rate) { return rate.currency == currency; });
}

Result<Market> with_figure(const Market& market, std::string_view id, double value, Date today) {
    if (id.starts_with(kRatePrefix)) {
        return with_rate(market, id.substr(kRatePrefix.size()), value, today);
    }
    Market changed = market;
    auto* named = find_in(changed.figures, [&](const NamedFigure& f) { return f.id == id; });
    if (!named) {
        return Error{"figure-unknown", "There is no such figure.", std::string(id)};
    }
    const double highest = named->unit == "percent" ? 100 : 1e9;
    if (!(value >= 0 && value <= highest)) {
        return Error{"figure-out-of-range",
                     named->unit == "percent" ? "A share must be between 0 and 100%."
                                              : "Please give a number from 0 to 1 billion.",
                     ""};
    }
    named->figure = own_figure(value, today);
    return changed;
}

Result<double> usd_from(double amount, std::string_view currency, const Market& market) {
    const Result<double> rate = usd_per_unit(currency, market);
    if (!rate) {
        return rate.error();
    }
    return amount * rate.value();
}

Result<double> from_usd(double usd, std::string_view currency, const Market& market) {
    const Result<double> rate = usd_per_unit(currency, market);
    if (!rate) {
        return rate.error();
    }
    return usd / rate.value();
}

}  // namespace atrium::domain
