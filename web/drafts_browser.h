// The message that is being written, kept in the browser's local storage.
#pragma once

#include "shell/ports/draft_port.h"

namespace atrium::web {

class DraftsBrowser : public shell::DraftPort {
 public:
    void keep(std::string_view text) override;

    // The answer comes through web_on_draft, before this returns.
    void recall();
};

}  // namespace atrium::web
