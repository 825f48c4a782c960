// SPDX-License-Identifier: GPL-3.0-or-later
// A line made of a few pieces, each in its own weight and colour, some with a shape before them: the state of
// a record at a glance. One line: where there is no room, pieces are worded shorter, then words are cut, never
// figures; the tool tip has all of it. Read as a whole by screen readers. GUI thread; nothing fails.
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace headway::ui {

struct Segment {
    enum class Tone { Normal, Strong, Quiet };
    QString text;
    Tone tone = Tone::Normal;
    QString shape = {}; // ▲ ● ○ …, before the text
    QColor shapeColour = {};
    QColor textColour = {}; // invalid: as the tone says
    QString toolTip = {};
    QString shorter = {}; // instead of the text where there is little room, and never cut; empty: the text is
};

class SegmentedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedLabel(QWidget *parent);
    ~SegmentedLabel() override;

    void showSegments(std::vector<Segment> segments); // an empty list hides it
    QString text() const;
    QStringList shownTexts() const; // as there is room for them

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Piece {
        size_t segment;
        QString text;
        QRect place;
    };
    std::vector<Piece> pieces() const;
    void shorten(std::vector<Piece> &pieces) const;
    void cut(std::vector<Piece> &pieces) const;
    int widthOf(const Piece &piece) const;
    int widthOf(const std::vector<Piece> &pieces) const;
    int shapeWidth(const Segment &segment) const;
    QFont fontOf(const Segment &segment) const;
    int lineHeightHere() const;

    std::vector<Segment> m_segments;
};

} // namespace headway::ui
