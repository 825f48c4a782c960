// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed is set or refused, by one rule for window and command line.
#include "domain/records/inenglish.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : SalesBook {
    Desk() : SalesBook(GENERATE(anyEngine())) {}

    // What became of it: "done", or the sentence that refuses it.
    static QString saidOf(const Result<Edit> &edit)
    {
        return edit ? u"done"_s : inEnglish(edit.error().text);
    }
    FieldValue field(EntityKind kind, QStringView name, const Value &value) const
    {
        return {entityInfo(kind).indexOf(name), value};
    }
    QString set(EntityRef ref, const std::vector<FieldValue> &fields)
    {
        const auto edit = store::setFieldsEdit(connection(), ref, fields, actor());
        if (edit)
            commit(*edit);
        return saidOf(edit);
    }
    QString setDeal(DealId deal, QStringView name, const Value &value)
    {
        return set({EntityKind::Deal, deal.value}, {field(EntityKind::Deal, name, value)});
    }
    QString create(EntityKind kind, const Row &row)
    {
        return saidOf(store::createRecordEdit(connection(), kind, row, actor()));
    }
};

const QDate march(2026, 3, 4);

} // namespace

TEST_CASE("A deal lost for another reason says in the note which, however it is closed", "[store]")
{
    Desk desk;
    const LostReasonId other = desk.add(LostReason{.name = u"Other"_s, .needsNote = true});
    const QString asked = u"Say in the note what “Other” means here."_s;
    const DealId deal = desk.deal(u"Renewal"_s, desk.offer);
    const auto moved = [&](const StageTransition &given) {
        return Desk::saidOf(
            store::moveDealEdit(desk.connection(), deal, {desk.lost, {}}, given, desk.actor()));
    };
    CHECK(moved({.on = march, .reason = other}) == asked);
    CHECK(moved({.on = march, .reason = other, .note = u" "_s}) == asked);
    CHECK(moved({.on = march, .reason = other, .note = u"They merged"_s}) == u"done"_s);
    CHECK(moved({.on = march, .reason = desk.price}) == u"done"_s);
    const std::vector<FieldValue> lost{desk.field(EntityKind::Deal, u"stage_id", desk.lost.value),
                                       desk.field(EntityKind::Deal, u"closed_on", u"2026-03-04"_s),
                                       desk.field(EntityKind::Deal, u"lost_reason_id", other.value)};
    CHECK(desk.set({EntityKind::Deal, deal.value}, lost) == asked);
    CHECK(Desk::saidOf(store::createDealEdit(
              desk.connection(),
              {.name = u"New"_s, .stage = desk.lost, .closedOn = march, .lostReason = other}, desk.actor()))
          == asked);

    desk.move(deal, {desk.lost, {}}, {.on = march, .reason = desk.price}); // it is lost, and told otherwise
    CHECK(desk.setDeal(deal, u"lost_reason_id", other.value) == asked);
    CHECK(desk.setDeal(deal, u"close_note", u"They merged"_s) == u"done"_s);
    CHECK(desk.setDeal(deal, u"lost_reason_id", other.value) == u"done"_s);
    CHECK(desk.setDeal(deal, u"close_note", u""_s) == asked);
    CHECK(desk.load<Deal>(deal).closeNote == u"They merged"_s);
}

TEST_CASE("A deal that other software lost without a note is worked with as it is", "[store]")
{
    Desk desk;
    const LostReasonId other = desk.add(LostReason{.name = u"Other"_s, .needsNote = true});
    const DealId deal = desk.add(Deal{.name = u"Imported"_s,
                                      .pipeline = desk.pipeline,
                                      .stage = desk.lost,
                                      .status = StageType::Lost,
                                      .closedOn = march,
                                      .lostReason = other});
    CHECK(desk.setDeal(deal, u"competitor", u"Rival"_s) == u"done"_s);
    CHECK(desk.load<Deal>(deal).competitor == u"Rival"_s);
}

TEST_CASE("What is told of a closing belongs to a closed deal, and a reason to a lost one", "[store]")
{
    Desk desk;
    const DealId deal = desk.deal(u"Renewal"_s, desk.offer);
    CHECK(desk.setDeal(deal, u"closed_on", u"2026-03-04"_s)
          == u"“Offer” is an open stage: Closed on belongs to closed ones."_s);
    CHECK(desk.setDeal(deal, u"close_note", u"Soon"_s)
          == u"“Offer” is an open stage: Closing note belongs to closed ones."_s);
    CHECK(desk.setDeal(deal, u"lost_reason_id", desk.price.value)
          == u"“Offer” is an open stage: Lost reason belongs to closed ones."_s);
    CHECK(Desk::saidOf(
              store::createDealEdit(desk.connection(), {.name = u"New"_s, .closedOn = march}, desk.actor()))
          == u"“Offer” is an open stage: Closed on belongs to closed ones."_s);
    desk.move(deal, {desk.won, {}}, {.on = march});
    CHECK(desk.setDeal(deal, u"lost_reason_id", desk.price.value)
          == u"“Won” is no stage of lost deals: Lost reason belongs to those."_s);
    CHECK(desk.setDeal(deal, u"close_note", u"By handshake"_s) == u"done"_s);
    CHECK(desk.load<Deal>(deal).closeNote == u"By handshake"_s);
}

TEST_CASE("What is no address is refused where it is typed, of every kind of record alike", "[store]")
{
    Desk desk;
    const QString noMail = u"An e-mail address looks like name@company.com."_s;
    const QString noNumber = u"A phone number has at least three digits."_s;
    const QString noPage = u"A web address looks like www.company.com."_s;
    const auto contact = [](const QString &email, const QString &phone) {
        Contact person{.lastName = u"Diaz"_s};
        person.email = email;
        person.phone = phone;
        return toRow(person);
    };
    CHECK(desk.create(EntityKind::Contact, contact(u"bad"_s, {})) == noMail);
    CHECK(desk.create(EntityKind::Contact, contact({}, u"call me"_s)) == noNumber);
    CHECK(desk.create(EntityKind::Contact, contact(u"c@acme.example"_s, u"112"_s)) == u"done"_s);
    CHECK(desk.create(EntityKind::Contact, contact(u"a@acme.example, b@acme.example"_s, {})) == u"done"_s);
    CHECK(desk.create(EntityKind::Company, toRow(Company{.name = u"Web"_s, .website = u"no page"_s}))
          == noPage);
    CHECK(desk.create(EntityKind::User, toRow(User{.name = u"Dan"_s, .email = u"dan"_s})) == noMail);
    const ContactPoint worse{.recordId = desk.cara.value, .by = ContactPointType::Email, .value = u"bad"_s};
    CHECK(desk.create(EntityKind::ContactPoint, toRow(worse)) == noMail);
    ContactPoint marked = worse;
    marked.invalid = true; // said to be none
    CHECK(desk.create(EntityKind::ContactPoint, toRow(marked)) == u"done"_s);
    CHECK(desk.set({EntityKind::Company, desk.acme.value},
                   {desk.field(EntityKind::Company, u"website", u"nowhere"_s)})
          == noPage);
    CHECK(desk.set({EntityKind::Contact, desk.cara.value},
                   {desk.field(EntityKind::Contact, u"email", u"cara at acme"_s)})
          == noMail);
}

TEST_CASE("An imported address that is none loses its mark when it is typed anew", "[store]")
{
    Desk desk;
    const Id<EntityKind::ContactPoint> point = desk.add(ContactPoint{.recordId = desk.cara.value,
                                                                     .by = ContactPointType::Email,
                                                                     .value = u"cara at acme"_s,
                                                                     .invalid = true});
    const EntityRef ref{EntityKind::ContactPoint, point.value};
    CHECK(desk.set(ref, {desk.field(ref.kind, u"value", u"cara at"_s)})
          == u"An e-mail address looks like name@company.com."_s);
    CHECK(desk.set(ref, {desk.field(ref.kind, u"value", u"cara@acme.example"_s)}) == u"done"_s);
    CHECK_FALSE(desk.load<ContactPoint>(point).invalid);
}
