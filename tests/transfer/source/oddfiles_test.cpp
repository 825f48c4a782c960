// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no tables, or odd ones.
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "support/transfer.h"
#include "transfer/import/importauto.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using transfer::ImportReport;

namespace {

const QByteArray workbook = QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) + "xl/workbook.xml";

QByteArray wide(const QByteArray &first, int columns)
{
    QByteArray header = first;
    QByteArray row = "Alpha";
    for (int i = 1; i < columns; ++i) {
        header += ",Field " + QByteArray::number(i);
        row += ",x";
    }
    return header + '\n' + row + '\n';
}

QString refusal(FreshBook &book, const transfer::ImportRequest &request, const QByteArray &content)
{
    const TextFile file(content);
    const auto done = transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor());
    REQUIRE_FALSE(done);
    return inEnglish(done.error().text);
}

} // namespace

TEST_CASE("What is left of a workbook is said to be damaged, and nothing is imported", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QString said = refusal(book, {.kind = EntityKind::Company}, workbook);
    CHECK(said.startsWith("file.csv is damaged"_L1));
    CHECK(said.contains("save it anew"_L1));
    CHECK(all<Company>(book).empty());
}

TEST_CASE("Files in a folder that are something else are left and named, the others go in", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    Folder folder;
    folder.add(u"accounts.csv"_s, workbook);
    folder.add(u"companies.csv"_s, "Name,City\nAlpha,Ulm\n");
    folder.add(u"leads.csv"_s, "");
    const auto report =
        valueOf(transfer::importAuto(book.connection(), {.path = folder.path()}, book.actor()));
    CHECK(named<Company>(book, u"Alpha"_s).id);
    REQUIRE(report.left.size() == 2);
    CHECK(inEnglish(report.left[0].reason).contains("damaged"_L1));
    CHECK(inEnglish(report.left[1].reason).contains("empty"_L1));
}

TEST_CASE("A header of 16,384 columns is read, and what is said of it stays short", "[transfer]")
{
    // slow: each column is looked up among all names that are known
    FreshBook book(sql::Engine::Sqlite);
    const ImportReport report = import(book, {.kind = EntityKind::Company}, wide("Name", 16384));
    CHECK(report.created == 1);
    CHECK(report.plan.notImported.size() == 16383);
    CHECK(report.rest.size() == 16383);
    const QString many =
        refusal(book, {.kind = EntityKind::Company, .rest = exchange::RestPolicy::Own}, wide("Name", 16384));
    CHECK(many.contains("16383"_L1));
    CHECK(refusal(book, {.kind = EntityKind::Company}, wide("Field 0", 16384)).size() < 1000);
    CHECK(
        refusal(book, {.kind = EntityKind::Company, .map = {{u"Nowhere"_s, u"name"_s}}}, wide("Name", 16384))
            .size()
        < 1000);
}

TEST_CASE("A file of one column is imported; one of nothing but column names says so", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    CHECK(import(book, {.kind = EntityKind::Company}, "Name\nAlpha\nBeta\n").created == 2);
    const ImportReport report = import(book, {.kind = EntityKind::Company}, "Name,City\n");
    CHECK(report.read == 0);
    CHECK(report.step.id == 0);
    REQUIRE(report.notes.size() == 1);
    CHECK(inEnglish(report.notes[0]).contains("no rows"_L1));
}
