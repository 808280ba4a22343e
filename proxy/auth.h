// Who is asking. A token comes as `Authorization: Bearer` or `x-api-key`; wrong ones are slowed down
// for each address.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "proxy/http.h"
#include "proxy/users.h"

namespace atrium::proxy {

class Authenticator {
 public:
    explicit Authenticator(Users& users) : users_(users) {}

    // Accepts this token once: exchanged for a session, or used directly, which makes it one.
    void offer_one_time_token(Secret token);

    // Exactly one of the two is set: the user, or the answer to give instead.
    struct Outcome {
        std::optional<User> user;
        HttpResponse refusal;
    };

    Outcome authenticate(const HttpRequest& request, const std::string& request_id);

    // A new session's token in exchange for the one-time token; nothing when it is not that. When the
    // database fails, the token may be tried again.
    Result<std::optional<Secret>> exchange(const std::string& one_time_token);

 private:
    // True for the caller that takes the token.
    bool take_one_time_token(const std::string& token);
    // Seconds to wait, 0 while the address may still try.
    int note_failure(const std::string& address);

    struct Failures {
        int count = 0;
        std::int64_t since = 0;
    };

    Users& users_;
    std::mutex mutex_;
    std::optional<Secret> one_time_token_;
    std::unordered_map<std::string, Failures> failures_;
};

}  // namespace atrium::proxy
