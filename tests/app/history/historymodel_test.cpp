// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historymodel.h"

#include "app/history/historylines.h"
#include "domain/records/deal.h"
#include "domain/records/pipeline.h"
#include "domain/records/user.h"
#include "support/livebook.h"

#include <QAbstractItemModelTester>
#include <QFont>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;
using test::await;
using test::LiveBook;

namespace {

struct History {
    LiveBook open;
    std::unique_ptr<HistoryModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;

    void show()
    {
        model = std::make_unique<HistoryModel>(open.open(), open.display);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        if (model->canFetchMore({}))
            model->fetchMore({});
    }
    QStringList steps() const
    {
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all += model->index(row, HistoryModel::What).data().toString();
        return all;
    }
};

// "deal “Renewal”: Amount: €100 → €200"
QStringList linesOf(LiveBook &open, qint64 operation)
{
    std::optional<Result<HistoryLines>> read;
    app::Workspace &workspace = open.workspace ? *open.workspace : open.open();
    const Ticket ticket = readHistoryLines(workspace, &workspace, open.display, operation, 100,
                                           [&](auto lines) { read = std::move(lines); });
    REQUIRE(await([&] { return read.has_value(); }));
    QStringList all;
    for (const HistoryLine &line : test::valueOf(*read).lines)
        all += line.record + u": "_s + line.field + u": "_s + line.before + u" → "_s + line.after;
    return all;
}

} // namespace

TEST_CASE("The history shows every step, the newest first, and marks what was taken back", "[app]")
{
    History history;
    history.open.book.add(User{.name = u"Ana"_s});
    history.show();
    REQUIRE(await([&] { return history.steps() == QStringList{u"Add"_s}; }));
    CHECK(history.model->index(0, HistoryModel::Who).data() == u"Ana"_s);

    app::Workspace &workspace = *history.open.workspace;
    workspace.submit({Sentence::verbatim(u"Hire Ben"_s), {create(User{.name = u"Ben"_s})}});
    REQUIRE(await([&] { return history.steps() == QStringList{u"Hire Ben"_s, u"Add"_s}; }));
    workspace.undo();
    REQUIRE(await([&] { return history.model->rowCount() == 3; }));
    CHECK(history.steps() == QStringList{u"Took back: Hire Ben"_s, u"Hire Ben (taken back)"_s, u"Add"_s});
    CHECK(history.model->index(1, 0).data(Qt::FontRole).value<QFont>().strikeOut());
    workspace.redo();
    REQUIRE(await([&] { return history.model->rowCount() == 4; }));
    CHECK(history.steps()
          == QStringList{u"Did again: Hire Ben"_s,
                         u"Took back: Hire Ben (taken back)"_s.remove(u" (taken back)"_s), u"Hire Ben"_s,
                         u"Add"_s});
}

TEST_CASE("The first step of a book shows in a history that was empty when it was opened", "[app]")
{
    History history;
    history.show();
    REQUIRE(await([&] { return !history.model->canFetchMore({}); }));
    bool done = false;
    history.open.workspace->submit(
        history.model.get(),
        [](sql::Connection &) -> Result<Edit> {
            return Edit{Sentence::verbatim(u"Hire Ana"_s), {create(User{.name = u"Ana"_s})}};
        },
        [&](const Result<ChangeSet> &) { done = true; });
    REQUIRE(await([&] { return done; }));
    if (history.model->canFetchMore({}))
        history.model->fetchMore({});
    CHECK(await([&] { return history.steps() == QStringList{u"Hire Ana"_s}; }));
}

TEST_CASE("A long history comes a hundred steps at a time, none twice and none left out", "[app]")
{
    History history;
    for (int i = 0; i < 250; ++i) // a minute apart: else they would be folded
        test::valueOf(
            store::commit(history.open.book.connection(),
                          {Sentence::verbatim(u"Step %1"_s.arg(i)), {create(User{.name = u"U"_s})}},
                          {history.open.book.actor().user, {history.open.now.ms + i * qint64(60'000)}}));
    history.show();
    REQUIRE(await([&] { return history.model->rowCount() == 100; }));
    while (history.model->rowCount() < 250) { // the model tester fetches rows, too
        const int before = history.model->rowCount();
        if (history.model->canFetchMore({}))
            history.model->fetchMore({});
        REQUIRE(await([&] { return history.model->rowCount() > before; }));
    }
    const QStringList steps = history.steps();
    REQUIRE(steps.size() == 250);
    CHECK(steps.first() == u"Step 249"_s);
    CHECK(steps.last() == u"Step 0"_s);
}

TEST_CASE("Whoever looks at another part of the history is not called back to a step looked for before",
          "[app]")
{
    History history;
    for (int i = 0; i < 150; ++i)
        test::valueOf(
            store::commit(history.open.book.connection(),
                          {Sentence::verbatim(u"Step %1"_s.arg(i)), {create(User{.name = u"U"_s})}},
                          {history.open.book.actor().user, {history.open.now.ms + i * qint64(60'000)}}));
    history.show();
    int reached = -1;
    QObject::connect(history.model.get(), &HistoryModel::reached, [&](int row) { reached = row; });
    history.model->seek(1); // the oldest, of the second hundred
    history.model->narrowTo({.kind = EntityKind::User});
    while (history.model->rowCount() < 150) {
        const int before = history.model->rowCount();
        if (history.model->canFetchMore({}))
            history.model->fetchMore({});
        REQUIRE(await([&] { return history.model->rowCount() > before; }));
    }
    CHECK(reached == -1);
    history.model->seek(1);
    CHECK(reached == 149);
}

TEST_CASE("The history of one person has their steps alone, also those that come", "[app]")
{
    History history;
    const UserId ana = history.open.book.add(User{.name = u"Ana"_s});
    const UserId ben = history.open.book.add(User{.name = u"Ben"_s});
    const auto hire = [&](UserId by, const QString &name) {
        test::valueOf(store::commit(history.open.book.connection(),
                                    {Sentence::verbatim(u"Hire "_s + name), {create(User{.name = name})}},
                                    {by, history.open.now}));
    };
    hire(ana, u"Cem"_s);
    hire(ben, u"Dora"_s);
    history.show();
    REQUIRE(await([&] { return history.steps().size() == 4; }));
    history.model->narrowTo({.actor = ben});
    CHECK(history.steps().isEmpty());
    history.model->fetchMore({});
    REQUIRE(await([&] { return history.steps() == QStringList{u"Hire Dora"_s}; }));

    bool done = false; // done by the current user, Ana
    history.open.workspace->submit(
        history.model.get(),
        [](sql::Connection &) -> Result<Edit> {
            return Edit{Sentence::verbatim(u"Hire Eve"_s), {create(User{.name = u"Eve"_s})}};
        },
        [&](const Result<ChangeSet> &) { done = true; });
    REQUIRE(await([&] { return done; }));
    CHECK(history.steps() == QStringList{u"Hire Dora"_s});
    history.open.workspace->workAs(ben);
    done = false;
    history.open.workspace->submit(
        history.model.get(),
        [](sql::Connection &) -> Result<Edit> {
            return Edit{Sentence::verbatim(u"Hire Fay"_s), {create(User{.name = u"Fay"_s})}};
        },
        [&](const Result<ChangeSet> &) { done = true; });
    REQUIRE(await([&] { return done; }));
    CHECK(history.steps() == QStringList{u"Hire Fay"_s, u"Hire Dora"_s});
    history.model->narrowTo({});
    history.model->fetchMore({});
    CHECK(await([&] { return history.steps().size() == 6; }));
}

TEST_CASE("A step tells what it changed, with names instead of numbers and the deal's own currency", "[app]")
{
    LiveBook open;
    open.book.add(User{.name = u"Ana"_s});
    open.book.add(Pipeline{.name = u"Sales"_s});
    open.book.add(Stage{.pipeline = {1}, .name = u"Lead"_s});
    const DealId id = open.book.add(
        Deal{.name = u"Renewal"_s, .pipeline = {1}, .stage = {1}, .amount = 5000, .currency = u"JPY"_s});
    const Deal before = open.book.load<Deal>(id);
    Deal after = before;
    after.amount = 6000;
    after.owner = {1};
    after.rank = 17;
    const ChangeSet set = open.book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    CHECK(linesOf(open, set.operation.id)
          == QStringList{u"deal “Renewal”: Amount: ¥5,000 → ¥6,000"_s, u"deal “Renewal”: Owner:  → Ana"_s});
    const ChangeSet gone =
        open.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, id.value})}});
    CHECK(linesOf(open, gone.operation.id) == QStringList{u"deal “Renewal”: :  → deleted"_s});
}

TEST_CASE("What one person did within a minute is one line, which unfolds", "[app]")
{
    History history;
    const UserId ana = history.open.book.add(User{.name = u"Ana"_s});
    const UserId ben = history.open.book.add(User{.name = u"Ben"_s});
    const auto add = [&](UserId by, const QString &name, qint64 minute) {
        test::valueOf(store::commit(history.open.book.connection(),
                                    {Sentence::verbatim(name), {create(User{.name = name})}},
                                    {by, {history.open.now.ms + minute * 60'000}}));
    };
    for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s})
        add(ana, name, 1);
    add(ben, u"Five"_s, 1);
    add(ana, u"Six"_s, 2);
    add(ana, u"Seven"_s, 2); // two are not worth folding
    history.show();
    const QStringList folded{u"Seven"_s, u"Six"_s, u"Five"_s, u"▸ 4 steps · Four"_s, u"Add"_s, u"Add"_s};
    REQUIRE(await([&] { return history.steps() == folded; }));
    CHECK(history.model->foldAt(3) == HistoryModel::Fold::Folded);
    history.model->unfold(3);
    CHECK(history.steps()
          == QStringList{u"Seven"_s, u"Six"_s, u"Five"_s, u"▾ Four"_s, u"Three"_s, u"Two"_s, u"One"_s,
                         u"Add"_s, u"Add"_s});
    history.model->fold(5);
    CHECK(history.steps() == folded);
    const qint64 two = history.model->stepAt(3).id - 2;
    int reached = -1;
    QObject::connect(history.model.get(), &HistoryModel::reached, [&](int row) { reached = row; });
    history.model->seek(two);
    CHECK(reached == 5);
    CHECK(history.steps().at(5) == u"Two"_s);
}

TEST_CASE("The line one is at stays when newer steps are folded into it", "[app]")
{
    History history;
    const UserId ana = history.open.book.add(User{.name = u"Ana"_s});
    const auto add = [&](const QString &name) {
        test::valueOf(store::commit(history.open.book.connection(),
                                    {Sentence::verbatim(name), {create(User{.name = name})}},
                                    {ana, history.open.now}));
    };
    const auto addHere = [&](const QString &name) {
        history.open.workspace->submit({Sentence::verbatim(name), {create(User{.name = name})}});
    };
    add(u"One"_s);
    add(u"Two"_s);
    history.show();
    REQUIRE(await([&] { return history.steps() == QStringList{u"Two"_s, u"One"_s, u"Add"_s}; }));
    const QPersistentModelIndex line = history.model->index(1, 0);
    addHere(u"Three"_s);
    REQUIRE(await([&] { return history.steps() == QStringList{u"▸ 3 steps · Three"_s, u"Add"_s}; }));
    CHECK(line.row() == 0);
    addHere(u"Four"_s);
    REQUIRE(await([&] { return history.steps() == QStringList{u"▸ 4 steps · Four"_s, u"Add"_s}; }));
    CHECK(line.row() == 0);
}

TEST_CASE("The count of a step is that of the lines below, without bookkeeping", "[app]")
{
    History history;
    LiveBook &open = history.open;
    open.book.add(User{.name = u"Ana"_s});
    open.book.add(Pipeline{.name = u"Sales"_s});
    open.book.add(Stage{.pipeline = {1}, .name = u"Lead"_s});
    open.book.add(Stage{.pipeline = {1}, .name = u"Offer"_s});
    const DealId id = open.book.add(
        Deal{.name = u"Renewal"_s, .pipeline = {1}, .stage = {1}, .amount = 5000, .currency = u"EUR"_s});
    const Deal before = open.book.load<Deal>(id);
    Deal after = before;
    after.stage = {2};
    after.stageEnteredAt = {open.now};
    const ChangeSet set = open.book.commit(
        {Sentence::verbatim(u"Move"_s),
         {update(before, after), create(StageVisit{.deal = id, .stage = {2}, .enteredAt = {5}})}});
    REQUIRE(set.operation.changeCount == 2);
    history.show();
    REQUIRE(await([&] { return history.model->rowCount() > 0; }));
    CHECK(linesOf(open, set.operation.id) == QStringList{u"deal “Renewal”: Stage: Lead → Offer"_s});
    CHECK(history.model->index(0, HistoryModel::Changes).data() == u"1"_s);
}

TEST_CASE("The history can be narrowed to a kind, to days, and to one record", "[app]")
{
    History history;
    LiveBook &open = history.open;
    const UserId ana = open.book.add(User{.name = u"Ana"_s});
    open.book.add(Pipeline{.name = u"Sales"_s});
    open.book.add(Stage{.pipeline = {1}, .name = u"Lead"_s});
    const DealId one = open.book.add(Deal{.name = u"One"_s, .pipeline = {1}, .stage = {1}});
    open.book.add(Deal{.name = u"Two"_s, .pipeline = {1}, .stage = {1}});
    Deal renamed = open.book.load<Deal>(one);
    const Deal before = renamed;
    renamed.name = u"First"_s;
    constexpr qint64 day = 86'400'000;
    test::valueOf(store::commit(open.book.connection(),
                                {Sentence::verbatim(u"Rename"_s), {update(before, renamed)}},
                                {ana, {open.now.ms + 3 * day}}));
    history.show();
    REQUIRE(await([&] { return !history.steps().isEmpty(); }));
    const auto shown = [&](const HistoryModel::Filter &filter, qsizetype count) {
        history.model->narrowTo(filter);
        if (history.model->canFetchMore({}))
            history.model->fetchMore({});
        return await([&] { return !history.model->canFetchMore({}); })
            && await([&] { return history.steps().size() == count; });
    };
    CHECK(shown({.kind = EntityKind::Deal}, 3));
    CHECK(shown({.kind = EntityKind::Stage}, 1));
    CHECK(shown({.record = {EntityKind::Deal, one.value}}, 2));
    CHECK(shown({.since = {open.now.ms + 2 * day}}, 1));
    CHECK(history.steps() == QStringList{u"Rename"_s});
    CHECK(shown({.kind = EntityKind::Deal, .until = {open.now.ms + 2 * day}}, 2));
}
