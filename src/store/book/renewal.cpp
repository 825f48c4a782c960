// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/renewal.h"

#include "store/schema/schema.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<bool> isDue(sql::Connection &connection, const Renewal &renewal)
{
    HEADWAY_TRY(known, bookValue(connection, renewal.name));
    return known != renewal.present;
}

Result<> renewIfDue(sql::Connection &connection, const Renewal &renewal)
{
    HEADWAY_TRY(due, isDue(connection, renewal));
    if (!due)
        return {};
    HEADWAY_TRY(transaction, sql::Transaction::write(connection));
    if (connection.engine() == sql::Engine::Postgres)
        HEADWAY_CHECK(connection.row(u"SELECT pg_advisory_xact_lock(?)"_s, {qint64(renewal.lock)}));
    HEADWAY_TRY(stillDue, isDue(connection, renewal));
    if (!stillDue)
        return transaction.commit();
    HEADWAY_CHECK(renewal.renew(connection));
    HEADWAY_CHECK(noteRenewed(connection, renewal));
    return transaction.commit();
}

Result<> noteRenewed(sql::Connection &connection, const Renewal &renewal)
{
    return setBookValue(connection, renewal.name, renewal.present);
}

} // namespace headway::store
