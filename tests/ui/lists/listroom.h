// SPDX-License-Identifier: GPL-3.0-or-later
// A window with only a list of deals in it, and ways to type into it: for tests of lists.
#pragma once

#include "app/commands/commands.h"
#include "app/input/drafts.h"
#include "app/lists/listmodel.h"
#include "app/program/settings.h"
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "support/await.h"
#include "support/openbook.h"
#include "ui/commands/commandactions.h"
#include "ui/lists/celleditor.h"
#include "ui/lists/listpage.h"
#include "ui/lists/listview.h"
#include "ui/programcontext.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QMainWindow>
#include <QPointer>
#include <QTest>

namespace headway::test {

struct ListRoom {
    OpenBook book{OpenBook::Content::Defaults};
    app::Settings settings{book.folderPath(QStringLiteral("headway.ini"))};
    app::Commands commands{settings};
    app::Drafts drafts{book.folderPath(QStringLiteral("drafts.json"))};
    QMainWindow window;
    ui::CommandActions actions{commands, &window};
    PageContext given{lent(book.workspace()), drafts, settings, commands, actions};
    CompanyId acme = book.add(Company{.name = QStringLiteral("Acme Tools")});
    CompanyId bolt = book.add(Company{.name = QStringLiteral("Bolt Works")});
    DealId amber = addDeal(QStringLiteral("Amber"), 1'000'000);
    DealId birch = addDeal(QStringLiteral("Birch"), 50'000);
    DealId cedar = addDeal(QStringLiteral("Cedar"), 300'000);
    QPointer<ui::ListPage> page;
    QList<Error> errors;

    ListRoom()
    {
        settings.enterBook(book.workspace().uuid());
        window.resize(1200, 500);
        window.show();
        openPage();
        window.activateWindow();
        QObject::connect(&book.workspace(), &app::Workspace::failed, &window,
                         [this](const Error &error) { errors += error; });
        REQUIRE(await([this] { return window.isActiveWindow(); }));
        page->takeFocus();
    }
    // The page must be deleted before its context.
    ~ListRoom() { delete page; }

    // Opens the list again, as in a new session.
    void openPage()
    {
        delete page;
        page = new ui::ListPage(given.context, EntityKind::Deal);
        window.setCentralWidget(page);
        REQUIRE(await([this] { return model().rowCount() == int(book.all(EntityKind::Deal).size()); }));
        REQUIRE(await([this] { return !names().contains(QString()); }));
    }

    DealId addDeal(const QString &name, qint64 cents)
    {
        return book.add(Deal{.name = name,
                             .company = acme,
                             .pipeline = {1},
                             .stage = {1},
                             .amount = cents,
                             .currency = QStringLiteral("EUR"),
                             .owner = {1}});
    }

    app::ListModel &model() const { return page->model(); }
    ui::ListView *view() const { return page->findChild<ui::ListView *>(); }

    int column(QStringView id) const
    {
        for (int i = 0; i < model().columnCount(); ++i) {
            if (model().columns()[size_t(i)].id == id)
                return i;
        }
        FAIL("no such column");
        return -1;
    }
    QModelIndex cell(DealId deal, QStringView id) const
    {
        return model().index(model().rowOf(deal.value), column(id));
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < model().rowCount(); ++row)
            all += model().index(row, column(u"name")).data().toString();
        return all;
    }
    QString text(DealId deal, QStringView id) const { return cell(deal, id).data().toString(); }
    qint64 sum() const // in cents; the totals come after the rows
    {
        const std::vector<MoneySum> &sums = model().totals().sums;
        return sums.empty() ? 0 : sums.front().minor;
    }

    void choose(DealId deal, QStringView id) const
    {
        view()->setFocus();
        view()->setCurrentIndex(cell(deal, id));
    }
    void choose(const std::vector<DealId> &deals) const
    {
        view()->clearSelection();
        for (const DealId &deal : deals)
            view()->selectionModel()->setCurrentIndex(
                cell(deal, u"name"), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        view()->setFocus();
    }

    // The cell editor; null if there is none.
    ui::CellEditor *editor() const
    {
        const auto open = page->cellEditors();
        return open.empty() ? nullptr : open.back();
    }
    ui::CellEditor *edit(DealId deal, QStringView id) const
    {
        choose(deal, id);
        page->editCell();
        REQUIRE(editor());
        return editor();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : page.data(), key, modifiers);
    }
    // Replaces the editor's text. Any letters, as sent by an input method.
    void type(const QString &text)
    {
        QWidget *focus = QApplication::focusWidget();
        REQUIRE(focus);
        QTest::keyClick(focus, Qt::Key_A, Qt::ControlModifier);
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(focus, &event);
    }
    Deal load(DealId deal) { return book.load<Deal>(deal); }
};

} // namespace headway::test
