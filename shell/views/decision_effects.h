// What a decision, or a change of one, touches: documents, tasks, dates, forecast, blueprint.
#pragma once

#include "core/domain/consequences.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Of the decision that holds, compared with the one before it; reckoned again only when the history
// has changed. Null where nothing holds or nothing was touched.
const DecisionEffects* effects_of_standing(View& view, domain::DecisionCategory category);

// Of the value that is being entered; reckoned again only when it is another one.
const DecisionEffects* effects_of_typed(View& view, const domain::DecisionSlots& wanted);

}  // namespace atrium::shell
