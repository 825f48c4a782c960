// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/board.h"

#include "domain/records/totals.h"
#include "domain/rules/deals.h"
#include "store/actions/actions.h"
#include "store/rows/stagevisits.h"
#include "support/openvisit.h"
#include "support/randombook.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::RandomBook;
using test::valueOf;

namespace {

const store::Viewer ana{UserId{1}};

Filter filter(const QString &text)
{
    return parseFilter(EntityKind::Deal, text, QDate(2026, 2, 15)).value();
}

std::vector<qint64> cards(FreshBook &book, qint64 stage, const QString &text = {})
{
    return valueOf(store::columnIds(book.connection(), Stage{.id = {stage}}, filter(text), ana, 0));
}

} // namespace

TEST_CASE("The columns of the board add up to the total of the list", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 21, 200);
    for (const QString &text :
         {u""_s, u"owner:me"_s, u"-tag:important"_s, u"amount:>1k"_s, u"owner:nobody"_s}) {
        CAPTURE(text);
        const auto columns =
            valueOf(store::boardColumns(book.connection(), {.pipeline = {1}}, filter(text), ana));
        const auto totals = valueOf(store::totals(book.connection(), {.filter = filter(text)}, ana));
        qint64 count = 0;
        QMap<QString, MoneySum> sums;
        for (const store::BoardColumn &column : columns) {
            count += column.count;
            for (const MoneySum &sum : column.sums) {
                sums[sum.currency].minor += sum.minor;
                sums[sum.currency].weighted += sum.weighted;
            }
        }
        CHECK(count == totals.count);
        CHECK(sums.size() == qsizetype(totals.sums.size()));
        for (const MoneySum &sum : totals.sums) {
            CHECK(sums[sum.currency].minor == sum.minor);
            CHECK(sums[sum.currency].weighted == sum.weighted);
        }
    }
}

TEST_CASE("A column's weighted value is the sum of its cards'", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 22, 200);
    const auto columns = valueOf(store::boardColumns(book.connection(), {.pipeline = {1}}, {}, ana));
    QStringList names;
    for (const store::BoardColumn &column : columns) {
        names += column.lane.name();
        for (const MoneySum &sum : column.sums) {
            qint64 minor = 0;
            qint64 parts = 0;
            for (const Deal &deal : sales.deals) {
                if (deal.stage != column.lane.stage()->id || !deal.amount || deal.currency != sum.currency)
                    continue;
                minor += *deal.amount;
                parts += weighted(*deal.amount, effectiveProbability(deal, *column.lane.stage()).percent);
            }
            CHECK(sum.minor == minor);
            CHECK(sum.weighted == parts);
        }
    }
    CHECK(names == QStringList{u"Lead"_s, u"Waiting"_s, u"Offer"_s, u"Won"_s, u"Lost"_s}); // by position
}

TEST_CASE("A column tells how long its deals have been in it on the average", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 27, 200);
    const Instant now{qint64(1'800'000'000'000)};
    for (const store::BoardColumn &column :
         valueOf(store::boardColumns(book.connection(), {.pipeline = {1}}, {}, ana))) {
        CAPTURE(column.lane.name());
        double days = 0;
        int known = 0;
        for (const Deal &deal : sales.deals) {
            if (deal.stage != column.lane.stage()->id || !deal.stageEnteredAt)
                continue;
            days += double(now.ms - deal.stageEnteredAt.ms) / 86'400'000;
            ++known;
        }
        const std::optional<qint64> average = store::averageDays(column, now);
        if (column.lane.isClosed() || known == 0)
            CHECK_FALSE(average);
        else
            CHECK(average == qRound64(days / known));
    }
}

TEST_CASE("What was won in a span of days adds up to the cards closed on these days", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 28, 300);
    const DayRange span{QDate(2026, 1, 1), QDate(2026, 3, 31)};
    for (const QString &text : {u""_s, u"owner:me"_s, u"amount:>1k"_s}) {
        CAPTURE(text);
        const Totals won = valueOf(store::wonWithin(book.connection(), {1}, span, filter(text), ana));
        const QString same = text + u" status:won closed:2026-01-01..2026-03-31"_s;
        const Totals listed = valueOf(store::totals(book.connection(), {.filter = filter(same)}, ana));
        CHECK(won == listed);
    }
    const Totals all = valueOf(
        store::wonWithin(book.connection(), {1}, {QDate(1900, 1, 1), QDate(2100, 1, 1)}, filter(u""_s), ana));
    CHECK(all.count > 0);
    CHECK(valueOf(store::wonWithin(book.connection(), {2}, span, {}, ana)) == Totals{});
}

TEST_CASE("The cards of a column stand by rank, those of one rank by age", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 23, 120);
    for (const Stage &stage : sales.stages) {
        std::vector<Deal> deals;
        std::copy_if(sales.deals.begin(), sales.deals.end(), std::back_inserter(deals),
                     [&](const Deal &d) { return d.stage == stage.id; });
        std::sort(deals.begin(), deals.end(), [](const Deal &a, const Deal &b) {
            return std::pair(a.rank, a.id) < std::pair(b.rank, b.id);
        });
        std::vector<qint64> expected;
        for (const Deal &deal : deals)
            expected.push_back(deal.id.value);
        CHECK(cards(book, stage.id.value) == expected);
        const auto first = valueOf(store::columnIds(book.connection(), stage, {}, ana, 3));
        CHECK(std::equal(first.begin(), first.end(), expected.begin()));
    }
}

TEST_CASE("A card dropped anywhere stands there, whatever the ranks of the others", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 25, 60); // many cards of equal rank
    std::vector<qint64> column = cards(book, 1);
    REQUIRE(column.size() > 5);
    for (size_t step = 0; step < 25; ++step) {
        const size_t from = step * 7 % column.size();
        const size_t to = step * 5 % column.size();
        const qint64 moving = column[from];
        column.erase(column.begin() + qsizetype(from));
        const qint64 above = to == 0 ? 0 : column[to - 1];
        column.insert(column.begin() + qsizetype(to), moving);
        const Edit edit =
            valueOf(store::moveDealEdit(book.connection(), {moving}, {{1}, {above}}, {}, book.actor()));
        if (!edit.isEmpty())
            book.commit(edit);
        CAPTURE(step, moving, above);
        REQUIRE(cards(book, 1) == column);
    }
}

TEST_CASE("A deal's present visit is the one it has not left", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 26, 1);
    CHECK_FALSE(test::openVisit(book.connection(), {1}));
    book.add(StageVisit{.deal = {1}, .stage = {1}, .enteredAt = {1000}, .leftAt = {2000}});
    book.add(StageVisit{.deal = {1}, .stage = {2}, .enteredAt = {2000}});
    const auto visit = test::openVisit(book.connection(), {1});
    REQUIRE(visit);
    CHECK(visit->stage == StageId{2});
}
