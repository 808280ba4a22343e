// The workspace as one object: state, ports and screens. The host (web/ or a test) feeds Dear ImGui's
// input, posts outside events and calls frame(); the app says when it needs the next one.
//
//     App app(ports, std::move(stored_files));
//     app.inbox().post(...);            // from callbacks
//     app.handle_inbox();               // also while the tab is hidden
//     FrameResult result = app.frame(); // between ImGui::NewFrame() and ImGui::Render()
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shell/inbox.h"
#include "shell/ports/ports.h"
#include "shell/semantics.h"

namespace atrium::shell {

struct DrawnText;

struct FrameResult {
    // Seconds until the app wants to draw again without new input: 0 = at once (something moves),
    // negative = only when something happens.
    double next_frame_in = -1;
};

class App {
 public:
    // Starts from what the storage held (empty on a first visit). Damage is repaired and reported on
    // screen; nothing readable is thrown away.
    App(Ports ports, const StoredFiles& stored);

    ~App();

    Inbox& inbox();

    // Handles everything posted. Called by frame(); the host also calls it when no frame is due, so
    // that streaming and saving do not depend on frames. True when the screen may have changed.
    bool handle_inbox();

    // Draws one frame into the current Dear ImGui frame.
    FrameResult frame();

    // What is selected on the canvas, for the clipboard; empty for nothing.
    std::string selected_text() const;

    // Shift with arrows, Home and End moves the end of what is selected: the browser has no use for it.
    bool selection_takes_keys() const;

    // The tree of the frame drawn last.
    const Semantics& semantics() const;

    Semantics& semantics();

    // As watch_texts of shell/ui/text_watch.h, for tests.
    void watch_texts(std::vector<DrawnText>* seen);

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace atrium::shell
