// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/listmodel.h"

#include "domain/records/totals.h"
#include "support/livebook.h"
#include "support/randombook.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;
using test::await;

namespace {

// A list of deals under test, with its signals to the view recorded as text.
struct DealList {
    test::LiveBook open;
    test::RandomBook sales{open.book, 41, 0};
    std::unique_ptr<ListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    QStringList said;

    explicit DealList(const QStringList &deals)
    {
        for (const QString &name : deals)
            addElsewhere(name);
    }

    void addElsewhere(const QString &name) { open.book.add(deal(name)); }

    static Deal deal(const QString &name)
    {
        return {.name = name,
                .company = {1},
                .pipeline = {1},
                .stage = {1},
                .amount = 10'000,
                .currency = u"EUR"_s,
                .owner = {1}};
    }

    void show()
    {
        model = std::make_unique<ListModel>(open.open(), open.display, EntityKind::Deal);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        model->setColumns(
            columnsNamed(EntityKind::Deal, {u"name"_s, u"company_id"_s, u"amount"_s, u"weighted"_s}));
        REQUIRE(test::awaitSignal(*model, &ListModel::loaded, [&] { model->begin(); }));
        REQUIRE(await([&] { return !names().contains(QString()); }));
        record();
    }

    void record()
    {
        const auto hear = [this](auto signal, const QString &name) {
            QObject::connect(model.get(), signal, model.get(),
                             [this, name](const QModelIndex &, int from, int to) {
                                 said += name + u" %1-%2"_s.arg(from).arg(to);
                             });
        };
        hear(&QAbstractItemModel::rowsInserted, u"inserted"_s);
        hear(&QAbstractItemModel::rowsRemoved, u"removed"_s);
        QObject::connect(model.get(), &QAbstractItemModel::layoutChanged, model.get(),
                         [this] { said += u"reordered"_s; });
        QObject::connect(model.get(), &QAbstractItemModel::modelReset, model.get(),
                         [this] { said += u"reset"_s; });
        QObject::connect(model.get(), &QAbstractItemModel::dataChanged, model.get(),
                         [this](const QModelIndex &from, const QModelIndex &to) {
                             said += u"changed %1-%2"_s.arg(from.row()).arg(to.row());
                         });
    }

    QString cell(int row, int column) const { return model->index(row, column).data().toString(); }

    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all += cell(row, 0);
        return all;
    }

    void filter(const QString &text) const
    {
        model->setFilter(parseFilter(EntityKind::Deal, text, QDate(2026, 1, 1)).value());
    }

    template <class E>
    void change(const E &before, const E &after)
    {
        open.workspace->submit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    }
};

} // namespace

TEST_CASE("A list shows its deals by name, with true totals and without a reset", "[app]")
{
    DealList list({u"Cedar"_s, u"Amber"_s, u"Birch"_s});
    list.show();
    CHECK(list.names() == QStringList{u"Amber"_s, u"Birch"_s, u"Cedar"_s});
    CHECK(list.cell(0, 1) == u"Acme"_s);
    CHECK(list.cell(0, 2) == u"€100"_s);
    CHECK(list.cell(0, 3) == u"€15"_s);
    REQUIRE(await([&] { return list.model->totals().count == 3; }));
    CHECK(list.model->totals().sums == std::vector<MoneySum>{{u"EUR"_s, 30'000, 4'500}});
    CHECK_FALSE(list.said.contains(u"reset"_s));
    CHECK(list.model->rowOf(2) == 0);
    CHECK(list.model->recordAt(2) == EntityRef{EntityKind::Deal, 1});
    CHECK(list.model->recordAt(77).id == 0);
}

TEST_CASE("The heading of people's names says that they are sorted by the last one, which stands second",
          "[app]")
{
    test::LiveBook open;
    Workspace &workspace = open.open();
    for (const EntityKind kind : {EntityKind::Contact, EntityKind::Lead, EntityKind::Company}) {
        ListModel model(workspace, open.display, kind);
        model.setColumns(columnsNamed(kind, {u"name"_s, u"city"_s}));
        const auto tip = [&model](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        };
        CHECK(tip(0).contains(u"last name"_s) == (kind != EntityKind::Company));
        CHECK(tip(1).isEmpty());
    }
}

TEST_CASE("A new deal comes in at its place, a deleted one goes, and the rest stays", "[app]")
{
    DealList list({u"Amber"_s, u"Cedar"_s});
    list.show();
    const QPersistentModelIndex cedar = list.model->index(1, 0);
    list.open.workspace->submit({Sentence::verbatim(u"Add"_s), {create(DealList::deal(u"Birch"_s))}});
    REQUIRE(await([&] { return list.names() == QStringList{u"Amber"_s, u"Birch"_s, u"Cedar"_s}; }));
    CHECK(list.said.contains(u"inserted 1-1"_s));
    CHECK(cedar.row() == 2);

    list.said.clear();
    list.open.workspace->submit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, 1})}});
    REQUIRE(await([&] { return list.names() == QStringList{u"Birch"_s, u"Cedar"_s}; }));
    CHECK(list.said.contains(u"removed 0-0"_s));
    CHECK(cedar.row() == 1);
    CHECK_FALSE(list.said.contains(u"reset"_s));
    REQUIRE(await([&] { return list.model->totals().count == 2; }));
}

TEST_CASE("A changed cell is the only thing that changes", "[app]")
{
    DealList list({u"Amber"_s, u"Birch"_s, u"Cedar"_s});
    list.show();
    const Deal before = list.open.book.load<Deal>({2});
    Deal after = before;
    after.amount = 20'000;
    list.change(before, after);
    REQUIRE(await([&] { return list.cell(1, 2) == u"€200"_s; }));
    REQUIRE(await(
        [&] { return !list.model->totals().sums.empty() && list.model->totals().sums[0].minor == 40'000; }));
    for (const QString &each : list.said)
        CHECK(each == u"changed 1-1"_s);
}

TEST_CASE("A cell that changes many times in a row shows the last of them", "[app]")
{
    DealList list({u"Amber"_s, u"Birch"_s});
    list.show();
    for (int amount = 1; amount <= 60; ++amount) {
        const Deal before = list.open.book.load<Deal>({2});
        Deal after = before;
        after.amount = amount * 100;
        bool done = false;
        list.open.workspace->submit(
            list.model.get(),
            [=](sql::Connection &) -> Result<Edit> {
                return Edit{Sentence::verbatim(u"C"_s), {update(before, after)}};
            },
            [&](const Result<ChangeSet> &) { done = true; });
        REQUIRE(await([&] { return done; }));
    }
    CHECK(await([&] { return list.cell(1, 2) == u"€60"_s; }));
}

TEST_CASE("A renamed deal moves to its new place and keeps its selection", "[app]")
{
    DealList list({u"Amber"_s, u"Birch"_s, u"Cedar"_s});
    list.show();
    const QPersistentModelIndex amber = list.model->index(0, 1);
    const Deal before = list.open.book.load<Deal>({1});
    Deal after = before;
    after.name = u"Zebra"_s;
    list.change(before, after);
    REQUIRE(await([&] { return list.names() == QStringList{u"Birch"_s, u"Cedar"_s, u"Zebra"_s}; }));
    CHECK(list.said.contains(u"reordered"_s));
    CHECK_FALSE(list.said.contains(u"reset"_s));
    CHECK(amber.row() == 2);
    CHECK(amber.column() == 1);
}

TEST_CASE("A renamed company shows in the list of deals", "[app]")
{
    DealList list({u"Amber"_s, u"Birch"_s});
    list.show();
    const Company before = list.open.book.load<Company>({1});
    Company after = before;
    after.name = u"Acme Ltd"_s;
    list.change(before, after);
    CHECK(await([&] { return list.cell(0, 1) == u"Acme Ltd"_s && list.cell(1, 1) == u"Acme Ltd"_s; }));
}

TEST_CASE("A filter keeps the rows that meet it where they are, and its totals are its own", "[app]")
{
    DealList list({u"Amber fan"_s, u"Birch"_s, u"Cedar fan"_s, u"Dune"_s});
    list.show();
    const QPersistentModelIndex cedar = list.model->index(2, 0);
    list.filter(u"name:fan"_s);
    REQUIRE(await([&] { return list.names() == QStringList{u"Amber fan"_s, u"Cedar fan"_s}; }));
    REQUIRE(await([&] { return list.model->totals().count == 2; }));
    CHECK(cedar.row() == 1);
    list.filter(QString());
    REQUIRE(await([&] { return list.model->rowCount() == 4; }));
    CHECK(cedar.row() == 2);
    list.filter(u"name:nobody"_s);
    REQUIRE(await([&] { return list.model->rowCount() == 0; }));
    CHECK_FALSE(cedar.isValid());
    CHECK_FALSE(list.said.contains(u"reset"_s));
}

TEST_CASE("Two hundred filters and orders one after the other leave the list of the last", "[app]")
{
    QStringList names;
    for (int i = 0; i < 30; ++i)
        names += u"Deal %1"_s.arg(i, 2, 10, QLatin1Char('0'));
    DealList list(names);
    list.show();
    for (int i = 0; i < 200; ++i) {
        list.filter(i % 3 ? u"name:%1"_s.arg(i % 10) : QString());
        list.model->sort(0, i % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
    }
    list.filter(u"name:1"_s);
    list.model->sort(0, Qt::DescendingOrder);
    QStringList expected = names.filter(u"1"_s);
    std::reverse(expected.begin(), expected.end());
    CHECK(await([&] { return list.names() == expected; }));
}

TEST_CASE("A click on a column's head sorts the whole list, not only what is loaded", "[app]")
{
    DealList list({u"Amber"_s, u"Birch"_s, u"Cedar"_s});
    list.show();
    const QPersistentModelIndex amber = list.model->index(0, 0);
    list.model->sort(0, Qt::DescendingOrder);
    REQUIRE(await([&] { return list.names() == QStringList{u"Cedar"_s, u"Birch"_s, u"Amber"_s}; }));
    CHECK(amber.row() == 2);
    list.model->sort(3, Qt::AscendingOrder); // the weighted value is no column of the database
    CHECK(list.model->query().order.size() == 1);
    list.model->sort(-1, Qt::AscendingOrder);
    CHECK(list.model->query().order.empty());
}

TEST_CASE("A list longer than a page shows every row that is looked at, wherever one scrolls", "[app]")
{
    DealList list({});
    Edit edit{Sentence::verbatim(u"Fill"_s)};
    for (int i = 0; i < 1500; ++i)
        edit.changes.push_back(create(DealList::deal(u"Deal %1"_s.arg(i, 4, 10, QLatin1Char('0')))));
    list.open.book.commit(edit);
    list.model = std::make_unique<ListModel>(list.open.open(), list.open.display, EntityKind::Deal);
    list.model->begin();
    REQUIRE(await([&] { return list.model->rowCount() == 1500; }));
    list.record();
    // One page is still loading when the next is asked for, and both are visible.
    (void)list.cell(250, 0);
    QCoreApplication::processEvents();
    (void)list.cell(260, 0);
    CHECK(await([&] { return list.said.size() >= 2; }));
    CHECK(list.cell(250, 0) == u"Deal 0250"_s);
    CHECK(await([&] { return list.cell(260, 0) == u"Deal 0260"_s; }));
    CHECK(await([&] { return list.cell(1499, 0) == u"Deal 1499"_s; }));
    CHECK_FALSE(list.said.contains(u"reset"_s));
}

TEST_CASE("A list that nobody has looked at reads nothing, whatever is changed", "[app]")
{
    DealList list({u"Amber"_s});
    list.model = std::make_unique<ListModel>(list.open.open(), list.open.display, EntityKind::Deal);
    list.model->setFilter({.words = {u"birch"_s}});
    list.addElsewhere(u"Birch"_s);
    CHECK(list.model->rowCount() == 0);
    CHECK_FALSE(list.model->isLoading());
    list.model->begin();
    CHECK(await([&] { return list.names() == QStringList{u"Birch"_s}; }));
}

TEST_CASE("A list of other records follows what another program writes", "[app]")
{
    DealList list({u"Amber"_s});
    list.show();
    list.addElsewhere(u"Birch"_s);
    CHECK(await([&] { return list.names() == QStringList{u"Amber"_s, u"Birch"_s}; }));
}
