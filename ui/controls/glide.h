// SPDX-License-Identifier: GPL-3.0-or-later
// Shows for a moment where something went: pictures on their way, over widgets that show the end of it already.
// It only paints: the ground and the pieces are pictures taken once, a frame draws them and asks nobody. It takes
// no events; a key, a click or a turn of the wheel anywhere ends it before they are handled. Asks Motion whether
// things may move. GUI thread; nothing fails.
#pragma once

#include <QPixmap>
#include <QWidget>

#include <vector>

class QVariantAnimation;

namespace headway::ui {

class Glide : public QWidget
{
    Q_OBJECT
public:
    struct Piece {
        QPixmap picture = {}; // drawn over the whole place
        QRect from = {};      // these in the coordinates of `over`
        QRect to = {};
        enum class Fade { No, Out };
        Fade fade = Fade::No;
    };

    ~Glide() override;

    // Shows the pieces on their way within `area` of `over`, where `ground` is to be seen below them. Whatever
    // moves in the window is at its end first. Nothing happens where things may not move.
    static void show(QWidget &over, QRect area, const QPixmap &ground, std::vector<Piece> pieces);
    // A part of `over` as it is on the screen, with what lies below and over it, but without what moves.
    static QPixmap pictureOf(const QWidget &over, QRect area);
    // A light over a part of `over` that has come back or was changed back, and goes out.
    static Piece glow(const QWidget &over, QRect place);
    // A part of a picture, in its logical pixels.
    static QPixmap partOf(const QPixmap &picture, QRect part);
    // Whatever moves in the window of `over` is at its end.
    static void end(const QWidget &over);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Glide(QWidget &over, QRect area, QPixmap ground, std::vector<Piece> pieces);
    void finish();
    void step();
    QRect placeOf(const Piece &piece) const;

    QPixmap m_ground;
    std::vector<Piece> m_pieces;
    QVariantAnimation *m_way; // from 0 to 1
    QRegion m_drawn;          // of the pieces in the frame before
};

} // namespace headway::ui
