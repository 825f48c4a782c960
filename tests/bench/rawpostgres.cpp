// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rawpostgres.h"

#include "bench/rawsqlite.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

// "a = ? AND b = '?'" in the server's syntax: "a = $1 AND b = '?'".
std::string numbered(const std::string &statement)
{
    std::string text;
    bool quoted = false;
    int count = 0;
    for (const char c : statement) {
        quoted ^= c == '\'';
        if (c == '?' && !quoted)
            text += '$' + std::to_string(++count);
        else
            text += c;
    }
    return text;
}

bool isPrepared(const std::string &statement)
{
    static constexpr std::array words{"SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "VALUES"};
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return statement.starts_with(word); });
}

std::string textOf(const Parameter &parameter)
{
    if (const auto *number = std::get_if<std::int64_t>(&parameter))
        return std::to_string(*number);
    if (const auto *real = std::get_if<double>(&parameter)) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *real);
        return {digits.data(), end.ptr};
    }
    const auto *text = std::get_if<std::string>(&parameter);
    return text ? *text : std::string();
}

} // namespace

std::unique_ptr<RawEngine> RawEngine::open(const QString &address, Use use)
{
    if (address.startsWith("postgresql:"_L1))
        return std::make_unique<RawPostgres>(address, use);
    return std::make_unique<RawSqlite>(address, use);
}

RawPostgres::RawPostgres(const QString &url, Use use) : m_server(PQconnectdb(url.toUtf8().constData()))
{
    std::vector<std::string> settings{"SET client_min_messages = error", "SET jit = off",
                                      "SET random_page_cost = 1.1"};
    if (use == Use::Read)
        settings.emplace_back("SET default_transaction_read_only = on");
    for (const std::string &setting : settings) {
        PGresult *result = PQexec(m_server, setting.c_str());
        need(result, setting);
        PQclear(result);
    }
}

RawPostgres::~RawPostgres()
{
    PQfinish(m_server);
}

void RawPostgres::need(PGresult *result, const std::string &statement)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return;
    std::fprintf(stderr, "The engine itself failed: %s in %s\n", PQerrorMessage(m_server), statement.c_str());
    std::exit(1);
}

const std::string &RawPostgres::nameFor(const std::string &statement)
{
    std::string &name = m_names[statement];
    if (name.empty()) {
        name = "raw" + std::to_string(m_names.size());
        PGresult *result = PQprepare(m_server, name.c_str(), numbered(statement).c_str(), 0, nullptr);
        need(result, statement);
        PQclear(result);
    }
    return name;
}

size_t RawPostgres::prepare(const Script &script)
{
    std::vector<Step> &steps = m_scripts.emplace_back();
    for (const Asked &asked : script)
        steps.push_back({isPrepared(asked.statement) ? nameFor(asked.statement) : std::string(),
                         asked.statement, asked.parameters});
    return m_scripts.size() - 1;
}

PGresult *RawPostgres::execute(const Step &step)
{
    if (step.name.empty())
        return PQexec(m_server, step.text.c_str());
    std::vector<std::string> texts;
    for (const Parameter &parameter : step.parameters)
        texts.push_back(textOf(parameter));
    std::vector<const char *> values;
    for (size_t i = 0; i < texts.size(); ++i) {
        const bool isNull = std::holds_alternative<std::monostate>(step.parameters[i]);
        values.push_back(isNull ? nullptr : texts[i].c_str());
    }
    return PQexecPrepared(m_server, step.name.c_str(), int(values.size()), values.data(), nullptr, nullptr,
                          0);
}

qint64 RawPostgres::run(size_t script)
{
    qint64 rows = 0;
    for (const Step &step : m_scripts[script]) {
        PGresult *result = execute(step);
        need(result, step.text);
        const int columns = PQnfields(result);
        for (int row = 0; row < PQntuples(result); ++row, ++rows) {
            for (int column = 0; column < columns; ++column) {
                const char *bytes = PQgetvalue(result, row, column);
                for (int i = 0; i < PQgetlength(result, row, column); ++i)
                    m_touched += bytes[i];
            }
        }
        PQclear(result);
    }
    return rows;
}

} // namespace headway::bench
