// Everything outside the workspace, as its host hands it over.
#pragma once

#include "shell/ports/chat_port.h"
#include "shell/ports/draft_port.h"
#include "shell/ports/platform_port.h"
#include "shell/ports/storage_port.h"

namespace atrium::shell {

struct Ports {
    ChatPort& claude;
    StoragePort& storage;
    PlatformPort& platform;
    DraftPort& drafts;
};

}  // namespace atrium::shell
