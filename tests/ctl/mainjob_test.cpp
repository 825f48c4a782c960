// SPDX-License-Identifier: GPL-3.0-or-later
// The main job from start to end, as typed by a person; and the same as read by a script.
#include "support/program.h"
#include "support/readworkbook.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray companies = "Name,Sector\nAcme,Retail\nBolt,Metal\n";
const QByteArray deals = "Deal,Company,Stage,Amount,Currency,Owner\n"
                         "Acme renewal,Acme,Offer,\"12,500.00\",EUR,Ana Núñez\n"
                         "Bolt drills,Bolt,Negotiation,800.00,EUR,Ana Núñez\n";

void begin(Program &ctl)
{
    ctl.file(u"companies.csv"_s, companies);
    ctl.file(u"deals.csv"_s, deals);
    ctl.done(u"--as \"Ana Núñez\" new --currency EUR"_s);
    ctl.done(u"import companies companies.csv"_s);
    ctl.done(u"import deals deals.csv"_s);
}

// Ignores the width of the columns.
bool hasRow(const QString &table, const QString &row)
{
    for (const QString &line : table.split(u'\n')) {
        if (line.simplified() == row)
            return true;
    }
    return false;
}

QJsonObject first(const QJsonObject &object, QStringView array)
{
    return object.value(array).toArray().first().toObject();
}

} // namespace

TEST_CASE("The main job: import, board, call, move, win, report, export, undo", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    const QString before = ctl.done(u"board"_s);
    CHECK(hasRow(before, u"Offer 1 0 €12,500.00 €6,250.00"_s));
    CHECK(hasRow(before, u"Open 2 €13,300.00 €6,810.00"_s));

    CHECK(ctl.done(u"log call --on 'deal:Acme renewal' --outcome Reached --duration 12"
                   " --note 'Wants the offer by Friday' --next task:+3d:'Send offer'"_s)
              .startsWith(u"Logged a call on “Acme renewal”, planned a task as activity:1 (step "_s));
    const QString shown = ctl.done(u"show company:acme"_s);
    CHECK(shown.contains("Wants the offer by Friday"_L1));
    CHECK(shown.contains("Send offer"_L1));
    CHECK(shown.contains("Reached"_L1));

    CHECK(ctl.done(u"move deal:1 negotiation"_s).startsWith(u"Moved “Acme renewal” to Negotiation (step "_s));
    CHECK(ctl.done(u"move deal:1 negotiation"_s) == u"Nothing to change: it is so already.\n"_s);
    CHECK(ctl.done(u"move deal:1 won --closed-on 2026-03-04"_s).startsWith(u"Won “Acme renewal” (step "_s));
    const QString report = ctl.done(u"report won-by quarter"_s);
    CHECK(hasRow(report, u"2026 Q1 1 €12,500.00"_s));

    ctl.done(u"export deals -o out.csv"_s);
    CHECK(ctl.bytes(u"out.csv"_s).contains("Acme renewal"));
    CHECK(ctl.done(u"undo"_s).startsWith(u"Took back: Won “Acme renewal” (step "_s));
    ctl.done(u"undo"_s);
    ctl.done(u"undo"_s);
    CHECK(ctl.done(u"board"_s) == before);
    CHECK(ctl.done(u"redo"_s).startsWith(
        u"Did again: Logged a call on “Acme renewal”, planned a task (step "_s));
    CHECK(ctl.done(u"check"_s).endsWith("is sound.\n"_L1));
}

TEST_CASE("A list is exported as a workbook where its name or the user says so", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    CHECK(ctl.done(u"export deals --columns id,name,amount,currency -o out.xlsx"_s)
          == u"Exported 2 deals to out.xlsx.\n"_s);
    const auto sheet = readWorkbook(ctl.bytes(u"out.xlsx"_s)).front();
    CHECK(sheet.name == u"Deals"_s);
    CHECK(sheet.rows.size() == 3);
    CHECK(sheet.at(u"name"_s, 1).value == u"Acme renewal"_s);
    CHECK(sheet.at(u"amount"_s, 1).value == u"12500.00"_s);
    CHECK(sheet.at(u"amount"_s, 1).format == u"[$€-2]\\ #,##0.00"_s);

    ctl.done(u"export deals --columns id,name,amount,currency --format xlsx -o named.dat"_s);
    CHECK((ctl.bytes(u"named.dat"_s) == ctl.bytes(u"out.xlsx"_s)));
    CHECK(ctl.done(u"export deals --format xlsx -o -"_s).startsWith(u"PK"));
    ctl.done(u"export deals --columns name --format csv -o out.xlsx"_s);
    CHECK(ctl.bytes(u"out.xlsx"_s).startsWith("name\n"));
}

TEST_CASE("An import is one step: taken back, the book exports the bytes it had before", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    ctl.done(u"export deals -o before.csv"_s);
    ctl.file(u"more.csv"_s, "Deal,Company,Stage\nCargo,Cargo Ltd,Offer\n");
    CHECK(ctl.line(u"import deals more.csv --unknown reject"_s).status == 3);
    const Run run = ctl.line(u"import deals more.csv --create-missing companies --json"_s);
    CHECK(run.json().value(u"created").toInt() == 1);
    CHECK(run.json().value(u"also_created").toObject().value(u"company").toInt() == 1);
    CHECK(ctl.done(u"count companies"_s) == u"3 companies\n"_s);
    ctl.done(u"undo"_s);
    ctl.done(u"export deals -o after.csv"_s);
    CHECK(ctl.bytes(u"before.csv"_s) == ctl.bytes(u"after.csv"_s));
    CHECK(ctl.done(u"count companies"_s) == u"2 companies\n"_s);
}

TEST_CASE("A row that cannot be taken is named, kept with its reason, and the rest goes in", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    ctl.file(u"more.csv"_s, "Deal,Stage,Amount,Currency\nGood,Offer,5.00,EUR\n,Offer,4.00,EUR\n");
    const Run run = ctl.line(u"import deals more.csv --rejected rejected.csv"_s);
    CAPTURE(run);
    CHECK(run.status == 3);
    CHECK(run.out.contains("1 new, 1 rejected"_L1));
    CHECK(run.err.contains("line 3"_L1));
    CHECK(ctl.bytes(u"rejected.csv"_s).contains(",Offer,4.00"));
    CHECK(run.err.contains("--set 'name={COLUMN}'"_L1));
    CHECK(ctl.done(u"count deals --filter status:open"_s).startsWith("3 deals"_L1));
}

TEST_CASE("A dry run says what would happen and does nothing", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    begin(ctl);
    ctl.file(u"more.csv"_s, "Deal,Stage,Amount,Currency\nGood,Offer,5.00,EUR\nBetter,Offer,6.00,EUR\n");
    CHECK(ctl.done(u"import deals more.csv --dry-run"_s)
              .startsWith("Would import 2 rows of more.csv: 2 new\n"_L1));
    CHECK(ctl.done(u"count deals"_s).startsWith("2 deals"_L1));
}

TEST_CASE("The whole book goes out and into another one, and comes out the same", "[ctl]")
{
    const sql::Engine engine = GENERATE(anyEngine());
    Program ctl(engine);
    begin(ctl);
    ctl.done(u"log call --on deal:1 --note 'a, \"b\"'"_s);
    ctl.done(u"export all -o first"_s);
    Program other(engine);
    other.done(u"new --bare"_s);
    REQUIRE(other.run({u"import"_s, u"all"_s, ctl.path(u"first"_s)}).status == 0);
    other.done(u"export all -o second"_s);
    const QStringList files = QDir(ctl.path(u"first"_s)).entryList(QDir::Files);
    CHECK(files.size() > 20);
    for (const QString &file : files) {
        CAPTURE(file);
        CHECK(ctl.bytes(u"first/"_s + file) == other.bytes(u"second/"_s + file));
    }
}

TEST_CASE("Records are added, changed and deleted by field, and their history tells each value", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    CHECK(ctl.done(u"add contact first_name=Cara last_name=Diaz company=acme email=cara@acme.example"_s)
              .startsWith(u"Added “Cara Diaz” as contact:1"_s));
    ctl.done(u"set deal:2 amount='1,250 USD' contact=cara close=2026-12-31"_s);
    const QJsonObject deal = ctl.line(u"show deal:2 --json"_s).json();
    const QJsonObject fields = deal.value(u"fields").toObject();
    CHECK(fields.value(u"amount").toString() == u"1250.00"_s);
    CHECK(fields.value(u"currency").toString() == u"USD"_s);
    CHECK(fields.value(u"contact").toObject().value(u"name").toString() == u"Cara Diaz"_s);
    CHECK(fields.value(u"expected_close").toString() == u"2026-12-31"_s);
    ctl.done(u"delete deal:2"_s);
    CHECK(ctl.line(u"show deal:2"_s).status == 1);
    const QString history = ctl.done(u"history --record deal:2"_s);
    CHECK(history.contains(u"Deleted “Bolt drills”"_s));
    CHECK(history.contains(u"€800"_s));
    ctl.done(u"undo"_s);
    CHECK(ctl.done(u"search bolt dril"_s).contains("deal:2"_L1));
}

TEST_CASE("JSON keeps its shape", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    const QJsonObject list = ctl.line(u"list deals --json --sort -amount --limit 1"_s).json();
    CHECK(list.keys() == QStringList{u"count"_s, u"kind"_s, u"rows"_s});
    CHECK(list.value(u"count").toInt() == 2);
    CHECK(first(list, u"rows").keys()
          == QStringList{u"created"_s, u"fields"_s, u"id"_s, u"kind"_s, u"modified"_s, u"version"_s});
    const QJsonObject board = ctl.line(u"board --json"_s).json();
    CHECK(board.keys() == QStringList{u"columns"_s, u"open"_s, u"pipeline"_s, u"won_this_quarter"_s});
    const QJsonArray columns = board.value(u"columns").toArray();
    const auto offer = std::find_if(columns.begin(), columns.end(), [](const QJsonValue &column) {
        return column[u"stage"][u"name"].toString() == "Offer"_L1;
    });
    REQUIRE(offer != columns.end());
    CHECK(offer->toObject().keys()
          == QStringList{u"average_days"_s, u"count"_s, u"probability"_s, u"stage"_s, u"sums"_s, u"type"_s});
    CHECK_FALSE(columns.last().toObject().contains(u"average_days")); // lost
    CHECK(first(board.value(u"open").toObject(), u"sums").value(u"amount").toString() == u"13300.00"_s);
    const QJsonObject report = ctl.line(u"report open-by owner --json"_s).json();
    CHECK(report.keys() == QStringList{u"by"_s, u"from"_s, u"report"_s, u"rows"_s, u"to"_s, u"total"_s});
    CHECK(first(report, u"rows").value(u"label").toString() == u"Ana Núñez"_s);
    const QJsonObject step = ctl.line(u"move deal:1 negotiation --json"_s).json();
    CHECK(step.keys() == QStringList{u"changes"_s, u"complete"_s, u"step"_s});
    CHECK(step.value(u"step").toObject().value(u"label").toString()
          == u"Moved “Acme renewal” to Negotiation"_s);
    CHECK(ctl.line(u"count deals --json"_s).json().value(u"count").toInt() == 2);
    CHECK(ctl.line(u"search acme --json"_s).json().value(u"hits").toArray().size() >= 2);
    CHECK(ctl.line(u"history --json"_s).json().value(u"steps").toArray().size() == 4);
    CHECK(ctl.line(u"check --json"_s).json().value(u"sound").toBool());
}

TEST_CASE("A note can come from the standard input; quiet says nothing", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    begin(ctl);
    const Run run = ctl.run({u"log"_s, u"note"_s, u"--on"_s, u"deal:1"_s, u"--note"_s, u"-"_s, u"--quiet"_s},
                            "Two lines\nof text\n");
    CHECK(run.status == 0);
    CHECK(run.out.isEmpty());
    CHECK(run.err.isEmpty());
    CHECK(ctl.done(u"show deal:1"_s).contains("Two lines of text"_L1));
}

TEST_CASE("A backup is a book, and restoring keeps the former one", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    begin(ctl);
    ctl.done(u"backup copy.headway"_s);
    CHECK(ctl.line(u"backup copy.headway"_s).status == 1);
    ctl.done(u"backup copy.headway --replace"_s);
    ctl.done(u"delete deal:1"_s);
    CHECK(ctl.done(u"restore copy.headway"_s).contains("The former book is now"_L1));
    CHECK(ctl.done(u"count deals"_s).startsWith("2 deals"_L1));
}

TEST_CASE("A damaged book is mended from the command line, which says what it did", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    begin(ctl);
    const auto spoil = [&](const QString &statement) {
        valueOf(valueOf(sql::openSqlite(ctl.place(), sql::Access::ReadWrite))->command(statement));
    };
    spoil(u"DELETE FROM search_doc"_s);
    CHECK(ctl.line(u"check"_s).status == 1);
    const Run mended = ctl.line(u"check --repair"_s);
    CHECK(mended.status == 0);
    CHECK(mended.out.startsWith(u"Rewrote the words of the search: "_s));
    CHECK(ctl.done(u"check"_s).endsWith("is sound.\n"_L1));
    spoil(u"UPDATE company SET name = '' WHERE id = 1"_s);
    const QJsonObject left = ctl.line(u"--json check --repair"_s).json();
    CHECK(left.value(u"sound"_s) == QJsonValue(false));
    CHECK(first(left, u"flaws").value(u"text"_s).toString().contains(u"Name is missing"_s));
}

TEST_CASE("The people, products and companies of the sample company go in as they are", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    const QString folder = QStringLiteral(HEADWAY_RESOURCES) + u"/sample/"_s;
    for (const auto &[kind, name] :
         std::vector<std::pair<QString, QString>>{{u"users"_s, u"team.csv"_s},
                                                  {u"products"_s, u"products.csv"_s},
                                                  {u"companies"_s, u"companies.csv"_s},
                                                  {u"contacts"_s, u"people.csv"_s}}) {
        const Run run =
            ctl.run({u"--as"_s, u"1"_s, u"import"_s, kind, folder + name, u"--create-missing"_s, u"all"_s});
        CAPTURE(name, run);
        CHECK(run.status == 0);
    }
    CHECK(ctl.done(u"count contacts"_s) == u"220 contacts\n"_s);
    CHECK(ctl.done(u"check"_s).endsWith("is sound.\n"_L1));
}

TEST_CASE("The sample company is the same for everybody and is sound", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    CHECK(ctl.done(u"demo"_s).startsWith("Made the book"_L1));
    CHECK(ctl.done(u"check"_s).endsWith("is sound.\n"_L1));
    CHECK(ctl.line(u"demo"_s).status == 1);
}

TEST_CASE("The history is narrowed to one person, also to one who has left", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    ctl.done(u"add user name='Ben Okri'"_s);
    ctl.done(u"--as 'Ben Okri' set 'deal:Bolt drills' amount=900"_s);
    ctl.done(u"set 'user:Ben Okri' active=no"_s);
    const QString steps = ctl.done(u"history --by 'Ben Okri'"_s);
    CHECK(steps.contains(u"Changed Amount of “Bolt drills”"_s));
    CHECK(steps.count(u'\n') == 2); // the headings and the one step
    CHECK_FALSE(ctl.done(u"history --by 'Ana Núñez'"_s).contains(u"Amount"_s));
    const Run unknown = ctl.line(u"history --by 'Ben Okra'"_s);
    CHECK(unknown.status == 1);
    CHECK(unknown.err.contains(u"There is no user “Ben Okra”."_s));
    CHECK(ctl.line(u"history --by Ana --record deal:1"_s).status == 2);
}

TEST_CASE("A pipeline of another program comes along under a name of its own", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    begin(ctl);
    ctl.file(u"pipedrive.csv"_s,
             "Deal,Stage,Value,Close date\n"
             "Alpha,Demo,100,2026-04-01\n"
             "Beta,Closed Won,200,2026-01-02\n");
    const QString told = ctl.done(u"import deals pipedrive.csv --new-pipeline Pipedrive"_s);
    CHECK(told.contains(u"The new pipeline “Pipedrive”: “Demo” 50 %, “Closed Won” (won), “Lost” (lost)."_s));
    CHECK(hasRow(ctl.done(u"board --pipeline Pipedrive"_s), u"Demo 1 0 €100.00 €50.00"_s));
    const Run again = ctl.line(u"import deals pipedrive.csv --new-pipeline Pipedrive"_s);
    CHECK(again.status == 2);
    CHECK(again.err.contains(u"There is a pipeline called “Pipedrive” already."_s));
    ctl.done(u"undo"_s);
    CHECK(ctl.line(u"board --pipeline Pipedrive"_s).status != 0);
}

TEST_CASE("A next step corrected in a file of a few columns is planned, not noted", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.done(u"--as Ana add deal name=Pump"_s);
    ctl.done(u"--as Ana set deal:1 'next_step=Call Bob'"_s);
    ctl.file(u"steps.csv"_s, "id,next_step\n1,Send offer\n");
    ctl.done(u"--as Ana import deals "_s + ctl.path(u"steps.csv"_s) + u" --match id --existing overwrite"_s);
    CHECK(ctl.done(u"export deals --columns next_step,noted_step"_s)
          == u"next_step,noted_step\nSend offer,\n"_s);
}
