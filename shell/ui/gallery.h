// Every widget in every state on one page, as in the design's gallery. The host shows it on request,
// for review and reference pictures.
#pragma once

#include "shell/ui/scroll.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

class Gallery {
 public:
    void draw(Ui& ui);

 private:
    ScrollState scroll_;
};

}  // namespace atrium::shell
