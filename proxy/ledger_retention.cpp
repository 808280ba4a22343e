// The part of the ledger that forgets.
#include "proxy/clock.h"
#include "proxy/ledger.h"

namespace atrium::proxy {

namespace {

constexpr int kPortion = 2000;

}  // namespace

Result<int> Ledger::forget_before(const std::string& day) {
    return database_.transact<int>([&day](soci::session& sql) -> Result<int> {
        soci::statement forget =
            (sql.prepare << "DELETE FROM requests WHERE id IN (SELECT id FROM requests"
                            " WHERE day < :day AND state <> 'reserved' LIMIT "
                         << kPortion << ")",
             soci::use(day));
        forget.execute(true);
        const int gone = static_cast<int>(forget.get_affected_rows());
        if (gone < kPortion) {
            const long long now = now_millis();
            sql << "DELETE FROM day_usage WHERE day < :day AND reserved_nano = 0", soci::use(day);
            sql << "DELETE FROM alerts WHERE day < :day", soci::use(day);
            sql << "DELETE FROM tokens WHERE expires_at > 0 AND expires_at < CAST(:now AS BIGINT)",
                soci::use(now);
        }
        return gone;
    });
}

}  // namespace atrium::proxy
