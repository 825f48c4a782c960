// SPDX-License-Identifier: GPL-3.0-or-later
// What an import asks, answered in its window.
#include "domain/records/activity.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "store/book/defaults.h"
#include "support/importassistant.h"
#include "ui/controls/remarklabel.h"
#include "ui/transfer/importopening.h"
#include "ui/transfer/importsummary.h"
#include "ui/transfer/samplerows.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto people = "Last name,Organisation,Lead Status,Phone\n"
                        "One,Alpha,Sleeping,\nTwo,Beta,sleeping,\nThree,Gamma,Contacted,\n";
constexpr QStringView sleepingAsked = u"What does “Sleeping” mean in “Lead Status”?";

void chooseLeads(Assistant &leads)
{
    leads.choose(u"What the file holds"_s, u"leads"_s);
    REQUIRE(await(
        [&] { return leads.dialog->findChild<ui::ImportMapping *>()->targets().contains(u"status"_s); }));
}

size_t leadsIn(Assistant &assistant, LeadStatusId status)
{
    size_t count = 0;
    for (const Record &lead : assistant.book.all(EntityKind::Lead))
        count += as<Lead>(lead).status == status;
    return count;
}

// What the row that is shown as it will become has of a field; empty: it is not listed.
QString sampled(const Assistant &assistant, const QString &field)
{
    const auto *fields = assistant.dialog->findChild<ui::SampleRows *>()->findChild<QTableWidget *>();
    REQUIRE(fields);
    for (int row = 0; row < fields->rowCount(); ++row) {
        if (fields->item(row, 0)->text() == field)
            return fields->item(row, 1)->text();
    }
    return {};
}

} // namespace

TEST_CASE("Money in deals without an amount is asked about in the window, and goes where it is sent", "[ui]")
{
    Assistant sales("name,stage,Zork size\nOak,Offer,$1500\nElm,Offer,$20\n");
    sales.open();
    sales.button(u"Import"_s)->click();
    const QString asked = u"No column is the amount: is it “Zork size”? It holds “$1500”."_s;
    REQUIRE(await([&] { return sales.questions() == QStringList{asked + u" · 2 rows"_s}; }));
    SECTION("it is that column")
    {
        sales.choose(asked, u"the column “Zork size”"_s);
        CHECK(sales.dialog->findChild<ui::ImportMapping *>()->targets().contains(u"amount"_s));
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        std::vector<qint64> amounts;
        for (const Record &deal : sales.book.all(EntityKind::Deal))
            amounts.push_back(as<Deal>(deal).amount.value_or(0));
        std::sort(amounts.begin(), amounts.end());
        CHECK(amounts == std::vector<qint64>{2'000, 150'000});
    }
    SECTION("no column is")
    {
        sales.choose(asked, u"no column of the file"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return sales.deals() == 2; }));
    }
    SECTION("whoever does not care imports all the same")
    {
        sales.button(u"Import all the same"_s)->click();
        REQUIRE(await([&] { return sales.deals() == 2; }));
    }
}

TEST_CASE("Who takes another column for the amount than before leaves that one out again", "[ui]")
{
    Assistant sales("name,stage,Zork size,Zork fee\nOak,Offer,$1500,$7\nElm,Offer,$20,$8\n");
    sales.open();
    sales.button(u"Import"_s)->click();
    const QString asked = u"No column is the amount: is it “Zork fee”? It holds “$7”."_s;
    REQUIRE(await([&] { return sales.questions() == QStringList{asked + u" · 2 rows"_s}; }));
    const auto *mapping = sales.dialog->findChild<ui::ImportMapping *>();
    sales.choose(asked, u"the column “Zork fee”"_s);
    CHECK(mapping->targets().at(3) == u"amount"_s);
    sales.choose(asked, u"the column “Zork size”"_s);
    CHECK(mapping->targets().at(2) == u"amount"_s);
    CHECK(mapping->targets().at(3).isEmpty());
    sales.choose(asked, u"no column of the file"_s);
    CHECK_FALSE(mapping->targets().contains(u"amount"_s));
}

TEST_CASE("Of columns that are left the empty ones are named last", "[ui]")
{
    transfer::ImportReport report;
    report.plan.notImported = {u"Hole"_s, u"Moon"_s, u"Misfit"_s};
    report.rest = {{.column = u"Hole"_s}, {.column = u"Moon"_s, .rows = 2}};
    CHECK(ui::columnsLeftText(report)
          == u"Not imported: Moon, Misfit\nNot imported, since they are empty: Hole"_s);
    report.plan.notImported = {u"Hole"_s};
    CHECK(ui::columnsLeftText(report) == u"Not imported, since they are empty: Hole"_s);
    CHECK(ui::columnsLeftText({}).isEmpty());
}

TEST_CASE("A word that nobody knows is answered in the window, once for all its rows", "[ui]")
{
    Assistant leads(people);
    leads.open();
    chooseLeads(leads);
    const QString sleeping = sleepingAsked.toString();
    leads.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !leads.questions().isEmpty(); }));
    CHECK(leads.questions() == QStringList{sleeping + u" · 2 rows"_s});
    CHECK(leads.choice(sleeping)->hasFocus() == leads.dialog->isActiveWindow());
    CHECK(leads.book.all(EntityKind::Lead).empty());

    SECTION("it is one of the choices")
    {
        leads.choose(sleeping, u"Nurture"_s);
        leads.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !leads.dialog; }));
        CHECK(leadsIn(leads, store::defaults::nurture) == 2);
    }
    SECTION("it stays as text: then nothing is asked any more")
    {
        leads.choose(sleeping, u"keep it as text"_s);
        leads.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !leads.dialog; }));
        CHECK(leads.book.all(EntityKind::Lead).size() == 3);
    }
    SECTION("it becomes a tag")
    {
        leads.choose(sleeping, u"nothing of these; make it a tag"_s);
        leads.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !leads.dialog; }));
        CHECK(leads.book.find(EntityKind::Tag, u"name", u"Sleeping"_s).id);
    }
    SECTION("an answer can be changed after another check")
    {
        leads.choose(sleeping, u"Nurture"_s);
        leads.button(u"Check only"_s)->click();
        REQUIRE(await([&] { return leads.result().contains(u"3 would be new"_s); }));
        REQUIRE(leads.choice(sleeping));
        CHECK(leads.choice(sleeping)->currentText() == u"Nurture"_s);
        leads.choose(sleeping, u"Attempting"_s);
        leads.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !leads.dialog; }));
        CHECK(leadsIn(leads, store::defaults::nurture) == 0);
    }
}

TEST_CASE("Whoever looks what else a file could hold comes back to their answers", "[ui]")
{
    Assistant leads(people);
    leads.open();
    chooseLeads(leads);
    const QString sleeping = sleepingAsked.toString();
    leads.choose(u"Phone goes into"_s, u"Phone (mobile)"_s);
    leads.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return !leads.questions().isEmpty(); }));
    leads.choose(sleeping, u"Nurture"_s);

    leads.choose(u"What the file holds"_s, u"companies"_s);
    REQUIRE(await([&] { return leads.questions().isEmpty(); }));
    chooseLeads(leads);
    CHECK(leads.dialog->findChild<ui::ImportMapping *>()->targets().contains(u"mobile"_s));
    leads.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !leads.dialog; }));
    CHECK(leadsIn(leads, store::defaults::nurture) == 2);
}

TEST_CASE("An answer is still seen, and can be changed, when one comes back to the kind of record", "[ui]")
{
    Assistant leads(people);
    leads.open();
    chooseLeads(leads);
    const QString sleeping = sleepingAsked.toString();
    leads.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return !leads.questions().isEmpty(); }));
    leads.choose(sleeping, u"Nurture"_s);
    leads.choose(u"What the file holds"_s, u"companies"_s);
    REQUIRE(await([&] { return leads.questions().isEmpty(); }));
    chooseLeads(leads);
    REQUIRE(await([&] { return leads.choice(sleeping) != nullptr; }));
    CHECK(leads.choice(sleeping)->currentText() == u"Nurture"_s);
    leads.choose(sleeping, u"Attempting"_s);
    leads.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !leads.dialog; }));
    CHECK(leadsIn(leads, store::defaults::attempting) == 2);
}

TEST_CASE("Days that can be read in two ways are asked as soon as the file is opened", "[ui]")
{
    Assistant sales("name,stage,expected_close\nOak,Offer,03/04/2027\nElm,Offer,05/06/2027\n");
    sales.open();
    const QString question = u"Does the day or the month come first in “03/04/2027” of “expected_close”?"_s;
    REQUIRE(await([&] { return sales.questions() == QStringList{question + u" · 2 rows"_s}; }));

    SECTION("the answer is all that was missing")
    {
        sales.choose(question, u"day, month, year"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        CHECK(as<Deal>(sales.book.record(sales.book.find(EntityKind::Deal, u"name", u"Oak"_s))).expectedClose
              == QDate(2027, 4, 3));
    }
    SECTION("whoever imports without it is asked again, and nothing goes in")
    {
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return sales.result().startsWith(u"Before this file can be read"_s); }));
        CHECK(sales.questions().size() == 1);
        CHECK(sales.deals() == 0);
    }
    SECTION("it is not asked of a column that is not imported")
    {
        sales.choose(u"expected_close goes into"_s, u"– not imported –"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return !sales.dialog; }));
        CHECK(sales.deals() == 2);
    }
}

TEST_CASE("Column names below a title are found, and seen where they stand", "[ui]")
{
    Assistant sales("Report of deals\nmade by Eva\n\nname,stage\nOak,Offer\n");
    sales.open();
    auto *line = sales.dialog->findChild<QSpinBox *>();
    REQUIRE(line);
    CHECK(line->text() == u"line 4, as found"_s);
    auto *lines = sales.dialog->findChild<ui::ImportOpening *>()->findChild<QTableWidget *>();
    REQUIRE(lines);
    CHECK(lines->isVisibleTo(sales.dialog));
    CHECK(lines->item(0, 1)->text() == u"Report of deals"_s);
    CHECK(lines->item(2, 0)->text() == u"▸ 4"_s);
}

TEST_CASE("A line that was taken for the column names gives way to the one that is chosen", "[ui]")
{
    Assistant sales("Oak,Offer\nname,stage\nElm,Offer\n");
    sales.dialog =
        new ui::ImportDialog(sales.book.workspace(), sales.display, sales.dialogs, sales.file.path());
    sales.dialog->open();
    sales.awaitColumn(u"Oak"_s);
    auto *lines = sales.dialog->findChild<ui::ImportOpening *>()->findChild<QTableWidget *>();
    sales.button(u"Show the first lines"_s)->click();
    lines->setCurrentCell(1, 1);
    QTest::keyClick(lines, Qt::Key_Space);
    sales.awaitColumn(u"stage"_s);
    CHECK(sales.dialog->findChild<QSpinBox *>()->value() == 2);
    sales.choose(u"What the file holds"_s, u"deals"_s);
    REQUIRE(await([&] { return sales.target(0) == u"name"_s; }));
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; }));
    REQUIRE(sales.deals() == 1); // Oak is not among them
    CHECK(sales.book.find(EntityKind::Deal, u"name", u"Elm"_s).id);
}

TEST_CASE("Several samples of a column are shown", "[ui]")
{
    Assistant sales("name,stage,note\nOak,Offer,\nElm,Offer,red\nAsh,Offer,red\nFir,Offer,blue\n");
    sales.open();
    CHECK(sales.dialog->findChild<ui::ImportMapping *>()->item(2, 1)->text() == u"red · blue"_s);
}

TEST_CASE("The first rows are shown as records, with what is made along and what is asked", "[ui]")
{
    Assistant sales("name,stage,company,priority\nOak,Offer,Alpha,high\nElm,Offer,,whenever\n");
    sales.open();
    sales.button(u"Show the first rows as they will become"_s)->click();
    const auto content = [&](const QString &name) -> QString { return sampled(sales, name); };
    REQUIRE(await([&] { return content(u"Company"_s) == u"Alpha (is made)"_s; }));
    CHECK(sales.deals() == 0);
    sales.button(u"Next row"_s)->click();
    CHECK(content(u"Is asked"_s).contains(u"whenever"_s));
    CHECK_FALSE(sales.button(u"Next row"_s)->isEnabled());

    sales.choose(u"company goes into"_s, u"– not imported –"_s); // the rows follow what is chosen
    sales.button(u"Row before"_s)->click();
    REQUIRE(await([&] { return content(u"Company"_s).isEmpty() && !content(u"Stage"_s).isEmpty(); }));
}

TEST_CASE("A row as it will become names numbers and own fields as the choices above do", "[ui]")
{
    Assistant people("Last name,Mobile,Hobby,Tags\nBerg,+49 170 1234567,Chess,key\n", u"contacts.csv"_s);
    people.open();
    people.choose(u"Hobby goes into"_s, u"– an own field of that name –"_s);
    people.button(u"Show the first rows as they will become"_s)->click();
    const auto content = [&](const QString &name) -> QString { return sampled(people, name); };
    REQUIRE(await([&] { return content(u"Hobby"_s) == u"Chess"_s; }));
    CHECK(content(u"Phone (mobile)"_s).contains(u"170"_s));
    CHECK_FALSE(content(u"Phone (mobile)"_s).contains(u"Mobile"_s)); // the name says so
    CHECK(content(u"Tags"_s) == u"key"_s);
}

TEST_CASE("Columns that nothing takes become own fields, go into the note, or stay out and are told", "[ui]")
{
    Assistant sales("name,stage,Zone hue,Paint\nOak,Offer,red,matt\nElm,Offer,blue,gloss\n,Offer,grey,raw\n");
    sales.open();
    REQUIRE(sales.target(2).isEmpty());
    REQUIRE(sales.target(3).isEmpty());
    const QString all = u"What becomes of all columns that go into no field"_s;
    const auto oak = [&] {
        return as<Deal>(sales.book.record(sales.book.find(EntityKind::Deal, u"name", u"Oak"_s)));
    };

    SECTION("one by one")
    {
        sales.choose(u"Zone hue goes into"_s, u"– an own field of that name –"_s);
        sales.choose(u"Paint goes into"_s, u"– into the note –"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return sales.result().contains(u"Own fields: Zone hue"_s); }));
        CHECK(sales.result().contains(u"In the note: Paint"_s));
        sales.button(u"Import the other 2"_s)->click();
        REQUIRE(await([&] { return sales.deals() == 2; }));
        CHECK(oak().custom.contains(u"red"_s));
        CHECK(oak().description.contains(u"matt"_s));
    }
    SECTION("all of them at once, and one of them not")
    {
        sales.choose(all, u"an own field for each"_s);
        CHECK(sales.choice(u"Paint goes into"_s)->currentText() == u"– an own field of that name –"_s);
        sales.choose(u"Paint goes into"_s, u"– not imported –"_s);
        sales.button(u"Check only"_s)->click();
        REQUIRE(await([&] { return sales.result().contains(u"Own fields: Zone hue"_s); }));
        CHECK(sales.result().contains(u"Not imported: Paint"_s));
    }
    SECTION("nothing said: they are told")
    {
        sales.button(u"Check only"_s)->click();
        REQUIRE(await([&] { return sales.result().contains(u"Not imported: Zone hue, Paint"_s); }));
    }
    SECTION("where every column goes somewhere nothing is offered")
    {
        sales.choose(u"Zone hue goes into"_s, u"Description"_s);
        sales.choose(u"Paint goes into"_s, u"Next step"_s);
        CHECK_FALSE(sales.choice(all)->isVisibleTo(sales.dialog));
    }
}

TEST_CASE("A column's name of 500 letters does not push the answers out of the window", "[ui]")
{
    const QByteArray name(500, 'x');
    Assistant leads("Last name,Organisation," + name + "\nOne,Alpha,Sleeping\nTwo,Beta,Sleeping\n");
    leads.open();
    leads.choose(u"What the file holds"_s, u"leads"_s);
    REQUIRE(await([&] { return leads.target(1) == u"organisation"_s; }));
    const auto *mapping = leads.dialog->findChild<ui::ImportMapping *>();
    leads.choose(u"%1 goes into"_s.arg(mapping->columns().at(2)), u"Status"_s);
    leads.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return leads.questions().size() == 1; }));
    const auto *asked = leads.dialog->findChild<ui::ImportAsked *>();
    const auto *choice = asked->findChild<QComboBox *>();
    CHECK(await([&] {
        return choice->mapTo(leads.dialog, QPoint(choice->width(), 0)).x() <= leads.dialog->width();
    }));
}

TEST_CASE("A day that is typed as an answer is understood, and nonsense is refused where it stands", "[ui]")
{
    Assistant calls("Subject,Notes\nHello,one\nOffer,two\n", u"calls.csv"_s);
    calls.open();
    calls.choose(u"What the file holds"_s, u"activities"_s);
    REQUIRE(await([&] { return calls.target(0) == u"subject"_s; }));
    calls.button(u"Check only"_s)->click();
    const QString question = u"On which day were the activities that have none?"_s;
    REQUIRE(await([&] { return calls.choice(question) != nullptr; }));
    QLineEdit *line = calls.choice(question)->lineEdit();
    REQUIRE(line);
    CHECK(line->accessibleName() == question);
    line->setText(u"someday"_s);
    Q_EMIT line->editingFinished();
    const QList<ui::RemarkLabel *> remarks = calls.dialog->findChildren<ui::RemarkLabel *>();
    CHECK(
        std::any_of(remarks.begin(), remarks.end(), [](const auto *remark) { return remark->isRefusal(); }));
    line->setText(u"yesterday"_s);
    Q_EMIT line->editingFinished();
    calls.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !calls.dialog; }));
    const auto hello = as<Activity>(calls.book.all(EntityKind::Activity).front());
    CHECK(QDateTime::fromMSecsSinceEpoch(hello.at.ms, QTimeZone::utc()).date() == QDate(2026, 11, 22));
}
