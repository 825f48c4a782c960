// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "support/importassistant.h"
#include "support/workbookfile.h"
#include "ui/transfer/importoptions.h"

#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto pipeline = "opportunity_id,sales_agent,product,account,deal_stage,close_date,close_value\n"
                          "A1,Moses Frase,GTX Basic,Cancity,Won,2026-03-01,1054\n"
                          "A2,Moses Frase,GTXPro,,Engaging,,\n"
                          "A3,Ana Ruiz,GTXPro,Isdom,Lost,2026-03-11,0\n";

} // namespace

TEST_CASE("Deals that have no names of their own go in with one click, and one undo takes them back", "[ui]")
{
    Assistant sales(pipeline);
    sales.open();
    CHECK(sales.choice(u"What the file holds"_s)->currentText() == u"deals"_s);
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; })); // nothing to decide, so it closes
    REQUIRE(sales.deals() == 3);
    CHECK(sales.book.find(EntityKind::Deal, u"name", u"GTX Basic for Cancity"_s).id);
    CHECK(sales.book.find(EntityKind::Deal, u"name", u"GTXPro"_s).id); // no company, no “for”
    CHECK(sales.book.lastStep() == u"Imported 3 deals from pipeline.csv"_s);

    sales.book.workspace().undo();
    REQUIRE(await([&] { return sales.deals() == 0; }));
}

TEST_CASE("A second import of the same file adds nothing", "[ui]")
{
    Assistant sales(pipeline);
    for (int time = 0; time < 2; ++time) {
        sales.open();
        sales.button(u"Import"_s)->click();
        const bool isFirst = time == 0;
        REQUIRE(await([&] { return isFirst ? !sales.dialog : !sales.result().isEmpty(); }));
        CHECK(sales.deals() == 3);
    }
    CHECK(sales.result().contains(u"3 are there already"_s)); // there is nothing to import
    CHECK_FALSE(sales.button(u"Import"_s));
    REQUIRE(sales.button(u"Close"_s));
    sales.button(u"Close"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; }));
}

TEST_CASE("A file that comes again is told as such, and is only made twice by who says so", "[ui]")
{
    Assistant sales("name,stage\nOak,Offer\nElm,Offer\n"); // no ids
    sales.open();
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; }));
    REQUIRE(sales.deals() == 2);

    sales.open();
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return sales.result().contains(u"This very file was imported on "_s); }));
    CHECK(sales.result().contains(u"2 are there already"_s));
    CHECK(sales.deals() == 2);

    sales.choose(u"What tells that a record is there already"_s, u"every row is new"_s);
    REQUIRE(sales.button(u"Import"_s));
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return sales.result().contains(u"all of it is made once more"_s); }));
    CHECK(sales.deals() == 2);
    REQUIRE(sales.button(u"Import all the same"_s));
    sales.button(u"Import all the same"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; }));
    CHECK(sales.deals() == 4);
}

TEST_CASE("Somebody who is called like a known one is asked about before anybody is made", "[ui]")
{
    Assistant people("First name,Last name,Job title\nAnna,Berg,Chief\n", u"contacts.csv"_s);
    people.book.add(Contact{.firstName = u"Anna"_s, .lastName = u"Berg"_s});
    people.open();
    people.button(u"Import"_s)->click();
    REQUIRE(await([&] { return people.questions().size() == 1; }));
    CHECK(people.book.all(EntityKind::Contact).size() == 1);
    const QString question = people.questions().front().section(u" · "_s, 0, 0);
    CHECK(question.contains(u"Anna Berg"_s));
    QComboBox *choice = people.choice(question);
    REQUIRE(choice);

    SECTION("it is that one")
    {
        people.choose(question, choice->itemText(1));
        people.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !people.dialog; }));
        CHECK(people.book.all(EntityKind::Contact).size() == 1);
    }
    SECTION("it is another one")
    {
        people.choose(question, choice->itemText(2));
        people.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !people.dialog; }));
        CHECK(people.book.all(EntityKind::Contact).size() == 2);
    }
    SECTION("what is chosen above takes the answer away")
    {
        people.choose(question, choice->itemText(1));
        people.choose(u"What tells that a record is there already"_s, u"every row is new"_s);
        people.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !people.dialog; }));
        CHECK(people.book.all(EntityKind::Contact).size() == 2);
    }
}

TEST_CASE("What was said of known records stays when the file is read in another way", "[ui]")
{
    Assistant sales("name,stage\nOak,Offer\n");
    sales.open();
    const QString known = u"What tells that a record is there already"_s;
    sales.choose(known, u"every row is new"_s);
    sales.choose(u"Separator"_s, u"semicolon"_s);
    sales.awaitColumn(u"name,stage"_s);
    sales.choose(u"Separator"_s, u"comma"_s);
    sales.awaitColumn(u"stage"_s);
    CHECK(sales.choice(known)->currentText() == u"every row is new"_s);
}

TEST_CASE("A name that looks like a web page is shown as it stands", "[ui]")
{
    Assistant sales("product,stage,note\n<b>Oak</b>,Offer,<b>red</b>\n");
    sales.open();
    const auto labels = sales.dialog->findChild<ImportOptions *>()->findChildren<QLabel *>();
    const auto example = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"<b>Oak</b>"_s);
    });
    REQUIRE(example != labels.end());
    CHECK((*example)->textFormat() == Qt::PlainText);
    const auto *mapping = sales.dialog->findChild<ImportMapping *>();
    CHECK(mapping->item(2, 1)->toolTip().contains(u"&lt;b&gt;red"_s));
}

TEST_CASE("What a file is called says what it holds where its columns do not", "[ui]")
{
    Assistant people("ID,Name,Company,Lead Status\n61,Lea Lind,Lindholm,Working\n", u"leads.csv"_s);
    people.open();
    CHECK(people.choice(u"What the file holds"_s)->currentText() == u"leads"_s);
}

TEST_CASE("A company that is nearly called like a known one is asked about before it is made", "[ui]")
{
    Assistant firms("name,employees,sector\nGTXPro,5,Steel\n");
    firms.book.add(Company{.name = u"GTX Pro"_s});
    firms.open();
    firms.choose(u"What the file holds"_s, u"companies"_s);
    REQUIRE(await(
        [&] { return firms.dialog->findChild<ImportMapping *>()->targets().contains(u"employees"_s); }));
    firms.button(u"Import"_s)->click();
    REQUIRE(await([&] { return firms.choice(u"What “GTXPro” is"_s) != nullptr; }));
    CHECK(firms.book.all(EntityKind::Company).size() == 1);
    firms.choose(u"What “GTXPro” is"_s, u"is another one"_s);
    firms.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !firms.dialog; }));
    CHECK(firms.book.all(EntityKind::Company).size() == 2);
}

TEST_CASE("A name that is near to a known one stops the import and is asked", "[ui]")
{
    Assistant sales(pipeline);
    const ProductId known = sales.book.add(Product{.name = u"GTX Pro"_s});
    sales.open();
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.result().isEmpty(); }));
    CHECK(sales.result().contains(u"3 would be new"_s));
    CHECK(sales.deals() == 0); // nothing was imported without asking
    REQUIRE(sales.choice(u"What “GTXPro” is"_s));
    CHECK(sales.choice(u"What “GTXPro” is"_s)->currentText() == u"is “GTX Pro”"_s);

    SECTION("it is the known one")
    {
        sales.choose(u"What “GTXPro” is"_s, u"is “GTX Pro”"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        CHECK(sales.deals() == 3);
        int lines = 0;
        for (const Record &line : sales.book.all(EntityKind::LineItem))
            lines += as<LineItem>(line).product == known;
        CHECK(lines == 2);
        CHECK(sales.book.all(EntityKind::Product).size() == 2); // and GTX Basic
    }
    SECTION("it is a new one")
    {
        sales.choose(u"What “GTXPro” is"_s, u"is a new product"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        CHECK(sales.deals() == 3);
        CHECK(sales.book.find(EntityKind::Product, u"name", u"GTXPro"_s).id);
    }
    SECTION("the file is read as something else: the question is gone")
    {
        sales.choose(u"What the file holds"_s, u"companies"_s);
        REQUIRE(await([&] { return !sales.choice(u"What “GTXPro” is"_s); }));
        sales.choose(u"What the file holds"_s, u"deals"_s);
        REQUIRE(await(
            [&] { return sales.dialog->findChild<ImportMapping *>()->targets().contains(u"product"_s); }));
        CHECK_FALSE(sales.choice(u"What “GTXPro” is"_s));
    }
    SECTION("what was said of it is there again when the file is read as deals again")
    {
        sales.choose(u"What “GTXPro” is"_s, u"is a new product"_s);
        sales.choose(u"What the file holds"_s, u"companies"_s);
        REQUIRE(await([&] { return !sales.choice(u"What “GTXPro” is"_s); }));
        sales.choose(u"What the file holds"_s, u"deals"_s);
        REQUIRE(await([&] { return sales.choice(u"What “GTXPro” is"_s) != nullptr; }));
        CHECK(sales.choice(u"What “GTXPro” is"_s)->currentText() == u"is a new product"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        CHECK(sales.book.find(EntityKind::Product, u"name", u"GTXPro"_s).id);
    }
    SECTION("the others go in without it")
    {
        sales.choose(u"What “GTXPro” is"_s, u"is not known: it stays as text"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return sales.button(u"Import all the same"_s); }));
        sales.button(u"Import all the same"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        CHECK(sales.deals() == 3);
    }
}

TEST_CASE("Rows that cannot be taken are shown with line and reason, and saved for mending", "[ui]")
{
    Assistant sales("name,stage,amount,expected_close\n"
                    "Good,Offer,100,2027-01-05\n"
                    ",Offer,200,2027-02-05\n"
                    ",Offer,300,2027-01-05\n");
    sales.open();
    sales.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return !sales.result().isEmpty(); }));
    CHECK(sales.result().contains(u"1 would be new"_s));
    REQUIRE(sales.rejected()->rowCount() == 2);
    CHECK(sales.rejected()->item(0, 0)->text() == u"3"_s);
    CHECK(sales.rejected()->item(0, 1)->text() == u"name"_s);
    const QTableWidget *reasons = sales.table(u"Why rows cannot be taken"_s);
    REQUIRE(reasons);
    REQUIRE(reasons->rowCount() == 1); // one for both rows
    CHECK(reasons->isVisibleTo(sales.dialog));
    CHECK(reasons->item(0, 0)->text() == u"2"_s);
    CHECK(reasons->item(0, 1)->text() == u"name"_s);
    CHECK(reasons->item(0, 4)->text().contains(u"mend"_s));
    CHECK(sales.deals() == 0);

    const QString saved = sales.book.folderPath(u"mend.csv"_s);
    sales.dialogs.answerNextFile(saved);
    sales.button(u"Save the rows not taken…"_s)->click();
    REQUIRE(await([&] { return !contentOf(saved).isEmpty(); }));
    const QByteArray rows = contentOf(saved);
    CHECK(rows.contains(",Offer,200"));
    CHECK(rows.contains(",Offer,300"));
    CHECK_FALSE(rows.contains("Good"));

    sales.button(u"Import the other 1"_s)->click();
    REQUIRE(await([&] { return sales.deals() == 1; }));
}

TEST_CASE("A change of what goes where asks for a new check", "[ui]")
{
    Assistant sales("name,stage,note\nGood,Offer,100\n,Offer,x\n");
    sales.open();
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return sales.button(u"Import the other 1"_s); }));
    sales.choose(u"note goes into"_s, u"Next step"_s);
    CHECK(sales.button(u"Import"_s));
    CHECK(sales.result().isEmpty());
    CHECK_FALSE(sales.rejected()->isVisibleTo(sales.dialog));
}

TEST_CASE("Amounts that name no currency get the one that is chosen", "[ui]")
{
    Assistant sales("name,stage,amount\nGood,Offer,100\n");
    sales.open();
    sales.choose(u"Currency of amounts that name none"_s, u"USD"_s);
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; }));
    CHECK(as<Deal>(sales.book.all(EntityKind::Deal).front()).currency == u"USD"_s);
}

TEST_CASE("No cell behind a choice looks as if it was being read", "[ui]")
{
    Assistant sales("name,stage\nGood,Offer\n");
    sales.open();
    const auto *mapping = sales.dialog->findChild<ImportMapping *>();
    for (int row = 0; row < mapping->rowCount(); ++row) {
        for (int column = 0; column < mapping->columnCount(); ++column)
            CHECK(mapping->item(row, column)->data(Qt::DisplayRole).isValid());
    }
}

TEST_CASE("How a file is written can be said instead of found", "[ui]")
{
    Assistant sales("name;amount, about\nA;1\nB;2\n");
    sales.open();
    sales.choose(u"Separator"_s, u"comma"_s);
    REQUIRE(await([&] { return sales.choice(u"name;amount goes into"_s); }));
    sales.choose(u"Separator"_s, u"semicolon"_s);
    REQUIRE(await([&] { return sales.choice(u"amount, about goes into"_s); }));
}

TEST_CASE("A file that is gone or empty says so and cannot be imported", "[ui]")
{
    Assistant sales("");
    sales.dialog = new ImportDialog(sales.book.workspace(), sales.display, sales.dialogs, sales.file.path());
    sales.dialog->open();
    REQUIRE(await([&] { return !sales.result().isEmpty(); }));
    CHECK(sales.result().startsWith(u'▲'));
    CHECK_FALSE(sales.button(u"Import"_s)->isEnabled());
}

TEST_CASE("The pipeline of another program is brought along as a new one", "[ui]")
{
    Assistant assistant("Deal,Stage,Close date\nAlpha,Demo,\nBeta,Closed Won,2026-01-02\n");
    assistant.open();
    auto *name = [&]() -> QLineEdit * {
        for (auto *line : assistant.dialog->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == u"Name of the new pipeline"_s)
                return line;
        }
        return nullptr;
    }();
    REQUIRE(name);
    CHECK_FALSE(name->isVisibleTo(assistant.dialog));
    assistant.choose(u"Pipeline"_s, u"a new pipeline of these stages"_s);
    CHECK(name->isVisibleTo(assistant.dialog));
    QTest::keyClicks(name, u"Pipedrive"_s);
    assistant.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return assistant.result().contains(u"“Pipedrive”"_s); }));
    CHECK(assistant.result().contains(u"“Demo” 50 %, “Closed Won” (won), “Lost” (lost)"_s));
    assistant.button(u"Import"_s)->click();
    REQUIRE(await([&] { return assistant.dialog.isNull() || !assistant.dialog->isVisible(); }));
    REQUIRE(await([&] {
        const auto &pipelines = assistant.book.workspace().lookups().pipelines;
        return !pipelines.empty() && pipelines.back().name == u"Pipedrive"_s;
    }));
}

TEST_CASE("Missing links and columns of another meaning are told before anything is imported", "[ui]")
{
    Assistant sales("opportunity_id,product,account_id,deal_stage,close_date\n"
                    "A1,GTX Basic,77,Engaging,Yes\n"
                    "A2,GTX Plus,78,Engaging,No\n");
    sales.open();
    CHECK(sales.target(4).isEmpty());
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.result().isEmpty(); }));
    CHECK(sales.deals() == 0);
    const QString result = sales.result();
    CHECK(result.contains(u"Links of account_id: 0 of 2 found"_s));
    CHECK(result.contains(u"Line 2, account_id: Nothing that was imported has the id “77”."_s));
    const QString question =
        u"Where does “close_date” go? It holds “Yes”, which does not fit its name, and is left out."_s;
    CHECK(sales.questions() == QStringList{question + u" · 2 rows"_s});
    REQUIRE(sales.button(u"Import all the same"_s));

    SECTION("who says where the column goes is not asked again")
    {
        sales.choose(u"close_date goes into"_s, u"– not imported –"_s);
        sales.button(u"Check only"_s)->click();
        REQUIRE(await([&] { return !sales.result().isEmpty(); }));
        CHECK(sales.questions().isEmpty());
    }
    SECTION("it can be said where the question is")
    {
        sales.choose(question, u"leave the column out"_s);
        sales.button(u"Check only"_s)->click();
        REQUIRE(await([&] { return !sales.result().isEmpty(); }));
        CHECK(sales.questions().isEmpty());
    }
    SECTION("who goes on takes the deals without them")
    {
        sales.button(u"Import all the same"_s)->click();
        REQUIRE(await([&] { return sales.deals() == 2; }));
    }
}

TEST_CASE("After an import that left rows out, what it made can be opened as a list, and taken back", "[ui]")
{
    Assistant sales("name,stage,amount,company\nOak,Offer,100,Alpha\nElm,Offer,100,Beta\n,Offer,x,\n");
    sales.open();
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return sales.button(u"Import the other 2"_s); }));
    CHECK_FALSE(sales.button(u"Show 2 deals that are new"_s)); // not yet
    sales.button(u"Import the other 2"_s)->click();
    REQUIRE(await([&] { return sales.button(u"Show 2 deals that are new"_s); }));
    REQUIRE(sales.button(u"Show 2 companies that are new"_s));
    CHECK(sales.deals() == 2);

    SECTION("as a list")
    {
        QString asked;
        QObject::connect(sales.dialog, &ui::ImportDialog::listWanted, sales.dialog,
                         [&](EntityKind kind, const QString &filter) {
                             asked = QString(tableName(kind)) + u' ' + filter;
                         });
        sales.button(u"Show 2 companies that are new"_s)->click();
        CHECK(asked.startsWith(u"company made:"_s));
        REQUIRE(await([&] { return !sales.dialog; }));
    }
    SECTION("back, with one key")
    {
        sales.dialog->activateWindow();
        sales.button(u"Take this import back (Ctrl+Z)"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        CHECK(sales.deals() == 0);
    }
}

TEST_CASE("Of a workbook with several sheets the window asks which one is read", "[ui]")
{
    const QByteArray notes = xlsxRow(1, {"Our customers"}) + xlsxRow(2, {"kept by Anna"});
    const QByteArray people = xlsxRow(1, {"Last name", "Email"}) + xlsxRow(2, {"Berg", "anna@a.example"});
    const QByteArray firms =
        xlsxRow(1, {"Company", "Employees", "Industry"}) + xlsxRow(2, {"Alpha", "12", "Tools"});
    const PackedFile book(xlsxParts({{"People", people}, {"Notes", notes}, {"!Firms", firms}}),
                          u"team.xlsx"_s);
    Assistant team("");
    team.openFile(book.path());
    QComboBox *sheet = team.choice(u"Which sheet of the workbook is read"_s);
    REQUIRE(sheet);
    CHECK(sheet->count() == 3);
    CHECK(sheet->currentText() == u"People"_s);
    CHECK(sheet->itemText(2) == u"Firms (hidden)"_s);
    CHECK(team.choice(u"What the file holds"_s)->currentText() == u"contacts"_s);
    team.choose(u"Which sheet of the workbook is read"_s, u"Firms (hidden)"_s);
    REQUIRE(await([&] { return team.choice(u"What the file holds"_s)->currentText() == u"companies"_s; }));
    team.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !team.dialog; }));
    CHECK(team.book.find(EntityKind::Company, u"name", u"Alpha"_s).id);
}
