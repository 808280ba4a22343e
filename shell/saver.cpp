#include "shell/saver.h"

#include <algorithm>
#include <utility>

namespace atrium::shell {
namespace {

constexpr domain::Millis kFirstRetryMillis = 2'000;
constexpr domain::Millis kLongestRetryMillis = 60'000;

// Lays `newer` over `changes`: for each path the newer word holds.
void merge(domain::FileChanges& changes, domain::FileChanges newer) {
    for (const std::string& path : newer.remove) {
        changes.put.erase(path);
    }
    for (auto& [path, content] : newer.put) {
        changes.remove.erase(std::remove(changes.remove.begin(), changes.remove.end(), path),
                             changes.remove.end());
        changes.put[path] = std::move(content);
    }
    changes.remove.insert(changes.remove.end(), newer.remove.begin(), newer.remove.end());
}

}  // namespace

Saver::Saver(StoragePort& storage, const domain::LoadedJournal& loaded)
    : storage_(storage), journal_(loaded) {}

void Saver::keep(const std::vector<domain::RecordedEvent>& recorded,
                 const std::vector<domain::RecordedEvent>& history) {
    if (recorded.empty()) {
        return;
    }
    merge(waiting_, journal_.append(recorded, history));
    send();
}

void Saver::replace(const std::vector<domain::RecordedEvent>& history) {
    merge(waiting_, journal_.restart(history));
    send();
}

void Saver::commit_finished(std::uint64_t ticket, const Result<Done>& outcome, domain::Millis now) {
    if (ticket != ticket_) {
        return;
    }
    ticket_ = 0;
    if (outcome) {
        in_flight_ = {};
        failures_ = 0;
        error_.reset();
        retry_at_.reset();
        send();
        return;
    }
    // What did not get through goes with the next attempt, below what came since.
    merge(in_flight_, std::exchange(waiting_, {}));
    waiting_ = std::exchange(in_flight_, {});
    error_ = outcome.error();
    const domain::Millis wait =
        std::min(kLongestRetryMillis, kFirstRetryMillis << std::min(failures_, 5));
    ++failures_;
    retry_at_ = now + wait;
}

void Saver::retry() {
    retry_at_.reset();
    error_.reset();
    send();
}

void Saver::set_may_write(bool may_write) {
    may_write_ = may_write;
    send();
}

void Saver::send() {
    if (ticket_ != 0 || retry_at_ || !may_write_ || waiting_.empty()) {
        return;
    }
    in_flight_ = std::exchange(waiting_, {});
    ticket_ = ++last_ticket_;
    storage_.commit({ticket_, in_flight_.put, in_flight_.remove});
}

Saver::State Saver::state() const {
    if (error_) {
        return State::Failed;
    }
    return ticket_ == 0 && waiting_.empty() ? State::Saved : State::Saving;
}

}  // namespace atrium::shell
