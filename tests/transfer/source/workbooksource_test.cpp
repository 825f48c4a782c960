// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks go into a book like CSV files, with what their cells mean.
#include "transfer/source/rowsource.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/transfer.h"
#include "support/workbookfile.h"

#include <QFile>

using namespace headway;
using namespace headway::transfer;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

QStringList notesOf(const ImportReport &report)
{
    QStringList notes;
    for (const Sentence &note : report.notes)
        notes += inEnglish(note);
    return notes;
}

QByteArray text(const QByteArray &value)
{
    return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
}

QByteArray number(const QByteArray &value, int style = 0)
{
    return "<c s=\"" + QByteArray::number(style) + "\"><v>" + value + "</v></c>";
}

QByteArray row(const QByteArray &cells, int line = 0)
{
    return (line > 0 ? "<row r=\"" + QByteArray::number(line) + "\">" : QByteArray("<row>")) + cells
        + "</row>";
}

// The cells of all rows, as they are read, and problems.
QStringList readRows(const SourceFile &file)
{
    const auto source = valueOf(openSource(file));
    QStringList lines{valueOf(source->begin()).names.join(u'|')};
    while (auto item = valueOf(source->next())) {
        if (const auto *present = std::get_if<SourceRow>(&*item))
            lines += QString::number(present->line) + u": "_s + present->cells.join(u'|');
        else
            lines += u"! "_s + inEnglish(std::get<SourceProblem>(*item).reason);
    }
    return lines;
}

QStringList readRows(const Parts &parts)
{
    const PackedFile file(parts);
    return readRows(SourceFile{.path = file.path()});
}

QString refusal(const SourceFile &file)
{
    const auto source = openSource(file);
    return source ? QString() : inEnglish(source.error().text);
}

} // namespace

TEST_CASE("A workbook's numbers and days can be read in one way only", "[transfer][workbook]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const PackedFile file(
        xlsxParts(row(text("Deal") + text("Amount") + text("Probability") + text("Expected close"))
                      + row(text("One") + number("1.234") + number("0.35", 2) + number("46085", 1))
                      + row(text("Two") + number("1234.5", 3) + number("0.6", 2) + number("46116", 1)),
                  {"14", "9", "#,##0.00\\ [$CHF]"}));
    const ImportReport report = importFile(
        book, {.kind = EntityKind::Deal, .rounding = exchange::Rounding::Nearest, .currency = u"EUR"_s},
        file.path());
    CHECK(report.created == 2);
    CHECK(report.rejected == 0);
    const Deal one = named<Deal>(book, u"One"_s);
    const Deal two = named<Deal>(book, u"Two"_s);
    CHECK(one.amount == 123);
    CHECK(one.currency == u"EUR"_s);
    CHECK(one.expectedClose == QDate(2026, 3, 4));
    CHECK(one.probabilityOverride == 35);
    CHECK(two.amount == 123450);
    CHECK(two.currency == u"CHF"_s);
    CHECK(two.expectedClose == QDate(2026, 4, 4));
}

TEST_CASE("Typed texts beside true numbers are read as they are written", "[transfer][workbook]")
{
    FreshBook book(sql::Engine::Sqlite);
    givenPipeline(book);
    const PackedFile file(xlsxParts(row(text("Deal") + text("Amount")) + row(text("One") + text("1.234,50"))
                                    + row(text("Two") + number("1.25"))
                                    + row(text("Three") + number("4321.5"))));
    CHECK(importFile(book, {.kind = EntityKind::Deal, .currency = u"EUR"_s}, file.path()).rejected == 0);
    CHECK(named<Deal>(book, u"One"_s).amount == 123450);
    CHECK(named<Deal>(book, u"Two"_s).amount == 125);
    CHECK(named<Deal>(book, u"Three"_s).amount == 432150);
}

TEST_CASE("A text that can be read in two ways is asked, whatever the numbers beside it",
          "[transfer][workbook]")
{
    FreshBook book(sql::Engine::Sqlite);
    givenPipeline(book);
    const PackedFile file(xlsxParts(row(text("Deal") + text("Amount")) + row(text("One") + text("1,234"))
                                    + row(text("Two") + number("1.25"))));
    const auto imported = [&](std::optional<QChar> mark) {
        return transfer::importFile(book.connection(), {.path = file.path()},
                                    {.kind = EntityKind::Deal, .decimalMark = mark, .currency = u"EUR"_s},
                                    book.actor());
    };
    const auto open = imported({});
    REQUIRE_FALSE(open);
    CHECK(open.error().detail == QString(exchange::decimalMarkUnclear));
    CHECK(valueOf(imported(u'.')).created == 2);
    CHECK(named<Deal>(book, u"One"_s).amount == 123400);
    CHECK(named<Deal>(book, u"Two"_s).amount == 125);
}

TEST_CASE("Column names of a sheet are found below notes and beside empty columns", "[transfer][workbook]")
{
    CHECK(
        readRows(xlsxParts(
            row("<c r=\"A1\" t=\"inlineStr\"><is><t>Our customers</t></is></c>", 1)
            + row(
                "<c r=\"B3\" t=\"inlineStr\"><is><t>Name</t></is></c><c r=\"D3\" t=\"inlineStr\"><is><t>City</t></is></c>",
                3)
            + row(
                "<c r=\"B4\" t=\"inlineStr\"><is><t>Alpha</t></is></c><c r=\"D4\" t=\"inlineStr\"><is><t>Ulm</t></is></c>",
                4)
            + row(
                "<c r=\"B5\" t=\"inlineStr\"><is><t>Beta</t></is></c><c r=\"D5\" t=\"inlineStr\"><is><t>Bern</t></is></c>",
                5)))
        == QStringList{u"Name|City"_s, u"4: Alpha|Ulm"_s, u"5: Beta|Bern"_s});
}

TEST_CASE("What stands beside the columns or is damaged rejects its row, and no other",
          "[transfer][workbook]")
{
    QByteArray rows = row(text("Name") + text("City"), 1);
    for (int line = 2; line <= 20'005; ++line)
        rows += row(text("A") + text("B"), line);
    rows += row(text("X") + text("Y") + "<c r=\"E20006\"><v>1</v></c>", 20'006)
        + row("<c t=\"s\"><v>9</v></c>", 20'007) + row(text("Last") + text("Ulm"), 20'008);
    const QStringList lines = readRows(xlsxParts(rows));
    CHECK(lines[20'005] == u"! There is something in E20006, where no column is."_s);
    CHECK(lines[20'006] == u"! A cell of the row cannot be read: the workbook is damaged there."_s);
    CHECK(lines[20'007] == u"20008: Last|Ulm"_s);
}

TEST_CASE("Titles of groups, sums and footers of a sheet are no records", "[transfer][workbook]")
{
    FreshBook book(sql::Engine::Sqlite);
    const PackedFile file(xlsxParts(row(text("Company") + text("Employees"), 1) + row(text("Q1 customers"), 3)
                                    + row(text("Alpha") + number("10"), 4)
                                    + row(text("Beta") + number("20"), 5) + row(text("Q2 customers"), 7)
                                    + row(text("Gamma") + number("5"), 8)
                                    + row(text("Grand total") + number("35"), 10)));
    const ImportReport report = importFile(book, {.kind = EntityKind::Company}, file.path());
    CHECK(report.created == 3);
    CHECK(notesOf(report).join(u'\n').contains("Q1 customers; Q2 customers"_L1));
    CHECK(notesOf(report).join(u'\n').contains("1 row of sums was passed over."_L1));
}

TEST_CASE("Errors of formulas, cut numbers and the first days of 1900 are told", "[transfer][workbook]")
{
    FreshBook book(sql::Engine::Sqlite);
    const PackedFile file(
        xlsxParts(row(text("Name") + text("City") + text("Record ID") + text("Birthday"))
                      + row(text("Anna Berg") + "<c t=\"e\"><v>#N/A</v></c>" + number("12345678901234567")
                            + number("20", 1))
                      + row(text("Bob Cole") + text("Ulm") + text("12345678901234568") + number("46085", 1)),
                  {"14"}));
    const QString notes = notesOf(importFile(book, {.kind = EntityKind::Contact}, file.path())).join(u'\n');
    CHECK(notes.contains(
        u"1 cell (B2) has no value but an error or a formula that was never worked out, “#N/A”"_s));
    CHECK(notes.contains(u"1 number has more than 15 digits, “12345678901234567” in C2"_s));
    CHECK(notes.contains(u"1 day lies before March 1900, “1900-01-20” in D2"_s));
}

TEST_CASE("Of several sheets one is read, and the others are told", "[transfer][workbook]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QByteArray people = xlsxRow(1, {"Name", "City"}) + xlsxRow(2, {"Anna", "Ulm"});
    const PackedFile file(
        xlsxParts({{"Empty", ""},
                   {"!Old", people},
                   {"People", people},
                   {"Firms", xlsxRow(1, {"Company", "City"}) + xlsxRow(2, {"Alpha", "Bern"})}}));
    SECTION("the first that is shown and has rows")
    {
        const ImportReport report = importFile(book, {.kind = EntityKind::Contact}, file.path());
        CHECK(report.created == 1);
        CHECK(notesOf(report).contains(u"The sheet “People” is read. Not read are: Empty, Firms."_s));
        CHECK(notesOf(report).contains(u"The workbook has hidden sheets, which are not read: Old."_s));
        const auto source = valueOf(openSource({.path = file.path()}));
        CHECK(source->sheet() == u"People"_s);
        CHECK(source->sheets().size() == 4);
        CHECK(source->sheets()[1].isHidden);
    }
    SECTION("one by name, or by its address")
    {
        SourceFile firms{.path = file.path()};
        firms.csv.sheet = u"firms"_s;
        CHECK(readRows(firms) == QStringList{u"Company|City"_s, u"2: Alpha|Bern"_s});
        CHECK(readRows(SourceFile{.path = file.path() + u"/Firms"_s}) == readRows(firms));
        const auto people2 = valueOf(openSource({.path = file.path()}));
        CHECK(people2->digest() != valueOf(openSource(firms))->digest());
    }
    SECTION("none of that name")
    {
        SourceFile none{.path = file.path()};
        none.csv.sheet = u"Deals"_s;
        CHECK(refusal(none)
              == u"There is no sheet “Deals” in book.xlsx; there are: Empty, Old, People, Firms."_s);
        const TextFile csv("Name\nAnna\n");
        CHECK(refusal({.path = csv.path() + u"/Deals"_s}).contains("no workbook"_L1));
    }
}

TEST_CASE("A workbook is told by its content, and so is what is none", "[transfer][workbook]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QByteArray rows = xlsxRow(1, {"Name", "City"}) + xlsxRow(2, {"Anna", "Ulm"});
    const PackedFile misnamed(xlsxParts(rows), u"people.csv"_s);
    CHECK(readRows(SourceFile{.path = misnamed.path()}).size() == 2);
    const PackedFile packed({{u"people.csv"_s, "Name\nAnna\n"}}, u"export.zip"_s);
    CHECK(refusal({.path = packed.path()}).contains("Unpack"_L1));
    const PackedFile document({{u"word/document.xml"_s, "<x/>"}}, u"people.docx"_s);
    CHECK(refusal({.path = document.path()}).contains("document"_L1));
    const PackedFile empty(xlsxParts(QByteArray()));
    CHECK(inEnglish(valueOf(openSource({.path = empty.path()}))->begin().error().text).contains("empty"_L1));
    QByteArray locked("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    locked.resize(512 * 40, '\0');
    locked[30] = 9;
    locked[48] = 30; // its list stands behind what is looked at first
    const char16_t name[] = u"EncryptedPackage";
    locked.replace(512 * 31, qsizetype(sizeof name), reinterpret_cast<const char *>(name),
                   qsizetype(sizeof name));
    const TextFile protectedFile(locked, u"secret.xlsx"_s);
    CHECK(refusal({.path = protectedFile.path()}).contains("password"_L1));
}

TEST_CASE("Rejected rows of a workbook go to a CSV file, and come in from there", "[transfer][workbook]")
{
    FreshBook book(sql::Engine::Sqlite);
    givenPipeline(book);
    const QTemporaryDir folder;
    const PackedFile file(xlsxParts(row(text("Deal") + text("Amount")) + row(text("One") + number("1.5"))
                                    + row(number("2.5", 0).prepend("<c/>"))));
    const QString rejected = folder.filePath(u"rejected.csv"_s);
    const ImportReport report = importFile(
        book, {.kind = EntityKind::Deal, .currency = u"EUR"_s, .rejectedPath = rejected}, file.path());
    CHECK(report.rejected == 1);
    CHECK(contentOf(rejected).contains(",2.5,"));
}

TEST_CASE("A large workbook is read with the rows it has, and says how far it is", "[transfer][workbook]")
{
    QByteArray rows = xlsxRow(1, {"Name", "City"});
    for (int line = 2; line <= 5000; ++line)
        rows += xlsxRow(line, {"Anna", "Ulm"});
    const PackedFile file(xlsxParts(rows));
    const auto source = valueOf(openSource({.path = file.path()}));
    REQUIRE(source->begin());
    qint64 count = 0;
    qint64 last = 0;
    while (valueOf(source->next())) {
        ++count;
        REQUIRE(source->position() >= last);
        last = source->position();
    }
    CHECK(count == 4999);
    CHECK(last <= source->size());
    CHECK(last > source->size() / 2);
    const auto detected = source->detection();
    REQUIRE(detected);
    CHECK(valueOf(openSource({.path = file.path(), .detection = detected}))->detection() == detected);
}

TEST_CASE("A workbook of several sheets is taken sheet by sheet, like a folder", "[transfer][workbook]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QByteArray firms = xlsxRow(1, {"ID", "Company"}) + xlsxRow(2, {"7", "Alpha"});
    const QByteArray people = xlsxRow(1, {"ID", "Last name", "Email", "Account Id"})
        + xlsxRow(2, {"31", "Berg", "anna@a.example", "7"});
    const PackedFile file(xlsxParts({{"Contacts", people},
                                     {"!Old", people},
                                     {"Companies", firms},
                                     {"Empty", ""},
                                     {"Log", xlsxRow(1, {"Line", "Weather"}) + xlsxRow(2, {"1", "rain"})}}),
                          u"export.xlsx"_s);
    const auto names = [](const AutoReport &report) {
        QStringList parts;
        for (const AutoReport::Part &part : report.parts)
            parts += part.path.section(u'/', -2);
        for (const AutoReport::Left &left : report.left)
            parts += u"left "_s + left.path.section(u'/', -2);
        return parts;
    };
    SECTION("all that are shown")
    {
        const AutoReport report = importedWith(book, {.path = file.path()});
        CHECK(
            names(report)
            == QStringList{u"export.xlsx/Companies"_s, u"export.xlsx/Contacts"_s, u"left export.xlsx/Log"_s});
        CHECK(named<Contact>(book, u"Berg"_s).company == named<Company>(book, u"Alpha"_s).id);
        CHECK(report.step.id);
        checkNothingTwice(book, file.path());
    }
    SECTION("one of them is left out, or the only one")
    {
        CHECK(names(importedWith(book,
                                 {.path = file.path(),
                                  .said = {{.path = file.path() + u"/Companies"_s, .isLeftOut = true}}}))
              == QStringList{u"export.xlsx/Contacts"_s, u"left export.xlsx/Log"_s});
        AutoRequest one{.path = file.path()};
        one.csv.sheet = u"Companies"_s;
        CHECK(importedWith(book, one).parts.size() == 1);
    }
    SECTION("beside files in a folder")
    {
        const Folder folder;
        QFile::copy(file.path(), folder.path(u"export.xlsx"_s));
        folder.add(u"deals.csv"_s, "Deal,Account Id,Amount\nRenewal,7,5\n");
        givenPipeline(book);
        CHECK(names(importedWith(book, {.path = folder.path()})).contains(u"export.xlsx/Companies"_s));
    }
}
