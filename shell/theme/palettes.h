// The colors of the three themes. shell/theme/tokens.h is how everything else reads them.
#pragma once

#include "shell/theme/tokens.h"

namespace atrium::shell {

// The theme's colors with the sizes and durations as designed.
Tokens palette(ThemeKind kind);

}  // namespace atrium::shell
