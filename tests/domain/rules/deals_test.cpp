// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/deals.h"

#include "domain/changes/validate.h"
#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <algorithm>
#include <random>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const Stage offer{
    .id = {2}, .pipeline = {1}, .name = u"Offer"_s, .position = 2, .probability = 60, .rotDays = 14};
const Stage talks{.id = {3}, .pipeline = {1}, .name = u"Talks"_s, .position = 3, .probability = 80};
const Stage won{
    .id = {4}, .pipeline = {1}, .name = u"Won"_s, .position = 4, .type = StageType::Won, .probability = 90};
const Stage lost{
    .id = {5}, .pipeline = {1}, .name = u"Lost"_s, .position = 5, .type = StageType::Lost, .probability = 10};
const Stage waiting{
    .id = {6}, .pipeline = {1}, .name = u"Waiting"_s, .type = StageType::OnHold, .probability = 5};

Instant at(const QString &iso, const QTimeZone &zone = QTimeZone::utc())
{
    const QDateTime time = QDateTime::fromString(iso, u"yyyy-MM-dd hh:mm"_s);
    return {QDateTime(time.date(), time.time(), zone).toMSecsSinceEpoch()};
}

Deal renewal()
{
    Deal deal{.id = {7}, .name = u"Renewal"_s};
    deal.stage = offer.id;
    deal.pipeline = offer.pipeline;
    deal.amount = 100'000;
    deal.currency = u"EUR"_s;
    deal.stageEnteredAt = at(u"2026-03-01 09:00"_s);
    return deal;
}

// The deal after the edit's change to it.
Deal after(const Deal &deal, const Edit &edit)
{
    Row row = toRow(deal);
    for (const Change &change : edit.changes) {
        if (change.ref != EntityRef{EntityKind::Deal, deal.id.value})
            continue;
        for (const FieldDelta &delta : change.fields) {
            CHECK(row[size_t(delta.field)] == delta.before);
            row[size_t(delta.field)] = delta.after;
        }
    }
    Deal result = fromRow<Deal>(row);
    result.id = deal.id;
    result.version = deal.version;
    return result;
}

const Instant now = at(u"2026-03-10 12:00"_s);

Edit move(const Deal &deal, const Stage &from, const Stage &to, const StageTransition &transition = {},
          qint64 rank = 5)
{
    return moveDeal(deal, {.from = from, .to = to, .rank = rank, .transition = transition}, {1}, now);
}

} // namespace

TEST_CASE("A deal's probability is its own, else its stage's; closed it is certain", "[domain]")
{
    Deal deal = renewal();
    CHECK(effectiveProbability(deal, offer) == Probability{60, ProbabilityOrigin::Stage});
    deal.probabilityOverride = 0;
    CHECK(effectiveProbability(deal, offer) == Probability{0, ProbabilityOrigin::Override});
    deal.probabilityOverride = 35;
    CHECK(effectiveProbability(deal, offer) == Probability{35, ProbabilityOrigin::Override});
    CHECK(effectiveProbability(deal, waiting) == Probability{35, ProbabilityOrigin::Override});
    CHECK(effectiveProbability(deal, won) == Probability{100, ProbabilityOrigin::Closed});
    CHECK(effectiveProbability(deal, lost) == Probability{0, ProbabilityOrigin::Closed});
}

TEST_CASE("A weighted value is rounded half to even", "[domain]")
{
    CHECK(weighted(0, 50) == 0);
    CHECK(weighted(1, 50) == 0);
    CHECK(weighted(3, 50) == 2);
    CHECK(weighted(5, 50) == 2);
    CHECK(weighted(7, 50) == 4);
    CHECK(weighted(-1, 50) == 0);
    CHECK(weighted(-3, 50) == -2);
    CHECK(weighted(-5, 50) == -2);
    CHECK(weighted(149, 1) == 1);
    CHECK(weighted(151, 1) == 2);
    CHECK(weighted(150, 1) == 2);
    CHECK(weighted(250, 1) == 2);
    CHECK(weighted(12345, 100) == 12345);
    CHECK(weighted(12345, 0) == 0);
    CHECK(weighted(largestAmount, 100) == largestAmount);
    CHECK(weighted(-largestAmount, 33) == -(largestAmount / 100 * 33));
    CHECK(weighted(std::numeric_limits<qint64>::max(), 100) == std::numeric_limits<qint64>::max());
    CHECK(weighted(std::numeric_limits<qint64>::min(), 100) == std::numeric_limits<qint64>::min());
}

TEST_CASE("What is weighted and what is not add up to the amount, and gains mirror losses", "[domain]")
{
    std::mt19937_64 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const qint64 amount = qint64(random() % quint64(2 * largestAmount)) - largestAmount;
        const qint64 percent = qint64(random() % 101);
        const qint64 part = weighted(amount, percent);
        CAPTURE(amount, percent);
        CHECK(weighted(-amount, percent) == -part);
        // The rounding error is at most half, and exact halves round to even.
        const qint64 off = part * 100 - amount * percent;
        CHECK((off <= 50 && off >= -50));
        if (off == 50 || off == -50)
            CHECK(part % 2 == 0);
        const qint64 rest = weighted(amount, 100 - percent);
        CHECK(std::abs(amount - part - rest) <= 1);
    }
}

TEST_CASE("The newest deal stands above all", "[domain]")
{
    CHECK(rankAtTop({now.ms + 1}) < rankAtTop(now));
}

TEST_CASE("A move to another stage is one step: the stage, its time, the probability, the history",
          "[domain]")
{
    Deal deal = renewal();
    deal.probabilityOverride = 70;
    const StageVisit visit{
        .id = {9}, .deal = deal.id, .stage = offer.id, .enteredAt = deal.stageEnteredAt, .by = {2}};
    const Edit edit = moveDeal(deal, {.from = offer, .to = talks, .rank = 5, .openVisit = visit}, {1}, now);
    CHECK(inEnglish(edit.label) == u"Moved “Renewal” to Talks"_s);

    const Deal moved = after(deal, edit);
    CHECK(moved.stage == talks.id);
    CHECK(moved.status == StageType::Open);
    CHECK(moved.stageEnteredAt == now);
    CHECK(moved.rank == 5);
    CHECK(moved.probabilityOverride == std::nullopt);
    CHECK(moved.amount == deal.amount);

    REQUIRE(edit.changes.size() == 3);
    CHECK(edit.changes[1].ref == EntityRef{EntityKind::StageVisit, 9});
    CHECK(deltaOf(edit.changes[1], u"left_at")->after == Value(now.ms));
    CHECK(edit.changes[2].kind == ChangeKind::Create);
    CHECK(deltaOf(edit.changes[2], u"stage_id")->after == Value(talks.id.value));
    CHECK(deltaOf(edit.changes[2], u"entered_at")->after == Value(now.ms));
    CHECK(deltaOf(edit.changes[2], u"user_id")->after == Value(qint64(1)));
}

TEST_CASE("A won deal keeps its expected date beside the real one", "[domain]")
{
    Deal deal = renewal();
    deal.expectedClose = QDate(2026, 4, 30);
    const StageTransition closing{
        .on = QDate(2026, 3, 9), .reason = {3}, .note = u"They liked us"_s, .competitor = u"Acme"_s};
    const Edit edit = move(deal, offer, won, closing);
    CHECK(inEnglish(edit.label) == u"Won “Renewal”"_s);
    const Deal closed = after(deal, edit);
    CHECK(closed.status == StageType::Won);
    CHECK(closed.closedOn == QDate(2026, 3, 9));
    CHECK(closed.expectedClose == QDate(2026, 4, 30));
    CHECK(closed.closeNote == u"They liked us"_s);
    CHECK(closed.competitor == u"Acme"_s);
    CHECK_FALSE(closed.lostReason); // a won deal has no lost reason
}

TEST_CASE("A lost deal knows why, and reopening it forgets", "[domain]")
{
    Deal deal = renewal();
    deal.competitor = u"Old rival"_s;
    const Edit losing = move(deal, offer, lost, {.on = QDate(2026, 3, 9), .reason = {3}, .note = u"Price"_s});
    CHECK(inEnglish(losing.label) == u"Lost “Renewal”"_s);
    const Deal gone = after(deal, losing);
    CHECK(gone.status == StageType::Lost);
    CHECK(gone.lostReason == LostReasonId{3});
    CHECK(gone.competitor == u"Old rival"_s); // kept, since the transition does not mention it

    const Edit reopening = move(gone, lost, offer);
    CHECK(inEnglish(reopening.label) == u"Reopened “Renewal” in Offer"_s);
    const Deal open = after(gone, reopening);
    CHECK(open.status == StageType::Open);
    CHECK_FALSE(open.closedOn.isValid());
    CHECK_FALSE(open.lostReason);
    CHECK(open.closeNote.isEmpty());
}

TEST_CASE("A card moved within its column changes its place only", "[domain]")
{
    Deal deal = renewal();
    deal.rank = 9;
    deal.probabilityOverride = 70;
    const Edit edit = move(deal, offer, offer);
    CHECK(inEnglish(edit.label) == u"Reordered “Renewal”"_s);
    REQUIRE(edit.changes.size() == 1);
    REQUIRE(edit.changes[0].fields.size() == 1);
    CHECK(deltaOf(edit.changes[0], u"rank")->after == Value(qint64(5)));
    CHECK(move(deal, offer, offer, {}, 9).isEmpty());
}

TEST_CASE("A step's name is never cut through the middle of a character", "[domain]")
{
    Deal deal = renewal();
    for (int before : {78, 79, 80}) {
        deal.name = QString(before, u'x') + u"😀😀"_s;
        const QString label = inEnglish(move(deal, offer, talks).label);
        CAPTURE(before, label);
        CHECK(QString::fromUtf8(label.toUtf8()) == label);
    }
}

TEST_CASE("Closing a deal asks for the date, and losing it for the reason", "[domain]")
{
    CHECK(checkClosing(offer, {}));
    CHECK(checkClosing(waiting, {}));
    CHECK(checkClosing(won, {.on = QDate(2026, 3, 1)}));
    CHECK(inEnglish(checkClosing(won, {}).error().text)
          == u"When was it closed? The closing date is missing."_s);
    CHECK(inEnglish(checkClosing(lost, {.on = QDate(2026, 3, 1)}).error().text)
          == u"Why was it lost? The reason is missing."_s);
    CHECK(checkClosing(lost, {.on = QDate(2026, 3, 1), .reason = {1}}));
}

TEST_CASE("A stage asks for the fields it needs and the deal leaves open", "[domain]")
{
    Stage asking = offer;
    asking.required = u"expected_close amount next_step"_s;
    Deal deal = renewal();
    deal.amount = std::nullopt;
    deal.currency.clear();
    deal.nextStep = u"  "_s;
    deal.expectedClose = QDate(2026, 4, 30);
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    const int amount = info.indexOf(u"amount");
    const int nextStep = info.indexOf(u"next_step");
    CHECK(missingFields(asking, deal) == std::vector<int>{amount, nextStep});
    CHECK(missingFields(offer, deal).empty());
    CHECK(inEnglish(checkNeeds(asking, deal).error().text)
          == u"“Offer” asks for more about “Renewal”: Amount, Next step."_s);

    const std::vector<FieldValue> answer{{amount, qint64(500'00)},
                                         {info.indexOf(u"currency"), u"CHF"_s},
                                         {nextStep, u"Call"_s},
                                         {info.indexOf(u"expected_close"), u"2027-01-01"_s}};
    CHECK(checkNeeds(asking, filledIn(deal, {.filled = answer})));
    const Deal there = after(deal, move(deal, talks, asking, {.filled = answer}));
    CHECK(there.amount == 500'00);
    CHECK(there.currency == u"CHF"_s);
    CHECK(there.nextStep == u"  "_s); // a step is an activity, which the store plans along with the move
    CHECK(there.expectedClose == QDate(2026, 4, 30)); // kept: already set
}

TEST_CASE("A deal is won for what it was sold for in the end, whatever it said before", "[domain]")
{
    const int amount = entityInfo(EntityKind::Deal).indexOf(u"amount");
    const StageTransition sold{.on = QDate(2026, 3, 4),
                               .corrected = {{amount, qint64(100'000), qint64(800'00)}}};
    const Edit edit = move(renewal(), offer, won, sold);
    CHECK(after(renewal(), edit).amount == 800'00);
    CHECK(deltaOf(edit.changes.front(), u"amount")->before == Value(qint64(100'000)));

    Deal meanwhile = renewal();
    meanwhile.amount = 900'00; // not the value that the user saw when entering the new one
    const Edit late = move(meanwhile, offer, won, sold);
    CHECK(deltaOf(late.changes.front(), u"amount")->before == Value(qint64(100'000)));
    CHECK(move(renewal(), offer, offer, sold, renewal().rank).isEmpty()); // it enters no stage
}

TEST_CASE("A won deal is renewed by a new one for the same people, after a number of months", "[domain]")
{
    Deal sold = renewal();
    sold.closedOn = QDate(2026, 8, 31);
    sold.closeNote = u"Handshake"_s;
    sold.competitor = u"Other"_s;
    sold.nextStep = u"Send the invoice"_s;
    const Deal next = renewalOf(sold, 6);
    CHECK(next.name == u"Renewal – renewal 2027"_s);
    CHECK(next.expectedClose == QDate(2027, 2, 28)); // February has no 31st
    CHECK(next.type == DealType::Renewal);
    CHECK(next.company == sold.company);
    CHECK(next.amount == sold.amount);
    CHECK(next.currency == sold.currency);
    CHECK(next.closedOn == QDate());
    CHECK(next.closeNote.isEmpty());
    CHECK(next.competitor.isEmpty());
    CHECK(next.nextStep.isEmpty());

    Deal again = next;
    again.closedOn = QDate(2027, 3, 1);
    CHECK(renewalOf(again, 12).name == u"Renewal – renewal 2028"_s);
}

TEST_CASE("Only a deal that is won is renewed, within ten years", "[domain]")
{
    CHECK(checkRenewal(won, 12));
    CHECK(checkRenewal(offer, 0));
    CHECK(checkRenewal(won, 120));
    CHECK(inEnglish(checkRenewal(offer, 12).error().text) == u"Only a deal that is won can be renewed."_s);
    CHECK(inEnglish(checkRenewal(won, 121).error().text) == u"A renewal is expected in 1 to 120 months."_s);
    CHECK(inEnglish(checkClosing(won, {.on = QDate(2026, 3, 4), .renewalMonths = -1}).error().text)
          == u"A renewal is expected in 1 to 120 months."_s);
}

TEST_CASE("A new deal stands at the top of its column and begins its history", "[domain]")
{
    const std::vector<Change> changes = createDeal(Deal{.name = u"New"_s}, offer, {4}, now, -1);
    REQUIRE(changes.size() == 2);
    CHECK(deltaOf(changes[0], u"stage_id")->after == Value(offer.id.value));
    CHECK(deltaOf(changes[0], u"pipeline_id")->after == Value(offer.pipeline.value));
    CHECK(deltaOf(changes[0], u"rank")->after == Value(rankAtTop(now)));
    CHECK(deltaOf(changes[1], u"deal_id")->after == Value(qint64(-1)));
    CHECK(deltaOf(changes[1], u"entered_at")->after == Value(now.ms));
}

TEST_CASE("A deal rots when nobody touched it for longer than its stage allows", "[domain]")
{
    Deal deal = renewal(); // entered on 1 March
    const QTimeZone utc = QTimeZone::utc();
    CHECK(rotOf(deal, offer, at(u"2026-03-01 10:00"_s), utc)->daysLeft == 14);
    CHECK(rotOf(deal, offer, at(u"2026-03-15 23:59"_s), utc)->daysLeft == 0);
    CHECK_FALSE(rotOf(deal, offer, at(u"2026-03-15 23:59"_s), utc)->rotten);
    CHECK(rotOf(deal, offer, at(u"2026-03-16 00:00"_s), utc)->rotten);
    CHECK(rotOf(deal, offer, at(u"2026-03-20 00:00"_s), utc)->daysLeft == -5);
    CHECK_FALSE(rotOf(deal, talks, at(u"2027-03-20 00:00"_s), utc));
    deal.status = StageType::OnHold;
    CHECK_FALSE(rotOf(deal, offer, at(u"2027-03-20 00:00"_s), utc));
}

TEST_CASE("The clock of rotting begins with the last thing done, and stops for what is planned", "[domain]")
{
    Deal deal = renewal();
    const Instant late = at(u"2026-03-20 12:00"_s);
    const QTimeZone utc = QTimeZone::utc();
    REQUIRE(rotOf(deal, offer, late, utc)->rotten);

    Deal called = deal;
    called.lastActivity = at(u"2026-03-10 12:00"_s);
    CHECK(rotOf(called, offer, late, utc)->daysLeft == 4);
    CHECK(rotOf(called, offer, late, utc)->lastTouched == called.lastActivity);
    Deal worked = called;
    worked.touchedAt = at(u"2026-03-12 12:00"_s);
    CHECK(rotOf(worked, offer, late, utc)->daysLeft == 6);

    Deal planned = deal;
    planned.nextActivity = at(u"2026-03-25 09:00"_s);
    CHECK_FALSE(rotOf(planned, offer, late, utc)->rotten);
    CHECK(rotOf(planned, offer, late, utc)->paused);
    planned.nextActivity = at(u"2026-03-19 09:00"_s); // overdue: no future activity
    CHECK(rotOf(planned, offer, late, utc)->rotten);
}

TEST_CASE("Days of rotting are days on the wall, also when the clock is changed", "[domain]")
{
    const QTimeZone berlin("Europe/Berlin");
    Deal deal = renewal();
    // The night of 28 to 29 March 2026 has 23 hours in Berlin, that of 24 to 25 October 25.
    deal.stageEnteredAt = at(u"2026-03-28 23:30"_s, berlin);
    CHECK(rotOf(deal, offer, at(u"2026-03-29 00:10"_s, berlin), berlin)->daysLeft == 13);
    CHECK(rotOf(deal, offer, at(u"2026-04-11 23:59"_s, berlin), berlin)->daysLeft == 0);
    deal.stageEnteredAt = at(u"2026-10-24 00:30"_s, berlin);
    CHECK(rotOf(deal, offer, at(u"2026-11-07 23:30"_s, berlin), berlin)->daysLeft == 0);
    // The same moment is on another day elsewhere.
    const Instant evening = at(u"2026-03-10 23:00"_s);
    CHECK(dayOf(evening, QTimeZone::utc()) == QDate(2026, 3, 10));
    CHECK(dayOf(evening, berlin) == QDate(2026, 3, 11));
    CHECK(dayOf(evening, QTimeZone("Pacific/Kiritimati")) == QDate(2026, 3, 11));
    CHECK(dayOf(at(u"2026-03-10 05:00"_s), QTimeZone("America/Los_Angeles")) == QDate(2026, 3, 9));
}

TEST_CASE("The mark of the next activity says whether it is late, today's or later", "[domain]")
{
    const QTimeZone tokyo("Asia/Tokyo");
    const Instant noon = at(u"2026-03-10 12:00"_s, tokyo);
    CHECK(dueState({}, noon, tokyo) == DueState::None);
    CHECK(dueState(at(u"2026-03-09 23:59"_s, tokyo), noon, tokyo) == DueState::Overdue);
    CHECK(dueState(at(u"2026-03-10 00:00"_s, tokyo), noon, tokyo) == DueState::Today);
    CHECK(dueState(at(u"2026-03-10 23:59"_s, tokyo), noon, tokyo) == DueState::Today);
    CHECK(dueState(at(u"2026-03-11 00:00"_s, tokyo), noon, tokyo) == DueState::Later);
}
