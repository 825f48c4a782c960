// SPDX-License-Identifier: GPL-3.0-or-later
// The question why a lead is given up, or until when: a small panel over the window. Enter confirms, Esc cancels. GUI
// thread; what is refused is said in the panel, which then stays open.
#pragma once

#include "domain/records/lead.h"
#include "ui/controls/floatingpanel.h"
#include "ui/fields/fieldeditors.h"

class QLabel;
class QLineEdit;

namespace headway::ui {

class ReasonList;

class LeadForm : public FloatingPanel
{
    Q_OBJECT
public:
    enum class Way { Disqualify, Sleep };

    LeadForm(const EditorContext &context, QWidget *parent);
    ~LeadForm() override;

    void ask(Way way, const Lead &lead);

protected:
    void confirm() override;

private:
    void showDay();
    void disqualify();
    void putToSleep();
    void conclude(const Result<ChangeSet> &set, QWidget *where);
    QString words(const Error &error) const;

    const EditorContext &m_context;
    Way m_way = Way::Disqualify;
    LeadId m_lead = {};
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
