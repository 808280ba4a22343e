// The workspace in the page: holds the App, draws frames on demand and hands it what comes from
// outside. One per program; the exported functions in *.cpp of this folder reach it through host().
#pragma once

#include <memory>
#include <string>

#include "shell/app.h"
#include "web/chat_fetch.h"
#include "web/drafts_browser.h"
#include "web/graphics.h"
#include "web/platform_browser.h"
#include "web/semantics_publisher.h"
#include "web/storage_idbfs.h"

namespace atrium::web {

class WorkspaceHost {
 public:
    // Hands an event to the workspace: with the next frame, or at once while no frame is drawn
    // because the tab is hidden, so that streaming and saving go on.
    void post(shell::OutsideEvent event);

    // Asks for the frames that a change needs to settle.
    void wake();

    // Draws one frame. Seconds until the next one is due: 0 = at once, negative = not before
    // something happens.
    double frame(double now_seconds);

    // Starts the workspace, or starts it anew after another tab wrote, from the stored files.
    void open(const shell::StoredFiles& stored);

    // Whether this tab may write; told to the workspace now or when it opens.
    void set_may_write(bool may_write);

    void set_visible(bool visible);

    void set_preferences(shell::PreferencesChanged preferences);

    void set_online(bool online);

    void set_proxy(shell::ProxyAnswered answer);

    // As App::selection_takes_keys().
    bool selection_takes_keys() const { return app_ && app_->selection_takes_keys(); }

    // Hands what is selected on the canvas to the page, when something is.
    void give_selection();

    // While the tab is hidden: goes on with what needs no frame. True when something changed, and so
    // may have more to do.
    bool tick();

    ChatFetch& chat() { return chat_; }

    StorageIdbfs& storage() { return storage_; }

    Graphics& graphics() { return graphics_; }

 private:
    bool handle_now();
    void publish();

    Graphics graphics_;
    StorageIdbfs storage_;
    ChatFetch chat_;
    PlatformBrowser platform_;
    DraftsBrowser drafts_;
    SemanticsPublisher publisher_;
    std::unique_ptr<shell::App> app_;

    // The surroundings as last told; a workspace that starts anew hears them again.
    shell::WritingChanged writing_;
    shell::PreferencesChanged preferences_;
    shell::NetworkChanged network_;
    std::unique_ptr<shell::ProxyAnswered> proxy_;

    double last_frame_seconds_ = 0;
    int frames_to_settle_ = 0;
    bool busy_ = false;  // inside the App: nothing may re-enter it
    bool visible_ = true;
};

// The one host; lives as long as the page.
WorkspaceHost& host();

}  // namespace atrium::web
