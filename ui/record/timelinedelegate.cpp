// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/timelinedelegate.h"

#include "domain/records/record.h"
#include "ui/record/timelineview.h"
#include "ui/style/colours.h"
#include "ui/style/kindicons.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace headway::ui {

using namespace Qt::StringLiterals;
using app::TimelineItem;

namespace {

constexpr int iconSize = 16;
constexpr int noteLines = 3;
constexpr int changeLines = 3;
constexpr int side = space::large;
constexpr int textLeft = side + iconSize + space::small;

int bodyHeight()
{
    return QFontMetrics(ui::font(TextSize::Body)).height();
}

int smallHeight()
{
    return QFontMetrics(ui::font(TextSize::Small)).height();
}

quint64 keyOf(const TimelineItem &item)
{
    return (quint64(item.type) << 60) ^ quint64(item.id) ^ (qHash(item.text) << 20);
}

} // namespace

TimelineDelegate::TimelineDelegate(const TimelineView &view, const app::Display &display,
                                   const app::Workspace &workspace, QObject *parent)
    : QStyledItemDelegate(parent), m_view(view), m_display(display), m_workspace(workspace)
{
}

TimelineDelegate::~TimelineDelegate() = default;

QString TimelineDelegate::linkText(const TimelineItem &item) const
{
    if (item.type == TimelineItem::Type::Planned)
        return tr("Done");
    const bool isHistory = item.type == TimelineItem::Type::Change && !item.isTakenBack
        && m_view.timeline().content() == app::TimelineModel::Content::Changes;
    return isHistory ? tr("Undo") : QString();
}

QRect TimelineDelegate::linkPlace(const QRect &place, const TimelineItem &item) const
{
    const QString text = linkText(item);
    if (text.isEmpty())
        return {};
    const int width =
        QFontMetrics(ui::font(TextSize::Small, Weight::Strong)).horizontalAdvance(text) + 2 * space::hair;
    const int top = place.top() + space::hair + bodyHeight();
    return {place.right() - side - width + space::hair, top, width, smallHeight() + 4};
}

QString TimelineDelegate::whenOf(const TimelineItem &item) const
{
    const bool isWholeDay = item.day.isValid();
    if (item.type != TimelineItem::Type::Planned)
        return isWholeDay ? m_display.dayAgo(item.day, m_workspace.today())
                          : m_display.momentAgo(item.at, m_workspace.now());
    const QDate day = isWholeDay ? item.day : dayOf(item.at, m_workspace.zone());
    QString text = m_display.dayShort(day, m_workspace.today());
    if (!isWholeDay) {
        const QTime time = QDateTime::fromMSecsSinceEpoch(item.at.ms, m_workspace.zone()).time();
        text += u' ' + m_display.locale().toString(time, QLocale::ShortFormat).section(u':', 0, 1);
    }
    return QString(dueSymbol(item.due) + u' ' + text);
}

QString TimelineDelegate::detailsOf(const TimelineItem &item) const
{
    const FieldInfo &kinds =
        entityInfo(EntityKind::Activity).field(entityInfo(EntityKind::Activity).indexOf(u"kind"));
    QStringList parts;
    if (item.due == DueState::Overdue)
        parts += tr("Overdue");
    const QString kind = m_display.choice(kinds, textOf(Codec<ActivityKind>::read(item.activity.kind)));
    if (kind != item.text)
        parts += kind;
    if (item.activity.direction == Direction::Incoming)
        parts += tr("incoming");
    parts += item.outcome;
    if (item.activity.duration)
        parts += m_display.duration(*item.activity.duration);
    parts += item.who;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

Paragraph TimelineDelegate::noteOf(const TimelineItem &item, int width) const
{
    if (item.activity.note.isEmpty())
        return {};
    return brokenInto(item.activity.note, ui::font(TextSize::Body), width - textLeft - side,
                      m_view.isExpanded(item) ? 0 : noteLines);
}

Paragraph TimelineDelegate::changesOf(const TimelineItem &item, int width) const
{
    const bool isHistory = m_view.timeline().content() == app::TimelineModel::Content::Changes;
    const QString text = item.changes.join(isHistory ? u'\n' : u'·').replace(u"·"_s, u"  ·  "_s);
    return brokenInto(text, ui::font(TextSize::Small), width - textLeft - side, isHistory ? 0 : changeLines);
}

int TimelineDelegate::heightOf(const TimelineItem &item, int width) const
{
    switch (item.type) {
    case TimelineItem::Type::Heading: return smallHeight() + space::medium + space::hair;
    case TimelineItem::Type::Change:
        return (int(changesOf(item, width).lines.size()) + 1) * smallHeight() + space::small
            + (m_view.timeline().content() == app::TimelineModel::Content::Changes ? bodyHeight() : 0);
    case TimelineItem::Type::Planned:
    case TimelineItem::Type::Past: break;
    }
    const int spacing = QFontMetrics(ui::font(TextSize::Body)).lineSpacing();
    const auto lines = noteOf(item, width).lines.size();
    return bodyHeight() + smallHeight() + (lines > 0 ? int(lines) * spacing + 3 : 0) + space::medium;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const TimelineItem &item = m_view.timeline().at(index.row());
    const int width = m_view.viewport()->width();
    const bool isExpanded = m_view.isExpanded(item);
    Height &known = m_heights[keyOf(item)];
    if (known.width != width || known.isExpanded != isExpanded || known.item != item)
        known = {width, item, isExpanded, heightOf(item, width)};
    return {width, known.height};
}

void TimelineDelegate::paintHeading(const RowPainter &row, QRect place, const TimelineItem &item) const
{
    row->setFont(ui::font(TextSize::Small, Weight::Strong));
    row->setPen(colourRolesOf(m_view).quietText);
    row.text(place.adjusted(side, 0, -side, -space::hair), Qt::AlignLeft | Qt::AlignBottom, item.text);
}

void TimelineDelegate::paintLink(const RowPainter &row, const QRect &place, const TimelineItem &item) const
{
    row->setFont(ui::font(TextSize::Small, Weight::Strong));
    row->setPen(colourRolesOf(m_view).accent);
    row.text(linkPlace(place, item), Qt::AlignHCenter, linkText(item));
}

void TimelineDelegate::paintActivity(const RowPainter &row, QRect place, const TimelineItem &item,
                                     bool isLit) const
{
    const ColourRoles &colours = colourRolesOf(m_view);
    const bool isPlanned = item.type == TimelineItem::Type::Planned;
    const int top = place.top() + space::hair;
    row.pixmap({side, top + (bodyHeight() - iconSize) / 2 + 1},
               tinted(iconOf(item.activity.kind), iconSize, isPlanned ? colours.accent : colours.quietText,
                      m_view.devicePixelRatioF()));

    QRect line(textLeft, top, place.right() - side - textLeft + 1, bodyHeight());
    const QString when = whenOf(item);
    row->setFont(ui::font(TextSize::Small));
    row->setPen(isPlanned ? dueColour(item.due, schemeOf(m_view.palette())) : colours.quietText);
    row.text(line, Qt::AlignRight, when);
    line.setRight(line.right() - row->fontMetrics().horizontalAdvance(when) - space::small);
    row->setFont(ui::font(TextSize::Body, Weight::Strong));
    row->setPen(m_view.palette().color(QPalette::WindowText));
    row.text(line, Qt::AlignLeft, item.text);

    QRect details(textLeft, top + bodyHeight(), place.right() - side - textLeft + 1, smallHeight());
    if (isLit && !linkText(item).isEmpty()) {
        paintLink(row, place, item);
        details.setRight(linkPlace(place, item).left() - space::small);
    }
    row->setFont(ui::font(TextSize::Small));
    row->setPen(item.due == DueState::Overdue ? colours.overdue : colours.quietText);
    row.text(details, Qt::AlignLeft, detailsOf(item));
    row->setFont(ui::font(TextSize::Body));
    row->setPen(m_view.palette().color(QPalette::WindowText));
    paintParagraph(row,
                   QRect(textLeft, details.bottom() + 4, place.width() - textLeft - side, place.height()),
                   noteOf(item, place.width()));
}

void TimelineDelegate::paintChange(const RowPainter &row, QRect place, const TimelineItem &item,
                                   bool isLit) const
{
    const ColourRoles &colours = colourRolesOf(m_view);
    int top = place.top() + space::hair;
    const bool isHistory = m_view.timeline().content() == app::TimelineModel::Content::Changes;
    const QRect shape(side, top, iconSize, isHistory ? bodyHeight() : smallHeight());
    row->setPen(colours.quietText);
    row->setFont(ui::font(TextSize::Small));
    row.text(shape, Qt::AlignHCenter, u"·"_s);
    if (isHistory) {
        QFont label = ui::font(TextSize::Body);
        label.setStrikeOut(item.isTakenBack);
        row->setFont(label);
        row->setPen(m_view.palette().color(QPalette::WindowText));
        const QRect line(textLeft, top, place.right() - side - textLeft + 1, bodyHeight());
        row.text(line, Qt::AlignLeft, item.text);
        top += bodyHeight();
        if (isLit && !linkText(item).isEmpty())
            paintLink(row, place, item);
    }
    row->setFont(ui::font(TextSize::Small));
    row->setPen(colours.quietText);
    const Paragraph lines = changesOf(item, place.width());
    paintParagraph(row, QRect(textLeft, top, place.width() - textLeft - side, place.height()), lines);
    QStringList parts{item.who, whenOf(item)};
    if (item.isTakenBack)
        parts += tr("taken back");
    parts.removeAll(QString());
    const int below = top + int(lines.lines.size()) * row->fontMetrics().lineSpacing();
    row.text(QRect(textLeft, below, place.width() - textLeft - side, smallHeight()), Qt::AlignLeft,
             parts.join(u" · "_s));
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const ColourRoles &colours = colourRolesOf(m_view);
    const TimelineItem &item = m_view.timeline().at(index.row());
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const bool isCurrent = m_view.hasFocus() && m_view.currentIndex() == index;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowPainter row(*painter, option.rect, option.direction);
    if (item.type == TimelineItem::Type::Heading) {
        paintHeading(row, option.rect, item);
        painter->restore();
        return;
    }
    const QRect ground = option.rect.adjusted(space::small, 0, -space::small, 0);
    if (isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.hover);
        painter->drawRoundedRect(ground, cornerRadius, cornerRadius);
    }
    if (item.type == TimelineItem::Type::Change)
        paintChange(row, option.rect, item, isHovered || isCurrent);
    else
        paintActivity(row, option.rect, item, isHovered || isCurrent);
    if (isCurrent)
        paintFocusRing(*painter, ground, colours);
    painter->restore();
}

} // namespace headway::ui
