// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of an import that are kept under a name, or until the window is opened again.
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "store/book/defaults.h"
#include "support/importassistant.h"
#include "ui/controls/remarklabel.h"
#include "ui/transfer/profilerow.h"

#include <QFile>
#include <QLineEdit>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto march = "Deal,Stage,Account,Zone\nOak,Offer,Alpha,red\n";
constexpr auto april = "Stage,Zone,Deal,Account\nOffer,blue,Elm,Beta\n";
const QString answers = u"Answers of an earlier import"_s;
const QString proposal = u"Use “monthly”: all of it fits"_s;

QString remark(const Assistant &assistant)
{
    return assistant.dialog->findChild<ui::ProfileRow *>()->findChild<ui::RemarkLabel *>()->text();
}

QLineEdit *nameLine(const Assistant &assistant)
{
    return assistant.dialog->findChild<ui::ProfileRow *>()->findChild<QLineEdit *>();
}

void saveAs(const Assistant &assistant, const QString &name)
{
    assistant.button(u"Save these answers as…"_s)->click();
    QTest::keyClicks(nameLine(assistant), name);
    QTest::keyClick(nameLine(assistant), Qt::Key_Return);
    REQUIRE(await([&] { return remark(assistant).startsWith(u"Saved as"_s); }));
}

// March is read with other answers than the proposed ones, which are kept as "monthly".
void keepMonthly(Assistant &sales)
{
    sales.open();
    sales.choose(u"Account goes into"_s, u"Competitor"_s);
    sales.choose(u"Zone goes into"_s, u"– into the note –"_s);
    saveAs(sales, u"monthly"_s);
    CHECK(sales.deals() == 0); // Enter has not begun the import
    REQUIRE(sales.dialog->isVisible());
    sales.close();
}

QString goes(const Assistant &assistant, const QString &column)
{
    const QComboBox *choice = assistant.choice(column + u" goes into"_s);
    REQUIRE(choice);
    return choice->currentText();
}

Deal theDeal(Assistant &sales)
{
    return as<Deal>(sales.book.all(EntityKind::Deal).front());
}

} // namespace

TEST_CASE("Answers that were saved are proposed for the next such file, and taken when one says so", "[ui]")
{
    Assistant sales(march, u"march.csv"_s);
    keepMonthly(sales);
    const TextFile next(april, u"april.csv"_s);
    sales.openFile(next.path());
    CHECK(sales.choice(answers)->currentText() == u"none of before"_s);
    CHECK(goes(sales, u"Account"_s) == u"Company"_s); // nothing is taken in silence
    REQUIRE(sales.button(proposal));
    sales.button(proposal)->click();
    REQUIRE(await([&] { return goes(sales, u"Account"_s) == u"Competitor"_s; }));
    CHECK(sales.choice(answers)->currentText() == u"“monthly”"_s);
    CHECK(remark(sales).isEmpty());

    SECTION("the file is read so")
    {
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return sales.deals() == 1; }));
        CHECK(theDeal(sales).competitor == u"Beta"_s);
        CHECK(theDeal(sales).description.contains(u"blue"_s));
    }
    SECTION("what is changed then goes before it")
    {
        sales.choose(u"Account goes into"_s, u"Company"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return sales.deals() == 1; }));
        CHECK(theDeal(sales).competitor.isEmpty());
        CHECK(sales.book.find(EntityKind::Company, u"name", u"Beta"_s).id);
    }
    SECTION("without them it is as it was")
    {
        sales.choose(answers, u"none of before"_s);
        REQUIRE(await([&] { return goes(sales, u"Account"_s) == u"Company"_s; }));
        CHECK(sales.target(1).isEmpty());
    }
}

TEST_CASE("What a file has no use for is said when the answers are taken", "[ui]")
{
    Assistant sales(march, u"march.csv"_s);
    keepMonthly(sales);
    const TextFile next("Stage,Deal,Account\nOffer,Elm,Beta\n", u"april.csv"_s);
    sales.openFile(next.path());
    CHECK_FALSE(sales.button(proposal)); // not all of it fits
    sales.choose(answers, u"“monthly”"_s);
    REQUIRE(await([&] {
        return remark(sales) == u"The profile names the column “Zone”, which is not in this file."_s;
    }));
    CHECK(goes(sales, u"Account"_s) == u"Competitor"_s);
}

TEST_CASE("A profile that contradicts itself changes no other column", "[ui]")
{
    Assistant sales(march, u"march.csv"_s);
    transfer::ImportProfile profile{.kind = EntityKind::Deal};
    profile.rules.map = {{u"Account"_s, u"competitor"_s}, {u"Zone"_s, u"competitor"_s}};
    valueOf(app::storeProfile(sales.settings.profileFolder(), u"twice"_s, profile, app::OverKnown::No));
    sales.open();
    sales.choose(answers, u"“twice”"_s);
    REQUIRE(await([&] { return goes(sales, u"Account"_s) == u"Competitor"_s; }));
    CHECK(goes(sales, u"Zone"_s) == u"Competitor"_s);
    CHECK(goes(sales, u"Deal"_s) == u"Name"_s);
    CHECK(remark(sales).startsWith(u"Two columns go into “Competitor”"_s));
}

TEST_CASE("Answers that cannot be written are refused where they are named", "[ui]")
{
    Assistant sales(march, u"march.csv"_s);
    QFile inTheWay(sales.settings.profileFolder());
    REQUIRE(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder would be
    inTheWay.close();
    sales.open();
    sales.button(u"Save these answers as…"_s)->click();
    QTest::keyClicks(nameLine(sales), u"monthly"_s);
    QTest::keyClick(nameLine(sales), Qt::Key_Return);
    REQUIRE(await([&] { return !remark(sales).isEmpty(); }));
    CHECK(remark(sales).contains(u"cannot be written"_s));
    CHECK(nameLine(sales)->text() == u"monthly"_s); // it can be tried again
}

TEST_CASE("A name that there is already is replaced when one says so", "[ui]")
{
    Assistant sales(march, u"march.csv"_s);
    keepMonthly(sales);
    const TextFile next(april, u"april.csv"_s);
    sales.openFile(next.path());
    sales.button(u"Save these answers as…"_s)->click();
    QTest::keyClicks(nameLine(sales), u"Monthly"_s);
    sales.button(u"Save"_s)->click();
    REQUIRE(await([&] { return remark(sales) == u"There are answers called “monthly” already."_s; }));

    SECTION("it is replaced")
    {
        sales.button(u"Replace it"_s)->click();
        REQUIRE(await([&] { return remark(sales) == u"Saved as “monthly”."_s; }));
        const transfer::ImportProfiles kept(sales.settings.profileFolder());
        CHECK(kept.names() == QStringList{u"monthly"_s});
        QStringList targets;
        for (const exchange::MapRule &rule : valueOf(kept.load(u"monthly"_s)).rules.map)
            targets += rule.target;
        CHECK(targets.contains(u"company"_s)); // where the first one had the competitor
        CHECK_FALSE(targets.contains(u"competitor"_s));
    }
    SECTION("another name asks nothing")
    {
        QTest::keyClicks(nameLine(sales), u" 2"_s);
        CHECK(sales.button(u"Save"_s));
        CHECK(remark(sales).isEmpty());
    }
    SECTION("Esc leaves the line, not the window")
    {
        QTest::keyClick(nameLine(sales), Qt::Key_Escape);
        CHECK(sales.dialog->isVisible());
        CHECK_FALSE(nameLine(sales)->isVisibleTo(sales.dialog));
    }
}

TEST_CASE("A name that no file can have is refused where it was typed", "[ui]")
{
    Assistant sales(march, u"march.csv"_s);
    sales.open();
    sales.button(u"Save these answers as…"_s)->click();
    QTest::keyClicks(nameLine(sales), u"a/b"_s);
    QTest::keyClick(nameLine(sales), Qt::Key_Return);
    REQUIRE(await([&] { return !remark(sales).isEmpty(); }));
    CHECK(sales.dialog->findChild<ui::ProfileRow *>()->findChild<ui::RemarkLabel *>()->isRefusal());
}

TEST_CASE("A profile of the command line chooses what the window has for it", "[ui]")
{
    Assistant sales("Deal;Stage;Ended\nOak;Won;03/04/2026\n", u"march.csv"_s);
    transfer::ImportProfile profile{.kind = EntityKind::Deal};
    profile.csv.separator = u';';
    profile.rules.map = {{u"Ended"_s, u"stage_entered_at"_s}};
    profile.rules.match = {u"name"_s};
    profile.rules.existing = transfer::DuplicatePolicy::Overwrite;
    profile.rules.isExistingSaid = true;
    profile.rules.dateOrder = DateOrder::MonthDayYear;
    valueOf(app::storeProfile(sales.settings.profileFolder(), u"shell"_s, profile, app::OverKnown::No));
    sales.open();
    CHECK(sales.choice(u"Ended goes into"_s)->findText(u"In stage since"_s) < 0);
    sales.choose(answers, u"“shell”"_s);
    // What a profile names is shown, though it is not offered otherwise.
    REQUIRE(await([&] { return goes(sales, u"Ended"_s) == u"In stage since"_s; }));
    CHECK(sales.choice(u"Separator"_s)->currentText() == u"semicolon"_s);
    CHECK(sales.choice(u"Dates"_s)->currentText() == u"month, day, year"_s);
    CHECK(sales.choice(u"What tells that a record is there already"_s)->currentText()
          == u"if it has the same “Name”:"_s);
    CHECK(sales.choice(u"What becomes of a record that is there already"_s)->currentText()
          == u"overwrite it"_s);
    sales.choose(answers, u"none of before"_s);
    REQUIRE(await([&] { return sales.choice(u"Dates"_s)->currentText() == u"dates as found"_s; }));
    CHECK(sales.choice(u"Separator"_s)->currentText() == u"separator as found"_s);
}

TEST_CASE("What words mean is kept with the answers, and not asked again", "[ui]")
{
    constexpr auto people = "Last name,Organisation,Lead Status\nOne,Alpha,Sleeping\n";
    Assistant leads(people, u"leads.csv"_s);
    leads.open();
    const QString asked = u"What does “Sleeping” mean in “Lead Status”?"_s;
    leads.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return leads.choice(asked) != nullptr; }));
    leads.choose(asked, u"Nurture"_s);
    saveAs(leads, u"words"_s);
    leads.close();

    const TextFile next("Last name,Organisation,Lead Status\nTwo,Beta,sleeping\n", u"leads.csv"_s);
    leads.openFile(next.path());
    leads.choose(answers, u"“words”"_s);
    REQUIRE(await([&] { return !leads.button(u"Use “words”: all of it fits"_s); })); // it is in use
    leads.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !leads.dialog; }));
    const std::vector<Record> made = leads.book.all(EntityKind::Lead);
    REQUIRE(made.size() == 1);
    CHECK(as<Lead>(made.front()).status == store::defaults::nurture);
}

TEST_CASE("The answers of the last import are proposed for the next file", "[ui]")
{
    Assistant sales(march, u"march.csv"_s);
    sales.open();
    CHECK_FALSE(sales.button(u"Use the answers of last time: all of them fit"_s));
    sales.choose(u"Account goes into"_s, u"Competitor"_s);
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; }));
    const TextFile next(april, u"april.csv"_s);
    sales.openFile(next.path());
    REQUIRE(sales.button(u"Use the answers of last time: all of them fit"_s));
    sales.button(u"Use the answers of last time: all of them fit"_s)->click();
    REQUIRE(await([&] { return goes(sales, u"Account"_s) == u"Competitor"_s; }));
    CHECK(sales.choice(answers)->currentText() == u"as last time"_s);
}

TEST_CASE("Whoever closes the window, looks at another file and comes back goes on where they were", "[ui]")
{
    Assistant sales("Report of deals\nmade by Eva\n\nDeal,Stage,Account,Zone\nOak,Offer,Alpha,red\n",
                    u"march.csv"_s);
    sales.open();
    sales.choose(u"Account goes into"_s, u"Competitor"_s);
    sales.choose(u"What tells that a record is there already"_s, u"every row is new"_s);
    sales.choose(u"Dates"_s, u"day, month, year"_s);
    sales.close();

    const TextFile other("Name,City\nGamma,Ulm\n", u"companies.csv"_s);
    sales.openFile(other.path());
    CHECK_FALSE(sales.choice(u"Account goes into"_s));
    sales.close();

    sales.open();
    CHECK(goes(sales, u"Account"_s) == u"Competitor"_s);
    CHECK(sales.choice(answers)->currentText() == u"as you left it"_s);
    CHECK(sales.choice(u"What tells that a record is there already"_s)->currentText()
          == u"every row is new"_s);
    CHECK(sales.choice(u"Dates"_s)->currentText() == u"day, month, year"_s);
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.dialog; }));
    CHECK(theDeal(sales).competitor == u"Alpha"_s);

    sales.open(); // it is imported: nothing is left to go on with
    CHECK(goes(sales, u"Account"_s) == u"Company"_s);
}

TEST_CASE("What was said of one kind of record is there when one comes back to it", "[ui]")
{
    Assistant sales("Name,Stage,Account\nOak,Offer,Alpha\n", u"march.csv"_s);
    sales.open();
    const QString kind = u"What the file holds"_s;
    const QString existing = u"What becomes of a record that is there already"_s;
    const auto isRead = [&](const QString &column) {
        REQUIRE(await(
            [&] { return sales.dialog->findChild<ui::ImportMapping *>()->targets().contains(column); }));
    };
    sales.choose(kind, u"deals"_s);
    isRead(u"stage"_s);
    sales.choose(u"Account goes into"_s, u"Competitor"_s);
    sales.choose(existing, u"overwrite it"_s);
    sales.choose(u"Currency of amounts that name none"_s, u"USD"_s);

    sales.choose(kind, u"companies"_s);
    REQUIRE(await([&] { return sales.choice(u"Account goes into"_s)->findText(u"Competitor"_s) < 0; }));
    sales.choose(existing, u"leave it as it is"_s);
    sales.choose(u"Stage goes into"_s, u"Sector"_s);

    sales.choose(kind, u"deals"_s);
    isRead(u"stage"_s);
    CHECK(goes(sales, u"Account"_s) == u"Competitor"_s);
    CHECK(sales.choice(existing)->currentText() == u"overwrite it"_s);
    CHECK(sales.choice(u"Currency of amounts that name none"_s)->currentData().toString() == u"USD"_s);

    sales.choose(kind, u"companies"_s);
    isRead(u"sector"_s);
    CHECK(sales.choice(existing)->currentText() == u"leave it as it is"_s);
}
