#include "core/domain/tier_shares.h"

#include <algorithm>
#include <numeric>

namespace atrium::domain {

namespace {

constexpr std::string_view kPrefix = "tier-share.";
constexpr double kMonths = 12;
constexpr double kAll = 100;

// With the number of tiers in it: shares of two tiers say nothing of three.
std::string key_of(std::size_t tier, std::size_t count) {
    return std::string(kPrefix) + std::to_string(tier) + "-of-" + std::to_string(count);
}

std::vector<TierShare> paid_tiers(const PricingSlots& price) {
    std::vector<TierShare> tiers;
    for (std::size_t i = 0; i < price.tiers.size(); ++i) {
        const PriceTier& tier = price.tiers[i];
        if (tier.amount > 0) {
            const double amount = price.interval == "year" ? tier.amount / kMonths : tier.amount;
            const std::string name =
                tier.name.empty() ? "tier " + std::to_string(i + 1) : tier.name;
            tiers.push_back({"", name, amount, 0, false});
        }
    }
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        tiers[i].key = key_of(i + 1, tiers.size());
    }
    return tiers;
}

double sum_of(const std::vector<TierShare>& tiers) {
    return std::accumulate(tiers.begin(), tiers.end(), 0.0, [](double sum, const TierShare& tier) {
        return sum + tier.percent;
    });
}

// What the creator's leave of 100 goes to the others in equal parts.
void share_the_rest(std::vector<TierShare>& tiers) {
    const auto open =
        std::count_if(tiers.begin(), tiers.end(), [](const TierShare& tier) { return !tier.own; });
    const double rest = std::max(kAll - sum_of(tiers), 0.0);
    for (TierShare& tier : tiers) {
        tier.percent = tier.own ? tier.percent : rest / static_cast<double>(open);
    }
}

// Shares that do not make 100 hold in proportion; where all are 0, nothing has been said.
void make_whole(std::vector<TierShare>& tiers) {
    const double sum = sum_of(tiers);
    for (TierShare& tier : tiers) {
        tier.percent =
            sum > 0 ? tier.percent / sum * kAll : kAll / static_cast<double>(tiers.size());
    }
}

}  // namespace

std::vector<TierShare> tier_shares(const Project& project) {
    const auto* price = current_slots<PricingSlots>(project);
    return price != nullptr ? tier_shares(project, *price) : std::vector<TierShare>{};
}

std::vector<TierShare> tier_shares(const Project& project, const PricingSlots& price) {
    if (price.amount) {
        return {};
    }
    std::vector<TierShare> tiers = paid_tiers(price);
    for (TierShare& tier : tiers) {
        const auto own = project.own_figures.find(tier.key);
        tier.own = own != project.own_figures.end();
        tier.percent = tier.own ? std::clamp(own->second.value, 0.0, kAll) : 0;
    }
    share_the_rest(tiers);
    make_whole(tiers);
    return tiers;
}

double average_amount(const std::vector<TierShare>& tiers) {
    return std::accumulate(tiers.begin(), tiers.end(), 0.0, [](double sum, const TierShare& tier) {
        return sum + tier.amount * tier.percent / kAll;
    });
}

std::vector<CaseFigure> shares_with(const std::vector<TierShare>& tiers,
                                    std::string_view key,
                                    double percent) {
    double before = 0;
    for (const TierShare& tier : tiers) {
        before += tier.key == key ? 0 : tier.percent;
    }
    const double others = static_cast<double>(tiers.size()) - 1;
    std::vector<CaseFigure> shares;
    for (const TierShare& tier : tiers) {
        const double part = before > 0 ? tier.percent / before : 1 / others;
        shares.push_back({tier.key, tier.key == key ? percent : (kAll - percent) * part});
    }
    return shares;
}

bool is_tier_share(std::string_view key) {
    return key.starts_with(kPrefix);
}

}  // namespace atrium::domain
