// Plays Anthropic's API and its callers for `./atrium bench proxy`, both with so little work for each
// chunk that what is measured is the server between them. Every chunk carries the moment at which it
// was sent; clock and machine are the same on both sides.
//
//     bench_streams upstream PORT
//     bench_streams load PORT STREAMS CHUNKS INTERVAL_MILLIS TOKEN    # one line of JSON
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

namespace {

constexpr std::int64_t kNanosPerMilli = 1'000'000;
constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

std::int64_t now_nanos() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * kNanosPerSecond + now.tv_nsec;
}

[[noreturn]] void fail(const char* what) {
    std::perror(what);
    std::exit(1);
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void no_delay(int socket) {
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

void watch(int poll, int socket, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.fd = socket;
    epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
}

// What happens at a time to a socket; the serial number tells a socket from its successor.
struct Due {
    std::int64_t at = 0;
    int socket = -1;
    std::uint64_t serial = 0;

    bool operator>(const Due& other) const { return at > other.at; }
};

using Agenda = std::priority_queue<Due, std::vector<Due>, std::greater<>>;

// Sleeps until something happens or the moment has come. epoll_wait() knows whole milliseconds only:
// with a chunk due every 0.2 ms it would keep a core busy that the server under test needs.
int wait_until(int poll, std::vector<epoll_event>& events, std::int64_t moment) {
    const std::int64_t wait = std::max<std::int64_t>(0, moment - now_nanos());
    const timespec patience{wait / kNanosPerSecond, wait % kNanosPerSecond};
    return epoll_pwait2(poll, events.data(), static_cast<int>(events.size()), &patience, nullptr);
}

std::int64_t number_after(std::string_view text, std::string_view name) {
    const std::size_t at = text.find(name);
    return at == std::string_view::npos ? 0 : std::atoll(text.data() + at + name.size());
}

// ---- upstream ----

struct Reply {
    std::uint64_t serial = 0;
    std::string request;
    std::int64_t chunks = 0;
    std::int64_t interval = 0;
};

void send_chunk(int socket, const std::string& events, std::string_view after = "") {
    char size[16];
    std::snprintf(size, sizeof(size), "%zx\r\n", events.size());
    const std::string bytes = size + events + "\r\n" + std::string(after);
    (void)!write(socket, bytes.data(), bytes.size());
}

std::string event(const char* name, const std::string& members) {
    return std::string("event: ") + name + "\ndata: {\"type\":\"" + name + "\"" + members + "}\n\n";
}

void begin_reply(int socket) {
    static const std::string kHead =
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: req_bench\r\n"
        "transfer-encoding: chunked\r\n\r\n";
    (void)!write(socket, kHead.data(), kHead.size());
    send_chunk(
        socket,
        event("message_start",
              ",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":"
              "\"claude-sonnet-5-5\",\"content\":[],\"usage\":{\"input_tokens\":25,"
              "\"output_tokens\":1}}"));
}

void send_delta(int socket) {
    char text[200];
    std::snprintf(
        text,
        sizeof(text),
        ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"t=%019lld; a few words\"}",
        static_cast<long long>(now_nanos()));
    send_chunk(socket, event("content_block_delta", text));
}

void end_reply(int socket, std::int64_t chunks) {
    send_chunk(socket,
               event("message_delta",
                     ",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":" +
                         std::to_string(chunks) + "}") +
                   event("message_stop", ""),
               "0\r\n\r\n");
}

// True when the request is whole; the wish stands in its body.
bool is_whole(const std::string& request) {
    const std::size_t head = request.find("\r\n\r\n");
    if (head == std::string::npos) {
        return false;
    }
    std::string names = request.substr(0, head);
    std::transform(names.begin(), names.end(), names.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return static_cast<std::int64_t>(request.size() - head - 4) >=
           number_after(names, "content-length: ");
}

int run_upstream(int port) {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    sockaddr_in address = loopback(port);
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0 ||
        listen(listener, 4096) != 0) {
        fail("listen");
    }
    std::puts("ready");
    std::fflush(stdout);
    const int poll = epoll_create1(0);
    watch(poll, listener, EPOLLIN);
    std::unordered_map<int, Reply> replies;
    Agenda agenda;
    std::uint64_t serial = 0;
    std::vector<epoll_event> events(1024);
    for (;;) {
        const int count = wait_until(
            poll, events, agenda.empty() ? now_nanos() + kNanosPerSecond : agenda.top().at);
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<std::size_t>(i)].data.fd;
            if (socket == listener) {
                for (int next; (next = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
                    no_delay(next);
                    watch(poll, next, EPOLLIN);
                    replies[next] = {++serial, "", 0, 0};
                }
                continue;
            }
            char buffer[16384];
            const ssize_t size = read(socket, buffer, sizeof(buffer));
            if (size <= 0) {
                close(socket);
                replies.erase(socket);
                continue;
            }
            Reply& reply = replies[socket];
            reply.request.append(buffer, static_cast<std::size_t>(size));
            if (is_whole(reply.request)) {
                reply.chunks = number_after(reply.request, "chunks:");
                reply.interval = number_after(reply.request, "interval:") * kNanosPerMilli;
                reply.request.clear();
                begin_reply(socket);
                agenda.push({now_nanos() + reply.interval, socket, reply.serial});
            }
        }
        while (!agenda.empty() && agenda.top().at <= now_nanos()) {
            Due due = agenda.top();
            agenda.pop();
            const auto found = replies.find(due.socket);
            if (found == replies.end() || found->second.serial != due.serial) {
                continue;
            }
            Reply& reply = found->second;
            if (reply.chunks-- > 0) {
                send_delta(due.socket);
                due.at += reply.interval;
                agenda.push(due);
            } else {
                end_reply(due.socket, 40);
            }
        }
    }
}

// ---- load ----

struct Stream {
    std::int64_t asked_at = 0;
    bool began = false;
    std::string rest;
};

struct Figures {
    std::vector<double> first_byte_millis;
    std::vector<double> delay_micros;
    int finished = 0;
    int failed = 0;
};

double quantile(std::vector<double>& values, double share) {
    if (values.empty()) {
        return 0;
    }
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

// The moments that stand in the bytes; what may be half a moment stays in the rest.
void read_moments(Stream& stream, std::int64_t now, Figures& figures) {
    std::size_t from = 0;
    for (;;) {
        const std::size_t at = stream.rest.find("t=", from);
        if (at == std::string::npos || at + 22 > stream.rest.size()) {
            break;
        }
        if (stream.rest[at + 21] == ';') {
            const std::int64_t sent = std::atoll(stream.rest.c_str() + at + 2);
            figures.delay_micros.push_back(static_cast<double>(now - sent) / 1000.0);
        }
        from = at + 22;
    }
    const std::size_t keep = 64;
    const std::size_t tail = stream.rest.size() > keep ? stream.rest.size() - keep : 0;
    stream.rest.erase(0, std::max(from, tail));
}

int open_stream(int port, const std::string& request) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(port);
    if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
        close(socket);
        return -1;
    }
    no_delay(socket);
    fcntl(socket, F_SETFL, O_NONBLOCK);
    return write(socket, request.data(), request.size()) == static_cast<ssize_t>(request.size())
               ? socket
               : -1;
}

int run_load(int port, int streams, int chunks, int interval, const std::string& token) {
    const std::string body =
        "{\"model\":\"claude-sonnet-5-5\",\"max_tokens\":256,\"stream\":true,\"messages\":[{"
        "\"role\":"
        "\"user\",\"content\":\"chunks:" +
        std::to_string(chunks) + " interval:" + std::to_string(interval) + "\"}]}";
    const std::string request =
        "POST /v1/messages HTTP/1.1\r\nhost: 127.0.0.1:" + std::to_string(port) +
        "\r\nx-api-key: " + token +
        "\r\nanthropic-version: 2023-06-01\r\ncontent-length: " + std::to_string(body.size()) +
        "\r\n\r\n" + body;
    // All begin within one second, or one interval if that is longer, evenly.
    const std::int64_t spread = std::max<std::int64_t>(1000, interval) * kNanosPerMilli;
    const std::int64_t begin = now_nanos();
    const int poll = epoll_create1(0);
    std::unordered_map<int, Stream> open;
    Figures figures;
    std::vector<epoll_event> events(1024);
    int asked = 0;
    while (figures.finished + figures.failed < streams) {
        const std::int64_t next_at = begin + spread * asked / streams;
        while (asked < streams && now_nanos() >= begin + spread * asked / streams) {
            ++asked;
            const std::int64_t now = now_nanos();
            const int socket = open_stream(port, request);
            if (socket < 0) {
                ++figures.failed;
                continue;
            }
            open[socket].asked_at = now;
            watch(poll, socket, EPOLLIN);
        }
        const int count =
            wait_until(poll, events, asked < streams ? next_at : now_nanos() + kNanosPerSecond);
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<std::size_t>(i)].data.fd;
            Stream& stream = open[socket];
            char buffer[16384];
            const ssize_t size = read(socket, buffer, sizeof(buffer));
            const std::int64_t now = now_nanos();
            if (size > 0) {
                stream.rest.append(buffer, static_cast<std::size_t>(size));
            }
            if (!stream.began && size > 0) {
                stream.began = true;
                figures.first_byte_millis.push_back(static_cast<double>(now - stream.asked_at) /
                                                    kNanosPerMilli);
                if (stream.rest.rfind("HTTP/1.1 200", 0) != 0) {
                    std::fprintf(stderr, "%.200s\n", stream.rest.c_str());
                    ++figures.failed;
                    close(socket);
                    open.erase(socket);
                    continue;
                }
            }
            const bool whole = stream.rest.find("message_stop") != std::string::npos;
            read_moments(stream, now, figures);
            if (whole || size <= 0) {
                ++(whole ? figures.finished : figures.failed);
                close(socket);
                open.erase(socket);
            }
        }
    }
    const std::size_t expected =
        static_cast<std::size_t>(streams) * static_cast<std::size_t>(chunks);
    std::printf(
        "{\"finished\":%d,\"failed\":%d,\"chunks\":%zu,\"expected\":%zu,\"ttfb_p50\":%.3f,"
        "\"ttfb_p99\":%.3f,\"delay_p50\":%.1f,\"delay_p99\":%.1f}\n",
        figures.finished,
        figures.failed,
        figures.delay_micros.size(),
        expected,
        quantile(figures.first_byte_millis, 0.5),
        quantile(figures.first_byte_millis, 0.99),
        quantile(figures.delay_micros, 0.5),
        quantile(figures.delay_micros, 0.99));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    const std::string mode = argc > 2 ? argv[1] : "";
    const auto number = [argv](int at) {
        return std::atoi(argv[at]);
    };
    if (mode == "upstream") {
        return run_upstream(number(2));
    }
    if (mode == "load" && argc == 7) {
        return run_load(number(2), number(3), number(4), number(5), argv[6]);
    }
    std::fputs("usage: see bench/proxy/streams.cpp\n", stderr);
    return 2;
}
