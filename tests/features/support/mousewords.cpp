// SPDX-License-Identifier: GPL-3.0-or-later
// The words of stories for using only the mouse: they click on what is visible.
#include "features/support/story.h"

#include "features/support/walk.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/controls/chiprow.h"
#include "ui/shell/shell.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

struct Row {
    QAbstractItemView *view = nullptr;
    QPoint place = {};
};

// The first visible list with such a visible row.
std::optional<Row> rowIn(const QWidget &window, const QString &text)
{
    for (QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
        if (!view->isVisible() || !view->model())
            continue;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            const QPoint place = view->visualRect(index).center();
            if (index.data().toString() == text && view->viewport()->rect().contains(place))
                return Row{view, place};
        }
    }
    return std::nullopt;
}

Row awaitRow(const QWidget &window, const QString &text)
{
    std::optional<Row> row;
    INFO("row: " << text.toStdString());
    REQUIRE(await([&] {
        row = rowIn(window, text);
        return row.has_value();
    }));
    return *row;
}

template <class Menu>
QAction *actionIn(const Menu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().remove(u'&') == text && action->isVisible())
            return action;
    }
    return nullptr;
}

void chooseIn(QMenu &menu, const QStringList &path)
{
    REQUIRE(await([&menu] { return menu.isVisible(); }));
    QAction *action = actionIn(menu, path.front());
    INFO("entry: " << path.front().toStdString());
    REQUIRE(action);
    REQUIRE(action->isEnabled());
    QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
    if (path.size() > 1) {
        REQUIRE(action->menu());
        chooseIn(*action->menu(), path.mid(1));
    }
}

} // namespace

void When::I_click_the_row(const QString &text) const
{
    const Row row = awaitRow(story.shell(), text);
    QTest::mouseClick(row.view->viewport(), Qt::LeftButton, {}, row.place);
}

void When::I_click_the_chip(const QString &text) const
{
    for (ui::ChipRow *chips : story.shell().findChildren<ui::ChipRow *>()) {
        for (int chip = 0; chips->isVisible() && chip < chips->count(); ++chip) {
            if (chips->text(chip) == text) {
                QTest::mouseClick(chips, Qt::LeftButton, {}, chips->placeOf(chip).center());
                return;
            }
        }
    }
    FAIL("no chip " << text.toStdString());
}

void When::I_click_into(const QString &control) const
{
    for (QWidget *widget : story.shell().findChildren<QWidget *>()) {
        const bool isTypedInto =
            widget->focusPolicy() != Qt::NoFocus && !qobject_cast<QAbstractButton *>(widget);
        if (!widget->isVisible() || !isTypedInto || nameHeard(*widget) != control)
            continue;
        auto *area = qobject_cast<QAbstractScrollArea *>(widget);
        QTest::mouseClick(area ? area->viewport() : widget, Qt::LeftButton);
        return;
    }
    FAIL("no control " << control.toStdString());
}

void When::I_choose_from_the_menus(const QStringList &path)
{
    auto *bar = story.shell().findChild<QMenuBar *>();
    REQUIRE(bar);
    QAction *menu = actionIn(*bar, path.front());
    REQUIRE(menu);
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(menu).center());
    chooseIn(*menu->menu(), path.mid(1));
    I_use_window(int(story.m_current) + 1); // the test platform loses the active window when a menu closes
}

void When::I_choose_from_the_menu_of(const QString &name, const QStringList &path)
{
    const Row row = awaitRow(story.shell(), name);
    QContextMenuEvent click(QContextMenuEvent::Mouse, row.place,
                            row.view->viewport()->mapToGlobal(row.place));
    QApplication::sendEvent(row.view->viewport(), &click);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    REQUIRE(menu);
    chooseIn(*menu, path);
    I_use_window(int(story.m_current) + 1);
}

} // namespace headway::test
