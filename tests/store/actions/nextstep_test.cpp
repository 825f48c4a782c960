// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed as a next step is planned, on both engines.
#include "store/actions/nextstepactions.h"

#include "domain/records/activity.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "store/commit/changelog.h"
#include "store/reading/lists.h"
#include "store/rows/activitylinks.h"
#include "support/flaws.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct StepBook : SalesBook {
    using SalesBook::SalesBook;

    int field(QStringView name, EntityKind kind = EntityKind::Deal) const
    {
        return entityInfo(kind).indexOf(name);
    }
    void type(DealId deal, const std::vector<FieldValue> &values)
    {
        commit(valueOf(store::setFieldsEdit(connection(), {EntityKind::Deal, deal.value}, values, actor())));
    }
    std::optional<Activity> step(DealId deal)
    {
        return valueOf(store::nextStepOf(connection(), {EntityKind::Deal, deal.value}));
    }
};

} // namespace

TEST_CASE("Typing a next step plans a task, in one step that undo takes back whole", "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s, .company = book.acme, .contact = book.cara});
    book.type(deal, {{book.field(u"next_step"), u"Send the offer"_s}});
    CHECK(book.load<Deal>(deal).nextStep == u"Send the offer"_s);
    CHECK(book.load<Deal>(deal).nextActivity);
    const auto task = book.step(deal);
    REQUIRE(task);
    CHECK(task->kind == ActivityKind::Task);
    CHECK(task->owner == book.ana);
    CHECK(valueOf(store::linksOf(book.connection(), task->id))
          == std::vector<EntityRef>{{EntityKind::Deal, deal.value},
                                    {EntityKind::Company, book.acme.value},
                                    {EntityKind::Contact, book.cara.value}});
    CHECK(book.load<Company>(book.acme).nextActivity == task->at);

    valueOf(store::revert(book.connection(), book.history().front().id, book.actor()));
    CHECK_FALSE(book.step(deal));
    CHECK(book.load<Deal>(deal).nextStep.isEmpty());
    CHECK_FALSE(book.load<Deal>(deal).nextActivity);
    CHECK(flawsIn(book.connection()) == none);
}

TEST_CASE("The next step is the earliest that is planned, whatever it is called later", "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s});
    const auto plan = [&](const QString &subject, qint64 at) {
        book.commit(valueOf(store::logActivityEdit(book.connection(),
                                                   {.activity = {.kind = ActivityKind::Call,
                                                                 .state = ActivityState::Planned,
                                                                 .subject = subject,
                                                                 .at = {at}},
                                                    .links = {{EntityKind::Deal, deal.value}}},
                                                   book.actor())));
    };
    plan(u"Later"_s, 2'000'000'000'000);
    plan(u"Sooner"_s, 1'900'000'000'000);
    CHECK(book.load<Deal>(deal).nextStep == u"Sooner"_s);
    book.type(deal, {{book.field(u"next_step"), u"Ring Cara"_s}});
    CHECK(book.step(deal)->subject == u"Ring Cara"_s);
    CHECK(book.load<Deal>(deal).nextStep == u"Ring Cara"_s);
    book.type(deal, {{book.field(u"next_step"), u""_s}});
    CHECK(book.load<Deal>(deal).nextStep == u"Later"_s); // the sooner one is cancelled
    CHECK(flawsIn(book.connection()) == none);
}

TEST_CASE("A stage that asks for a next step is content with a planned one, and plans what is typed",
          "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    Stage asking = book.load<Stage>(book.negotiation);
    const Stage before = asking;
    asking.required = u"next_step"_s;
    book.commit({Sentence::verbatim(u"Ask"_s), {update(before, asking)}});
    const DealId deal = book.deal({.name = u"Renewal"_s});
    const auto refused =
        store::moveDealEdit(book.connection(), deal, {book.negotiation, {}}, {}, book.actor());
    REQUIRE_FALSE(refused);
    CHECK(inEnglish(refused.error().text).endsWith(u"Next step."_s));
    book.move(deal, {book.negotiation, {}}, {.filled = {{book.field(u"next_step"), u"Show them"_s}}});
    CHECK(book.load<Deal>(deal).stage == book.negotiation);
    CHECK(book.step(deal)->subject == u"Show them"_s);
    book.move(deal, {book.offer, {}});
    book.move(deal, {book.negotiation, {}}); // it has one
    CHECK(book.load<Deal>(deal).stage == book.negotiation);
}

TEST_CASE("A stage and a next step typed together are one move with one task", "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s});
    book.type(deal,
              {{book.field(u"stage_id"), book.negotiation.value},
               {book.field(u"next_step"), u"Show them"_s},
               {book.field(u"next_activity"), qint64(1'900'000'000'000)}});
    CHECK(book.load<Deal>(deal).stage == book.negotiation);
    CHECK(book.step(deal)->at == Instant{1'900'000'000'000});
    const auto count = valueOf(book.connection().cell(u"SELECT count(*) FROM activity"_s));
    CHECK(count == sql::Value(qint64(1)));
}

TEST_CASE("Deals moved together get the typed step only where they have none", "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const DealId busy = book.deal({.name = u"Renewal"_s});
    book.type(busy, {{book.field(u"next_step"), u"Call Bob"_s}});
    const DealId idle = book.deal({.name = u"Pump"_s});
    const StageTransition typed{.filled = {{book.field(u"next_step"), u"Send offer"_s}}};
    book.move(busy, {book.negotiation, {}}, typed);
    book.move(idle, {book.negotiation, {}}, typed);
    CHECK(book.step(busy)->subject == u"Call Bob"_s);
    CHECK(book.step(idle)->subject == u"Send offer"_s);
}

TEST_CASE("The day of a next step cannot be emptied alone, and is told so", "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s});
    book.type(deal, {{book.field(u"next_step"), u"Call Bob"_s}});
    const auto set = [&](const std::vector<FieldValue> &values) {
        return store::setFieldsEdit(book.connection(), {EntityKind::Deal, deal.value}, values, book.actor());
    };
    const auto refused = set({{book.field(u"next_activity"), Value()}});
    REQUIRE_FALSE(refused);
    CHECK(inEnglish(refused.error().text) == u"A next step has a day; empty its text to cancel it."_s);
    CHECK(set({{book.field(u"next_activity"), Value()}, {book.field(u"next_step"), QString()}}));
}

TEST_CASE("The day typed for a next step is that of the user's clock, wherever the computer stands",
          "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s});
    const QTimeZone tokyo("Asia/Tokyo");
    const QDate day(2026, 12, 1);
    const Actor there{book.ana, book.actor().now, tokyo};
    book.commit(valueOf(
        store::setFieldsEdit(book.connection(), {EntityKind::Deal, deal.value},
                             {{book.field(u"next_step"), u"Send the offer"_s},
                              {book.field(u"next_activity"), day.startOfDay(tokyo).toMSecsSinceEpoch()}},
                             there)));
    const auto task = book.step(deal);
    REQUIRE(task);
    CHECK(task->allDay);
    CHECK(task->day == day);
    CHECK(book.load<Deal>(deal).nextDay == day);
}

TEST_CASE("A new deal or lead comes with its next step planned", "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s, .company = book.acme, .nextStep = u"Visit"_s});
    CHECK(book.step(deal)->subject == u"Visit"_s);
    CHECK(book.load<Company>(book.acme).nextActivity);
    const Lead lead{.lastName = u"Gruber"_s, .nextStep = u"Ring"_s};
    const ChangeSet set = book.commit(
        valueOf(store::createRecordEdit(book.connection(), EntityKind::Lead, toRow(lead), book.actor())));
    const EntityRef made = set.changes.front().ref;
    CHECK(book.load<Lead>(LeadId{made.id}).nextStep == u"Ring"_s);
    CHECK(valueOf(store::nextStepOf(book.connection(), made))->owner == book.ana);
    CHECK(flawsIn(book.connection()) == none);
}

TEST_CASE("The list of activities begins with the most overdue and ends with what was done first", "[store]")
{
    StepBook book(GENERATE(anyEngine()));
    const auto add = [&](const QString &subject, ActivityState state, qint64 at) {
        book.commit({Sentence::verbatim(u"Add"_s),
                     {create(Activity{.state = state, .subject = subject, .at = {at}, .owner = book.ana})}});
    };
    add(u"done long ago"_s, ActivityState::Done, 1000);
    add(u"far ahead"_s, ActivityState::Planned, 9'000'000);
    add(u"done lately"_s, ActivityState::Done, 2000);
    add(u"overdue"_s, ActivityState::Planned, 500);
    const std::vector<qint64> ids =
        valueOf(store::ids(book.connection(), {.kind = EntityKind::Activity}, {book.ana}, 0));
    QStringList subjects;
    for (const LoadedRecord &row : valueOf(store::rows(book.connection(), EntityKind::Activity, ids)))
        subjects += textOf(row.record.value(u"subject"));
    CHECK(subjects == QStringList{u"overdue"_s, u"far ahead"_s, u"done lately"_s, u"done long ago"_s});
}
