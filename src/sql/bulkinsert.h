// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows into one table: one prepared insert on SQLite, COPY on PostgreSQL. Made by
// Connection::bulkInsert(), used on its thread, inside a transaction that the caller holds. While one is
// open, a PostgreSQL connection can do nothing else. Fails as the connection fails, and with Invalid for
// text that the engines cannot store (see isStorable()).
#pragma once

#include "domain/result.h"
#include "sql/value.h"

#include <span>

namespace headway::sql {

class BulkInsert
{
public:
    virtual ~BulkInsert() = default; // without finish(): rows may be missing, so roll back

    // One cell for each column, in their order. The cells are not used after the call.
    virtual Result<> add(std::span<const Value> row) = 0;
    // The engine has received all rows when it returns.
    virtual Result<> finish() = 0;
};

// Whether both engines store `text` unchanged: no NUL character, no unpaired surrogate.
inline bool isStorable(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

// SQLite strips a byte order mark from UTF-16 text that it is given, Qt from UTF-8 text that PostgreSQL
// returns: an additional one preserves it.
inline QString withSpareMark(const QString &text)
{
    const QChar mark(QChar::ByteOrderMark);
    return text.startsWith(mark) ? QString(mark + text) : text;
}

Error unstorableText();

} // namespace headway::sql
