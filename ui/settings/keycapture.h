// SPDX-License-Identifier: GPL-3.0-or-later
// A field that takes the next keys pressed as a shortcut instead of text. Backspace means none, Esc cancels,
// Tab goes on. GUI thread; nothing fails.
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace headway::ui {

class KeyCapture : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyCapture(QWidget *parent);
    ~KeyCapture() override;

Q_SIGNALS:
    void captured(const QKeySequence &keys); // empty: none
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace headway::ui
