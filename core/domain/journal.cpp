#include "core/domain/journal.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include <zlib.h>

namespace atrium::domain {
namespace {

constexpr std::string_view kCurrentPath = "CURRENT";
constexpr std::string_view kSegmentFolder = "seg/";
constexpr std::string_view kSnapshotFolder = "snap/";
constexpr std::string_view kQuarantineFolder = "quarantine/";
constexpr std::size_t kChecksumDigits = 8;

// CRC-32 as in ISO 3309, so that other programs can check a journal.
std::string checksum(std::string_view text) {
    const uLong crc =
        crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
    std::array<char, kChecksumDigits + 1> digits{};
    std::snprintf(digits.data(), digits.size(), "%08lx", crc);
    return digits.data();
}

std::string numbered(std::string_view folder, std::uint64_t number) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%06llu", static_cast<unsigned long long>(number));
    return std::string(folder) + digits.data() + ".log";
}

std::uint64_t number_of(std::string_view path) {
    std::uint64_t number = 0;
    for (const char c : path) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + static_cast<std::uint64_t>(c - '0');
        }
    }
    return number;
}

Result<RecordedEvent> event_from_line(std::string_view line) {
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos || checksum(line.substr(0, tab)) != line.substr(tab + 1)) {
        return Error{"line-damaged", "The checksum does not fit.", ""};
    }
    return event_from_json(line.substr(0, tab));
}

// Reads the files one after the other into one history.
class Reader {
 public:
    explicit Reader(LoadedJournal& loaded) : loaded_(loaded) {}

    void read(const std::string& path, const std::string& content, bool is_newest) {
        in_snapshot_ = path.starts_with(kSnapshotFolder);
        int damaged = 0;
        std::size_t begin = 0;
        while (begin < content.size()) {
            const std::size_t end = std::min(content.find('\n', begin), content.size());
            if (!take(std::string_view(content).substr(begin, end - begin))) {
                // Complete after all without its line break, torn in the newest file, damaged else.
                if (end == content.size() && is_newest) {
                    loaded_.problems.push_back({JournalProblem::Kind::TornTail, path});
                } else {
                    ++damaged;
                }
            }
            begin = end + 1;
        }
        if (damaged > 0) {
            loaded_.problems.push_back({JournalProblem::Kind::DamagedLine, path, damaged});
            loaded_.quarantine[std::string(kQuarantineFolder) + path] = content;
        }
    }

 private:
    // False when it cannot be read.
    bool take(std::string_view line) {
        Result<RecordedEvent> event = event_from_line(line);
        if (!event) {
            ++unread_;
            return false;
        }
        const std::uint64_t last = loaded_.history.empty() ? 0 : loaded_.history.back().seq;
        // A line that a snapshot already holds, or that a repeated write left behind.
        if (event.value().seq <= last) {
            return true;
        }
        note_gap(event.value().seq - last - 1);
        unread_ = 0;
        loaded_.history.push_back(std::move(event).value());
        return true;
    }

    // What is missing beyond the lines that could not be read. A gap in a snapshot was known, and told
    // of, when that was written.
    void note_gap(std::uint64_t gap) {
        if (gap > unread_ && !in_snapshot_) {
            loaded_.problems.push_back(
                {JournalProblem::Kind::MissingPart, "", static_cast<int>(gap - unread_)});
        }
    }

    LoadedJournal& loaded_;
    bool in_snapshot_ = false;
    std::uint64_t unread_ = 0;  // lines since the last good one
};

// "snap/000003.log\n" or an empty first line; false when the file is not of that form.
bool read_current(const JournalFiles& files, std::string& snapshot) {
    const auto current = files.find(std::string(kCurrentPath));
    if (current == files.end()) {
        return true;
    }
    const std::size_t end = current->second.find('\n');
    if (end == std::string::npos) {
        return false;
    }
    snapshot = current->second.substr(0, end);
    return snapshot.empty() || files.count(snapshot) != 0;
}

}  // namespace

std::string segment_path(std::uint64_t number) {
    return numbered(kSegmentFolder, number);
}

std::string snapshot_path(std::uint64_t number) {
    return numbered(kSnapshotFolder, number);
}

std::string journal_line(const RecordedEvent& event) {
    const std::string json = json_from_event(event);
    return json + "\t" + checksum(json) + "\n";
}

LoadedJournal load_journal(const JournalFiles& files) {
    LoadedJournal loaded;
    std::vector<std::string> sources;
    const bool index_is_good = read_current(files, loaded.snapshot);
    if (!index_is_good) {
        loaded.problems.push_back({JournalProblem::Kind::DamagedIndex, std::string(kCurrentPath)});
        loaded.snapshot.clear();
    }
    for (const auto& [path, content] : files) {
        if (path.starts_with(kSnapshotFolder)) {
            loaded.next_snapshot = number_of(path) + 1;
            if (!index_is_good || path == loaded.snapshot) {
                sources.push_back(path);
            }
        }
    }
    for (const auto& [path, content] : files) {
        if (path.starts_with(kSegmentFolder)) {
            loaded.next_segment = number_of(path) + 1;
            loaded.segments.push_back(path);
            sources.push_back(path);
        }
    }
    Reader reader(loaded);
    for (const std::string& path : sources) {
        reader.read(path, files.at(path), path == sources.back());
    }
    return loaded;
}

std::string journal_report(const std::vector<JournalProblem>& problems) {
    int lost = 0;
    bool torn = false;
    bool index = false;
    for (const JournalProblem& problem : problems) {
        torn |= problem.kind == JournalProblem::Kind::TornTail;
        index |= problem.kind == JournalProblem::Kind::DamagedIndex;
        if (problem.kind == JournalProblem::Kind::DamagedLine ||
            problem.kind == JournalProblem::Kind::MissingPart) {
            lost += problem.lines;
        }
    }
    if (lost > 0) {
        return std::to_string(lost) + (lost == 1 ? " entry" : " entries") +
               " of your history could not be read; everything else is here. The damaged file is "
               "kept in this browser.";
    }
    if (torn) {
        return "The last change was not saved completely before the browser closed. Everything "
               "before it is here.";
    }
    if (index) {
        return "The index of your saved work was damaged and has been rebuilt. Nothing is missing.";
    }
    return "";
}

Journal::Journal(const LoadedJournal& loaded)
    : segments_(loaded.segments),
      next_segment_(loaded.next_segment),
      next_snapshot_(loaded.next_snapshot),
      snapshot_(loaded.snapshot),
      quarantine_(loaded.quarantine),
      damaged_(!loaded.problems.empty()) {
    rotate();
}

FileChanges Journal::append(const std::vector<RecordedEvent>& events,
                            const std::vector<RecordedEvent>& history) {
    FileChanges changes;
    if (events.empty()) {
        return changes;
    }
    changes.put = std::exchange(quarantine_, {});
    for (const RecordedEvent& event : events) {
        if (segment_.size() >= kSegmentBytes) {
            changes.put[segments_.back()] = std::move(segment_);
            rotate();
        }
        segment_ += journal_line(event);
    }
    changes.put[segments_.back()] = segment_;
    if (damaged_ || segments_.size() > kSegmentsBeforeSnapshot) {
        compact(history, changes);
    }
    changes.put[std::string(kCurrentPath)] = current_file();
    return changes;
}

FileChanges Journal::restart(const std::vector<RecordedEvent>& history) {
    FileChanges changes;
    compact(history, changes);
    changes.put[std::string(kCurrentPath)] = current_file();
    return changes;
}

void Journal::rotate() {
    segment_.clear();
    segments_.push_back(segment_path(next_segment_++));
}

// Everything into a new snapshot; the same transaction removes what it replaces.
void Journal::compact(const std::vector<RecordedEvent>& history, FileChanges& changes) {
    std::string lines;
    for (const RecordedEvent& event : history) {
        lines += journal_line(event);
    }
    for (const std::string& path : segments_) {
        changes.put.erase(path);
        changes.remove.push_back(path);
    }
    if (!snapshot_.empty()) {
        changes.remove.push_back(snapshot_);
    }
    snapshot_ = snapshot_path(next_snapshot_++);
    changes.put[snapshot_] = std::move(lines);
    segments_.clear();
    damaged_ = false;
    rotate();
}

std::string Journal::current_file() const {
    return snapshot_ + "\n";
}

}  // namespace atrium::domain
