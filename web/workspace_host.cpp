#include "web/workspace_host.h"

#include <algorithm>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"  // InputEventsQueue
#include "web/bridge/bridge.h"

namespace atrium::web {

namespace {

// Dear ImGui needs up to three frames to show the consequences of one event.
constexpr int kFramesToSettle = 3;
constexpr float kLongestStepSeconds = 0.1f;
constexpr float kShortestStepSeconds = 0.001f;

}  // namespace

WorkspaceHost& host() {
    static WorkspaceHost the_host;
    return the_host;
}

void WorkspaceHost::post(shell::OutsideEvent event) {
    if (!app_) {
        return;
    }
    app_->inbox().post(std::move(event));
    if (!visible_) {
        handle_now();
    }
    wake();
}

void WorkspaceHost::wake() {
    frames_to_settle_ = kFramesToSettle;
    web_request_frame();
}

bool WorkspaceHost::handle_now() {
    if (busy_ || !app_) {
        return false;
    }
    busy_ = true;
    const bool changed = app_->handle_inbox();
    busy_ = false;
    return changed;
}

void WorkspaceHost::give_selection() {
    const std::string text = app_ && !busy_ ? app_->selected_text() : "";
    if (!text.empty()) {
        web_give_selection(text.data(), text.size());
    }
}

bool WorkspaceHost::tick() {
    return handle_now();
}

double WorkspaceHost::frame(double now_seconds) {
    if (!app_ || !graphics_.ready()) {
        return -1;
    }
    ImGuiIO& io = ImGui::GetIO();
    const auto step = static_cast<float>(now_seconds - last_frame_seconds_);
    io.DeltaTime = std::clamp(step, kShortestStepSeconds, kLongestStepSeconds);
    last_frame_seconds_ = now_seconds;
    frames_to_settle_ = std::max(0, frames_to_settle_ - 1);

    busy_ = true;
    graphics_.begin_frame();
    const shell::FrameResult result = app_->frame();
    graphics_.end_frame();
    busy_ = false;
    publish();

    const bool input_waits = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
    const bool inbox_waits = !app_->inbox().empty();
    if (frames_to_settle_ > 0 || input_waits || inbox_waits) {
        return 0;
    }
    return result.next_frame_in;
}

void WorkspaceHost::publish() {
    publisher_.publish(app_->semantics());
}

void WorkspaceHost::open(const shell::StoredFiles& stored) {
    app_ = nullptr;
    chat_.cancel_all();
    storage_.forget();
    app_ = std::make_unique<shell::App>(
        shell::Ports{
            .claude = chat_, .storage = storage_, .platform = platform_, .drafts = drafts_},
        stored);
    publisher_.forget();
    post(preferences_);
    post(network_);
    post(writing_);
    drafts_.recall();
    if (proxy_) {
        post(*proxy_);
    }
    web_frames_start();
}

void WorkspaceHost::set_may_write(bool may_write) {
    writing_.may_write = may_write;
    post(writing_);
}

void WorkspaceHost::set_visible(bool visible) {
    visible_ = visible;
    post(shell::VisibilityChanged{visible});
}

void WorkspaceHost::set_preferences(shell::PreferencesChanged preferences) {
    preferences_ = preferences;
    post(preferences_);
}

void WorkspaceHost::set_online(bool online) {
    network_.online = online;
    post(network_);
}

void WorkspaceHost::set_proxy(shell::ProxyAnswered answer) {
    proxy_ = std::make_unique<shell::ProxyAnswered>(std::move(answer));
    post(*proxy_);
}

}  // namespace atrium::web
