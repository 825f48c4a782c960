// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/celldelegate.h"

#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace headway::ui {

CellDelegate::CellDelegate(QObject *parent, Chosen chosen) : QStyledItemDelegate(parent), m_chosen(chosen)
{
}

CellDelegate::~CellDelegate() = default;

void CellDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, option.palette.highlight());
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     colourRolesOf(*option.widget).hairline);
}

void CellDelegate::paintFocus(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    const ColourRoles &tone = colourRolesOf(*option.widget);
    const QRectF ring = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (m_chosen == Chosen::Cells) // the row is what is selected: nothing else tells which cell is meant
        paintRing(painter, ring, tone.accent);
    else if (!option.state.testFlag(QStyle::State_Selected))
        paintFocusRing(painter, ring, tone);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const ColourRoles &tone = colourRolesOf(*option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintGround(*painter, option);
    const QVariant text = index.data(Qt::DisplayRole);
    const QRect inner = option.rect.adjusted(space::small, 0, -space::small, 0);
    if (!text.isValid()) {
        painter->fillRect(RowPainter(*painter, inner, option.direction)
                              .placed(QRect(inner.left(), inner.center().y() - 3, inner.width() / 2, 6)),
                          tone.hover);
        return;
    }
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index); // uses a font set by the model
    painter->setFont(styled.font);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment side =
        alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    // A line break would cut the row in half; a list shows only the first line.
    const QString line = text.toString().section(u'\n', 0, 0);
    RowPainter(*painter, inner, option.direction).text(inner, side, line);
    paintFocus(*painter, option);
}

} // namespace headway::ui
