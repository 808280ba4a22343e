// Statements that the proxy's tables share: the ledger's (ledger*.cpp) and those that read or count
// beside it.
#pragma once

#include <string>

#include "proxy/database_connection.h"

namespace atrium::proxy {

// The row of day_usage that sums up all users.
inline const std::string kEverybody = "*";

struct OpenRequest {
    std::string user_id;
    std::string day;
    std::string kind;
    long long reserved_nano = 0;
};

// Runs a statement that must find one row, and says whether it did.
bool changed_a_row(soci::statement& statement);

OpenRequest read_request(DatabaseConnection& sql, const std::string& id);

// Changes what is reserved and spent on both the user's day and everybody's, and takes the count
// back when uncount is 1.
void book(DatabaseConnection& sql,
          const OpenRequest& request,
          long long reserved_change,
          long long spent_change,
          int uncount);

}  // namespace atrium::proxy
