// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rawsqlite.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace headway::bench {

namespace {

[[noreturn]] void giveUp(sqlite3 *database, const char *at)
{
    std::fprintf(stderr, "The engine itself failed: %s in %s\n", sqlite3_errmsg(database), at);
    std::exit(1);
}

void bind(sqlite3_stmt *statement, int position, const Parameter &parameter)
{
    if (const auto *number = std::get_if<std::int64_t>(&parameter))
        sqlite3_bind_int64(statement, position, *number);
    else if (const auto *real = std::get_if<double>(&parameter))
        sqlite3_bind_double(statement, position, *real);
    else if (const auto *text = std::get_if<std::string>(&parameter))
        sqlite3_bind_text(statement, position, text->data(), int(text->size()), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, position);
}

qint64 touch(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT: return qint64(sqlite3_column_double(statement, column));
    case SQLITE_NULL: return 0;
    default: break;
    }
    const unsigned char *bytes = sqlite3_column_text(statement, column);
    const int length = sqlite3_column_bytes(statement, column);
    qint64 sum = 0;
    for (int i = 0; i < length; ++i)
        sum += bytes[i];
    return sum;
}

} // namespace

RawSqlite::RawSqlite(const QString &path, Use use)
{
    // Without a mutex for every call, as Qt opens it.
    const int flags = SQLITE_OPEN_NOMUTEX | (use == Use::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_database, flags, nullptr) != SQLITE_OK)
        giveUp(m_database, "open");
    for (const char *pragma :
         {"PRAGMA trusted_schema = OFF", "PRAGMA foreign_keys = ON", "PRAGMA cache_size = -16384",
          "PRAGMA temp_store = MEMORY", "PRAGMA synchronous = FULL"}) {
        if (sqlite3_exec(m_database, pragma, nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(m_database, pragma);
    }
    sqlite3_busy_timeout(m_database, 5000);
}

RawSqlite::~RawSqlite()
{
    for (const auto &[text, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

sqlite3_stmt *RawSqlite::statementFor(const std::string &text)
{
    sqlite3_stmt *&statement = m_statements[text];
    if (!statement
        && sqlite3_prepare_v3(m_database, text.data(), int(text.size()), SQLITE_PREPARE_PERSISTENT,
                              &statement, nullptr)
            != SQLITE_OK)
        giveUp(m_database, text.c_str());
    return statement;
}

size_t RawSqlite::prepare(const Script &script)
{
    std::vector<Step> &steps = m_scripts.emplace_back();
    for (const Asked &asked : script)
        steps.push_back({statementFor(asked.statement), asked.parameters});
    return m_scripts.size() - 1;
}

qint64 RawSqlite::run(size_t script)
{
    qint64 rows = 0;
    for (const Step &step : m_scripts[script]) {
        for (size_t i = 0; i < step.parameters.size(); ++i)
            bind(step.statement, int(i) + 1, step.parameters[i]);
        const int columns = sqlite3_column_count(step.statement);
        int state = sqlite3_step(step.statement);
        for (; state == SQLITE_ROW; state = sqlite3_step(step.statement), ++rows) {
            for (int column = 0; column < columns; ++column)
                m_touched += touch(step.statement, column);
        }
        if (state != SQLITE_DONE)
            giveUp(m_database, sqlite3_sql(step.statement));
        sqlite3_reset(step.statement);
    }
    return rows;
}

} // namespace headway::bench
