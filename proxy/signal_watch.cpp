#include "proxy/signal_watch.h"

#include <csignal>

#include <pthread.h>
#include <unistd.h>

#include "proxy/log.h"

namespace atrium::proxy {

namespace {

using std::chrono::milliseconds;

// For the sentence that ends a stream which was cut off.
constexpr milliseconds kLastWords{1000};
constexpr milliseconds kCloseInterval{250};
constexpr int kEndedAtOnce = 1;

sigset_t stopping_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

sigset_t all_signals() {
    sigset_t signals = stopping_signals();
    sigaddset(&signals, SIGHUP);
    return signals;
}

// True when a stopping signal came within the time.
bool stop_signal_within(milliseconds time) {
    const sigset_t signals = stopping_signals();
    const timespec patience = {time.count() / 1000, time.count() % 1000 * 1'000'000};
    return sigtimedwait(&signals, nullptr, &patience) > 0;
}

void end_at_once(int) {
    _exit(kEndedAtOnce);
}

}  // namespace

void hold_signals() {
    const sigset_t signals = all_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

SignalWatch::SignalWatch(SignalActions actions)
    : actions_(std::move(actions)), thread_([this] { watch(); }) {}

SignalWatch::~SignalWatch() {
    ended_ = true;
    pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
    // A second signal that came too late to cut anything off must not cost the last settlements.
    while (stop_signal_within(milliseconds(0))) {
    }
    std::signal(SIGINT, end_at_once);
    std::signal(SIGTERM, end_at_once);
    const sigset_t signals = stopping_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void SignalWatch::watch() {
    const sigset_t signals = all_signals();
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
        actions_.reload();
    }
    if (ended_) {
        return;
    }
    log_event(LogLevel::Info, "stopping");
    actions_.stop();
    stop_signal_within(actions_.grace);
    if (ended_) {
        return;
    }
    log_event(LogLevel::Warning, "cutting_off");
    actions_.cut_off();
    milliseconds patience = kLastWords;
    for (;;) {
        const bool signalled = stop_signal_within(patience);
        if (ended_) {
            return;
        }
        if (signalled) {
            log_event(LogLevel::Error, "ended_at_once");
            _exit(kEndedAtOnce);
        }
        actions_.close_connections();
        patience = kCloseInterval;
    }
}

}  // namespace atrium::proxy
