// SPDX-License-Identifier: GPL-3.0-or-later
// A book in a file of its own for a fuzzer: made once, and restored whenever an input has changed it.
#pragma once

#include "domain/result.h"
#include "fuzz/fuzz.h"
#include "sql/connection.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>

namespace headway::fuzz {

// The value; failing would be a bug of the fuzzer or of the product.
template <class T>
T need(Result<T> result)
{
    require(result.has_value());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

// A temporary folder. `./run check --only fuzz` puts those into memory.
class Folder
{
public:
    Folder();
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    // Removes all files in it.
    void clear() const;

private:
    QTemporaryDir m_folder;
};

enum class Content {
    Nothing, // the schema only
    Company, // records of every kind, made in bulk, with a history
};

class SmallBook
{
public:
    explicit SmallBook(Content content);

    QString path() const { return m_folder.filePath(QStringLiteral("small.headway")); }
    sql::Connection &connection() { return *m_connection; }

    // Keeps the file's current content as the state for restore() and the next input.
    void keep();
    void restore();
    // The kept bytes of the file; it has no write-ahead log.
    const QByteArray &bytes() const { return m_bytes; }
    // Closes the file, so that an input may replace it.
    void close() { m_connection.reset(); }

private:
    void open();

    Folder m_folder;
    QByteArray m_bytes;
    std::unique_ptr<sql::Connection> m_connection;
};

// Writes `bytes` to `path` and removes the other files of a database there.
void putFile(const QString &path, const QByteArray &bytes);

} // namespace headway::fuzz
