// SPDX-License-Identifier: GPL-3.0-or-later
// A word with a cross that takes it away: a tag of a record. A click on the cross, Delete or Backspace ask for
// that; arrows leave it. GUI thread; nothing fails.
#pragma once

#include <QAbstractButton>

namespace headway::ui {

class RemovableChip : public QAbstractButton
{
    Q_OBJECT
public:
    RemovableChip(qint64 id, QWidget *parent);
    ~RemovableChip() override;

    qint64 id() const { return m_id; }
    // The text as it is; an ampersand marks nothing.
    void showText(const QString &text, bool isRemovable);
    const QString &shown() const { return m_text; }
    // The cross; empty if there is none.
    QRect cross() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void removeWanted(); // by key
    void clickedAway();  // the same by mouse, which does not go on with the next one
    // Towards the end of the row (1) or its beginning (-1); 0: to its very beginning.
    void moveWanted(int step);
    void left(bool isForward); // by Tab

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    const qint64 m_id;
    QString m_text;
    bool m_isRemovable = false;
    bool m_isCrossPressed = false;
};

} // namespace headway::ui
