#include <csignal>
#include <fstream>
#include <vector>

#include <unistd.h>

#include "proxy/clock.h"
#include "proxy/ledger.h"
#include "proxy/ledger_sql.h"

namespace atrium::proxy {

namespace {

// A live proxy reports every few seconds; a database that was away for a while must not make it
// look dead, and if it does all the same, the late settlement corrects the estimate.
constexpr std::int64_t kInstanceDeadAfterMillis = 90'000;

// Host name and boot: the same process number elsewhere, or after a restart, is another process.
std::string this_host() {
    char name[256] = {};
    gethostname(name, sizeof(name) - 1);
    std::string boot;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> boot;
    return std::string(name) + "/" + boot;
}

struct Instance {
    std::string id;
    std::string host;
    long long process = 0;
    long long seen_at = 0;
};

bool is_dead(const Instance& instance, const std::string& here) {
    if (instance.host == here && kill(static_cast<pid_t>(instance.process), 0) != 0 &&
        errno == ESRCH) {
        return true;
    }
    return now_millis() - instance.seen_at > kInstanceDeadAfterMillis;
}

// Every instance with open reservations, also one whose row is gone.
std::vector<Instance> instances_with_reservations(soci::session& sql) {
    std::vector<Instance> instances;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT DISTINCT r.instance_id, COALESCE(i.host, ''),"
                        " CAST(COALESCE(i.process, 0) AS TEXT),"
                        " CAST(COALESCE(i.seen_at, 0) AS TEXT)"
                        " FROM requests r LEFT JOIN instances i ON i.id = r.instance_id"
                        " WHERE r.state = 'reserved'");
    for (const soci::row& row : rows) {
        instances.push_back({row.get<std::string>(0),
                             row.get<std::string>(1),
                             std::stoll(row.get<std::string>(2)),
                             std::stoll(row.get<std::string>(3))});
    }
    return instances;
}

int orphan_requests_of(DatabaseConnection& sql, const std::string& instance_id) {
    std::vector<std::string> ids;
    const soci::rowset<std::string> rows =
        (sql.prepare << "SELECT id FROM requests WHERE state = 'reserved' AND instance_id = :id",
         soci::use(instance_id));
    ids.assign(rows.begin(), rows.end());
    int count = 0;
    for (const std::string& id : ids) {
        soci::statement update =
            (sql.prepare << "UPDATE requests SET state = 'orphaned', outcome = 'proxy_died',"
                            " estimated = 1, cost_nano = reserved_nano"
                            " WHERE id = :id AND state = 'reserved'",
             soci::use(id));
        if (changed_a_row(update)) {
            const OpenRequest open = read_request(sql, id);
            book(sql, open, -open.reserved_nano, open.reserved_nano, 0);
            ++count;
        }
    }
    return count;
}

}  // namespace

Ledger::Ledger(Database& database, std::string instance_id)
    : database_(database), instance_id_(std::move(instance_id)), host_(this_host()) {}

Result<Done> Ledger::heartbeat() {
    return database_.transact<Done>([this](soci::session& sql) -> Result<Done> {
        const long long process = getpid();
        const long long now = now_millis();
        sql << "INSERT INTO instances (id, host, process, seen_at)"
               " VALUES (:id, :host, :process, :now)"
               " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
            soci::use(instance_id_), soci::use(host_), soci::use(process), soci::use(now);
        return Done{};
    });
}

Result<int> Ledger::settle_orphans() {
    return database_.transact<int>([this](DatabaseConnection& sql) -> Result<int> {
        int count = 0;
        for (const Instance& instance : instances_with_reservations(sql)) {
            if (instance.id != instance_id_ && is_dead(instance, host_)) {
                count += orphan_requests_of(sql, instance.id);
                sql << "DELETE FROM instances WHERE id = :id", soci::use(instance.id);
            }
        }
        return count;
    });
}

Result<Done> Ledger::retire() {
    return database_.transact<Done>([this](soci::session& sql) -> Result<Done> {
        sql << "DELETE FROM instances WHERE id = :id", soci::use(instance_id_);
        return Done{};
    });
}

}  // namespace atrium::proxy
