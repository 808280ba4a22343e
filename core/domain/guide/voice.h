// The creator's voice as phrases for the drafts: greeting, welcome, invitation, thanks, signature. The
// registers are data, assets/guide/voices.json.
#pragma once

#include <string>
#include <string_view>

#include "core/domain/guide/phrases.h"

namespace atrium::domain::guide {

// "warm" for "Warm, a little nerdy"; "plain" where the words name no register. Of several, the one
// that is named first leads.
[[nodiscard]] std::string voice_register(std::string_view voice);

// v_hello, v_glad, … in that register, with the names in `facts` filled in.
[[nodiscard]] Facts voice_facts(std::string_view voice, const Facts& facts);

}  // namespace atrium::domain::guide
