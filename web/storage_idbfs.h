// The journal in the browser: IndexedDB, in the database, store and format of Emscripten's IDBFS. It
// is read once through IDBFS, which is mounted at /data; commits go through one transaction each.
#pragma once

#include <string>

#include "core/protocol/result.h"
#include "shell/ports/storage_port.h"

namespace atrium::web {

class StorageIdbfs : public shell::StoragePort {
 public:
    void commit(shell::StorageCommit commit) override;
};

// Starts reading; the files arrive in WorkspaceHost::open, an empty set when they cannot be read (then
// every commit of this session is refused, so that nothing stored is overwritten).
void load_journal();

// The sentence for a code of js/journal_store.js: storage-full, storage-refused, storage-closed,
// storage-lost.
Error error_from_storage(std::string code, std::string detail);

}  // namespace atrium::web
