// SPDX-License-Identifier: GPL-3.0-or-later
// A new, empty database for a test, on each engine in turn:
//     TEST_CASE("a row comes back as it went in", "[sql]")
//     {
//         const FreshDatabase database(GENERATE(anyEngine()));
//         auto connection = database.open(sql::Access::Create);
// SQLite: a file in a temporary folder. PostgreSQL: a schema of its own on the server that
// HEADWAY_TEST_PG names; `./run test` starts one. Without that variable only SQLite is tested,
// which main.cpp says; with it, an unreachable server fails the test.
#pragma once

#include "sql/connection.h"
#include "support/catch_qt.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace headway::test {

// Those that can be tested in this environment.
std::vector<sql::Engine> engines();

// For GENERATE.
inline auto anyEngine()
{
    return Catch::Generators::from_range(engines());
}

class FreshDatabase
{
public:
    explicit FreshDatabase(sql::Engine engine);
    ~FreshDatabase();
    FreshDatabase(const FreshDatabase &) = delete;
    FreshDatabase &operator=(const FreshDatabase &) = delete;

    sql::Engine engine() const { return m_engine; }

    // What a user enters to open it: a path or a postgresql:// address.
    QString place() const { return m_place; }

    // A connection to it; fails the test if there is none. The first one creates the file.
    std::unique_ptr<sql::Connection> open(sql::Access access) const;

private:
    sql::Engine m_engine;
    QTemporaryDir m_folder;
    QString m_schema;
    QString m_place;
};

} // namespace headway::test

template <>
struct Catch::StringMaker<headway::sql::Engine> {
    static std::string convert(headway::sql::Engine engine)
    {
        return engine == headway::sql::Engine::Sqlite ? "SQLite" : "PostgreSQL";
    }
};
