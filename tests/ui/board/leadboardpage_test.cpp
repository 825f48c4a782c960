// SPDX-License-Identifier: GPL-3.0-or-later
// A user at the lead board, by keyboard and by mouse.
#include "app/input/drafts.h"
#include "app/program/settings.h"
#include "domain/records/inenglish.h"
#include "store/book/defaults.h"
#include "support/await.h"
#include "support/leadsbook.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/cardlist.h"
#include "ui/board/foldedcolumn.h"
#include "ui/board/leadboardpage.h"
#include "ui/commands/commandactions.h"
#include "ui/leads/leadform.h"
#include "ui/programcontext.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

namespace ours = store::defaults;

struct Desk {
    LeadsBook book;
    std::shared_ptr<app::Workspace> workspace = book.open(app::Threads::None);
    QTemporaryDir folder;
    app::Drafts drafts{folder.filePath(u"drafts.json"_s)};
    app::Settings settings{folder.filePath(u"headway.ini"_s)};
    app::Commands commands{settings};
    QWidget window;
    CommandActions actions{commands, &window};
    PageContext given{workspace, drafts, settings, commands, actions};
    LeadBoardPage *page = nullptr;
    QStringList errors;
    std::vector<LeadId> toConvert;

    Desk()
    {
        workspace->workAs(book.ana);
        auto *layout = new QVBoxLayout(&window);
        window.resize(1200, 700);
        window.show();
        window.activateWindow();
        page = new LeadBoardPage(given.context, &window);
        layout->addWidget(page);
        actions.attach(app::Area::LeadBoard, page);
        QObject::connect(page, &BookPage::failed, page,
                         [this](const Error &e) { errors += inEnglish(e.text); });
        QObject::connect(page, &BookPage::convertWanted, page,
                         [this](const std::vector<LeadId> &leads) { toConvert = leads; });
        REQUIRE(await([this] { return page->board().isLoaded() && window.isActiveWindow(); }));
        actions.refresh();
        page->setFocus();
    }
    ~Desk() { delete page; }

    CardList &list(LeadStatusId status) const
    {
        return *window.findChild<BoardColumnView *>(u"status-%1"_s.arg(status.value))
                    ->findChild<CardList *>();
    }
    FoldedColumn &folded(LeadStatusId status) const
    {
        return *window.findChild<FoldedColumn *>(u"folded-%1"_s.arg(status.value));
    }
    LeadForm *form() const { return window.findChild<LeadForm *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void select(LeadId lead) const
    {
        page->select({EntityKind::Lead, lead.value});
        REQUIRE(page->current() == EntityRef{EntityKind::Lead, lead.value});
        list(ours::newLead).setFocus();
    }
    bool isIn(LeadId lead, LeadStatusId status)
    {
        return await([&] { return book.load(lead).status == status; });
    }
    // The mouse drops the lead's card on a column.
    void drop(LeadId lead, QWidget &target) const
    {
        const std::unique_ptr<QMimeData> data(page->board().mimeOf({lead}));
        const QPoint to = target.rect().center();
        QDragEnterEvent enter(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        REQUIRE(enter.isAccepted());
        QDropEvent drop(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &drop);
    }
};

} // namespace

TEST_CASE("I move a lead on with two keys, or carry it", "[ui]")
{
    Desk desk;
    desk.select(desk.book.eva);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(desk.isIn(desk.book.eva, ours::attempting));
    desk.select(desk.book.ida);
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_Up); // it has no place of its own among the others
    desk.press(Qt::Key_Right);
    CHECK(desk.page->summary() == u"Ida Berg, picked up, column Attempting"_s);
    desk.press(Qt::Key_Return);
    CHECK(desk.isIn(desk.book.ida, ours::attempting));
    CHECK(desk.errors.isEmpty());
}

TEST_CASE("A lead that I drop where leads are given up is asked about first", "[ui]")
{
    Desk desk;
    desk.drop(desk.book.max, desk.folded(ours::disqualified));
    REQUIRE(desk.form());
    CHECK(desk.form()->isVisible());
    CHECK(desk.book.load(desk.book.max).status == ours::newLead);
    SECTION("with a reason it goes there")
    {
        desk.press(Qt::Key_1);
        desk.press(Qt::Key_Return);
        CHECK(desk.isIn(desk.book.max, ours::disqualified));
        CHECK(desk.book.load(desk.book.max).disqualifyReason == desk.book.price);
        CHECK_FALSE(desk.form()->isVisible());
    }
    SECTION("a refusal is said in the panel, with what I typed, and the lead waits there")
    {
        desk.press(Qt::Key_2);
        desk.press(Qt::Key_Return);
        CHECK(await([&] { return desk.form()->said() == u"Say in the note what “Other” means here."_s; }));
        CHECK(desk.form()->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"Builds its own"_s);
        desk.press(Qt::Key_Return);
        CHECK(desk.isIn(desk.book.max, ours::disqualified));
    }
    SECTION("with Esc it is where it was")
    {
        desk.press(Qt::Key_Escape);
        CHECK_FALSE(desk.form()->isVisible());
        CHECK(desk.book.load(desk.book.max).status == ours::newLead);
        CHECK(desk.list(ours::newLead).model()->rowCount() == 3);
    }
}

TEST_CASE("A lead that I drop where leads sleep says until when", "[ui]")
{
    Desk desk;
    desk.drop(desk.book.max, desk.folded(ours::nurture));
    REQUIRE(desk.form());
    QTest::keyClicks(QApplication::focusWidget(), u"yesterday"_s);
    desk.press(Qt::Key_Return);
    CHECK(await([&] { return desk.form()->said().startsWith(u"A lead sleeps until a day to come"_s); }));
    auto *day = desk.form()->findChildren<QLineEdit *>().at(1);
    day->setText(u"+30d"_s);
    desk.press(Qt::Key_Return);
    CHECK(desk.isIn(desk.book.max, ours::nurture));
    CHECK(desk.book.load(desk.book.max).recycleOn == boardDay.addDays(30));
}

TEST_CASE("A lead that gets to the qualified or to the converted ones is asked what it becomes", "[ui]")
{
    Desk desk;
    desk.select(desk.book.eva);
    SECTION("qualified, it stays so whatever I answer")
    {
        desk.drop(desk.book.eva, desk.folded(ours::qualifiedLead));
        CHECK(desk.isIn(desk.book.eva, ours::qualifiedLead));
    }
    SECTION("converted, it is where it was until it is converted")
    {
        desk.drop(desk.book.eva, desk.folded(ours::converted));
        CHECK(desk.book.load(desk.book.eva).status == ours::newLead);
        CHECK(desk.list(ours::newLead).model()->rowCount() == 3);
    }
    CHECK(await([&] { return desk.toConvert == std::vector{desk.book.eva}; }));
}

TEST_CASE("The lead board says how many leads there are, and a column what it holds", "[ui]")
{
    Desk desk;
    CHECK(desk.page->summary() == u"4 open   ·   €9,000"_s);
    CHECK(desk.list(ours::newLead).accessibleName() == u"Status New"_s);
    CHECK(desk.folded(ours::converted).accessibleName() == u"Converted, 0 leads"_s);
    const QString spoken =
        desk.list(ours::newLead).model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken == u"Eva Kern, Kern AG, Hot, €9,000, status New, 1 of 3"_s);
}

TEST_CASE("A view of the lead board keeps its filter and which statuses are open", "[ui]")
{
    Desk desk;
    desk.settings.enterBook(u"leads"_s);
    desk.page->arrange({.filter = u"rating:Hot"_s, .settings = u"open: Disqualified"_s},
                       BookPage::Whose::View);
    CHECK(desk.folded(ours::disqualified).isChecked());
    CHECK(await([&] { return desk.list(ours::newLead).model()->rowCount() == 1; }));
    const Arrangement kept = desk.page->arrangement().value();
    CHECK(kept.filter == u"rating:Hot"_s);
    CHECK(kept.settings == u"open: Disqualified"_s);
}

TEST_CASE("The lead board is printed with its leads", "[ui]")
{
    Desk desk;
    app::PrintRequest sheet = desk.page->sheet().value();
    sheet.lookups = desk.workspace->lookups();
    const app::PrintTable table = valueOf(app::readPrintTable(desk.book.book.connection(), sheet));
    REQUIRE_FALSE(table.sections.empty());
    CHECK(table.sections.front().heading == u"New"_s);
    REQUIRE(table.sections.front().rows.size() == 3);
    CHECK(table.sections.front().rows.front().front() == u"Eva Kern"_s);
}

TEST_CASE("For what is done with a list, the lead board means the column of the card, or the chosen cards",
          "[ui]")
{
    Desk desk;
    desk.select(desk.book.eva);
    CHECK(desk.page->listed()->kind == EntityKind::Lead);
    CHECK(desk.page->chosen() == std::vector{desk.book.eva.value, desk.book.ida.value, desk.book.max.value});
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    CHECK(desk.page->chosen() == std::vector{desk.book.eva.value, desk.book.ida.value});
}
