// SPDX-License-Identifier: GPL-3.0-or-later
// The limit that is measured against: the engine's own C interface, statements prepared, each column's
// bytes looked at, nothing made of them. With the same settings as sql::openSqlite().
#pragma once

#include "bench/recorder.h"

#include <QString>

#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace headway::bench {

class RawSqlite
{
public:
    enum class Use { Read, Write };
    RawSqlite(const QString &path, Use use); // ends the program if it cannot
    ~RawSqlite();
    RawSqlite(const RawSqlite &) = delete;
    RawSqlite &operator=(const RawSqlite &) = delete;

    // A script with its statements prepared.
    class Prepared
    {
        friend class RawSqlite;
        struct Step {
            sqlite3_stmt *statement = nullptr;
            std::vector<Parameter> parameters = {};
        };
        std::vector<Step> m_steps;
    };
    Prepared prepare(const Script &script);

    // Runs it all; returns the number of rows that came.
    qint64 run(const Prepared &script);

    sqlite3 *handle() { return m_database; }

private:
    sqlite3_stmt *statementFor(const std::string &text);

    sqlite3 *m_database = nullptr;
    std::unordered_map<std::string, sqlite3_stmt *> m_statements;
    qint64 m_touched = 0;
};

} // namespace headway::bench
