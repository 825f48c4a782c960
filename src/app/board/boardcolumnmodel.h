// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of one column, top first, as a list model: it holds ids only; the cards themselves are the
// board's, and are read when a view shows them. Created and changed by BoardModel, which it does not know;
// GUI thread; nothing fails.
#pragma once

#include "app/board/card.h"
#include "app/lists/steadyrows.h"

#include <QAbstractListModel>
#include <QHash>

#include <functional>
#include <vector>

namespace headway::app {

class CardCache;

class BoardColumnModel : public SteadyRows<QAbstractListModel>
{
    Q_OBJECT
public:
    // Card (a value; it has no id while it is being read), its id, and whether the card is brief,
    // which reads nothing: what is not known yet is taken to be as the top card.
    enum Role { CardRole = Qt::UserRole, IdRole, BriefRole };

    // The text of a card for screen readers, at `row` of `rows`.
    using Spoken = std::function<QString(const Card &card, int row, qint64 rows)>;
    BoardColumnModel(qint64 lane, CardCache &cards, Spoken spoken, QObject *parent);
    ~BoardColumnModel() override;

    qint64 lane() const { return m_lane; }
    const std::vector<qint64> &ids() const { return m_ids; }
    CardId idAt(int row) const; // none if out of range
    // -1: not in this column. Many may be asked for: a column of ten thousand is not searched each time.
    int rowOf(CardId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override;

    // By the smallest row operations; by one layout change if those would be many.
    void show(std::vector<qint64> ids);
    void cardChanged(CardId id);
    void allChanged();

private:
    void relayout(std::vector<qint64> ids);
    void indexRows() const;

    const qint64 m_lane;
    CardCache &m_cards;
    const Spoken m_spoken;
    std::vector<qint64> m_ids;
    // Where each card is, once somebody has asked; while rows come and go it does not hold.
    mutable QHash<qint64, int> m_rows;
    mutable bool m_isIndexed = false;
    bool m_isChanging = false;
};

} // namespace headway::app
