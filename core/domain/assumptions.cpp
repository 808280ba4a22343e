#include "core/domain/assumptions.h"

#include <algorithm>
#include <array>

#include "core/domain/guide/numbers.h"

namespace atrium::domain {
namespace {

// Those in which nobody knows the value before it has happened: an own one has a range too.
constexpr std::array<std::string_view, 3> kUncertain = {"conversion", "audience-growth", "churn"};

constexpr double kLargestPrice = 1e6;
constexpr double kLargestAudience = 1e9;
constexpr std::string_view kRatePrefix = "rate.";

bool is_uncertain(std::string_view key) {
    return std::find(kUncertain.begin(), kUncertain.end(), key) != kUncertain.end();
}

bool is_currency_code(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char letter) {
               return letter >= 'A' && letter <= 'Z';
           });
}

void keep_range(Market& market, std::string_view key, const Figure& published) {
    for (NamedFigure& named : market.figures) {
        if (named.id == key && published.value > 0) {
            const double factor = named.figure.value / published.value;
            named.figure.low = published.low * factor;
            named.figure.high = std::min(published.high * factor, 100.0);
            named.figure.source = "You; the range is ours in proportion";
        }
    }
}

Figure exact(double value, std::string source, Date date, bool our_estimate) {
    return {value, value, value, std::move(source), iso_from_date(date), our_estimate};
}

// Collects the list of one project.
class Collector {
 public:
    Collector(const Project& project, const Context& context, Assumptions& basis)
        : project_(project), context_(context), basis_(basis) {}

    const OwnFigure* own(std::string_view key) const {
        const auto found = project_.own_figures.find(std::string(key));
        return found == project_.own_figures.end() ? nullptr : &found->second;
    }

    // A figure that is not the market's: the creator's own value goes before it.
    void add(std::string_view key, std::string label, std::string unit, Figure figure) {
        if (const OwnFigure* mine = own(key)) {
            figure = exact(mine->value, "You", mine->on, false);
        }
        basis_.list.push_back(
            {{std::string(key), std::move(label), std::move(unit), figure}, own(key) != nullptr});
    }

    void add_market(std::string_view key) {
        for (const NamedFigure& named : basis_.market.figures) {
            if (named.id == key) {
                basis_.list.push_back({named, own(key) != nullptr});
            }
        }
    }

    void add_price(const guide::Numbers& numbers) {
        const Decision* decision = current_decision(project_, DecisionCategory::Pricing);
        if (decision == nullptr) {
            add("price",
                "Price a month, not decided yet",
                basis_.currency,
                exact(
                    numbers.price.amount, "Our suggestion for your target", context_.today, true));
            return;
        }
        const std::string label = basis_.billing == Billing::Once ? "Price of joining, paid once"
                                  : basis_.billing == Billing::Yearly
                                      ? "Price a month, a twelfth of the year's"
                                      : "Price a month";
        add("price",
            basis_.tiers.size() > 1 ? "Average p" + label.substr(1) : label,
            basis_.currency,
            basis_.tiers.size() > 1
                ? average_price(decision->on)
                : exact(numbers.price.amount, "Your decision", decision->on, false));
        if (basis_.averages_tiers()) {
            add_tier_shares();
        }
    }

    void add_audience(const CreatorProfile& profile) {
        add("audience",
            "People you can ask: " + engaged_word(profile.engaged_source),
            "count",
            exact(static_cast<double>(std::max<std::int64_t>(profile.engaged_audience, 0)),
                  "Your profile",
                  project_.start,
                  false));
    }

    // The offer that economics.h proposes for this creator; an own number of seats is taken as it is.
    void add_founding() {
        basis_.founding = founding_offer(basis_.price(),
                                         static_cast<std::int64_t>(basis_.figure("audience").value),
                                         basis_.opening,
                                         basis_.market);
        if (const OwnFigure* seats = own("founding.cap")) {
            basis_.founding.seats = static_cast<std::int64_t>(seats->value);
        }
        for (const char* key :
             {"founding.discount", "founding.cap", "founding.days", "founding.lock"}) {
            add_market(key);
        }
        use("founding.discount", basis_.founding.discount_percent);
        use("founding.cap", static_cast<double>(basis_.founding.seats));
    }

    void add_fees() {
        const PlatformPlan& plan = basis_.plan;
        for (const std::string* id :
             {&plan.monthly, &plan.percent, &plan.card_percent, &plan.card_fixed}) {
            add_market(*id);
        }
        if (basis_.currency == "USD") {
            return;
        }
        add_market(plan.currency_percent);
        const ExchangeRate* rate = basis_.market.rate(basis_.currency);
        const std::string key = std::string(kRatePrefix) + basis_.currency;
        basis_.list.push_back(
            {{key, "US dollars for one " + basis_.currency, "usd", rate->usd_per_unit},
             own(key) != nullptr});
    }

 private:
    // The decision's tiers by how members spread over them.
    Figure average_price(Date decided) const {
        const bool own_shares = has_own_share();
        return exact(average_amount(basis_.tiers),
                     own_shares ? "Your tiers and the shares that you entered"
                                : "Our estimate: your tiers in equal shares",
                     decided,
                     !own_shares);
    }

    bool has_own_share() const {
        return std::any_of(basis_.tiers.begin(), basis_.tiers.end(), [](const TierShare& tier) {
            return tier.own;
        });
    }

    // One that is not the creator's follows from those that are.
    void add_tier_shares() {
        const std::string source =
            has_own_share() ? "What the other tiers leave"
                            : "Our estimate: equal shares, as nobody publishes how members spread";
        for (const TierShare& tier : basis_.tiers) {
            const OwnFigure* mine = own(tier.key);
            basis_.list.push_back(
                {{tier.key,
                  "New members who take " + tier.name,
                  "percent",
                  mine != nullptr ? exact(tier.percent, "You", mine->on, false)
                                  : exact(tier.percent, source, context_.today, true)},
                 mine != nullptr});
        }
    }

    void use(std::string_view key, double value) {
        for (Assumption& assumption : basis_.list) {
            if (assumption.named.id == key) {
                // For few people the offer may be smaller than usual.
                Figure& figure = assumption.named.figure;
                figure.value = value;
                figure.low = std::min(figure.low, value);
                figure.high = std::max(figure.high, value);
            }
        }
    }

    const Project& project_;
    const Context& context_;
    Assumptions& basis_;
};

Billing billing_of(const Project& project) {
    const auto* slots = current_slots<PricingSlots>(project);
    if (slots == nullptr || slots->interval.empty() || slots->interval == "month") {
        return Billing::Monthly;
    }
    return slots->interval == "year" ? Billing::Yearly : Billing::Once;
}

double target_in(const CreatorProfile& profile, const std::string& currency, const Market& market) {
    const auto target = static_cast<double>(profile.monthly_target);
    const Result<double> usd = usd_from(target, profile.currency, market);
    return usd && currency != profile.currency ? from_usd(usd.value(), currency, market).value()
                                               : target;
}

}  // namespace

const Figure& Assumptions::figure(std::string_view key) const {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Assumption& assumption) {
        return assumption.named.id == key;
    });
    assert(found != list.end());
    return found->named.figure;
}

Price Assumptions::price() const {
    return {figure("price").value, currency};
}

bool Assumptions::averages_tiers() const {
    const bool own_price = std::any_of(list.begin(), list.end(), [](const Assumption& assumption) {
        return assumption.named.id == "price" && assumption.own;
    });
    return tiers.size() > 1 && !own_price;
}

Market project_market(const Project& project) {
    Market market = built_in_market();
    for (const auto& [key, own] : project.own_figures) {
        const Result<Market> changed = with_figure(market, key, own.value, own.on);
        if (!changed) {
            continue;
        }
        market = changed.value();
        if (is_uncertain(key)) {
            keep_range(market, key, built_in_market().figure(key));
        }
    }
    return market;
}

Result<Assumptions> assumptions_of(const Workspace& workspace,
                                   const Project& project,
                                   const Context& context) {
    if (!workspace.profile) {
        return Error{
            "profile-missing", "Tell us about yourself first; then we can do the numbers.", ""};
    }
    guide::Talk talk;
    talk.workspace = &workspace;
    talk.project = &project;
    talk.profile = guide::profile_in(workspace, project);
    talk.context = context;
    const guide::Numbers numbers = guide::numbers_of(talk);

    Assumptions basis;
    basis.market = project_market(project);
    basis.plan = *numbers.plan;
    basis.plan_decided = current_slots<PlatformSlots>(project) != nullptr;
    basis.currency = numbers.price.currency;
    basis.billing = billing_of(project);
    basis.opening = target_date(project);
    basis.tiers = tier_shares(project);
    basis.target = target_in(*workspace.profile, basis.currency, basis.market);

    Collector collector(project, context, basis);
    collector.add_price(numbers);
    collector.add_audience(*workspace.profile);
    for (const char* key : {"conversion", "join-at-launch", "audience-growth", "churn"}) {
        collector.add_market(key);
    }
    collector.add_founding();
    collector.add_market("costs.other");
    collector.add_fees();
    return basis;
}

std::optional<Error> assumption_problem(std::string_view key, std::optional<double> value) {
    const double number = value.value_or(1);
    if (key == "price" || key == "audience") {
        const double largest = key == "price" ? kLargestPrice : kLargestAudience;
        if (number >= 0 && number <= largest) {
            return std::nullopt;
        }
        return Error{"figure-out-of-range",
                     key == "price" ? "A price must be between 0 and 1,000,000."
                                    : "Please give a number from 0 to 1 billion.",
                     ""};
    }
    if (is_tier_share(key)) {
        return number >= 0 && number <= 100
                   ? std::nullopt
                   : std::optional(Error{"figure-out-of-range",
                                         "A tier's share of the new members must be between 0 and "
                                         "100 percent; all tiers together make 100.",
                                         ""});
    }
    if (key.starts_with(kRatePrefix) && !is_currency_code(key.substr(kRatePrefix.size()))) {
        return Error{"figure-unknown", "There is no such figure.", std::string(key)};
    }
    const Result<Market> changed = with_figure(built_in_market(), key, number, Date{});
    return changed ? std::nullopt : std::optional(changed.error());
}

}  // namespace atrium::domain
