// SPDX-License-Identifier: GPL-3.0-or-later
// Work on a connection beside its thread, and what is called before its statements.
#include "sql/bulkinsert.h"
#include "sql/connection.h"
#include "support/shelf.h"

#include <array>
#include <atomic>
#include <functional>
#include <semaphore>
#include <utility>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const QString insertBox = u"INSERT INTO box (id) VALUES (?)"_s;
const QString countBoxes = u"SELECT count(*) FROM box"_s;
const Error broken{ErrorCode::Constraint, Sentence::verbatim(u"A box fell down."_s), {}};

// Puts so many boxes on the shelf.
sql::Connection::Job putting(sql::Connection &connection, qint64 count)
{
    return [&connection, count]() -> Result<> {
        for (qint64 id = 1; id <= count; ++id)
            HEADWAY_CHECK(connection.run(insertBox, {id}));
        return {};
    };
}

struct Use {
    const char *name;
    std::function<Result<>(sql::Connection &)> call;
};

// Every way to use a connection.
const std::vector<Use> uses{
    {"run",
     [](sql::Connection &c) -> Result<> {
         HEADWAY_CHECK(c.run(insertBox, {qint64(7)}));
         return {};
     }},
    {"insert",
     [](sql::Connection &c) -> Result<> {
         HEADWAY_CHECK(c.insert(insertBox, {qint64(8)}));
         return {};
     }},
    {"each",
     [](sql::Connection &c) {
         return c.each(countBoxes, {}, [](const sql::RowView &) { return Result<>(); });
     }},
    {"cell",
     [](sql::Connection &c) -> Result<> {
         HEADWAY_CHECK(c.cell(countBoxes));
         return {};
     }},
    {"bulk insert",
     [](sql::Connection &c) -> Result<> {
         HEADWAY_TRY(rows, c.bulkInsert(u"box"_s, {u"id"_s}));
         HEADWAY_CHECK(rows->add(std::array<sql::Value, 1>{qint64(9)}));
         return rows->finish();
     }},
    {"script", [](sql::Connection &c) { return c.script(u"INSERT INTO box (id) VALUES (10);"_s); }},
    {"presence", [](sql::Connection &c) { return c.presence(); }},
    {"a second job",
     [](sql::Connection &c) -> Result<> {
         HEADWAY_CHECK(c.runBeside([] { return Result<>(); }));
         return c.together();
     }},
    {"together", [](sql::Connection &c) { return c.together(); }},
};

} // namespace

TEST_CASE("What was written beside is there for whoever looks next", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    auto transaction = valueOf(sql::Transaction::write(*shelf.connection));
    valueOf(shelf.connection->runBeside(putting(*shelf.connection, 200)));
    CHECK(shelf.boxes() == 200);
    valueOf(shelf.connection->runBeside(
        [&]() -> Result<> { return shelf.connection->command(u"DELETE FROM box WHERE id > 150"_s); }));
    valueOf(transaction.commit()); // waits, too
    CHECK(shelf.boxes() == 150);
}

TEST_CASE("After work beside has failed everything fails with its error, until all is taken back", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    for (const Use &use : uses) {
        CAPTURE(use.name);
        {
            auto transaction = valueOf(sql::Transaction::write(*shelf.connection));
            valueOf(shelf.connection->run(insertBox, {qint64(1)}));
            valueOf(shelf.connection->runBeside([] { return Result<>(failure(broken)); }));
            for (int times = 0; times < 2; ++times) {
                const auto refused = use.call(*shelf.connection);
                REQUIRE_FALSE(refused);
                CHECK(refused.error() == broken);
            }
            const auto committed = transaction.commit();
            REQUIRE_FALSE(committed);
            CHECK(committed.error() == broken);
        }
        CHECK(shelf.boxes() == 0);
        auto transaction = valueOf(sql::Transaction::write(*shelf.connection));
        valueOf(use.call(*shelf.connection));
    }
    CHECK(shelf.boxes() == 0);
}

TEST_CASE("A statement that fails beside leaves nothing behind", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    {
        auto transaction = valueOf(sql::Transaction::write(*shelf.connection));
        valueOf(shelf.connection->run(insertBox, {qint64(50)}));
        valueOf(shelf.connection->runBeside(putting(*shelf.connection, 100)));
        const auto seen = shelf.connection->cell(countBoxes);
        REQUIRE_FALSE(seen);
        CHECK(seen.error().code == ErrorCode::Constraint);
    }
    CHECK(shelf.boxes() == 0);
}

TEST_CASE("A connection, and a transaction, that go while something runs beside wait for it", "[sql]")
{
    Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    std::binary_semaphore begun(0);
    std::atomic<int> ended = 0;
    sql::Connection &connection = *shelf.connection;
    const auto job = [&]() -> Result<> {
        begun.release();
        HEADWAY_CHECK(putting(connection, 300)());
        ++ended;
        return {};
    };
    {
        auto transaction = valueOf(sql::Transaction::write(connection));
        valueOf(connection.runBeside(job));
        begun.acquire();
    }
    CHECK(ended == 1);
    CHECK(shelf.boxes() == 0);
    valueOf(connection.runBeside(job));
    begun.acquire();
    shelf.connection.reset();
    CHECK(ended == 2);
    shelf.connection = shelf.database.open(sql::Access::ReadWrite);
    CHECK(shelf.boxes() == 300);
}

TEST_CASE("Whoever holds rows back hears of each statement before it, and not of its own", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    sql::Connection &connection = *shelf.connection;
    QStringList heard;
    qint64 held = 5;
    connection.setBefore([&](const QString &statement) -> Result<> {
        heard += statement;
        for (; held > 0; --held)
            HEADWAY_CHECK(connection.run(insertBox, {held}));
        return {};
    });
    CHECK(shelf.boxes() == 5);
    CHECK(heard == QStringList{countBoxes});
    {
        const sql::Connection::Around around(connection);
        CHECK(shelf.boxes() == 5);
        const sql::Connection::Around again(connection);
        CHECK(shelf.boxes() == 5);
    }
    CHECK(heard.size() == 1);
    valueOf(connection.runBeside(putting(connection, 0))); // no statement of this thread
    valueOf(connection.runBeside([&]() -> Result<> {
        const sql::Connection::Around around(connection); // means nothing there
        HEADWAY_CHECK(connection.run(insertBox, {qint64(6)}));
        return {};
    }));
    CHECK(shelf.boxes() == 6);
    CHECK(heard.size() == 2);
    connection.setBefore([](const QString &) { return Result<>(failure(broken)); });
    const auto refused = connection.cell(countBoxes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == broken);
    connection.setBefore({});
    CHECK(shelf.boxes() == 6);
}
