// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment of headwayctl: an import, a check with repair, a backup. Either all of it is done or
// nothing, and the book is sound.
#include "store/book/book.h"
#include "store/maintenance/check.h"
#include "support/killing.h"
#include "support/program.h"

#include <QDir>
#include <QRandomGenerator>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowsInFile = 2'000;

QByteArray companies()
{
    QByteArray rows = "Name,City\n";
    for (int i = 0; i < rowsInFile; ++i)
        rows += "Company " + QByteArray::number(i) + ",Oslo\n";
    return rows;
}

// Kills it after that time.
void killAfter(Program &ctl, const QStringList &words, int milliseconds)
{
    QProcess process;
    ctl.start(process, words);
    if (process.waitForFinished(milliseconds))
        return;
    process.kill();
    REQUIRE(process.waitForFinished());
}

int countOf(const QString &text)
{
    return text.section(u' ', 0, 0).remove(u',').toInt();
}

} // namespace

TEST_CASE("An import that is killed is there as a whole or not at all", "[ctl][slow][kill]")
{
    // slow: programs are started and killed
    Program ctl(GENERATE(anyEngine()));
    CAPTURE(ctl.place());
    ctl.done(u"--as Ana new"_s);
    ctl.file(u"companies.csv"_s, companies());
    QRandomGenerator random(23);
    for (int round = 0; round < kills(2); ++round) {
        killAfter(ctl, {u"import"_s, u"companies"_s, u"companies.csv"_s}, 20 + random.bounded(1'000));
        const int there = countOf(ctl.done(u"count companies"_s));
        CHECK(there % rowsInFile == 0);
    }
    CHECK(ctl.done(u"check"_s).endsWith(u"is sound.\n"_s));
}

TEST_CASE("A backup that is killed leaves the older one, or is complete", "[ctl][slow][kill]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new"_s);
    ctl.done(u"backup copy.headway"_s);
    ctl.file(u"companies.csv"_s, companies());
    ctl.done(u"import companies companies.csv"_s);
    QRandomGenerator random(29);
    for (int round = 0; round < kills(2); ++round) {
        killAfter(ctl, {u"backup"_s, u"copy.headway"_s, u"--replace"_s}, 10 + random.bounded(150));
        const auto copy = valueOf(store::openBook(ctl.path(u"copy.headway"_s), sql::Access::Read));
        const auto there = valueOf(copy->cell(u"SELECT count(*) FROM company"_s));
        CHECK((there == sql::Value(qint64(0)) || there == sql::Value(qint64(rowsInFile))));
        CHECK(valueOf(store::checkBook(*copy, store::CheckDepth::Thorough, {})).isSound());
    }
    ctl.done(u"backup copy.headway --replace"_s);
    CHECK(QDir(ctl.path({})).entryList({u"*unfinished*"_s}).isEmpty());
}

TEST_CASE("A repair that is killed can be made again", "[ctl][slow][kill]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"demo"_s);
    QRandomGenerator random(31);
    for (int round = 0; round < kills(2); ++round) {
        {
            auto book = valueOf(sql::openSqlite(ctl.place(), sql::Access::ReadWrite));
            valueOf(book->command(u"UPDATE deal SET last_activity = 5"_s));
            valueOf(book->command(u"DELETE FROM search_doc WHERE id % 3 = 0"_s));
        }
        killAfter(ctl, {u"--as"_s, u"1"_s, u"check"_s, u"--repair"_s}, 50 + random.bounded(1'500));
    }
    CHECK(ctl.done(u"--as 1 check --repair"_s).contains(u"is sound."_s));
    CHECK(ctl.done(u"check"_s).endsWith(u"is sound.\n"_s));
}
