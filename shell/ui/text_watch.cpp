#include "shell/ui/text_watch.h"

#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/ui_state.h"

namespace atrium::shell {

void watch_texts(Ui& ui, std::vector<DrawnText>* seen) {
    ui.impl().watched_texts = seen;
}

void note_text(Ui& ui, std::string_view text, Rect box) {
    std::vector<DrawnText>* watched = ui.impl().watched_texts;
    if (watched == nullptr || text.empty()) {
        return;
    }
    const Rect seen = intersection(box, ui.clip());
    if (seen.width > 0 && seen.height > 0) {
        watched->push_back({std::string(text), seen, ui.layer()});
    }
}

}  // namespace atrium::shell
