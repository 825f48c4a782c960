// SPDX-License-Identifier: GPL-3.0-or-later
// The question when deals enter a stage: a small panel over the card, no dialog; the board stays visible. Won
// and lost ask when and why, won for the final value and a renewal, any stage for the fields it requires and
// the deals lack. Enter confirms, Esc cancels, and so does moving the focus away before any input. Input
// about one deal is kept as its draft until it is answered or cancelled. For a board, a list or the detail
// pane; GUI thread; nothing fails.
#pragma once

#include "app/input/stagequestion.h"
#include "domain/records/lists.h"
#include "ui/controls/floatingpanel.h"
#include "ui/fields/fieldeditors.h"

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;

namespace headway::ui {

class FieldRow;
class ReasonList;

class StageForm : public FloatingPanel
{
    Q_OBJECT
public:
    using Then = std::function<void(const StageTransition &transition)>;

    StageForm(const EditorContext &context, QWidget *parent);
    ~StageForm() override;

    // Asks about `what` ("“Renewal”", "3 deals"). `anchor` is the card's place in the parent; the panel opens
    // next to it. `then` gets the answer, unless it is cancelled or another question replaces it.
    void ask(const app::StageQuestion &question, const QString &what, QRect anchor, Then then);
    // Call with the result of the answer; nullopt: saved. After a refusal the form opens again with the input
    // and the reason; after a conflict about the value without the value, which stays as somebody else has
    // set it. Does nothing once another question was asked.
    void conclude(const std::optional<Error> &refusal);
    void cancel() override;

protected:
    void confirm() override;
    void place() override; // next to the card where there is room

private:
    void build();
    void showTitle(const QString &what);
    FieldRow *addFieldRow(int row, int field);
    void showFields();
    void showRenewal();
    Result<QDate> day() const;
    Result<int> renewalMonths() const;
    bool readFilled(StageTransition &transition);
    bool readClosing(StageTransition &transition);
    bool readWon(StageTransition &transition);
    bool isUntouched() const;
    void askAgain(const Error &why);
    std::vector<FieldRow *> fieldRows() const; // the missing ones, and the value
    QString draftKey() const;                  // empty for several deals: no draft is kept
    void keepDraft();
    void takeUpDraft();

    const EditorContext &m_context;
    app::StageQuestion m_question;
    std::vector<FieldRow *> m_missing; // in the first rows of the form
    FieldRow *m_value = nullptr;       // below the day; only where it is asked for
    QDate m_today;
    Then m_then;
    bool m_isAnswered = false; // and the result is not known yet
    QRect m_anchor;
    QLabel *m_dayLabel;
    QLineEdit *m_day;
    QLabel *m_reasonLabel;
    ReasonList *m_reasons;
    QLabel *m_competitorLabel;
    QLineEdit *m_competitor;
    QLabel *m_noteLabel;
    QLineEdit *m_note;
    QLabel *m_renewalLabel;
    QLineEdit *m_renewal; // months
};

} // namespace headway::ui
