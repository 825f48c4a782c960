// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of one of several files in the window, and what became of each of them.
#include "app/transfer/importmodel.h"
#include "app/transfer/importprofiles.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "features/support/walk.h"
#include "store/book/defaults.h"
#include "support/filesassistant.h"
#include "ui/transfer/importoutcome.h"

#include <QDir>
#include <QTableWidget>

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

using Files = FilesAssistant;

ImportMapping &mappingIn(const FileDetails &details)
{
    return *details.findChild<ImportMapping *>();
}

FlatButton *buttonIn(const FileDetails &details, const QString &text)
{
    for (auto *each : details.findChildren<FlatButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

// Whether such a sentence is to be seen in it.
bool tells(const FileDetails &details, const QString &text)
{
    const auto labels = details.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text().contains(text) && label->isVisibleTo(&details);
    });
}

// Of an old Macintosh, which nothing in the file tells.
constexpr auto oldPeople = "ID,Name,Ort,Account Id\n31,J\x9Arg Berg,Rome,7\n";

} // namespace

TEST_CASE("One of several files is said to be written in another way, and its columns to go elsewhere",
          "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name,Ort\n7,Alpha,Bonn\n");
    files.folder.add(u"people.csv"_s, oldPeople);
    files.open({files.folder.path()});
    FileDetails *details = files.openDetails(u"people.csv"_s);
    CHECK(FilesAssistant::choiceIn(*details, u"What the file holds"_s)->currentText() == u"contacts"_s);
    FilesAssistant::chooseIn(*details, u"Encoding"_s,
                             exchange::encodingName(exchange::TextEncoding::MacRoman));
    REQUIRE(await([&] { return mappingIn(*details).item(1, 1)->text().contains(u"Jörg"_s); }));
    mappingIn(*details).send(u"Ort"_s, u"description"_s);
    CHECK(files.column(2).at(1) == u"4 columns · as you chose"_s);
    CHECK(files.column(2).at(0) == u"3 columns"_s);

    SECTION("all of them go in as one step")
    {
        details->close();
        files.click(u"Import"_s);
        REQUIRE(await([&] { return !files.dialog; }));
        const auto joerg = as<Contact>(files.book.all(EntityKind::Contact).front());
        CHECK(joerg.firstName == u"Jörg"_s);
        CHECK(joerg.description.contains(u"Rome"_s));
        const auto alpha = as<Company>(files.book.all(EntityKind::Company).front());
        CHECK(joerg.company == alpha.id);
        CHECK(alpha.city == u"Bonn"_s);
        CHECK(files.book.lastStep().startsWith(u"Imported 2 records from "_s));
    }
    SECTION("what was said is still there when it is opened again")
    {
        details->close();
        CHECK(files.openDetails(u"people.csv"_s) == details);
        CHECK(mappingIn(*details).targets().at(2) == u"description"_s);
        CHECK(FilesAssistant::choiceIn(*details, u"Encoding"_s)->currentText()
              == exchange::encodingName(exchange::TextEncoding::MacRoman));
    }
    SECTION("all of it can be as it was found")
    {
        const QPointer<FileDetails> before(details);
        buttonIn(*details, u"All as it was found"_s)->click();
        REQUIRE(await([&] { return files.column(2).at(1) == u"4 columns"_s; }));
        FileDetails *again = files.openDetails(u"people.csv"_s);
        CHECK(before.isNull());
        CHECK(mappingIn(*again).targets().at(2) != u"description"_s);
    }
}

TEST_CASE("Answers that were saved are chosen for one of several files, and are for that one alone", "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name,Ort\n7,Alpha,Bonn\n");
    files.folder.add(u"people.csv"_s, "ID,Name,Ort,Account Id\n31,Anna Berg,Rome,7\n");
    transfer::ImportProfile profile{.kind = EntityKind::Contact};
    profile.rules.map = {{u"Ort"_s, u"description"_s}};
    valueOf(app::storeProfile(files.settings.profileFolder(), u"people"_s, profile, app::OverKnown::No));
    files.open({files.folder.path()});
    FileDetails *details = files.openDetails(u"people.csv"_s);
    const QString answers = u"Answers of an earlier import"_s;
    CHECK(FilesAssistant::choiceIn(*details, answers)->currentText() == u"none of before"_s);
    FilesAssistant::chooseIn(*details, answers, u"“people”"_s);
    REQUIRE(await([&] { return mappingIn(*details).targets().at(2) == u"description"_s; }));
    SECTION("and the files go in so")
    {
        details->close();
        files.click(u"Import"_s);
        REQUIRE(await([&] { return !files.dialog; }));
        CHECK(as<Contact>(files.book.all(EntityKind::Contact).front()).description.contains(u"Rome"_s));
        CHECK(as<Company>(files.book.all(EntityKind::Company).front()).city == u"Bonn"_s);
    }
    SECTION("and can be left again")
    {
        FilesAssistant::chooseIn(*details, answers, u"none of before"_s);
        REQUIRE(await([&] { return mappingIn(*details).targets().at(2) == u"city"_s; }));
    }
}

TEST_CASE("A file that nothing tells of goes in once somebody says what it holds and where a column goes",
          "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.folder.add(u"moons.csv"_s, "Moon,Craters\nIo Ltd,1\n");
    files.open({files.folder.path()});
    CHECK(files.column(2).back().startsWith(u"is left: What it holds is not clear"_s));
    FileDetails *details = files.openDetails(u"moons.csv"_s);
    REQUIRE(awaitSignal(*details->findChild<app::ImportModel *>(), &app::ImportModel::previewed, [&] {
        FilesAssistant::chooseIn(*details, u"What the file holds"_s, u"companies"_s);
    }));
    mappingIn(*details).send(u"Moon"_s, u"name"_s);
    REQUIRE(await([&] { return !files.column(2).join(u' ').contains(u"is left"_s); }));
    details->close();
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    CHECK(files.book.find(EntityKind::Company, u"name", u"Io Ltd"_s).id > 0);
    CHECK(files.count(EntityKind::Company) == 2);
}

TEST_CASE("Who sends all columns of a file nowhere leaves it out, and the others go in", "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.folder.add(u"people.csv"_s, "Name\nAnna Berg\n");
    files.open({files.folder.path()});
    FileDetails *details = files.openDetails(u"people.csv"_s);
    mappingIn(*details).send(u"Name"_s, {});
    details->close();
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return files.result().contains(u"Left: people.csv"_s); }));
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    CHECK(files.count(EntityKind::Company) == 1);
    CHECK(files.count(EntityKind::Contact) == 0);
}

TEST_CASE(
    "Who sends one column of a file elsewhere is still asked about the others, and sees what was answered",
    "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.folder.add(u"deals.csv"_s,
                     "Deal name,Stage,Zork size,Moon\nOak,Offer,$1500,blue\nElm,Offer,$20,red\n");
    files.open({files.folder.path()});
    FileDetails *details = files.openDetails(u"deals.csv"_s);
    mappingIn(*details).send(u"Moon"_s, u"description"_s);
    details->close();
    files.click(u"Check only"_s);
    const QString asked = u"No column is the amount: is it “Zork size”? It holds “$1500”."_s;
    REQUIRE(await([&] { return files.choice(asked) != nullptr; }));
    files.choose(asked, u"the column “Zork size”"_s);
    details = files.openDetails(u"deals.csv"_s);
    REQUIRE(await([&] { return mappingIn(*details).targets().at(2) == u"amount"_s; }));
    mappingIn(*details).send(u"Moon"_s, {});
    details->close();
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    std::vector<qint64> amounts;
    for (const Record &deal : files.book.all(EntityKind::Deal)) {
        amounts.push_back(as<Deal>(deal).amount.value_or(0));
        CHECK(as<Deal>(deal).description.isEmpty());
    }
    std::sort(amounts.begin(), amounts.end());
    CHECK(amounts == std::vector<qint64>{2'000, 150'000});
}

TEST_CASE("That the rows of one file know nothing of the others is said below the rows, once they are shown",
          "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.folder.add(u"people.csv"_s, "Name\nAnna Berg\n");
    files.open({files.folder.path()});
    FileDetails *details = files.openDetails(u"people.csv"_s);
    const QString alone = u"These rows are shown as if"_s;
    CHECK_FALSE(tells(*details, alone));
    buttonIn(*details, u"Show the first rows as they will become"_s)->click();
    CHECK(tells(*details, alone));
}

TEST_CASE("Two columns of one of several files that go into one field are told at once", "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.folder.add(u"deals.csv"_s, "Deal name,Stage,Fee,Price\nOak,Offer,1,2\n");
    files.open({files.folder.path()});
    FileDetails *details = files.openDetails(u"deals.csv"_s);
    mappingIn(*details).send(u"Fee"_s, u"amount"_s);
    mappingIn(*details).send(u"Price"_s, u"amount"_s);
    const QString twice = u"Two columns go into “Amount”: “Fee” and “Price”."_s;
    CHECK(tells(*details, twice));
    mappingIn(*details).send(u"Price"_s, {});
    CHECK_FALSE(tells(*details, twice));
}

TEST_CASE("One of the kinds of records in a file is left out, and taken again", "[ui]")
{
    Files files;
    files.folder.add(u"pipedrive.csv"_s,
                     "Person - Name,Organization - Name,Deal - Title\nAnna Berg,Alpha,Towers\n");
    files.open({files.folder.path(u"pipedrive.csv"_s)});
    const QString deals = u"What becomes of deals of pipedrive.csv"_s;
    files.choose(deals, u"– leave these out –"_s);
    REQUIRE(await([&] { return files.column(2).contains(u"is left out"_s); }));
    CHECK(files.list()->rowCount() == 3);
    SECTION("left out")
    {
        files.click(u"Import"_s);
        REQUIRE(await([&] { return !files.dialog; }));
        CHECK(files.count(EntityKind::Deal) == 0);
        CHECK(files.count(EntityKind::Contact) == 1);
    }
    SECTION("taken again")
    {
        files.choose(deals, u"as its columns say"_s);
        REQUIRE(await([&] { return !files.column(2).contains(u"is left out"_s); }));
        files.click(u"Import"_s);
        REQUIRE(await([&] { return !files.dialog; }));
        CHECK(files.count(EntityKind::Deal) == 1);
    }
}

TEST_CASE("A word that several files have is answered once", "[ui]")
{
    Files files;
    files.folder.add(u"leads-1.csv"_s, "ID,Name,Company,Lead Status\n61,Lea Lind,Lindholm,Sleeping\n");
    files.folder.add(u"leads-2.csv"_s, "ID,Name,Company,Lead Status\n62,Tom Ott,Ott,Sleeping\n");
    files.open({files.folder.path()});
    files.click(u"Import"_s);
    const QString question = u"What does “Sleeping” mean in “Lead Status”?"_s;
    REQUIRE(await([&] { return files.choice(question) != nullptr; }));
    files.choose(question, u"Nurture"_s);
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    for (const Record &lead : files.book.all(EntityKind::Lead))
        CHECK(as<Lead>(lead).status == store::defaults::nurture);
}

TEST_CASE("What each file made is a list of its own, and its rows that were not taken are saved alone",
          "[ui]")
{
    Files files;
    files.folder.add(u"contacts-1.csv"_s, "Name,Email\nAnna Berg,anna@a.example\nBob Cole,bob@a.example\n");
    files.folder.add(u"contacts-2.csv"_s, "Name,Email\nEva Lang,eva@a.example\n");
    files.folder.add(u"deals-1.csv"_s, "ID,Deal Name,Stage\n51,Towers,Offer\n52,,Offer\n");
    files.folder.add(u"deals-2.csv"_s, "ID,Deal Name,Stage\n53,Cranes,Offer\n54,,Offer\n");
    files.open({files.folder.path()});
    files.click(u"Import"_s);
    REQUIRE(await([&] { return files.result().contains(u"1 cannot be taken"_s); }));
    const QTableWidget *reasons = files.table(u"Why rows cannot be taken"_s);
    REQUIRE(reasons->rowCount() == 2);
    QStringList of;
    for (int row = 0; row < 2; ++row)
        of += reasons->item(row, reasons->columnCount() - 1)->text();
    CHECK(of == QStringList{u"deals of deals-1.csv"_s, u"deals of deals-2.csv"_s});

    SECTION("the rows that were not taken")
    {
        files.select(u"deals-2.csv"_s);
        const QString saved = files.book.folderPath(u"mend.csv"_s);
        files.dialogs.answerNextFile(saved);
        files.click(u"Save its row that was not taken…"_s);
        REQUIRE(await([&] { return contentOf(saved).contains("54,"); }));
        CHECK_FALSE(contentOf(saved).contains("52,"));
    }
    SECTION("all that is open of a file, as a list")
    {
        files.select(u"deals-2.csv"_s);
        const QString saved = files.book.folderPath(u"open.csv"_s);
        files.dialogs.answerNextFile(saved);
        files.click(u"Save what is open of it as a list…"_s);
        REQUIRE(await([&] { return contentOf(saved).contains("What is open"); }));
        CHECK(contentOf(saved).count('\n') == 2);
    }
    SECTION("those of all files at once, each with its file's name")
    {
        files.dialogs.answerNextFile(files.book.folderPath(u"mend.csv"_s));
        files.click(u"Save the rows not taken…"_s);
        REQUIRE(await([&] {
            return contentOf(files.book.folderPath(u"mend-deals-1-deal.csv"_s)).contains("52,")
                && contentOf(files.book.folderPath(u"mend-deals-2-deal.csv"_s)).contains("54,");
        }));
    }
    SECTION("the list")
    {
        files.click(u"Import the other 5"_s);
        REQUIRE(await([&] { return files.count(EntityKind::Deal) == 2; }));
        files.select(u"contacts-2.csv"_s);
        QString asked;
        QObject::connect(files.dialog, &FilesDialog::listWanted, files.dialog,
                         [&](EntityKind kind, const QString &filter) {
                             asked = QString(tableName(kind)) + u' ' + filter;
                         });
        files.click(u"Show 1 contact of it that is new"_s);
        const qint64 eva = files.book.find(EntityKind::Contact, u"last_name", u"Lang"_s).id;
        CHECK(asked.startsWith(u"contact made:"_s));
        CHECK(asked.endsWith(u"..%1"_s.arg(eva)));
    }
}

TEST_CASE("A file that was imported before says so beside its name", "[ui]")
{
    Files files;
    files.folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    files.open({files.folder.path()});
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }));
    files.folder.add(u"people.csv"_s, "ID,Name,Account Id\n31,Anna Berg,7\n");
    files.open({files.folder.path()});
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return files.column(2).front().endsWith(u"imported before"_s); }));
    CHECK_FALSE(files.column(2).back().contains(u"imported before"_s));
    CHECK(files.result().contains(u"This very file was imported on "_s));
}

TEST_CASE("Everything that is said of several files has a name that a screen reader can say, and fits",
          "[ui]")
{
    Files files;
    const QString longName = QString(180, u'x') + u".csv"_s;
    files.folder.add(longName, "ID,Name,Lead Status,Company\n61,Lea Lind,Sleeping,Lindholm\n,,Sleeping,\n");
    files.folder.add(u"organizations.csv"_s, "ID," + QByteArray(500, 'y') + ",Name\n7,z,Alpha\n");
    files.open({files.folder.path()});
    files.dialog->resize(files.dialog->size().boundedTo(QSize(1024, 600)));
    const auto check = [](QWidget &window) {
        QStringList complaints;
        (void)await([&] { // until the layout is done
            complaints = unnamed(window) + cut(window);
            return complaints.isEmpty();
        });
        INFO(complaints.join(u'\n').toStdString());
        CHECK(complaints.isEmpty());
    };
    check(*files.dialog);
    FileDetails *details = files.openDetails(u"organizations.csv"_s);
    details->resize(details->size().boundedTo(QSize(1024, 600)));
    check(*details);
    details->close();
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return !files.result().isEmpty(); }));
    files.list()->setCurrentCell(0, 0);
    check(*files.dialog);
    files.list()->setCurrentCell(1, 0);
    check(*files.dialog);
}

TEST_CASE("Why rows of many files cannot be taken comes into sight below the files", "[ui]")
{
    Files files;
    for (int i = 1; i <= 12; ++i)
        files.folder.add(u"companies-%1.csv"_s.arg(i),
                         "ID,Name\n" + QByteArray::number(i) + ",Alpha " + QByteArray::number(i) + "\n");
    files.folder.add(u"people.csv"_s, "ID,Name,Company\n61,,Alpha 1\n");
    files.open({files.folder.path()});
    files.dialog->resize(800, 380);
    const auto *outcome = files.dialog->findChild<ImportOutcome *>();
    REQUIRE(await([&] { return outcome->visibleRegion().isEmpty(); })); // once the layout is done
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return !files.result().isEmpty(); }));
    CHECK(await([&] { return !outcome->visibleRegion().isEmpty(); }));
}

TEST_CASE("Files of one name from two folders are told apart", "[ui]")
{
    Files files;
    const Folder other;
    files.folder.add(u"deals.csv"_s, "ID,Deal Name,Stage\n51,Towers,Offer\n");
    other.add(u"deals.csv"_s, "ID,Deal Name,Stage\n52,Cranes,Offer\n");
    other.add(u"people.csv"_s, "Name\nAnna Berg\n");
    files.open({files.folder.path(), other.path()});
    const QString first = QDir(files.folder.path()).dirName() + u"/deals.csv"_s;
    const QString second = QDir(other.path()).dirName() + u"/deals.csv"_s;
    CHECK(files.column(0) == QStringList{u"people.csv"_s, first, second});
    CHECK(files.choice(u"What %1 holds"_s.arg(second)));
}

// As many as somebody may drop at once: making the list takes its time.
TEST_CASE("A folder of 300 files is listed with a sentence for each that is left, and can be used", "[ui]")
{
    Files files;
    QStringList paths;
    const auto add = [&](const QString &name, const QByteArray &content) {
        files.folder.add(name, content);
        paths += files.folder.path(name);
    };
    for (int i = 0; i < 295; ++i) {
        const QByteArray number = QByteArray::number(i);
        add(u"people-%1.csv"_s.arg(i), "Name,Email\nPerson " + number + ",p" + number + "@a.example\n");
    }
    add(u"logo.png"_s, "\x89PNG\r\n\x1a\n");
    add(u"book.csv"_s, "PK\x03\x04 xl/workbook.xml [Content_Types].xml");
    add(u"nothing.csv"_s, {});
    add(u"header.csv"_s, "Name,Email\n");
    paths += files.folder.path(u"gone.csv"_s); // nobody can read it
    files.open(paths);
    CHECK(files.list()->rowCount() == 300);
    QStringList left;
    for (int row = 0; row < files.list()->rowCount(); ++row) {
        if (files.column(2).at(row).startsWith(u"is left: "_s))
            left += files.column(0).at(row);
    }
    left.sort();
    CHECK(left == QStringList{u"book.csv"_s, u"gone.csv"_s, u"logo.png"_s, u"nothing.csv"_s});
    CHECK(files.column(2).at(files.column(0).indexOf(u"header.csv"_s))
          == u"2 columns · no rows below them"_s);
    CHECK(files.dialog->width() <= 1024);
    CHECK(files.dialog->height() <= 700);
    CHECK(files.dialog->minimumSizeHint().width() <= 1024);
    CHECK(files.dialog->minimumSizeHint().height() <= 700);

    constexpr std::chrono::seconds longer(60);
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return files.result().contains(u"295 would be new"_s); }, longer));
    CHECK(files.result().count(u'\n') < 60); // no line for each file
    files.select(u"people-7.csv"_s);
    CHECK(files.column(2).at(files.list()->currentRow()) == u"1 row · 1 would be new"_s);
    files.click(u"Import"_s);
    REQUIRE(await([&] { return !files.dialog; }, longer));
    CHECK(files.count(EntityKind::Contact) == 295);
}
