#include "proxy/auth.h"

#include "core/protocol/ascii.h"
#include "proxy/clock.h"
#include "proxy/responses.h"
#include "proxy/tokens.h"

namespace atrium::proxy {

namespace {

constexpr std::size_t kMaxTokenBytes = 256;
constexpr int kFreeFailures = 20;
constexpr std::int64_t kFailureWindowMillis = 60'000;
constexpr std::size_t kMaxAddresses = 10'000;
constexpr std::string_view kBearer = "bearer ";

std::string token_of(const HttpRequest& request) {
    std::string token = header_value(request.headers, "x-api-key");
    if (token.empty()) {
        std::string authorization = header_value(request.headers, "authorization");
        const std::string scheme = ascii::lowered(authorization.substr(0, kBearer.size()));
        token = scheme == kBearer ? authorization.substr(kBearer.size()) : "";
    }
    return token.size() <= kMaxTokenBytes ? token : "";
}

}  // namespace

void Authenticator::offer_one_time_token(Secret token) {
    const std::lock_guard lock(mutex_);
    one_time_token_ = std::move(token);
}

bool Authenticator::take_one_time_token(const std::string& token) {
    const std::lock_guard lock(mutex_);
    if (!one_time_token_ || !equal_in_constant_time(one_time_token_->reveal(), token)) {
        return false;
    }
    one_time_token_.reset();
    return true;
}

Result<std::optional<Secret>> Authenticator::exchange(const std::string& one_time_token) {
    using Session = std::optional<Secret>;
    if (!take_one_time_token(one_time_token)) {
        return Session();
    }
    Secret session = random_token();
    if (const Result<Done> begun = users_.begin_local_session(session); !begun) {
        offer_one_time_token(Secret(one_time_token));
        return begun.error();
    }
    return Session(std::move(session));
}

Authenticator::Outcome Authenticator::authenticate(const HttpRequest& request,
                                                   const std::string& request_id) {
    const std::string token = token_of(request);
    if (!token.empty() && take_one_time_token(token)) {
        if (!users_.begin_local_session(Secret(token))) {
            offer_one_time_token(Secret(token));
            return {std::nullopt, storage_response(request_id)};
        }
    }
    if (!token.empty()) {
        const Result<std::optional<User>> found = users_.find_by_token(token);
        if (!found) {
            return {std::nullopt, storage_response(request_id)};
        }
        if (found.value()) {
            return {found.value(), {}};
        }
    }
    if (const int wait = note_failure(request.remote_address); wait > 0) {
        return {std::nullopt,
                error_response({429,
                                "rate_limit_error",
                                "Too many wrong tokens from this address. Wait a minute.",
                                Retry::Never,
                                wait},
                               request_id)};
    }
    return {std::nullopt,
            error_response(
                {401,
                 "authentication_error",
                 "This server does not know the token. Open the address that `atrium-proxy serve` "
                 "printed, or ask whoever runs the server for a token.",
                 Retry::Never,
                 std::nullopt},
                request_id)};
}

int Authenticator::note_failure(const std::string& address) {
    const std::int64_t now = now_millis();
    const std::lock_guard lock(mutex_);
    if (failures_.size() >= kMaxAddresses) {
        failures_.clear();
    }
    Failures& failures = failures_[address];
    if (now - failures.since > kFailureWindowMillis) {
        failures = {0, now};
    }
    ++failures.count;
    if (failures.count <= kFreeFailures) {
        return 0;
    }
    return static_cast<int>((failures.since + kFailureWindowMillis - now) / 1000) + 1;
}

}  // namespace atrium::proxy
