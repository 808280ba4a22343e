// What the outside tells the workspace. Callbacks post; the app drains once at the start of a frame
// and whenever a stream or an acknowledgement must be handled while the tab is hidden, so nothing
// happens in the middle of drawing.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/protocol/result.h"
#include "core/protocol/stream_event.h"
#include "shell/ports/chat_port.h"
#include "shell/semantics.h"

namespace atrium::shell {

struct StreamArrived {
    StreamId stream = 0;
    protocol::StreamEvent event;
};

// The storage's answer to a StorageCommit.
struct CommitFinished {
    std::uint64_t ticket = 0;
    Result<Done> outcome;
};

struct ClipboardAnswered {
    bool copied = false;
};

struct FileChosen {
    std::string name;
    std::string bytes;
};

// What the proxy says about itself (GET /api/v1/config), or why it could not be asked.
struct ProxyAnswered {
    Result<std::string> config_json;
};

// What everybody used (GET /api/v1/admin/usage-stats), or why the proxy did not say.
struct UsageAnswered {
    Result<std::string> usage_json;
};

struct NetworkChanged {
    bool online = true;
};

// This tab may write (true) or another one holds the workspace (false).
struct WritingChanged {
    bool may_write = true;
};

// What was being written when the page was left; told once, after the start.
struct DraftRecalled {
    std::string text;
};

// The mouse's main button, or a finger, went down: at this moment of the browser's clock, in seconds.
// It comes before the frame in which the press is seen.
struct PointerPressed {
    double at = 0;
};

// The page was hidden or is being left (false), or it is seen again.
struct VisibilityChanged {
    bool visible = true;
};

struct UpdateReady {};

// The system's wishes: colour scheme, contrast, motion.
struct PreferencesChanged {
    bool dark = false;
    bool more_contrast = false;
    bool reduced_motion = false;
};

using OutsideEvent = std::variant<StreamArrived,
                                  SemanticAction,
                                  CommitFinished,
                                  ClipboardAnswered,
                                  FileChosen,
                                  ProxyAnswered,
                                  UsageAnswered,
                                  NetworkChanged,
                                  WritingChanged,
                                  DraftRecalled,
                                  PointerPressed,
                                  VisibilityChanged,
                                  UpdateReady,
                                  PreferencesChanged>;

class Inbox {
 public:
    void post(OutsideEvent event) { waiting_.push_back(std::move(event)); }

    bool empty() const { return waiting_.empty(); }

    // Hands over everything in order of arrival; what is posted meanwhile waits for the next call.
    std::vector<OutsideEvent> drain() { return std::exchange(waiting_, {}); }

 private:
    std::vector<OutsideEvent> waiting_;
};

}  // namespace atrium::shell
