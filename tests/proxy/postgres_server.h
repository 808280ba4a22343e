// Debian's PostgreSQL for the length of the test program: in a folder of its own, as an unprivileged
// user, reachable by a socket file only. Started when the first test asks for it.
#pragma once

#include <string>

#include <sys/types.h>

namespace atrium::proxy {

class PostgresServer {
 public:
    static PostgresServer& running();

    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // A DATABASE_URL whose tables are in a schema of their own; "public" exists already.
    [[nodiscard]] std::string address(const std::string& schema) const;

 private:
    PostgresServer();

    std::string folder_;
    pid_t process_ = 0;
};

}  // namespace atrium::proxy
