// The small picture of a file's kind: a sheet of paper with what it holds in outlines.
#pragma once

#include "shell/views/kit_cards.h"

namespace atrium::shell {

// Draws into the upper part of a card; the sheet's lower edge is cut off by `rect`.
void kit_picture_ui(View& view, Rect rect, KitPicture picture, bool lit);

}  // namespace atrium::shell
