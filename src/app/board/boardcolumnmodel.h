// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of one stage, top first, as a list model: ids only; the cards behind them are the board's,
// read when somebody looks at them. Made and changed by BoardModel, which it does not know; GUI thread;
// nothing fails.
#pragma once

#include "app/board/card.h"
#include "app/lists/steadyrows.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace headway::app {

class CardCache;

class BoardColumnModel : public SteadyRows<QAbstractListModel>
{
    Q_OBJECT
public:
    // Card (a value; of a deal without an id while it is being read), and the deal's id.
    enum Role { CardRole = Qt::UserRole, DealRole };

    // What a screen reader says of a card in one of so many rows.
    using Spoken = std::function<QString(const Card &card, int row, qint64 rows)>;
    BoardColumnModel(StageId stage, CardCache &cards, Spoken spoken, QObject *parent);
    ~BoardColumnModel() override;

    StageId stage() const { return m_stage; }
    const std::vector<qint64> &ids() const { return m_ids; }
    DealId dealAt(int row) const; // none outside of the rows
    int rowOf(DealId deal) const; // -1: not here

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override;

    // By the smallest row operations; by one layout change where those would be many.
    void show(std::vector<qint64> ids);
    void cardChanged(DealId deal);
    void allChanged();

private:
    void relayout(std::vector<qint64> ids);

    const StageId m_stage;
    CardCache &m_cards;
    const Spoken m_spoken;
    std::vector<qint64> m_ids;
};

} // namespace headway::app
