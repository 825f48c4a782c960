// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/indexcommands.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<> tellIndex(sql::Connection &connection, const QString &index, const QString &word, qint64 number)
{
    HEADWAY_CHECK(connection.run(u"INSERT INTO "_s + index + u" ("_s + index + u", rank) VALUES (?, ?)"_s,
                                 {word, number}));
    return {};
}

Result<> tellIndex(sql::Connection &connection, const QString &index, const QString &word)
{
    HEADWAY_CHECK(connection.run(u"INSERT INTO "_s + index + u" ("_s + index + u") VALUES (?)"_s, {word}));
    return {};
}

Result<> restoreIndex(sql::Connection &connection, const QString &index)
{
    HEADWAY_CHECK(tellIndex(connection, index, u"automerge"_s, 4));
    HEADWAY_CHECK(tellIndex(connection, index, u"crisismerge"_s, 16));
    return tellIndex(connection, index, u"hashsize"_s, 1024 * 1024);
}

} // namespace headway::store
