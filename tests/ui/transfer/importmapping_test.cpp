// SPDX-License-Identifier: GPL-3.0-or-later
// Where columns go, in the words of the interface.
#include "domain/records/lists.h"
#include "support/importassistant.h"
#include "ui/transfer/targetchoice.h"
#include "ui/transfer/targetlist.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

TargetChoice *choiceOf(const Assistant &assistant, const QString &column)
{
    auto *choice = qobject_cast<TargetChoice *>(assistant.choice(column + u" goes into"_s));
    REQUIRE(choice);
    return choice;
}

} // namespace

TEST_CASE("Columns are offered the fields that the form has, under the headings of the form", "[ui]")
{
    Assistant sales("name,stage,Firm,In stage since\nOak,Offer,Alpha,2026-01-02\n");
    sales.open();
    const TargetChoice *choice = choiceOf(sales, u"Firm"_s);
    QStringList headings;
    QStringList offered;
    for (int i = 0; i < choice->count(); ++i) {
        const bool isChoice = choice->model()->index(i, 0).flags().testFlag(Qt::ItemIsSelectable);
        (isChoice ? offered : headings) += choice->itemText(i);
    }
    CHECK(headings.contains(u"Closing"_s));
    CHECK(headings.contains(u"In other systems"_s));
    CHECK(offered.contains(u"Expected close"_s));
    CHECK(offered.contains(u"Competitor"_s));
    CHECK_FALSE(offered.contains(u"rank"_s));
    CHECK_FALSE(offered.contains(u"expected close"_s));
}

TEST_CASE("What the plan has found is chosen, though it is offered to nobody else", "[ui]")
{
    Assistant plain("name,stage\nOak,Offer\n");
    plain.open();
    CHECK(choiceOf(plain, u"name"_s)->findText(u"In stage since"_s) < 0);

    Assistant sales("name,stage,stage_entered_at\nOak,Offer,2026-01-02 10:00\n");
    sales.open();
    REQUIRE(sales.target(2) == u"stage_entered_at"_s);
    CHECK(choiceOf(sales, u"stage_entered_at"_s)->currentText() == u"In stage since"_s);
}

TEST_CASE("Typing finds any part of a field's name, and Enter takes it", "[ui]")
{
    Assistant people("Last name,Cell no\nBerg,0170 1\n", u"contacts.csv"_s);
    people.open();
    REQUIRE(people.target(0) == u"last_name"_s);
    people.choose(u"Cell no goes into"_s, u"– not imported –"_s);
    TargetChoice *choice = choiceOf(people, u"Cell no"_s);
    choice->setFocus();
    QTest::keyClick(choice, 'm'); // opens the list
    REQUIRE(choice->view()->isVisible());
    QTest::keyClicks(choice->view(),
                     u"obile"_s); // if the machine is slow, in two words: each has one meaning
    CHECK(choice->view()->currentIndex().data().toString() == u"Phone (mobile)"_s);
    CHECK(people.target(1).isEmpty()); // nothing is chosen yet
    QTest::keyClick(choice->view(), Qt::Key_Return);
    CHECK(people.target(1) == u"mobile"_s);
    CHECK_FALSE(choice->view()->isVisible());
}

TEST_CASE("The keys pass over the headings", "[ui]")
{
    Assistant sales("name,stage,Firm\nOak,Offer,Alpha\n");
    sales.open();
    TargetChoice *choice = choiceOf(sales, u"Firm"_s);
    choice->setCurrentIndex(0);
    QStringList seen;
    for (int i = 0; i < choice->count(); ++i) {
        QTest::keyClick(choice, Qt::Key_Down);
        seen += choice->currentText();
    }
    CHECK(seen.contains(u"Expected close"_s));
    CHECK(seen.contains(u"Lost reason"_s)); // behind a heading
    CHECK_FALSE(seen.contains(u"Closing"_s));
    CHECK_FALSE(seen.contains(u"Main fields"_s));
}

TEST_CASE("What is typed means a beginning before a word, and a word before a part of one", "[ui]")
{
    TargetList list;
    list.add(u"– not imported –"_s, {});
    list.add(app::TargetSection{u"Notes"_s, {{u"a"_s, u"Keynote"_s}, {u"b"_s, u"Closing note"_s}}});
    list.add(app::TargetSection{u"More"_s, {{u"c"_s, u"Note"_s}, {u"d"_s, u"Métier"_s}}});
    const auto found = [&](const QString &typed, int from) {
        const int row = rowTyped(list, typed, from);
        return row < 0 ? QString() : list.item(row)->text();
    };
    CHECK(found(u"note"_s, -1) == u"Note"_s); // the heading “Notes” is nothing to choose
    CHECK(found(u"closing n"_s, -1) == u"Closing note"_s);
    CHECK(found(u"eyn"_s, -1) == u"Keynote"_s);
    CHECK(found(u"metier"_s, -1) == u"Métier"_s);
    CHECK(found(u"zzz"_s, -1).isEmpty());
    CHECK(found({}, -1).isEmpty());
    CHECK(list.rowOf(u"c"_s) > list.rowOf(u"b"_s));
    CHECK(list.rowOf(u"e"_s) == -1);
    CHECK(list.rowOf({}) == 0);
}

TEST_CASE("Hundreds of columns share the list of what they can become", "[ui]")
{
    QByteArray header("name,stage");
    QByteArray row("\nOak,Offer");
    for (int i = 0; i < 200; ++i) {
        header += ",Column " + QByteArray::number(i);
        row += ",x";
    }
    Assistant sales(header + row + '\n');
    sales.open();
    CHECK(choiceOf(sales, u"Column 0"_s)->model() == choiceOf(sales, u"Column 199"_s)->model());
}

TEST_CASE("An own field is offered by its name, in the section of own fields", "[ui]")
{
    Assistant sales("name,stage,Firm\nOak,Offer,Alpha\n");
    sales.book.add(
        CustomField{.recordKind = EntityKind::Deal, .name = u"sla"_s, .label = u"Service level"_s});
    REQUIRE(await([&] { return sales.book.workspace().lookups().customFields.size() == 1; }));
    sales.open();
    sales.choose(u"Firm goes into"_s, u"Service level"_s);
    CHECK(sales.target(2) == u"custom.sla"_s);
    const TargetChoice *choice = choiceOf(sales, u"Firm"_s);
    CHECK(choice->currentData(Qt::AccessibleDescriptionRole).toString() == u"Own fields"_s);
}

TEST_CASE("An own field with a name of 500 letters does not push the window's edge away", "[ui]")
{
    Assistant sales("name,stage,Firm\nOak,Offer,Alpha\n");
    const QString label(500, u'w');
    sales.book.add(CustomField{.recordKind = EntityKind::Deal, .name = u"long"_s, .label = label});
    REQUIRE(await([&] { return sales.book.workspace().lookups().customFields.size() == 1; }));
    sales.open();
    const int width = sales.dialog->width();
    sales.choose(u"Firm goes into"_s, label);
    REQUIRE(sales.target(2) == u"custom.long"_s);
    QApplication::processEvents(); // the layout
    CHECK(sales.dialog->width() == width);
    const TargetChoice *choice = choiceOf(sales, u"Firm"_s);
    CHECK(choice->mapTo(sales.dialog, QPoint(choice->width(), 0)).x() <= width);
}

TEST_CASE("Two columns for one field are refused in the words of the window; several phones are not", "[ui]")
{
    Assistant people("Last name,Company,Firm,Phone,Second\nBerg,Alpha,Beta,+49 30 1,+49 30 2\n",
                     u"contacts.csv"_s);
    people.open();
    people.choose(u"Second goes into"_s, u"Phone (work)"_s);
    people.choose(u"Firm goes into"_s, u"Department"_s);
    people.choose(u"Company goes into"_s, u"Department"_s);
    people.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return !people.result().isEmpty(); }));
    CHECK(people.result()
          == u"▲ Two columns go into “Department”: “Company” and “Firm”. Send one of them elsewhere."_s);
    people.choose(u"Firm goes into"_s, u"– not imported –"_s);
    people.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return people.result().contains(u"1 would be new"_s); }));
}
