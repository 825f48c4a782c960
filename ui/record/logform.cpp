// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/logform.h"

#include "domain/rules/due.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dateChip = int(app::followUpDays.size());
constexpr int noneChip = dateChip + 1;

} // namespace

LogForm::LogForm(const EditorContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_input(context.workspace, context.rules, context.drafts)
{
    build();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &LogForm::showStopwatch);
}

LogForm::~LogForm() = default;

void LogForm::open(ActivityKind kind, const app::LogSubject &subject)
{
    dismiss();
    m_input.begin(kind, subject);
    const bool isTask = m_input.isTask();
    const QString name = app::kindText(kind, m_context.rules.display);
    m_heading->showText(isTask ? tr("New task") : tr("Log: %1").arg(name), ElidedLabel::Tone::Quiet);
    m_title->setPlaceholderText(isTask ? tr("What is to be done?") : tr("Subject"));
    begin();
    (isTask ? static_cast<QWidget *>(m_title) : m_text)->setFocus(Qt::ShortcutFocusReason);
}

void LogForm::openDone(const Activity &planned, const app::LogSubject &subject)
{
    dismiss();
    m_input.beginDone(planned, subject);
    const QString name = app::kindText(planned.kind, m_context.rules.display);
    m_heading->showText(tr("Done: %1").arg(name), ElidedLabel::Tone::Quiet);
    begin();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

// Restores the draft of this record and kind, if there is one.
void LogForm::begin()
{
    m_isSaving = false;
    const std::optional<app::LogLines> draft = m_input.takeUpDraft();
    m_direction->choose(-1);
    m_dayLine->clear();
    showPeople();
    showOutcomes();
    showHappened();
    showDays();
    showLines(draft ? *draft : m_input.firstLines());
    showDay();
    showStopwatch();
    showProblem({});
    m_isOpen = true;
    show();
}

void LogForm::showLines(const app::LogLines &lines)
{
    m_title->setText(lines.title);
    m_when->setText(lines.when);
    m_duration->setText(lines.duration);
    m_text->setPlainText(lines.text);
    m_text->moveCursor(QTextCursor::End);
}

app::LogLines LogForm::lines() const
{
    app::LogLines lines{.title = m_title->text(),
                        .text = m_text->toPlainText(),
                        .when = m_when->text(),
                        .duration = m_duration->text()};
    if (const int chip = m_direction->current(); chip >= 0)
        lines.direction = chip == 0 ? Direction::Outgoing : Direction::Incoming;
    const std::vector<app::Person> &people = m_input.subject().people;
    for (size_t i = 0; i < people.size(); ++i) {
        if (m_people->isChosen(int(i)))
            lines.participants.push_back(people[i].record);
    }
    return lines;
}

void LogForm::showPeople()
{
    std::vector<Chip> people;
    for (const app::Person &person : m_input.subject().people)
        people.push_back({person.name});
    m_people->showChips(people);
}

void LogForm::learn(const app::LogSubject &subject)
{
    if (!m_isOpen || subject.record != m_input.subject().record || m_isSaving)
        return;
    if (m_input.renewOutcomes())
        showOutcomes();
    const bool isTitleOurs = !m_input.isCompleting() && m_title->text() == m_input.ownTitle();
    const bool knewNobody = m_input.subject().people.empty();
    m_input.learn(subject);
    if (isTitleOurs)
        m_title->setText(m_input.ownTitle());
    if (knewNobody && !subject.people.empty())
        showPeople();
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
    m_outcomeRow->setVisible(!chips.empty());
}

// A call that was planned for last week and is made today happened today; a meeting of last week, last week.
void LogForm::showHappened()
{
    const bool isAsked = m_input.asksWhen();
    m_happenedLabel->setVisible(isAsked);
    m_happened->setVisible(isAsked);
    if (!isAsked)
        return;
    const app::Display &display = m_context.rules.display;
    const Instant planned = m_input.plannedFor();
    const QString then =
        m_input.isPlannedAllDay() ? display.day(dayOf(planned, display.zone())) : display.moment(planned);
    m_happened->showChips({{tr("Now")}, {then, {}, tr("When it was planned for")}});
    m_happened->choose(m_input.happened() == app::ActivityInput::Happened::Now ? 0 : 1);
}

void LogForm::chooseHappened(int chip)
{
    using Happened = app::ActivityInput::Happened;
    m_input.chooseHappened(chip == 1 ? Happened::AsPlanned : Happened::Now);
    m_happened->choose(chip == 1 ? 1 : 0); // pressed again it stays chosen
    keepDraft();
}

void LogForm::showDays()
{
    const bool isFollowUp = m_input.hasFollowUp(); // otherwise the day is when the task is due
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
    chips.push_back({tr("Date…"), tr("D", "key for a date"), tr("Any day, typed: fri, +2w, 12.5. (Alt+D)")});
    chips.push_back({isFollowUp ? tr("None") : tr("Today"), u"0"_s,
                     isFollowUp ? tr("No follow-up (Alt+0)") : tr("Due today (Alt+0)")});
    m_dayRow->showChips(chips);
    m_dayLabel->setText(isFollowUp ? tr("Follow up in") : tr("Due in"));
    m_dayLabel->setVisible(m_input.hasDay());
    m_dayRow->setVisible(m_input.hasDay());
}

// As one of the offered days, as a date typed in its line, or as none.
void LogForm::showDay()
{
    const QDate day = m_input.day();
    const qint64 days = m_context.rules.today().daysTo(day);
    const auto *const found = std::find(app::followUpDays.begin(), app::followUpDays.end(), days);
    if (!day.isValid() || (!m_input.hasFollowUp() && days == 0))
        m_dayRow->choose(noneChip);
    else
        m_dayRow->choose(found == app::followUpDays.end() ? dateChip
                                                          : int(found - app::followUpDays.begin()));
    const bool isTyped = m_dayRow->current() == dateChip;
    m_dayLine->setVisible(isTyped);
    if (isTyped && !m_dayLine->hasFocus())
        m_dayLine->setText(m_context.rules.display.day(day));
    showSaveText();
}

void LogForm::chooseOutcome(int chip)
{
    const QDate before = m_input.day();
    m_input.chooseOutcome(m_outcomeRow->isChosen(chip) ? chip : -1);
    if (m_input.day() != before) // the user may be typing the same day
        showDay();
    m_text->setFocus(Qt::OtherFocusReason);
    keepDraft();
}

void LogForm::chooseFollowUp(int chip)
{
    const QDate today = m_context.rules.today();
    if (chip == dateChip && m_dayRow->isChosen(chip)) {
        m_input.awaitDay();
        m_dayLine->show();
        m_dayLine->setFocus(Qt::OtherFocusReason);
        m_dayLine->selectAll();
        showSaveText();
    } else {
        QDate day; // none
        if (m_dayRow->isChosen(chip) && chip != noneChip)
            day = today.addDays(app::followUpDays[size_t(chip)]);
        else if (m_dayRow->isChosen(chip) && !m_input.hasFollowUp())
            day = today;
        m_input.chooseDay(day);
        showDay();
    }
    keepDraft();
}

void LogForm::readFollowUpDate()
{
    const Result<> read = m_input.typeDay(m_dayLine->text());
    showProblem(read ? QString() : m_context.rules.display.words(read.error().text));
    showSaveText();
    keepDraft();
}

void LogForm::showSaveText()
{
    QString text;
    switch (m_input.ending(m_when->text())) {
    case app::ActivityInput::Ending::Done: text = tr("Done"); break;
    case app::ActivityInput::Ending::AddTask: text = tr("Add task"); break;
    case app::ActivityInput::Ending::Plan: text = tr("Plan it"); break;
    case app::ActivityInput::Ending::Save: text = tr("Save"); break;
    }
    if (m_input.day().isValid() && m_input.hasDay())
        text += u" · "_s + m_context.rules.display.dayShort(m_input.day(), m_context.rules.today());
    m_save->setText(text);
    offerStopwatch();
}

void LogForm::showProblem(const QString &text)
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, colourRolesOf(*this).overdue);
    m_problem->setPalette(palette);
    m_problem->setText(text.isEmpty() ? text : QString(u"▲ "_s + text));
    m_problem->setVisible(!text.isEmpty());
}

void LogForm::toggleStopwatch()
{
    if (m_input.isWatchRunning()) {
        const QString measured = QString::number(m_input.stopWatch());
        if (m_duration->text().isEmpty())
            m_duration->setText(measured);
        m_tick.stop();
    } else {
        m_input.startWatch();
        m_tick.start();
    }
    showStopwatch();
}

// Not for what lies ahead, and not over a duration that somebody has typed.
void LogForm::offerStopwatch()
{
    const bool isAhead = m_input.ending(m_when->text()) == app::ActivityInput::Ending::Plan;
    m_watch->setEnabled(m_input.isWatchRunning() || (!isAhead && m_duration->text().isEmpty()));
}

void LogForm::showStopwatch()
{
    const qint64 seconds = m_input.watched();
    m_watch->setText(m_input.isWatchRunning()
                         ? u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
                         : tr("Start"));
    offerStopwatch();
}

void LogForm::save()
{
    if (!m_isOpen || m_isSaving)
        return;
    const auto then = [this, key = m_input.draftKey()](const Result<ChangeSet> &set) {
        m_isSaving = false;
        if (!set) {
            showProblem(m_context.rules.display.words(set.error().text));
            return;
        }
        m_input.discardDraft(key);
        if (m_isOpen && m_input.draftKey() == key)
            finish();
        Q_EMIT saved();
    };
    m_isSaving = true;
    if (const Result<> begun = m_input.save(this, lines(), then); !begun) {
        m_isSaving = false;
        showProblem(m_context.rules.display.words(begun.error().text));
    }
}

void LogForm::finish()
{
    m_isOpen = false;
    m_tick.stop();
    Q_EMIT closed(); // while the form still has the focus
    hide();
}

void LogForm::dismiss()
{
    if (!m_isOpen)
        return;
    keepDraft();
    finish();
}

void LogForm::discard()
{
    m_input.discardDraft(m_input.draftKey());
    if (m_isOpen)
        finish();
}

void LogForm::keepDraft()
{
    if (m_isOpen)
        m_input.keepDraft(lines());
}

bool LogForm::handleKey(const QKeyEvent &event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const bool withControl = event.modifiers().testFlag(Qt::ControlModifier);
    if (withControl && (isEnter || event.key() == Qt::Key_S)) {
        save();
        return true;
    }
    if (event.key() == Qt::Key_Escape) {
        dismiss();
        return true;
    }
    if (event.modifiers().testFlag(Qt::AltModifier) && !withControl && m_dayRow->isVisibleTo(this)) {
        const QChar key(event.key() < 128 ? event.key() : 0);
        return key.isLetterOrNumber() && m_dayRow->press(QString(key));
    }
    return false;
}

bool LogForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    // A digit before any text chooses the outcome.
    const bool isDigit = watched == m_text && key->modifiers() == Qt::NoModifier
        && !m_input.outcomes().empty() && m_input.outcome() < 0 && m_text->toPlainText().isEmpty()
        && key->text().size() == 1 && key->text().front().isDigit();
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isForm = key->key() == Qt::Key_Escape
        || (key->modifiers().testFlag(Qt::ControlModifier) && (isEnter || key->key() == Qt::Key_S))
        || (key->modifiers() == Qt::AltModifier && key->key() < 128);
    if (event->type() == QEvent::ShortcutOverride) {
        if (isDigit || isForm)
            event->accept();
        return false;
    }
    if (isDigit && m_outcomeRow->press(key->text()))
        return true;
    return isForm && handleKey(*key);
}

void LogForm::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace headway::ui
