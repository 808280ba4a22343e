#include "core/domain/plan_fit.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "embedded_assets.h"

namespace atrium::domain {
namespace {

using nlohmann::json;

constexpr double kLeastHours = 0.5;

// What rules may ask for, each as text; a fact that is not known holds for no rule.
using FitFacts = std::map<std::string, std::string, std::less<>>;

const std::vector<std::string_view> kFactNames = {"primary",
                                                  "source",
                                                  "engaged",
                                                  "followers",
                                                  "experience",
                                                  "hours",
                                                  "signals",
                                                  "country",
                                                  "platform",
                                                  "interval",
                                                  "price",
                                                  "tiers",
                                                  "places",
                                                  "roles",
                                                  "cadence",
                                                  "format",
                                                  "days_away"};

struct FitRule {
    std::string task;
    std::vector<std::pair<std::string, std::string>> when;
    double hours = 0;
    std::string because;
    std::vector<std::string> steps;
};

std::vector<FitRule> read_rules() {
    std::vector<FitRule> rules;
    const json document = json::parse(assets::plan_fit_json, nullptr, false);
    if (!document.is_object() || !document.contains("rules")) {
        return rules;
    }
    for (const json& entry : document["rules"]) {
        FitRule rule;
        rule.task = entry.value("task", "");
        rule.hours = entry.value("hours", 0.0);
        rule.because = entry.value("because", "");
        rule.steps = entry.value("steps", std::vector<std::string>{});
        const json when = entry.value("when", json::object());
        for (const auto& [fact, wanted] : when.items()) {
            rule.when.emplace_back(fact, wanted.is_string() ? wanted.get<std::string>() : "");
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

const std::vector<FitRule>& fit_rules() {
    static const std::vector<FitRule> kRules = read_rules();
    return kRules;
}

void add_profile(FitFacts& facts, const CreatorProfile& profile) {
    facts["primary"] = platform_id(profile.primary_platform);
    facts["source"] = engaged_source_id(profile.engaged_source);
    // 0 is not given, and no rule holds of it.
    const auto given = [](std::int64_t count) {
        return count > 0 ? std::to_string(count) : std::string();
    };
    facts["engaged"] = given(profile.engaged_audience);
    facts["followers"] = given(profile.followers);
    facts["experience"] = experience_id(profile.experience);
    facts["hours"] = std::to_string(profile.hours_per_week);
    facts["signals"] = std::to_string(profile.signals.size());
    facts["country"] = profile.country;
    facts["days_away"] = std::to_string(profile.away.size());
}

void add_decisions(FitFacts& facts, const Project& project) {
    if (const auto* platform = current_slots<PlatformSlots>(project)) {
        facts["platform"] = platform->name;
    }
    std::size_t tiers = 0;
    if (const auto* price = current_slots<PricingSlots>(project)) {
        facts["interval"] = price->interval;
        if (price->amount || !price->tiers.empty()) {
            facts["price"] = std::to_string(
                price->amount.value_or(price->tiers.empty() ? 0 : price->tiers.front().amount));
        }
        tiers = price->tiers.size();
    }
    if (const auto* structure = current_slots<StructureSlots>(project)) {
        tiers =
            std::max(tiers, static_cast<std::size_t>(std::max(structure->tiers.value_or(0), 0)));
        if (structure->channels) {
            facts["places"] = std::to_string(*structure->channels);
        }
        if (structure->roles) {
            facts["roles"] = std::to_string(*structure->roles);
        }
    }
    if (tiers > 0) {
        facts["tiers"] = std::to_string(tiers);
    }
    if (const auto* content = current_slots<ContentSlots>(project)) {
        facts["cadence"] = content->cadence;
        facts["format"] = content->format;
    }
}

bool one_holds(std::string_view value, std::string_view wanted) {
    if (wanted.size() > 2 && (wanted.substr(0, 2) == ">=" || wanted.substr(0, 2) == "<=")) {
        const double number = std::strtod(std::string(value).c_str(), nullptr);
        const double bound = std::strtod(std::string(wanted.substr(2)).c_str(), nullptr);
        return wanted.front() == '>' ? number >= bound : number <= bound;
    }
    if (!wanted.empty() && wanted.front() == '~') {
        return value.find(wanted.substr(1)) != value.npos;
    }
    return value == wanted;
}

// "discord", "discord|circle", "!US", ">=2", "~call" (holds the word); all alternatives of one kind.
bool holds(const FitFacts& facts, const std::string& fact, std::string_view wanted) {
    const auto value = facts.find(fact);
    if (value == facts.end() || value->second.empty()) {
        return false;
    }
    const bool denied = !wanted.empty() && wanted.front() == '!';
    wanted.remove_prefix(denied ? 1 : 0);
    while (true) {
        const std::size_t bar = wanted.find('|');
        if (one_holds(value->second, wanted.substr(0, bar))) {
            return !denied;
        }
        if (bar == wanted.npos) {
            return denied;
        }
        wanted.remove_prefix(bar + 1);
    }
}

bool holds(const FitFacts& facts, const FitRule& rule) {
    return std::all_of(rule.when.begin(), rule.when.end(), [&](const auto& condition) {
        return holds(facts, condition.first, condition.second);
    });
}

// The sentences of a platform's note, each a step.
std::vector<std::string> sentences_of(std::string_view note) {
    std::vector<std::string> sentences;
    while (!note.empty()) {
        std::size_t end = 0;
        do {
            end = note.find(". ", end + 1);
        } while (end != note.npos && end + 2 < note.size() &&
                 !(note[end + 2] >= 'A' && note[end + 2] <= 'Z'));
        sentences.emplace_back(note.substr(0, end == note.npos ? end : end + 1));
        note.remove_prefix(end == note.npos ? note.size() : end + 2);
    }
    return sentences;
}

std::string reason_of(const FitRule& rule) {
    return (rule.hours > 0 ? "+" : "−") + hours_text(std::abs(rule.hours)) + ": " + rule.because;
}

PlanFits fitted(const FitFacts& facts) {
    PlanFits fits;
    const auto platform = facts.find("platform");
    for (const TaskSpec& spec : built_in_template().tasks) {
        TaskFit& fit = fits[spec.id];
        fit.hours = spec.hours;
        if (platform != facts.end() && platform->second == "discord") {
            fit.platform_steps = sentences_of(spec.discord_note);
        } else if (platform != facts.end() && platform->second == "circle") {
            fit.platform_steps = sentences_of(spec.circle_note);
        }
    }
    for (const FitRule& rule : fit_rules()) {
        const auto fit = fits.find(rule.task);
        if (fit == fits.end() || !holds(facts, rule)) {
            continue;
        }
        fit->second.hours += rule.hours;
        fit->second.steps.insert(fit->second.steps.end(), rule.steps.begin(), rule.steps.end());
        if (rule.hours != 0) {
            fit->second.because.push_back(reason_of(rule));
        }
    }
    for (auto& [id, fit] : fits) {
        fit.hours = std::max(fit.hours, kLeastHours);
    }
    return fits;
}

}  // namespace

PlanFits fitted_tasks(const CreatorProfile* profile, const Project& project) {
    FitFacts facts;
    if (profile != nullptr) {
        add_profile(facts, *profile);
    }
    add_decisions(facts, project);
    return fitted(facts);
}

std::vector<std::string> plan_fit_problems() {
    std::vector<std::string> problems;
    for (const FitRule& rule : fit_rules()) {
        if (built_in_template().task(rule.task) == nullptr) {
            problems.push_back("unknown task " + rule.task);
        }
        if (rule.when.empty() || (rule.hours != 0) == rule.because.empty() ||
            (rule.hours == 0 && rule.steps.empty())) {
            problems.push_back("a rule of " + rule.task + " lacks its condition, effect or reason");
        }
        for (const auto& [fact, wanted] : rule.when) {
            if (wanted.empty() ||
                std::find(kFactNames.begin(), kFactNames.end(), fact) == kFactNames.end()) {
                problems.push_back("a rule of " + rule.task + " asks for " + fact);
            }
        }
    }
    return problems;
}

}  // namespace atrium::domain
