// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots of the board with the sample company, for looking at: headway_tests "[.boardpictures]"
// writes them into the folder that HEADWAY_PICTURES names.
#include "app/input/drafts.h"
#include "app/program/settings.h"
#include "support/await.h"
#include "support/boardbook.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/boardpage.h"
#include "ui/board/cardlist.h"
#include "ui/commands/commandactions.h"
#include "ui/programcontext.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shell.h"
#include "ui/stages/stageform.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Window {
    QTemporaryDir folder;
    app::Settings settings{folder.filePath(u"headway.ini"_s)};
    Shell shell{settings, [] { return qint64(0); }, Shell::Form::Book};
    BoardPage *page = nullptr;

    app::Drafts drafts{folder.filePath(u"drafts.json"_s)};
    std::shared_ptr<app::Workspace> workspace;
    PageContext given;

    Window(const QString &book, QSize size)
        : workspace(openWorkspace(book, app::Threads::None)),
          given(workspace, drafts, settings, shell.commands(), shell.actions())
    {
        page = new BoardPage(given.context);
        settings.enterBook(u"pictures"_s);
        for (const auto &[id, icon] :
             {std::pair{u"Today"_s, u"view-calendar-day"_s}, std::pair{u"Companies"_s, u"view-bank"_s}})
            shell.addPage({.id = id, .name = id, .iconName = icon, .widget = new QWidget});
        shell.addPage({.id = u"deals"_s,
                       .name = u"Deals"_s,
                       .iconName = u"view-list-icons"_s,
                       .widget = page,
                       .areas = app::Area::Board});
        shell.showBook(u"Halmer Air Systems"_s);
        shell.showPage(u"deals"_s);
        shell.resize(size);
        shell.show();
        shell.activateWindow();
        REQUIRE(await([this] { return page->board().isLoaded() && shell.isActiveWindow(); }));
        settle();
    }

    ~Window() { delete page; } // before its context

    void settle() const
    {
        for (int i = 0; i < 20; ++i) {
            page->repaint();
            QCoreApplication::processEvents();
        }
    }

    void save(const QString &name)
    {
        settle();
        REQUIRE(shell.grab().save(qEnvironmentVariable("HEADWAY_PICTURES", QDir::tempPath()) + u'/' + name
                                  + u".png"_s));
    }
};

} // namespace

TEST_CASE("Pictures of the board", "[.boardpictures]")
{
    const QTemporaryDir folder;
    const QString book = writeSampleBook(folder.filePath(u"sample.headway"_s));
    for (const app::Look look : {app::Look::Light, app::Look::Dark}) {
        applyTheme(*qApp, look);
        const QString suffix = look == app::Look::Dark ? u"-dark"_s : QString();
        {
            Window w(book, {1440, 900});
            w.save(u"board-wide"_s + suffix);
            auto *column = w.page->findChildren<BoardColumnView *>().at(1);
            const app::CardId deal = w.page->board().cards(1).idAt(1);
            w.page->select({EntityKind::Deal, deal.value});
            column->cards().setFocus();
            w.save(u"board-selected"_s + suffix);
            QTest::keyClick(&column->cards(), Qt::Key_L);
            w.save(u"board-lost"_s + suffix);
            w.page->findChild<StageForm *>()->cancel();
            QTest::keyClick(&column->cards(), Qt::Key_Space);
            QTest::keyClick(&column->cards(), Qt::Key_Right);
            w.save(u"board-carry"_s + suffix);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            CardList &target = w.page->findChildren<BoardColumnView *>().at(2)->cards();
            const std::unique_ptr<QMimeData> data(w.page->board().mimeOf({deal}));
            QDragEnterEvent enter(QPoint(60, 210), Qt::MoveAction, data.get(), Qt::LeftButton,
                                  Qt::NoModifier);
            QApplication::sendEvent(target.viewport(), &enter);
            QDragMoveEvent move(QPoint(60, 210), Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(target.viewport(), &move);
            w.save(u"board-drag"_s + suffix);
        }
        Window(book, {1024, 640}).save(u"board-1024"_s + suffix);
        Window(book, {720, 560}).save(u"board-narrow"_s + suffix);
    }
    applyTheme(*qApp, app::Look::Light);
}
