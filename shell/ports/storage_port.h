// Where the journal's files live: IndexedDB in the browser, a folder for the terminal.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace atrium::shell {

// Path inside the journal ("seg/000001.log") to whole content.
using StoredFiles = std::map<std::string, std::string>;

// Files to write and to remove in one transaction: all of it happens or none.
struct StorageCommit {
    std::uint64_t ticket = 0;  // comes back in the acknowledgement
    StoredFiles put;
    std::vector<std::string> remove;
};

class StoragePort {
 public:
    virtual ~StoragePort() = default;

    // Writes durably and returns at once. The answer arrives in the Inbox as CommitFinished with the
    // ticket, when the storage has acknowledged the transaction and not before. The caller has at
    // most one commit in flight.
    virtual void commit(StorageCommit commit) = 0;
};

}  // namespace atrium::shell
