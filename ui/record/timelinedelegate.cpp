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
using app::TimelineEntry;

namespace {

constexpr int iconSize = 16;
constexpr int noteLines = 3;
constexpr int changeLines = 3;
constexpr int side = space::large;
constexpr int textLeft = side + iconSize + space::small;

DueState dueStateOf(NextMark mark)
{
    switch (mark) {
    case NextMark::Overdue: return DueState::Overdue;
    case NextMark::Today: return DueState::Today;
    case NextMark::Later: return DueState::Later;
    case NextMark::None: break;
    }
    return DueState::None;
}

int bodyHeight()
{
    return QFontMetrics(ui::font(TextSize::Body)).height();
}

int smallHeight()
{
    return QFontMetrics(ui::font(TextSize::Small)).height();
}

quint64 keyOf(const TimelineEntry &entry)
{
    return (quint64(entry.type) << 60) ^ quint64(entry.id) ^ (qHash(entry.text) << 20);
}

} // namespace

TimelineDelegate::TimelineDelegate(const TimelineView &view, const app::Display &display,
                                   const app::Workspace &workspace, QObject *parent)
    : QStyledItemDelegate(parent), m_view(view), m_display(display), m_workspace(workspace)
{
}

TimelineDelegate::~TimelineDelegate() = default;

QString TimelineDelegate::linkText(const TimelineEntry &entry) const
{
    if (entry.type == TimelineEntry::Type::Planned)
        return tr("Done");
    const bool isHistory = entry.type == TimelineEntry::Type::Change && !entry.isTakenBack
        && m_view.timeline().content() == app::TimelineModel::Content::Changes;
    return isHistory ? tr("Undo") : QString();
}

QRect TimelineDelegate::linkPlace(const QRect &item, const TimelineEntry &entry) const
{
    const QString text = linkText(entry);
    if (text.isEmpty())
        return {};
    const int width =
        QFontMetrics(ui::font(TextSize::Small, Weight::Strong)).horizontalAdvance(text) + 2 * space::hair;
    const int top = item.top() + space::hair + bodyHeight();
    return {item.right() - side - width + space::hair, top, width, smallHeight() + 4};
}

QString TimelineDelegate::whenOf(const TimelineEntry &entry) const
{
    if (entry.type != TimelineEntry::Type::Planned)
        return m_display.momentAgo(entry.at, m_workspace.now());
    const QDate day = dayOf(entry.at, m_workspace.zone());
    QString text = m_display.dayShort(day, m_workspace.today());
    if (!entry.activity.allDay) {
        const QTime time = QDateTime::fromMSecsSinceEpoch(entry.at.ms, m_workspace.zone()).time();
        text += u' ' + m_display.locale().toString(time, QLocale::ShortFormat).section(u':', 0, 1);
    }
    return QString(dueSymbol(dueStateOf(entry.due)) + u' ' + text);
}

QString TimelineDelegate::detailsOf(const TimelineEntry &entry) const
{
    const FieldInfo &kinds =
        entityInfo(EntityKind::Activity).field(entityInfo(EntityKind::Activity).indexOf(u"kind"));
    QStringList parts;
    if (entry.due == NextMark::Overdue)
        parts += tr("Overdue");
    const QString kind = m_display.choice(kinds, textOf(Codec<ActivityKind>::read(entry.activity.kind)));
    if (kind != entry.text)
        parts += kind;
    if (entry.activity.direction == Direction::Incoming)
        parts += tr("incoming");
    parts += entry.outcome;
    if (entry.activity.duration)
        parts += m_display.duration(*entry.activity.duration);
    parts += entry.who;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

Paragraph TimelineDelegate::noteOf(const TimelineEntry &entry, int width) const
{
    if (entry.activity.note.isEmpty())
        return {};
    return brokenInto(entry.activity.note, ui::font(TextSize::Body), width - textLeft - side,
                      m_view.isExpanded(entry) ? 0 : noteLines);
}

Paragraph TimelineDelegate::changesOf(const TimelineEntry &entry, int width) const
{
    const bool isHistory = m_view.timeline().content() == app::TimelineModel::Content::Changes;
    const QString text = entry.changes.join(isHistory ? u'\n' : u'·').replace(u"·"_s, u"  ·  "_s);
    return brokenInto(text, ui::font(TextSize::Small), width - textLeft - side, isHistory ? 0 : changeLines);
}

int TimelineDelegate::heightOf(const TimelineEntry &entry, int width) const
{
    switch (entry.type) {
    case TimelineEntry::Type::Heading: return smallHeight() + space::medium + space::hair;
    case TimelineEntry::Type::Change:
        return (int(changesOf(entry, width).lines.size()) + 1) * smallHeight() + space::small
            + (m_view.timeline().content() == app::TimelineModel::Content::Changes ? bodyHeight() : 0);
    case TimelineEntry::Type::Planned:
    case TimelineEntry::Type::Past: break;
    }
    const int spacing = QFontMetrics(ui::font(TextSize::Body)).lineSpacing();
    const auto lines = noteOf(entry, width).lines.size();
    return bodyHeight() + smallHeight() + (lines > 0 ? int(lines) * spacing + 3 : 0) + space::medium;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const TimelineEntry &entry = m_view.timeline().at(index.row());
    const int width = m_view.viewport()->width();
    const bool isExpanded = m_view.isExpanded(entry);
    Height &known = m_heights[keyOf(entry)];
    if (known.width != width || known.isExpanded != isExpanded || known.entry != entry)
        known = {width, entry, isExpanded, heightOf(entry, width)};
    return {width, known.height};
}

void TimelineDelegate::paintHeading(const RowPainter &row, QRect place, const TimelineEntry &entry) const
{
    row->setFont(ui::font(TextSize::Small, Weight::Strong));
    row->setPen(tonesOf(m_view).quietText);
    row.text(place.adjusted(side, 0, -side, -space::hair), Qt::AlignLeft | Qt::AlignBottom, entry.text);
}

void TimelineDelegate::paintLink(const RowPainter &row, const QRect &item, const TimelineEntry &entry) const
{
    row->setFont(ui::font(TextSize::Small, Weight::Strong));
    row->setPen(tonesOf(m_view).accent);
    row.text(linkPlace(item, entry), Qt::AlignHCenter, linkText(entry));
}

void TimelineDelegate::paintActivity(const RowPainter &row, QRect place, const TimelineEntry &entry,
                                     bool isLit) const
{
    const Tones &colours = tonesOf(m_view);
    const bool isPlanned = entry.type == TimelineEntry::Type::Planned;
    const int top = place.top() + space::hair;
    row.pixmap({side, top + (bodyHeight() - iconSize) / 2 + 1},
               tinted(iconOf(entry.activity.kind), iconSize, isPlanned ? colours.accent : colours.quietText,
                      m_view.devicePixelRatioF()));

    QRect line(textLeft, top, place.right() - side - textLeft + 1, bodyHeight());
    const QString when = whenOf(entry);
    row->setFont(ui::font(TextSize::Small));
    row->setPen(isPlanned ? dueColour(dueStateOf(entry.due), lightnessOf(m_view.palette()))
                          : colours.quietText);
    row.text(line, Qt::AlignRight, when);
    line.setRight(line.right() - row->fontMetrics().horizontalAdvance(when) - space::small);
    row->setFont(ui::font(TextSize::Body, Weight::Strong));
    row->setPen(m_view.palette().color(QPalette::WindowText));
    row.text(line, Qt::AlignLeft, entry.text);

    QRect details(textLeft, top + bodyHeight(), place.right() - side - textLeft + 1, smallHeight());
    if (isLit && !linkText(entry).isEmpty()) {
        paintLink(row, place, entry);
        details.setRight(linkPlace(place, entry).left() - space::small);
    }
    row->setFont(ui::font(TextSize::Small));
    row->setPen(entry.due == NextMark::Overdue ? colours.overdue : colours.quietText);
    row.text(details, Qt::AlignLeft, detailsOf(entry));
    row->setFont(ui::font(TextSize::Body));
    row->setPen(m_view.palette().color(QPalette::WindowText));
    paintParagraph(row,
                   QRect(textLeft, details.bottom() + 4, place.width() - textLeft - side, place.height()),
                   noteOf(entry, place.width()));
}

void TimelineDelegate::paintChange(const RowPainter &row, QRect place, const TimelineEntry &entry,
                                   bool isLit) const
{
    const Tones &colours = tonesOf(m_view);
    int top = place.top() + space::hair;
    const bool isHistory = m_view.timeline().content() == app::TimelineModel::Content::Changes;
    const QRect shape(side, top, iconSize, isHistory ? bodyHeight() : smallHeight());
    row->setPen(colours.quietText);
    row->setFont(ui::font(TextSize::Small));
    row.text(shape, Qt::AlignHCenter, u"·"_s);
    if (isHistory) {
        QFont label = ui::font(TextSize::Body);
        label.setStrikeOut(entry.isTakenBack);
        row->setFont(label);
        row->setPen(m_view.palette().color(QPalette::WindowText));
        const QRect line(textLeft, top, place.right() - side - textLeft + 1, bodyHeight());
        row.text(line, Qt::AlignLeft, entry.text);
        top += bodyHeight();
        if (isLit && !linkText(entry).isEmpty())
            paintLink(row, place, entry);
    }
    row->setFont(ui::font(TextSize::Small));
    row->setPen(colours.quietText);
    const Paragraph lines = changesOf(entry, place.width());
    paintParagraph(row, QRect(textLeft, top, place.width() - textLeft - side, place.height()), lines);
    QStringList parts{entry.who, whenOf(entry)};
    if (entry.isTakenBack)
        parts += tr("taken back");
    parts.removeAll(QString());
    const int below = top + int(lines.lines.size()) * row->fontMetrics().lineSpacing();
    row.text(QRect(textLeft, below, place.width() - textLeft - side, smallHeight()), Qt::AlignLeft,
             parts.join(u" · "_s));
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tones &colours = tonesOf(m_view);
    const TimelineEntry &entry = m_view.timeline().at(index.row());
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const bool isCurrent = m_view.hasFocus() && m_view.currentIndex() == index;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowPainter row(*painter, option.rect, option.direction);
    if (entry.type == TimelineEntry::Type::Heading) {
        paintHeading(row, option.rect, entry);
        painter->restore();
        return;
    }
    const QRect ground = option.rect.adjusted(space::small, 0, -space::small, 0);
    if (isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.hover);
        painter->drawRoundedRect(ground, cornerRadius, cornerRadius);
    }
    if (entry.type == TimelineEntry::Type::Change)
        paintChange(row, option.rect, entry, isHovered || isCurrent);
    else
        paintActivity(row, option.rect, entry, isHovered || isCurrent);
    if (isCurrent)
        paintFocusRing(*painter, ground, colours);
    painter->restore();
}

} // namespace headway::ui
