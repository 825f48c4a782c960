// SPDX-License-Identifier: GPL-3.0-or-later
// What the log form shows of its input; its behaviour is in logform.cpp.
#include "domain/rules/due.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/remarklabel.h"
#include "ui/controls/textarea.h"
#include "ui/record/finishchip.h"
#include "ui/record/logform.h"
#include "ui/record/whenrow.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

void LogForm::showKinds()
{
    const bool isAsked = m_input.isAnew();
    m_kinds->setVisible(isAsked);
    m_picker->setVisible(isAsked);
    std::vector<Chip> chips;
    for (size_t i = 0; i < Choices<ActivityKind>::list.size(); ++i)
        chips.push_back({app::kindText(ActivityKind(i), m_context.rules.display)});
    m_kinds->showChips(chips);
    m_kinds->choose(int(m_input.kind()));
}

void LogForm::showPeople()
{
    const std::vector<app::Person> &people = m_input.subject().people;
    std::vector<Chip> chips;
    for (const app::Person &person : people)
        chips.push_back({person.name});
    m_people->showChips(chips);
    for (size_t i = 0; i < people.size(); ++i) {
        if (people[i].isUsual)
            m_people->choose(int(i));
    }
}

void LogForm::showOutcomes()
{
    const app::Display &display = m_context.rules.display;
    std::vector<Chip> chips;
    for (const Outcome &outcome : m_input.outcomes()) {
        const QString key = chips.size() < 9 ? QString::number(chips.size() + 1) : QString();
        const QString next = outcome.followUpDays
            ? tr("Suggests a follow-up in %1").arg(display.days(*outcome.followUpDays))
            : QString();
        chips.push_back({outcome.name, key, next});
    }
    m_outcomeRow->showChips(chips);
    m_outcomeRow->choose(m_input.outcome());
    showMove();
}

void LogForm::showMove()
{
    const LeadStatus *to = m_input.movesTo();
    m_move->explain(to ? tr("The lead moves to %1.").arg(to->name) : QString());
}

// What depends on the kind, on when it is and on what it finishes.
void LogForm::showState()
{
    showHeading();
    showWish();
    showFinished();
    showOwnLines();
    m_outcomeRow->setVisible(m_input.asksOutcome());
    showMove();
    m_place->setVisible(m_input.hasPlace());
    m_dayLabel->setVisible(m_input.hasFollowUp());
    m_dayRow->setVisible(m_input.hasFollowUp());
    m_dayLine->setVisible(m_input.hasFollowUp() && m_dayRow->current() == dateChip);
    showExtras(isExtended() ? Extent::Whole : Extent::Brief);
    showSaveText();
}

// Said once, not with each key.
void LogForm::showWish()
{
    const QString wish =
        m_input.isUnwelcome() ? tr("%1 does not want to be called.").arg(m_input.subject().title) : QString();
    if (m_wish->text() != wish)
        m_wish->refuse(wish);
}

void LogForm::showHeading()
{
    const QString name = app::kindText(m_input.kind(), m_context.rules.display);
    const bool isTask = m_input.isTask() && m_input.isPlanning();
    QString heading;
    switch (m_input.ending()) {
    case app::ActivityInput::Ending::Done: heading = tr("Done: %1").arg(name); break;
    case app::ActivityInput::Ending::AddTask: heading = tr("New task"); break;
    case app::ActivityInput::Ending::Plan: heading = tr("Plan: %1").arg(name); break;
    case app::ActivityInput::Ending::Save: heading = tr("Log: %1").arg(name); break;
    }
    m_heading->showText(heading, ElidedLabel::Tone::Quiet);
    m_title->setPlaceholderText(isTask ? tr("What is to be done?") : tr("Subject"));
    const bool isAhead = m_input.isPlanning() && !isTask;
    m_text->setAccessibleName(isAhead ? tr("Agenda") : tr("Text"));
    m_text->showHint(isAhead ? tr("Agenda") : isTask ? tr("More about it") : tr("What was said?"));
}

void LogForm::showFinished()
{
    const Activity *const planned = m_input.canLogSeparately() ? m_input.finishes() : nullptr;
    m_finishing->setVisible(planned);
    if (!planned)
        return;
    const app::Display &display = m_context.rules.display;
    const QString name =
        planned->subject.isEmpty() ? app::kindText(planned->kind, display) : planned->subject;
    m_finishing->showPlanned(name,
                             display.dayShort(dayOf(planned->at, display.zone()), m_context.rules.today()));
}

// What the form has written itself gives way to what it would write now; what was typed stays.
void LogForm::showOwnLines()
{
    const QString title = m_input.ownTitle();
    const QString text = m_input.ownText();
    if (m_title->text() == m_ownTitle && title != m_ownTitle) {
        m_ownTitle = title;
        m_title->setText(title);
        m_title->setCursorPosition(0);
    }
    const QString duration = m_input.ownDuration();
    if (typedDuration() == m_ownDuration && duration != m_ownDuration && !m_input.isWatchRunning()) {
        m_ownDuration = duration;
        m_durationAside.clear();
        m_duration->setText(duration);
    }
    if (text == m_ownText)
        return;
    if (m_text->toPlainText() == m_ownText) {
        m_ownText = text;
        m_text->setPlainText(text);
        m_text->moveCursor(QTextCursor::End);
    } else if (m_ownText.isEmpty()) { // typed before the record was read
        m_ownText = text;
        QTextCursor(m_text->document()).insertText(text + u'\n');
    }
}

void LogForm::showDays()
{
    const QDate today = m_context.rules.today();
    const app::Display &display = m_context.rules.display;
    const QStringList names{tr("1 day"), tr("3 days"), tr("7 days")};
    std::vector<Chip> chips;
    for (const int days : app::followUpDays) {
        const QDate day = today.addDays(days);
        chips.push_back({names[qsizetype(chips.size())], QString::number(days),
                         u"%1, %2 (Alt+%3)"_s.arg(display.locale().dayName(day.dayOfWeek()), display.day(day))
                             .arg(days)});
    }
    chips.push_back({tr("Date…"), tr("D", "key for a date"), tr("Any day, typed: fri, +2w, 12 May (Alt+D)")});
    chips.push_back({tr("None"), u"0"_s, tr("No follow-up (Alt+0)")});
    m_dayRow->showChips(chips);
}

// As one of the offered days, as a date typed in its line, or as none.
void LogForm::showDay()
{
    const QDate day = m_input.day();
    const qint64 days = m_context.rules.today().daysTo(day);
    const auto *const found = std::find(app::followUpDays.begin(), app::followUpDays.end(), days);
    if (!day.isValid())
        m_dayRow->choose(noneChip);
    else
        m_dayRow->choose(found == app::followUpDays.end() ? dateChip
                                                          : int(found - app::followUpDays.begin()));
    const bool isTyped = m_dayRow->current() == dateChip;
    m_dayLine->setVisible(isTyped && m_input.hasFollowUp());
    if (isTyped && !m_dayLine->hasFocus())
        m_dayLine->setText(m_context.rules.display.day(day));
    showSaveText();
}

void LogForm::showSaveText()
{
    QString text;
    switch (m_input.ending()) {
    case app::ActivityInput::Ending::Done: text = tr("Done"); break;
    case app::ActivityInput::Ending::AddTask: text = tr("Add task"); break;
    case app::ActivityInput::Ending::Plan: text = tr("Plan"); break;
    case app::ActivityInput::Ending::Save: text = tr("Save"); break;
    }
    if (m_input.day().isValid() && m_input.hasFollowUp())
        text += u" · "_s + m_context.rules.display.dayShort(m_input.day(), m_context.rules.today());
    m_save->setText(text);
    offerStopwatch();
}

void LogForm::showProblem(const QString &text)
{
    if (text.isEmpty())
        m_problem->explain({});
    else if (m_problem->text() != signedRefusal(text)) // said once, not at each letter
        m_problem->refuse(signedRefusal(text));
}

// Not for what lies ahead, and not over a duration that somebody has typed, be it as the end of a time.
void LogForm::offerStopwatch()
{
    const Result<app::ActivityTime::Span> span = m_input.time().read();
    const bool isSpan = span && span->duration;
    m_duration->setEnabled(!isSpan);
    m_duration->setPlaceholderText(isSpan ? m_context.rules.display.duration(*span->duration)
                                          : tr("20, 1:30 …"));
    setDurationAside();
    m_watch->setVisible(!m_input.isPlanning());
    m_watch->setEnabled(m_input.isWatchRunning() || (!isSpan && m_duration->text().isEmpty()));
}

// What was typed comes back with the next letter of a time that only for a moment seemed to have an end: "fri 14-1".
void LogForm::setDurationAside()
{
    if (!m_duration->isEnabled()) {
        m_durationAside = typedDuration();
        m_duration->clear();
    } else if (!m_durationAside.isEmpty()) {
        m_duration->setText(std::exchange(m_durationAside, {}));
    }
}

QString LogForm::typedDuration() const
{
    return m_duration->text().isEmpty() ? m_durationAside : m_duration->text();
}

void LogForm::showStopwatch()
{
    const qint64 seconds = m_input.watched();
    m_watch->setText(m_input.isWatchRunning()
                         ? u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
                         : tr("Start"));
    offerStopwatch();
}

// The cursor goes to what is missing.
void LogForm::showFault(const app::LogFault &fault)
{
    using Part = app::LogFault::Part;
    showProblem(m_context.rules.display.words(fault.text));
    switch (fault.part) {
    case Part::Subject: m_picker->setFocus(Qt::OtherFocusReason); break;
    case Part::Title: m_title->setFocus(Qt::OtherFocusReason); break;
    case Part::Time: m_when->takeFocus(); break;
    case Part::Duration:
        showExtras(Extent::Whole);
        m_duration->setFocus(Qt::OtherFocusReason);
        break;
    case Part::Text: m_text->setFocus(Qt::OtherFocusReason); break;
    case Part::FollowUp: m_dayLine->setFocus(Qt::OtherFocusReason); break;
    }
}

} // namespace headway::ui
