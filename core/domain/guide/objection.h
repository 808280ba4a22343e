// A value that the creator argues against: "35 seems a lot", "the weekly call sounds exhausting". It is
// never offered back; something else is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// The text without the parts that argue against what they name, and without what such a part points
// back to: of "hm, 29, that's a lot. 12?" only "hm, 12?" is left.
[[nodiscard]] std::string without_objections(std::string_view text);

// The decision whose value the message turns down without naming another; nothing otherwise.
[[nodiscard]] std::optional<DecisionCategory> turned_down(const Scene& scene);

// "35 seems a lot for pensioners, would 12 be ok?": the value that is held up instead of another one,
// whatever else the message touches.
[[nodiscard]] std::optional<DecisionSlots> value_instead(const Scene& scene);

// The choices without what the message argues against; all of them where it argues against none.
[[nodiscard]] std::vector<Choice> wanted_choices(const Scene& scene, DecisionCategory category);

namespace reply {

// What else there is: of prices the next one in the direction that is wanted, of events the one with
// the least work where something smaller is wanted.
[[nodiscard]] Part objection(const Scene& scene, DecisionCategory category);

}  // namespace reply
}  // namespace atrium::domain::guide
