#include "core/domain/journal.h"

#include <array>
#include <cstdio>
#include <utility>

namespace atrium::domain {
namespace {

constexpr std::string_view kCurrentPath = "CURRENT";
constexpr std::string_view kSegmentFolder = "seg/";
constexpr std::string_view kSnapshotFolder = "snap/";
constexpr std::string_view kQuarantineFolder = "quarantine/";
constexpr std::size_t kChecksumDigits = 8;

constexpr std::array<std::uint32_t, 256> make_crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        }
        table[i] = value;
    }
    return table;
}

// CRC-32 as in ISO 3309, so that other programs can check a journal.
std::string checksum(std::string_view text) {
    static constexpr auto kTable = make_crc_table();
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : text) {
        crc = kTable[(crc ^ static_cast<unsigned char>(c)) & 0xFF] ^ (crc >> 8);
    }
    std::array<char, kChecksumDigits + 1> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x", crc ^ 0xFFFFFFFFu);
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

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
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
        int damaged = 0;
        std::size_t begin = 0;
        while (begin < content.size()) {
            const std::size_t end = content.find('\n', begin);
            if (end == std::string::npos) {
                note_unfinished(path, std::string_view(content).substr(begin), is_newest, damaged);
                break;
            }
            take(std::string_view(content).substr(begin, end - begin), damaged);
            begin = end + 1;
        }
        if (damaged > 0) {
            loaded_.problems.push_back({JournalProblem::Kind::DamagedLine, path, damaged});
            loaded_.quarantine[std::string(kQuarantineFolder) + path] = content;
        }
    }

 private:
    void take(std::string_view line, int& damaged) {
        Result<RecordedEvent> event = event_from_line(line);
        if (!event) {
            ++damaged;
            return;
        }
        const std::uint64_t last = loaded_.history.empty() ? 0 : loaded_.history.back().seq;
        // A line that a snapshot already holds, or that a repeated write left behind.
        if (event.value().seq <= last) {
            return;
        }
        if (event.value().seq > last + 1 && damaged == 0) {
            const int missing = static_cast<int>(event.value().seq - last - 1);
            loaded_.problems.push_back({JournalProblem::Kind::MissingPart, "", missing});
        }
        loaded_.history.push_back(std::move(event).value());
    }

    // A last line without a line break: complete after all, torn in the newest file, damaged in any
    // other one.
    void note_unfinished(const std::string& path,
                         std::string_view line,
                         bool is_newest,
                         int& damaged) {
        int unreadable = 0;
        take(line, unreadable);
        if (unreadable == 0) {
            return;
        }
        if (is_newest) {
            loaded_.problems.push_back({JournalProblem::Kind::TornTail, path});
        } else {
            ++damaged;
        }
    }

    LoadedJournal& loaded_;
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
        if (starts_with(path, kSnapshotFolder)) {
            loaded.next_snapshot = number_of(path) + 1;
            if (!index_is_good || path == loaded.snapshot) {
                sources.push_back(path);
            }
        }
    }
    for (const auto& [path, content] : files) {
        if (starts_with(path, kSegmentFolder)) {
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
      quarantine_(loaded.quarantine) {
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
    if (segments_.size() > kSegmentsBeforeSnapshot) {
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
    rotate();
}

std::string Journal::current_file() const {
    return snapshot_ + "\n";
}

}  // namespace atrium::domain
