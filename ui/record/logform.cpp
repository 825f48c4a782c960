// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/logform.h"

#include "app/edits/recordedits.h"
#include "domain/rules/due.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/formscrollarea.h"
#include "ui/controls/textarea.h"
#include "ui/record/finishchip.h"
#include "ui/record/whenrow.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

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
    begin();
    firstPart()->setFocus(Qt::ShortcutFocusReason);
}

void LogForm::openAnew(ActivityKind kind, std::vector<SubjectPicker::Subject> atHand)
{
    dismiss();
    m_input.beginAnew(kind);
    m_picker->begin(std::move(atHand));
    begin();
    firstPart()->setFocus(Qt::ShortcutFocusReason);
    if (m_input.subject().record.id) // of a draft
        Q_EMIT subjectChosen(m_input.subject().record);
}

void LogForm::openDone(const Activity &planned, const app::LogSubject &subject)
{
    dismiss();
    m_input.beginDone(planned, subject);
    begin();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

QWidget *LogForm::firstPart() const
{
    if (m_input.isAnew() && !m_input.subject().record.id)
        return m_picker;
    return m_input.isTask() && m_input.isPlanning() ? static_cast<QWidget *>(m_title) : m_text;
}

void LogForm::takeFocus()
{
    firstPart()->setFocus(Qt::OtherFocusReason);
}

void LogForm::begin()
{
    m_isSaving = false;
    const std::optional<app::LogLines> draft = m_input.takeUpDraft();
    m_direction->choose(-1);
    m_dayLine->clear();
    showKinds();
    if (m_input.isAnew())
        m_picker->showSubject({m_input.subject().record, m_input.subject().title});
    showPeople();
    showOutcomes();
    showDays();
    showLines(draft ? *draft : m_input.firstLines());
    showDay();
    showStopwatch();
    showProblem({});
    m_isOpen = true;
    m_when->showTime();
    showState();
    show();
}

void LogForm::showLines(const app::LogLines &lines)
{
    m_ownTitle = lines.ownTitle;
    m_ownText = lines.ownText;
    m_ownDuration = lines.ownDuration;
    m_durationAside.clear();
    m_title->setText(lines.title);
    m_duration->setText(lines.duration);
    m_place->setText(lines.place);
    m_text->setPlainText(lines.text);
    m_text->moveCursor(QTextCursor::End);
}

app::LogLines LogForm::lines() const
{
    app::LogLines lines{.title = m_title->text(),
                        .text = m_text->toPlainText(),
                        .duration = typedDuration(),
                        .place = m_place->text(),
                        .ownTitle = m_ownTitle,
                        .ownText = m_ownText,
                        .ownDuration = m_ownDuration};
    if (const int chip = m_direction->current(); chip >= 0)
        lines.direction = chip == 0 ? Direction::Outgoing : Direction::Incoming;
    const std::vector<app::Person> &people = m_input.subject().people;
    for (size_t i = 0; i < people.size(); ++i) {
        if (m_people->isChosen(int(i)))
            lines.participants.push_back(people[i].record);
    }
    return lines;
}

void LogForm::learn(const app::LogSubject &subject)
{
    if (!m_isOpen || subject.record != m_input.subject().record || m_isSaving)
        return;
    if (m_input.renewOutcomes())
        showOutcomes();
    const bool knewNobody = m_input.subject().people.empty();
    m_input.learn(subject);
    if (knewNobody && !subject.people.empty())
        showPeople();
    m_when->showTime();
    showState();
}

void LogForm::chooseKind(int chip)
{
    m_kinds->choose(chip); // pressed again it stays chosen
    m_input.changeKind(ActivityKind(chip));
    showOutcomes();
    showDay();
    m_when->showTime();
    showState();
    keepDraft();
}

void LogForm::chooseSubject(EntityRef record, const QString &title)
{
    m_input.concern(record, title);
    showPeople();
    m_when->showTime();
    showState();
    showProblem({});
    keepDraft();
    Q_EMIT subjectChosen(record);
}

void LogForm::changeTime()
{
    showProblem({});
    showState();
    keepDraft();
}

void LogForm::logSeparately()
{
    m_input.logSeparately();
    m_when->showTime();
    showState();
    m_text->setFocus(Qt::OtherFocusReason);
    keepDraft();
}

void LogForm::chooseOutcome(int chip)
{
    const QDate before = m_input.day();
    m_input.chooseOutcome(m_outcomeRow->isChosen(chip) ? chip : -1);
    if (m_input.day() != before) // the user may be typing the same day
        showDay();
    showMove();
    m_text->setFocus(Qt::OtherFocusReason);
    keepDraft();
}

void LogForm::chooseFollowUp(int chip)
{
    if (chip == dateChip && m_dayRow->isChosen(chip)) {
        m_input.awaitDay();
        m_dayLine->show();
        m_dayLine->setFocus(Qt::OtherFocusReason);
        m_dayLine->selectAll();
        showSaveText();
    } else {
        QDate day; // none
        if (m_dayRow->isChosen(chip) && chip != noneChip)
            day = m_context.rules.today().addDays(app::followUpDays[size_t(chip)]);
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

void LogForm::toggleStopwatch()
{
    if (m_input.isWatchRunning()) {
        const QString measured = QString::number(m_input.stopWatch());
        if (typedDuration().isEmpty())
            m_duration->setText(measured);
        m_tick.stop();
    } else {
        m_input.startWatch();
        m_tick.start();
    }
    showStopwatch();
    keepDraft();
}

void LogForm::save()
{
    if (!m_isOpen || m_isSaving)
        return;
    const app::LogLines written = lines();
    if (const std::optional<app::LogFault> fault = m_input.fault(written)) {
        showFault(*fault);
        return;
    }
    const Activity *const finished = m_input.finishes();
    const qint64 planned = finished ? finished->id.value : 0;
    const auto then = [this, planned, isAnew = m_input.isAnew(),
                       key = m_input.draftKey()](const Result<ChangeSet> &set) {
        m_isSaving = false;
        if (!set) {
            showProblem(m_context.rules.display.words(set.error().text));
            return;
        }
        m_input.discardDraft(key);
        if (m_isOpen && m_input.draftKey() == key)
            finish();
        Q_EMIT saved(planned ? EntityRef{EntityKind::Activity, planned}
                             : app::createdIn(*set, EntityKind::Activity),
                     isAnew);
    };
    m_isSaving = true;
    if (const Result<> begun = m_input.save(this, written, then); !begun) {
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
    const QChar key(event.key() < 128 ? event.key() : 0);
    if (!event.modifiers().testFlag(Qt::AltModifier) || withControl || !key.isLetterOrNumber())
        return false;
    if (m_finishing->isVisibleTo(this) && FinishChip::key().compare(key, Qt::CaseInsensitive) == 0) {
        logSeparately();
        return true;
    }
    if (m_dayRow->isVisibleTo(this))
        return m_when->press(key) || m_dayRow->press(key);
    return m_when->press(key);
}

bool LogForm::eventFilter(QObject *watched, QEvent *event)
{
    auto *part = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::FocusIn
        && m_body->isAncestorOf(part)) // a key may lead to a part out of sight
        m_area->ensureWidgetVisible(part, 0, space::hair);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    // A digit before anything is typed chooses the outcome.
    const bool isDigit = watched == m_text && key->modifiers() == Qt::NoModifier && m_input.asksOutcome()
        && m_input.outcome() < 0 && m_text->toPlainText() == m_ownText && key->text().size() == 1
        && key->text().front().isDigit();
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
