// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/listheader.h"

#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace headway::ui {

ListHeader::ListHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setStretchLastSection(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

ListHeader::~ListHeader() = default;

QSize ListHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), lineHeight(TextSize::Body)};
}

void ListHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().base());
    painter.setPen(colourRolesOf(*this).hairline);
    painter.drawLine(viewport()->rect().bottomLeft(), viewport()->rect().bottomRight());
    painter.end();
    QHeaderView::paintEvent(event);
}

void ListHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const ColourRoles &tone = colourRolesOf(*this);
    painter->save();
    painter->fillRect(rect, palette().base());
    painter->setPen(tone.hairline);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    painter->setFont(ui::font(TextSize::Small, sorted ? Weight::Strong : Weight::Normal));
    painter->setPen(sorted ? palette().color(QPalette::Text) : tone.quietText);
    QString text = model()->headerData(section, Qt::Horizontal).toString();
    if (sorted)
        text += sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓");
    const QRect inner = rect.adjusted(space::small, 0, -space::small, 0);
    const QVariant alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
    const Qt::Alignment side = alignment.isValid() ? Qt::Alignment(alignment.toInt()) : defaultAlignment();
    RowPainter(*painter, inner, layoutDirection()).text(inner, side, text);
    painter->restore();
}

} // namespace headway::ui
