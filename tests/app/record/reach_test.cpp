// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/reach.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "store/reading/lists.h"
#include "store/reading/related.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct ReachBook : SalesBook {
    using SalesBook::SalesBook;

    void point(EntityRef who, ContactPointType by, const QString &value, bool isPrimary = false)
    {
        commit({Sentence::verbatim(u"Add"_s),
                {create(ContactPoint{.recordKind = who.kind,
                                     .recordId = who.id,
                                     .by = by,
                                     .value = value,
                                     .primary = isPrimary})}});
    }
    app::Reach of(EntityRef record)
    {
        const LoadedRecord row = valueOf(store::rows(connection(), record.kind, {record.id})).front();
        const RelatedRecords related = valueOf(store::relatedTo(connection(), record, 10));
        return valueOf(app::reachOf(connection(), record, app::reachedFor(row, related)));
    }
};

} // namespace

TEST_CASE("A deal is called about at its contact's number, else at its company's", "[app]")
{
    ReachBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s, .company = book.acme, .contact = book.cara});
    const EntityRef ref{EntityKind::Deal, deal.value};
    CHECK(book.of(ref).isEmpty());
    book.point({EntityKind::Company, book.acme.value}, ContactPointType::Phone, u"+49 30 1"_s);
    CHECK(book.of(ref).phones.front().value == u"+49 30 1"_s);
    CHECK(book.of(ref).name == u"Acme"_s);
    const EntityRef cara{EntityKind::Contact, book.cara.value};
    book.point(cara, ContactPointType::Phone, u"+49 171 2"_s);
    book.point(cara, ContactPointType::Phone, u"+49 30 3"_s, true);
    book.point(cara, ContactPointType::Email, u"cara@acme.example"_s);
    const app::Reach reach = book.of(ref);
    CHECK(reach.who == cara);
    CHECK(reach.name.startsWith(u"Cara"_s)); // the first who is asked, and yet not the deal itself
    CHECK(reach.phones.size() == 2);
    CHECK(reach.phones.front().value == u"+49 30 3"_s); // the primary one
    CHECK(reach.emails.front().value == u"cara@acme.example"_s);
    CHECK(book.of(cara).name.isEmpty()); // it is its own
}

TEST_CASE("A planned call shows the number of the person it is with", "[app]")
{
    ReachBook book(sql::Engine::Sqlite);
    const EntityRef cara{EntityKind::Contact, book.cara.value};
    book.point(cara, ContactPointType::Phone, u"+49 30 3"_s);
    const ChangeSet set = book.commit(valueOf(store::logActivityEdit(
        book.connection(),
        {.activity = {.kind = ActivityKind::Call, .state = ActivityState::Planned, .at = {5}},
         .links = {cara}},
        book.actor())));
    CHECK(book.of(set.changes.front().ref).who == cara);
}

TEST_CASE("A company is reached by its web page, too; a wrong number and a fax are not called", "[app]")
{
    ReachBook book(sql::Engine::Sqlite);
    const Company before = book.load<Company>(book.acme);
    Company after = before;
    after.website = u"www.acme.example"_s;
    book.commit({Sentence::verbatim(u"Page"_s), {update(before, after)}});
    const EntityRef acme{EntityKind::Company, book.acme.value};
    book.commit({Sentence::verbatim(u"Add"_s),
                 {create(ContactPoint{.recordKind = acme.kind,
                                      .recordId = acme.id,
                                      .by = ContactPointType::Phone,
                                      .value = u"1"_s,
                                      .invalid = true}),
                  create(ContactPoint{.recordKind = acme.kind,
                                      .recordId = acme.id,
                                      .by = ContactPointType::Phone,
                                      .place = ContactPointPlace::Fax,
                                      .value = u"2"_s})}});
    const app::Reach reach = book.of(acme);
    CHECK(reach.phones.empty());
    REQUIRE(reach.pages.size() == 1);
    CHECK(reach.pages.front().value == u"www.acme.example"_s);
}

TEST_CASE("Nobody is reached by a page or a number that leads nowhere", "[app]")
{
    const app::Reach reach = app::reachBy({EntityKind::Company, 1},
                                          {{.by = ContactPointType::Website, .value = u"file:///home"_s},
                                           {.by = ContactPointType::Phone, .value = u"ask Cara"_s},
                                           {.by = ContactPointType::Website, .value = u"acme.example"_s},
                                           {.by = ContactPointType::Email, .value = u" "_s}});
    CHECK(reach.phones.empty());
    CHECK(reach.emails.empty());
    REQUIRE(reach.pages.size() == 1);
    CHECK(reach.pages.front().value == u"acme.example"_s);
}

TEST_CASE("Who does not want to be called is marked, also beside a deal", "[app]")
{
    ReachBook book(GENERATE(anyEngine()));
    const EntityRef cara{EntityKind::Contact, book.cara.value};
    book.point(cara, ContactPointType::Phone, u"+49 171 2"_s);
    const DealId deal = book.deal({.name = u"Renewal"_s, .company = book.acme, .contact = book.cara});
    CHECK_FALSE(book.of(cara).wishes.doNotCall);
    const Contact was = book.load<Contact>(book.cara);
    Contact now = was;
    now.doNotCall = true;
    book.commit({Sentence::verbatim(u"Edit"_s), {update(was, now)}});
    CHECK(book.of(cara).wishes.doNotCall);
    CHECK_FALSE(book.of(cara).wishes.optedOut);
    CHECK(book.of({EntityKind::Deal, deal.value}).wishes.doNotCall);
}

TEST_CASE("Whoever lives by another clock has their time said, from the zone or the country", "[app]")
{
    const app::Display display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/London"));
    const Instant noon{QDateTime(QDate(2026, 11, 30), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch()};
    const auto said = [&](const QList<QByteArray> &zones) {
        return app::timeThere({.zones = zones}, noon, display);
    };
    CHECK(said({"Europe/Berlin"}) == u"13:00 there"_s);
    CHECK(said({"Australia/Sydney"}) == u"23:00 there"_s);
    CHECK(said({"Pacific/Auckland"}) == u"Tue, 01:00 there"_s);
    CHECK(said({"Europe/Lisbon"}).isEmpty());                       // the same as here
    CHECK(said({"America/New_York", "America/Chicago"}).isEmpty()); // one of them, but which?
    CHECK(said({}).isEmpty());

    ReachBook book(sql::Engine::Sqlite);
    const EntityRef acme{EntityKind::Company, book.acme.value};
    book.point(acme, ContactPointType::Phone, u"+49 30 1"_s);
    CHECK(book.of(acme).zones.isEmpty());
    book.add(Address{.recordKind = acme.kind, .recordId = acme.id, .country = u"Deutschland"_s});
    CHECK(app::timeThere(book.of(acme), noon, display) == u"13:00 there"_s);
}
