// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/importedstays.h"

#include "support/catch_qt.h"

#include <initializer_list>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const StageId lead{1};
const StageId offer{2};
const StageId won{3};

Instant day(int number)
{
    return {number * qint64(86'400'000)};
}

StageDate in(StageId stage, int on)
{
    return {stage, stage.value, day(on), false};
}

StageDate out(StageId stage, int on)
{
    return {stage, stage.value, day(on), true};
}

// "1:10-20 2:20-": in stage 1 from day 10 to 20, in stage 2 since then.
QString text(const std::vector<StageVisit> &visits)
{
    QStringList all;
    for (const StageVisit &visit : visits) {
        const QString left = visit.leftAt ? QString::number(visit.leftAt.ms / 86'400'000) : QString();
        all += u"%1:%2-%3"_s.arg(visit.stage.value).arg(visit.enteredAt.ms / 86'400'000).arg(left);
    }
    return all.join(u' ');
}

QString historyWith(StageId present, const std::vector<StageDate> &dates, int otherwise = 99)
{
    return text(
        historyOf({.dates = dates, .present = present, .createdAt = day(5), .otherwise = day(otherwise)})
            .visits);
}

std::vector<StageVisit> visits(std::initializer_list<std::pair<StageId, int>> entries)
{
    std::vector<StageVisit> all;
    for (const auto &[stage, on] : entries) {
        if (!all.empty())
            all.back().leftAt = day(on);
        all.push_back({.id = {qint64(all.size()) + 1}, .deal = {7}, .stage = stage, .enteredAt = day(on)});
    }
    return all;
}

} // namespace

TEST_CASE("The stages of a deal follow one another in the order of time, whatever that of the columns",
          "[domain]")
{
    CHECK(historyWith(won, {in(won, 30), in(lead, 10), in(offer, 20)}) == u"1:10-20 2:20-30 3:30-"_s);
    CHECK(historyWith(offer, {in(lead, 10), out(lead, 15), in(offer, 20)}) == u"1:10-20 2:20-"_s);
}

TEST_CASE("Of stages that a deal entered on one day the one it left comes first, and the present one last",
          "[domain]")
{
    CHECK(historyWith(won, {in(won, 10), in(offer, 10), in(lead, 10)}) == u"1:10-10 2:10-10 3:10-"_s);
    CHECK(historyWith(won, {in(lead, 10), in(offer, 10), out(offer, 10), out(lead, 12), in(won, 12)})
          == u"2:10-10 1:10-12 3:12-"_s);
}

TEST_CASE("Two columns of one stage are two stays, but what repeats is one", "[domain]")
{
    CHECK(historyWith(lead, {in(lead, 10), in(offer, 20), in(lead, 30)}) == u"1:10-20 2:20-30 1:30-"_s);
    CHECK(historyWith(offer, {in(lead, 10), in(lead, 10), in(lead, 11), in(offer, 20)})
          == u"1:10-20 2:20-"_s);
}

TEST_CASE("A deal that was last in another stage entered its present one when it left that", "[domain]")
{
    CHECK(historyWith(won, {in(lead, 10), out(lead, 20), in(offer, 20), out(offer, 40)})
          == u"1:10-20 2:20-40 3:40-"_s);
    CHECK(historyWith(won, {in(lead, 10), in(offer, 20)}, 50) == u"1:10-20 2:20-50 3:50-"_s);
    const StageHistory early =
        historyOf({.dates = {in(lead, 10)}, .present = won, .otherwise = day(4)}); // of its creation, say
    CHECK(text(early.visits) == u"1:10-10 3:10-"_s);
    CHECK_FALSE(early.isSinceTold);
    CHECK(historyOf({.dates = {in(won, 10)}, .present = won}).isSinceTold);
}

TEST_CASE("What the file says of the present stage alone is since when the deal is there", "[domain]")
{
    CHECK(text(historyOf({.present = offer, .presentSince = day(20), .otherwise = day(50)}).visits)
          == u"2:20-"_s);
    // The stage's own column goes before it.
    CHECK(text(historyOf({.dates = {in(offer, 10)}, .present = offer, .presentSince = day(20)}).visits)
          == u"2:10-"_s);
    const ToldStays back{.dates = {in(lead, 10), in(offer, 20)}, .present = lead, .presentSince = day(30)};
    CHECK(text(historyOf(back).visits) == u"1:10-20 2:20-30 1:30-"_s);
    const ToldStays before{.dates = {in(offer, 20), out(offer, 25)}, .present = won, .presentSince = day(15)};
    CHECK(text(historyOf(before).visits) == u"2:20-25 3:25-"_s);
}

TEST_CASE("An exit alone tells a stay since the one before, or since the deal was made", "[domain]")
{
    CHECK(historyWith(offer, {out(lead, 20), in(offer, 20)}) == u"1:5-20 2:20-"_s);
    CHECK(historyWith(won, {in(lead, 10), out(lead, 20), out(offer, 30), in(won, 30)})
          == u"1:10-20 2:20-30 3:30-"_s);
    // Something else began in between, so that nobody knows.
    const StageHistory unclear = historyOf(
        {.dates = {in(lead, 10), out(offer, 30), in(won, 40)}, .present = won, .createdAt = day(5)});
    CHECK(text(unclear.visits) == u"1:10-40 3:40-"_s);
    CHECK(unclear.unplaced == std::vector<size_t>{1});
}

TEST_CASE("An exit before the entry is of no stay that is known", "[domain]")
{
    const StageHistory odd = historyOf(
        {.dates = {in(lead, 10), out(lead, 8), in(offer, 20)}, .present = offer, .createdAt = day(5)});
    CHECK(text(odd.visits) == u"1:10-20 2:20-"_s);
    CHECK(odd.unplaced == std::vector<size_t>{1});
}

TEST_CASE("What was done in the book after all that the file tells is kept", "[domain]")
{
    const ToldStays told{.dates = {in(lead, 10), in(offer, 20)}, .present = lead, .otherwise = day(60)};
    CHECK(text(historyOf(told, visits({{offer, 25}, {won, 40}})).visits)
          == u"1:10-20 2:20-40 3:40-60 1:60-"_s);
    // A deal that never moved here has no history that could be lost.
    CHECK(text(historyOf({.dates = {in(lead, 10), in(offer, 20)}, .present = offer}, visits({{offer, 50}}))
                   .visits)
          == u"1:10-20 2:20-"_s);
}

TEST_CASE("From one history to another only what differs is changed", "[domain]")
{
    const auto before = visits({{lead, 10}, {offer, 20}});
    CHECK(historyChanges({7}, before, before, {}).empty());
    CHECK(isSameHistory(before, visits({{lead, 10}, {offer, 20}})));
    CHECK_FALSE(isSameHistory(before, visits({{lead, 10}, {offer, 21}})));
    const auto changes = historyChanges({7}, before, visits({{lead, 10}, {won, 15}, {offer, 20}}), {4});
    REQUIRE(changes.size() == 4);
    CHECK(changes[0].kind == ChangeKind::Remove);
    CHECK(changes[0].ref.id == 2);
    CHECK(changes[1].kind == ChangeKind::Update); // it ends earlier
    CHECK(changes[1].ref.id == 1);
    CHECK(changes[2].kind == ChangeKind::Create);
    CHECK(changes[2].createdAt == day(15));
    CHECK(changes[3].createdAt == day(20));
}
