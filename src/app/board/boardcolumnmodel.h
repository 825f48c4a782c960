// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of one stage, top first, as a list model: ids only; the cards behind them are the board's,
// read when somebody looks at them. Made and changed by BoardModel; GUI thread; nothing fails.
#pragma once

#include "app/board/card.h"
#include "app/lists/steadyrows.h"

#include <QAbstractListModel>

#include <vector>

namespace headway::app {

class BoardModel;

class BoardColumnModel : public SteadyRows<QAbstractListModel>
{
    Q_OBJECT
public:
    // Card (a value; of a deal without an id while it is being read), and the deal's id.
    enum Role { CardRole = Qt::UserRole, DealRole };

    BoardColumnModel(BoardModel &board, StageId stage);
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

private:
    friend class BoardModel;

    // By the smallest row operations; by one layout change where those would be many.
    void show(std::vector<qint64> ids);
    void relayout(std::vector<qint64> ids);
    void cardChanged(qint64 id);
    void allChanged();
    QString spoken(const QModelIndex &index) const;

    BoardModel &m_board;
    const StageId m_stage;
    std::vector<qint64> m_ids;
};

} // namespace headway::app
