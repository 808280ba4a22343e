// What a forecast rests on: each number with its source, its date and its range, from the profile,
// the decisions and the market, and replaced by the creator's own where they entered one.
//
//     Assumptions basis = assumptions_of(workspace, project, context).value();
//     basis.figure("churn").value;            // 7, in percent
//     basis.list;                             // all of them, for a table that can be edited
//
// The keys are "price" and "audience", the shares of tier_shares.h, the ids of the market's figures ("churn", "founding.cap",
// "circle-professional.monthly") and "rate.EUR" for an exchange rate.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/economics.h"
#include "core/domain/tier_shares.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

enum class Billing {
    Monthly,
    Yearly,  // counted as a twelfth each month
    Once,    // paid on joining and never again
};

struct Assumption {
    NamedFigure named;
    bool own = false;  // the creator's, and can be reset

    bool operator==(const Assumption&) const = default;
};

struct Assumptions {
    Market market;  // with the creator's own figures in it
    PlatformPlan plan;
    bool plan_decided = false;  // false: the plan that we would recommend
    std::string currency;
    Billing billing = Billing::Monthly;
    FoundingOffer founding;
    std::optional<Date> opening;
    double target = 0;             // a month after all costs, in the currency
    std::vector<TierShare> tiers;  // the paid ones of the decision, if any
    std::vector<Assumption> list;  // everything that the forecast uses, most important first

    // Of a key in the list; asserts that it is there.
    [[nodiscard]] const Figure& figure(std::string_view key) const;

    // A member's price of a month, or of joining where it is paid once; with several tiers the average.
    [[nodiscard]] Price price() const;

    // The price is the average of several tiers by their shares: the creator has entered no own one.
    [[nodiscard]] bool averages_tiers() const;
};

// The published figures with this project's own in their place. Where the published figure has a
// range, the creator's keeps it in proportion. A figure that this version does not know is left out.
[[nodiscard]] Market project_market(const Project& project);

// Error "profile-missing".
[[nodiscard]] Result<Assumptions> assumptions_of(const Workspace& workspace,
                                                 const Project& project,
                                                 const Context& context);

// Why a key cannot have that value: "figure-unknown", "figure-out-of-range"; nothing when it can.
[[nodiscard]] std::optional<Error> assumption_problem(std::string_view key,
                                                      std::optional<double> value);

}  // namespace atrium::domain
