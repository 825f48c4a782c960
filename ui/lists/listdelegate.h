// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of a list of records: amounts bold, what is closed quiet, a stage with the dot of its colour, a kind of
// activity as its picture; figures in the longest wording that fits, never cut. Heads of groups are painted by their
// view, over all columns. GUI thread; nothing fails.
#pragma once

#include "ui/controls/celldelegate.h"

namespace headway::app {
class ListModel;
}

namespace headway::ui {

class ListDelegate : public CellDelegate
{
    Q_OBJECT
public:
    ListDelegate(const app::ListModel &model, QObject *parent); // the model outlives it
    ~ListDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    // That of the whole cell, or of its shortest wording; 0 while the row is not loaded.
    int widthOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int leastWidthOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;

private:
    const app::ListModel &m_model;
};

// `colour` as it is, or nearer to `text` until letters in it can be read on `ground`.
QColor readableOn(const QColor &ground, const QColor &colour, const QColor &text);

} // namespace headway::ui
