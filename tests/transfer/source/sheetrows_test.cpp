// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/sheetrows.h"

#include "exchange/csv/figure.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/transfer.h"

using namespace headway;
using namespace headway::transfer;
using namespace Qt::StringLiterals;
using exchange::isFigure;
using test::FreshBook;

namespace {

// A row a line, cells separated by bars; an empty line is a gap, "#" the column names once more.
SheetShape::Verdict verdictOn(const QString &text, const QStringList &above = {})
{
    SheetShape shape(above);
    bool isAfterGap = false;
    for (const QString &line : text.split(u'\n')) {
        if (!line.isEmpty())
            shape.note({line.split(u'|'), isAfterGap, line.startsWith(u'#')});
        isAfterGap = line.isEmpty();
    }
    return shape.verdict();
}

QStringList companies(FreshBook &book)
{
    QStringList names;
    for (const Company &company : test::all<Company>(book))
        names += company.name;
    return names;
}

QStringList tagsOf(FreshBook &book, const QString &company)
{
    const Company of = test::named<Company>(book, company);
    QStringList names;
    for (const TagLink &link : test::all<TagLink>(book)) {
        if (link.recordKind == EntityKind::Company && link.recordId == of.id.value)
            names += book.load<Tag>(link.tag).name;
    }
    return names;
}

QStringList notesOf(const ImportReport &report)
{
    QStringList notes;
    for (const Sentence &note : report.notes)
        notes += inEnglish(note);
    return notes;
}

const ImportQuestion *asked(const ImportReport &report, ImportQuestion::About about)
{
    for (const ImportQuestion &question : report.questions) {
        if (question.about == about)
            return &question;
    }
    return nullptr;
}

ImportReport importedAs(FreshBook &book, exchange::TableRows rows, const QByteArray &csv)
{
    const test::TextFile file(csv);
    SourceFile source{.path = file.path()};
    source.csv.rows = rows;
    return test::importFrom(book, {.kind = EntityKind::Company}, source);
}

constexpr const char *board = "Accounts board,,\n"
                              "\n"
                              "Key accounts,,\n"
                              "Name,City,Employees\n"
                              "Alpha,Berlin,10\n"
                              "Beta,,20\n"
                              "Solo,,\n"
                              ",,30\n"
                              "\n"
                              "Berlin; and around,,\n"
                              "Name,City,Employees\n"
                              "Gamma,Potsdam,5\n"
                              ",,5\n";

} // namespace

TEST_CASE("Rows with nothing but a first cell are titles only where titles stand", "[transfer]")
{
    using V = SheetShape::Verdict;
    const auto is = [](const V &verdict, Titles titles, bool isSure = true) {
        return verdict.titles == titles && verdict.isSure == isSure;
    };
    CHECK(is(verdictOn(u"A|1|2\nB|3|4"_s), Titles::None));
    CHECK(is(verdictOn(u""_s), Titles::None));
    // above the column names, again and again; names on each page are none
    CHECK(is(verdictOn(u"A|1\nQ2|\n#|\nB|2\nQ3|\n#|\nC|3"_s), Titles::AboveHeaders));
    CHECK(is(verdictOn(u"A|1\nX|\n#|\nB|2"_s, {u"Y"_s, QString()}), Titles::AboveHeaders));
    CHECK(is(verdictOn(u"A|1\nAnna|\n#|\nB|2"_s), Titles::None));
    CHECK(is(verdictOn(u"A|1\nB|2\n#|\nC|3\nD|4\n#|\nE|5"_s, {u"Title"_s}), Titles::None));
    // below empty rows and sums
    CHECK(is(verdictOn(u"North|\nA|1\nB|2\n\nSouth|\nC|3\n\nWest|\nD|4"_s), Titles::AfterGaps));
    CHECK(is(verdictOn(u"Q1 deals|\nA|1\nB|2\n\nQ2 deals|\nC|3"_s), Titles::AfterGaps));
    CHECK(is(verdictOn(u"North|\nA|1\nB|2\n|3\nSouth|\nC|3\n|3"_s), Titles::AfterGaps));
    CHECK(is(verdictOn(u"A|1\nB|2\n\nAnna|\nC|3"_s), Titles::AfterGaps, false));
    // by their words
    CHECK(is(verdictOn(u"Q1 deals|\nA|1\nB|2\nQ2 deals|\nC|3"_s), Titles::Anywhere));
    CHECK(is(verdictOn(u"Anna|\nA|1\nB|2\nBob|\nC|3"_s), Titles::Anywhere, false));
    // people of whom only the name is known
    CHECK(is(verdictOn(u"Anna|\nBob|Rome\nCarl|Oslo"_s), Titles::None));
    CHECK(is(verdictOn(u"Anna|Rome\nBob|\nCarl|\nDora|Oslo"_s), Titles::None));
    CHECK(is(verdictOn(u"Anna|Rome\nBob|\nDora|Oslo"_s), Titles::None));
    CHECK(is(verdictOn(u"Anna|\nBob|\nDora|"_s), Titles::None));
    CHECK(is(verdictOn(u"Anna\nBob\n\nDora"_s), Titles::None));
}

TEST_CASE("Titles are told by their words, sums by their figures", "[transfer]")
{
    for (const char *title :
         {"Q1 deals", "New leads", "-- Berlin --", "Clients:", "2026", "Neukunden", "KW12"})
        CHECK(isLikeTitle(QString::fromUtf8(title)));
    for (const char *name : {"Anna Berg", "Alpha GmbH", "Dealer AG", "Berlin"})
        CHECK_FALSE(isLikeTitle(QString::fromUtf8(name)));
    CHECK(isSumRow({QString(), u"3,000"_s, u"2026-01-01 to 2026-02-01"_s}));
    CHECK(isSumRow({u"Summe"_s, QString(), u"EUR 12.300,00"_s}));
    CHECK(isBareSum({QString(), u" TOTAL "_s, u"5"_s}));
    CHECK(isBareSum({u"Gesamt"_s}));
    for (const QString &text : {u"Total:"_s, u"Grand total"_s, u"Zwischensumme"_s, u"Total SA"_s})
        CHECK_FALSE(isBareSum({text, u"5"_s}));
    CHECK_FALSE(isSumRow({QString(), u"Berlin"_s, u"3"_s}));
    CHECK_FALSE(isSumRow({u"Alpha"_s, u"3"_s}));
    CHECK_FALSE(isSumRow({u"3"_s}));

    ColumnSums sums;
    sums.add({u"Alpha"_s, u"1.200,50 €"_s, u"+49 30 1"_s});
    sums.add({u"Beta"_s, u"300"_s, QString()});
    CHECK(sums.explains({u"Total"_s, u"1.500,50"_s, QString()}));
    CHECK(sums.explains({u"Total"_s, u"2"_s, QString()}));
    CHECK(sums.explains({u"Total"_s, u"750.25"_s, QString()}));
    CHECK_FALSE(sums.explains({u"Total"_s, u"100000"_s, u"+33 1 47 44 45 46"_s}));
    CHECK_FALSE(sums.explains({u"Total"_s, QString(), QString()}));
}

TEST_CASE("A refund is taken off the sum below, however it is written", "[transfer]")
{
    const QString refund =
        QString::fromUtf8(GENERATE(Catch::Generators::as<const char *>{}, "-1000", "- 1.000,00 €", "−1000",
                                   "–1000", "1000-", "(1,000.00)", "$(1,000)"));
    CAPTURE(refund.toStdString());
    CHECK(isFigure(refund));
    ColumnSums sums;
    sums.add({u"Towers"_s, refund});
    sums.add({u"Cranes"_s, u"2500"_s});
    CHECK(sums.explains({u"Total"_s, u"1500"_s}));
    CHECK(sums.explains({u"Total"_s, u"1.500,-"_s})); // no cents
    CHECK(sums.explains({u"Total"_s, u"(2)"_s}));     // rows
    CHECK_FALSE(sums.explains({u"Total"_s, u"3500"_s}));
    CHECK_FALSE(sums.explains({u"Total"_s, u"-1500"_s}));
    CHECK_FALSE(sums.explains({u"Total"_s, u"15-00"_s}));
    FreshBook book(sql::Engine::Sqlite);
    test::givenPipeline(book);
    const ImportReport report = test::import(book, {.kind = EntityKind::Deal, .currency = u"EUR"_s},
                                             "Deal name;Stage;Amount\nTowers;Offer;" + refund.toUtf8()
                                                 + "\nCranes;Offer;2500\nTotal;;1500\n");
    CHECK(report.read == 2);
    CHECK(notesOf(report).contains(u"Left out below the data: Total 1500."_s));
}

TEST_CASE("A total is no deal, in whatever currency it is", "[transfer]")
{
    const QString money =
        QString::fromUtf8(GENERATE(Catch::Generators::as<const char *>{}, "USD %1", "%1 EUR", "R$ %1",
                                   "US$%1", "₹%1", "%1 zł", "%1 Kč", "₽ %1", "%1 kr"));
    CAPTURE(money.toStdString());
    FreshBook book(sql::Engine::Sqlite);
    test::givenPipeline(book);
    const QByteArray rows =
        u"Deal name;Stage;Amount\nTowers;Offer;%1\nCranes;Offer;%2\n"_s.arg(money.arg(1500), money.arg(2000))
            .toUtf8();
    const auto readOf = [&](int total) {
        return test::import(book, {.kind = EntityKind::Deal, .currency = u"EUR"_s, .mode = RunMode::Dry},
                            rows + u"Total;;%1\n"_s.arg(money.arg(total)).toUtf8())
            .read;
    };
    CHECK(readOf(3500) == 2);
    CHECK(readOf(4000) == 3); // it does not add up: a deal may be called so
    const ImportReport grouped =
        test::import(book, {.kind = EntityKind::Deal, .currency = u"EUR"_s, .mode = RunMode::Dry},
                     u"Stage;Deal name;Amount\nOffer;Towers;%1\nOffer;Cranes;%2\n;Total;%3\n"_s
                         .arg(money.arg(1500), money.arg(2000), money.arg(3500))
                         .toUtf8());
    CHECK(grouped.read == 2);
    CHECK(areFiguresBehind({QString(), u"Total"_s, money.arg(5), QString()}));
    CHECK_FALSE(areFiguresBehind({u"Total"_s, u"Berlin"_s, money.arg(5)}));
    CHECK_FALSE(areFiguresBehind({u"Total"_s})); // in a file of one column it is a name
    CHECK_FALSE(isFigure(u"Q3 2026"_s));
    CHECK_FALSE(isFigure(u"A1"_s));
    CHECK_FALSE(isFigure(u"5 Kranz"_s));
}

TEST_CASE("A board goes in without its titles, column names and sums, and each row keeps its group",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = test::import(book, {.kind = EntityKind::Company}, board);
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Solo"_s, u"Gamma"_s});
    CHECK(report.read == 4);
    CHECK(report.rejected == 0);
    CHECK(test::named<Company>(book, u"Beta"_s).employees == 20);
    CHECK(tagsOf(book, u"Alpha"_s) == QStringList{u"Key accounts"_s});
    CHECK(tagsOf(book, u"Solo"_s) == QStringList{u"Key accounts"_s});
    CHECK(tagsOf(book, u"Gamma"_s).contains(u"Berlin"_s));
    const QStringList notes = notesOf(report);
    CHECK(notes.contains(u"1 row repeats the column names and was passed over."_s));
    CHECK(notes.contains(u"2 rows of sums were passed over."_s));
    CHECK(notes.contains(
        u"Titles of groups are no records, and are kept with their rows (2): Key accounts; Berlin; and around."_s));

    // The same again, matched by name, adds nothing.
    ImportRequest again{.kind = EntityKind::Company, .match = {u"name"_s}};
    again.existing = DuplicatePolicy::Fill;
    CHECK(test::import(book, again, board).unchanged == 4);
}

TEST_CASE("A board of one group is a table with a title and a sum", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report =
        test::import(book, {.kind = EntityKind::Company},
                     "Accounts,,\nNorth,,\nName,City,Employees\nAlpha,Berlin,10\nBeta,Rome,20\n,,30\n");
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s});
    CHECK(report.rejected == 0);
}

TEST_CASE("Titles are found below column names whose line was said", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const test::TextFile file("Board,x,y\nNorth,,\nName,City,Employees\nAlpha,Berlin,10\n"
                              "South,,\nName,City,Employees\nBeta,Rome,20\n");
    SourceFile source{.path = file.path()};
    source.csv.headerLine = 3;
    test::importFrom(book, {.kind = EntityKind::Company}, source);
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s});
    CHECK(tagsOf(book, u"Alpha"_s) == QStringList{u"North"_s});
    CHECK(tagsOf(book, u"Beta"_s) == QStringList{u"South"_s});
}

TEST_CASE("What belongs to a record of a board, below it, is no record", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = test::import(book, {.kind = EntityKind::Company},
                                             "North,,\nName,City,Employees\n"
                                             "Alpha,Berlin,10\n"
                                             "Subitems,Name,Owner\n,Plan,Ann\n,Build,3\n"
                                             "Beta,Rome,20\n,,30\n"
                                             "South,,\nName,City,Employees\nGamma,Wien,5\n");
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
    CHECK(notesOf(report).contains(u"2 rows of parts of other rows were passed over."_s));
    CHECK(notesOf(report).contains(u"1 row of sums was passed over."_s));
}

TEST_CASE("The groups of a board of deals are tags, or its stages if somebody says so", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray deals = "Qualified,,\nName,Company,Amount\nTowers,Alpha,1000\n,,1000\n"
                             "Offer,,\nName,Company,Amount\nCranes,Alpha,2000\nDam,Alpha,500\n,,2500\n";
    ImportRequest request{.kind = EntityKind::Deal, .createMissing = {EntityKind::Company}};
    request.mode = RunMode::Dry;
    const ImportReport dry = test::import(book, request, deals);
    CHECK(dry.created == 3);
    const ImportQuestion *question = asked(dry, ImportQuestion::About::Groups);
    REQUIRE(question);
    CHECK(question->column == u"Groups"_s);
    CHECK(question->answers == QStringList{u"tags"_s, u"stage"_s, u"nothing"_s});
    CHECK(question->rows == 3);
    CHECK(question->text == u"Qualified"_s);

    request.mode = RunMode::Real;
    request.map = {{u"Groups"_s, u"stage"_s}};
    const ImportReport report = test::import(book, request, deals);
    CHECK_FALSE(asked(report, ImportQuestion::About::Groups));
    const auto stageOf = [&](const QString &deal) {
        return book.load<Stage>(test::named<Deal>(book, deal).stage).name;
    };
    CHECK(stageOf(u"Towers"_s) == u"Qualified"_s);
    CHECK(stageOf(u"Dam"_s) == u"Offer"_s);
    CHECK(test::all<Tag>(book).empty());
}

TEST_CASE("Titles of a hand-made sheet are no records, in files without repeated column names", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = test::import(book, {.kind = EntityKind::Company},
                                             "Name,City,Sector\n"
                                             "Q1 customers,,\n"
                                             "Alpha,Berlin,Steel\n"
                                             "Beta,Rome,Paper\n"
                                             "Q2 customers,,\n"
                                             "Gamma,Wien,Wood\n");
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
    CHECK(tagsOf(book, u"Gamma"_s) == QStringList{u"Q2 customers"_s});
    CHECK(report.rejected == 0);
}

TEST_CASE("Somebody of whom only the name is known goes in; where it may be a title, it is asked",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport plain = test::import(book, {.kind = EntityKind::Company},
                                            "Name,City,Sector\nAlpha,,\nBeta,Rome,Paper\nGamma,,\n");
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
    CHECK(plain.questions.empty());

    const QByteArray doubtful = "Name,City,Sector\nDelta,Berlin,Steel\n\nNorth,,\nEta,Rome,Paper\n";
    const ImportReport report = test::import(book, {.kind = EntityKind::Company}, doubtful);
    CHECK(report.created == 3);
    const ImportQuestion *question = asked(report, ImportQuestion::About::LoneCell);
    REQUIRE(question);
    CHECK(question->text == u"North"_s);
    CHECK(question->rows == 1);

    CHECK(importedAs(book, exchange::TableRows::WithTitles, doubtful).created == 2);
    CHECK(tagsOf(book, u"Eta"_s).isEmpty()); // the first Eta
    const ImportReport all = importedAs(book, exchange::TableRows::Records, doubtful);
    CHECK(all.created == 3);
    CHECK_FALSE(asked(all, ImportQuestion::About::LoneCell));
    CHECK_FALSE(importedAs(book, exchange::TableRows::Records, board).notes.empty());
}

TEST_CASE("A company called Total is no footer; what adds up is one", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray rows = "Name,City,Employees,Phone\nAlpha,Berlin,10,\nBeta,Rome,20,+49 30 5550100\n";
    SECTION("a number to call is no sum")
    {
        const ImportReport report =
            test::import(book, {.kind = EntityKind::Company}, rows + "Total,,,+33 1 47 44 45 46\n");
        CHECK(companies(book).contains(u"Total"_s));
        CHECK(notesOf(report).contains(
            u"The last row, “Total +33 1 47 44 45 46”, begins like a sum, but is none; it is read like the others."_s));
    }
    SECTION("nor are figures that do not add up, though a real sum stands below")
    {
        test::import(book, {.kind = EntityKind::Company},
                     rows + "Total,,100000,\nTotal,,100030,\nCopyright 2026 Somebody,,,\n");
        CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Total"_s});
    }
    SECTION("a sum is left out")
    {
        const ImportReport report = test::import(book, {.kind = EntityKind::Company}, rows + "Total,,30,\n");
        CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s});
        CHECK(notesOf(report).contains(u"Left out below the data: Total 30."_s));
        CHECK(report.questions.empty());
    }
    SECTION("without anything else it is asked")
    {
        const ImportReport report = test::import(book, {.kind = EntityKind::Company}, rows + "Total,,,\n");
        CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s});
        REQUIRE(asked(report, ImportQuestion::About::LastRow));
        CHECK(importedAs(book, exchange::TableRows::Records, rows + "Total,,,\n").created == 3);
    }
    SECTION("figures without a name are a sum if they add up")
    {
        const ImportReport report = test::import(book, {.kind = EntityKind::Company}, rows + ",,30,\n");
        CHECK(report.created == 2);
        CHECK(report.rejected == 0);
        const ImportReport other = test::import(book, {.kind = EntityKind::Company}, rows + ",,77,\n");
        CHECK(other.read == 3); // nobody's row is dropped in silence
    }
    SECTION("subtotals between the rows are no records")
    {
        const ImportReport report = test::import(
            book, {.kind = EntityKind::Company},
            "Name,City,Employees\nAlpha,Berlin,10\nSubtotal,,10\nBeta,Rome,20\nSubtotal,,20\nGrand Total,,30\n");
        CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s});
        CHECK(notesOf(report).contains(u"1 row of sums was passed over."_s));
        CHECK(notesOf(report).contains(u"Left out below the data: Subtotal 20; Grand Total 30."_s));
    }
    SECTION("longer names were never in doubt")
    {
        test::import(book, {.kind = EntityKind::Company}, rows + "Total SA,,,\n");
        CHECK(companies(book).contains(u"Total SA"_s));
    }
}

TEST_CASE("Whatever a sheet looks like, nobody with more than a name is lost, and no record is made up",
          "[transfer]")
{
    const QStringList shapes{u"P%1,Berlin,5"_s,  u"P%1,,7"_s,       u"L%1,,"_s,     u",,"_s,   u""_s,
                             u"Q1 deals,,"_s,    u"Name,City,N"_s,  u"Total,,12"_s, u",,12"_s, u"Total,,"_s,
                             u"P%1,\"a\nb\","_s, u"Subitems,a,b"_s, u",x,y"_s};
    quint32 seed = 7;
    const auto number = [&seed](quint32 below) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 16) % below;
    };
    for (int round = 0; round < 120; ++round) {
        QString text = u"Name,City,N\n"_s;
        QStringList people;
        qsizetype rows = 0;
        for (int row = 0; row < 12; ++row) {
            const QString &line = shapes[number(quint32(shapes.size()))];
            const QString written = line.contains(u'%') ? line.arg(row) : line;
            text += written + u'\n';
            if (written.startsWith(u'P'))
                people += written.section(u',', 0, 0);
            rows += QString(written).remove(u',').isEmpty() || written == "Name,City,N"_L1 ? 0 : 1;
        }
        CAPTURE(text);
        const test::TextFile file(text.toUtf8());
        const auto namesBy = [&](std::optional<exchange::TableRows> said) {
            SourceFile written{.path = file.path()};
            written.csv.rows = said;
            written.csv.headerLine = 1;
            written.csv.separator = u',';
            const auto source = test::valueOf(openSource(written));
            test::valueOf(source->begin());
            QStringList names;
            while (const auto item = test::valueOf(source->next())) {
                REQUIRE(std::holds_alternative<SourceRow>(*item));
                names += std::get<SourceRow>(*item).cells.front();
            }
            return names;
        };
        CHECK(namesBy(exchange::TableRows::Records).size() == rows);
        for (const auto &said :
             {std::optional<exchange::TableRows>(), std::optional(exchange::TableRows::WithTitles)}) {
            const QStringList names = namesBy(said);
            CHECK(names.size() <= rows);
            for (const QString &name : people)
                CHECK(names.contains(name));
        }
    }
}
