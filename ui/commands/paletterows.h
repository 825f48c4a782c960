// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the palette: what was found as a list model, and how a row is painted, with the heading of its
// group above the first one. Used by CommandPalette only; GUI thread; nothing fails.
#pragma once

#include "app/commands/palettesearch.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace headway::ui {

class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ExtraRole = Qt::UserRole, AsideRole, IconNameRole, HeadingRole, EnabledRole };

    using QAbstractListModel::QAbstractListModel;
    ~PaletteModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void replace(app::PaletteItems items);
    const app::PaletteItem &at(int row) const { return m_items[size_t(row)]; }
    int rowOf(const QString &id) const; // -1: it is not there
    // The first row of the group after (or before) that of `row`, round and round.
    int nextGroup(int row, int step) const;
    // "Deals, 2 of 5: Cooling plant, Lindenau GmbH, Offer · €45,500, Enter opens it"
    QString spoken(int row) const;

private:
    bool isFirstOfGroup(int row) const;

    app::PaletteItems m_items;
};

class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    ~PaletteDelegate() override;

    static int rowHeight(bool hasHeading);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace headway::ui
