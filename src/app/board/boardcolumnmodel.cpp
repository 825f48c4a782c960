// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/boardcolumnmodel.h"

#include "app/board/cardcache.h"

#include <QMimeData>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int mostRowChanges = 200;   // beyond this, one change of the layout
constexpr size_t searchedAtOnce = 64; // as quick as asking an index

} // namespace

BoardColumnModel::BoardColumnModel(qint64 lane, CardCache &cards, Spoken spoken, QObject *parent)
    : SteadyRows(parent), m_lane(lane), m_cards(cards), m_spoken(std::move(spoken))
{
}

BoardColumnModel::~BoardColumnModel() = default;

CardId BoardColumnModel::idAt(int row) const
{
    return row >= 0 && size_t(row) < m_ids.size() ? CardId{m_ids[size_t(row)]} : CardId{};
}

int BoardColumnModel::rowOf(CardId id) const
{
    if (m_isChanging || m_ids.size() <= searchedAtOnce) {
        const auto found = std::find(m_ids.begin(), m_ids.end(), id.value);
        return found == m_ids.end() ? -1 : int(found - m_ids.begin());
    }
    if (!m_isIndexed)
        indexRows();
    return m_rows.value(id.value, -1);
}

void BoardColumnModel::indexRows() const
{
    m_rows.clear();
    m_rows.reserve(qsizetype(m_ids.size()));
    for (size_t row = 0; row < m_ids.size(); ++row)
        m_rows.insert(m_ids[row], int(row));
    m_isIndexed = true;
}

int BoardColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant BoardColumnModel::data(const QModelIndex &index, int role) const
{
    const CardId id = idAt(index.row());
    if (!index.isValid() || !id)
        return {};
    switch (role) {
    case IdRole: return id.value;
    case BriefRole: return m_cards.isBrief(id).value_or(m_cards.isBrief(idAt(0)).value_or(false));
    case CardRole: {
        const Card *card = m_cards.card(id);
        return QVariant::fromValue(card ? *card : Card{});
    }
    case Qt::DisplayRole: {
        const Card *card = m_cards.card(id);
        return card ? card->title : QString();
    }
    case Qt::ToolTipRole: {
        const Card *card = m_cards.card(id);
        return card ? card->toolTip : QString();
    }
    case Qt::AccessibleTextRole: {
        const Card *card = m_cards.card(id);
        return card ? m_spoken(*card, index.row(), qint64(m_ids.size())) : tr("A card that is being read");
    }
    default: return {};
    }
}

Qt::ItemFlags BoardColumnModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList BoardColumnModel::mimeTypes() const
{
    return {m_cards.mimeType()};
}

QMimeData *BoardColumnModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<CardId> ids;
    for (const QModelIndex &index : indexes)
        ids.push_back(idAt(index.row()));
    return m_cards.mimeOf(ids);
}

Qt::DropActions BoardColumnModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

void BoardColumnModel::show(std::vector<qint64> ids)
{
    m_isIndexed = false;
    if (const auto changes = rowChanges(m_ids, ids, mostRowChanges)) {
        m_isChanging = true; // views ask in between
        change(m_ids, ids, *changes);
        m_isChanging = false;
    } else {
        relayout(std::move(ids));
    }
}

// Persistent indexes of views, for selection and scrolling, follow their ids.
void BoardColumnModel::relayout(std::vector<qint64> ids)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<qint64> held;
    for (const QModelIndex &each : before)
        held.push_back(m_ids[size_t(each.row())]);
    m_ids = std::move(ids);
    m_isIndexed = false; // a view may have asked just now
    QModelIndexList after;
    for (const qint64 id : held) {
        const int row = rowOf(CardId(id));
        after += row < 0 ? QModelIndex() : index(row);
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void BoardColumnModel::cardChanged(CardId id)
{
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

void BoardColumnModel::allChanged()
{
    if (!m_ids.empty())
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
}

} // namespace headway::app
