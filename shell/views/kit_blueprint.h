// The community as it will stand on the platform: its places in groups, and who may enter them.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Draws tabs and the chosen one; false when the file's own text is to follow.
bool kit_blueprint_ui(View& view, Flow& flow);

}  // namespace atrium::shell
