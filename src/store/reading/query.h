// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a domain Query into SQL. Values are always passed as parameters; names of tables and columns come
// from the field tables. Names in conditions ("owner:ana") are looked up first, so that the query itself
// runs on ids and their indexes. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/query/filter.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QTimeZone>

#include <span>

namespace headway::store {

// The user who asks, and the zone of their days.
struct Viewer {
    UserId user = {};
    QTimeZone zone = QTimeZone::utc();
};

struct Clause {
    QString text = {};
    sql::Values binds = {};
};

// " WHERE r.deleted_at IS NULL AND …" on the table aliased `r`.
Result<Clause> whereClause(sql::Connection &connection, EntityKind kind, const Filter &filter,
                           const Viewer &viewer);

// As in the index activity_agenda: a planned activity by its time, any other after all of those, by its time backwards.
QString agendaExpression();

// The joins that the order of the query needs, and " ORDER BY …" with ties broken by id.
struct Ordering {
    QString joins = {};
    QString text = {};
};
Ordering orderClause(sql::Engine engine, const Query &query);

// The place of a code in the list of its field, to sort by.
QString choiceRank(const QString &column, std::span<const Choice> choices);
// Whether the deal aliased `r` is won or lost.
QString isClosedExpression();

// A text to be found by LIKE … ESCAPE '\\' as it is.
QString likeEscaped(QString text);

// The column that holds the name of a record of this kind; "name" for most.
QLatin1StringView titleColumn(EntityKind kind);

} // namespace headway::store
