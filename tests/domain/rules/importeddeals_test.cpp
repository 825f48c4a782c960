// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/importeddeals.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <QDateTime>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const Stage offer{.id = {2}, .pipeline = {1}, .name = u"Offer"_s, .position = 2, .probability = 60};
const Stage won{
    .id = {4}, .pipeline = {1}, .name = u"Won"_s, .position = 4, .type = StageType::Won, .probability = 100};

const QDate march(2026, 3, 31);
const Instant now{QDateTime(QDate(2026, 5, 4), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch()};

const DealFile file{.now = now, .currency = u"EUR"_s};
const DealFile fileWithClosing{.now = now, .currency = u"EUR"_s, .closing = DealFile::Closing::Told};

Deal renewal(const Stage &stage)
{
    Deal deal{.id = {7}, .name = u"Renewal"_s};
    deal.stage = stage.id;
    deal.pipeline = stage.pipeline;
    deal.status = stage.type;
    return deal;
}

QString refusal(const Result<Deal> &result)
{
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Invalid);
    CHECK(result.error().detail == u"closed_on"_s);
    return inEnglish(result.error().text);
}

} // namespace

TEST_CASE("A file's status outweighs the stage it names only where one is closed", "[domain]")
{
    using enum StageType;
    CHECK_FALSE(stageTypeMeant(Open, std::nullopt));
    CHECK_FALSE(stageTypeMeant(Won, Won));
    CHECK_FALSE(stageTypeMeant(OnHold, Open)); // both mean open deals
    CHECK(stageTypeMeant(Open, Won) == Won);
    CHECK(stageTypeMeant(Won, Open) == Open);
    CHECK(stageTypeMeant(std::nullopt, std::nullopt) == Open);
    CHECK(stageTypeMeant(std::nullopt, Lost) == Lost);
}

TEST_CASE("A stage that only a file knows comes behind the open ones, won and lost at the end", "[domain]")
{
    const std::vector<Stage> present{offer, won};
    const Stage open = stageNamed(u"Legal review"_s, StageType::Open, {1}, present);
    CHECK(open.type == StageType::Open);
    CHECK(open.position == offer.position);
    CHECK(open.probability == 50);
    const Stage lost = stageNamed(u"Closed Lost"_s, StageType::Lost, {1}, present);
    CHECK(lost.type == StageType::Lost);
    CHECK(lost.position == won.position + 1);
    CHECK(lost.probability == 0);
    CHECK(lost.forecast == ForecastCategory::Omitted);
    CHECK(stageNamed(u"Closed-Won"_s, StageType::Won, {2}, present).probability == 100);
}

TEST_CASE("The one day that a file tells is when a deal was closed, or is expected to be", "[domain]")
{
    const Deal closed = valueOf(completedDeal(renewal(won), won, {.closing = march}, file));
    CHECK(closed.closedOn == march);
    CHECK_FALSE(closed.expectedClose.isValid());
    const Deal open = valueOf(completedDeal(renewal(offer), offer, {.closing = march}, file));
    CHECK(open.expectedClose == march);
    CHECK_FALSE(open.closedOn.isValid());
    CHECK(open.currency == u"EUR"_s);

    DealFile filling = file;
    filling.present = DealFile::Present::Kept;
    Deal known = renewal(offer);
    known.expectedClose = march.addDays(1);
    CHECK(valueOf(completedDeal(known, offer, {.before = known, .closing = march}, filling)).expectedClose
          == march.addDays(1));
}

TEST_CASE("A closed deal without its day takes one, unless the file has a column for it", "[domain]")
{
    CHECK(valueOf(completedDeal(renewal(won), won, {}, file)).closedOn == QDate(2026, 5, 4));
    const Instant made{now.ms - 86'400'000};
    CHECK(valueOf(completedDeal(renewal(won), won, {.createdAt = made}, file)).closedOn == QDate(2026, 5, 3));
    CHECK(refusal(completedDeal(renewal(won), won, {}, fileWithClosing))
          == u"A deal in the stage “Won” needs the day it was closed."_s);
}

TEST_CASE("An open deal was not closed, unless an import reopens it", "[domain]")
{
    Deal contradictory = renewal(offer);
    contradictory.closedOn = march;
    CHECK(refusal(completedDeal(contradictory, offer, {.closedOn = march}, file))
          == u"It was closed on Tue 31 Mar 2026, but the stage “Offer” is open."_s);
    CHECK_FALSE(
        valueOf(completedDeal(contradictory, offer, {.before = renewal(won)}, file)).closedOn.isValid());
}

TEST_CASE("A probability that is the stage's own is none of the deal's", "[domain]")
{
    Deal deal = renewal(offer);
    deal.probabilityOverride = 60;
    CHECK_FALSE(valueOf(completedDeal(deal, offer, {}, file)).probabilityOverride);
    deal.probabilityOverride = 45;
    CHECK(valueOf(completedDeal(deal, offer, {}, file)).probabilityOverride == 45);
}

TEST_CASE("An imported deal stands in its stage since it was made, closed, or moved by the import",
          "[domain]")
{
    const Instant made{1'700'000'000'000};
    Deal closed = renewal(won);
    closed.closedOn = QDate(2026, 5, 4);
    CHECK(standsSince(renewal(offer), offer, {.createdAt = made}, file) == made);
    CHECK(standsSince(renewal(offer), offer, {}, file) == now);
    CHECK(standsSince(closed, won, {.createdAt = made}, file).ms == now.ms - 12 * 3'600'000);
    CHECK(standsSince(closed, won, {.before = renewal(offer), .createdAt = made}, file) == now);
}

TEST_CASE("A stay that goes on ends where the next one begins", "[domain]")
{
    Deal deal = renewal(won);
    deal.stageEnteredAt = now;
    const StageVisit past{.id = {1}, .deal = deal.id, .stage = {1}, .enteredAt = {1}, .leftAt = {2}};
    const StageVisit open{.id = {2}, .deal = deal.id, .stage = offer.id, .enteredAt = {2}};
    const std::vector<Change> changes = stayChanges(deal, {past, open}, {3});
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].ref == EntityRef{EntityKind::StageVisit, 2});
    REQUIRE(deltaOf(changes[0], u"left_at"));
    CHECK(deltaOf(changes[0], u"left_at")->after == Value(now.ms));
    CHECK(changes[1].kind == ChangeKind::Create);
    CHECK(changes[1].createdAt == now);
    CHECK(stayChanges(deal, {}, {3}).size() == 1);
}
