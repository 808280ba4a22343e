// The fields of a decision while it is edited by hand: texts as typed, and the slots they make.
#pragma once

#include <map>
#include <string>

#include "core/domain/decision.h"
#include "core/protocol/result.h"

namespace atrium::shell {

// Texts by field name: name; amount, currency, interval; tiers, channels, roles; date; cadence,
// format; and "why" for the rationale. The amount of several tiers reads "Basic 9; Pro 49". What has no
// field of its own goes along: amount_before, yearly, founding; names; weekday.
using FieldTexts = std::map<std::string, std::string>;

// The texts that show a decision.
FieldTexts texts_from_slots(const domain::DecisionSlots& slots, const domain::Formats& formats);

// The decision the texts describe. The error's detail names the field it belongs to.
Result<domain::DecisionSlots> slots_from_texts(domain::DecisionCategory category,
                                               const FieldTexts& texts,
                                               const domain::Formats& formats);

}  // namespace atrium::shell
