#include "shell/terminal/state_folder.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace atrium::shell {
namespace {

namespace fs = std::filesystem;

Error file_error(const std::string& what, const fs::path& path, const std::string& why) {
    return {"state-folder", what + " " + path.string() + ": " + why + ".", ""};
}

Result<Done> write_file(const fs::path& path, const std::string& content) {
    std::error_code problem;
    fs::create_directories(path.parent_path(), problem);
    const fs::path beside = path.string() + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return file_error("Cannot write", path, std::strerror(errno));
    }
    std::size_t written = 0;
    bool good = true;
    while (good && written < content.size()) {
        const ssize_t count = ::write(file, content.data() + written, content.size() - written);
        good = count > 0;
        written += good ? static_cast<std::size_t>(count) : 0;
    }
    good = good && ::fsync(file) == 0;
    good = ::close(file) == 0 && good;
    if (!good || std::rename(beside.c_str(), path.c_str()) != 0) {
        return file_error("Cannot write", path, std::strerror(errno));
    }
    return Done{};
}

}  // namespace

Result<StoredFiles> read_state_folder(const fs::path& folder) {
    StoredFiles files;
    std::error_code problem;
    if (!fs::exists(folder, problem)) {
        return files;
    }
    fs::recursive_directory_iterator entries(folder, problem);
    if (problem) {
        return file_error("Cannot read", folder, problem.message());
    }
    // With error codes throughout: the range-for and the short forms throw.
    for (; entries != fs::recursive_directory_iterator(); entries.increment(problem)) {
        const fs::path path = entries->path();
        if (!entries->is_regular_file(problem) || path.extension() == ".new") {
            continue;
        }
        std::ifstream stream(path, std::ios::binary);
        if (!stream) {
            return file_error("Cannot read", path, std::strerror(errno));
        }
        files[path.lexically_relative(folder).generic_string()] =
            std::string(std::istreambuf_iterator<char>(stream), {});
    }
    if (problem) {
        return file_error("Cannot read", folder, problem.message());
    }
    return files;
}

StateFolder::StateFolder(fs::path folder, Inbox& inbox)
    : folder_(std::move(folder)), inbox_(inbox) {}

void StateFolder::commit(StorageCommit commit) {
    inbox_.post(CommitFinished{commit.ticket, write(commit)});
}

// CURRENT names the snapshot that holds, so it is written after the snapshot and before anything is
// removed: a crash in between leaves files that the next load understands.
Result<Done> StateFolder::write(const StorageCommit& commit) const {
    const auto current = commit.put.find("CURRENT");
    for (auto file = commit.put.begin(); file != commit.put.end(); ++file) {
        if (file == current) {
            continue;
        }
        if (Result<Done> done = write_file(folder_ / file->first, file->second); !done) {
            return done;
        }
    }
    if (current != commit.put.end()) {
        if (Result<Done> done = write_file(folder_ / current->first, current->second); !done) {
            return done;
        }
    }
    for (const std::string& path : commit.remove) {
        std::error_code problem;
        fs::remove(folder_ / path, problem);
    }
    return Done{};
}

}  // namespace atrium::shell
