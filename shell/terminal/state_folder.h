// The journal in a folder: the storage port for the terminal. Each file is written beside its place,
// flushed and renamed, so that a crash leaves the old or the new content and nothing between.
#pragma once

#include <filesystem>

#include "core/protocol/result.h"
#include "shell/inbox.h"
#include "shell/ports/storage_port.h"

namespace atrium::shell {

// Reads every journal file below the folder; a folder that does not exist is an empty journal.
Result<StoredFiles> read_state_folder(const std::filesystem::path& folder);

class StateFolder : public StoragePort {
 public:
    StateFolder(std::filesystem::path folder, Inbox& inbox);

    // Writes before it returns; the answer waits in the inbox.
    void commit(StorageCommit commit) override;

 private:
    Result<Done> write(const StorageCommit& commit) const;

    std::filesystem::path folder_;
    Inbox& inbox_;
};

}  // namespace atrium::shell
