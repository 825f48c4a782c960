// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaydelegate.h"

#include "ui/style/colours.h"
#include "ui/style/glyphs.h"
#include "ui/style/kindicons.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"
#include "ui/today/todayview.h"

#include <QPainter>
#include <QStyle>

namespace headway::ui {

using namespace Qt::StringLiterals;
using app::TodayItem;

namespace {

constexpr int iconSize = 16;
constexpr int markSize = 10;
constexpr int circleSize = 14;
constexpr int side = space::large;
constexpr int textLeft = side + circleSize + space::small + iconSize + space::small;
constexpr int enoughForOneLine = 720;

int heightOf(TextSize size, Weight weight = Weight::Normal)
{
    return QFontMetrics(ui::font(size, weight)).height();
}

} // namespace

struct TodayDelegate::Look {
    RowPainter row;
    QRect place;
    const QPalette &palette;
    const ColourRoles &colours;
    ColourScheme scheme;
    bool isSelected;
    bool isHovered;
    bool hasFocus;
    bool isOnCircle;

    bool isWide() const { return place.width() >= enoughForOneLine; }
    QColor text() const
    {
        return palette.color(QPalette::Active, isSelected ? QPalette::HighlightedText : QPalette::Text);
    }
    // Quiet text is not readable enough on the selection colour.
    QColor quiet() const { return isSelected ? text() : colours.quietText; }
};

TodayDelegate::TodayDelegate(const TodayView &view, const app::TodayModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_view(view), m_model(model)
{
    const auto forget = [this] { m_widths.clear(); };
    connect(&model, &QAbstractItemModel::modelReset, this, forget);
    connect(&model, &QAbstractItemModel::rowsInserted, this, forget);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, forget);
    connect(&model, &QAbstractItemModel::dataChanged, this, forget);
}

TodayDelegate::~TodayDelegate() = default;

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view.viewport()->width();
    const int body = heightOf(TextSize::Body);
    switch (m_model.at(index.row()).type) {
    case TodayItem::Type::Heading:
        return {width,
                heightOf(TextSize::Title, Weight::Strong) + (index.row() ? space::huge : space::large)};
    case TodayItem::Type::Day:
    case TodayItem::Type::Person: return {width, heightOf(TextSize::Small) + space::medium};
    case TodayItem::Type::Note:
    case TodayItem::Type::More: return {width, body + space::medium};
    case TodayItem::Type::Activity:
    case TodayItem::Type::Deal: break;
    }
    const int second = width >= enoughForOneLine ? 0 : heightOf(TextSize::Small) + 2;
    return {width, body + second + space::medium};
}

void TodayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const ColourScheme scheme = schemeOf(m_view.palette());
    const Look look{RowPainter(*painter, option.rect, option.direction),
                    option.rect,
                    m_view.palette(),
                    colourRoles(scheme),
                    scheme,
                    option.state.testFlag(QStyle::State_Selected),
                    option.state.testFlag(QStyle::State_MouseOver),
                    m_view.hasFocus() && m_view.currentIndex() == index,
                    m_view.isOnCircle(index)};
    const TodayItem &item = m_model.at(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (item.type) {
    case TodayItem::Type::Heading: paintHeading(look, item); break;
    case TodayItem::Type::Day:
    case TodayItem::Type::Person: paintDay(look, item); break;
    case TodayItem::Type::Note:
    case TodayItem::Type::More: paintPlain(look, item); break;
    case TodayItem::Type::Activity:
    case TodayItem::Type::Deal: paintRow(look, item); break;
    }
    painter->restore();
}

void TodayDelegate::paintHeading(const Look &look, const TodayItem &item) const
{
    QPainter &painter = look.row.painter();
    QRect line = look.place.adjusted(side, 0, -side, -space::hair);
    line.setTop(line.bottom() - heightOf(TextSize::Title, Weight::Strong));
    painter.setFont(ui::font(TextSize::Body, Weight::Strong));
    const bool isLate = item.part == TodayPart::Overdue;
    painter.setPen(isLate ? look.colours.overdue : look.text());
    look.row.text(line, Qt::AlignLeft, item.text);
    const int used = painter.fontMetrics().horizontalAdvance(item.text) + space::small;
    painter.setFont(ui::font(TextSize::Body));
    painter.setPen(look.colours.quietText);
    look.row.text(line.adjusted(used, 0, 0, 0), Qt::AlignLeft, item.count);
    if (!item.amount.isEmpty()) {
        const int left = used + painter.fontMetrics().horizontalAdvance(item.count) + space::large;
        look.row.text(line.adjusted(left, 0, 0, 0), Qt::AlignRight, item.amount);
    }
    painter.setPen(look.colours.hairline);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawLine(look.place.left() + side, look.place.bottom(), look.place.right() - side,
                     look.place.bottom());
}

void TodayDelegate::paintDay(const Look &look, const TodayItem &item) const
{
    look.row->setFont(ui::font(TextSize::Small, Weight::Strong));
    look.row->setPen(look.colours.quietText);
    look.row.text(look.place.adjusted(side, 0, -side, -2), Qt::AlignLeft | Qt::AlignBottom, item.text);
}

// A note, or the link to all the others.
void TodayDelegate::paintPlain(const Look &look, const TodayItem &item) const
{
    const bool isMore = item.type == TodayItem::Type::More;
    if (isMore)
        paintGround(look);
    look.row->setFont(ui::font(TextSize::Body));
    look.row->setPen(isMore && !look.isSelected ? look.colours.accent : look.quiet());
    look.row.text(look.place.adjusted(isMore ? textLeft : side, 0, -side, 0), Qt::AlignLeft, item.text);
}

void TodayDelegate::paintGround(const Look &look) const
{
    const QRectF ground = QRectF(look.place).adjusted(space::small, 0.5, -space::small, -0.5);
    look.row->setPen(Qt::NoPen);
    if (look.isSelected)
        look.row->setBrush(look.palette.color(QPalette::Active, QPalette::Highlight));
    else
        look.row->setBrush(look.isHovered ? QBrush(look.colours.hover) : QBrush(Qt::NoBrush));
    look.row->drawRoundedRect(ground, cornerRadius, cornerRadius);
    if (look.hasFocus)
        paintFocusRing(look.row.painter(), ground, look.colours);
}

QRect TodayDelegate::circleIn(const QRect &place, Qt::LayoutDirection direction)
{
    const int body = heightOf(TextSize::Body);
    const QRect target(place.left(), place.top(), side + circleSize + space::hair, body + space::medium);
    return QStyle::visualRect(direction, place, target);
}

// Hollow; filled with a tick where a click would mark it done.
void TodayDelegate::paintCircle(const Look &look, QRect line, bool isPointedAt) const
{
    const QRectF circle =
        look.row.placed(QRectF(side, line.center().y() - circleSize / 2.0 + 1, circleSize, circleSize)
                            .adjusted(1, 1, -1, -1));
    look.row->setPen(QPen(isPointedAt ? look.colours.accent : look.quiet(), 1.5));
    look.row->setBrush(isPointedAt ? QBrush(look.colours.accent) : QBrush(Qt::NoBrush));
    look.row->drawEllipse(circle);
    if (!isPointedAt)
        return;
    look.row->setPen(QPen(look.colours.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = circle.center();
    look.row->drawPolyline(
        QPolygonF({centre + QPointF(-3, 0.2), centre + QPointF(-0.8, 2.4), centre + QPointF(3.2, -2.4)}));
}

// Returns the left edge of the text that follows.
int TodayDelegate::paintMarks(const Look &look, const TodayItem &item, QRect line) const
{
    const bool isDeal = item.type == TodayItem::Type::Deal;
    const QRectF mark(side + (circleSize - markSize) / 2.0, line.center().y() - markSize / 2.0 + 0.5,
                      markSize, markSize);
    if (!isDeal)
        paintCircle(look, line, look.isOnCircle);
    else if (item.isRotten)
        paintHourglass(look.row.painter(), look.row.placed(mark),
                       look.isSelected ? look.text() : look.colours.noneSet);
    else
        paintDueMark(look.row.painter(), look.row.placed(mark), item.due, look.scheme);
    const QString icon = isDeal ? iconOf(EntityKind::Deal) : iconOf(item.activity.kind);
    look.row.pixmap({side + circleSize + space::small, line.center().y() - iconSize / 2 + 1},
                    tinted(icon, iconSize, look.quiet(), m_view.devicePixelRatioF()));
    return textLeft;
}

// What is late or due now has its shape here, too, beside its colour.
QString TodayDelegate::whenText(const TodayItem &item)
{
    const bool isLate = item.type == TodayItem::Type::Activity && item.due == DueState::Overdue;
    return isLate ? QString(dueSymbol(item.due)) + u' ' + item.when : item.when;
}

RowWidths TodayDelegate::widthsOf(const TodayItem &item)
{
    const QFontMetrics body(ui::font(TextSize::Body));
    const QFontMetrics small(ui::font(TextSize::Small));
    return {.text = body.horizontalAdvance(item.text) + 1, // else rounding may cut it
            .about = item.about.isEmpty() ? 0 : small.horizontalAdvance(item.about) + 1,
            .amount = item.amount.isEmpty() ? 0 : body.horizontalAdvance(item.amount),
            .when = small.horizontalAdvance(whenText(item)) + initialsWidth(item)};
}

const std::vector<RowWidths> &TodayDelegate::widths() const
{
    if (!m_widths.empty() && m_measuredWith == ui::font(TextSize::Body))
        return m_widths;
    m_widths.clear();
    m_measuredWith = ui::font(TextSize::Body);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const TodayItem &item = m_model.at(row);
        const bool isInColumns = item.type == TodayItem::Type::Activity || item.type == TodayItem::Type::Deal;
        if (isInColumns)
            m_widths.push_back(widthsOf(item));
    }
    return m_widths;
}

int TodayDelegate::initialsWidth(const TodayItem &item)
{
    const QFontMetrics metrics(ui::font(TextSize::Small, Weight::Strong));
    return item.initials.isEmpty() ? 0 : metrics.horizontalAdvance(u"MM"_s) + space::small;
}

void TodayDelegate::paintWhen(const Look &look, const TodayItem &item, QRect line) const
{
    QPainter &painter = look.row.painter();
    painter.setFont(ui::font(TextSize::Small));
    const bool isDue = item.due == DueState::Overdue || item.due == DueState::Today;
    painter.setPen(look.isSelected ? look.text()
                       : isDue     ? dueColour(item.due, look.scheme)
                                   : look.colours.quietText);
    look.row.text(line, Qt::AlignRight, whenText(item));
    if (item.initials.isEmpty())
        return;
    const int used = painter.fontMetrics().horizontalAdvance(whenText(item));
    painter.setFont(ui::font(TextSize::Small, Weight::Strong));
    painter.setPen(look.quiet());
    look.row.text(line.adjusted(0, 0, -used - space::small, 0), Qt::AlignRight, item.initials);
}

void TodayDelegate::paintRow(const Look &look, const TodayItem &item) const
{
    QPainter &painter = look.row.painter();
    paintGround(look);
    const bool isWide = look.isWide();
    const int body = heightOf(TextSize::Body);
    QRect line(look.place.left(), look.place.top() + space::medium / 2, look.place.width() - side, body);
    line.setLeft(paintMarks(look, item, line));

    // In a wide view each part has its own column, so that rows can be compared.
    const int room = line.width();
    const RowWidths own = widthsOf(item);
    const TodayColumns columns =
        todayColumns(isWide ? widths() : std::vector<RowWidths>{own}, room, space::large);
    paintWhen(look, item, line);
    if (!item.amount.isEmpty()) {
        painter.setFont(ui::font(TextSize::Body));
        painter.setPen(look.text());
        const QRect amount(line.left(), line.top(), columns.amountRight, line.height());
        look.row.text(amount, Qt::AlignRight, item.amount);
    }
    const int end = columns.aboutRight(own, room, space::large);
    QRect about(textLeft, line.bottom() + 3, look.place.width() - side - textLeft, heightOf(TextSize::Small));
    if (isWide) {
        about = QRect(line.left() + columns.text + space::large, line.top(),
                      qMax(0, end - columns.text - space::large), line.height());
        line.setWidth(item.about.isEmpty() ? end : columns.text);
    } else {
        line.setWidth(end);
    }
    painter.setFont(ui::font(TextSize::Body));
    painter.setPen(look.text());
    look.row.text(line, Qt::AlignLeft, item.text);
    painter.setFont(ui::font(TextSize::Small));
    painter.setPen(look.quiet());
    look.row.text(about, Qt::AlignLeft, item.about);
}

} // namespace headway::ui
