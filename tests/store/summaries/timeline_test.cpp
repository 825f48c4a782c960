// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/timeline.h"

#include "domain/records/company.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/lookups.h"
#include "domain/rules/activities.h"
#include "store/reading/lookups.h"
#include "store/rows/activitylinks.h"
#include "store/schema/schema.h"
#include "support/randombook.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

const EntityRef acme{EntityKind::Company, 1};

void log(FreshBook &book, const QString &subject, ActivityState state, qint64 at)
{
    LoggedActivity item;
    item.activity = {.state = state, .subject = subject, .at = {at}};
    item.links = {acme};
    book.commit(logActivity(item, {}));
}

QStringList subjects(const std::vector<LoadedRecord> &rows)
{
    QStringList list;
    for (const LoadedRecord &row : rows)
        list += textOf(row.record.value(u"subject"));
    return list;
}

store::Timeline timeline(FreshBook &book, int most = 100)
{
    return valueOf(store::timeline(book.connection(), acme, most));
}

} // namespace

TEST_CASE("A record's timeline is what is planned, soonest first, and what was done, newest first", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s});
    log(book, u"old"_s, ActivityState::Done, 1000);
    log(book, u"new"_s, ActivityState::Done, 3000);
    log(book, u"later"_s, ActivityState::Planned, 9000);
    log(book, u"soon"_s, ActivityState::Planned, 5000);
    log(book, u"cancelled"_s, ActivityState::Cancelled, 4000);
    log(book, u"middle"_s, ActivityState::Done, 2000);
    CHECK(subjects(timeline(book).planned) == QStringList{u"soon"_s, u"later"_s});
    CHECK(subjects(timeline(book).past) == QStringList{u"new"_s, u"middle"_s, u"old"_s});
    CHECK(subjects(timeline(book, 1).past) == QStringList{u"new"_s});
}

TEST_CASE("Of two calls at one moment the later entered is the newer", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s});
    for (const QString &subject : {u"first"_s, u"second"_s, u"third"_s})
        log(book, subject, ActivityState::Done, 1000);
    CHECK(subjects(timeline(book).past) == QStringList{u"third"_s, u"second"_s, u"first"_s});
}

TEST_CASE("What is ticked off moves from the plan to the past, and back with undo", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s});
    log(book, u"call"_s, ActivityState::Planned, 5000);
    const Activity planned = as<Activity>(timeline(book).planned.front().record);
    Activity done = planned;
    done.state = ActivityState::Done;
    book.commit(completeActivity(planned, done, {acme}, {}));
    CHECK(timeline(book).planned.empty());
    CHECK(subjects(timeline(book).past) == QStringList{u"call"_s});
    book.undo();
    CHECK(subjects(timeline(book).planned) == QStringList{u"call"_s});
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Activity, planned.id.value})}});
    CHECK(timeline(book).planned.empty());
}

TEST_CASE("An activity knows on which records it hangs", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s});
    log(book, u"call"_s, ActivityState::Done, 5000);
    CHECK(valueOf(store::linksOf(book.connection(), {1})) == std::vector<EntityRef>{acme});
    CHECK(valueOf(store::linksOf(book.connection(), {99})).empty());
}

TEST_CASE("The short lists of a book come in their order, without what was deleted", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const test::RandomBook sales(book, 31, 1);
    book.add(Source{.name = u"Fair"_s, .position = 2});
    book.add(Source{.name = u"Web"_s, .position = 1});
    const TagId gone = book.add(Tag{.name = u"Gone"_s});
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Tag, gone.value})}});

    const Lookups lists = valueOf(store::loadLookups(book.connection()));
    const auto names = [](const auto &records) {
        QStringList all;
        for (const auto &record : records)
            all += record.name;
        return all;
    };
    CHECK(names(lists.users) == QStringList{u"Ana Núñez"_s, u"Ben"_s, u"Cem"_s, u"Dörte O'Neill"_s});
    CHECK(names(lists.teams) == QStringList{u"North 100%"_s, u"South"_s});
    CHECK(names(lists.stagesOf({1}))
          == QStringList{u"Lead"_s, u"Waiting"_s, u"Offer"_s, u"Won"_s, u"Lost"_s});
    CHECK(lists.stagesOf({2}).empty());
    CHECK(names(lists.sources) == QStringList{u"Web"_s, u"Fair"_s});
    CHECK(names(lists.tags) == QStringList{u"Very important"_s});
    CHECK(lists.currency == u"EUR"_s);
    REQUIRE(lists.user({2}));
    CHECK(lists.user({2})->name == u"Ben"_s);
    CHECK(lists.user({99}) == nullptr);
    CHECK(lists.stage({}) == nullptr);

    valueOf(store::setBookValue(book.connection(), u"currency"_s, u"JPY"_s));
    CHECK(valueOf(store::loadLookups(book.connection())).currency == u"JPY"_s);
}

TEST_CASE("A change of a short list makes the short lists stale, a change of a deal does not", "[store]")
{
    CHECK(Lookups::contain(EntityKind::Stage));
    CHECK(Lookups::contain(EntityKind::User));
    CHECK_FALSE(Lookups::contain(EntityKind::Deal));
    CHECK_FALSE(Lookups::contain(EntityKind::TagLink));
}
