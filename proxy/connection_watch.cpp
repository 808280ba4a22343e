#include "proxy/connection_watch.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "proxy/log.h"

namespace atrium::proxy {

namespace {

constexpr std::chrono::seconds kInterval{4};
constexpr std::chrono::seconds kPatience{120};
constexpr std::chrono::seconds kPatienceWhenCrowded{5};
constexpr int kKeptFree = 8;

struct OpenConnection {
    int socket = -1;
    std::string peer;
};

int port_of(const sockaddr_storage& address) {
    if (address.ss_family == AF_INET) {
        return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
    }
    return address.ss_family == AF_INET6
               ? ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port)
               : 0;
}

// Empty when the socket is no connection to our port.
std::string peer_of(int socket, int our_port) {
    sockaddr_storage address{};
    socklen_t size = sizeof(address);
    if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
        port_of(address) != our_port) {
        return "";
    }
    size = sizeof(address);
    if (getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        return "";
    }
    char name[NI_MAXHOST] = {};
    if (getnameinfo(reinterpret_cast<sockaddr*>(&address),
                    size,
                    name,
                    sizeof(name),
                    nullptr,
                    0,
                    NI_NUMERICHOST) != 0) {
        return "";
    }
    return std::string(name) + " " + std::to_string(port_of(address));
}

std::vector<OpenConnection> open_connections(int our_port) {
    std::vector<OpenConnection> connections;
    std::error_code error;
    auto entry = std::filesystem::directory_iterator("/proc/self/fd", error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const int socket = std::atoi(entry->path().filename().c_str());
        std::string peer = peer_of(socket, our_port);
        if (!peer.empty()) {
            connections.push_back({socket, std::move(peer)});
        }
    }
    return connections;
}

}  // namespace

ConnectionWatch::~ConnectionWatch() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void ConnectionWatch::begin(int port) {
    port_ = port;
    thread_ = std::thread([this] { watch(); });
}

std::shared_ptr<void> ConnectionWatch::answering(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    ++connections_[peer].answering;
    return std::shared_ptr<void>(nullptr, [this, peer](void*) {
        const std::lock_guard again(mutex_);
        Connection& connection = connections_[peer];
        --connection.answering;
        connection.waits_since = Clock::now();
    });
}

void ConnectionWatch::watch() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, kInterval, [this] { return stopping_; })) {
        lock.unlock();
        look(port_);
        lock.lock();
    }
}

void ConnectionWatch::close_all() {
    for (const OpenConnection& each : open_connections(port_)) {
        if (peer_of(each.socket, port_) == each.peer) {
            shutdown(each.socket, SHUT_RDWR);
        }
    }
}

void ConnectionWatch::look(int port) {
    const std::vector<OpenConnection> open = open_connections(port);
    const bool crowded = static_cast<int>(open.size()) > most_ - kKeptFree;
    const std::chrono::seconds patience = crowded ? kPatienceWhenCrowded : kPatience;
    const Clock::time_point now = Clock::now();
    int closed = 0;
    {
        const std::lock_guard lock(mutex_);
        for (const OpenConnection& each : open) {
            Connection& connection = connections_[each.peer];
            connection.seen = true;
            if (!connection.waits_since) {
                connection.waits_since = now;
            }
            const bool waits = connection.answering == 0;
            // The number may belong to another connection by now, so it is looked at once more.
            if (waits && now - *connection.waits_since > patience &&
                peer_of(each.socket, port) == each.peer) {
                shutdown(each.socket, SHUT_RDWR);
                ++closed;
            }
        }
        for (auto each = connections_.begin(); each != connections_.end();) {
            const bool gone = !each->second.seen && each->second.answering == 0;
            each->second.seen = false;
            each = gone ? connections_.erase(each) : std::next(each);
        }
    }
    if (closed > 0) {
        log_event(LogLevel::Info, "slow_connections_closed", {{"count", std::to_string(closed)}});
    }
}

}  // namespace atrium::proxy
