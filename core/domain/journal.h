// The journal: how the history lies in files. Append-only segments of checksummed lines, rotated when
// they are full; now and then everything so far is written into one snapshot and the segments go.
//
//     CURRENT            which snapshot holds
//     snap/000003.log    the lines of the history up to the snapshot
//     seg/000042.log     the lines since, newest segment last
//
// A line is the event's JSON, a tab and the CRC-32 of the JSON as eight hexadecimal digits. Each line
// can be trusted or thrown out by itself: a damaged one costs one entry and no more.
//
//     LoadedJournal loaded = load_journal(files);
//     Journal journal(loaded);
//     FileChanges changes = journal.append(recorded, history);   // write them in one transaction
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/event.h"

namespace atrium::domain {

// Path to whole content.
using JournalFiles = std::map<std::string, std::string>;

// A full segment is rotated: each commit writes its whole segment, so this bounds what a save costs.
inline constexpr std::size_t kSegmentBytes = 64 * 1024;

// With so many segments the history is written into a snapshot, so that loading opens few files.
inline constexpr std::size_t kSegmentsBeforeSnapshot = 48;

struct JournalProblem {
    enum class Kind {
        TornTail,      // the last line was not finished: it was never acknowledged as saved
        DamagedLine,   // a checksum does not fit; the line was left out
        MissingPart,   // a gap in the numbering: a file is gone
        DamagedIndex,  // CURRENT cannot be read; the files were read without it
    };

    Kind kind = Kind::DamagedLine;
    std::string file;
    int lines = 1;

    bool operator==(const JournalProblem&) const = default;
};

struct LoadedJournal {
    std::vector<RecordedEvent> history;
    std::vector<JournalProblem> problems;
    // Where writing goes on.
    std::uint64_t next_segment = 1;
    std::uint64_t next_snapshot = 1;
    std::vector<std::string> segments;
    std::string snapshot;  // empty: none
    // Damaged files, to be kept under quarantine/ where nothing overwrites them.
    JournalFiles quarantine;
};

// Reads everything that can be trusted, in order of its numbers. Never fails: an empty map is a new
// workspace.
LoadedJournal load_journal(const JournalFiles& files);

// One sentence for the creator about what was found, empty for no problems.
std::string journal_report(const std::vector<JournalProblem>& problems);

// What to write and remove in one transaction.
struct FileChanges {
    JournalFiles put;
    std::vector<std::string> remove;

    bool empty() const { return put.empty() && remove.empty(); }
};

class Journal {
 public:
    // Continues after what was loaded, in a fresh segment: damaged files are never appended to, and the
    // first change replaces them by a snapshot, so that damage is reported once.
    explicit Journal(const LoadedJournal& loaded);

    // Adds events, the last ones of `history`, and says what must be written. Changes that were not
    // written yet may be merged into later ones by path, the later content winning.
    FileChanges append(const std::vector<RecordedEvent>& events,
                       const std::vector<RecordedEvent>& history);

    // Replaces the whole history: one snapshot of it, and none of the files before.
    FileChanges restart(const std::vector<RecordedEvent>& history);

 private:
    void rotate();
    void compact(const std::vector<RecordedEvent>& history, FileChanges& changes);
    std::string current_file() const;

    std::string segment_;                // content of the open segment
    std::vector<std::string> segments_;  // paths, the open one last
    std::uint64_t next_segment_ = 1;
    std::uint64_t next_snapshot_ = 1;
    std::string snapshot_;
    JournalFiles quarantine_;  // to be written with the next change
    bool damaged_ = false;     // the files have what load_journal reported
};

// "seg/000042.log"
std::string segment_path(std::uint64_t number);
std::string snapshot_path(std::uint64_t number);

// One line with its checksum and line break.
std::string journal_line(const RecordedEvent& event);

}  // namespace atrium::domain
