// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/listheader.h"

#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QLinearGradient>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace headway::ui {

namespace {

constexpr int shadowWidth = 6; // pixels

} // namespace

void paintEdgeShadow(QPainter &painter, const QRect &column, Qt::LayoutDirection direction,
                     const QWidget &widget)
{
    const bool isLeft = direction == Qt::RightToLeft;
    const int edge = isLeft ? column.left() : column.right() + 1;
    const QRect place(isLeft ? edge - shadowWidth : edge, column.top(), shadowWidth, column.height());
    QColor dark = colourRolesOf(widget).shadow;
    QColor nothing = dark;
    nothing.setAlpha(0);
    QLinearGradient gradient(edge, 0, isLeft ? place.left() : place.right() + 1, 0);
    gradient.setColorAt(0, dark);
    gradient.setColorAt(1, nothing);
    painter.fillRect(place, gradient);
    painter.fillRect(QRect(isLeft ? edge : edge - 1, column.top(), 1, column.height()),
                     colourRolesOf(widget).hairline);
}

ListHeader::ListHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setStretchLastSection(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

ListHeader::~ListHeader() = default;

void ListHeader::holdFirst()
{
    m_holdsFirst = true;
}

QRect ListHeader::pinnedRect() const
{
    if (!m_holdsFirst || count() < 2 || offset() <= 0)
        return {};
    const int width = sectionSize(logicalIndex(0));
    if (width > viewport()->width() * 3 / 5)
        return {}; // nothing else would be in sight
    return QRect(isRightToLeft() ? viewport()->width() - width : 0, 0, width, viewport()->height());
}

// The edge by which the held column is resized.
bool ListHeader::isAtPinnedEdge(int x) const
{
    const QRect pinned = pinnedRect();
    const int grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    const int edge = isRightToLeft() ? pinned.left() : pinned.right() + 1;
    return !pinned.isEmpty() && std::abs(x - edge) <= grip;
}

// The event as if the held heading lay where it would be without being held: Qt knows only that place.
QMouseEvent ListHeader::whereItLies(const QMouseEvent &event) const
{
    const QRect pinned = pinnedRect();
    const QPointF at = event.position();
    const bool isOver = pinned.contains(at.toPoint()) || m_isResizingPinned;
    if (pinned.isEmpty() || (!isOver && !isAtPinnedEdge(int(at.x()))))
        return QMouseEvent(event.type(), at, event.scenePosition(), event.globalPosition(), event.button(),
                           event.buttons(), event.modifiers(), event.pointingDevice());
    const QPointF there(at.x() + sectionViewportPosition(logicalIndex(0)) - pinned.left(), at.y());
    return QMouseEvent(event.type(), there, event.scenePosition(), event.globalPosition(), event.button(),
                       event.buttons(), event.modifiers(), event.pointingDevice());
}

void ListHeader::mousePressEvent(QMouseEvent *event)
{
    m_isResizingPinned = isAtPinnedEdge(int(event->position().x()));
    QMouseEvent there = whereItLies(*event);
    QHeaderView::mousePressEvent(&there);
}

void ListHeader::mouseMoveEvent(QMouseEvent *event)
{
    QMouseEvent there = whereItLies(*event);
    QHeaderView::mouseMoveEvent(&there);
}

void ListHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QMouseEvent there = whereItLies(*event);
    m_isResizingPinned = false;
    QHeaderView::mouseReleaseEvent(&there);
}

void ListHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    QMouseEvent there = whereItLies(*event);
    QHeaderView::mouseDoubleClickEvent(&there);
}

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
    if (const QRect pinned = pinnedRect(); !pinned.isEmpty()) {
        QPainter above(viewport());
        paintSection(&above, pinned, logicalIndex(0));
        paintEdgeShadow(above, pinned, layoutDirection(), *this);
    }
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
    const QRect inner = rect.adjusted(space::small, 0, -space::small, 0);
    if (sorted) {
        const QString arrow =
            sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓");
        const QFontMetrics metrics = painter->fontMetrics();
        text = metrics.elidedText(text, Qt::ElideRight, inner.width() - metrics.horizontalAdvance(arrow) - 1)
            + arrow;
    }
    const QVariant alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
    const Qt::Alignment side = alignment.isValid() ? Qt::Alignment(alignment.toInt()) : defaultAlignment();
    RowPainter(*painter, inner, layoutDirection()).text(inner, side, text);
    painter->restore();
}

} // namespace headway::ui
