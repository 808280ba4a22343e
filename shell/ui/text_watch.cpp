#include "shell/ui/text_watch.h"

namespace atrium::shell {

namespace {

std::vector<DrawnText>* watched = nullptr;

}  // namespace

void watch_texts(std::vector<DrawnText>* seen) {
    watched = seen;
}

void note_text(const Ui& ui, std::string_view text, Rect box) {
    if (watched == nullptr || text.empty()) {
        return;
    }
    const Rect seen = intersection(box, ui.clip());
    if (seen.width > 0 && seen.height > 0) {
        watched->push_back({std::string(text), seen, ui.layer()});
    }
}

}  // namespace atrium::shell
