// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leadform.h"

#include "domain/text/datetext.h"
#include "ui/fields/reasonlist.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 340; // pixels

} // namespace

LeadForm::LeadForm(const EditorContext &context, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_context(context), m_reasonLabel(new QLabel(tr("&Reason"), this)),
      m_reasons(new ReasonList(this)), m_noteLabel(new QLabel(tr("&Note"), this)),
      m_note(new QLineEdit(this)), m_dayLabel(new QLabel(tr("&Until"), this)), m_day(new QLineEdit(this)),
      m_stepLabel(new QLabel(tr("&Then"), this)), m_step(new QLineEdit(this))
{
    m_note->setPlaceholderText(tr("stands in the timeline"));
    m_day->setPlaceholderText(tr("+30d, 15 Jan, q1"));
    const auto addRow = [this](QLabel *label, QWidget *editor) {
        label->setBuddy(editor);
        form().addRow(label, editor);
        listenTo(*editor);
    };
    addRow(m_reasonLabel, m_reasons);
    addRow(m_noteLabel, m_note);
    addRow(m_dayLabel, m_day);
    addRow(m_stepLabel, m_step);
    tabThrough({m_reasons, m_note, m_day, m_step});
    connect(m_day, &QLineEdit::textEdited, this, &LeadForm::showDay);
}

LeadForm::~LeadForm() = default;

void LeadForm::ask(const Question &question, Then then)
{
    m_question = question;
    ++m_number;
    m_then = std::move(then);
    m_isAnswered = false;
    const bool isSleep = question.way == Way::Sleep;
    showTitle(isSleep ? tr("Put %1 to sleep").arg(question.what) : tr("Disqualify %1").arg(question.what),
              isSleep ? tr("Put to sleep") : tr("Disqualify"));
    for (QWidget *each : {static_cast<QWidget *>(m_reasonLabel), static_cast<QWidget *>(m_reasons),
                          static_cast<QWidget *>(m_noteLabel), static_cast<QWidget *>(m_note)})
        each->setVisible(!isSleep);
    for (QWidget *each : {static_cast<QWidget *>(m_dayLabel), static_cast<QWidget *>(m_day),
                          static_cast<QWidget *>(m_stepLabel), static_cast<QWidget *>(m_step)})
        each->setVisible(isSleep);
    m_note->clear();
    m_day->clear();
    m_step->setText(question.nextStep.isEmpty() ? tr("Look at it again") : question.nextStep);
    m_step->setEnabled(question.nextStep.isEmpty()); // the step that is planned moves to that day
    m_reasons->showReasons(m_context.workspace.lookups().lostReasons);
    showHint({});
    open(isSleep ? static_cast<QWidget *>(m_day) : m_reasons);
}

void LeadForm::place()
{
    placeBeside(m_question.anchor);
}

void LeadForm::showDay()
{
    const auto day = parseTypedDate(m_day->text(), m_context.workspace.calendar());
    showHint(day && day->isValid() ? m_context.rules.display.weekdayOf(*day) : QString());
}

QString LeadForm::words(const Error &error) const
{
    return m_context.rules.display.words(error.text);
}

void LeadForm::confirm()
{
    if (m_isAnswered)
        return;
    const std::optional<LeadTransition> answer = m_question.way == Way::Sleep ? sleep() : disqualification();
    if (!answer)
        return;
    m_isAnswered = true;
    hide();
    const Then then = m_then; // which may ask again
    then(*answer);
}

void LeadForm::conclude(const std::optional<Error> &refusal)
{
    if (!std::exchange(m_isAnswered, false) || !refusal)
        return;
    QWidget *where = m_question.way == Way::Sleep ? m_day : m_note;
    open(where);
    showMistake(words(*refusal), where);
}

// Shows what is wrong with it, if anything: then there is none.
std::optional<LeadTransition> LeadForm::disqualification()
{
    const LostReason *reason = m_reasons->reason();
    if (!reason) {
        showMistake(tr("Why? Choose a reason."), m_reasons);
        return {};
    }
    return LeadTransition{.reason = reason->id, .note = m_note->text()};
}

std::optional<LeadTransition> LeadForm::sleep()
{
    const auto day = parseTypedDate(m_day->text(), m_context.workspace.calendar());
    if (!day) {
        showMistake(words(day.error()), m_day);
        return {};
    }
    return LeadTransition{.until = *day, .step = m_step->text().trimmed()};
}

} // namespace headway::ui
