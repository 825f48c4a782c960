// SPDX-License-Identifier: GPL-3.0-or-later
// A board of forty stages: all of them can be reached, seen and dropped on.
#include "domain/rules/deals.h"
#include "ui/board/boarddesk.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int added = 37; // beside the three of the small book

// Each with a deal, in the pipeline of the desk.
std::vector<StageId> addStages(Desk &desk)
{
    std::vector<StageId> stages;
    Edit deals{Sentence::verbatim(u"Deals"_s), {}};
    for (int i = 0; i < added; ++i) {
        Stage stage{.pipeline = desk.book.pipeline,
                    .name = u"Step %1"_s.arg(i + 1),
                    .position = 10 + i,
                    .probability = 50};
        const StageId id = desk.book.book.add(stage);
        stages.push_back(id);
        Deal deal{
            .name = u"Deal %1"_s.arg(i + 1), .amount = 100, .currency = u"EUR"_s, .owner = desk.book.ana};
        deal.rank = (i + 1) * rankGap;
        const Stage there = as<Stage>(desk.book.book.record({EntityKind::Stage, id.value}));
        for (const Change &change : createDeal(deal, there, desk.book.ana, boardNoon(), -1 - i))
            deals.changes.push_back(change);
    }
    desk.book.book.commit(deals);
    desk.reopen();
    return stages;
}

bool isWholeInSight(const CardList &list)
{
    const QWidget &column = *list.parentWidget();
    return column.visibleRegion().boundingRect().width() == column.width();
}

} // namespace

TEST_CASE("Through a pipeline of forty stages the arrows lead to each, in sight, and on to won", "[ui]")
{
    Desk desk;
    const std::vector<StageId> stages = addStages(desk);
    REQUIRE(desk.page->board().columnCount() == added + 5);
    desk.window.resize(1024, 600);
    QCoreApplication::processEvents();
    CHECK(desk.page->minimumSizeHint().width() <= 1024); // the strip scrolls
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press({Qt::Key_Right, Qt::Key_Right}); // Offer, and Negotiation, which is folded
    for (const StageId stage : stages) {
        desk.press(Qt::Key_Right);
        CAPTURE(stage.value);
        const CardList &list = desk.list(stage);
        REQUIRE(list.hasFocus());
        CHECK(isWholeInSight(list));
        CHECK(list.selectedCards().size() == 1);
    }
    desk.press(Qt::Key_Right);
    CHECK(desk.folded(desk.book.won).hasFocus());
    desk.press(Qt::Key_Left);
    CHECK(desk.list(stages.back()).hasFocus());
}

TEST_CASE("A deal carried by keyboard over forty stages is dropped on the last one, and undo brings it back",
          "[ui]")
{
    Desk desk;
    const std::vector<StageId> stages = addStages(desk);
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Space);
    for (int i = 0; i < added + 2; ++i)
        desk.press(Qt::Key_Right);
    const CardList &last = desk.list(stages.back());
    CHECK(isWholeInSight(last));
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.names(stages.back()).contains(u"Renewal"_s));
    CHECK(desk.page->current().id == desk.book.renewal.value);
    desk.workspace->undo();
    CHECK(await([&] { return desk.book.names(desk.book.qualified).contains(u"Renewal"_s); }));
}
