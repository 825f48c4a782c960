// SPDX-License-Identifier: GPL-3.0-or-later
// What BookWindow does with deals outside the board: winning and losing those of a list or of the
// detail pane.
#include "ui/windows/bookwindow.h"

#include "app/lists/listmodel.h"
#include "domain/records/record.h"
#include "ui/lists/listpage.h"
#include "ui/record/detailpane.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shell.h"
#include "ui/stages/dealmover.h"
#include "ui/windows/booksteps.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

void BookWindow::addDealCommands()
{
    m_mover = new DealMover(m_detail->surroundings(), &m_shell);
    connect(m_mover, &DealMover::failed, m_steps, &BookSteps::sayError);
    m_detail->moveDealsBy([this](const Record &deal, const Stage &to) {
        m_mover->move(as<Deal>(deal), to, placeOf(*m_detail));
    });
    DealMover::addClosingCommands(
        m_shell.commands(), app::Area::List | app::Area::Detail | app::Area::Today,
        [this] { return !closableDeals().empty(); }, [this](StageType type) { closeDeals(type); });
}

// The selected ones of a list of deals, else the one in the detail pane; the board has its own command.
std::vector<DealId> BookWindow::closableDeals() const
{
    std::vector<DealId> deals;
    if (m_shell.place().page == u"board"_s)
        return deals;
    const ListPage *list = currentList();
    if (list && list->kind() == EntityKind::Deal) {
        for (const EntityRef &ref : list->selection())
            deals.push_back({ref.id});
    }
    if (deals.empty() && m_detail->record().kind == EntityKind::Deal && m_detail->record().id)
        deals.push_back({m_detail->record().id});
    return deals;
}

// As the details or the list in sight have it; null if neither does yet.
const Record *BookWindow::recordOf(DealId deal) const
{
    const Record *shown = m_detail->deal();
    if (shown && shown->ref.id == deal.value)
        return shown;
    ListPage *list = currentList();
    if (!list || list->kind() != EntityKind::Deal)
        return nullptr;
    const store::ListRow *row = list->model().rowAt(list->model().rowOf(deal.value));
    return row ? &row->record : nullptr;
}

void BookWindow::closeDeals(StageType type)
{
    const std::vector<DealId> deals = closableDeals();
    if (deals.empty())
        return;
    std::vector<Deal> known;
    for (const DealId deal : deals) {
        if (const Record *record = recordOf(deal))
            known.push_back(as<Deal>(*record));
    }
    const QString what = deals.size() == 1 ? u"“%1”"_s.arg(m_detail->title())
                                           : m_display.counted(qint64(deals.size()), EntityKind::Deal);
    m_mover->close(deals, known, what, type, placeOf(*m_detail));
}

// Its head, in the window's coordinates.
QRect BookWindow::placeOf(const QWidget &widget) const
{
    const QWidget &place = widget.isVisible() ? widget : static_cast<const QWidget &>(m_shell);
    return {place.mapTo(&m_shell, QPoint(0, 0)), QSize(place.width(), 80)};
}

} // namespace headway::ui
