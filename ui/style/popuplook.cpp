// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/popuplook.h"

#include "ui/style/colours.h"
#include "ui/style/marklook.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace headway::ui {

namespace {

constexpr char popupRows[] = "headwayPopupRows";
constexpr int leastRowHeight = 26;
constexpr int iconSize = 16;
constexpr int iconRoom = iconSize + space::small;
constexpr int arrowRoom = 20;
constexpr int separatorHeight = 9;
constexpr int shortcutGap = 24;

// Qt takes the shape of a list away when its size changes, and gives none to a completion.
class ShapeKeeper : public QObject
{
public:
    explicit ShapeKeeper(QWidget &popup) : QObject(&popup) { popup.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show || event->type() == QEvent::Paint) {
            auto *popup = static_cast<QWidget *>(watched);
            const QRegion shape = roundedRegion(popup->rect());
            if (popup->mask() != shape)
                popup->setMask(shape);
        }
        return false;
    }
};

void paintHighlight(QPainter &painter, const QRect &place, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(place, cornerRadius - 1, cornerRadius - 1);
    painter.restore();
}

QPalette::ColorGroup groupOf(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
}

void paintIcon(const RowPainter &row, const QIcon &icon, QRect place, QPalette::ColorGroup group)
{
    place.setWidth(iconSize);
    icon.paint(&row.painter(), row.placed(place), Qt::AlignCenter,
               group == QPalette::Disabled ? QIcon::Disabled : QIcon::Normal);
}

void paintMenuMark(const RowPainter &row, const QStyleOptionMenuItem &option, const QRect &place)
{
    if (!option.checked)
        return;
    const QColor colour = colourRoles(schemeOf(option.palette)).accent;
    QRectF mark(0, 0, iconSize, iconSize);
    mark.moveCenter(QRectF(row.placed(place)).center());
    if (option.checkType != QStyleOptionMenuItem::Exclusive) {
        paintTick(row.painter(), mark, colour);
        return;
    }
    row->save();
    row->setRenderHint(QPainter::Antialiasing);
    row->setPen(Qt::NoPen);
    row->setBrush(colour);
    row->drawEllipse(mark.center(), 3, 3);
    row->restore();
}

} // namespace

int popupRowHeight(const QFontMetrics &metrics)
{
    return qMax(leastRowHeight, metrics.height() + space::small + 2);
}

bool hasPopupRows(const QWidget *widget)
{
    return qobject_cast<const QListView *>(widget)
        && (widget->window()->windowType() == Qt::Popup || widget->property(popupRows).toBool());
}

void showAsPopup(QWidget &list)
{
    list.setProperty(popupRows, true);
}

QRegion roundedRegion(const QRect &rect)
{
    QPainterPath path;
    path.addRoundedRect(rect, popupRadius, popupRadius);
    return QRegion(path.toFillPolygon().toPolygon());
}

void keepRounded(QWidget &popup)
{
    new ShapeKeeper(popup);
}

void paintPopupGround(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    painter.save();
    // the line first, over all of it: what lies outside of its curve must not shine in another colour
    painter.fillRect(rect, colourRoles(schemeOf(palette)).fieldLine);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), popupRadius - 1, popupRadius - 1);
    painter.restore();
}

void paintPopupRow(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group = groupOf(option);
    if (isChosen)
        paintHighlight(painter, option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    painter.save();
    const RowPainter row(painter, option.rect, option.direction);
    QRect place = option.rect.adjusted(space::small - popupInset, 0, -space::small + popupInset, 0);
    if (!option.icon.isNull()) {
        paintIcon(row, option.icon, place, group);
        place.setLeft(place.left() + iconRoom);
    }
    painter.setFont(option.font);
    painter.setPen(option.palette.color(group, isChosen ? QPalette::HighlightedText : QPalette::Text));
    row.text(place, Qt::AlignLeft, option.text);
    painter.restore();
}

void paintMenuRow(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const ColourRoles &colours = colourRoles(schemeOf(option.palette));
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(option.rect.left() + space::small, option.rect.center().y(),
                               option.rect.width() - 2 * space::small, 1),
                         colours.hairline);
        return;
    }
    const QPalette::ColorGroup group = groupOf(option);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected) && group == QPalette::Active;
    if (isChosen)
        paintHighlight(painter, option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    painter.save();
    const RowPainter row(painter, option.rect, option.direction);
    QRect place = option.rect.adjusted(space::small, 0, -space::small, 0);
    if (option.menuHasCheckableItems) {
        paintMenuMark(row, option, QRect(place.left(), place.top(), iconSize, place.height()));
        place.setLeft(place.left() + iconRoom);
    }
    if (option.maxIconWidth > 0) {
        paintIcon(row, option.icon, place, group);
        place.setLeft(place.left() + iconRoom);
    }
    const QColor text =
        option.palette.color(group, isChosen ? QPalette::HighlightedText : QPalette::WindowText);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(place.right() + 1 - iconSize, place.top(), iconSize, place.height());
        paintChevron(painter, row.placed(arrow),
                     option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow, text);
    }
    const qsizetype tab = option.text.indexOf(u'\t');
    painter.setFont(option.font);
    painter.setPen(text);
    const int side = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter.drawText(row.placed(place), side | Qt::TextSingleLine | Qt::TextShowMnemonic,
                     option.text.left(tab));
    if (tab >= 0) {
        painter.setPen(isChosen || group == QPalette::Disabled ? text : colours.quietText);
        row.text(place, Qt::AlignRight, option.text.mid(tab + 1));
    }
    painter.restore();
}

QSize menuRowSize(const QStyleOptionMenuItem &option, const QSize &content)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {content.width(), separatorHeight};
    int width = content.width() + 2 * space::small;
    width += option.menuHasCheckableItems ? iconRoom : 0;
    width += option.maxIconWidth > 0 ? iconRoom : 0;
    width += option.menuItemType == QStyleOptionMenuItem::SubMenu ? arrowRoom : 0;
    width += option.text.contains(u'\t') ? shortcutGap : 0;
    return {width, popupRowHeight(option.fontMetrics)};
}

void paintToolTip(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::ToolTipBase));
}

void paintShadow(QPainter &painter, const QRectF &panel, double radius, int reach, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // One pixel a layer, each as faint as makes the sum fall off like a curve, not like a wall: it ends in
    // nothing at the rim of the widget.
    double before = 0;
    for (int i = 0; i < reach; ++i) {
        const double share = double(i + 1) / reach; // from the rim to the panel
        const double wanted = colour.alphaF() * share * share * share;
        const double layer = (wanted - before) / (1 - before);
        before = wanted;
        QColor shade = colour;
        shade.setAlphaF(float(layer));
        painter.setBrush(shade);
        const double out = reach - i - 1;
        const double down = 3 * (1 - share);
        painter.drawRoundedRect(panel.adjusted(-out, -qMax(0.0, out - 2 * down), out, out), radius + out,
                                radius + out);
    }
    painter.restore();
}

} // namespace headway::ui
