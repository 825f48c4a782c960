// SPDX-License-Identifier: GPL-3.0-or-later
// A book on a file of its own for a fuzzer that needs one: made once, and put back as it was whenever an
// input has changed it.
#pragma once

#include "domain/result.h"
#include "fuzz/fuzz.h"
#include "sql/connection.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>

namespace headway::fuzz {

// The value, where failing would be a mistake of the fuzzer or of the product.
template <class T>
T need(Result<T> result)
{
    require(result.has_value());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

// A temporary one. `./run check --only fuzz` puts those into memory.
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

    // What the file holds now is what restore() brings back, and where the next input begins.
    void keep();
    void restore();
    // The file's bytes as they were kept, with nothing beside them.
    const QByteArray &bytes() const { return m_bytes; }
    // Lets go of the file, so that an input may be put in its place.
    void close() { m_connection.reset(); }

private:
    void open();

    Folder m_folder;
    QByteArray m_bytes;
    std::unique_ptr<sql::Connection> m_connection;
};

// Puts `bytes` at `path` and removes what a database may have left beside it.
void putFile(const QString &path, const QByteArray &bytes);

} // namespace headway::fuzz
