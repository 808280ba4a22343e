// The prices and the founding offer that economics.h declares.
#include <algorithm>
#include <cmath>

#include "core/domain/economics.h"
#include "core/domain/number_text.h"

namespace atrium::domain {

namespace {

// So much of the base conversion at a time may be needed at the price we recommend: with those who
// leave, about 4 in 100 then have to join within the year, which a good launch brings.
constexpr double kOfBaseConversion = 0.85;
constexpr double kCheaper = 0.7;
constexpr double kDearer = 1.6;

// 4,394 yen is not a price; 4,400 is.
double two_digits(double amount) {
    const double unit = std::pow(10.0, std::floor(std::log10(amount)) - 1);
    return std::round(amount / unit) * unit;
}

// The prices people are used to in a currency. One that is worth about a dollar uses the same
// numbers; another one its own round ones.
std::vector<double> ladder_in(double usd_per_unit, const Market& market) {
    std::vector<double> ladder = market.price_ladder_usd;
    if (usd_per_unit < 0.5 || usd_per_unit > 2.0) {
        for (double& price : ladder) {
            price = two_digits(price / usd_per_unit);
        }
    }
    return ladder;
}

// The step of the ladder that is nearest to a price in dollars.
std::size_t step_of(double usd, const Market& market) {
    const auto& ladder = market.price_ladder_usd;
    const auto above = std::lower_bound(ladder.begin(), ladder.end(), usd);
    return static_cast<std::size_t>(
        std::min(above - ladder.begin(), static_cast<std::ptrdiff_t>(ladder.size()) - 1));
}

std::string audience_text(const CreatorProfile& profile, double share) {
    return percent_text(share) + " of your " + number_text(profile.engaged_audience) + " " +
           engaged_word(profile.engaged_source);
}

double comfortable_share(const Market& market) {
    return market.figure("conversion").value / 100 * kOfBaseConversion;
}

std::string reason_text(const CreatorProfile& profile,
                        const PlatformPlan& plan,
                        const PriceOption& option,
                        double recommended) {
    if (profile.monthly_target <= 0) {
        return "We can say how many members that takes once you name a monthly target.";
    }
    const std::string members = count_text(option.need.members, "member leaves", "members leave");
    const std::string reach =
        members + " you " +
        money_text(static_cast<double>(profile.monthly_target), profile.currency) +
        " a month after the fees of " + plan.name + ". ";
    if (profile.engaged_audience <= 0) {
        return reach +
               "We can say how much of your audience that is once you give your number of " +
               engaged_word(profile.engaged_source) + ".";
    }
    const std::string share = "That is " + audience_text(profile, option.need.share);
    if (option.need.reach == Reach::Beyond) {
        return reach + share +
               " at a time. As some leave again, it takes more than we have reason to expect.";
    }
    if (option.price.amount < recommended) {
        return reach + share + ". Easier to say yes to, and more people to look after.";
    }
    if (option.price.amount > recommended) {
        return reach + share + ". Fewer people, and each expects more of your time.";
    }
    if (option.need.reach != Reach::High) {
        return reach + share + ", with room for those who leave.";
    }
    return reach + share + " at a time. More have to join, as some leave: it takes a good launch.";
}

std::optional<PriceOption> option_at(double amount,
                                     const CreatorProfile& profile,
                                     const PlatformPlan& plan,
                                     const Market& market) {
    PriceOption option;
    option.price = {amount, profile.currency};
    const auto members =
        members_needed(plan, option.price, static_cast<double>(profile.monthly_target), market);
    if (!members) {
        return std::nullopt;
    }
    option.need = conversion_need(members.value(), profile.engaged_audience, market);
    option.label = money_text(amount, profile.currency) + " a month";
    return option;
}

// The recommended step: the lowest usual community price that is enough, or the highest usual one;
// the middle one where audience or target are not given.
std::size_t recommended_step(const std::vector<double>& ladder,
                             const CreatorProfile& profile,
                             const PlatformPlan& plan,
                             const Market& market) {
    const Figure& usual = market.figure("price.community");
    if (profile.engaged_audience <= 0 || profile.monthly_target <= 0) {
        return step_of(usual.value, market);
    }
    const double enough = comfortable_share(market);
    const std::size_t first = step_of(usual.low, market);
    const std::size_t last = step_of(usual.high, market);
    for (std::size_t step = first; step < last; ++step) {
        const auto option = option_at(ladder[step], profile, plan, market);
        if (option && option->need.reach != Reach::Beyond && option->need.share <= enough) {
            return step;
        }
    }
    return last;
}

double founding_price(double price, const Figure& discount) {
    const double wished = price * (1 - discount.value / 100);
    const double unit = std::pow(10.0, std::floor(std::log10(price)) - 1);
    for (const double step : {5 * unit, unit}) {
        const double rounded = std::round(wished / step) * step;
        const double percent = (1 - rounded / price) * 100;
        if (percent >= discount.low && percent <= discount.high) {
            return rounded;
        }
    }
    return std::round(wished * 100) / 100;
}

// A third of those who may join, in the usual range; but a cap above the number of people who may
// come at all would not be one.
std::int64_t founding_seats(std::int64_t engaged, const Market& market) {
    const Figure& cap = market.figure("founding.cap");
    const double joining = static_cast<double>(conversion_need(0, engaged, market).members_base);
    const double seats = std::clamp(std::round(joining / 15) * 5, cap.low, cap.high);
    const double most = engaged > 0 ? std::max(std::ceil(joining / 5) * 5, 5.0) : cap.low;
    return static_cast<std::int64_t>(std::min(seats, most));
}

}  // namespace

Result<std::vector<PriceOption>> price_options(const CreatorProfile& profile,
                                               const PlatformPlan& plan,
                                               const Market& market) {
    const Result<double> usd_per_unit = usd_from(1, profile.currency, market);
    if (!usd_per_unit) {
        return usd_per_unit.error();
    }
    const std::vector<double> ladder = ladder_in(usd_per_unit.value(), market);
    const double recommended = ladder[recommended_step(ladder, profile, plan, market)];
    const auto cheaper = std::upper_bound(ladder.begin(), ladder.end(), recommended * kCheaper);
    const auto dearer = std::lower_bound(ladder.begin(), ladder.end(), recommended * kDearer);
    std::vector<double> amounts;
    if (cheaper != ladder.begin()) {
        amounts.push_back(*(cheaper - 1));
    }
    amounts.push_back(recommended);
    if (dearer != ladder.end()) {
        amounts.push_back(*dearer);
    }
    std::vector<PriceOption> options;
    for (const double amount : amounts) {
        if (auto option = option_at(amount, profile, plan, market)) {
            option->recommended = amount == recommended;
            option->reason = reason_text(profile, plan, *option, recommended);
            options.push_back(std::move(*option));
        }
    }
    return options;
}

FoundingOffer founding_offer(const Price& price,
                             std::int64_t engaged,
                             std::optional<Date> opening,
                             const Market& market) {
    FoundingOffer offer;
    offer.discount = market.figure("founding.discount");
    offer.price = price;
    if (price.amount > 0) {
        offer.price.amount = founding_price(price.amount, offer.discount);
        offer.discount_percent = (1 - offer.price.amount / price.amount) * 100;
    }
    offer.seats = founding_seats(engaged, market);
    offer.lock_months = static_cast<std::int64_t>(market.figure("founding.lock").value);
    if (opening) {
        offer.closes =
            Date{opening->days + static_cast<std::int32_t>(market.figure("founding.days").value)};
    }
    return offer;
}

}  // namespace atrium::domain
