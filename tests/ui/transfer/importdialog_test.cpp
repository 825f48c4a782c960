// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importdialog.h"

#include "app/program/settings.h"
#include "app/text/display.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "support/await.h"
#include "support/openbook.h"
#include "support/transfer.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/flatbutton.h"
#include "ui/transfer/importmapping.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTableWidget>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// The import assistant on a file, and its user.
struct Assistant {
    OpenBook book{OpenBook::Content::Defaults};
    app::Settings settings{book.folderPath(u"headway.ini"_s)};
    Dialogs dialogs{settings};
    app::Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    TextFile file;
    QPointer<ImportDialog> dialog;

    explicit Assistant(const QByteArray &content) : file(content, u"pipeline.csv"_s) {}
    ~Assistant() { delete dialog; }

    void open()
    {
        dialog = new ImportDialog(book.workspace(), display, dialogs, file.path());
        dialog->open();
        REQUIRE(await([&] { return dialog->findChild<ImportMapping *>()->rowCount() > 0; }));
        REQUIRE(await([&] { return target(0) != u"?"_s; }));
    }

    QComboBox *choice(const QString &name) const
    {
        for (auto *box : dialog->findChildren<QComboBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    QString target(int row) const { return dialog->findChild<ImportMapping *>()->targets().at(row); }
    void choose(const QString &name, const QString &text)
    {
        QComboBox *box = choice(name);
        REQUIRE(box);
        const int index = box->findText(text);
        REQUIRE(index >= 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    FlatButton *button(const QString &text) const
    {
        QStringList seen;
        for (auto *each : dialog->findChildren<FlatButton *>()) {
            if (each->text() == text && each->isVisibleTo(dialog))
                return each;
            seen += each->text();
        }
        UNSCOPED_INFO("buttons: " << seen.join(u", "_s).toStdString());
        return nullptr;
    }
    QString result() const
    {
        for (const auto *label : dialog->findChildren<QLabel *>()) {
            if (label->accessibleName() == u"What became of the rows"_s)
                return label->text();
        }
        return {};
    }
    QTableWidget *rejected() const
    {
        for (auto *table : dialog->findChildren<QTableWidget *>()) {
            if (table->accessibleName() == u"Rows that cannot be taken"_s)
                return table;
        }
        return nullptr;
    }
    qsizetype deals() { return qsizetype(book.all(EntityKind::Deal).size()); }
};

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

TEST_CASE("A name that is near to a known one stops the import and is asked", "[ui]")
{
    Assistant sales(pipeline);
    const ProductId known = sales.book.add(Product{.name = u"GTX Pro"_s});
    sales.open();
    sales.button(u"Import"_s)->click();
    REQUIRE(await([&] { return !sales.result().isEmpty(); }));
    CHECK(sales.result().contains(u"2 cannot be taken"_s));
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
    SECTION("the others go in without it")
    {
        sales.choose(u"What “GTXPro” is"_s, u"is not known: leave these rows out"_s);
        sales.button(u"Import"_s)->click();
        REQUIRE(await([&] { return sales.button(u"Import the other 1"_s); }));
        sales.button(u"Import the other 1"_s)->click();
        REQUIRE(await([&] { return sales.button(u"Close"_s) && sales.deals() == 1; }));
    }
}

TEST_CASE("Rows that cannot be taken are shown with line and reason, and saved for mending", "[ui]")
{
    Assistant sales("name,stage,amount,expected_close\n"
                    "Good,Offer,100,2027-01-05\n"
                    "Bad day,Offer,100,2027-02-30\n"
                    "Bad money,Offer,a lot,2027-01-05\n");
    sales.open();
    sales.button(u"Check only"_s)->click();
    REQUIRE(await([&] { return !sales.result().isEmpty(); }));
    CHECK(sales.result().contains(u"1 would be new"_s));
    REQUIRE(sales.rejected()->rowCount() == 2);
    CHECK(sales.rejected()->item(0, 0)->text() == u"3"_s);
    CHECK(sales.rejected()->item(0, 1)->text() == u"expected_close"_s);
    CHECK(sales.deals() == 0);

    const QString saved = sales.book.folderPath(u"mend.csv"_s);
    sales.dialogs.answerNextFile(saved);
    sales.button(u"Save the rows not taken…"_s)->click();
    REQUIRE(await([&] { return !contentOf(saved).isEmpty(); }));
    const QByteArray rows = contentOf(saved);
    CHECK(rows.contains("Bad day"));
    CHECK(rows.contains("Bad money"));
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
    sales.choose(u"note goes into"_s, u"next step"_s);
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
    CHECK(result.contains(u"Line 2, account_id: Nothing is “77” in “csv”."_s));
    CHECK(result.contains(
        u"Where does “close_date” go? It holds “Yes”, which does not fit its name, and is left out. · 2 rows"_s));
    REQUIRE(sales.button(u"Import all the same"_s));

    SECTION("who says where the column goes is not asked again")
    {
        sales.choose(u"close_date goes into"_s, u"– not imported –"_s);
        sales.button(u"Check only"_s)->click();
        REQUIRE(await([&] { return !sales.result().isEmpty(); }));
        CHECK_FALSE(sales.result().contains(u"close_date"_s));
    }
    SECTION("who goes on takes the deals without them")
    {
        sales.button(u"Import all the same"_s)->click();
        REQUIRE(await([&] { return sales.deals() == 2; }));
    }
}
