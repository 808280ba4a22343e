// The pane that shows what one card of the kit holds, before it is downloaded.
#pragma once

#include "shell/views/kit_cards.h"

namespace atrium::shell {

void kit_preview_ui(View& view, Rect rect, const KitCard& card);

}  // namespace atrium::shell
