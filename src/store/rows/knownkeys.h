// SPDX-License-Identifier: GPL-3.0-or-later
// Whether anything may have a key (an address, a name, an id of another system), so that a step that makes many records
// does not look for each of them in the book. Only hashes are kept, 20 bytes or so a key; what may be there is looked up
// as ever. Within one transaction, on the connection's thread; fails as the connection fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QSet>
#include <QString>

#include <map>
#include <set>

namespace headway::store {

// Reading the keys of so many rows takes as long as looking for one.
inline constexpr qint64 rowsPerLookup = 50;

// The part of a key by which a contact point is known: of a telephone number what stands before the country and the
// extension (domain/text/phonenumber.h).
QString pointKey(QStringView by, const QString &key);

class KnownKeys
{
public:
    explicit KnownKeys(sql::Connection &connection) : m_connection(&connection) {}

    enum class Where {
        Nowhere, // sure
        Written, // perhaps, and if so, in a row that is written
        Held,    // perhaps in a row that is not written yet
    };
    // `column`: name_key, value_key, external_key. For a contact point `key` is a pointKey().
    Result<Where> where(EntityKind kind, QLatin1StringView column, const QString &key);

    // A row that is created, or changed to this; to be called for all of a step.
    void note(EntityKind kind, const Row &row);
    // All rows noted so far are written.
    void written();

private:
    struct Column {
        int field = -1;
        qint64 asked = 0;
        qint64 rows = -1; // in the book, about; -1: not known yet
        bool isWhole = false;
        QSet<size_t> all = {};  // of the whole book, once isWhole
        QSet<size_t> held = {}; // of rows that are not written
    };
    Result<> read(EntityKind kind, Column &column);
    static size_t hashOf(EntityKind kind, const Row &row, int field);

    sql::Connection *m_connection;
    std::map<std::pair<EntityKind, QLatin1StringView>, Column> m_columns;
    std::set<EntityKind> m_held; // of which rows are not written
};

} // namespace headway::store
