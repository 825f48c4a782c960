// SPDX-License-Identifier: GPL-3.0-or-later
// What a user sees of a file that is not as it should be, before any of it is imported. With HEADWAY_STORY_PICTURES
// naming a folder, the pictures of docs/import.md are taken on the way.
#include "golden/golden.h"
#include "support/filesassistant.h"
#include "support/importassistant.h"
#include "ui/style/theme.h"
#include "ui/transfer/importopening.h"
#include "ui/transfer/importoutcome.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSpinBox>

#include <utility>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

QString pictureFolder()
{
    return qEnvironmentVariable("HEADWAY_STORY_PICTURES");
}

void inTheLookOfThePictures()
{
    if (!pictureFolder().isEmpty())
        ui::applyTheme(*qApp, app::Look::Light);
}

void itLooksLikeThis(QWidget &dialog, const QString &picture)
{
    if (pictureFolder().isEmpty())
        return;
    QImage seen;
    QElapsedTimer stillFor;
    REQUIRE(await([&] { // until nothing on it has moved for a while
        const QImage now = pictureOf(dialog, 1);
        if (now != std::exchange(seen, now))
            stillFor.start();
        return stillFor.hasExpired(200);
    }));
    CHECK(seen.save(pictureFolder() + u'/' + picture + u".png"_s));
}

// A salesperson with a file, at a window of one size.
struct Newcomer : Assistant {
    Newcomer(const QByteArray &content, const QString &name) : Assistant(content, name)
    {
        inTheLookOfThePictures();
        open();
        dialog->resize(880, 560);
    }

    void itLooksLikeThis(const QString &picture) const { ::itLooksLikeThis(*dialog, picture); }
    QString example(int row) const { return dialog->findChild<ui::ImportMapping *>()->item(row, 1)->text(); }
};

} // namespace

TEST_CASE("A file in another encoding is seen to be read wrongly, and read rightly once somebody says",
          "[ui][import-pictures]")
{
    // Žaneta Dvořáková of Škoda in Plzeň, in Windows-1250.
    Newcomer people("Name;Firma;Ort\n\x8e"
                    "aneta Dvo\xf8\xe1kov\xe1;\x8akoda;Plze\xf2\n",
                    u"lide.csv"_s);
    people.choose(u"Encoding"_s, u"Windows-1252"_s);
    REQUIRE(await([&] { return people.example(0) == u"Žaneta Dvoøáková"_s; }));
    people.itLooksLikeThis(u"import-encoding"_s);
    people.choose(u"Encoding"_s, u"Windows-1250"_s);
    REQUIRE(await([&] { return people.example(0) == u"Žaneta Dvořáková"_s; }));
    CHECK(people.example(2) == u"Plzeň"_s);
}

TEST_CASE("The line of the column names is seen among the first lines of the file", "[ui][import-pictures]")
{
    Newcomer sales("Pipeline of the north\nExported by Ana Ruiz on 1 November 2026\n\n"
                   "Deal name;Stage;Amount;Customer\nTowers;Offer;€12,000;Alpha\nCranes;Offer;€1,500;Beta\n",
                   u"pipeline.csv"_s);
    CHECK(sales.dialog->findChild<QSpinBox *>()->text() == u"line 4, as found"_s);
    CHECK(sales.dialog->findChild<ui::ImportMapping *>()->columns().front() == u"Deal name"_s);
    sales.itLooksLikeThis(u"import-header"_s);
}

TEST_CASE("A word that nobody knows stops the import with a question at its place", "[ui][import-pictures]")
{
    Newcomer leads("Last name,Company,Lead Status,Email\nBerg,Alpha,Sleeping,anna@alpha.example\n"
                   "Cole,Beta,sleeping,\nDiaz,Gamma,Contacted,\n",
                   u"leads.csv"_s);
    leads.button(u"Import"_s)->click();
    const QString asked = u"What does “Sleeping” mean in “Lead Status”? · 2 rows"_s;
    REQUIRE(await([&] { return leads.questions() == QStringList{asked}; }));
    CHECK(leads.book.all(EntityKind::Lead).empty());
    leads.itLooksLikeThis(u"import-word"_s);
}

TEST_CASE("A link to nothing is told with its rows before anything is imported", "[ui][import-pictures]")
{
    Newcomer people(
        "Id,Name,Account Id,Email\n1,Anna Berg,77,anna@alpha.example\n2,Bob Cole,77,bob@alpha.example\n",
        u"contacts.csv"_s);
    people.button(u"Import"_s)->click();
    REQUIRE(await([&] { return people.result().contains(u"has the id “77”"_s); }));
    CHECK(people.result().contains(u"Links of Account Id: 0 of 2 found"_s));
    CHECK(people.book.all(EntityKind::Contact).empty());
    const auto *outcome = people.dialog->findChild<ui::ImportOutcome *>();
    REQUIRE(await([&] { // it comes into sight by itself
        return outcome->visibleRegion().boundingRect().height() == outcome->height();
    }));
    people.itLooksLikeThis(u"import-link"_s);
}

TEST_CASE("The files of another program are seen in their order, each with what it holds",
          "[ui][import-pictures]")
{
    inTheLookOfThePictures();
    FilesAssistant files;
    files.folder.add(u"companies.csv"_s,
                     "Record ID,Company name,City\n9001,Alpha,Berlin\n9002,Beta,Bremen\n");
    files.folder.add(u"contacts.csv"_s,
                     "Record ID,First Name,Last Name,Email,Associated Company IDs\n"
                     "51,Anna,Berg,anna@alpha.example,9001\n52,Bob,Cole,bob@beta.example,9002\n");
    files.folder.add(u"deals.csv"_s,
                     "Record ID,Deal Name,Deal Stage,Amount,Associated Company IDs,Associated Contact IDs\n"
                     "71,Towers,Offer,1200,9001,51\n72,Cranes,Negotiation,800,9002,52\n");
    files.folder.add(u"price list.pdf"_s, "%PDF-1.7\n");
    files.open({files.folder.path()});
    files.dialog->resize(880, 560);
    CHECK(files.column(0)
          == QStringList{u"companies.csv"_s, u"contacts.csv"_s, u"deals.csv"_s, u"price list.pdf"_s});
    files.click(u"Check only"_s);
    REQUIRE(await([&] { return !files.result().isEmpty(); }));
    itLooksLikeThis(*files.dialog, u"import-folder"_s);
}
