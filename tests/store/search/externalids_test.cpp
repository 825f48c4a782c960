// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/externalids.h"

#include "domain/query/filter.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lists.h"
#include "store/reading/importlookup.h"
#include "store/reading/lists.h"
#include "store/search/search.h"
#include "support/book.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

void call(FreshBook &book, EntityRef ref, const QString &system, const QString &key)
{
    book.add(ExternalRef{.system = system, .key = key, .recordKind = ref.kind, .recordId = ref.id});
}

// Two companies and a contact whose ids in other systems are easily mixed up.
struct Called {
    CompanyId alpha = {};
    CompanyId beta = {};
    ContactId anna = {};
};
Called givenIds(FreshBook &book)
{
    const Called called{book.add(Company{.name = u"Alpha"_s}), book.add(Company{.name = u"Beta"_s}),
                        book.add(Contact{.lastName = u"Berg"_s})};
    call(book, {EntityKind::Company, called.alpha.value}, u"zoho"_s, u"17"_s);
    call(book, {EntityKind::Company, called.alpha.value}, u"hubspot"_s, u"a-b"_s);
    call(book, {EntityKind::Company, called.beta.value}, u"my-crm"_s, u"17"_s);
    call(book, {EntityKind::Contact, called.anna.value}, u"zoho"_s, u"17"_s);
    return called;
}

std::vector<qint64> found(FreshBook &book, EntityKind kind, const QString &text)
{
    const auto filter = parseFilter(kind, text, QDate(2026, 3, 4));
    REQUIRE(filter);
    const Query query{kind, *filter, {}};
    return valueOf(store::ids(book.connection(), query, {}, 0));
}

QStringList titles(const std::vector<SearchHit> &hits)
{
    QStringList all;
    for (const SearchHit &hit : hits)
        all += hit.title;
    return all;
}

} // namespace

TEST_CASE("A record is found by what another system calls it, exactly", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const Called called = givenIds(book);
    using Ids = std::vector<qint64>;
    CHECK(found(book, EntityKind::Company, u"id:zoho-17"_s) == Ids{called.alpha.value});
    CHECK(found(book, EntityKind::Company, u"id:my-crm-17"_s) == Ids{called.beta.value});
    CHECK(found(book, EntityKind::Company, u"id:a-b"_s) == Ids{called.alpha.value}); // of whatever system
    CHECK(found(book, EntityKind::Company, u"id:zoho-1"_s).empty());
    CHECK(found(book, EntityKind::Company, u"id:zoho-17,my-crm-17"_s).size() == 2);
    CHECK(found(book, EntityKind::Company, u"-id:zoho-17"_s) == Ids{called.beta.value});
    CHECK(found(book, EntityKind::Contact, u"id:zoho-17"_s) == Ids{called.anna.value});
    CHECK(found(book, EntityKind::Contact, u"id:zoho-"_s).empty());
}

TEST_CASE("The search finds by the id, too, in a window and on the command line", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    givenIds(book);
    CHECK(titles(valueOf(store::search(book.connection(), u"id:my-crm-17"_s, 10))) == QStringList{u"Beta"_s});
    CHECK(titles(valueOf(store::searchKind(book.connection(), EntityKind::Contact, u"ID:zoho-17"_s, 10)))
          == QStringList{u"Berg"_s});
    const auto groups = valueOf(store::searchGroups(book.connection(), u"id:zoho-17"_s, 10));
    CHECK(groups.size() == 2);
    CHECK(valueOf(store::search(book.connection(), u"id:"_s, 10)).empty());
    CHECK(valueOf(store::search(book.connection(), u"id:nobody"_s, 10)).empty());
}

TEST_CASE("An id that was taken back finds nothing, and what is left is listed in its order", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const Called called = givenIds(book);
    const EntityRef alpha{EntityKind::Company, called.alpha.value};
    const auto ids = valueOf(store::externalIdsOf(book.connection(), alpha));
    REQUIRE(ids.size() == 2);
    CHECK(ids.front().system == u"zoho"_s);
    CHECK(ids.back().key == u"a-b"_s);
    const auto refs = valueOf(store::childRecords(book.connection(), EntityKind::ExternalRef, alpha));
    book.commit({Sentence::verbatim(u"Forget"_s), {{ChangeKind::Remove, refs.front().ref, {}, {}}}});
    CHECK(found(book, EntityKind::Company, u"id:zoho-17"_s).empty());
    CHECK(valueOf(store::externalIdsOf(book.connection(), alpha)).size() == 1);
}
