// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/boardtotals.h"

namespace headway::app {

namespace {

// A currency without any amounts left is removed.
void addMoney(std::vector<MoneySum> &sums, const MoneySum &sum)
{
    addSum(sums, sum);
    std::erase_if(sums, [](const MoneySum &each) { return each.minor == 0 && each.weighted == 0; });
}

// In the column of a stage.
void add(store::BoardColumn &column, const Deal &deal, int sign)
{
    if (!deal.amount)
        return;
    // A probability set by hand is of its stage: on the way to another one it does not count.
    const Stage &stage = *column.lane.stage();
    Deal there = deal;
    there.status = stage.type;
    if (deal.stage != stage.id)
        there.probabilityOverride.reset();
    const qint64 share = weighted(*deal.amount, effectiveProbability(there, stage).percent);
    addMoney(column.sums, {deal.currency, sign * *deal.amount, sign * share});
}

void add(store::BoardColumn &column, const Card &card, int sign)
{
    if (const Deal *deal = card.deal())
        add(column, *deal, sign);
    else if (const Lead *lead = card.lead(); lead && lead->estimatedValue)
        addMoney(column.sums, {lead->currency, sign * *lead->estimatedValue, sign * *lead->estimatedValue});
}

// What is moved to another column enters it now.
void addAge(store::BoardColumn &column, const Card &card, Instant now, int sign)
{
    const Instant enteredAt = card.lane == column.lane.id() ? card.enteredAt : now;
    if (!enteredAt)
        return;
    column.enteredCount += sign;
    column.enteredSum += sign * (enteredAt.ms / 1000);
}

} // namespace

void moveTotals(store::BoardColumn &from, store::BoardColumn &to, const Card *card, Instant now)
{
    --from.count;
    ++to.count;
    if (!card)
        return;
    add(from, *card, -1);
    add(to, *card, 1);
    addAge(from, *card, now, -1);
    addAge(to, *card, now, 1);
}

void enterTotals(store::BoardColumn &target, const Deal &before, const Deal &after)
{
    add(target, before, -1);
    add(target, after, 1);
}

void moveWon(Totals &won, const DayRange &quarter, StageType from, const Deal &before, StageType to,
             const Deal &after, QDate on)
{
    const auto count = [&](const Deal &deal, StageType type, QDate day, int sign) {
        if (type != StageType::Won || day < quarter.first || day > quarter.last)
            return;
        won.count += sign;
        if (deal.amount)
            addMoney(won.sums, {deal.currency, sign * *deal.amount, sign * *deal.amount});
    };
    count(before, from, before.closedOn, -1);
    count(after, to, on, 1);
}

} // namespace headway::app
