// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/listmodel.h"
#include "app/lists/selectionsums.h"

#include "domain/records/booksettings.h"
#include "domain/records/record.h"
#include "store/reading/booksettings.h"
#include "support/livebook.h"
#include "support/randombook.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;
using test::await;

namespace {

Grouping byField(QStringView field)
{
    return *groupingBy(EntityKind::Deal, Subject::Field, entityInfo(EntityKind::Deal).indexOf(field));
}

// Deals of two owners, grouped by them. A line of lines() is a head "▾ Ana 2" or an indented deal.
struct GroupedList {
    test::LiveBook open;
    test::RandomBook sales{open.book, 41, 0};
    std::unique_ptr<ListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    DealId amber = add(u"Amber"_s, 1, 10'000);
    DealId birch = add(u"Birch"_s, 2, 20'000);
    DealId cedar = add(u"Cedar"_s, 1, 30'000);

    DealId add(const QString &name, qint64 owner, qint64 cents)
    {
        return open.book.add(deal(name, owner, cents));
    }
    static Deal deal(const QString &name, qint64 owner, qint64 cents)
    {
        return {.name = name,
                .company = {1},
                .pipeline = {1},
                .stage = {1},
                .amount = cents,
                .currency = u"EUR"_s,
                .owner = {owner}};
    }

    void show()
    {
        model = std::make_unique<ListModel>(open.open(), open.display, EntityKind::Deal);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        model->setColumns(columnsNamed(EntityKind::Deal, {u"name"_s, u"owner_id"_s, u"amount"_s}));
        model->setGrouping(byField(u"owner_id"));
        REQUIRE(test::awaitSignal(*model, &ListModel::loaded, [&] { model->begin(); }));
        REQUIRE(await([&] { return !lines().contains(QString()) && model->totals().count == 3; }));
    }

    QStringList lines() const
    {
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString name = model->index(row, 0).data().toString();
            const GroupHead *head = model->headAt(row);
            all += !head ? name : (head->isFolded ? u"▸ %1 %2"_s : u"▾ %1 %2"_s).arg(name).arg(head->count);
        }
        return all;
    }
    QString owner(int index) const { return sales.users[size_t(index)].name; }
};

} // namespace

TEST_CASE("The name of a group, which may be cut, stands in its tool tip above the sums", "[app]")
{
    GroupedList list;
    list.show();
    REQUIRE(list.model->headAt(0));
    const QModelIndex head = list.model->index(0, 0);
    REQUIRE(await([&] { return list.model->headAt(0)->figures.has_value(); }));
    const QString tip = head.data(Qt::ToolTipRole).toString();
    CHECK(tip.section(u'\n', 0, 0) == head.data().toString());
    CHECK(tip.section(u'\n', 1).contains(u"€"_s));
}

TEST_CASE("Deals stand under the name of their owner, with the number and sum of each", "[app]")
{
    GroupedList list;
    list.show();
    CHECK(list.lines()
          == QStringList{u"▾ %1 2"_s.arg(list.owner(0)), u"Amber"_s, u"Cedar"_s,
                         u"▾ %1 1"_s.arg(list.owner(1)), u"Birch"_s});
    const GroupHead &first = *list.model->headAt(0);
    REQUIRE(await([&] { return list.model->headAt(0)->figures.has_value(); }));
    CHECK(first.figures->sums.front().minor == 40'000);
    CHECK(first.figures->withoutNextStep == 2);
    CHECK(list.model->totals().sums.front().minor == 60'000);
    CHECK(list.model->recordAt(0).id == 0);
    CHECK(list.model->recordAt(1).id == list.amber.value);
    CHECK(list.model->rowOf(list.birch.value) == 4);
    CHECK_FALSE(list.model->index(0, 0).flags().testFlag(Qt::ItemIsSelectable));
    CHECK(list.model->index(0, 1).data(Qt::AccessibleTextRole).toString()
          == u"group %1, 2 deals, expanded"_s.arg(list.owner(0)));
}

TEST_CASE("A folded group keeps its head, and what is below keeps its place", "[app]")
{
    GroupedList list;
    list.show();
    const QPersistentModelIndex birch = list.model->index(4, 0);
    list.model->fold(0, true);
    CHECK(list.lines()
          == QStringList{u"▸ %1 2"_s.arg(list.owner(0)), u"▾ %1 1"_s.arg(list.owner(1)), u"Birch"_s});
    CHECK(birch.row() == 2);
    list.model->reveal(list.cedar.value);
    CHECK(list.lines().size() == 5);
    CHECK(birch.row() == 4);
    list.model->foldAll(true);
    CHECK(list.lines() == QStringList{u"▸ %1 2"_s.arg(list.owner(0)), u"▸ %1 1"_s.arg(list.owner(1))});
    list.model->foldAll(false);
    CHECK(list.lines().size() == 5);
}

TEST_CASE("A deal given to somebody else moves to their group, and folded ones stay folded", "[app]")
{
    GroupedList list;
    list.show();
    list.model->fold(3, true);
    const Deal before = list.open.book.load<Deal>(list.amber);
    Deal after = before;
    after.owner = {2};
    list.open.workspace->submit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    CHECK(await([&] {
        return list.lines()
            == QStringList{u"▾ %1 1"_s.arg(list.owner(0)), u"Cedar"_s, u"▸ %1 2"_s.arg(list.owner(1))};
    }));
    CHECK(await([&] {
        const GroupHead *head = list.model->headAt(2);
        return head && head->figures && head->figures->sums.front().minor == 30'000;
    }));
    list.open.workspace->undo();
    CHECK(await([&] { return list.lines().size() == 4 && list.lines().contains(u"Amber"_s); }));
}

TEST_CASE("The sort applies within the groups, and without groups the list is as before", "[app]")
{
    GroupedList list;
    list.show();
    list.model->sort(2, Qt::DescendingOrder);
    CHECK(await([&] { return list.lines().value(1) == u"Cedar"_s && list.lines().value(2) == u"Amber"_s; }));
    list.model->sort(-1, Qt::AscendingOrder);
    list.model->setGrouping({});
    CHECK(await([&] { return list.lines() == QStringList{u"Amber"_s, u"Birch"_s, u"Cedar"_s}; }));
    CHECK(await([&] { return list.model->totals().count == 3; }));
}

TEST_CASE("Won and lost deals stand below the open ones, quietly", "[app]")
{
    GroupedList list;
    const Deal before = list.open.book.load<Deal>(list.amber);
    Deal lost = before;
    lost.stage = {4};
    lost.status = StageType::Lost;
    lost.closedOn = QDate(2026, 1, 2);
    list.open.book.commit({Sentence::verbatim(u"Lose"_s), {update(before, lost)}});
    list.show();
    list.model->setGrouping({});
    list.model->setColumns(columnsNamed(
        EntityKind::Deal, {u"name"_s, u"amount"_s, u"probability"_s, u"weighted"_s, u"stage_id"_s}));
    REQUIRE(await([&] { return list.lines() == QStringList{u"Birch"_s, u"Cedar"_s, u"Amber"_s}; }));
    using Stress = CellLook::Stress;
    CHECK(list.model->lookOf(list.model->index(0, 1)).stress == Stress::Strong);
    CHECK(list.model->lookOf(list.model->index(0, 3)).stress == Stress::Quiet);
    CHECK(list.model->lookOf(list.model->index(2, 0)).stress == Stress::Quiet);
    REQUIRE(list.model->lookOf(list.model->index(0, 4)).dot);
    CHECK(list.model->index(2, 2).data().toString().isEmpty()); // not "0 %"
    CHECK(list.model->index(2, 3).data().toString().isEmpty()); // not "€0"
    CHECK(list.model->index(0, 3).data().toString() == u"€30"_s);
}

TEST_CASE("What is selected is added up, and added up again when it changes", "[app]")
{
    GroupedList list;
    Workspace &workspace = list.open.open();
    std::vector<qint64> selected{list.amber.value, list.cedar.value};
    SelectionSums sums(workspace, EntityKind::Deal, [&] { return selected; });
    sums.readAgain();
    REQUIRE(await([&] { return sums.totals().has_value(); }));
    CHECK(sums.totals()->count == 2);
    CHECK(sums.totals()->sums.front().minor == 40'000);
    selected = {list.amber.value};
    sums.readAgain();
    CHECK(await([&] { return !sums.totals(); })); // one is no selection to add up
    selected = {list.amber.value, list.birch.value, list.cedar.value};
    sums.readAgain();
    selected = {list.birch.value, list.cedar.value}; // before the first was read
    sums.readAgain();
    REQUIRE(await([&] { return sums.totals().has_value(); }));
    CHECK(sums.totals()->sums.front().minor == 50'000);
}

TEST_CASE("The sums of other rows are never shown as those of the rows selected now", "[app]")
{
    GroupedList list;
    Workspace &workspace = list.open.open();
    std::vector<qint64> selected{list.amber.value, list.cedar.value};
    SelectionSums sums(workspace, EntityKind::Deal, [&] { return selected; });
    sums.readAgain();
    REQUIRE(await([&] { return sums.totals().has_value(); }));
    std::vector<qint64> said; // -1: nothing
    QObject::connect(&sums, &SelectionSums::changed, &sums,
                     [&] { said.push_back(sums.totals() ? sums.totals()->sums.front().minor : -1); });
    selected = {list.birch.value, list.cedar.value}; // as many as before
    sums.readAgain();
    REQUIRE(await([&] { return sums.totals() && sums.totals()->sums.front().minor == 50'000; }));
    CHECK(said == std::vector<qint64>{-1, 50'000});
}

TEST_CASE("Quarters are called as the fiscal year has them, from the day that it is changed", "[app]")
{
    GroupedList list;
    for (const DealId id : {list.amber, list.birch, list.cedar}) {
        const Deal before = list.open.book.load<Deal>(id);
        Deal after = before;
        after.expectedClose = QDate(2026, 11, 20);
        list.open.book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    }
    list.show();
    list.model->setGrouping(parseGrouping(EntityKind::Deal, u"expected_close:quarter"_s));
    REQUIRE(await([&] { return list.lines().value(0) == u"▾ Q4 2026 3"_s; }));
    const BookSettings before = test::valueOf(store::loadBookSettings(list.open.book.connection()));
    BookSettings after = before;
    after.yearBegins = Month::February;
    list.open.book.commit(test::valueOf(store::bookSettingsEdit(list.open.book.connection(), before, after)));
    CHECK(await([&] { return list.lines().value(0) == u"▾ Q4 of FY2027 3"_s; }));
    CHECK(list.lines().size() == 4);
}
