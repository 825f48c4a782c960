// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/actions.h"

#include "domain/records/activity.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "store/commit/changelog.h"
#include "store/maintenance/check.h"
#include "store/rows/activitylinks.h"
#include "store/rows/stagevisits.h"
#include "store/summaries/board.h"
#include "store/summaries/timeline.h"
#include "support/dump.h"
#include "support/flaws.h"
#include "support/openvisit.h"
#include "support/salesbook.h"

#include <random>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

QString sentenceOf(const Result<Edit> &result)
{
    return result ? u"done: "_s + inEnglish(result->label) : inEnglish(result.error().text);
}

} // namespace

TEST_CASE("A new deal starts at the top of the first open stage, with its history begun", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId older = book.deal({.name = u"Older"_s});
    const DealId id = book.deal({.name = u"Renewal"_s, .amount = 100'00});
    const Deal deal = book.load<Deal>(id);
    CHECK(deal.stage == book.offer);
    CHECK(deal.pipeline == book.pipeline);
    CHECK(deal.owner == book.ana);
    CHECK(deal.currency == u"EUR"_s);
    CHECK(book.column(book.offer) == QStringList{u"Renewal"_s, u"Older"_s});
    const auto visit = test::openVisit(book.connection(), id);
    REQUIRE(visit);
    CHECK(visit->stage == book.offer);
    CHECK(visit->by == book.ana);
    CHECK(book.load<Deal>(older).currency.isEmpty());
}

TEST_CASE("A deal entered as won or lost says when and why", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const auto entered = [&](const Deal &deal) {
        return sentenceOf(store::createDealEdit(book.connection(), deal, book.actor()));
    };
    CHECK(entered({.name = u"A"_s, .stage = book.won})
          == u"When was it closed? The closing date is missing."_s);
    CHECK(entered({.name = u"A"_s, .stage = book.lost, .closedOn = QDate(2026, 1, 2)})
          == u"Why was it lost? The reason is missing."_s);
    CHECK(
        entered({.name = u"A"_s, .stage = book.lost, .closedOn = QDate(2026, 1, 2), .lostReason = book.price})
        == u"done: Added “A”"_s);
}

TEST_CASE("Nothing is closed, done or born on a day that is still to come", "[store]")
{
    SalesBook book(GENERATE(anyEngine())); // 23 November 2026
    const QString closing = u"Closed on cannot be ahead: Tue 23 Mar 2027 is still to come."_s;
    const QDate ahead(2027, 3, 23);
    CHECK(sentenceOf(store::createDealEdit(
              book.connection(), {.name = u"A"_s, .stage = book.won, .closedOn = ahead}, book.actor()))
          == closing);
    const DealId deal = book.deal(u"Renewal"_s, book.offer);
    CHECK(
        sentenceOf(store::moveDealEdit(book.connection(), deal, {book.won, {}}, {.on = ahead}, book.actor()))
        == closing);
    CHECK(sentenceOf(
              store::closeDealsEdit(book.connection(), {deal}, StageType::Won, {.on = ahead}, book.actor()))
          == closing);
    const auto set = [&](EntityRef ref, QStringView field, const Value &value) {
        return sentenceOf(store::setFieldsEdit(book.connection(), ref,
                                               {{entityInfo(ref.kind).indexOf(field), value}}, book.actor()));
    };
    book.move(deal, {book.won, {}}, {.on = QDate(2026, 11, 23)}); // today
    CHECK(set({EntityKind::Deal, deal.value}, u"closed_on", u"2027-03-23"_s) == closing);
    const EntityRef cara{EntityKind::Contact, book.cara.value};
    CHECK(set(cara, u"birthday", u"2045-03-04"_s)
          == u"Birthday cannot be ahead: Sat 4 Mar 2045 is still to come."_s);
    CHECK(set(cara, u"birthday", u"1604-03-04"_s).startsWith(u"done: "_s));
    const Row newborn = toRow(Contact{.lastName = u"Kind"_s, .birthday = QDate(2045, 3, 4)});
    CHECK(sentenceOf(store::createRecordEdit(book.connection(), EntityKind::Contact, newborn, book.actor()))
          == u"Birthday cannot be ahead: Sat 4 Mar 2045 is still to come."_s);
    const Instant later{1'900'000'000'000};
    CHECK(sentenceOf(store::logActivityEdit(book.connection(), {.activity = {.at = later}}, book.actor()))
              .startsWith(u"What is done cannot be ahead: "_s));
    const ActivityId call = book.add(Activity{.state = ActivityState::Planned, .at = later});
    const EntityRef planned{EntityKind::Activity, call.value};
    CHECK(sentenceOf(store::setFieldsEdit(book.connection(), planned,
                                          {{entityInfo(planned.kind).indexOf(u"state"), u"done"_s},
                                           {entityInfo(planned.kind).indexOf(u"at"), later.ms + 1000}},
                                          book.actor()))
              .startsWith(u"What is done cannot be ahead: "_s));
    CHECK(set(planned, u"state", u"done"_s).startsWith(u"done: "_s)); // now
}

TEST_CASE("A day ahead that a book holds already does not stand in the way of other changes", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    Contact born = book.load<Contact>(book.cara);
    const Contact before = born;
    born.birthday = QDate(2045, 3, 4);
    book.commit({Sentence::verbatim(u"As an older book had it"_s), {update(before, born)}});
    const int title = entityInfo(EntityKind::Contact).indexOf(u"job_title");
    book.commit(valueOf(store::setFieldsEdit(book.connection(), {EntityKind::Contact, book.cara.value},
                                             {{title, u"Buyer"_s}}, book.actor())));
    CHECK(book.load<Contact>(book.cara).jobTitle == u"Buyer"_s);
    CHECK(book.load<Contact>(book.cara).birthday == QDate(2045, 3, 4));
}

TEST_CASE("Today is the user's day: at noon on the other side of the world it is tomorrow", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const Instant now = book.actor().now; // 23 November, 10:00 UTC
    const StageTransition sold{.on = QDate(2026, 11, 24)};
    const DealId deal = book.deal(u"Renewal"_s, book.offer);
    const auto won = [&](const Actor &actor) {
        return store::moveDealEdit(book.connection(), deal, {book.won, {}}, sold, actor).has_value();
    };
    CHECK_FALSE(won({book.ana, now, QTimeZone("Europe/Berlin")}));
    CHECK(won({book.ana, {now.ms + 4 * 3'600'000}, QTimeZone("Pacific/Auckland")}));
}

TEST_CASE("What took the whole of today is done today, though the day has yet to begin where it was entered",
          "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const QTimeZone samoa("Pacific/Pago_Pago"); // where today begins at 11:00 UTC
    const Actor berlin{book.ana, book.actor().now, QTimeZone("Europe/Berlin")}; // 23 November, 10:00 UTC
    const auto attended = [&](QDate day) {
        const Activity fair{.kind = ActivityKind::Meeting,
                            .at = {day.startOfDay(samoa).toMSecsSinceEpoch()},
                            .allDay = true,
                            .timeZone = QString::fromLatin1(samoa.id())};
        return sentenceOf(store::logActivityEdit(book.connection(), {.activity = fair}, berlin));
    };
    CHECK(attended({2026, 11, 23}).startsWith(u"done: "_s));
    CHECK(attended({2026, 11, 24}) == u"What is done cannot be ahead: Tue 24 Nov 2026 is still to come."_s);
}

TEST_CASE("A day that is typed is that of the user's clock, wherever the computer stands", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const QTimeZone tokyo("Asia/Tokyo");
    const Actor there{book.ana, book.actor().now, tokyo};
    const auto at = [&tokyo](QDate day, QTime time) {
        return Instant{QDateTime(day, time, tokyo).toMSecsSinceEpoch()};
    };
    const QDate first(2026, 12, 1);
    const Row typed = toRow(
        Activity{.kind = ActivityKind::Task, .state = ActivityState::Planned, .at = at(first, QTime(0, 0))});
    const ChangeSet added =
        book.commit(valueOf(store::createRecordEdit(book.connection(), EntityKind::Activity, typed, there)));
    const Activity task = book.load<Activity>(ActivityId{added.changes.front().ref.id});
    CHECK(task.allDay);
    CHECK(task.day == first);

    const ActivityId call = book.add(Activity{.state = ActivityState::Planned,
                                              .at = at(first, QTime(9, 30)),
                                              .timeZone = QString::fromLatin1(tokyo.id())});
    book.commit(valueOf(store::setFieldsEdit(
        book.connection(), {EntityKind::Activity, call.value},
        {{entityInfo(EntityKind::Activity).indexOf(u"at"), at(first.addDays(2), QTime(0, 0)).ms}}, there)));
    CHECK(book.load<Activity>(call).at == at(first.addDays(2), QTime(9, 30))); // keeps its time of day
}

TEST_CASE("No way leads into a stage without what it needs", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const Stage before = book.load<Stage>(book.negotiation);
    Stage asking = before;
    asking.required = u"amount expected_close"_s;
    book.commit({Sentence::verbatim(u"Ask"_s), {update(before, asking)}});
    const DealId id = book.deal({.name = u"Renewal"_s});
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    const int stage = info.indexOf(u"stage_id");
    const FieldValue amount{info.indexOf(u"amount"), qint64(500'00)};
    const FieldValue close{info.indexOf(u"expected_close"), u"2026-06-30"_s};
    const auto move = [&](const StageTransition &transition) {
        return sentenceOf(
            store::moveDealEdit(book.connection(), id, {book.negotiation, {}}, transition, book.actor()));
    };
    const auto set = [&](const std::vector<FieldValue> &fields) {
        return sentenceOf(
            store::setFieldsEdit(book.connection(), {EntityKind::Deal, id.value}, fields, book.actor()));
    };
    const QString both = u"“Negotiation” asks for more about “Renewal”: Amount, Expected close."_s;
    CHECK(move({}) == both);
    CHECK(set({{stage, book.negotiation.value}}) == both);
    CHECK(move({.filled = {amount}}) == u"“Negotiation” asks for more about “Renewal”: Expected close."_s);
    CHECK(sentenceOf(store::createDealEdit(book.connection(), {.name = u"New"_s, .stage = book.negotiation},
                                           book.actor()))
          == u"“Negotiation” asks for more about “New”: Amount, Expected close."_s);
    CHECK(set({{stage, book.negotiation.value}, amount, close}) == u"done: Moved “Renewal” to Negotiation"_s);
    const DealId whole =
        book.deal({.name = u"Whole"_s, .amount = 100'00, .expectedClose = QDate(2026, 6, 30)});
    CHECK(sentenceOf(store::setFieldsEdit(book.connection(), {EntityKind::Deal, whole.value},
                                          {{stage, book.negotiation.value}, {amount.field, Value()}},
                                          book.actor()))
          == u"“Negotiation” asks for more about “Whole”: Amount."_s);

    // One step, undone as one.
    const ChangeSet moved = book.move(id, {book.negotiation, {}}, {.filled = {amount, close}});
    const Deal there = book.load<Deal>(id);
    CHECK(there.stage == book.negotiation);
    CHECK(there.amount == 500'00);
    CHECK(there.currency == u"EUR"_s); // the book's
    CHECK(there.expectedClose == QDate(2026, 6, 30));
    valueOf(store::revert(book.connection(), moved.operation.id, book.actor()));
    CHECK_FALSE(book.load<Deal>(id).amount);
    CHECK(book.load<Deal>(id).stage == book.offer);
}

TEST_CASE("A clock that is set back spoils neither the stage history nor the order of steps", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId id = book.deal(u"Renewal"_s, book.offer, 100'00);
    const Instant start = book.actor().now;
    const auto moveAt = [&](StageId stage, Instant when) {
        const Actor actor{book.ana, when};
        return valueOf(store::commit(
            book.connection(), valueOf(store::moveDealEdit(book.connection(), id, {stage, {}}, {}, actor)),
            actor));
    };
    moveAt(book.negotiation, {start.ms - 3'600'000});
    const ChangeSet last = moveAt(book.paused, {start.ms - 7'200'000});
    for (const Record &visit : valueOf(store::loadAll(book.connection(), EntityKind::StageVisit))) {
        const auto stay = as<StageVisit>(visit);
        CHECK((!stay.leftAt || stay.leftAt >= stay.enteredAt));
    }
    CHECK(flawsIn(book.connection()) == none);
    CHECK(book.history().front().id == last.operation.id);
    const auto undone = valueOf(store::undoable(book.connection(), book.ana));
    REQUIRE(undone);
    CHECK(undone->id == last.operation.id);
    valueOf(store::revert(book.connection(), undone->id, {book.ana, {start.ms - 9'000'000}}));
    CHECK(book.load<Deal>(id).stage == book.negotiation);
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("Moving a deal ends its visit, begins another, and undo restores everything", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId id = book.deal(u"Renewal"_s, book.offer, 100'00);
    const Record before = book.record({EntityKind::Deal, id.value});
    const auto visitBefore = test::openVisit(book.connection(), id);
    const ChangeSet moved = book.move(id, {book.negotiation, {}});
    CHECK(inEnglish(moved.operation.label) == u"Moved “Renewal” to Negotiation"_s);
    CHECK(book.load<Deal>(id).stage == book.negotiation);
    const auto visit = test::openVisit(book.connection(), id);
    REQUIRE(visit);
    CHECK(visit->stage == book.negotiation);
    CHECK(book.load<StageVisit>(visitBefore->id).leftAt == visit->enteredAt);

    CHECK(book.undo() == u"Moved “Renewal” to Negotiation"_s);
    Row after = book.record({EntityKind::Deal, id.value}).row;
    // touched_at, from which rotting is computed, is derived from actions and not reset by undo.
    after[size_t(before.info().indexOf(u"touched_at"))] = before.value(u"touched_at");
    CHECK(after == before.row);
    const auto visitAfter = test::openVisit(book.connection(), id);
    REQUIRE(visitAfter);
    CHECK(visitAfter->id == visitBefore->id);
    CHECK(visitAfter->leftAt == Instant{});
}

TEST_CASE("A deal that is lost needs a reason, and reopening forgets it", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId id = book.deal(u"Renewal"_s, book.offer);
    const auto tried =
        store::moveDealEdit(book.connection(), id, {book.lost, {}}, {.on = QDate(2026, 3, 4)}, book.actor());
    CHECK(sentenceOf(tried) == u"Why was it lost? The reason is missing."_s);
    book.move(id, {book.lost, {}}, {.on = QDate(2026, 3, 4), .reason = book.price, .note = u"Too dear"_s});
    CHECK(book.load<Deal>(id).closedOn == QDate(2026, 3, 4));
    CHECK(book.load<Deal>(id).status == StageType::Lost);
    CHECK(inEnglish(book.move(id, {book.offer, {}}).operation.label) == u"Reopened “Renewal” in Offer"_s);
    CHECK(book.load<Deal>(id).lostReason == LostReasonId{});
    CHECK(book.load<Deal>(id).closedOn == QDate());
}

TEST_CASE("Deals of a list are won together, as one step, and those won before stay as they are", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId a = book.deal(u"Amber"_s, book.offer);
    const DealId b = book.deal(u"Birch"_s, book.negotiation);
    const DealId c = book.deal(u"Cedar"_s, book.offer);
    book.move(c, {book.won, {}}, {.on = QDate(2026, 1, 2)});
    const StageTransition today{.on = QDate(2026, 3, 4)};
    const auto close = [&](StageType type, const StageTransition &transition) {
        return store::closeDealsEdit(book.connection(), {a, b, c}, type, transition, book.actor());
    };
    CHECK(sentenceOf(close(StageType::Lost, today)) == u"Why was it lost? The reason is missing."_s);
    CHECK(inEnglish(book.commit(valueOf(close(StageType::Won, today))).operation.label)
          == u"Moved 2 deals to Won"_s);
    CHECK(book.load<Deal>(a).closedOn == QDate(2026, 3, 4));
    CHECK(book.load<Deal>(b).status == StageType::Won);
    CHECK(book.load<Deal>(c).closedOn == QDate(2026, 1, 2));
    CHECK(valueOf(close(StageType::Won, today)).changes.empty());
    book.undo();
    CHECK(book.load<Deal>(a).stage == book.offer);
    CHECK(book.load<Deal>(b).stage == book.negotiation);
}

TEST_CASE("Deals are won with the deals that renew them, as one step", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId a = book.deal(u"Amber"_s, book.offer, 700'00, u"CHF"_s);
    const DealId b = book.deal(u"Birch"_s, book.negotiation);
    const StageTransition sold{.on = QDate(2026, 3, 4), .renewalMonths = 12};
    const Edit edit =
        valueOf(store::closeDealsEdit(book.connection(), {a, b}, StageType::Won, sold, book.actor()));
    book.commit(edit);
    const std::vector<Deal> renewals =
        valueOf(store::loadAll<Deal>(book.connection(), {u"type = ?"_s, {u"renewal"_s}, u"name"_s}));
    REQUIRE(renewals.size() == 2);
    CHECK(renewals[0].name == u"Amber – renewal 2027"_s);
    CHECK(renewals[0].amount == 700'00);
    CHECK(renewals[0].currency == u"CHF"_s);
    CHECK(renewals[0].expectedClose == QDate(2027, 3, 4));
    CHECK(renewals[0].status == StageType::Open);
    CHECK(renewals[1].name == u"Birch – renewal 2027"_s);
    book.undo();
    CHECK(book.load<Deal>(a).stage == book.offer);
    CHECK(valueOf(store::loadAll<Deal>(book.connection(), {u"type = ?"_s, {u"renewal"_s}, {}})).empty());
}

TEST_CASE("A deal is not won over an amount that somebody else has set meanwhile", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal(u"Amber"_s, book.offer, 700'00, u"CHF"_s);
    const int amount = entityInfo(EntityKind::Deal).indexOf(u"amount");
    const auto winFor = [&](qint64 seen, qint64 sold) {
        const StageTransition transition{.on = QDate(2026, 3, 4), .corrected = {{amount, seen, sold}}};
        const Edit edit = valueOf(
            store::closeDealsEdit(book.connection(), {deal}, StageType::Won, transition, book.actor()));
        return store::commit(book.connection(), edit, book.actor());
    };
    const Result<ChangeSet> late = winFor(600'00, 650'00);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::Conflict);
    CHECK(book.load<Deal>(deal).stage == book.offer);
    REQUIRE(winFor(700'00, 650'00));
    CHECK(book.load<Deal>(deal).amount == 650'00);
}

TEST_CASE("Cards go where they are dropped: to the top, under another, several in their order", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    std::vector<DealId> deals;
    for (const QString &name : {u"D"_s, u"C"_s, u"B"_s, u"A"_s})
        deals.insert(deals.begin(), book.deal(name, book.offer));
    CHECK(book.column(book.offer) == QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s});
    book.move(deals[3], {book.offer, {}});
    CHECK(book.column(book.offer) == QStringList{u"D"_s, u"A"_s, u"B"_s, u"C"_s});
    book.move(deals[3], {book.offer, deals[1]});
    CHECK(book.column(book.offer) == QStringList{u"A"_s, u"B"_s, u"D"_s, u"C"_s});
    const auto both = valueOf(store::moveDealsEdit(book.connection(), {deals[2], deals[0]},
                                                   {book.offer, deals[1]}, {}, book.actor()));
    CHECK(inEnglish(both.label) == u"Moved 2 deals to Offer"_s);
    book.commit(both);
    CHECK(book.column(book.offer) == QStringList{u"B"_s, u"C"_s, u"A"_s, u"D"_s});
}

TEST_CASE("Dropping a card where it lies changes nothing", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId below = book.deal(u"Below"_s, book.offer);
    const DealId above = book.deal(u"Above"_s, book.offer);
    const auto edit = [&](DealId deal, DealId under) {
        return valueOf(store::moveDealEdit(book.connection(), deal, {book.offer, under}, {}, book.actor()));
    };
    CHECK(edit(above, {}).isEmpty());
    CHECK(edit(below, above).isEmpty());
    CHECK(edit(below, below).isEmpty()); // dropped onto itself
    CHECK_FALSE(edit(below, {}).isEmpty());
}

TEST_CASE("Drops into ever narrower gaps keep the order that people see", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    std::vector<DealId> order; // in the order of the column
    for (int i = 0; i < 6; ++i)
        order.insert(order.begin(), book.deal(QString::number(i), book.offer));
    std::mt19937 dice(7);
    size_t shifted = 0;
    for (int i = 0; i < 80; ++i) {
        // Mostly between the first two, where ranks run out soonest.
        const size_t from = 2 + dice() % (order.size() - 2);
        const size_t to = dice() % 4 ? 1 : dice() % order.size();
        const DealId moving = order[from];
        order.erase(order.begin() + qsizetype(from));
        const size_t place = std::min(to, order.size());
        order.insert(order.begin() + qsizetype(place), moving);
        const DealId under = place == 0 ? DealId{} : order[place - 1];
        const Edit edit =
            valueOf(store::moveDealEdit(book.connection(), moving, {book.offer, under}, {}, book.actor()));
        shifted = std::max(shifted, edit.changes.size());
        if (!edit.isEmpty())
            book.commit(edit);
        QStringList expected;
        for (const DealId id : order)
            expected += book.load<Deal>(id).name;
        REQUIRE(book.column(book.offer) == expected);
    }
    CHECK(shifted > 1); // the gap was used up, and other ranks were changed
}

TEST_CASE("Cards of the same rank, from an import, can be sorted apart", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    std::vector<DealId> deals;
    for (int i = 0; i < 40; ++i)
        deals.push_back(book.deal({.name = QString::number(i), .stage = book.offer, .rank = 5}));
    book.move(deals[39], {book.offer, deals[0]});
    QStringList expected{u"0"_s, u"39"_s};
    for (int i = 1; i < 39; ++i)
        expected += QString::number(i);
    CHECK(book.column(book.offer) == expected);
}

TEST_CASE("A call on a deal is on the timelines of its company and contact, too", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal({.name = u"Renewal"_s, .company = book.acme, .contact = book.cara});
    LoggedActivity transition{
        .activity = {.kind = ActivityKind::Call, .note = u"Wants the offer"_s},
        .links = {{EntityKind::Deal, deal.value}},
        .followUp =
            Activity{.kind = ActivityKind::Task, .subject = u"Send offer"_s, .at = {1'800'000'000'000}}};
    const ChangeSet set =
        book.commit(valueOf(store::logActivityEdit(book.connection(), transition, book.actor())));
    CHECK(inEnglish(set.operation.label) == u"Logged a call on “Renewal”, planned a task"_s);
    for (const EntityRef &ref : {EntityRef{EntityKind::Deal, deal.value},
                                 {EntityKind::Company, book.acme.value},
                                 {EntityKind::Contact, book.cara.value}}) {
        const store::Timeline timeline = valueOf(store::timeline(book.connection(), ref, 10));
        CHECK(timeline.past.size() == 1);
        CHECK(timeline.planned.size() == 1);
    }
    const Activity call = book.load<Activity>({set.changes.front().ref.id});
    CHECK(call.owner == book.ana);
    CHECK(call.at.ms
          == book.history().front().at.ms - 1000); // when it was begun; the commit is a second later
    CHECK(book.load<Deal>(deal).nextActivity == Instant{1'800'000'000'000});
    book.undo();
    CHECK(book.load<Deal>(deal).nextActivity == Instant{});
    CHECK(book.count(EntityKind::Activity) == 0);
}

TEST_CASE("What was planned is ticked off once", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const Activity task{.kind = ActivityKind::Task,
                        .state = ActivityState::Planned,
                        .subject = u"Send offer"_s,
                        .at = {1'900'000'000'000}};
    const ChangeSet planned = book.commit(valueOf(store::logActivityEdit(
        book.connection(), {.activity = task, .links = {{EntityKind::Company, book.acme.value}}},
        book.actor())));
    CHECK(inEnglish(planned.operation.label) == u"Planned a task on “Acme”"_s);
    const ActivityId id{planned.changes.front().ref.id};
    Activity done = book.load<Activity>(id);
    done.note = u"Sent"_s;
    book.commit(valueOf(store::completeActivityEdit(book.connection(), done, {}, book.actor())));
    CHECK(book.load<Activity>(id).state == ActivityState::Done);
    CHECK(book.load<Activity>(id).at < Instant{1'900'000'000'000});
    CHECK(sentenceOf(store::completeActivityEdit(book.connection(), done, {}, book.actor()))
          == u"This task is no longer planned."_s);
}

TEST_CASE("Who takes part in a meeting is added once, also when it is done", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const EntityRef cara{EntityKind::Contact, book.cara.value};
    const EntityRef ben{EntityKind::User, book.ben.value};
    const ChangeSet planned =
        book.commit(valueOf(store::logActivityEdit(book.connection(),
                                                   {.activity = {.kind = ActivityKind::Meeting,
                                                                 .state = ActivityState::Planned,
                                                                 .at = {1'700'000'000'000}},
                                                    .links = {{EntityKind::Company, book.acme.value}},
                                                    .participants = {cara}},
                                                   book.actor())));
    const ActivityId id{planned.changes.front().ref.id};
    const Activity done = book.load<Activity>(id);
    book.commit(valueOf(store::completeActivityEdit(book.connection(), done, {}, book.actor(), {cara, ben})));
    CHECK(valueOf(store::participantsOf(book.connection(), id)) == std::vector{cara, ben});
}

TEST_CASE("An activity that is set to done in a cell happened as if it had been ticked off", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const Instant longAgo{1'500'000'000'000};
    const auto planned = [&](ActivityKind kind) {
        return book.add(
            Activity{.kind = kind, .state = ActivityState::Planned, .at = longAgo, .allDay = true});
    };
    const auto set = [&](ActivityId id, const std::vector<FieldValue> &values) {
        book.commit(valueOf(
            store::setFieldsEdit(book.connection(), {EntityKind::Activity, id.value}, values, book.actor())));
        return book.load<Activity>(id);
    };
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const FieldValue done{info.indexOf(u"state"), u"done"_s};
    const Activity call = set(planned(ActivityKind::Call), {done});
    CHECK(call.at == call.doneAt);
    CHECK(call.at > longAgo);
    CHECK_FALSE(call.allDay);
    CHECK(set(planned(ActivityKind::Meeting), {done}).at == longAgo);
    const FieldValue when{info.indexOf(u"at"), qint64(1'600'000'000'000)};
    CHECK(set(planned(ActivityKind::Call), {done, when}).at
          == Instant{1'600'000'000'000}); // somebody said so
    const ActivityId wholeDay = planned(ActivityKind::Task);
    CHECK(set(wholeDay, {done, when}).allDay); // nothing was said of the time of day
    CHECK_FALSE(set(wholeDay, {{info.indexOf(u"state"), u"planned"_s}}).doneAt); // it is not done any more
}

TEST_CASE("Fields are set as typed: the stage moves, amounts get the book's currency, mail has its place",
          "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const DealId deal = book.deal(u"Renewal"_s, book.offer, {}, {});
    const auto fieldOf = [](EntityKind kind, QStringView name) { return entityInfo(kind).indexOf(name); };
    const auto set = [&](EntityRef ref, const std::vector<FieldValue> &fields) {
        return store::setFieldsEdit(book.connection(), ref, fields, book.actor());
    };
    const EntityRef ref{EntityKind::Deal, deal.value};
    book.commit(valueOf(set(ref, {{fieldOf(EntityKind::Deal, u"amount"), qint64(250'00)}})));
    CHECK(book.load<Deal>(deal).currency == u"EUR"_s);

    book.commit(valueOf(set(ref,
                            {{fieldOf(EntityKind::Deal, u"stage_id"), book.won.value},
                             {fieldOf(EntityKind::Deal, u"closed_on"), u"2026-03-04"_s},
                             {fieldOf(EntityKind::Deal, u"next_step"), u"Thank them"_s}})));
    CHECK(book.load<Deal>(deal).status == StageType::Won);
    CHECK(book.load<Deal>(deal).nextStep == u"Thank them"_s); // a task was planned in the same step
    CHECK(book.load<Deal>(deal).nextActivity);
    CHECK(inEnglish(book.history().front().label) == u"Won “Renewal”"_s);
    CHECK(sentenceOf(set(ref, {{fieldOf(EntityKind::Deal, u"closed_on"), Value()}}))
          == u"When was it closed? The closing date is missing."_s);
    CHECK(sentenceOf(set(ref, {{fieldOf(EntityKind::Deal, u"status"), u"open"_s}}))
          == u"Status follows from the stage: move the deal to one that is won, lost or open."_s);

    const EntityRef person{EntityKind::Contact, book.cara.value};
    const int email = fieldOf(EntityKind::Contact, u"email");
    book.commit(valueOf(set(person, {{email, u"cara@acme.example"_s}})));
    book.commit(valueOf(set(
        person, {{email, u"c.diaz@acme.example"_s}, {fieldOf(EntityKind::Contact, u"city"), u"Lima"_s}})));
    CHECK(book.load<Contact>(book.cara).email == u"c.diaz@acme.example"_s);
    CHECK(book.load<Contact>(book.cara).city == u"Lima"_s);
    CHECK(book.count(EntityKind::ContactPoint) == 1);
    CHECK(valueOf(set(person, {{email, u"c.diaz@acme.example"_s}})).isEmpty());
    book.commit(valueOf(set(person, {{email, u""_s}})));
    CHECK(book.load<Contact>(book.cara).email.isEmpty());
    CHECK(inEnglish(book.history().front().label) == u"Changed E-mail of “Cara Diaz”"_s);
}

TEST_CASE("A stage with deals in it stays; a deleted company comes back", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    book.deal({.name = u"Renewal"_s, .company = book.acme});
    CHECK(sentenceOf(store::deleteEdit(book.connection(), {{EntityKind::Stage, book.offer.value}}))
          == u"Cannot delete “Offer”: the stage “Offer” is used by the deal “Renewal”."_s);
    book.commit(valueOf(store::deleteEdit(book.connection(), {{EntityKind::Stage, book.paused.value}})));
    book.commit(valueOf(store::deleteEdit(book.connection(), {{EntityKind::Company, book.acme.value}})));
    CHECK(book.count(EntityKind::Company) == 1);
    CHECK(sentenceOf(store::deleteEdit(book.connection(), {{EntityKind::Company, book.acme.value}}))
          == u"The company “Acme” was deleted."_s);
    CHECK(book.undo() == u"Deleted “Acme”"_s);
    CHECK(book.count(EntityKind::Company) == 2);
}
