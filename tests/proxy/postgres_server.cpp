#include "tests/proxy/postgres_server.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace atrium::proxy {

namespace {

constexpr int kMostAttempts = 600;
constexpr std::chrono::milliseconds kBetweenAttempts{50};

// The newest of /usr/lib/postgresql/15/bin and the like.
std::string program_folder() {
    std::vector<int> versions;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", error)) {
        versions.push_back(std::stoi(entry.path().filename().string()));
    }
    REQUIRE_MESSAGE(!versions.empty(), "the tests need Debian's package postgresql");
    return "/usr/lib/postgresql/" +
           std::to_string(*std::max_element(versions.begin(), versions.end())) + "/bin/";
}

// PostgreSQL refuses to run as root.
const passwd* unprivileged_user() {
    return geteuid() == 0 ? getpwnam("postgres") : nullptr;  // NOLINT(concurrency-mt-unsafe)
}

pid_t start(const std::string& folder, const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const std::string& word : words) {
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    const std::string log = folder + "/log";
    const passwd* user = unprivileged_user();
    const pid_t process = fork();
    if (process == 0) {
        const bool changed = !user || (setgid(user->pw_gid) == 0 && setuid(user->pw_uid) == 0);
        // A test program that dies must not leave its server behind.
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
        const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (!changed || chdir(folder.c_str()) != 0 || output < 0) {
            _exit(126);
        }
        dup2(output, 1);
        dup2(output, 2);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    return process;
}

int end_of(pid_t process) {
    int status = 0;
    waitpid(process, &status, 0);
    return status;
}

}  // namespace

PostgresServer& PostgresServer::running() {
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer() {
    std::string pattern = (std::filesystem::temp_directory_path() / "atrium-pg-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()));
    folder_ = pattern;
    if (const passwd* user = unprivileged_user()) {
        REQUIRE(chown(folder_.c_str(), user->pw_uid, user->pw_gid) == 0);
    }
    const std::string programs = program_folder();
    const std::string data = folder_ + "/data";
    REQUIRE(end_of(start(
                folder_,
                {programs + "initdb", "-D", data, "-A", "trust", "-U", "atrium", "--no-sync"})) ==
            0);
    process_ = start(folder_,
                     {programs + "postgres",
                      "-D",
                      data,
                      "-k",
                      folder_,
                      "-c",
                      "listen_addresses=",
                      "-c",
                      "fsync=off"});
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        if (end_of(start(folder_, {programs + "pg_isready", "-q", "-h", folder_})) == 0) {
            return;
        }
        std::this_thread::sleep_for(kBetweenAttempts);
    }
    FAIL("PostgreSQL did not start; see " << folder_ << "/log");
}

PostgresServer::~PostgresServer() {
    kill(process_, SIGQUIT);
    end_of(process_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string PostgresServer::address(const std::string& schema) const {
    return "postgresql://atrium@/postgres?host=" + folder_ + "&options=-csearch_path%3D" + schema;
}

}  // namespace atrium::proxy
