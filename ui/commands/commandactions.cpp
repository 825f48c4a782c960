// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandactions.h"

#include "app/text/plaintip.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QWidget>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

CommandActions::CommandActions(app::Commands &commands, QWidget *window)
    : QObject(window), m_commands(commands), m_window(*window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CommandActions::refresh);
    connect(&commands, &app::Commands::changed, &m_soon, qOverload<>(&QTimer::start));
    refresh();
}

CommandActions::~CommandActions() = default;

QAction *CommandActions::find(QStringView id) const
{
    return m_actions.value(id.toString());
}

void CommandActions::attach(app::Areas areas, QWidget *widget)
{
    dropGone();
    m_attachments.push_back({areas, widget});
    for (const app::Command &command : m_commands.all()) {
        if (QAction *action = find(command.id))
            offer(*action, command.areas, m_attachments.back());
    }
    addNew();
}

void CommandActions::fill(QMenuBar *menuBar, const QStringList &order)
{
    m_menuBar = menuBar;
    m_menuOrder = order;
    refresh();
}

void CommandActions::dropGone()
{
    std::erase_if(m_attachments, [](const Attachment &one) { return one.widget.isNull(); });
}

void CommandActions::addNew()
{
    for (const app::Command &command : m_commands.all()) {
        if (!find(command.id))
            renew(command);
    }
}

void CommandActions::refresh()
{
    m_soon.stop();
    dropGone();
    QSet<QString> there;
    for (const app::Command &command : m_commands.all()) {
        there.insert(command.id);
        renew(command);
    }
    const QStringList known = m_actions.keys();
    for (const QString &id : known) {
        if (!there.contains(id))
            delete m_actions.take(id);
    }
    fillMenuBar();
    Q_EMIT refreshed();
}

void CommandActions::renew(const app::Command &command)
{
    QAction *&action = m_actions[command.id];
    if (!action) {
        action = new QAction(this);
        action->setObjectName(command.id);
        connect(action, &QAction::triggered, this, [this, id = command.id] { m_commands.run(id); });
    }
    action->setText(command.text);
    action->setIcon(themeIcon(command.iconName));
    action->setShortcuts(command.shortcuts);
    action->setToolTip(app::plainTip(m_commands.toolTip(command.id)));
    action->setCheckable(bool(command.isChecked));
    action->setShortcutContext(command.areas.testFlag(app::Area::Global) ? Qt::WindowShortcut
                                                                         : Qt::WidgetWithChildrenShortcut);
    offer(*action, command.areas);
}

void CommandActions::offer(QAction &action, app::Areas areas)
{
    if (areas.testFlag(app::Area::Global)) {
        m_window.addAction(&action);
        return;
    }
    for (const Attachment &attachment : m_attachments)
        offer(action, areas, attachment);
}

void CommandActions::offer(QAction &action, app::Areas areas, const Attachment &attachment)
{
    if (!areas.testFlag(app::Area::Global) && (attachment.areas & areas))
        attachment.widget->addAction(&action);
}

void CommandActions::fillMenuBar()
{
    if (!m_menuBar)
        return;
    m_menuBar->clear();
    qDeleteAll(m_menuBar->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    QHash<QString, QMenu *> menus; // by path
    QHash<QMenu *, int> sections;
    for (const QString &title : m_menuOrder)
        menus[title] = m_menuBar->addMenu(title);

    std::vector<const app::Command *> ordered; // by section, then as they were added
    for (const app::Command &command : m_commands.all())
        ordered.push_back(&command);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const app::Command *a, const app::Command *b) { return a->section < b->section; });
    for (const app::Command *each : ordered) {
        const app::Command &command = *each;
        QMenu *menu = nullptr;
        QString path;
        for (const QString &title : command.menu) {
            path += path.isEmpty() ? title : QString(u'\n' + title);
            QMenu *&next = menus[path];
            if (!next)
                next = menu ? menu->addMenu(title) : m_menuBar->addMenu(title);
            menu = next;
        }
        if (!menu)
            continue;
        if (sections.value(menu, command.section) != command.section)
            menu->addSeparator();
        sections[menu] = command.section;
        menu->addAction(m_actions.value(command.id));
    }
    for (QMenu *menu : std::as_const(menus)) {
        menu->menuAction()->setVisible(!menu->isEmpty());
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { showStates(*menu); });
        connect(menu, &QMenu::aboutToHide, this, [this, menu] { freeStates(*menu); });
    }
}

void CommandActions::showStates(const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        const app::Command *command = m_commands.find(action->objectName());
        if (!command)
            continue;
        action->setEnabled(app::isEnabled(*command));
        action->setChecked(app::isChecked(*command));
    }
}

// Whether a command is available is asked when its shortcut comes, so that a selection made a moment ago
// counts: outside of open menus every action is enabled.
void CommandActions::freeStates(const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions)
        action->setEnabled(true);
}

QMenu *CommandActions::contextMenu(const QStringList &ids, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else if (QAction *action = find(id))
            menu->addAction(action);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { showStates(*menu); });
    connect(menu, &QMenu::aboutToHide, this, [this, menu] { freeStates(*menu); });
    return menu;
}

} // namespace headway::ui
