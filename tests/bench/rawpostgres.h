// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL server by libpq alone, with the same settings as sql::openPostgres().
#pragma once

#include "bench/rawengine.h"

#include <unordered_map>

struct pg_conn;
struct pg_result;

namespace headway::bench {

class RawPostgres : public RawEngine
{
public:
    RawPostgres(const QString &url, Use use);
    ~RawPostgres() override;

    size_t prepare(const Script &script) override;
    qint64 run(size_t script) override;

private:
    struct Step {
        std::string name = {}; // of the prepared statement; empty: cannot be prepared
        std::string text = {};
        std::vector<Parameter> parameters = {};
    };
    const std::string &nameFor(const std::string &statement);
    pg_result *execute(const Step &step);
    void need(pg_result *result, const std::string &statement);

    pg_conn *m_server = nullptr;
    std::unordered_map<std::string, std::string> m_names; // by statement
    std::vector<std::vector<Step>> m_scripts;
    qint64 m_touched = 0;
};

} // namespace headway::bench
