// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel that floats over a page, with a shadow, instead of a dialog: the page stays in sight and
// alive. A title, a form, a line for what is to be said, and the buttons. GUI thread; nothing fails.
#pragma once

#include "ui/theme.h"

#include <QFrame>

class QFormLayout;
class QLabel;

namespace headway::ui {

class FlatButton;

class FloatingPanel : public QFrame
{
    Q_OBJECT
public:
    ~FloatingPanel() override;

    QString said() const; // empty: nothing is to be said

    virtual void cancel() = 0; // what Esc and the button do; nothing while it is hidden

protected:
    static constexpr int shadowWidth = 12;

    explicit FloatingPanel(QWidget *parent);

    virtual void confirm() = 0; // what Enter and the button do

    QFormLayout &form() { return *m_form; }
    QLabel &message() { return *m_message; } // hidden at first
    FlatButton &confirmButton() { return *m_confirm; }
    void showTitle(const QString &title, const QString &confirm);
    void showConfirm(const QString &text);

    // What the answer means, quietly in the line for messages; empty: nothing.
    void showHint(const QString &hint);
    // As high as its content is at this width, shadow included; no wider than the parent.
    void fitTo(int width);
    // In the middle, where a list begins. `width` without the shadow.
    void placeAtTop(int width);
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; // none goes on to the page below

private:
    QLabel *m_title;
    QFormLayout *m_form;
    QLabel *m_message;
    FlatButton *m_confirm;
};

} // namespace headway::ui
