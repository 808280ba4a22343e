#include "shell/views/decision_effects.h"

#include <utility>

#include "core/domain/decision.h"

namespace atrium::shell {

namespace {

DecisionEffects described(const View& view, const domain::Consequences& touched, std::string key) {
    DecisionEffects effects;
    effects.key = std::move(key);
    effects.lines = domain::consequence_lines(touched, *view.project, view.formats);
    for (const domain::StaleDocument& document : touched.documents) {
        if (document.can_refit) {
            effects.can_refit.push_back(document.id);
        }
    }
    return effects;
}

const DecisionEffects* none_if_empty(const DecisionEffects& effects) {
    return effects.lines.empty() ? nullptr : &effects;
}

std::string history_key(const View& view) {
    return std::to_string(view.engine.store().history().size()) + " ";
}

}  // namespace

const DecisionEffects* effects_of_standing(View& view, domain::DecisionCategory category) {
    const domain::Decision* decision = domain::current_decision(*view.project, category);
    if (decision == nullptr) {
        return nullptr;
    }
    DecisionEffects& kept = view.memory.standing_effects;
    const std::string key = history_key(view) + std::to_string(decision->id.value);
    if (kept.key != key) {
        kept =
            described(view,
                      domain::consequences_of_decision(view.workspace, decision->id, view.context),
                      key);
    }
    return none_if_empty(kept);
}

const DecisionEffects* effects_of_typed(View& view, const domain::DecisionSlots& wanted) {
    DecisionEffects& kept = view.memory.typed_effects;
    const std::string key = history_key(view) + domain::slots_json(wanted);
    if (kept.key != key) {
        kept = described(view, domain::consequences_of(view.workspace, wanted, view.context), key);
    }
    return none_if_empty(kept);
}

}  // namespace atrium::shell
