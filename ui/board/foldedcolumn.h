// SPDX-License-Identifier: GPL-3.0-or-later
// A column folded to a narrow strip: its name, turned, with count and sum; a target for dropped cards; and a click
// unfolds its cards. What stands aside is folded in the rail at the board's end, which is wider while cards
// are carried to it; others without cards between the columns. GUI thread; nothing fails.
#pragma once

#include "app/board/cardid.h"

#include <QAbstractButton>

#include <vector>

namespace headway::app {
class BoardModel;
}

namespace headway::ui {

class FoldedColumn : public QAbstractButton
{
    Q_OBJECT
public:
    // One that stands aside is checked while its column is unfolded.
    FoldedColumn(app::BoardModel &board, int column, QWidget *parent);
    ~FoldedColumn() override;

    int column() const { return m_column; }
    void showTotals();
    // Whether a card is carried or dragged over it.
    enum class Target { No, Yes };
    void showTarget(Target target);

    QSize sizeHint() const override;
    static int thickness(); // pixels

Q_SIGNALS:
    void dropped(const std::vector<headway::app::CardId> &ids);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Ink;
    void paintGround(QPainter &painter) const;
    void paintSign(QPainter &painter, const Ink &ink, QPoint corner) const;
    void paintTurned(QPainter &painter, const Ink &ink) const;
    void paintBlock(QPainter &painter, const Ink &ink) const;

    app::BoardModel &m_board;
    const int m_column;
    Target m_target = Target::No;
};

} // namespace headway::ui
