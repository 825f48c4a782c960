// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked when a deal is won or lost: a small panel over the card, no dialog; the board stays in
// sight. Enter confirms, Esc cancels, and so does going elsewhere before anything was chosen or typed. For a
// board, a list or the detail pane; GUI thread; nothing fails.
#pragma once

#include "app/display.h"
#include "domain/deals.h"
#include "domain/lists.h"
#include "ui/floatingpanel.h"

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class ClosingForm : public FloatingPanel
{
    Q_OBJECT
public:
    using Then = std::function<void(const Closing &closing)>;

    // `workspace` outlives this.
    ClosingForm(const app::Workspace &workspace, const app::Display &display, QWidget *parent);
    ~ClosingForm() override;

    // Asks for what `stage` needs to know about `what` ("Renewal", "3 deals"). `anchor` is the card's
    // place in the parent; the panel opens beside it. `then` gets the answer, unless it is cancelled or
    // another question takes its place.
    void ask(const Stage &stage, const QString &what, QRect anchor, Then then);
    void cancel() override;

protected:
    void confirm() override;
    void place() override; // beside the card where there is room
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    bool chooseByDigit(int key);
    const LostReason *reason() const;
    bool isUntouched() const;

    const app::Workspace &m_workspace;
    const app::Display m_display;
    Stage m_stage;
    std::vector<LostReason> m_lostReasons; // in the order of the rows
    QDate m_today;
    Then m_then;
    QRect m_anchor;
    QLineEdit *m_day;
    QLabel *m_reasonLabel;
    QListWidget *m_reasons;
    QLabel *m_competitorLabel;
    QLineEdit *m_competitor;
    QLineEdit *m_note;
};

} // namespace headway::ui
