#include <algorithm>
#include <optional>
#include <string>

#include "core/domain/audience_given.h"
#include "core/domain/forecast.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/readiness_facts.h"
#include "core/domain/guide/respond.h"
#include "core/domain/number_text.h"

namespace atrium::domain::guide::reply {
namespace {

constexpr std::size_t kTrapsShown = 3;

std::string forecast_row(const Scene& scene, const char* name, const std::string& id) {
    const auto fact = [&](const std::string& key) {
        return scene.facts.at(key + id);
    };
    return std::string("| ") + name + ", " + fact("share_") + " in 100 join | " + fact("members_") +
           " | " + fact("keep_") + " |";
}

// How the target lies to the forecast's middle case.
std::string target_sentence(const Scene& scene, const Assumptions& basis) {
    const Result<ForecastYear> base = forecast_year(basis, ForecastCase::Base);
    if (basis.target <= 0 || !base) {
        return "";
    }
    if (base.value().target_month) {
        return scene.say("forecast.reached",
                         {{"target_month", std::to_string(*base.value().target_month)}});
    }
    const std::optional<double> joining = conversion_for_target(basis);
    if (!joining) {
        return scene.say("forecast.never");
    }
    return scene.say(
        "forecast.below",
        {{"joining_share", *joining > 100 ? "more than all" : with_percent_sign(*joining)}});
}

}  // namespace

Part forecast(const Scene& scene) {
    Part part;
    const Result<Assumptions> basis =
        assumptions_of(*scene.talk.workspace, *scene.talk.project, scene.talk.context);
    if (!basis || !audience_given(basis.value())) {
        part.text = scene.say("forecast.missing");
        return part;
    }
    const std::string target = target_sentence(scene, basis.value());
    part.text = scene.say("forecast") +
                "\n\n| Case | Members | You keep a month |\n|---|---:|---:|\n" +
                forecast_row(scene, "Low", "low") + "\n" + forecast_row(scene, "Middle", "base") +
                "\n" + forecast_row(scene, "High", "high") + "\n\n" +
                (target.empty() ? "" : target + " ") + scene.say("forecast.end");
    return part;
}

Part members_needed(const Scene& scene) {
    Part part;
    part.text = scene.say(scene.numbers.target_reachable ? "members" : "follow.pricing.never");
    return part;
}

Part ready(const Scene& scene) {
    Part part;
    const Facts facts = readiness_facts(scene);
    part.text = scene.say("ready.head", facts) + "\n\n" + scene.say("ready.first", facts);
    return part;
}

Part plan_anyway(const Scene& scene) {
    Part part;
    part.text = scene.say(verdict_key(scene) == "not_yet" ? "plan_anyway.not_yet" : "plan_anyway",
                          readiness_facts(scene));
    return part;
}

// Whoever is told "not yet" and asks to change a number is told which number would do.
Part change_profile(const Scene& scene) {
    Part part;
    part.text = scene.say("change_profile");
    if (verdict_key(scene) == "not_yet") {
        part.text += " " + scene.say("change_profile.not_yet", readiness_facts(scene));
    }
    return part;
}

Part tiers_advice(const Scene& scene) {
    Part part;
    const auto* structure = current_slots<StructureSlots>(*scene.talk.project);
    const auto* pricing = current_slots<PricingSlots>(*scene.talk.project);
    const bool several = (structure != nullptr && structure->tiers.value_or(1) > 1) ||
                         (pricing != nullptr && pricing->tiers.size() > 1);
    part.text = scene.say(several ? "tiers_advice.several" : "tiers_advice");
    return part;
}

Part eligibility(const Scene& scene) {
    std::vector<std::string> platforms = scene.reading.platforms;
    if (const auto* decided = current_slots<PlatformSlots>(*scene.talk.project);
        platforms.empty() && decided != nullptr) {
        platforms = {decided->name};
    }
    if (platforms.empty()) {
        platforms = {"discord", "circle"};
    }
    std::string list;
    std::size_t shown = 0;
    for (const std::string& platform : platforms) {
        for (const EligibilityTrap& trap : traps_of(scene, platform)) {
            if (trap.level != TrapLevel::GoodToKnow && shown++ < kTrapsShown) {
                list += (list.empty() ? "" : "\n") +
                        ("- **" + decision_label(PlatformSlots{platform}) + ", " +
                         in_sentence(trap.title) + "**: " + trap.text);
            }
        }
    }
    Part part;
    part.text = list.empty() ? scene.say("eligibility.none")
                             : scene.say("eligibility.head") + "\n\n" + list;
    return part;
}

Part fees(const Scene& scene) {
    std::vector<std::string> platforms = scene.reading.platforms;
    for (const TakeHome& row : scene.numbers.take_home) {
        const std::string& name = built_in_market().plan(row.plan_id)->platform;
        const bool known = std::find(platforms.begin(), platforms.end(), name) != platforms.end();
        if (!known && platforms.size() < kMaxReplies) {
            platforms.push_back(name);
        }
    }
    Part part;
    part.text = scene.say("fees") + "\n\n" + platform_table(scene, platforms) + "\n\n" +
                scene.say("fees.end");
    return part;
}

}  // namespace atrium::domain::guide::reply
