// Every widget in every state on one page, as in the design's gallery: for those who design and build
// them, and for reference pictures. The command palette shows it, as "Widgets".
#pragma once

#include "shell/ui/scroll.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

class Gallery {
 public:
    // Needs a width of about 1,000 pixels.
    void draw(Ui& ui, Rect place);

 private:
    ScrollState scroll_;
};

}  // namespace atrium::shell
