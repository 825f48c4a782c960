// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importdeleted.h"

#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/transfer.h"

using namespace headway;
using namespace headway::transfer;
using namespace Qt::StringLiterals;
using test::FreshBook;

namespace {

QStringList companies(FreshBook &book)
{
    QStringList names;
    for (const Company &company : test::all<Company>(book))
        names += company.name;
    return names;
}

bool isMarked(const QString &header, const QString &cell)
{
    const exchange::ImportPlan plan =
        test::valueOf(exchange::planImport(EntityKind::Deal, {u"Name"_s, header}, {}, {}));
    return DeletedRows(plan).markIn({u"Towers"_s, cell}) == 1;
}

} // namespace

TEST_CASE("Other systems say in many ways that a row is deleted", "[transfer]")
{
    CHECK(isMarked(u"IsDeleted"_s, u"1"_s));
    CHECK(isMarked(u"Is Deleted"_s, u"TRUE"_s));
    CHECK(isMarked(u"deleted"_s, u"Yes"_s));
    CHECK(isMarked(u"Deal - Archive status"_s, u"Archived"_s));
    CHECK(isMarked(u"Archived"_s, u"x"_s));
    CHECK(isMarked(u"Gelöscht"_s, u"ja"_s));
    CHECK(isMarked(u"deleted_at"_s, u"2026-03-04 10:00"_s));

    CHECK_FALSE(isMarked(u"IsDeleted"_s, u"0"_s));
    CHECK_FALSE(isMarked(u"IsDeleted"_s, u""_s));
    CHECK_FALSE(isMarked(u"Archived"_s, u"No"_s));
    CHECK_FALSE(isMarked(u"Deal - Archive status"_s, u"Not archived"_s));
    CHECK_FALSE(isMarked(u"Person - Deleted"_s, u"1"_s)); // not the deal
    CHECK_FALSE(isMarked(u"deleted_at"_s, u"0000-00-00"_s));
    CHECK_FALSE(isMarked(u"deleted_at"_s, u"never"_s));
    CHECK_FALSE(isMarked(u"Status"_s, u"Deleted"_s));
}

TEST_CASE("Rows marked as deleted stay out, are counted and asked about, and can be taken", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray csv = "Name,IsDeleted\nAlpha,0\nBeta,1\nGamma,false\nDelta,true\n";
    const ImportReport report = test::import(book, {.kind = EntityKind::Company}, csv);
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Gamma"_s});
    CHECK(report.read == 2);
    REQUIRE(report.questions.size() == 1);
    CHECK(report.questions.front().about == ImportQuestion::About::Deleted);
    CHECK(report.questions.front().rows == 2);
    CHECK(inEnglish(sentenceOf(report.questions.front()))
          == u"By “IsDeleted” these are deleted, and were left out. Should they go in?"_s);
    ImportQuestion alone = report.questions.front();
    alone.rows = 1;
    CHECK(inEnglish(sentenceOf(alone))
          == u"By “IsDeleted” this is deleted, and was left out. Should it go in?"_s);

    ImportRequest leave{.kind = EntityKind::Company};
    leave.deleted = ImportRequest::Deleted::Leave;
    const ImportReport left = test::import(book, leave, csv);
    CHECK(left.questions.empty());
    CHECK(inEnglish(left.notes.back()) == u"2 rows are marked as deleted and were left out."_s);

    ImportRequest take{.kind = EntityKind::Company};
    take.deleted = ImportRequest::Deleted::Take;
    CHECK(test::import(book, take, csv).created == 4);
}

TEST_CASE("A field of one's own that is called Archived is a field", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(CustomField{.recordKind = EntityKind::Company,
                         .name = u"archived"_s,
                         .label = u"Archived"_s,
                         .kind = CustomKind::YesNo});
    const ImportReport report =
        test::import(book, {.kind = EntityKind::Company}, "Name,Archived\nAlpha,yes\nBeta,no\n");
    CHECK(report.created == 2);
    CHECK(report.questions.empty());
}
