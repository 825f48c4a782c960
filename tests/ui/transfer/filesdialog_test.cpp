// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/filesdialog.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "store/book/defaults.h"
#include "support/filesassistant.h"
#include "support/workbookfile.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/importopener.h"

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

using Files = FilesAssistant;

void fill(Folder &folder)
{
    folder.add(u"contacts.csv"_s,
               "ID,Name,Email,Account Id\n31,Anna Berg,anna@a.example,1\n32,Bob Cole,,7\n");
    folder.add(u"deals.csv"_s, "ID,Deal Name,Account Id,Contact Id,Stage\n51,Towers,1,31,Offer\n");
    folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n1,Beta\n");
    folder.add(u"readme.md"_s, "Exported on Monday\n");
}

constexpr auto pipedrive = "Person - Name,Organization - Name,Deal - Title,Deal - Value\n"
                           "Anna Berg,Alpha,Towers,1200\nBob Cole,Beta,Cranes,800\n";

} // namespace

TEST_CASE("A folder of another program is shown in its order, and goes in as one step", "[ui]")
{
    Files files;
    fill(files.folder);
    files.open({files.folder.path()});
    CHECK(files.column(0)
          == QStringList{u"organizations.csv"_s, u"contacts.csv"_s, u"deals.csv"_s, u"readme.md"_s});
    CHECK(files.choice(u"What organizations.csv holds"_s)->currentText() == u"companies"_s);
    CHECK(files.column(2).back().contains(u"It is no CSV file."_s));

    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; })); // nothing to decide, so it closes
    CHECK(files.count(EntityKind::Company) == 2);
    const auto anna =
        as<Contact>(files.book.record(files.book.find(EntityKind::Contact, u"last_name", u"Berg"_s)));
    CHECK(anna.company.value == files.book.find(EntityKind::Company, u"name", u"Beta"_s).id);
    CHECK(files.count(EntityKind::Deal) == 1);
    CHECK(files.book.lastStep().startsWith(u"Imported 5 records from "_s));

    files.book.workspace().undo();
    REQUIRE(await([&] { return files.count(EntityKind::Company) == 0; }));
    CHECK(files.count(EntityKind::Deal) == 0);
}

TEST_CASE("The check of a folder says what would become of each file, and of a second run that nothing would",
          "[ui]")
{
    Files files;
    fill(files.folder);
    files.open({files.folder.path()});
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return !files.result().isEmpty(); }));
    CHECK(files.column(2).at(1) == u"2 rows · 2 would be new"_s);
    CHECK(files.count(EntityKind::Company) == 0);
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));

    files.open({files.folder.path()});
    files.click(u"Import"_s);
    REQUIRE(await([&] { return files.result().contains(u"already"_s); }));
    CHECK(files.count(EntityKind::Company) == 2);
    files.click(u"Close"_s);
    REQUIRE(await([&] { return !files.dialog; }));
}

TEST_CASE("A file can be left out, and another one read as what somebody says", "[ui]")
{
    Files files;
    fill(files.folder);
    files.folder.add(u"people.csv"_s, "Name,Company\nLea Lind,Lindholm\n");
    files.open({files.folder.path(u"deals.csv"_s), files.folder.path(u"people.csv"_s)});
    files.choose(u"What deals.csv holds"_s, u"– leave this file out –"_s);
    REQUIRE(await([&] { return files.column(2).contains(u"is left out"_s); }));
    files.choose(u"What people.csv holds"_s, u"leads"_s);
    REQUIRE(await([&] {
        const QComboBox *holds = files.choice(u"What people.csv holds"_s);
        return holds && holds->currentText() == u"leads"_s;
    }));
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    CHECK(files.count(EntityKind::Deal) == 0);
    CHECK(files.count(EntityKind::Lead) == 1);
}

TEST_CASE("A list of which every file is left out imports nothing", "[ui]")
{
    Files files;
    fill(files.folder);
    files.open({files.folder.path(u"deals.csv"_s), files.folder.path(u"organizations.csv"_s)});
    for (const QString &name : {u"deals.csv"_s, u"organizations.csv"_s}) {
        files.choose(u"What %1 holds"_s.arg(name), u"– leave this file out –"_s);
        REQUIRE(await([&] { return files.column(2).contains(u"is left out"_s); }));
    }
    REQUIRE(await([&] { return files.column(2) == QStringList{u"is left out"_s, u"is left out"_s}; }));
    for (const auto *each : files.dialog->findChildren<FlatButton *>())
        CHECK((each->text() != u"Import"_s || !each->isEnabled()));
}

TEST_CASE("The sheets of a workbook stand in the list by their names, and go in as one step", "[ui]")
{
    const PackedFile team(
        xlsxParts({{"Firms",
                    xlsxRow(1, {"Company", "Employees", "Industry"}) + xlsxRow(2, {"Alpha", "12", "Tools"})},
                   {"People",
                    xlsxRow(1, {"Last name", "Email", "Company", "Born on"})
                        + xlsxRow(2, {"Berg", "anna@a.example", "Alpha", "4 March 1971"})},
                   {"!Old", xlsxRow(1, {"Last name", "Email"}) + xlsxRow(2, {"Cole", "bob@a.example"})}}),
        u"team.xlsx"_s);
    Files files;
    files.open({team.path()});
    CHECK(files.column(0) == QStringList{u"Firms"_s, u"People"_s});
    CHECK(files.list()->horizontalHeaderItem(0)->text() == u"Sheet"_s);
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return files.result().contains(u"hidden sheets, which are not read: Old"_s); }));
    files.click(u"Import"_s);
    REQUIRE(await([&] { return files.count(EntityKind::Contact) == 1; }));
    const auto anna =
        as<Contact>(files.book.record(files.book.find(EntityKind::Contact, u"last_name", u"Berg"_s)));
    CHECK(anna.company.value == files.book.find(EntityKind::Company, u"name", u"Alpha"_s).id);
    CHECK(anna.birthday == QDate(1971, 3, 4));
    CHECK(files.count(EntityKind::Company) == 1);
}

TEST_CASE("Folders without files say so, and a file that is given twice is taken once", "[ui]")
{
    Files files;
    const Folder empty;
    files.dialog = new FilesDialog(files.book.workspace(), files.display, files.dialogs,
                                   app::chosenFiles({files.folder.path(), empty.path()}));
    files.dialog->open();
    REQUIRE(await([&] { return files.result().contains(u"no files"_s); }));
    delete files.dialog;

    fill(files.folder);
    files.open({files.folder.path(u"deals.csv"_s), files.folder.path()});
    CHECK(files.column(0).count(u"deals.csv"_s) == 1);
}

TEST_CASE("Rows of several files that were not taken are saved, each file with its own", "[ui]")
{
    Files files;
    files.folder.add(u"deals.csv"_s, "ID,Deal Name,Stage\n51,Towers,Offer\n52,,Offer\n");
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.open({files.folder.path()});
    files.click(u"Import"_s);
    REQUIRE(await([&] { return files.result().contains(u"1 cannot be taken"_s); }));
    CHECK(files.count(EntityKind::Company) == 0);
    const QString saved = files.book.folderPath(u"mend.csv"_s);
    files.dialogs.answerNextFile(saved);
    files.click(u"Save the rows not taken…"_s);
    REQUIRE(await([&] { return contentOf(saved).contains("52,"); }));
    files.click(u"Import the other 2"_s);
    REQUIRE(await([&] { return files.count(EntityKind::Deal) == 1; }));
    files.click(u"Take this import back (Ctrl+Z)"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    CHECK(files.count(EntityKind::Company) == 0);
}

TEST_CASE("What one of the files asks is answered beside it, for that file", "[ui]")
{
    Files files;
    files.folder.add(u"leads.csv"_s, "ID,Name,Company,Lead Status\n61,Lea Lind,Lindholm,Sleeping\n");
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.open({files.folder.path()});
    files.click(u"Import"_s);
    const QString question = u"What does “Sleeping” mean in “Lead Status”?"_s;
    REQUIRE(await([&] { return files.choice(question) != nullptr; }));
    CHECK(files.count(EntityKind::Lead) == 0);
    files.choose(question, u"Nurture"_s);
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    CHECK(as<Lead>(files.book.all(EntityKind::Lead).front()).status == store::defaults::nurture);
    CHECK(files.count(EntityKind::Company) == 1);
}

TEST_CASE("A column of one of several files that was left out goes in again when one thinks better of it",
          "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.folder.add(u"opportunities.csv"_s,
                     "ID,Deal Name,Close Date,Stage\n91,One,2027-04-03,Offer\n92,Two,2027-04-04,Offer\n"
                     "93,Three,2027-04-05,Offer\n94,Four,soon,Offer\n95,Five,later,Offer\n");
    files.open({files.folder.path()});
    files.click(u"Import"_s);
    const QString question =
        u"What is meant by “soon” and others in “Close Date”? They do not fit the field."_s;
    REQUIRE(await([&] { return files.choice(question) != nullptr; }));
    files.choose(question, u"leave the column out"_s);
    files.choose(question, u"keep it as text"_s);
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    const auto days = files.book.all(EntityKind::Deal);
    CHECK(std::count_if(days.begin(), days.end(),
                        [](const Record &deal) { return as<Deal>(deal).expectedClose.isValid(); })
          == 3);
    CHECK(std::any_of(days.begin(), days.end(), [](const Record &deal) {
        return as<Deal>(deal).description.contains(u"Close Date: soon"_s);
    }));
}

TEST_CASE("What is the same for several files is said once below all of them", "[ui]")
{
    Files files;
    files.folder.add(u"people.csv"_s, "ID,Name,Account Id\n31,Anna Berg,77\n");
    files.folder.add(u"opportunities.csv"_s, "ID,Deal Name,Stage,Account Id\n91,Towers,Offer,78\n");
    files.open({files.folder.path()});
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return files.result().contains(u"Links of Account Id: 0 of 1 found"_s); }));
    CHECK(files.result().count(u"Links of Account Id: 0 of 1 found"_s) == 2);
    CHECK(files.result().count(u"Import the file that they lead to first"_s) == 1);
    CHECK_FALSE(files.result().contains(u"Import the file that it leads to first"_s));
}

TEST_CASE("Days of one file that can be read in two ways are asked before anything is imported", "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.folder.add(u"opportunities.csv"_s, "ID,Deal Name,Close Date,Stage\n91,Later,03/04/2027,Offer\n");
    files.open({files.folder.path()});
    const QString question = u"Does the day or the month come first in “03/04/2027” of “Close Date”?"_s;
    REQUIRE(files.choice(question));
    files.click(u"Import"_s);
    REQUIRE(await([&] { return files.result().startsWith(u"Before these files can be read"_s); }));
    CHECK(files.count(EntityKind::Company) == 0);
    files.choose(question, u"day, month, year"_s);
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    CHECK(as<Deal>(files.book.all(EntityKind::Deal).front()).expectedClose == QDate(2027, 4, 3));
}

TEST_CASE("A file of several kinds of records is opened as such, and one of them can be chosen instead",
          "[ui]")
{
    Files files;
    files.folder.add(u"pipedrive.csv"_s, pipedrive);
    QWidget over;
    ImportOpener opener(files.book.workspace(), files.display, files.dialogs, over);
    opener.open({files.folder.path(u"pipedrive.csv"_s)});
    REQUIRE(await([&] { return (files.dialog = over.findChild<FilesDialog *>()); }));
    REQUIRE(await([&] { return files.list()->rowCount() == 3; }));
    CHECK(files.column(0).front() == u"companies of pipedrive.csv"_s);

    SECTION("all of them go in, linked")
    {
        files.click(u"Import"_s);
        REQUIRE(await([&] { return !files.dialog; }));
        CHECK(files.count(EntityKind::Company) == 2);
        CHECK(files.count(EntityKind::Contact) == 2);
        CHECK(as<Deal>(files.book.all(EntityKind::Deal).front()).contact);
    }
    SECTION("one kind only")
    {
        files.click(u"Take one kind of records only, and choose its columns"_s);
        REQUIRE(await([&] { return over.findChild<ImportDialog *>() != nullptr; }));
    }
}
