// SPDX-License-Identifier: GPL-3.0-or-later
// What headwayctl says, read as by somebody who minds a wrong plural and advice that does not help.
#include "support/english.h"
#include "support/program.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// Everything that it says, once it is read.
QString read(Program &ctl, const QString &typed)
{
    const Run run = ctl.line(typed);
    const QString said = run.out + run.err;
    CAPTURE(typed, said);
    CHECK(slipsOfEnglish(said).isEmpty());
    return said;
}

// A file with that many people, each of a company of their own.
QByteArray people(int count)
{
    QByteArray rows = "Name,Company\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(count) + '-' + QByteArray::number(i);
        rows += "Ann " + number + ",Acme " + number + "\n";
    }
    return rows;
}

} // namespace

TEST_CASE("Nothing, one thing and two things are spoken of as they are", "[ctl]")
{
    const int count = GENERATE(0, 1, 2);
    const QString contacts = u"%1 contact%2"_s.arg(count).arg(count == 1 ? u""_s : u"s"_s);
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.file(u"people.csv"_s, people(count));
    read(ctl, u"import contacts people.csv --dry-run"_s);
    read(ctl, u"import contacts people.csv --unknown reject"_s);
    read(ctl, u"import contacts people.csv --create-missing companies"_s);
    CHECK(read(ctl, u"count contacts"_s) == contacts + u'\n');
    CHECK(read(ctl, u"list contacts"_s).endsWith(contacts + u'\n'));
    CHECK(read(ctl, u"export contacts -o out.csv"_s) == u"Exported %1 to out.csv.\n"_s.arg(contacts));
    read(ctl, u"import auto people.csv"_s);
    read(ctl, u"import contacts people.csv --existing create"_s);
    read(ctl, u"undo"_s);
    read(ctl, u"history"_s);
    read(ctl, u"export all -o whole"_s);
    if (count > 0)
        read(ctl, count == 1 ? u"delete contact:1"_s : u"delete contact:1 contact:2"_s);
    read(ctl, u"history"_s);
    read(ctl, u"check"_s);
}

TEST_CASE("A sample company of one deal has one deal", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    CHECK(read(ctl, u"demo --scale 1"_s).endsWith("with a sample company of 1 deal.\n"_L1));
}

TEST_CASE("What has no name is called by its kind, and the settings by what they are", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new"_s);
    ctl.done(u"add deal name=Renewal"_s);
    CHECK(read(ctl, u"add line-item deal=1"_s).startsWith("Added a line item as line-item:1 "_L1));
    CHECK(read(ctl, u"show line-item:1"_s).startsWith("Line item  line-item:1\n"_L1));
    CHECK(read(ctl, u"delete line-item:1"_s).startsWith("Deleted line item 1 "_L1));
    CHECK(read(ctl, u"set book-settings:1 year_begins=11"_s)
          == u"headwayctl: This book has no settings of its own yet: add them, and they can be changed.\n"_s);
    CHECK(read(ctl, u"add book-settings year_begins=11"_s)
              .startsWith("Added the book's settings as book-settings:1 "_L1));
    CHECK(
        read(ctl, u"set book-settings:1 year_begins=MARCH"_s).startsWith("Changed the book's settings "_L1));
    CHECK(ctl.line(u"show book-settings:1 --json"_s)
              .json()
              .value(u"fields"_s)
              .toObject()
              .value(u"year_begins"_s)
              .toString()
          == u"march"_s);
}

TEST_CASE("A hint is never what was typed, and stands behind the word that is wrong", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    for (const QString &filter : {u"close:garbage"_s, u"Close:garbage"_s, u"-close:garbage"_s})
        CHECK_FALSE(read(ctl, u"list deals --filter \"%1\""_s.arg(filter)).contains("Did you mean"_L1));
    CHECK(read(ctl, u"list deals --filter stag:Offer"_s)
          == u"headwayctl: In the filter, at “stag”: Deals have no “stag”. Did you mean “stage”?\n"_s);
    CHECK(read(ctl, u"list deals --sort -nmae"_s)
          == u"headwayctl: Deals cannot be sorted by “-nmae”. Did you mean “name”?\n"_s);
    CHECK(read(ctl, u"log email --outcome foo"_s)
              .startsWith(u"headwayctl: “foo” is not an outcome of an e-mail. There are: "_s));
}

TEST_CASE("Where no word is near, it is told which there are, or what lists them", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    CHECK(read(ctl, u"list tags --columns zzz"_s)
          == u"headwayctl: Tags have no field “zzz”. There are: name, colour.\n"_s);
    CHECK(read(ctl, u"list deals --frobnicate"_s)
          == u"headwayctl: list has no option --frobnicate. headwayctl list --help lists them.\n"_s);
    CHECK(read(ctl, u"--frobnicate"_s)
          == u"headwayctl: headwayctl has no option --frobnicate. headwayctl --help lists them.\n"_s);
    CHECK(
        read(ctl, u"list spaceships"_s)
        == u"headwayctl: “spaceships” is not a kind of record. There are deals, contacts, companies, leads, "
           "activities and others.\n"_s);
}

TEST_CASE("Making new names is advised where a name is new, and nowhere else", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"new.csv"_s, "Name,Company\nAnn,Acme\n");
    CHECK(read(ctl, u"import contacts new.csv --unknown reject"_s).contains("--create-missing companies"_L1));
    ctl.file(u"long.csv"_s, "Name,Company\nAnn," + QByteArray(600, 'A') + "\n");
    CHECK_FALSE(read(ctl, u"import contacts long.csv --unknown reject"_s).contains("--create-missing"_L1));
}

TEST_CASE("An import that cannot begin names the option that helps, and no other", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"moon.csv"_s, "Moon,Phase\nIo,3\n");
    CHECK(read(ctl, u"import contacts moon.csv"_s)
          == u"headwayctl: None of the columns is known for contacts: Moon, Phase. Say where they go. "
             "(--map 'Column=field')\n"_s);
    ctl.file(u"deals.csv"_s, "Name\nRenewal\n");
    CHECK(read(ctl, u"import deals deals.csv --pipeline Nope"_s)
              .startsWith(u"headwayctl: There is no pipeline “Nope”; there are: "_s));
    CHECK_FALSE(read(ctl, u"import deals deals.csv --pipeline Nope"_s).contains("--map"_L1));
    CHECK(read(ctl, u"import deals deals.csv --decimal dot"_s)
          == u"headwayctl: --decimal cannot be “dot”. It is one of point, comma.\n"_s);
    CHECK(read(ctl, u"import activities deals.csv --map Name=foo"_s)
              .startsWith(u"headwayctl: “foo” is not a field of an activity; there are: "_s));
}

TEST_CASE("A step that is quoted quotes with the inner marks", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new"_s);
    ctl.done(u"add company name=Acme"_s);
    ctl.done(u"add contact last_name=Ray company=Acme"_s);
    CHECK(read(ctl, u"undo 2"_s)
          == u"headwayctl: Cannot take back “Added ‘Acme’”: the company “Acme” is used by the contact "
             "“Ray”.\n"_s);
}
