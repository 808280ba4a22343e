#include "proxy/ledger_sql.h"

namespace atrium::proxy {

bool changed_a_row(soci::statement& statement) {
    statement.execute(true);
    return statement.get_affected_rows() == 1;
}

OpenRequest read_request(DatabaseConnection& sql, const std::string& id) {
    OpenRequest open;
    sql.run("SELECT user_id, day, kind, reserved_nano FROM requests WHERE id = :id",
            soci::use(id),
            soci::into(open.user_id),
            soci::into(open.day),
            soci::into(open.kind),
            soci::into(open.reserved_nano));
    return open;
}

void book(DatabaseConnection& sql,
          const OpenRequest& request,
          long long reserved_change,
          long long spent_change,
          int uncount) {
    const std::string counter = request.kind == "tool_round" ? "tool_rounds" : "messages";
    const std::string statement =
        "UPDATE day_usage SET reserved_nano = reserved_nano + CAST(:reserved AS BIGINT),"
        " spent_nano = spent_nano + CAST(:spent AS BIGINT), " +
        counter + " = " + counter +
        " - CAST(:uncount AS INTEGER) WHERE user_id = :user AND day = :day";
    for (const std::string& user : {request.user_id, kEverybody}) {
        sql.run(statement,
                soci::use(reserved_change),
                soci::use(spent_change),
                soci::use(uncount),
                soci::use(user),
                soci::use(request.day));
    }
}

}  // namespace atrium::proxy
