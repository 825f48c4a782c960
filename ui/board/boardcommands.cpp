// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the board, for menus, keys and the palette.
#include "ui/board/boardpage.h"

#include "app/edits/bulkedits.h"
#include "domain/records/record.h"
#include "ui/board/boardview.h"
#include "ui/board/cardcarrier.h"
#include "ui/commands/commandactions.h"
#include "ui/controls/menutext.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/stages/closingcommands.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;
using app::Area;

namespace {

constexpr size_t ownersInMenu = 20;

} // namespace

void BoardPage::addCommand(app::Command command, app::OwnCommands &to)
{
    command.areas = Area::Board;
    if (!command.isEnabled)
        command.isEnabled = [this] { return isVisible() && m_view->hasSelection(); };
    to.add(std::move(command));
}

void BoardPage::addCommands()
{
    addCommand({.id = u"deal.open"_s,
                .text = tr("&Open the deal"),
                .iconName = u"document-open"_s,
                .menu = {tr("&Record")},
                .section = 10,
                .run = [this] { Q_EMIT opened(current()); }},
               m_ownCommands);
    for (app::Command &command :
         closingCommands(ClosingPlace::Board, {}, [this](StageType type) { m_carrier->close(type); }))
        addCommand(std::move(command), m_ownCommands);
    addMoveCommands();
}

void BoardPage::addMoveCommands()
{
    struct Direction {
        QString id;
        QString text;
        QString icon;
        QString key;
        int columns;
        int rows;
    };
    const std::array directions{
        Direction{u"deal.moveNext"_s, tr("Move to the &next stage"), u"go-next"_s, u"Ctrl+Right"_s, 1, 0},
        Direction{u"deal.moveBack"_s, tr("Move to the stage &before"), u"go-previous"_s, u"Ctrl+Left"_s, -1,
                  0},
        Direction{u"deal.moveUp"_s, tr("Move &up"), u"go-up"_s, u"Ctrl+Up"_s, 0, -1},
        Direction{u"deal.moveDown"_s, tr("Move &down"), u"go-down"_s, u"Ctrl+Down"_s, 0, 1}};
    for (const Direction &each : directions) {
        addCommand(
            {.id = each.id,
             .text = each.text,
             .iconName = each.icon,
             .shortcuts = {QKeySequence(each.key)},
             .menu = {tr("&Record"), tr("&Move")},
             .section = 30,
             .run = [this, columns = each.columns, rows = each.rows] { m_carrier->moveBy(columns, rows); }},
            m_ownCommands);
    }
    addCommand(
        {.id = u"deal.pickUp"_s,
         .text = tr("&Pick up: carry with the arrows, drop with Enter"),
         .iconName = u"transform-move"_s,
         .menu = {tr("&Record"), tr("&Move")},
         .section = 31,
         .isEnabled = [this] { return isVisible() && !m_board->isCarrying() && m_view->hasSelection(); },
         .run = [this] { m_carrier->pickUp(); }},
        m_ownCommands);
}

// One for each stage of the pipeline, so that the palette finds "Move to Offer".
void BoardPage::addStageCommands()
{
    m_stageCommands.clear();
    for (int i = 0; i < m_board->columnCount(); ++i) {
        const auto &stage = m_board->column(i).stage;
        const QString id = u"deal.moveTo.%1"_s.arg(stage.id.value);
        addCommand({.id = id,
                    .text = tr("Move to %1").arg(withoutMnemonic(stage.name)),
                    .iconName = u"go-jump"_s,
                    .run = [this, i] { m_carrier->moveToStage(i); }},
                   m_stageCommands);
    }
}

void BoardPage::openMenu(int column, QPoint global)
{
    if (!m_actions)
        return;
    m_actions->refresh();
    QMenu *menu = m_actions->contextMenu(
        {u"deal.open"_s, u"record.window"_s, u"activity.logCall"_s, {}, u"deal.won"_s, u"deal.lost"_s, {}},
        this);
    QMenu *stages = menu->addMenu(tr("&Move to"));
    for (int i = 0; i < m_board->columnCount(); ++i) {
        QAction *action = addNamed(*stages, m_board->column(i).stage.name);
        action->setEnabled(i != column);
        connect(action, &QAction::triggered, this, [this, i] { m_carrier->moveToStage(i); });
    }
    for (const QString &id : {u"deal.moveNext"_s, u"deal.moveBack"_s}) {
        if (QAction *action = m_actions->find(id))
            menu->addAction(action);
    }
    menu->addSeparator();
    addOwners(*menu->addMenu(tr("Ow&ner")));
    if (QAction *action = m_actions->find(u"record.delete"))
        menu->addAction(action);
    menu->popup(global);
}

// Who works in the book, the user first; where they are many, in parts that a screen has room for.
void BoardPage::addOwners(QMenu &menu)
{
    const app::Workspace &workspace = m_context.workspace();
    const app::Card *card = m_board->card(m_view->current());
    const auto add = [&](QMenu &to, const User &user) {
        QAction *action = addNamed(to, user.name);
        action->setCheckable(true);
        action->setChecked(card && card->deal.owner == user.id);
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

void BoardPage::changeOwner(UserId owner)
{
    app::BulkChange change{.kind = EntityKind::Deal,
                           .values = {{entityInfo(EntityKind::Deal).indexOf(u"owner_id"), owner.value}}};
    for (const EntityRef &deal : selection())
        change.ids.push_back(deal.id);
    app::changeRecords(m_context.workspace(), this, change, {},
                       [this](const Result<app::BulkReport> &report) {
                           if (!report)
                               Q_EMIT failed(report.error());
                           else if (!report->refusals.empty())
                               Q_EMIT failed({ErrorCode::Invalid, report->refusals.front().why, {}});
                       });
}

} // namespace headway::ui
