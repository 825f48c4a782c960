// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of a board, for menus, keys and the palette.
#include "ui/board/cardspage.h"

#include "app/edits/bulkedits.h"
#include "domain/records/record.h"
#include "ui/board/boardview.h"
#include "ui/board/cardcarrier.h"
#include "ui/controls/menutext.h"
#include "ui/pages/bookcontext.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t ownersInMenu = 20;

} // namespace

void CardsPage::addCommand(app::Command command, app::OwnCommands &to)
{
    command.areas = m_area;
    if (!command.isEnabled)
        command.isEnabled = [this] { return isVisible() && m_view->hasSelection(); };
    to.add(std::move(command));
}

void CardsPage::addMoveCommands(const QString &prefix, const QString &next, const QString &before)
{
    struct Direction {
        QString id;
        QString text;
        QString icon;
        QString key;
        int columns;
        int rows;
    };
    std::vector directions{Direction{u".moveNext"_s, next, u"go-next"_s, u"Ctrl+Right"_s, 1, 0},
                           Direction{u".moveBack"_s, before, u"go-previous"_s, u"Ctrl+Left"_s, -1, 0}};
    if (m_board->hasOwnOrder()) {
        directions.push_back({u".moveUp"_s, tr("Move &up"), u"go-up"_s, u"Ctrl+Up"_s, 0, -1});
        directions.push_back({u".moveDown"_s, tr("Move &down"), u"go-down"_s, u"Ctrl+Down"_s, 0, 1});
    }
    for (const Direction &each : directions) {
        addCommand(
            {.id = prefix + each.id,
             .text = each.text,
             .iconName = each.icon,
             .shortcuts = {QKeySequence(each.key)},
             .menu = {tr("&Record"), tr("&Move")},
             .section = 30,
             .run = [this, columns = each.columns, rows = each.rows] { m_carrier->moveBy(columns, rows); }},
            m_ownCommands);
    }
    addCommand(
        {.id = prefix + u".pickUp"_s,
         .text = tr("&Pick up: carry with the arrows, drop with Enter"),
         .iconName = u"transform-move"_s,
         .menu = {tr("&Record"), tr("&Move")},
         .section = 31,
         .isEnabled = [this] { return isVisible() && !m_board->isCarrying() && m_view->hasSelection(); },
         .run = [this] { m_carrier->pickUp(); }},
        m_ownCommands);
}

void CardsPage::addLaneCommands(const QString &prefix)
{
    m_laneCommands.clear();
    for (int i = 0; i < m_board->columnCount(); ++i) {
        const Lane &lane = m_board->column(i).lane;
        if (!lane.takesCards())
            continue;
        addCommand({.id = prefix + u".moveTo.%1"_s.arg(lane.id()),
                    .text = tr("Move to %1").arg(withoutMnemonic(lane.name())),
                    .iconName = u"go-jump"_s,
                    .run = [this, i] { m_carrier->moveToColumn(i); }},
                   m_laneCommands);
    }
}

void CardsPage::addLanes(QMenu &menu, int except)
{
    for (int i = 0; i < m_board->columnCount(); ++i) {
        const Lane &lane = m_board->column(i).lane;
        QAction *action = addNamed(menu, lane.name());
        action->setEnabled(i != except && lane.takesCards());
        connect(action, &QAction::triggered, this, [this, id = lane.id()] {
            if (const int column = m_board->indexOf(id); column >= 0) // the menu may have stood open for long
                m_carrier->moveToColumn(column);
        });
    }
}

// Who works in the book, the user first; where they are many, in parts that a screen has room for.
void CardsPage::addOwners(QMenu &menu)
{
    const app::Workspace &workspace = m_context.workspace();
    const app::Card *card = m_board->card(m_view->current());
    const auto add = [&](QMenu &to, const User &user) {
        QAction *action = addNamed(to, user.name);
        action->setCheckable(true);
        action->setChecked(card && card->ownerId() == user.id);
        connect(action, &QAction::triggered, this, [this, owner = user.id] { changeOwner(owner); });
    };
    if (const User *me = workspace.lookups().user(workspace.user()); me && me->active) {
        add(menu, *me);
        menu.addSeparator();
    }
    std::vector<const User *> others;
    for (const User &each : workspace.lookups().users) {
        if (each.active && each.id != workspace.user())
            others.push_back(&each);
    }
    const size_t parts = (others.size() + ownersInMenu - 1) / ownersInMenu;
    for (size_t at = 0; at < parts; ++at) { // about as many in each
        const size_t first = at * others.size() / parts;
        const size_t end = (at + 1) * others.size() / parts;
        QMenu *part = &menu;
        if (parts > 1) {
            const auto name = [&](size_t i) { return menuText(others[i]->name, menu.fontMetrics()); };
            part = menu.addMenu(tr("%1 – %2", "from one name to another").arg(name(first), name(end - 1)));
        }
        for (size_t i = first; i < end; ++i)
            add(*part, *others[i]);
    }
}

void CardsPage::changeOwner(UserId owner)
{
    app::BulkChange change{.kind = m_board->kind(),
                           .values = {{entityInfo(m_board->kind()).indexOf(u"owner_id"), owner.value}}};
    for (const EntityRef &record : selection())
        change.ids.push_back(record.id);
    app::changeRecords(m_context.workspace(), this, change, {},
                       [this](const Result<app::BulkReport> &report) {
                           if (!report)
                               Q_EMIT failed(report.error());
                           else if (!report->refusals.empty())
                               Q_EMIT failed({ErrorCode::Invalid, report->refusals.front().why, {}});
                       });
}

} // namespace headway::ui
