// SPDX-License-Identifier: GPL-3.0-or-later
// Which input headwayctl accepts, and what it says otherwise.
#include "support/program.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// The commands that the general help lists.
QStringList listedCommands(const QString &help)
{
    QStringList names;
    const QString list = help.section(u"Commands\n"_s, 1).section(u"\n\n"_s, 0, 0);
    for (const QString &line : list.split(u'\n')) {
        if (line.startsWith("  "_L1) && line.size() > 2 && !line.at(2).isSpace())
            names += line.trimmed().section(u' ', 0, 0);
    }
    return names;
}

} // namespace

TEST_CASE("The help lists every command, and each command explains itself", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    const QStringList names = listedCommands(ctl.done(u"--help"_s));
    CHECK(names.size() == 25);
    for (const QString &name : names) {
        const QString help = ctl.done(name + u" --help"_s);
        CAPTURE(name);
        CHECK(help.contains(u"headwayctl "_s + name));
        CHECK(help.contains("Example"_L1));
        CHECK(ctl.done(u"help "_s + name) == help);
        for (const QString &line : help.split(u'\n'))
            CHECK(line.size() <= 180);
    }
    CHECK(ctl.done(u"help"_s) == ctl.done(u"--help"_s));
    CHECK(ctl.line(u"--version"_s).out.startsWith("headwayctl "_L1));
}

TEST_CASE("Every command and option is documented in docs/command-line.md", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    QFile file(QStringLiteral(HEADWAY_TEST_FOLDER "/../docs/command-line.md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString documented = QString::fromUtf8(file.readAll());
    const QString help = ctl.done(u"--help"_s);
    static const QRegularExpression option(u"--[a-z][a-z-]+"_s);
    for (const QString &name : listedCommands(help)) {
        CHECK(documented.contains(u"`headwayctl "_s + name));
        QRegularExpressionMatchIterator found = option.globalMatch(ctl.done(name + u" --help"_s));
        while (found.hasNext()) {
            const QString text = found.next().captured();
            CAPTURE(name, text);
            CHECK(documented.contains(text));
        }
    }
}

TEST_CASE("Wrong words get one sentence that names them and the right one, and exit status 2", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new"_s);
    ctl.done(u"add deal name=Renewal"_s);
    struct Case {
        QString typed;
        QString sentence;
    };
    for (const auto &[typed, sentence] : std::vector<Case>{
             {u"bord"_s, u"There is no command “bord”. Did you mean “board”?"_s},
             {u"frobnicate"_s, u"There is no command “frobnicate”. headwayctl --help lists them."_s},
             {u"board --pipline x"_s, u"board has no option --pipline. Did you mean “--pipeline”?"_s},
             {u"board --filter"_s, u"--filter needs a value: --filter FILTER."_s},
             {u"board --filter a --filter b"_s, u"--filter is given twice."_s},
             {u"list --json=yes deals"_s, u"--json takes no value."_s},
             {u"list"_s, u"list needs KIND. headwayctl list --help tells more."_s},
             {u"board all"_s, u"board does not know “all”. It knows deals, leads."_s},
             {u"check all"_s, u"check does not take “all”."_s},
             {u"list delas"_s, u"“delas” is not a kind of record. Did you mean “deals”?"_s},
             {u"list deals --limit many"_s, u"--limit needs a whole number from 0 on, not “many”."_s},
             {u"list deals --columns nmae"_s, u"Deals have no field “nmae”. Did you mean “name”?"_s},
             {u"list deals --sort colour"_s, u"Deals cannot be sorted by “colour”."_s},
             {u"list deals --filter ownr:ana"_s,
              u"In the filter, at “ownr”: Deals have no “ownr”. Did you mean “owner”?"_s},
             {u"list deals --filter made:soon"_s,
              u"In the filter, at “made:soon”: “soon” is not a number."_s},
             {u"report won-by onwer"_s, u"report does not know “onwer”. Did you mean “owner”?"_s},
             {u"report won-by reason"_s, u"Only lost deals have a reason."_s},
             {u"report won-by owner --from somewhen"_s, u"--from: “somewhen” is not a date."_s},
             {u"log cal --on deal:1"_s, u"log does not know “cal”. Did you mean “call”?"_s},
             {u"log call --on renewal"_s, u"“renewal” names no record: write KIND:ID, such as deal:17."_s},
             {u"log call --on deal:1 --outcome Reched"_s,
              u"“Reched” is not an outcome of a call. Did you mean “Reached”?"_s},
             {u"log call --on deal:1 --duration long"_s,
              u"“long” is not a duration: write 25 (minutes), 1h30 or 1:30."_s},
             {u"move deal:1 lost"_s, u"Why was it lost? The reason is missing."_s},
             {u"move deal:1 Offer --reason Price"_s,
              u"“Offer” is an open stage: Lost reason belongs to closed ones."_s},
             {u"set deal:1 amount=lots"_s, {}},
             {u"set deal:1 name"_s, u"“name” sets nothing: write field=value."_s},
             {u"set deal:1 probability=120"_s, u"Probability must be between 0 and 100, not 120."_s},
             {u"undo last"_s, u"“last” is not the number of a step; headwayctl history shows them."_s},
             {u"demo --scale huge"_s,
              u"--scale cannot be “huge”: it is small, medium, large or a number of deals."_s},
             {u"export deals --dialect excel"_s,
              u"There is no dialect “excel”: it is machine or spreadsheet."_s}}) {
        const Run run = ctl.line(typed);
        CAPTURE(typed, run);
        CHECK(run.status == 2);
        CHECK(run.out.isEmpty());
        CHECK(run.err.count(u'\n') == 1);
        CHECK(run.err.startsWith("headwayctl: "_L1));
        if (!sentence.isEmpty())
            CHECK(run.err == u"headwayctl: %1\n"_s.arg(sentence));
    }
    CHECK(ctl.line(u"history"_s).out.count(u'\n') == 3); // the headings, the book, the deal: nothing else
}

TEST_CASE("A stage that needs an amount gets it with the move, or says so", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as \"Ana Núñez\" new"_s);
    ctl.done(u"add deal name=Renewal"_s);
    ctl.done(u"set stage:2 required_fields=\"amount expected_close\""_s);
    const QString stage =
        ctl.line(u"show stage:2 --json"_s).json().value(u"fields"_s).toObject().value(u"name"_s).toString();
    const Run refused = ctl.line(u"move deal:1 \"%1\" amount=12500"_s.arg(stage));
    CHECK(refused.status == 2);
    CHECK(refused.err == u"headwayctl: “%1” asks for more about “Renewal”: Expected close.\n"_s.arg(stage));
    CHECK(ctl.done(u"move deal:1 \"%1\" amount=12500 close=2026-06-30"_s.arg(stage))
              .startsWith(u"Moved “Renewal” to %1 (step "_s.arg(stage)));
    CHECK(ctl.done(u"show deal:1"_s).contains(u"12,500"_s));
    CHECK(ctl.done(u"move deal:1 \"%1\" amount=900"_s.arg(stage)).startsWith(u"Changed"_s)); // there already
    ctl.done(u"move deal:1 won closed_on=2026-03-02 close_note=Handshake"_s);
    const QJsonObject won = ctl.line(u"show deal:1 --json"_s).json().value(u"fields"_s).toObject();
    CHECK(won.value(u"closed_on"_s).toString() == u"2026-03-02"_s);
    CHECK(won.value(u"close_note"_s).toString() == u"Handshake"_s);
    ctl.done(u"set deal:1 probability=40"_s);
    CHECK(ctl.line(u"count deals --filter probability:100"_s).out.startsWith(u"1 deal"_s)); // it is won
    CHECK(ctl.line(u"move deal:1 lost --reason Price --renewal 12"_s).err
          == u"headwayctl: Only a deal that is won can be renewed.\n"_s);
    CHECK(ctl.line(u"move deal:1 won --renewal soon"_s).err
          == u"headwayctl: “soon” is not a number of months.\n"_s);
    CHECK(ctl.done(u"move deal:1 won --renewal 12 amount=11800"_s)
              .startsWith(u"Changed Amount of “Renewal” (step "_s));
    const QJsonObject renewal =
        ctl.line(u"show \"deal:Renewal – renewal 2027\" --json"_s).json().value(u"fields"_s).toObject();
    CHECK(renewal.value(u"expected_close"_s).toString() == u"2027-03-02"_s);
    CHECK(renewal.value(u"amount"_s).toString() == u"11800.00"_s);
    ctl.done(u"undo"_s);
    CHECK(ctl.line(u"show \"deal:Renewal – renewal 2027\""_s).status == 1);
    const Run unknown = ctl.line(u"set stage:2 required_fields=colour"_s);
    CHECK(unknown.status == 2);
    CHECK(unknown.err == u"headwayctl: A stage cannot need the field “colour”.\n"_s);
}

TEST_CASE("What is not there is said with what is near, and exit status 1", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as \"Ana Núñez\" new"_s);
    ctl.done(u"add deal name=Renewal"_s);
    const auto says = [&](const QString &typed, const QString &sentence) {
        const Run run = ctl.line(typed);
        CAPTURE(typed);
        CHECK(run.status == 1);
        CHECK(run.err == u"headwayctl: %1\n"_s.arg(sentence));
    };
    says(u"show deal:99"_s, u"There is no deal 99."_s);
    says(u"move deal:1 Offr"_s, u"There is no stage “Offr”. Did you mean “Offer”?"_s);
    says(u"move deal:1 lost --reason Prise"_s, u"There is no lost reason “Prise”. Did you mean “Price”?"_s);
    says(u"--as \"Ana Nunes\" undo"_s,
         u"There is no user “Ana Nunes” in this book. Did you mean “Ana Núñez”?"_s);
    says(u"undo 99"_s, u"There is no step 99 in the history."_s);
    for (const QString &command :
         {u"list deals --filter"_s, u"count deals --filter"_s, u"board --filter"_s}) {
        says(command + u" stage:Offr"_s,
             u"In the filter, at “stage:Offr”: There is no stage “Offr”. Did you mean “Offer”?"_s);
        says(command + u" \"renewal -owner:Nunes\""_s,
             u"In the filter, at “-owner:Nunes”: There is no user “Nunes”. Did you mean “Ana Núñez”?"_s);
    }
    says(u"list deals --filter company:Acmee"_s,
         u"In the filter, at “company:Acmee”: There is no company “Acmee”."_s);
    ctl.done(u"add company \"name=Acme Trading\""_s);
    says(u"list deals --filter company:Acmee"_s,
         u"In the filter, at “company:Acmee”: There is no company “Acmee”. Did you mean “Acme Trading”?"_s);
    says(u"redo"_s, u"There is nothing of yours to do again."_s);
}

TEST_CASE("Who works must be clear before anything is written", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new"_s);
    ctl.done(u"add deal name=First"_s); // the only user
    ctl.done(u"add user name=Ben role=administrator"_s);
    const Run run = ctl.line(u"add deal name=Second"_s);
    CHECK(run.status == 2);
    CHECK(run.err
          == u"headwayctl: Who are you in this book? Say --as USER; headwayctl list users shows them.\n"_s);
    ctl.done(u"--as ben add deal name=Second"_s);
    ctl.done(u"--as user:1 add deal name=Third"_s);
    CHECK(ctl.done(u"--as Ben count deals --filter owner:me"_s) == u"1 deal\n"_s);
}

TEST_CASE("Without --book, the book is HEADWAY_BOOK's or the one made last", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    QProcess process;
    const auto bare = [&](const QStringList &words) {
        ctl.start(process, words);
        REQUIRE(process.waitForFinished());
        // start() adds --book; set the arguments again without it.
        process.setArguments(words);
        process.start();
        REQUIRE(process.waitForFinished());
        return process.exitCode();
    };
    CHECK(bare({u"board"_s}) == 2);
    CHECK(QString::fromUtf8(process.readAllStandardError()).contains("Which book?"_L1));
    ctl.done(u"new"_s);
    CHECK(bare({u"board"_s}) == 0);
}

TEST_CASE("No window library is loaded", "[ctl]")
{
    QFile program(QCoreApplication::applicationDirPath() + u"/headwayctl"_s);
    REQUIRE(program.open(QIODevice::ReadOnly));
    const QByteArray bytes = program.readAll();
    CHECK(bytes.contains("libQt6Core"));
    CHECK_FALSE(bytes.contains("libQt6Gui"));
    CHECK_FALSE(bytes.contains("libQt6Widgets"));
}
