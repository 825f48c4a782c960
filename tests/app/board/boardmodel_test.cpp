// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/boardmodel.h"

#include "domain/records/inenglish.h"
#include "support/await.h"
#include "support/boardbook.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QMimeData>
#include <QScopeGuard>
#include <QSemaphore>

#include <algorithm>

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

Display display()
{
    return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
}

Filter filterOf(const QString &text)
{
    return parseFilter(EntityKind::Deal, text, boardDay).value();
}

// A board and its columns under the model tester, with their signals recorded as text.
struct Board {
    BoardBook book;
    std::shared_ptr<Workspace> workspace;
    std::unique_ptr<BoardModel> model;
    QStringList told;
    QStringList errors;
    int loaded = 0;

    explicit Board(Threads threads) : workspace(book.open(threads))
    {
        model = std::make_unique<BoardModel>(workspace, display(), EntityKind::Deal);
        QObject::connect(model.get(), &BoardModel::columnsReset, model.get(), [this] { watch(); });
        QObject::connect(model.get(), &BoardModel::loaded, model.get(), [this] { ++loaded; });
        QObject::connect(model.get(), &BoardModel::failed, model.get(),
                         [this](const Error &error) { errors += inEnglish(error.text); });
        model->show({}, {});
        REQUIRE(await([this] { return loaded == 1; }));
        told.clear();
    }

    void watch()
    {
        for (int i = 0; i < model->columnCount(); ++i) {
            BoardColumnModel *cards = &model->cards(i);
            new QAbstractItemModelTester(cards, QAbstractItemModelTester::FailureReportingMode::Fatal, cards);
            const QString name = model->column(i).lane.name();
            const auto note = [this, name](const QString &what, int first, int last) {
                told += name + u' ' + what + u' ' + QString::number(first)
                    + (first == last ? QString() : u"-"_s + QString::number(last));
            };
            QObject::connect(cards, &QAbstractItemModel::rowsInserted, model.get(),
                             [note](const QModelIndex &, int a, int b) { note(u"insert"_s, a, b); });
            QObject::connect(cards, &QAbstractItemModel::rowsRemoved, model.get(),
                             [note](const QModelIndex &, int a, int b) { note(u"remove"_s, a, b); });
            QObject::connect(cards, &QAbstractItemModel::rowsMoved, model.get(),
                             [note](const QModelIndex &, int a, int, const QModelIndex &, int b) {
                                 note(u"move"_s, a, b);
                             });
            QObject::connect(cards, &QAbstractItemModel::modelReset, model.get(),
                             [this] { told += u"reset"_s; });
            QObject::connect(cards, &QAbstractItemModel::layoutChanged, model.get(),
                             [this] { told += u"layout"_s; });
        }
    }

    QStringList names(int column) const
    {
        QStringList names;
        for (int row = 0; row < model->cards(column).rowCount(); ++row)
            names += model->cards(column).index(row).data().toString();
        return names;
    }

    QStringList totals() const
    {
        QStringList lines;
        for (int i = 0; i < model->columnCount(); ++i) {
            const auto &column = model->column(i);
            QString line = column.lane.name() + u' ' + QString::number(column.count);
            for (const auto &sum : column.sums)
                line += u" %1 %2/%3"_s.arg(sum.currency).arg(sum.minor).arg(sum.weighted);
            lines += line;
        }
        return lines;
    }

    // Waits until the step is committed and the board has read it again.
    void settle() const
    {
        const int before = loaded;
        REQUIRE(await([&] { return loaded > before; }));
    }
};

} // namespace

TEST_CASE("The board shows the deals of each stage in their order, and totals from the book", "[app]")
{
    Board board(GENERATE(Threads::None, Threads::Own));
    CHECK(board.names(0) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
    CHECK(board.names(1) == QStringList{u"Filters"_s, u"Ducts"_s});
    CHECK(board.names(2).isEmpty());
    CHECK(board.names(3).isEmpty()); // won is folded
    CHECK(board.totals() == board.book.totals({}));
    CHECK(board.totals().at(0) == u"Qualified 3 EUR 1330000/133000"_s);
    CHECK(board.totals().at(1) == u"Offer 2 EUR 3700100/2150050"_s);
    CHECK(board.model->totals(BoardModel::Which::All).count == 6);
    CHECK(board.model->totals(BoardModel::Which::Open).count == 5);
}

TEST_CASE("A card tells a screen reader all that it shows", "[app]")
{
    Board board(Threads::None);
    const QModelIndex card = board.model->cards(0).index(0);
    CHECK(card.data(Qt::AccessibleTextRole) == u"Renewal, Acme, €12,500, stage Qualified, 1 of 3"_s);
    CHECK(card.data(Qt::ToolTipRole).toString().contains(u"10\u202f% by stage"_s));
    const Card *late = board.model->card(board.book.pump);
    REQUIRE(late);
    CHECK(late->timeMark == TimeMark::Past);
    CHECK(late->next == DueState::None);
    CHECK(late->initials == u"AK"_s);
    const Card *rotten = board.model->card(board.book.ducts);
    CHECK(rotten->rot == RotMark::Rotten);
    CHECK(rotten->idle == u"20 d"_s);
    CHECK(rotten->toolTip.contains(u"Rotting for 6 day"_s));
}

TEST_CASE("A moved card lies at its new place at once, and the totals with it", "[app]")
{
    Board board(GENERATE(Threads::None, Threads::Own));
    board.model->move({board.book.filters}, 2, 0, {});
    CHECK(board.told == QStringList{u"Offer remove 0"_s, u"Negotiation insert 0"_s});
    CHECK(board.names(2) == QStringList{u"Filters"_s});
    const QStringList atOnce = board.totals();
    CHECK(atOnce.at(1) == u"Offer 1 EUR 700100/350050"_s);
    CHECK(atOnce.at(2) == u"Negotiation 1 EUR 3000000/2100000"_s); // 70 % of the stage, not 60 by hand
    CHECK(board.model->isMoving(board.book.filters));
    board.settle();
    CHECK(!board.model->isMoving(board.book.filters));
    CHECK(board.totals() == atOnce);
    CHECK(board.totals() == board.book.totals({}));
    CHECK(board.told.size() == 2); // the book confirmed it: nothing moved again
    CHECK(board.book.names(board.book.negotiation) == QStringList{u"Filters"_s});

    board.workspace->undo();
    board.settle();
    CHECK(board.names(1) == QStringList{u"Filters"_s, u"Ducts"_s});
    CHECK(board.totals() == board.book.totals({}));
}

TEST_CASE("A card moved within its column is one move", "[app]")
{
    Board board(Threads::None);
    board.model->move({board.book.fans}, 0, 0, {});
    CHECK(board.told == QStringList{u"Qualified move 2-0"_s});
    board.settle();
    CHECK(board.told.size() == 1);
    CHECK(board.book.names(board.book.qualified) == QStringList{u"Fans"_s, u"Renewal"_s, u"Pump"_s});
}

TEST_CASE("Several cards move together, in one step of the history", "[app]")
{
    Board board(Threads::None);
    board.model->move({board.book.renewal, board.book.fans}, 1, 1, {});
    board.settle();
    CHECK(board.names(1) == QStringList{u"Filters"_s, u"Renewal"_s, u"Fans"_s, u"Ducts"_s});
    CHECK(board.book.names(board.book.offer) == board.names(1));
    CHECK(board.totals() == board.book.totals({}));
    board.workspace->undo();
    board.settle();
    CHECK(board.names(0) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
}

TEST_CASE("Cards carried together keep their order, also against the top and the end of a stage", "[app]")
{
    Board board(Threads::None);
    board.model->pickUp({board.book.renewal, board.book.pump});
    board.model->carryTo(0, -1);
    CHECK(board.names(0) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
    board.model->carryTo(0, 100);
    CHECK(board.names(0) == QStringList{u"Fans"_s, u"Renewal"_s, u"Pump"_s});
    board.model->carryTo(1, -5);
    CHECK(board.names(1) == QStringList{u"Renewal"_s, u"Pump"_s, u"Filters"_s, u"Ducts"_s});
    board.model->carryTo(1, 1);
    CHECK(board.names(1) == QStringList{u"Filters"_s, u"Renewal"_s, u"Pump"_s, u"Ducts"_s});
    board.model->putBack();
    CHECK(board.names(0) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
}

TEST_CASE("In a stage of thousands each deal is found where it stands, also while they come and go", "[app]")
{
    Board board(Threads::None);
    std::vector<qint64> ids;
    for (qint64 id = 1; id <= 10'000; ++id)
        ids.push_back(id);
    BoardColumnModel &cards = board.model->cards(2);
    const auto allAreFound = [&cards] {
        for (size_t row = 0; row < cards.ids().size(); ++row) {
            if (cards.rowOf(CardId(cards.ids()[row])) != int(row))
                return false;
        }
        return true;
    };
    bool isFoundMeanwhile = true;
    const auto look = [&] { isFoundMeanwhile &= allAreFound(); };
    QObject::connect(&cards, &QAbstractItemModel::rowsInserted, &cards, look);
    cards.show(ids);
    CHECK(allAreFound());
    CHECK(cards.rowOf(CardId(10'001)) == -1);
    const QPersistentModelIndex held = cards.index(5'000);
    ids.erase(ids.begin() + 100, ids.begin() + 110);
    cards.show(ids);
    CHECK(cards.rowOf(CardId(105)) == -1);
    CHECK(held.row() == 4'990);
    ids.insert(ids.begin(), 10'001); // one row: the others are moved down
    cards.show(ids);
    CHECK(isFoundMeanwhile);
    CHECK(cards.rowOf(CardId(10'001)) == 0);
    std::reverse(ids.begin(), ids.end()); // all at once
    cards.show(ids);
    CHECK(allAreFound());
    CHECK(cards.rowOf(CardId(10'001)) == int(ids.size()) - 1);
    CHECK(held.data(BoardColumnModel::IdRole) == 5'001);
    cards.show({});
    CHECK(cards.rowOf(CardId(1)) == -1);
}

TEST_CASE("A card put back stands where it stood, and nothing was written", "[app]")
{
    Board board(Threads::None);
    const QStringList before = board.totals();
    const auto steps = board.book.book.history().size();
    board.model->pickUp({board.book.renewal, board.book.fans});
    board.model->carryTo(1, 2);
    CHECK(board.names(1) == QStringList{u"Filters"_s, u"Ducts"_s, u"Renewal"_s, u"Fans"_s});
    board.model->carryTo(2, 0);
    CHECK(board.model->isCarried(board.book.renewal));
    board.model->putBack();
    CHECK(board.names(0) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
    CHECK(board.totals() == before);
    CHECK(board.book.book.history().size() == steps);
}

TEST_CASE("A move that the book refuses brings the card back, with a sentence", "[app]")
{
    Board board(GENERATE(Threads::None, Threads::Own));
    board.model->move({board.book.renewal}, 4, 0, {}); // lost, without a reason
    CHECK(board.names(0) == QStringList{u"Pump"_s, u"Fans"_s});
    REQUIRE(await([&] { return !board.errors.isEmpty(); }));
    CHECK(board.errors.first().contains(u"missing"_s));
    CHECK(board.names(0) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
    CHECK(board.totals() == board.book.totals({}));
}

TEST_CASE("A won deal leaves for the folded column, whose cards come when it is unfolded", "[app]")
{
    Board board(Threads::None);
    board.model->move({board.book.renewal}, 3, 0, {.stage = {.on = boardDay}});
    board.settle();
    CHECK(board.totals().at(3) == u"Won 2 EUR 1750000/1750000"_s);
    CHECK(board.totals() == board.book.totals({}));
    CHECK(board.names(3).isEmpty());
    board.model->unfold(3);
    REQUIRE(await([&] { return board.model->cards(3).rowCount() == 2; }));
    board.model->fold(3);
    CHECK(board.model->cards(3).rowCount() == 0);
}

TEST_CASE("A won stage that was unfolded elsewhere is read with the board, and is so until it is folded",
          "[app]")
{
    Board board(Threads::None);
    board.model->unfold(3);
    CHECK(board.model->unfoldedLanes() == QSet<qint64>{board.book.won.value});
    board.model->fold(3);
    CHECK(board.model->unfoldedLanes().isEmpty());
    BoardModel other(board.workspace, display(), EntityKind::Deal);
    other.unfoldWhenRead({board.book.won.value, 4711}); // and one of another pipeline
    other.show({}, {});
    REQUIRE(await([&] { return other.isLoaded(); }));
    CHECK(other.isUnfolded(3));
    CHECK_FALSE(other.isUnfolded(4));
    CHECK(other.cards(3).rowCount() == 1);
    CHECK(other.cards(4).rowCount() == 0);
}

TEST_CASE("Won and lost, opened one right after the other, both show their deals, however slow the book is",
          "[app]")
{
    Board board(Threads::Own);
    const auto gate = std::make_shared<QSemaphore>();
    const auto open = qScopeGuard([gate] { gate->release(2); });
    std::vector<Ticket> slow; // all who could read are busy
    for (int i = 0; i < 2; ++i)
        slow.push_back(board.workspace->read<int>(
            board.model.get(),
            [gate](sql::Connection &) -> Result<int> {
                gate->acquire();
                return 0;
            },
            [](const Result<int> &) {}));
    for (const int column : {3, 4}) {
        board.model->unfold(column);
        REQUIRE(await([&] { return board.model->isCurrent(); })); // asked for, not there yet
        CHECK(board.model->cards(3).rowCount() == 0);
    }
    gate->release(2);
    CHECK(await([&] { return board.model->cards(3).rowCount() == 1; }));
    CHECK(board.totals() == board.book.totals({}));
}

TEST_CASE("The filter takes cards away one by one and brings them back; totals follow", "[app]")
{
    Board board(Threads::None);
    const Filter filter = filterOf(u"amount:>5k"_s);
    board.model->show(board.book.pipeline, filter);
    board.settle();
    CHECK(board.names(0) == QStringList{u"Renewal"_s});
    CHECK(board.told == QStringList{u"Qualified remove 1-2"_s});
    CHECK(board.totals() == board.book.totals(filter));
    board.model->show(board.book.pipeline, {});
    board.settle();
    CHECK(board.told.last() == u"Qualified insert 1-2"_s);
    CHECK(board.totals() == board.book.totals({}));
}

TEST_CASE("What somebody else changes reaches the board: a rename, a new deal, a deleted one", "[app]")
{
    Board board(Threads::None);
    const Deal before = board.book.loadDeal(board.book.pump);
    Deal after = before;
    after.name = u"Big pump"_s;
    after.amount = 900'00;
    board.workspace->submit(Edit{Sentence::verbatim(u"Renamed"_s), {update(before, after)}});
    REQUIRE(await([&] { return board.names(0).contains(u"Big pump"_s); }));
    board.settle();
    CHECK(board.told.isEmpty()); // no row was added or removed
    CHECK(board.totals() == board.book.totals({}));

    board.workspace->submit(
        Edit{Sentence::verbatim(u"Deleted"_s), {remove({EntityKind::Deal, board.book.fans.value})}});
    board.settle();
    CHECK(board.told == QStringList{u"Qualified remove 2"_s});
    board.workspace->undo();
    board.settle();
    CHECK(board.told.last() == u"Qualified insert 2"_s);
    CHECK(board.totals() == board.book.totals({}));
}

TEST_CASE("A long column shows its first cards at once and the rest soon after", "[app]")
{
    const int many = qEnvironmentVariableIntValue("HEADWAY_BOARD_CARDS") > 0
        ? qEnvironmentVariableIntValue("HEADWAY_BOARD_CARDS")
        : 450;
    BoardBook book;
    Edit edit{Sentence::verbatim(u"Add"_s), {}};
    const Stage stage = as<Stage>(book.book.record({EntityKind::Stage, book.negotiation.value}));
    for (int i = 0; i < many; ++i) {
        Deal deal{.name = u"Deal %1"_s.arg(i), .amount = 100, .currency = u"EUR"_s, .owner = book.ana};
        deal.rank = (i + 1) * rankGap;
        for (const Change &change : createDeal(deal, stage, book.ana, boardNoon(), -1 - i))
            edit.changes.push_back(change);
    }
    book.book.commit(edit);
    BoardModel model(book.open(Threads::None), display(), EntityKind::Deal);
    QStringList told;
    QObject::connect(&model, &BoardModel::columnsReset, &model, [&] {
        QObject::connect(
            &model.cards(2), &QAbstractItemModel::rowsInserted, &model,
            [&](const QModelIndex &, int first, int last) { told += u"%1-%2"_s.arg(first).arg(last); });
    });
    model.show({}, {});
    REQUIRE(await([&] { return model.isLoaded() && model.cards(2).rowCount() == many; }));
    CHECK(told == QStringList{u"0-199"_s, u"200-%1"_s.arg(many - 1)});
    CHECK(model.column(2).count == many);

    QElapsedTimer clock;
    clock.start();
    const CardId first = model.cards(2).idAt(0);
    model.pickUp({first});
    model.carryTo(2, many - 1);
    model.carryTo(1, 0);
    model.putBack();
    if (many > 1000)
        WARN("one card carried three times among " << many << ": " << clock.nsecsElapsed() / 1000 << " µs");
    CHECK(model.cards(2).rowOf(first) == 0);

    std::vector<CardId> all;
    for (const qint64 id : model.cards(2).ids())
        all.emplace_back(id);
    clock.restart();
    model.pickUp(all);
    model.carryTo(1, 1);
    model.putBack();
    if (many > 1000)
        WARN("all of them carried and put back: " << clock.nsecsElapsed() / 1000 << " µs");
    CHECK(model.cards(2).ids().size() == size_t(many));
    CHECK(model.column(2).count == many);
}

TEST_CASE("Only deals of this book can be dropped", "[app]")
{
    Board board(Threads::None);
    const std::unique_ptr<QMimeData> own(board.model->mimeOf({board.book.pump}));
    CHECK(board.model->cardsIn(own.get()) == std::vector<CardId>{board.book.pump});
    CHECK(own->text() == u"Pump"_s);
    // other programs can read it, and the address of a server's book may hold a password
    CHECK(!own->data(CardCache::cardsMimeType(EntityKind::Deal))
               .contains(board.model->workspace().address().toUtf8()));
    QMimeData foreign;
    foreign.setData(CardCache::cardsMimeType(EntityKind::Deal), "/another.headway\n1");
    CHECK(board.model->cardsIn(&foreign).empty());
}
