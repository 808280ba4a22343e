#include "proxy/database.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <vector>

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "proxy/log.h"
#include "proxy/schema.h"

namespace atrium::proxy {

namespace {

// Of PostgreSQL's default of 100, so that ten proxies fit.
constexpr std::size_t kPostgresConnections = 8;
// How long a request waits for a connection, and for a lock.
constexpr std::chrono::seconds kConnectionPatience{10};
constexpr int kLockPatienceMillis = 5000;

// Of 4 KB. So long may SQLite's log become before a transaction empties it: beside writers who never
// pause, a checkpoint does not quite catch up, and the log would grow for ever.
constexpr int kMostLogPages = 16'384;

bool is_postgres(const std::string& address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

constexpr const char* kUnavailable = "storage-unavailable";

Error unavailable(const std::string& what) {
    return {kUnavailable, "the database cannot be used at the moment", what};
}

constexpr std::chrono::seconds kFailureInterval{10};
constexpr std::size_t kMaxReasonBytes = 300;

// In one line, and without what SOCI adds to it: the statement and its values.
std::string reason_of(const std::exception& error) {
    const auto* known = dynamic_cast<const soci::soci_error*>(&error);
    std::string reason = known ? known->get_error_message() : error.what();
    reason.resize(std::min(reason.size(), kMaxReasonBytes));
    std::replace_if(
        reason.begin(), reason.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    reason.resize(reason.find_last_not_of(' ') + 1);
    return reason;
}

// SQLite answers the pragma with the mode that is now in force, which on some file systems is not
// the one that was asked for.
Result<Done> open_sqlite(soci::session& sql, const std::string& address) {
    sql.open(soci::sqlite3, "db=\"" + address + "\" timeout=5");
    std::string mode;
    sql << "PRAGMA journal_mode=WAL", soci::into(mode);
    if (mode != "wal") {
        return Error{"storage-unsuitable",
                     "the data folder's file system does not support SQLite's write-ahead log; "
                     "choose another "
                     "with ATRIUM_DATA_DIR, or use PostgreSQL",
                     mode};
    }
    sql << "PRAGMA busy_timeout=" + std::to_string(kLockPatienceMillis);
    sql << "PRAGMA synchronous=NORMAL";
    sql << "PRAGMA wal_autocheckpoint=" + std::to_string(kMostLogPages);
    sql << "PRAGMA foreign_keys=ON";
    return Done{};
}

// A statement that hangs would hold a stream's thread for ever.
void prepare_postgres(soci::session& sql) {
    sql << "SET statement_timeout = 15000";
    sql << "SET client_min_messages = warning";
    sql << "SET lock_timeout = 10000";
}

// SOCI cannot carry a URI (it takes the end of it for an option), so libpq takes it apart first:
// "postgresql://ada@db/atrium" → "user='ada' host='db' dbname='atrium'".
// It splits those at spaces, even quoted ones; a value with a space goes by libpq's environment.
std::string keywords_from_uri(const std::string& uri) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(uri.c_str(), &message), &PQconninfoFree);
    PQfreemem(message);
    std::string keywords;
    for (const PQconninfoOption* option = options.get(); option && option->keyword; ++option) {
        if (!option->val) {
            continue;
        }
        if (option->envvar && std::strchr(option->val, ' ')) {
            setenv(option->envvar, option->val, 1);
            continue;
        }
        keywords += std::string(option->keyword) + "='";
        for (const char* c = option->val; *c; ++c) {
            keywords += *c == '\'' || *c == '\\' ? "\\" : "";
            keywords += *c;
        }
        keywords += "' ";
    }
    return keywords;
}

void open_postgres(soci::session& sql, const std::string& address) {
    setenv("PGCONNECT_TIMEOUT", "5", 0);
    sql.open(soci::postgresql, keywords_from_uri(address));
    prepare_postgres(sql);
}

Error cannot_open(const std::string& address, const std::string& reason) {
    const std::string what = is_postgres(address)
                                 ? "cannot connect to the PostgreSQL server that DATABASE_URL names"
                                 : "cannot open or write the database file " + address;
    return {kUnavailable, what + ": " + reason, ""};
}

// The connections that nobody uses at the moment. Waiting for one is bounded, or every thread would
// queue up behind a database that is locked.
class Pool {
 public:
    explicit Pool(std::size_t size) : connections_(size) {
        for (DatabaseConnection& connection : connections_) {
            idle_.push_back(&connection);
        }
    }

    std::vector<DatabaseConnection>& all() { return connections_; }

    // Null when none came back in time.
    DatabaseConnection* take() {
        std::unique_lock lock(mutex_);
        if (!returned_.wait_for(lock, kConnectionPatience, [this] { return !idle_.empty(); })) {
            return nullptr;
        }
        DatabaseConnection* connection = idle_.back();
        idle_.pop_back();
        return connection;
    }

    void give_back(DatabaseConnection* connection) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(connection);
        returned_.notify_one();
    }

 private:
    std::vector<DatabaseConnection> connections_;
    std::vector<DatabaseConnection*> idle_;
    std::mutex mutex_;
    std::condition_variable returned_;
};

class Lease {
 public:
    explicit Lease(Pool& pool) : pool_(pool), connection_(pool.take()) {}

    ~Lease() {
        if (connection_) {
            pool_.give_back(connection_);
        }
    }

    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    [[nodiscard]] bool held() const { return connection_ != nullptr; }

    [[nodiscard]] DatabaseConnection& connection() const { return *connection_; }

 private:
    Pool& pool_;
    DatabaseConnection* connection_;
};

}  // namespace

struct Database::Parts {
    Parts(std::string where, std::size_t connections)
        : address(std::move(where)), postgres(is_postgres(address)), pool(connections) {}

    std::string address;
    bool postgres;
    Pool pool;
    soci::session checkpointer;  // SQLite's only
    std::mutex failure_mutex;
    std::optional<std::chrono::steady_clock::time_point> failure_logged_at;
    bool opened = false;  // before, the failure is told to who opens it
};

Database::Database(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::string& address) {
    const bool postgres = is_postgres(address);
    if (!postgres && address.find("://") != std::string::npos) {
        return Error{
            "storage-address",
            "DATABASE_URL must begin with postgresql://; leave it unset to use a SQLite file",
            ""};
    }
    // SQLite has one writer; taking turns here is faster and fairer than its busy handler.
    const std::size_t connections = postgres ? kPostgresConnections : 1;
    auto parts = std::make_unique<Parts>(address, connections);
    try {
        for (DatabaseConnection& sql : parts->pool.all()) {
            if (postgres) {
                open_postgres(sql, address);
            } else if (Result<Done> opened = open_sqlite(sql, address); !opened) {
                return opened.error();
            }
        }
        if (!postgres) {
            parts->checkpointer.open(soci::sqlite3, "db=\"" + address + "\"");
        }
    } catch (const std::exception& error) {
        return cannot_open(address, reason_of(error));
    }
    std::unique_ptr<Database> database(new Database(std::move(parts)));
    const Result<Done> migrated = database->transact<Done>([postgres](DatabaseConnection& sql) {
        if (postgres) {
            // Two proxies that start together must not both create the tables.
            sql << "SELECT pg_advisory_xact_lock(7263581)";
        }
        return migrate_schema(sql);
    });
    if (!migrated) {
        const Error& error = migrated.error();
        return error.code == kUnavailable ? cannot_open(address, error.detail) : error;
    }
    database->parts_->opened = true;
    return database;
}

void Database::checkpoint() {
    if (parts_->postgres) {
        return;
    }
    try {
        parts_->checkpointer << "PRAGMA wal_checkpoint(PASSIVE)";
    } catch (const std::exception& error) {
        log_event(LogLevel::Warning, "checkpoint_failed", {{"why", reason_of(error)}});
    }
}

Result<Done> Database::run_leased(const Work& work, Access access) {
    Result<Done> done = try_leased(work, access);
    if (!done && done.error().code == kUnavailable) {
        log_failure(done.error().detail);
    }
    return done;
}

void Database::log_failure(const std::string& why) {
    const auto now = std::chrono::steady_clock::now();
    {
        const std::lock_guard lock(parts_->failure_mutex);
        const auto& logged_at = parts_->failure_logged_at;
        if (!parts_->opened || (logged_at && now - *logged_at < kFailureInterval)) {
            return;
        }
        parts_->failure_logged_at = now;
    }
    log_event(LogLevel::Error, "database_failed", {{"why", why}});
}

Result<Done> Database::try_leased(const Work& work, Access access) {
    const Lease lease(parts_->pool);
    if (!lease.held()) {
        return unavailable("all connections are busy");
    }
    DatabaseConnection& sql = lease.connection();
    // A deferred SQLite transaction could fail in the middle when it turns into a writing one.
    const std::string_view begin = parts_->postgres ? "BEGIN" : "BEGIN IMMEDIATE";
    const auto attempt = [&] {
        return access == Access::Reading ? work(sql) : run_in_transaction(sql, begin, work);
    };
    try {
        if (sql.is_connected()) {
            return attempt();
        }
    } catch (const std::exception& error) {
        if (!parts_->postgres || sql.is_connected()) {
            return unavailable(reason_of(error));
        }
    }
    try {
        sql.renew();
        prepare_postgres(sql);
        log_event(LogLevel::Warning, "database_reconnected");
        return attempt();
    } catch (const std::exception& error) {
        return unavailable(reason_of(error));
    }
}

Result<Done> Database::run_in_transaction(DatabaseConnection& sql,
                                          std::string_view begin,
                                          const Work& work) {
    sql.run(begin);
    try {
        Result<Done> done = work(sql);
        if (!done) {
            sql << "ROLLBACK";
            return done;
        }
    } catch (...) {
        try {
            sql << "ROLLBACK";
        } catch (const std::exception&) {
            // The connection is gone, and the transaction with it.
        }
        throw;
    }
    try {
        sql.run("COMMIT");
    } catch (const std::exception& error) {
        // Whether it took effect is unknown, so it must not run again here.
        try {
            sql << "ROLLBACK";
        } catch (const std::exception&) {
        }
        return unavailable(reason_of(error));
    }
    return Done{};
}

}  // namespace atrium::proxy
