// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segmentedlabel.h"

#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestLetters = 4; // of words that are cut

} // namespace

SegmentedLabel::SegmentedLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
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

int SegmentedLabel::shapeWidth(const Segment &segment) const
{
    return segment.shape.isEmpty() ? 0 : fontMetrics().horizontalAdvance(segment.shape) + space::hair;
}

int SegmentedLabel::widthOf(const Piece &piece) const
{
    const Segment &segment = m_segments[piece.segment];
    return QFontMetrics(fontOf(segment)).horizontalAdvance(piece.text) + 2 + shapeWidth(segment);
}

int SegmentedLabel::widthOf(const std::vector<Piece> &pieces) const
{
    int whole = int(pieces.size() - 1) * space::medium;
    for (const Piece &piece : pieces)
        whole += widthOf(piece);
    return whole;
}

// From the end: what comes first says most.
void SegmentedLabel::shorten(std::vector<Piece> &pieces) const
{
    for (auto piece = pieces.rbegin(); piece != pieces.rend() && widthOf(pieces) > width(); ++piece) {
        if (const QString &shorter = m_segments[piece->segment].shorter; !shorter.isEmpty())
            piece->text = shorter;
    }
}

// The longest words give way first.
void SegmentedLabel::cut(std::vector<Piece> &pieces) const
{
    std::vector<Piece *> words;
    for (Piece &piece : pieces) {
        if (m_segments[piece.segment].shorter.isEmpty())
            words.push_back(&piece);
    }
    std::stable_sort(words.begin(), words.end(),
                     [this](const Piece *a, const Piece *b) { return widthOf(*a) > widthOf(*b); });
    for (Piece *piece : words) {
        const int excess = widthOf(pieces) - width();
        if (excess <= 0)
            return;
        const QFontMetrics metrics(fontOf(m_segments[piece->segment]));
        const int now = metrics.horizontalAdvance(piece->text);
        piece->text = metrics.elidedText(piece->text, Qt::ElideRight,
                                         qMax(now - excess, fewestLetters * metrics.averageCharWidth()));
    }
}

std::vector<SegmentedLabel::Piece> SegmentedLabel::pieces() const
{
    std::vector<Piece> result;
    for (size_t i = 0; i < m_segments.size(); ++i)
        result.push_back({i, m_segments[i].text, {}});
    shorten(result);
    cut(result);
    while (result.size() > 1 && widthOf(result) > width())
        result.pop_back(); // rather than half a figure
    int left = 0;
    for (Piece &piece : result) {
        const int wide = widthOf(piece);
        piece.place = QStyle::visualRect(layoutDirection(), QRect(0, 0, width(), lineHeightHere()),
                                         QRect(left, 0, qMin(wide, width()), lineHeightHere()));
        left += wide + space::medium;
    }
    return result;
}

QStringList SegmentedLabel::shownTexts() const
{
    QStringList texts;
    for (const Piece &piece : pieces())
        texts += piece.text;
    return texts;
}

QSize SegmentedLabel::sizeHint() const
{
    return {200, lineHeightHere()};
}

QSize SegmentedLabel::minimumSizeHint() const
{
    return {80, lineHeightHere()};
}

void SegmentedLabel::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    for (const Piece &piece : pieces()) {
        const Segment &segment = m_segments[piece.segment];
        const RowPainter row(painter, piece.place, layoutDirection());
        QRect place = piece.place;
        if (!segment.shape.isEmpty()) {
            painter.setFont(font());
            painter.setPen(segment.shapeColour);
            row.text(place, Qt::AlignLeft, segment.shape);
            place.setLeft(place.left() + shapeWidth(segment));
        }
        painter.setFont(fontOf(segment));
        const QColor own =
            segment.tone == Segment::Tone::Quiet ? colours.quietText : palette().color(QPalette::WindowText);
        painter.setPen(segment.textColour.isValid() ? segment.textColour : own);
        row.text(place, Qt::AlignLeft, piece.text); // each in the direction of its own words
    }
}

bool SegmentedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::vector<Piece> shown = pieces();
    for (const Piece &piece : shown) {
        if (!piece.place.contains(help->pos()))
            continue;
        const Segment &segment = m_segments[piece.segment];
        QStringList lines;
        if (piece.text != segment.text || segment.toolTip.isEmpty())
            lines += segment.text;
        if (!segment.toolTip.isEmpty())
            lines += segment.toolTip;
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
        return true;
    }
    if (shown.size() < m_segments.size())
        QToolTip::showText(help->globalPos(), text(), this);
    return true;
}

} // namespace headway::ui
