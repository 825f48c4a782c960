// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of a window as Qt actions: shortcuts that work where the command applies, the menu bar, and
// context menus. One for each window, made by the shell; GUI thread; nothing fails.
#pragma once

#include "app/commands/commands.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <vector>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace headway::ui {

class CommandActions : public QObject
{
    Q_OBJECT
public:
    // `commands` outlives this; `window` owns it.
    CommandActions(app::Commands &commands, QWidget *window);
    ~CommandActions() override;

    // From now on, the commands of these areas work while the focus is in `widget`.
    void attach(app::Areas areas, QWidget *widget);

    // Keeps the menu bar in step with the commands; `order` names its menus from left to right.
    void fill(QMenuBar *menuBar, const QStringList &order);

    // A menu with these commands, for menu->popup(); deletes itself when it closes. An empty id is a
    // separator.
    QMenu *contextMenu(const QStringList &ids, QWidget *parent);

    QAction *find(QStringView id) const; // nullptr: there is none

    // Applies changes of the commands at once; otherwise that happens before the next event.
    void refresh();
    // New commands have their keys at once; the menus follow. Cheaper than refresh().
    void addNew();

Q_SIGNALS:
    void refreshed();

private:
    struct Attachment {
        app::Areas areas;
        QPointer<QWidget> widget;
    };

    void dropGone();
    void renew(const app::Command &command);
    void offer(QAction &action, app::Areas areas);
    static void offer(QAction &action, app::Areas areas, const Attachment &attachment);
    void fillMenuBar();
    void showStates(const QMenu &menu);
    void freeStates(const QMenu &menu);

    app::Commands &m_commands;
    QWidget &m_window;
    QPointer<QMenuBar> m_menuBar;
    QStringList m_menuOrder;
    QHash<QString, QAction *> m_actions;
    std::vector<Attachment> m_attachments;
    QTimer m_soon;
};

} // namespace headway::ui
