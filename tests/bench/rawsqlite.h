// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite itself, with the same settings as sql::openSqlite().
#pragma once

#include "bench/rawengine.h"

#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace headway::bench {

class RawSqlite : public RawEngine
{
public:
    RawSqlite(const QString &path, Use use);
    ~RawSqlite() override;

    size_t prepare(const Script &script) override;
    qint64 run(size_t script) override;

    sqlite3 *handle() { return m_database; }

private:
    struct Step {
        sqlite3_stmt *statement = nullptr;
        std::vector<Parameter> parameters = {};
    };
    sqlite3_stmt *statementFor(const std::string &text);

    sqlite3 *m_database = nullptr;
    std::unordered_map<std::string, sqlite3_stmt *> m_statements;
    std::vector<std::vector<Step>> m_scripts;
    qint64 m_touched = 0;
};

} // namespace headway::bench
