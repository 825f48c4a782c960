// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of any of our tables: one line with padding at both sides, a hairline below, and a grey bar where
// the row is not loaded yet. Where single cells can be edited, the current one has a focus ring. GUI thread;
// nothing fails.
#pragma once

#include <QStyledItemDelegate>

namespace headway::ui {

class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Chosen { Rows, Cells };
    explicit CellDelegate(QObject *parent, Chosen chosen = Chosen::Rows);
    ~CellDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const; // selection, hairline
    void paintFocus(QPainter &painter, const QStyleOptionViewItem &option) const;

private:
    Chosen m_chosen;
};

} // namespace headway::ui
