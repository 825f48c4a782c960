// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segmentedlabel.h"

#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace headway::ui {

using namespace Qt::StringLiterals;

SegmentedLabel::SegmentedLabel(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

SegmentedLabel::~SegmentedLabel() = default;

void SegmentedLabel::showSegments(std::vector<Segment> segments)
{
    m_segments = std::move(segments);
    setVisible(!m_segments.empty());
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString SegmentedLabel::text() const
{
    QStringList texts;
    for (const Segment &segment : m_segments)
        texts += segment.text;
    return texts.join(u", "_s);
}

QFont SegmentedLabel::fontOf(const Segment &segment) const
{
    QFont result = font();
    if (segment.tone == Segment::Tone::Strong)
        result.setWeight(QFont::DemiBold);
    return result;
}

int SegmentedLabel::lineHeightHere() const
{
    return fontMetrics().height() + space::hair;
}

std::vector<SegmentedLabel::Piece> SegmentedLabel::pieces(int width) const
{
    std::vector<Piece> result;
    QPoint at(0, 0);
    for (size_t i = 0; i < m_segments.size(); ++i) {
        const QFontMetrics metrics(fontOf(m_segments[i]));
        int wanted = metrics.horizontalAdvance(m_segments[i].text) + 2;
        if (!m_segments[i].shape.isEmpty())
            wanted += fontMetrics().horizontalAdvance(m_segments[i].shape) + space::hair;
        if (at.x() > 0 && at.x() + wanted > width)
            at = {0, at.y() + lineHeightHere()};
        result.push_back({QRect(at, QSize(qMin(wanted, width), lineHeightHere())), i});
        at.rx() += wanted + space::medium;
    }
    for (Piece &piece : result)
        piece.place = QStyle::visualRect(layoutDirection(), QRect(0, 0, width, 0), piece.place);
    return result;
}

QSize SegmentedLabel::sizeHint() const
{
    return {200, heightForWidth(qMax(width(), 200))};
}

QSize SegmentedLabel::minimumSizeHint() const
{
    return {80, lineHeightHere()};
}

int SegmentedLabel::heightForWidth(int width) const
{
    const auto all = pieces(width);
    return all.empty() ? 0 : all.back().place.bottom() + 1;
}

void SegmentedLabel::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    for (const Piece &piece : pieces(width())) {
        const Segment &segment = m_segments[piece.segment];
        const RowPainter row(painter, piece.place, layoutDirection());
        QRect place = piece.place;
        if (!segment.shape.isEmpty()) {
            painter.setFont(font());
            painter.setPen(segment.shapeColour);
            row.text(place, Qt::AlignLeft, segment.shape);
            place.setLeft(place.left() + fontMetrics().horizontalAdvance(segment.shape) + space::hair);
        }
        painter.setFont(fontOf(segment));
        const QColor own =
            segment.tone == Segment::Tone::Quiet ? colours.quietText : palette().color(QPalette::WindowText);
        painter.setPen(segment.textColour.isValid() ? segment.textColour : own);
        row.text(place, Qt::AlignLeft, segment.text); // each in the direction of its own words
    }
}

bool SegmentedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const Piece &piece : pieces(width())) {
        const Segment &segment = m_segments[piece.segment];
        if (piece.place.contains(help->pos()))
            QToolTip::showText(help->globalPos(), segment.toolTip.isEmpty() ? segment.text : segment.toolTip,
                               this);
    }
    return true;
}

} // namespace headway::ui
