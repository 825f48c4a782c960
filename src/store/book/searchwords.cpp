// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/searchwords.h"

#include "store/schema/schema.h"
#include "store/search/searchindex.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

const QString name = u"search_words"_s;
// 2: deals by the names of their customers, organisations by how their names end.
const QString present = u"2"_s;

} // namespace

Result<bool> hasOldSearchWords(sql::Connection &connection)
{
    HEADWAY_TRY(known, bookValue(connection, name));
    return known != present;
}

Result<> noteSearchWords(sql::Connection &connection)
{
    return setBookValue(connection, name, present);
}

Result<> renewSearchWords(sql::Connection &connection)
{
    HEADWAY_TRY(old, hasOldSearchWords(connection));
    if (!old)
        return {};
    HEADWAY_TRY(transaction, sql::Transaction::write(connection));
    if (connection.engine() == sql::Engine::Postgres) // two programs that open the book at the same time
        HEADWAY_CHECK(connection.row(u"SELECT pg_advisory_xact_lock(4823047)"_s));
    HEADWAY_TRY(stillOld, hasOldSearchWords(connection));
    if (!stillOld)
        return transaction.commit();
    HEADWAY_CHECK(indexAllRecords(connection));
    HEADWAY_CHECK(noteSearchWords(connection));
    return transaction.commit();
}

} // namespace headway::store
