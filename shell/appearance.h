// Which theme, motion and text size are shown: the person's settings, or the system's wishes where
// they left it open.
#pragma once

#include "core/domain/workspace.h"
#include "shell/inbox.h"
#include "shell/ports/platform_port.h"

namespace atrium::shell {

class Appearance {
 public:
    void settings_changed(const domain::Settings& settings) { settings_ = settings; }

    void preferences_changed(const PreferencesChanged& preferences) { preferences_ = preferences; }

    // Sets theme, motion and text size for the next frame, and tells the page. True when something
    // changed, so that one more frame is due. Call between frames.
    bool apply(PlatformPort& platform);

 private:
    domain::Settings settings_;
    PreferencesChanged preferences_;
    bool was_applied_ = false;
};

}  // namespace atrium::shell
