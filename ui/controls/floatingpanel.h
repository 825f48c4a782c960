// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel that floats over a page, with a shadow, instead of a dialog: the page stays in sight and
// alive. A title, a form, a line for what is to be said, and the buttons. GUI thread; nothing fails.
#pragma once

#include "ui/style/theme.h"

#include <QFrame>
#include <QPointer>

#include <vector>

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

    virtual void cancel(); // what Esc and the button do; nothing while it is hidden

Q_SIGNALS:
    void cancelled();

protected:
    static constexpr int shadowWidth = 12;

    // `width` without the shadow; less where the parent is narrower.
    FloatingPanel(int width, QWidget *parent);

    virtual void confirm() = 0; // what Enter and the button do
    // Fits the panel to its content and puts it where it belongs: in the middle, where a list begins.
    virtual void place();
    // `first` gets the focus, which returns to where it was once the panel goes.
    void open(QWidget *first);

    QFormLayout &form() { return *m_form; }
    FlatButton &confirmButton() { return *m_confirm; }
    void showTitle(const QString &title, const QString &confirm);
    void showConfirm(const QString &text);

    // What the answer means, quietly in the line for messages; empty: nothing.
    void showHint(const QString &hint);
    // What is wrong with it, in the same line; `where` gets the focus.
    void showMistake(const QString &mistake, QWidget *where);
    void fit(); // as high as its content is at its width
    // Keys pressed in a control inside, or its parts: Enter confirms, unless it belongs to what is typed there,
    // Esc cancels, and what is typed does nothing to the page below.
    void listenTo(QWidget &control);
    // Tab goes through these controls, then to the buttons.
    void tabThrough(const std::vector<QWidget *> &controls);
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; // none goes on to the page below

private:
    void showMessage(const QString &text, const QColor &colour);

    const int m_width;
    QPointer<QWidget> m_focusBefore; // it opened
    QLabel *m_title;
    QFormLayout *m_form;
    QLabel *m_message;
    FlatButton *m_cancel;
    FlatButton *m_confirm;
};

} // namespace headway::ui
