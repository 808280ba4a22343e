// The journal in the browser: IndexedDB, in the database, store and format of Emscripten's IDBFS. It
// is read once through IDBFS, which is mounted at /data; commits go through one transaction each.
#pragma once

#include <cstdint>
#include <string>

#include "core/protocol/result.h"
#include "shell/ports/storage_port.h"

namespace atrium::web {

class StorageIdbfs : public shell::StoragePort {
 public:
    void commit(shell::StorageCommit commit) override;

    // The answer to the commit of that number (its own count, as tickets begin anew with each App).
    void finished(std::uint64_t number, Result<Done> outcome);

    // The App that sent the commit in flight is gone; its answer is for nobody.
    void forget() { in_flight_ = 0; }

 private:
    std::uint64_t sent_ = 0;
    std::uint64_t in_flight_ = 0;
    std::uint64_t ticket_ = 0;
};

// Starts reading; the files arrive in WorkspaceHost::open, an empty set when they cannot be read (then
// every commit of this session is refused, so that nothing stored is overwritten).
void load_journal();

// The sentence for a code of js/journal_store.js: storage-full, storage-refused, storage-closed,
// storage-lost.
Error error_from_storage(std::string code, std::string detail);

}  // namespace atrium::web
