#include "web/drafts_browser.h"

#include "web/bridge/bridge.h"

namespace atrium::web {

void DraftsBrowser::keep(std::string_view text) {
    web_keep_draft(text.data(), text.size());
}

void DraftsBrowser::recall() {
    web_recall_draft();
}

}  // namespace atrium::web
