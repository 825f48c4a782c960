// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet row of tabs for the parts of a pane, one of them chosen, with a line below it. Arrow keys move,
// Ctrl+PageUp and PageDown from anywhere in the pane. GUI thread; nothing fails.
#pragma once

#include <QStringList>
#include <QWidget>

namespace headway::ui {

class TabRow : public QWidget
{
    Q_OBJECT
public:
    explicit TabRow(QWidget *parent);
    ~TabRow() override;

    void showTabs(const QStringList &names); // an empty name hides that tab
    int current() const { return m_current; }
    void choose(int tab);
    void chooseNext(int step);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int tab);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect place(int tab) const;
    int wanted(int tab) const; // preferred width, pixels
    int tabAt(QPoint position) const;

    QStringList m_names;
    int m_current = 0;
    int m_hovered = -1;
};

} // namespace headway::ui
