// SPDX-License-Identifier: GPL-3.0-or-later
// What a step of the history made or changed, as a list.
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "store/reading/lists.h"
#include "support/book.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

QStringList companies(FreshBook &book, const QString &filter)
{
    const auto parsed = parseFilter(EntityKind::Company, filter, QDate(2026, 2, 15));
    INFO((parsed ? QString() : inEnglish(parsed.error().text)).toStdString());
    REQUIRE(parsed);
    const Query query{EntityKind::Company, *parsed, {}};
    const store::Viewer viewer{UserId{}, QTimeZone::utc()};
    QStringList names;
    const auto ids = valueOf(store::ids(book.connection(), query, viewer, 0));
    for (const LoadedRecord &row : valueOf(store::rows(book.connection(), EntityKind::Company, ids)))
        names += as<Company>(row.record).name;
    names.sort();
    return names;
}

} // namespace

TEST_CASE("What an import made, and what it changed, are lists", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.add(Company{.name = u"Alpha"_s});
    book.add(Company{.name = u"Delta"_s});
    transfer::ImportRequest request{.kind = EntityKind::Company, .match = {u"name"_s}};
    request.existing = transfer::DuplicatePolicy::Fill;
    const auto report =
        test::import(book, request, "Name,Website\nAlpha,a.example\nBeta,b.example\nDelta,\n");
    REQUIRE(report.step.id > 0);
    const QString step = QString::number(report.step.id);

    CHECK(companies(book, u"made:"_s + step) == QStringList{u"Beta"_s});
    CHECK(companies(book, u"step:"_s + step) == QStringList{u"Alpha"_s, u"Beta"_s});
    CHECK(companies(book, u"step:"_s + step + u" -made:"_s + step) == QStringList{u"Alpha"_s});
    CHECK(companies(book, u"step:999999"_s).isEmpty());
    CHECK(companies(book, u"step:"_s).isEmpty());
    CHECK_FALSE(parseOrder(EntityKind::Company, u"step"_s));
}

TEST_CASE("A step that made records of another kind with the same number is not mistaken for this one",
          "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.add(Company{.name = u"Alpha"_s}); // number 1, as the deal will be
    const auto report =
        test::import(book, {.kind = EntityKind::Deal}, "name,stage\nTowers,Offer\nCranes,Offer\n");
    CHECK(companies(book, u"step:%1"_s.arg(report.step.id)).isEmpty());
}

TEST_CASE("A step that made more than a thousand records lists each of them", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Before"_s});
    Edit many{Sentence::verbatim(u"Import"_s)};
    for (int i = 0; i < 1100; ++i)
        many.changes.push_back(create(Company{.name = u"Works %1"_s.arg(i)}));
    const QString step = QString::number(book.commit(many).operation.id);
    book.add(Company{.name = u"After"_s});
    CHECK(companies(book, u"made:"_s + step).size() == 1100);
    CHECK(companies(book, u"step:"_s + step + u" name:1099"_s) == QStringList{u"Works 1099"_s});
    CHECK(companies(book, u"-made:"_s + step) == QStringList{u"After"_s, u"Before"_s});
}
