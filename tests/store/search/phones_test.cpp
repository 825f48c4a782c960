// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers are found as a telephone shows them, wherever something is looked for.
#include "domain/query/filter.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/searchhit.h"
#include "domain/records/user.h"
#include "store/reading/importlookup.h"
#include "store/reading/lists.h"
#include "store/search/search.h"
#include "support/queryplan.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

ContactPoint phone(EntityKind kind, qint64 id, const QString &number)
{
    return {.recordKind = kind, .recordId = id, .by = ContactPointType::Phone, .value = number};
}

// Ana (complete), Bob (as written at home, with an extension), Cara (with the zero in brackets), the company 4711.
void addPeople(FreshBook &book)
{
    book.commit({Sentence::verbatim(u"Add"_s),
                 {create(Contact{.firstName = u"Ana"_s, .lastName = u"Berg"_s}, 1),
                  create(Contact{.firstName = u"Bob"_s, .lastName = u"Cole"_s}, 2),
                  create(Contact{.firstName = u"Cara"_s, .lastName = u"Dorn"_s}, 3),
                  create(Company{.name = u"4711 Wasser"_s}, 1),
                  create(phone(EntityKind::Contact, 1, u"+49 30 5550123"_s)),
                  create(phone(EntityKind::Contact, 1, u"+49 171 5550000"_s)),
                  create(phone(EntityKind::Contact, 2, u"040 5550144 ext. 12"_s)),
                  create(phone(EntityKind::Contact, 3, u"+49 (0)30 5550155"_s)),
                  create(phone(EntityKind::Company, 1, u"1-800-FLOWERS"_s))}});
}

QStringList searched(FreshBook &book, const QString &typed)
{
    QStringList titles;
    for (const SearchHit &hit : valueOf(store::search(book.connection(), typed, 20)))
        titles += hit.title;
    return titles;
}

std::vector<qint64> listed(FreshBook &book, const QString &filter, EntityKind kind = EntityKind::Contact)
{
    CAPTURE(filter);
    const auto parsed = parseFilter(kind, filter, QDate(2026, 11, 29));
    REQUIRE(parsed);
    std::vector<qint64> ids =
        valueOf(store::ids(book.connection(), {kind, *parsed, {}}, store::Viewer{UserId{1}}, 0));
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<qint64> reached(FreshBook &book, const QString &number, EntityKind kind = EntityKind::Contact)
{
    return valueOf(store::reachedBy(book.connection(), kind, u"phone"_s, number));
}

using Ids = std::vector<qint64>;

} // namespace

TEST_CASE("Whoever calls is found as the telephone shows the number", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addPeople(book);
    for (const QString &typed :
         {u"+49 30 5550123"_s, u"+49305550123"_s, u"0049305550123"_s, u"0049 30 5550123"_s,
          u"011 49 30 5550123"_s, u"0305550123"_s, u"030 5550123"_s, u"(030) 555-0123"_s, u"030/5550123"_s,
          u"030.555.0123"_s, u"tel:+49-30-5550123"_s, u"+49 (0)30 5550123"_s, u"305550123"_s, u"5550123"_s,
          u"555 0123"_s, u"030 5550123 ext. 7"_s, u"berg 030 5550123"_s, u"0171 5550000"_s}) {
        CAPTURE(typed);
        CHECK(searched(book, typed) == QStringList{u"Ana Berg"_s});
    }
    for (const QString &typed : {u"+49 40 5550144"_s, u"0405550144"_s, u"040 5550144 x12"_s, u"5550144"_s}) {
        CAPTURE(typed);
        CHECK(searched(book, typed) == QStringList{u"Bob Cole"_s});
    }
    for (const QString &typed : {u"+49305550155"_s, u"0305550155"_s, u"030 / 555 01 55"_s}) {
        CAPTURE(typed);
        CHECK(searched(book, typed) == QStringList{u"Cara Dorn"_s});
    }
    for (const QString &typed : {u"1-800-FLOWERS"_s, u"+1 800 356 9377"_s, u"8003569377"_s, u"flowers"_s}) {
        CAPTURE(typed);
        CHECK(searched(book, typed) == QStringList{u"4711 Wasser"_s});
    }
    CHECK(searched(book, u"+43 30 5550123"_s).isEmpty()); // in Austria
    CHECK(searched(book, u"cole 030 5550123"_s).isEmpty());
    CHECK(searched(book, u"4711"_s) == QStringList{u"4711 Wasser"_s}); // a name is a name
}

TEST_CASE("A list is filtered by a number as the search finds it, in words and as phone:", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addPeople(book);
    for (const QString &number : {u"0305550123"_s, u"+49305550123"_s, u"0049305550123"_s, u"5550123"_s,
                                  u"030 5550123"_s, u"+49 30 5550123"_s, u"030 5550123 ext. 7"_s}) {
        CHECK(listed(book, number) == Ids{1});
        CHECK(listed(book, u"phone:\"%1\""_s.arg(number)) == Ids{1});
    }
    CHECK(listed(book, u"(030) 5550123"_s) == Ids{1});
    CHECK(listed(book, u"+49 (0)30 5550123"_s) == Ids{1});
    CHECK(listed(book, u"berg 030 5550123"_s) == Ids{1});
    CHECK(listed(book, u"030 5550123 or 040 5550144"_s) == Ids{1, 2});
    CHECK(listed(book, u"phone:01715550000"_s) == Ids{1}); // not only the first number
    CHECK(listed(book, u"phone:\"+49 40 5550144\""_s) == Ids{2});
    CHECK(listed(book, u"phone:+49305550155,0405550144"_s) == Ids{2, 3});
    CHECK(listed(book, u"-phone:0305550123"_s) == Ids{2, 3});
    CHECK(listed(book, u"phone:030"_s) == Ids{1, 3}); // the town
    CHECK(listed(book, u"phone:040"_s) == Ids{2});
    CHECK(listed(book, u"phone:030 5550123"_s) == Ids{1});
    CHECK(listed(book, u"phone:\"(0)\""_s) == Ids{3}); // as it is written
    CHECK(listed(book, u"phone:ext"_s) == Ids{2});
    CHECK(listed(book, u"phone:4711"_s, EntityKind::Company).empty()); // that is its name
    CHECK(listed(book, u"phone:8003569377"_s, EntityKind::Company) == Ids{1});
}

TEST_CASE("However much is typed beside a number, tags are looked up once", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addPeople(book);
    int lookUps = 0;
    book.connection().setProbe([&lookUps](const QString &statement, const sql::Values &) -> Result<> {
        lookUps += int(statement.contains(u" FROM tag WHERE "_s));
        return {};
    });
    CHECK(listed(book, u"ana berg 030 5550123 +49 171 5550000"_s) == Ids{1});
    CHECK(lookUps == 1);
    CHECK(searched(book, u"ana berg 030 5550123 +49 171 5550000"_s) == QStringList{u"Ana Berg"_s});
    CHECK(lookUps == 2);
    book.connection().setProbe({});
}

TEST_CASE("A colleague is found by the number at the desk", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const UserId colleague = book.add(User{.name = u"Eva Lang"_s, .phone = u"+49 (0)30 555-0199"_s});
    for (const QString &number : {u"0305550199"_s, u"+49 30 5550199"_s, u"5550199"_s})
        CHECK(listed(book, u"phone:\"%1\""_s.arg(number), EntityKind::User) == Ids{colleague.value});
    CHECK(listed(book, u"phone:0305550198"_s, EntityKind::User).empty());
}

TEST_CASE("A row of an import is somebody known by the number, whichever way it is written", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addPeople(book);
    for (const QString &number : {u"+49 30 5550123"_s, u"030 5550123"_s, u"0049 30 5550123"_s, u"305550123"_s,
                                  u"+49 30 5550123 ext. 7"_s}) {
        CAPTURE(number);
        CHECK(reached(book, number) == Ids{1});
    }
    CHECK(reached(book, u"+49 40 5550144"_s) == Ids{2});
    CHECK(reached(book, u"040 5550144 x12"_s) == Ids{2});
    CHECK(reached(book, u"040 5550144 x13"_s).empty()); // another door
    CHECK(reached(book, u"+49 30 5550155"_s) == Ids{3});
    CHECK(reached(book, u"5550123"_s).empty()); // of any town
    CHECK(reached(book, u"+43 30 5550123"_s).empty());
    CHECK(reached(book, u"call me"_s).empty());
    CHECK(reached(book, u""_s).empty());
    CHECK(reached(book, u"+1 800 356 9377"_s, EntityKind::Company) == Ids{1});
}

TEST_CASE("Whose number it is, is read from the index of numbers", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QString plan = test::planWithin(book, u"value_key"_s, [](sql::Connection &connection) {
        return store::reachedBy(connection, EntityKind::Contact, u"phone"_s, u"030 5550123"_s);
    });
    CAPTURE(plan);
    CHECK(plan.contains(u"contact_point_by_value (value_key>? AND value_key<?)"_s));
    CHECK_FALSE(plan.contains(u"SCAN"_s));
}
