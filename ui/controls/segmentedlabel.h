// SPDX-License-Identifier: GPL-3.0-or-later
// A line made of a few pieces, each in its own weight and colour, some with a shape before them: the state of
// a record at a glance. Wraps between pieces where there is no room; read as a whole by screen readers. GUI
// thread; nothing fails.
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
};

class SegmentedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedLabel(QWidget *parent);
    ~SegmentedLabel() override;

    void showSegments(std::vector<Segment> segments); // an empty list hides it
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Piece {
        QRect place;
        size_t segment;
    };
    std::vector<Piece> pieces(int width) const;
    QFont fontOf(const Segment &segment) const;
    int lineHeightHere() const;

    std::vector<Segment> m_segments;
};

} // namespace headway::ui
