// Who can answer right now: Claude through the proxy, or the built-in guide. Follows what the proxy
// says about itself and the network's state.
#pragma once

#include <string>
#include <vector>

#include "core/domain/engine.h"
#include "core/domain/workspace.h"
#include "core/protocol/result.h"

namespace atrium::shell {

// A model the proxy offers.
struct OfferedModel {
    std::string id;
    std::string label;  // "Claude Sonnet 5.5"

    bool operator==(const OfferedModel&) const = default;
};

class Connection {
 public:
    enum class State {
        Asking,       // the proxy has not answered yet
        Claude,       // Claude is connected
        NoKey,        // the proxy is there and has no Claude key
        NotSignedIn,  // the proxy does not accept our token
        Unreachable,  // the proxy does not answer
        Offline,      // the browser has no network
    };

    // The answer to GET /api/v1/config, or why it failed (code "not-signed-in" for a refused token).
    void proxy_answered(const Result<std::string>& config_json);

    void network_changed(bool online);

    State state() const { return online_ ? state_ : State::Offline; }

    // "Claude connected", "Built-in guide", …: a few words for the status line.
    std::string words(const domain::Settings& settings) const;

    // One sentence that explains the state and what can be done, for the tooltip and Settings.
    std::string explanation() const;

    // An earlier visit ended with Claude there. To be said before the proxy has answered.
    void expect_claude() { expects_claude_ = true; }

    // What the proxy said last, now or in an earlier visit: it has Claude, and lets us use it. Stays
    // as it was while the proxy cannot be reached.
    bool expects_claude() const { return expects_claude_; }

    // Claude was there last and cannot be reached now: what is sent meanwhile can wait for it.
    bool awaits_claude() const { return expects_claude_ && is_away(); }

    // The proxy cannot be reached, or has not been asked yet.
    bool is_away() const;

    // The proxy has said so since the network was there last.
    bool claude_answers() const { return online_ && state_ == State::Claude && confirmed_; }

    // Who answers the next message with these settings.
    domain::Partner partner(const domain::Settings& settings) const;

    const std::vector<OfferedModel>& models() const { return models_; }

    // The proxy's limit; 0 when unknown.
    int messages_per_day() const { return messages_per_day_; }

    int messages_today() const { return messages_today_; }

    void count_message() { ++messages_today_; }

    // The proxy knows this browser's token as an administrator's. Stays as it was while the proxy
    // cannot tell.
    // Without a Claude key nothing is used, and there is nothing to administer.
    bool administrator() const { return administrator_ && state_ != State::NoKey; }

 private:
    State state_ = State::Asking;
    bool online_ = true;
    bool expects_claude_ = false;
    bool confirmed_ = false;  // the proxy has answered since the network came back
    std::string default_model_;
    std::vector<OfferedModel> models_;
    int max_tokens_ = 4096;
    int messages_per_day_ = 0;
    int messages_today_ = 0;
    bool administrator_ = false;
};

}  // namespace atrium::shell
