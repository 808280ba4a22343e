#include "shell/saver.h"

#include <optional>

#include <doctest/doctest.h>

#include "core/domain/journal.h"
#include "tests/core/sample_workspace.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::domain::testing;

namespace {

// A storage that answers when the test says so.
class HeldStorage : public StoragePort {
 public:
    StoredFiles files;
    std::optional<StorageCommit> pending;
    int commits = 0;

    void commit(StorageCommit commit) override {
        REQUIRE_FALSE(pending);
        pending = std::move(commit);
        ++commits;
    }

    // Carries the pending commit out, as IndexedDB does: all of it.
    std::uint64_t complete() {
        for (const std::string& path : pending->remove) {
            files.erase(path);
        }
        for (const auto& [path, content] : pending->put) {
            files[path] = content;
        }
        return drop();
    }

    // Loses it.
    std::uint64_t drop() {
        const std::uint64_t ticket = pending->ticket;
        pending.reset();
        return ticket;
    }
};

const Error kFull{"storage-full", "The disk is full.", ""};

struct Kept {
    domain::EventStore store;
    HeldStorage storage;
    Saver saver{storage, {}};

    void add(int minute) {
        saver.keep(store.append({domain::ProjectRenamed{std::to_string(minute)}}, kNoon + minute),
                   store.history());
    }

    std::vector<domain::RecordedEvent> loaded() const {
        return domain::load_journal(storage.files).history;
    }
};

}  // namespace

TEST_CASE("saver: a change is saved only when the storage has acknowledged it") {
    Kept kept;
    kept.add(1);
    CHECK(kept.saver.state() == Saver::State::Saving);
    kept.saver.commit_finished(kept.storage.complete(), Done{}, kNoon);
    CHECK(kept.saver.state() == Saver::State::Saved);
    CHECK(kept.loaded() == kept.store.history());
}

TEST_CASE("saver: one commit is in flight and the next carries everything newer") {
    Kept kept;
    for (int minute = 0; minute < 5; ++minute) {
        kept.add(minute);
    }
    CHECK(kept.storage.commits == 1);
    kept.saver.commit_finished(kept.storage.complete(), Done{}, kNoon);
    CHECK(kept.storage.commits == 2);
    kept.saver.commit_finished(kept.storage.complete(), Done{}, kNoon);
    CHECK(kept.storage.commits == 2);
    CHECK(kept.saver.state() == Saver::State::Saved);
    CHECK(kept.loaded() == kept.store.history());
}

TEST_CASE("saver: a failed commit loses nothing and is tried again later and later") {
    Kept kept;
    kept.add(1);
    kept.add(2);
    kept.saver.commit_finished(kept.storage.drop(), kFull, kNoon);
    CHECK(kept.saver.state() == Saver::State::Failed);
    CHECK(kept.saver.error()->code == "storage-full");
    REQUIRE(kept.saver.retry_at());
    const domain::Millis first_wait = *kept.saver.retry_at() - kNoon;
    kept.add(3);
    CHECK_FALSE(kept.storage.pending);
    kept.saver.retry();
    kept.saver.commit_finished(kept.storage.drop(), kFull, kNoon);
    CHECK(*kept.saver.retry_at() - kNoon > first_wait);
    kept.saver.retry();
    kept.saver.commit_finished(kept.storage.complete(), Done{}, kNoon);
    CHECK(kept.saver.state() == Saver::State::Saved);
    CHECK(kept.loaded() == kept.store.history());
}

TEST_CASE("saver: an answer to another commit is ignored") {
    Kept kept;
    kept.add(1);
    kept.saver.commit_finished(kept.storage.pending->ticket + 7, Done{}, kNoon);
    CHECK(kept.saver.state() == Saver::State::Saving);
}

TEST_CASE("saver: a tab that may not write sends nothing until it may") {
    Kept kept;
    kept.saver.set_may_write(false);
    kept.add(1);
    CHECK(kept.storage.commits == 0);
    kept.saver.set_may_write(true);
    CHECK(kept.storage.commits == 1);
}

TEST_CASE("saver: replacing the history removes every file of the old one") {
    Kept kept;
    kept.add(1);
    kept.saver.commit_finished(kept.storage.complete(), Done{}, kNoon);
    const domain::EventStore other = started_store();
    kept.saver.replace(other.history());
    kept.saver.commit_finished(kept.storage.complete(), Done{}, kNoon);
    CHECK(kept.loaded() == other.history());
}
