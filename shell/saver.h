// Keeps the history: every recorded event goes into the journal, and the journal's changed files into
// the storage, one transaction at a time. What happens while one is under way goes with the next.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/domain/journal.h"
#include "core/protocol/result.h"
#include "shell/ports/storage_port.h"

namespace atrium::shell {

class Saver {
 public:
    enum class State {
        Saved,   // the storage has acknowledged everything
        Saving,  // a transaction is under way
        Failed,  // the last one failed; everything since is kept in memory and tried again
    };

    Saver(StoragePort& storage, const domain::LoadedJournal& loaded);

    // Takes over what was just recorded, the last events of `history`.
    void keep(const std::vector<domain::RecordedEvent>& recorded,
              const std::vector<domain::RecordedEvent>& history);

    // The storage's answer.
    void commit_finished(std::uint64_t ticket, const Result<Done>& outcome, domain::Millis now);

    // Tries again after a failure, when the person asks for it or retry_at() has come.
    void retry();

    // Writing is another tab's: nothing is sent until this is lifted.
    void set_may_write(bool may_write);

    // Puts a whole other history in the place of the present one (a restored backup, or nothing).
    void replace(const std::vector<domain::RecordedEvent>& history);

    State state() const;

    // Why the last attempt failed.
    const std::optional<Error>& error() const { return error_; }

    // When to try again by itself; none unless failed.
    std::optional<domain::Millis> retry_at() const { return retry_at_; }

 private:
    void send();

    StoragePort& storage_;
    domain::Journal journal_;
    domain::FileChanges waiting_;
    domain::FileChanges in_flight_;
    std::uint64_t ticket_ = 0;  // of the commit under way; 0 for none
    std::uint64_t last_ticket_ = 0;
    int failures_ = 0;
    bool may_write_ = true;
    std::optional<Error> error_;
    std::optional<domain::Millis> retry_at_;
};

}  // namespace atrium::shell
