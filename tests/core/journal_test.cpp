#include "core/domain/journal.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/domain/backup.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

// A storage in memory: what a port would do with the changes.
struct Disk {
    JournalFiles files;

    void write(const FileChanges& changes) {
        for (const std::string& path : changes.remove) {
            files.erase(path);
        }
        for (const auto& [path, content] : changes.put) {
            files[path] = content;
        }
    }
};

struct Kept {
    EventStore store = started_store();
    Disk disk;
    Journal journal{LoadedJournal{}};

    Kept() { disk.write(journal.append(store.history(), store.history())); }

    void add(Event event) {
        disk.write(journal.append(store.append({std::move(event)}, kNoon), store.history()));
    }

    void add_message(std::size_t bytes) {
        Message message;
        message.id = MessageId{store.workspace().last_id + 1};
        message.text = std::string(bytes, 'x');
        add(MessageAdded{message});
    }
};

std::string newest_segment(const Disk& disk) {
    std::string newest;
    for (const auto& [path, content] : disk.files) {
        if (path.rfind("seg/", 0) == 0) {
            newest = path;
        }
    }
    return newest;
}

}  // namespace

TEST_CASE("journal: an empty storage is a new workspace") {
    const LoadedJournal loaded = load_journal({});
    CHECK(loaded.history.empty());
    CHECK(loaded.problems.empty());
}

TEST_CASE("journal: what was kept is loaded again, also after it went on in a new segment") {
    Kept kept;
    kept.add(TaskCompleted{"set-price", CompletedVia::Manual, {}, 1, ""});
    LoadedJournal loaded = load_journal(kept.disk.files);
    CHECK(loaded.history == kept.store.history());
    kept.journal = Journal(loaded);
    kept.add(TaskReopened{"set-price"});
    loaded = load_journal(kept.disk.files);
    CHECK(loaded.history == kept.store.history());
    CHECK(loaded.problems.empty());
    CHECK(kept.disk.files.count(segment_path(2)) == 1);
}

TEST_CASE("journal: one commit touches one segment and stays small, however long the history is") {
    Kept kept;
    std::size_t largest = 0;
    for (int i = 0; i < 2'000; ++i) {
        Message message;
        message.id = MessageId{kept.store.workspace().last_id + 1};
        message.text = std::string(900, 'x');
        const FileChanges changes = kept.journal.append(
            kept.store.append({MessageAdded{message}}, kNoon), kept.store.history());
        const bool is_snapshot = !changes.remove.empty();
        std::size_t bytes = 0;
        for (const auto& [path, content] : changes.put) {
            bytes += content.size();
        }
        if (!is_snapshot) {
            largest = std::max(largest, bytes);
        }
        kept.disk.write(changes);
    }
    CHECK(largest <= 2 * (kSegmentBytes + 2'000));
    CHECK(kept.disk.files.size() <= kSegmentsBeforeSnapshot + 3);
    const LoadedJournal loaded = load_journal(kept.disk.files);
    CHECK(loaded.history == kept.store.history());
    CHECK(loaded.problems.empty());
}

TEST_CASE("journal: a torn last line is cut off and reported, wherever it was torn") {
    Kept kept;
    kept.add(TaskCompleted{"set-price", CompletedVia::Manual, {}, 1, ""});
    const std::string path = newest_segment(kept.disk);
    const std::string whole = kept.disk.files[path];
    const std::size_t last_line = whole.rfind('\n', whole.size() - 2) + 1;
    for (std::size_t length = last_line + 1; length < whole.size() - 1; ++length) {
        Disk torn = kept.disk;
        torn.files[path] = whole.substr(0, length);
        const LoadedJournal loaded = load_journal(torn.files);
        REQUIRE(loaded.history.size() == kept.store.history().size() - 1);
        REQUIRE(loaded.problems.size() == 1);
        REQUIRE(loaded.problems[0].kind == JournalProblem::Kind::TornTail);
    }
    // Without only the line break the line is complete.
    Disk unbroken = kept.disk;
    unbroken.files[path] = whole.substr(0, whole.size() - 1);
    CHECK(load_journal(unbroken.files).history == kept.store.history());
}

TEST_CASE("journal: a damaged line costs that entry only, and the damaged file is kept") {
    Kept kept;
    kept.add(TaskCompleted{"set-price", CompletedVia::Manual, {}, 1, ""});
    kept.add(TaskCompleted{"run-beta", CompletedVia::Manual, {}, 1, ""});
    const std::string path = newest_segment(kept.disk);
    std::string& content = kept.disk.files[path];
    content[content.find("set-price")] = 'X';
    const LoadedJournal loaded = load_journal(kept.disk.files);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0] == JournalProblem{JournalProblem::Kind::DamagedLine, path, 1});
    const EventStore store(loaded.history);
    CHECK_FALSE(task_is_done(*active_project(store.workspace()), "set-price"));
    CHECK(task_is_done(*active_project(store.workspace()), "run-beta"));
    CHECK(journal_report(loaded.problems).find("1 entry") != std::string::npos);

    Journal journal(loaded);
    EventStore going_on(loaded.history);
    const FileChanges changes =
        journal.append(going_on.append({SessionPaused{}}, kNoon), going_on.history());
    CHECK(changes.put.count("quarantine/" + path) == 1);
}

TEST_CASE("journal: damage is reported once, and the next change leaves files that are whole") {
    for (const bool torn : {false, true}) {
        Kept kept;
        kept.add(TaskCompleted{"set-price", CompletedVia::Manual, {}, 1, ""});
        kept.add(TaskCompleted{"run-beta", CompletedVia::Manual, {}, 1, ""});
        std::string& content = kept.disk.files[newest_segment(kept.disk)];
        if (torn) {
            content.resize(content.size() - 5);
        } else {
            content[content.find("set-price")] = 'X';
        }
        const LoadedJournal loaded = load_journal(kept.disk.files);
        REQUIRE(loaded.problems.size() == 1);
        Journal journal(loaded);
        EventStore going_on(loaded.history);
        kept.disk.write(
            journal.append(going_on.append({SessionPaused{}}, kNoon), going_on.history()));
        kept.disk.write(
            journal.append(going_on.append({SessionResumed{}}, kNoon), going_on.history()));
        const LoadedJournal again = load_journal(kept.disk.files);
        CHECK(again.problems.empty());
        CHECK(again.history == going_on.history());
    }
}

TEST_CASE("journal: a damaged line at a file's end is not also missing in the next") {
    Kept kept;
    kept.add_message(kSegmentBytes);
    const std::string path = newest_segment(kept.disk);
    kept.add_message(10);
    std::string& content = kept.disk.files[path];
    content[content.size() - 12] ^= 1;
    const LoadedJournal loaded = load_journal(kept.disk.files);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0] == JournalProblem{JournalProblem::Kind::DamagedLine, path, 1});
}

TEST_CASE("journal: a file that is gone is reported, and the rest is used") {
    Kept kept;
    kept.add_message(kSegmentBytes);
    kept.add_message(10);
    kept.add_message(10);
    kept.disk.files.erase(segment_path(1));
    const LoadedJournal loaded = load_journal(kept.disk.files);
    REQUIRE_FALSE(loaded.problems.empty());
    CHECK(loaded.problems[0].kind == JournalProblem::Kind::MissingPart);
    CHECK_FALSE(loaded.history.empty());
}

TEST_CASE("journal: a damaged index is rebuilt from the files") {
    Kept kept;
    for (std::size_t i = 0; i <= kSegmentsBeforeSnapshot; ++i) {
        kept.add_message(kSegmentBytes);
    }
    kept.add_message(10);
    REQUIRE(kept.disk.files.count(snapshot_path(1)) == 1);
    kept.disk.files["CURRENT"] = "snap/0000";
    const LoadedJournal loaded = load_journal(kept.disk.files);
    CHECK(loaded.history == kept.store.history());
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].kind == JournalProblem::Kind::DamagedIndex);
}

TEST_CASE("journal: restarting leaves the new history and none of the old files") {
    Kept kept;
    kept.add_message(10);
    const EventStore other = started_store();
    kept.disk.write(kept.journal.restart(other.history()));
    const LoadedJournal loaded = load_journal(kept.disk.files);
    CHECK(loaded.history == other.history());
    CHECK(loaded.problems.empty());
}

TEST_CASE("backup: restoring gives byte for byte the same history") {
    Kept kept;
    kept.add(DecisionRecorded{sample_decision(5, PricingSlots{29.5, "EUR", "month", {}})});
    kept.add(UnknownEvent{"moon-landed", 7, R"({"a":[1,2.5,"ü"]})"});
    const std::string backup = backup_json(kept.store.history());
    const auto history = history_from_backup(backup);
    REQUIRE(history);
    CHECK(history.value() == kept.store.history());
    CHECK(backup_json(history.value()) == backup);
}

TEST_CASE("backup: brackets without end are refused before they exhaust the stack") {
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    const std::string head = R"({"format":"atrium-backup","version":1,"events":[)";
    for (const std::string& text :
         {deep,
          head + deep + "]}",
          head + R"({"seq":1,"at":0,"batch":1,"v":1,"kind":"moon-landed","data":{"a":)" + deep +
              "}}]}"}) {
        const auto history = history_from_backup(text);
        REQUIRE_FALSE(history);
        CHECK(history.error().code == "backup-invalid");
    }
}

TEST_CASE("backup: a file that is none is refused in words") {
    for (const char* text : {"",
                             "PK\x03\x04",
                             "[]",
                             R"({"format":"other"})",
                             R"({"format":"atrium-backup","version":1})",
                             R"({"format":"atrium-backup","version":1,"events":[{"seq":2}]})"}) {
        CAPTURE(text);
        const auto history = history_from_backup(text);
        REQUIRE_FALSE(history);
        CHECK(history.error().code == "backup-invalid");
        CHECK_FALSE(history.error().message.empty());
    }
    CHECK(
        history_from_backup(R"({"format":"atrium-backup","version":2,"events":[]})").error().code ==
        "backup-newer");
}
