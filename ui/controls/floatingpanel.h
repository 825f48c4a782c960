// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel with a shadow over a page, instead of a dialog: the page stays visible and usable. A title, a
// form, a line for messages, and the buttons. GUI thread; nothing fails.
#pragma once

#include "ui/style/theme.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QFormLayout;
class QLabel;

namespace headway::ui {

class FlatButton;
class FormScrollArea;

class FloatingPanel : public QFrame
{
    Q_OBJECT
public:
    ~FloatingPanel() override;

    QString said() const; // the message; empty: none

    virtual void cancel(); // by Esc and the button; no effect while hidden

Q_SIGNALS:
    void cancelled();

protected:
    static constexpr int shadowWidth = 12;

    // `width` excludes the shadow; the panel is smaller where the parent is narrower.
    FloatingPanel(int width, QWidget *parent);

    virtual void confirm() = 0; // by Enter and the button
    // Fits the panel to its content and moves it to its place: centred, near the top of the parent.
    virtual void place();
    // Likewise, but next to `anchor`, in the parent's coordinates, where there is room; a null one: as place().
    void placeBeside(QRect anchor);
    // `first` gets the focus, which returns to where it was when the panel closes.
    void open(QWidget *first);

    QFormLayout &form() { return *m_form; }
    FlatButton &confirmButton() { return *m_confirm; }
    void showTitle(const QString &title, const QString &confirm);
    void showConfirm(const QString &text);

    // Explains what the input means, in the line for messages; empty: nothing.
    void showHint(const QString &hint);
    // Says what is wrong with the input, in the same line; `where` gets the focus.
    void showMistake(const QString &mistake, QWidget *where);
    void fit(); // as high as its content is at its width, but no higher than the parent
    // Handles keys pressed in a control inside, or its parts: Enter confirms unless the control needs it, Esc
    // cancels, and typed text triggers no shortcuts of the page below.
    void listenTo(QWidget &control);
    // Tab goes through these controls, then to the buttons.
    void tabThrough(const std::vector<QWidget *> &controls);
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; // no key reaches the page below

private:
    enum class Message { Hint, Mistake };
    void showMessage(const QString &text, Message message);
    void paintMessage();

    const int m_width;
    QPointer<QWidget> m_focusBefore; // before it opened
    QLabel *m_title;
    QWidget *m_fields;
    QFormLayout *m_form;
    FormScrollArea *m_scroll = nullptr; // around the form, where the window is too low for it
    int m_formHeight = -1;              // pixels; as it was last placed
    QLabel *m_message;
    Message m_said = Message::Hint;
    FlatButton *m_cancel;
    FlatButton *m_confirm;
};

} // namespace headway::ui
