// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/actions.h"

#include "domain/changes/customvalues.h"
#include "domain/records/inenglish.h"
#include "support/dump.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct PeopleBook : SalesBook {
    using SalesBook::SalesBook;

    Result<Edit> adding(const ContactPoint &point) { return adding(EntityKind::ContactPoint, toRow(point)); }
    Result<Edit> adding(EntityKind kind, const Row &row)
    {
        return store::createRecordEdit(connection(), kind, row, actor());
    }
    ContactPoint phone(const QString &value) const
    {
        return {.recordId = cara.value, .by = ContactPointType::Phone, .value = value};
    }
    EntityRef person() const { return {EntityKind::Contact, cara.value}; }
    EntityRef idOf(const ChangeSet &set, EntityKind kind) const
    {
        for (const Change &change : set.changes) {
            if (change.kind == ChangeKind::Create && change.ref.kind == kind)
                return change.ref;
        }
        return {};
    }
};

} // namespace

TEST_CASE("A second number is added beside the first and made the primary one, each as one step", "[store]")
{
    PeopleBook book(GENERATE(anyEngine()));
    book.commit(valueOf(book.adding(book.phone(u"+49 30 111"_s))));
    CHECK(book.load<Contact>(book.cara).phone == u"+49 30 111"_s);
    CHECK(inEnglish(book.history().front().label) == u"Added “+49 30 111” to “Cara Diaz”"_s);
    const ChangeSet second = book.commit(valueOf(book.adding(book.phone(u" +49 30 222 "_s))));
    CHECK(book.load<Contact>(book.cara).phone == u"+49 30 111"_s);

    const EntityRef point = book.idOf(second, EntityKind::ContactPoint);
    const int primary = entityInfo(EntityKind::ContactPoint).indexOf(u"is_primary");
    book.commit(
        valueOf(store::setFieldsEdit(book.connection(), point, {{primary, qint64(1)}}, book.actor())));
    CHECK(book.load<Contact>(book.cara).phone == u"+49 30 222"_s);
    CHECK(inEnglish(book.history().front().label) == u"Made “+49 30 222” the primary one of “Cara Diaz”"_s);
    CHECK(book.undo() == u"Made “+49 30 222” the primary one of “Cara Diaz”"_s);
    CHECK(book.load<Contact>(book.cara).phone == u"+49 30 111"_s);
}

TEST_CASE("A number that stands there already is refused with a sentence", "[store]")
{
    PeopleBook book(GENERATE(anyEngine()));
    book.commit(valueOf(book.adding(book.phone(u"+49 30 111"_s))));
    const auto again = book.adding(book.phone(u"0049 (30) 111"_s));
    REQUIRE(!again);
    CHECK(inEnglish(again.error().text) == u"“0049 (30) 111” is here already."_s);
    book.commit(valueOf(store::deleteEdit(book.connection(), {book.person()})));
    const auto gone = book.adding(book.phone(u"112"_s));
    REQUIRE(!gone);
    CHECK(inEnglish(gone.error().text) == u"The contact “Cara Diaz” was deleted."_s);
}

TEST_CASE("A tag that is not there yet is made and hung in one step", "[store]")
{
    PeopleBook book(GENERATE(anyEngine()));
    const auto tag = [&](const QString &name) {
        return store::addTagEdit(book.connection(), book.person(), name);
    };
    book.commit(valueOf(tag(u"Trade fair"_s)));
    CHECK(book.count(EntityKind::Tag) == 1);
    CHECK(inEnglish(book.history().front().label) == u"Added “Trade fair” to “Cara Diaz”"_s);
    const auto again = tag(u" trade FAIR"_s);
    REQUIRE(!again);
    CHECK(inEnglish(again.error().text) == u"This tag is there already."_s);
    CHECK(!tag(u"  "_s));
    book.undo();
    CHECK(book.count(EntityKind::Tag) == 0);
    CHECK(book.count(EntityKind::TagLink) == 0);
}

TEST_CASE("Addresses and roles are added, changed and removed by their names", "[store]")
{
    PeopleBook book(GENERATE(anyEngine()));
    const ChangeSet added = book.commit(valueOf(
        book.adding(EntityKind::Address, toRow(Address{.recordId = book.cara.value, .city = u"Lima"_s}))));
    CHECK(inEnglish(book.history().front().label) == u"Added “Lima” to “Cara Diaz”"_s);
    CHECK(book.load<Contact>(book.cara).city == u"Lima"_s);
    const EntityRef address = book.idOf(added, EntityKind::Address);
    const int street = entityInfo(EntityKind::Address).indexOf(u"street");
    book.commit(
        valueOf(store::setFieldsEdit(book.connection(), address, {{street, u"Calle 1"_s}}, book.actor())));
    CHECK(inEnglish(book.history().front().label) == u"Changed “Lima” of “Cara Diaz”"_s);

    const Affiliation adviser{.contact = book.cara, .company = book.bolt, .role = u"Adviser"_s};
    book.commit(valueOf(book.adding(EntityKind::Affiliation, toRow(adviser))));
    CHECK(inEnglish(book.history().front().label) == u"Added “Cara Diaz” to “Bolt”"_s);
    CHECK(!book.adding(EntityKind::Affiliation, toRow(adviser)));
    const DealId deal = book.deal({.name = u"Renewal"_s});
    const DealContact role{.deal = deal, .contact = book.cara, .role = DealRole::Champion};
    const ChangeSet set = book.commit(valueOf(book.adding(EntityKind::DealContact, toRow(role))));
    CHECK(inEnglish(book.history().front().label) == u"Added “Cara Diaz” to “Renewal”"_s);
    CHECK(!book.adding(EntityKind::DealContact, toRow(role)));
    book.commit(valueOf(store::deleteEdit(book.connection(), {book.idOf(set, EntityKind::DealContact)})));
    CHECK(inEnglish(book.history().front().label) == u"Removed “Cara Diaz” from “Renewal”"_s);
}

TEST_CASE("Custom fields are set one by one, and each step is taken back by itself", "[store]")
{
    PeopleBook book(GENERATE(anyEngine()));
    const CustomField size{.recordKind = EntityKind::Contact,
                           .name = u"size"_s,
                           .label = u"Shoe size"_s,
                           .kind = CustomKind::Number};
    const CustomField team{.recordKind = EntityKind::Contact,
                           .name = u"team"_s,
                           .label = u"Team"_s,
                           .kind = CustomKind::Choice,
                           .choices = u"Red\nBlue"_s};
    book.add(size);
    book.add(team);
    const int custom = entityInfo(EntityKind::Contact).indexOf(u"custom");
    const auto set = [&](const CustomField &field, const Value &value) {
        const QString json = withCustomValue(book.load<Contact>(book.cara).custom, field, value);
        return store::setFieldsEdit(book.connection(), book.person(), {{custom, json}}, book.actor());
    };
    book.commit(valueOf(set(size, qint64(42))));
    CHECK(inEnglish(book.history().front().label) == u"Changed Shoe size of “Cara Diaz”"_s);
    const qint64 first = book.history().front().id;
    book.commit(valueOf(set(team, u"Red"_s)));
    const auto wrong = set(team, u"Green"_s);
    REQUIRE(!wrong);
    CHECK(inEnglish(wrong.error().text) == u"Team cannot be “Green”. There are: Red, Blue."_s);

    // The older step is undone, the newer one stays.
    CHECK(store::revert(book.connection(), first, book.actor()));
    const QString json = book.load<Contact>(book.cara).custom;
    CHECK(isNull(customValue(json, size)));
    CHECK(customValue(json, team) == Value(u"Red"_s));
}
