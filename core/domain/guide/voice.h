// The creator's voice as phrases for the drafts: greeting, welcome, invitation, thanks, signature. The
// registers are data, assets/guide/voices.json.
#pragma once

#include <string_view>

#include "core/domain/guide/phrases.h"

namespace atrium::domain::guide {

// v_hello, v_glad, … in the register that the voice names ("warm" for "Warm, a little nerdy"; of
// several the first, and plain words where it names none), with the names in `facts` filled in.
[[nodiscard]] Facts voice_facts(std::string_view voice, const Facts& facts);

}  // namespace atrium::domain::guide
