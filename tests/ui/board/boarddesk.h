// SPDX-License-Identifier: GPL-3.0-or-later
// A user at the board of a small book, in a window of its own.
#pragma once

#include "app/input/drafts.h"
#include "app/program/settings.h"
#include "domain/records/inenglish.h"
#include "support/await.h"
#include "support/boardbook.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/boardpage.h"
#include "ui/board/cardlist.h"
#include "ui/board/foldedcolumn.h"
#include "ui/commands/commandactions.h"
#include "ui/programcontext.h"
#include "ui/stages/stageform.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace headway::test {

struct Desk {
    BoardBook book;
    std::shared_ptr<app::Workspace> workspace = book.open(app::Threads::None);
    QTemporaryDir folder;
    app::Drafts drafts{folder.filePath(QStringLiteral("drafts.json"))};
    app::Settings settings{folder.filePath(QStringLiteral("headway.ini"))};
    app::Commands commands{settings};
    QWidget window;
    ui::CommandActions actions{commands, &window};
    PageContext given{workspace, drafts, settings, commands, actions};
    const ui::EditorContext &editors = given.context.editors();
    ui::BoardPage *page = nullptr;
    std::vector<EntityRef> selected;
    std::vector<EntityRef> opened;
    QStringList errors;

    Desk()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        window.resize(1200, 700);
        window.show();
        window.activateWindow();
        reopen();
    }
    // As if the window had been closed and opened again.
    void reopen()
    {
        delete page;
        page = new ui::BoardPage(given.context, &window);
        window.layout()->addWidget(page);
        actions.attach(app::Area::Board, page);
        QObject::connect(page, &ui::BoardPage::selected, page,
                         [this](const EntityRef &r) { selected.push_back(r); });
        QObject::connect(page, &ui::BoardPage::opened, page,
                         [this](const EntityRef &r) { opened.push_back(r); });
        QObject::connect(page, &ui::BoardPage::failed, page,
                         [this](const Error &e) { errors += inEnglish(e.text); });
        REQUIRE(await([this] { return page->board().isLoaded() && window.isActiveWindow(); }));
        actions.refresh();
    }
    ~Desk() { delete page; }

    ui::CardList &list(StageId stage) const
    {
        return *window.findChild<ui::BoardColumnView *>(QStringLiteral("stage-%1").arg(stage.value))
                    ->findChild<ui::CardList *>();
    }
    ui::FoldedColumn &folded(StageId stage) const
    {
        return *window.findChild<ui::FoldedColumn *>(QStringLiteral("folded-%1").arg(stage.value));
    }
    ui::StageForm &form() const { return *window.findChild<ui::StageForm *>(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
    }
    void press(std::initializer_list<Qt::Key> keys)
    {
        for (const Qt::Key key : keys)
            press(key);
    }
    // The line edit with the focus.
    QLineEdit &line() const
    {
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        REQUIRE(line);
        return *line;
    }
    void click(StageId stage, DealId deal) const
    {
        QTest::mouseClick(list(stage).viewport(), Qt::LeftButton, {}, list(stage).cardRect(deal).center());
    }
    QStringList names(StageId stage) const
    {
        QStringList names;
        const QAbstractItemModel *model = list(stage).model();
        for (int row = 0; row < model->rowCount(); ++row)
            names += model->index(row, 0).data().toString();
        return names;
    }
    // Sends the events of a mouse that drags cards to a viewport and drops them.
    void drag(const std::vector<app::CardId> &deals, QWidget &target, QPoint to) const
    {
        const std::unique_ptr<QMimeData> data(page->board().mimeOf(deals));
        QDragEnterEvent enter(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        REQUIRE(enter.isAccepted());
        QDragMoveEvent move(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &move);
        QDropEvent drop(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &drop);
    }
    // As set in the settings by somebody else.
    void neededInStage(StageId stage, const QString &fields)
    {
        const int field = entityInfo(EntityKind::Stage).indexOf(u"required_fields");
        app::saveFields(*workspace, page, {EntityKind::Stage, stage.value},
                        {{field, QStringLiteral(""), fields}}, [](const Result<ChangeSet> &) {});
        const auto &board = page->board();
        REQUIRE(
            await([&] { return board.column(board.indexOf(stage.value)).lane.stage()->required == fields; }));
    }
    bool settled()
    {
        return await([this] { return totals() == book.totals(page->board().filter()) && isStill(); });
    }
    bool isStill() const
    {
        for (const DealId deal :
             {book.renewal, book.pump, book.fans, book.filters, book.ducts, book.oldOrder}) {
            if (page->board().isMoving(deal))
                return false;
        }
        return true;
    }
    QStringList totals() const
    {
        QStringList lines;
        for (int i = 0; i < page->board().columnCount(); ++i) {
            const auto &column = page->board().column(i);
            QString line = column.lane.name() + u' ' + QString::number(column.count);
            for (const auto &sum : column.sums)
                line += QStringLiteral(" %1 %2/%3").arg(sum.currency).arg(sum.minor).arg(sum.weighted);
            lines += line;
        }
        return lines;
    }
};

} // namespace headway::test
