// SPDX-License-Identifier: GPL-3.0-or-later
// headwayctl with a kind of record added by this test, on both engines: started as a process of its own,
// because it writes to standard output.
#include "ctl/program.h"
#include "kinds/vehicle.h"
#include "support/engines.h"
#include "support/program.h"
#include "support/secondself.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const QString secondSelf = u"(headwayctl that knows vehicles)"_s;

// The program with the added kind, on a book of its own.
class FleetProgram
{
public:
    explicit FleetProgram(sql::Engine engine) : m_database(engine) {}

    QString done(const QString &typed)
    {
        QStringList words{u"--book"_s, m_database.place()};
        words += shellWords(typed);
        const auto process = startSecondSelf(
            secondSelf, QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(words)).toJson()),
            As::Myself);
        REQUIRE(process->waitForFinished(60'000));
        QString out = QString::fromUtf8(process->readAllStandardOutput());
        if (out.startsWith("Filters: "_L1)) // Catch2's own output
            out = out.section(u'\n', 1);
        INFO(typed.toStdString());
        INFO(out.toStdString());
        REQUIRE(process->exitCode() == 0);
        return out;
    }
    QString file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
    FreshDatabase m_database;
};

} // namespace

TEST_CASE("(headwayctl that knows vehicles)", "[.]")
{
    const QByteArray words = secondSelfArgument().toUtf8();
    if (words.isEmpty())
        return;
    registerVehicle();
    QStringList typed;
    for (const auto &word : QJsonDocument::fromJson(words).array())
        typed += word.toString();
    const ctl::ExitStatus status = ctl::runProgram(
        typed,
        {.now = {1'795'428'000'000},
         .display = app::Display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()),
         .settingsFile = QDir::home().filePath(u"headway.ini"_s)});
    std::fflush(stdout);
    _exit(int(status)); // skips Catch2's own output
}

TEST_CASE("A made-up kind is worked with on the command line, from adding to undoing", "[.][kinds]")
{
    registerVehicle();
    FleetProgram ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.done(u"add company name=Acme"_s);
    ctl.done(u"add vehicle 'name=Yellow bus' plate=HW17 company=Acme value=85000"_s);
    CHECK(ctl.done(u"list vehicles"_s).contains(u"Yellow bus"_s));
    CHECK(ctl.done(u"count vehicles --filter 'value:>20k'"_s) == u"1 vehicle · €85,000\n"_s);
    CHECK(ctl.done(u"search yellow"_s).contains(u"vehicle:1"_s));
    CHECK(ctl.done(u"show vehicle:yellow"_s).contains(u"HW17"_s));
    ctl.done(u"set 'vehicle:Yellow bus' plate=HW99"_s);
    CHECK(ctl.done(u"history"_s).contains(u"Changed Plate of “Yellow bus”"_s));
    ctl.done(u"undo"_s);
    CHECK(ctl.done(u"show vehicle:1"_s).contains(u"HW17"_s));
    ctl.done(u"log call --on vehicle:1 --note 'Inspection passed'"_s);
    CHECK(ctl.done(u"show vehicle:1"_s).contains(u"Inspection passed"_s));

    const QString file = ctl.file(u"vehicles.csv"_s, "Name,Plate\nBlue van,HW18\n");
    ctl.done(u"import vehicles '%1'"_s.arg(file));
    CHECK(ctl.done(u"count vehicles"_s).startsWith(u"2 vehicles"_s));
    CHECK(ctl.done(u"export vehicles --columns name,plate"_s).contains(u"Blue van,HW18"_s));
    ctl.done(u"check"_s);
}
