// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/recorder.h"

#include "sql/connection.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace headway::bench {

namespace {

Script *recording = nullptr;

int hear(unsigned, void *, void *statement, void *text)
{
    if (!recording)
        return 0;
    auto *asked = static_cast<sqlite3_stmt *>(statement);
    const char *said = static_cast<const char *>(text);
    const char *words = sqlite3_sql(asked);
    if (!words || std::string_view(said).starts_with("--"))
        return 0;
    char *filled = sqlite3_expanded_sql(asked);
    recording->push_back({words, parametersIn(words, filled ? filled : "")});
    sqlite3_free(filled);
    return 0;
}

int listen(sqlite3 *database, const char **, const void *)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, hear, nullptr);
}

// Parses the literal at the front of `rest` and removes it.
Parameter literal(std::string_view &rest)
{
    if (rest.starts_with("NULL")) {
        rest.remove_prefix(4);
        return {};
    }
    if (rest.starts_with('\'')) {
        std::string text;
        size_t i = 1;
        for (; i < rest.size(); ++i) {
            const bool isQuote = rest[i] == '\'';
            if (isQuote && !rest.substr(i + 1).starts_with('\''))
                break;
            i += isQuote;
            text += rest[i];
        }
        rest.remove_prefix(std::min(i + 1, rest.size()));
        return text;
    }
    const size_t length = std::min(rest.find_first_not_of("+-.0123456789eE"), rest.size());
    const std::string number(rest.substr(0, length));
    rest.remove_prefix(length);
    if (number.find_first_of(".eE") == std::string::npos)
        return std::int64_t(std::strtoll(number.c_str(), nullptr, 10));
    return std::strtod(number.c_str(), nullptr);
}

Parameter parameterOf(const sql::Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return std::int64_t(*number);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    if (const auto *text = std::get_if<QString>(&value))
        return text->toStdString();
    return {};
}

// FTS5 and the like run statements of their own, in this form.
bool isOfTheEngine(const std::string &statement)
{
    return statement.find("'main'.'") != std::string::npos;
}

} // namespace

void listenToEveryConnection()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen));
}

std::vector<Parameter> parametersIn(std::string_view statement, std::string_view filled)
{
    std::vector<Parameter> parameters;
    bool quoted = false;
    for (size_t i = 0; i < statement.size() && !filled.empty(); ++i) {
        if (statement[i] == '?' && !quoted) {
            parameters.push_back(literal(filled));
            continue;
        }
        quoted ^= statement[i] == '\'';
        filled.remove_prefix(1);
    }
    return parameters;
}

// A server reports nothing; its statements are recorded by the connection's probe.
Recording::Recording(sql::Connection &connection) : m_connection(connection)
{
    recording = new Script;
    if (connection.engine() == sql::Engine::Postgres)
        connection.setProbe([](const QString &statement, const sql::Values &binds) -> Result<> {
            Asked asked{statement.toStdString()};
            for (const sql::Value &bind : binds)
                asked.parameters.push_back(parameterOf(bind));
            recording->push_back(std::move(asked));
            return {};
        });
}

Recording::~Recording()
{
    m_connection.setProbe({});
    delete recording;
    recording = nullptr;
}

Script Recording::script() const
{
    Script script;
    std::copy_if(recording->begin(), recording->end(), std::back_inserter(script), [](const Asked &asked) {
        return !isOfTheEngine(asked.statement) && !asked.statement.starts_with("PRAGMA");
    });
    return script;
}

Script writesOf(const Script &script)
{
    static constexpr std::array words{"BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE"};
    Script writes;
    std::copy_if(script.begin(), script.end(), std::back_inserter(writes), [](const Asked &asked) {
        return std::any_of(words.begin(), words.end(),
                           [&](const char *word) { return asked.statement.starts_with(word); });
    });
    return writes;
}

} // namespace headway::bench
