// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows into one table: one prepared insert on SQLite, COPY on PostgreSQL. Made by Connection::bulkInsert(), used on its thread, inside a
// transaction that the caller holds. While one is open, a PostgreSQL connection can do nothing else.
// Fails as the connection fails, and with Invalid for text that no engine keeps (see isStorable()).
#pragma once

#include "domain/result.h"
#include "sql/value.h"

#include <span>

namespace headway::sql {

class BulkInsert
{
public:
    virtual ~BulkInsert() = default; // without finish(): rows may be missing, so roll back

    // One cell for each column, in their order. The cells need to live during the call only.
    virtual Result<> add(std::span<const Value> row) = 0;
    // All rows are with the engine when it returns.
    virtual Result<> finish() = 0;
};

// Whether both engines keep `text` as it is: no NUL character, no half of a surrogate pair.
inline bool isStorable(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

// SQLite takes a byte order mark off UTF-16 text that it is given, Qt off UTF-8 text that PostgreSQL
// returns: one more keeps one.
inline QString withSpareMark(const QString &text)
{
    const QChar mark(QChar::ByteOrderMark);
    return text.startsWith(mark) ? QString(mark + text) : text;
}

Error unstorableText();

} // namespace headway::sql
