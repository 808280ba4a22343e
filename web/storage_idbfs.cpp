#include "web/storage_idbfs.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>
#include <utility>

#include <dirent.h>
#include <emscripten.h>
#include <sys/stat.h>
#include <unistd.h>

#include "web/bridge/bridge.h"
#include "web/workspace_host.h"

namespace atrium::web {

namespace {

constexpr std::string_view kRoot = "/data";
constexpr int kLoadTimeoutMillis = 15000;

std::string read_file(const std::string& path, std::size_t size) {
    std::string bytes(size, '\0');
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
    if (!file) {
        return {};
    }
    bytes.resize(std::fread(bytes.data(), 1, size, file.get()));
    return bytes;
}

// Takes the files of a folder out of memory's file system, where nothing needs them any more: a later
// load finds them missing and brings the newer ones.
void take_folder(const std::string& folder, shell::StoredFiles& into) {
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(opendir(folder.c_str()), &closedir);
    if (!entries) {
        return;
    }
    while (const dirent* entry = readdir(entries.get())) {
        const std::string_view name = entry->d_name;
        if (name.starts_with('.')) {
            continue;  // ".", ".." and the mark of the writing tab
        }
        const std::string path = folder + "/" + std::string(name);

        struct stat status {};

        if (stat(path.c_str(), &status) != 0) {
            continue;
        }
        if (S_ISDIR(status.st_mode)) {
            take_folder(path, into);
        } else {
            into[path.substr(kRoot.size() + 1)] =
                read_file(path, static_cast<std::size_t>(status.st_size));
            unlink(path.c_str());
        }
    }
}

}  // namespace

void StorageIdbfs::commit(shell::StorageCommit commit) {
    for (const auto& [path, bytes] : commit.put) {
        web_commit_put(path.data(), path.size(), bytes.data(), bytes.size());
    }
    for (const std::string& path : commit.remove) {
        web_commit_remove(path.data(), path.size());
    }
    ticket_ = commit.ticket;
    in_flight_ = ++sent_;
    web_commit_send(static_cast<double>(in_flight_));
}

void StorageIdbfs::finished(std::uint64_t number, Result<Done> outcome) {
    if (number == in_flight_) {
        in_flight_ = 0;
        host().post(shell::CommitFinished{.ticket = ticket_, .outcome = std::move(outcome)});
    }
}

void load_journal() {
    web_journal_load(kLoadTimeoutMillis);
}

Error error_from_storage(std::string code, std::string detail) {
    if (code == "storage-full") {
        return {std::move(code),
                "This browser has no room left to save. Free some space on the device, or download "
                "a backup.",
                std::move(detail)};
    }
    if (code == "storage-refused") {
        return {
            std::move(code),
            "This browser does not keep data for Atrium, perhaps because the window is private. "
            "Download a backup before you close it.",
            std::move(detail)};
    }
    if (code == "storage-lost") {
        return {std::move(code),
                "This tab may no longer save, because another one took over or the browser's data "
                "was erased. Download a backup, then load the page again.",
                std::move(detail)};
    }
    return {"storage-closed",
            "The browser closed its storage while saving. Try again, or download a backup.",
            std::move(detail)};
}

}  // namespace atrium::web

extern "C" {

EMSCRIPTEN_KEEPALIVE void web_on_journal_loaded(int readable) {
    atrium::shell::StoredFiles files;
    if (readable != 0) {
        atrium::web::take_folder(std::string(atrium::web::kRoot), files);
    }
    atrium::web::host().open(files);
}

EMSCRIPTEN_KEEPALIVE void web_on_commit(double number,
                                        const char* code,
                                        std::size_t code_length,
                                        const char* detail,
                                        std::size_t length) {
    atrium::Result<atrium::Done> outcome = atrium::Done{};
    if (code_length > 0) {
        outcome = atrium::web::error_from_storage({code, code_length}, {detail, length});
    }
    atrium::web::host().storage().finished(static_cast<std::uint64_t>(number), std::move(outcome));
}
}
