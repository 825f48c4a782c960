// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked when a deal is won or lost: a small panel over the card, no dialog; the board stays in
// sight. Enter confirms, Esc cancels, and so does going
// elsewhere before anything was chosen or typed. For a board, a list or the detail pane; GUI thread; nothing fails.
#pragma once

#include "app/display.h"
#include "domain/deals.h"
#include "domain/lists.h"
#include "ui/floatingpanel.h"

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace headway::ui {

class FlatButton;

class ClosingForm : public FloatingPanel
{
    Q_OBJECT
public:
    struct Question {
        Stage stage = {};
        QString what = {}; // "Renewal", "3 deals"
        std::vector<LostReason> reasons = {};
        QDate today = {};
    };

    ClosingForm(const app::Display &display, QWidget *parent);
    ~ClosingForm() override;

    // `anchor` is the card's place in the parent; the panel opens beside it.
    void ask(const Question &question, QRect anchor);
    void cancel();

Q_SIGNALS:
    void accepted(const headway::Closing &closing);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void confirm();
    void place(QRect anchor);
    bool chooseByDigit(int key);
    const LostReason *reason() const;
    bool isUntouched() const;
    void complain(const QString &text, QWidget *where);

    const app::Display m_display;
    Question m_question;
    QLabel *m_title;
    QLineEdit *m_day;
    QLabel *m_reasonLabel;
    QListWidget *m_reasons;
    QLabel *m_competitorLabel;
    QLineEdit *m_competitor;
    QLineEdit *m_note;
    QLabel *m_error;
    FlatButton *m_confirm;
};

} // namespace headway::ui
