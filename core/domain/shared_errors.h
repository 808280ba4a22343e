// Refusals that more than one file of the core answers with, so that each has one sentence.
#pragma once

#include "core/protocol/result.h"

namespace atrium::domain {

inline constexpr const char* kTooLongToSend =
    "The message is too long to send. Shorten it, or send it in parts.";

[[nodiscard]] inline Error no_project() {
    return {"no-project", "No launch is open. Start one, or reopen an archived one.", ""};
}

[[nodiscard]] inline Error unknown_message() {
    return {"message-unknown", "That message is not in this conversation.", ""};
}

}  // namespace atrium::domain
