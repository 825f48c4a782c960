// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/leadboardpage.h"

#include "domain/records/record.h"
#include "domain/records/totals.h"
#include "ui/commands/commandactions.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/style/compactamounts.h"

#include <QMenu>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;
using app::Area;

PageFace LeadBoardPage::face(const BookContext &)
{
    return {.id = u"leadboard"_s,
            .title = tr("Lead board"),
            .iconName = u"object-columns"_s,
            .areas = Area::LeadBoard,
            .section = PageFace::Section::Work,
            .shortcut = u"Ctrl+B"_s,
            .beside = PageFace::Beside::WhenAsked, // the columns need the room
            .creates = EntityKind::Lead,
            .views = ViewPlace::Board};
}

LeadBoardPage::LeadBoardPage(BookContext &context, QWidget *parent)
    : CardsPage(
        context, EntityKind::Lead, Area::LeadBoard,
        {.purpose = tr("A lead is somebody who may become a customer. It moves over this board from left "
                       "to right until it is converted or given up."),
         .add = tr("Add a lead")},
        parent)
{
    setObjectName(u"leadboard"_s);
    m_filterBar->dropInset();
    addCommand({.id = u"lead.open"_s,
                .text = tr("&Open the lead"),
                .iconName = u"document-open"_s,
                .menu = {tr("&Record")},
                .section = 10,
                .run = [this] { Q_EMIT opened(current()); }},
               m_ownCommands);
    addMoveCommands(u"lead"_s, tr("Move to the &next status"), tr("Move to the status &before"));
    listen();
}

LeadBoardPage::~LeadBoardPage() = default;

void LeadBoardPage::addLaneCommands()
{
    CardsPage::addLaneCommands(u"lead"_s);
}

void LeadBoardPage::openMenu(int column, QPoint global)
{
    if (!m_actions)
        return;
    m_actions->refresh();
    QMenu *menu = m_actions->contextMenu({u"lead.open"_s,
                                          u"record.window"_s,
                                          u"activity.logCall"_s,
                                          {},
                                          u"lead.convert"_s,
                                          u"lead.disqualify"_s,
                                          u"lead.sleep"_s,
                                          {}},
                                         this);
    addLanes(*menu->addMenu(tr("&Move to")), column);
    menu->addSeparator();
    addOwners(*menu->addMenu(tr("Ow&ner")));
    if (QAction *action = m_actions->find(u"record.delete"))
        menu->addAction(action);
    menu->popup(global);
}

std::optional<Query> LeadBoardPage::listed() const
{
    if (m_board->columnOf(app::CardId(current().id)) < 0)
        return {}; // no column is meant
    return Query{.kind = EntityKind::Lead, .filter = m_board->filter()};
}

std::vector<qint64> LeadBoardPage::chosen() const
{
    std::vector<qint64> ids;
    for (const EntityRef &record : selection())
        ids.push_back(record.id);
    if (ids.size() > 1)
        return ids;
    const int column = m_board->columnOf(app::CardId(current().id));
    return column < 0 ? ids : m_board->cards(column).ids();
}

QString LeadBoardPage::printedTitle() const
{
    return tr("Leads");
}

std::vector<app::Column> LeadBoardPage::printedColumns() const
{
    return app::columnsNamed(EntityKind::Lead,
                             {u"name"_s, u"organisation"_s, u"phone"_s, u"rating"_s, u"estimated_value"_s,
                              u"owner_id"_s, u"next_step"_s});
}

// What is closed, or sleeps, is not where a lead begins.
Row LeadBoardPage::presetIn(int column) const
{
    const EntityInfo &info = entityInfo(EntityKind::Lead);
    Row row = info.defaults;
    if (column >= 0 && !m_board->column(column).lane.isAside())
        row[size_t(info.indexOf(u"status_id"))] = m_board->column(column).lane.id();
    return row;
}

std::vector<Lane> LeadBoardPage::lanesOf(const Arrangement &) const
{
    const std::vector<LeadStatus> &statuses = m_context.workspace().lookups().leadStatuses;
    return {statuses.begin(), statuses.end()};
}

QStringList LeadBoardPage::totalsForms() const
{
    const app::Display &display = m_board->display();
    const Totals open = m_board->totals(app::BoardModel::Which::Open);
    const Totals all = m_board->totals(app::BoardModel::Which::All);
    const QString count = open.count == all.count
        ? tr("%1 open").arg(display.number(open.count))
        : tr("%1 open of %2").arg(display.number(open.count), display.number(all.count));
    QStringList lines;
    for (size_t most = open.sums.size(); most > 0; --most) {
        const QString sum = open.sums.size() == 1 ? display.moneySums(open.sums)
                                                  : compactAmounts(display, open.sums, Sum::Whole, most);
        lines += display.line({count, sum}, u"   ·   "_s);
    }
    return lines.isEmpty() ? QStringList{count} : lines;
}

} // namespace headway::ui
