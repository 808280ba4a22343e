// Closes connections that do not get on. A client that sends its request a byte at a time would
// otherwise hold a thread for as long as it likes, and some hundreds of them the whole server. What
// the HTTP library offers is a limit between two bytes; this one is for the request as a whole, and
// it falls from minutes to seconds when threads become scarce.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace atrium::proxy {

class ConnectionWatch {
 public:
    // connections: how many the server can serve at once; when nearly as many are open, patience is
    // short.
    explicit ConnectionWatch(int connections) : most_(connections) {}

    ~ConnectionWatch();
    ConnectionWatch(const ConnectionWatch&) = delete;
    ConnectionWatch& operator=(const ConnectionWatch&) = delete;

    // Once the server listens.
    void begin(int port);

    // As long as the returned value lives, the peer's request is being answered, and its connection
    // is left alone. peer: address and port, as in "127.0.0.1 40312".
    [[nodiscard]] std::shared_ptr<void> answering(const std::string& peer);

    // Ends every connection, whatever it is doing; a write or read of it that blocks returns.
    void close_all();

 private:
    using Clock = std::chrono::steady_clock;

    struct Connection {
        std::optional<Clock::time_point> waits_since;
        int answering = 0;
        bool seen = false;
    };

    void watch();
    void look(int port);

    const int most_;
    int port_ = 0;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::map<std::string, Connection> connections_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace atrium::proxy
