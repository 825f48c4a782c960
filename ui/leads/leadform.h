// SPDX-License-Identifier: GPL-3.0-or-later
// The question why leads are given up, or until when they sleep: a small panel over the window. Enter confirms, Esc
// cancels. GUI thread; what is refused is said in the panel, which opens again.
#pragma once

#include "domain/rules/leads.h"
#include "ui/controls/floatingpanel.h"
#include "ui/fields/fieldeditors.h"

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;

namespace headway::ui {

class ReasonList;

class LeadForm : public FloatingPanel
{
    Q_OBJECT
public:
    enum class Way { Disqualify, Sleep };
    struct Question {
        Way way = Way::Disqualify;
        QString what = {};     // "“Eva Kern”", "3 leads"
        QString nextStep = {}; // of a single one: it is moved to the day; empty: there is none
        QRect anchor = {};     // what it is about, in the parent's coordinates; null: anywhere
    };
    using Then = std::function<void(const LeadTransition &)>;

    LeadForm(const EditorContext &context, QWidget *parent);
    ~LeadForm() override;

    // `then` gets the answer, unless it is cancelled or another question replaces it.
    void ask(const Question &question, Then then);
    // The number of the last question: who answers later knows by it whether another one was asked since.
    int question() const { return m_number; }
    // Call with the result of the answer; nullopt: saved. After a refusal the panel opens again with what was typed and
    // the reason.
    void conclude(const std::optional<Error> &refusal);

protected:
    void confirm() override;
    void place() override;

private:
    void showDay();
    std::optional<LeadTransition> disqualification();
    std::optional<LeadTransition> sleep();
    QString words(const Error &error) const;

    const EditorContext &m_context;
    Question m_question;
    Then m_then;
    int m_number = 0;
    bool m_isAnswered = false; // and the result is not known yet
    QLabel *m_reasonLabel;
    ReasonList *m_reasons;
    QLabel *m_noteLabel;
    QLineEdit *m_note;
    QLabel *m_dayLabel;
    QLineEdit *m_day;
    QLabel *m_stepLabel;
    QLineEdit *m_step;
};

} // namespace headway::ui
