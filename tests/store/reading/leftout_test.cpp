// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are left out, or are one of several conditions.
#include "domain/records/inenglish.h"
#include "store/reading/lists.h"
#include "support/salesbook.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::SalesBook;
using test::valueOf;

namespace {

const store::Viewer viewer{UserId{1}, QTimeZone::utc()};

struct Renewals : SalesBook {
    explicit Renewals(sql::Engine engine) : SalesBook(engine)
    {
        deal(u"Fan alpha"_s, offer, 1000);
        deal(u"Renewal alpha"_s, negotiation, 2000);
        deal(u"Renewal beta"_s, offer, 3000);
    }

    QString found(const QString &text, EntityKind kind = EntityKind::Deal)
    {
        const auto filter = parseFilter(kind, text, QDate(2026, 2, 15));
        CAPTURE(text);
        INFO((filter ? QString() : inEnglish(filter.error().text)).toStdString());
        REQUIRE(filter);
        QStringList names;
        const auto ids = valueOf(store::ids(connection(), {kind, *filter}, viewer, 0));
        for (const LoadedRecord &row : valueOf(store::rows(connection(), kind, ids)))
            names += textOf(row.record.value(kind == EntityKind::Activity ? u"subject" : u"name"));
        names.sort();
        return names.join(u", "_s);
    }
};

} // namespace

TEST_CASE("A list leaves out the records that hold a word after a minus", "[store]")
{
    Renewals book(GENERATE(test::anyEngine()));
    CHECK(book.found(u"renewal -alpha"_s) == u"Renewal beta"_s);
    CHECK(book.found(u"renewal NOT alph"_s) == u"Renewal beta"_s); // the beginning of a word
    CHECK(book.found(u"!renewal"_s) == u"Fan alpha"_s);
    CHECK(book.found(u"-\"renewal alpha\""_s) == u"Fan alpha, Renewal beta"_s); // what holds both
    CHECK(book.found(u"-renewal -fan"_s).isEmpty());
    CHECK(book.found(u"-zeppelin"_s) == u"Fan alpha, Renewal alpha, Renewal beta"_s);
    CHECK(book.found(u"-(renewal -beta)"_s) == u"Fan alpha, Renewal beta"_s);
    CHECK(book.found(u"renewal stage:Offer"_s) == u"Renewal beta"_s);
    CHECK(book.found(u"-renewal -stage:Negotiation"_s) == u"Fan alpha"_s);
}

TEST_CASE("A word is one of several conditions", "[store]")
{
    Renewals book(GENERATE(test::anyEngine()));
    CHECK(book.found(u"stage:Negotiation or fan"_s) == u"Fan alpha, Renewal alpha"_s);
    CHECK(book.found(u"amount:>25 or -alpha"_s) == u"Renewal beta"_s);
    CHECK(book.found(u"alpha (renewal or amount:<15)"_s) == u"Fan alpha, Renewal alpha"_s);
    CHECK(book.found(u"-(beta or fan)"_s) == u"Renewal alpha"_s);
}

TEST_CASE("Words are left out of activities, and of lists that only know names", "[store]")
{
    Renewals book(GENERATE(test::anyEngine()));
    book.add(Activity{.subject = u"Call about fans"_s});
    book.add(Activity{.subject = u"Visit the foundry"_s});
    CHECK(book.found(u"-call"_s, EntityKind::Activity) == u"Visit the foundry"_s);
    CHECK(book.found(u"call or foundry"_s, EntityKind::Activity) == u"Call about fans, Visit the foundry"_s);
    CHECK(book.found(u"-south"_s, EntityKind::Team) == u"North"_s);
}
