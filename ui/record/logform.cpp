// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/logform.h"

#include "app/input/drafts.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"
#include "domain/rules/deals.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/colours.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QDateTime>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array followUpDays{1, 3, 7};
constexpr int dateChip = 3;
constexpr int noneChip = 4;

QString kindText(ActivityKind kind, const app::Display &display)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    return display.choice(info.field(info.indexOf(u"kind")), textOf(Codec<ActivityKind>::read(kind)));
}

} // namespace

LogForm::LogForm(const EditorSurroundings &surroundings, QWidget *parent)
    : QWidget(parent), m_surroundings(surroundings)
{
    build();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &LogForm::showStopwatch);
}

LogForm::~LogForm() = default;

void LogForm::begin(ActivityKind kind, const LogSubject &subject)
{
    if (m_isOpen)
        dismiss();
    m_kind = kind;
    m_subject = subject;
    m_planned.reset();
    m_day = {};
    m_isDayChosen = false;
    m_stopwatch = {};
    m_isSaving = false;
    for (QLineEdit *line : {m_title, m_dayLine, m_when, m_duration})
        line->clear();
    m_text->clear();
    m_direction->choose(-1);
    showPeople();
    showProblem({});
}

void LogForm::showPeople()
{
    std::vector<Chip> people;
    for (const Person &person : m_subject.people)
        people.push_back({person.name});
    m_people->showChips(people);
}

QString LogForm::ownTitle() const
{
    return isTask() ? QString()
                    : u"%1: %2"_s.arg(kindText(m_kind, m_surroundings.rules.display), m_subject.title);
}

void LogForm::learn(const LogSubject &subject)
{
    if (!m_isOpen || subject.record != m_subject.record || m_isSaving)
        return;
    renewOutcomes();
    const bool isTitleOurs = !m_planned && m_title->text() == ownTitle();
    const bool knewNobody = m_subject.people.empty();
    m_subject.title = subject.title;
    if (isTitleOurs)
        m_title->setText(ownTitle());
    if (knewNobody && !subject.people.empty()) {
        m_subject.people = subject.people;
        showPeople();
    }
}

void LogForm::open(ActivityKind kind, const LogSubject &subject)
{
    begin(kind, subject);
    const QString name = kindText(kind, m_surroundings.rules.display);
    m_heading->showText(kind == ActivityKind::Task ? tr("New task") : tr("Log: %1").arg(name),
                        ElidedLabel::Tone::Quiet);
    m_title->setText(ownTitle());
    m_title->setPlaceholderText(isTask() ? tr("What is to be done?") : tr("Subject"));
    m_isOpen = true;
    showOutcomes();
    showFollowUps();
    if (isTask())
        chooseFollowUpDay(m_surroundings.rules.today().addDays(1));
    takeUpDraft();
    m_isDayChosen = false;
    showSaveText();
    show();
    (isTask() ? static_cast<QWidget *>(m_title) : m_text)->setFocus(Qt::ShortcutFocusReason);
}

void LogForm::openDone(const Activity &planned, const LogSubject &subject)
{
    begin(planned.kind, subject);
    m_planned = planned;
    const QString name = kindText(planned.kind, m_surroundings.rules.display);
    m_heading->showText(tr("Done: %1").arg(name), ElidedLabel::Tone::Quiet);
    m_title->setText(planned.subject);
    m_text->setPlainText(planned.note);
    m_text->moveCursor(QTextCursor::End);
    if (planned.duration)
        m_duration->setText(QString::number(*planned.duration / 60));
    m_isOpen = true;
    showOutcomes();
    showFollowUps();
    takeUpDraft();
    showSaveText();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void LogForm::showOutcomes()
{
    m_outcomes = outcomesFor(m_kind, m_surroundings.workspace.lookups().outcomes);
    const bool isAsked = (!isTask() || m_planned) && m_kind != ActivityKind::Note && !m_outcomes.empty();
    const app::Display &display = m_surroundings.rules.display;
    std::vector<Chip> chips;
    for (size_t i = 0; i < m_outcomes.size(); ++i) {
        const QString key = i < 9 ? QString::number(i + 1) : QString();
        const QString next = m_outcomes[i].followUpDays
            ? tr("Suggests a follow-up in %1").arg(display.days(*m_outcomes[i].followUpDays))
            : QString();
        chips.push_back({m_outcomes[i].name, key, next});
    }
    if (!isAsked) {
        chips.clear();
        m_outcomes.clear();
    }
    m_outcomeRow->showChips(chips);
    m_outcomeRow->setVisible(isAsked);
}

void LogForm::showFollowUps()
{
    const QDate today = m_surroundings.rules.today();
    const app::Display &display = m_surroundings.rules.display;
    const QStringList names{tr("1 day"), tr("3 days"), tr("7 days")};
    std::vector<Chip> chips;
    for (const int days : followUpDays) {
        const QDate day = today.addDays(days);
        chips.push_back({names[qsizetype(chips.size())], QString::number(days),
                         u"%1, %2 (Alt+%3)"_s.arg(display.locale().dayName(day.dayOfWeek()), display.day(day))
                             .arg(days)});
    }
    chips.push_back({tr("Date…"), tr("D", "key for a date"), tr("Any day, typed: fri, +2w, 12.5. (Alt+D)")});
    chips.push_back({hasFollowUp() ? tr("None") : tr("Today"), u"0"_s,
                     hasFollowUp() ? tr("No follow-up (Alt+0)") : tr("Due today (Alt+0)")});
    m_dayRow->showChips(chips);
    m_dayRow->choose(hasFollowUp() ? noneChip : -1);
    m_dayLabel->setText(hasFollowUp() ? tr("Follow up in") : tr("Due in"));
    m_dayLabel->setVisible(m_kind != ActivityKind::Note);
    m_dayRow->setVisible(m_kind != ActivityKind::Note);
    m_dayLine->hide();
}

void LogForm::chooseOutcome(int outcome)
{
    const bool isTaken = m_outcomeRow->isChosen(outcome);
    const auto days = isTaken ? m_outcomes[size_t(outcome)].followUpDays : std::nullopt;
    if (!m_isDayChosen && hasFollowUp())
        chooseFollowUpDay(days ? suggestedDay(*days) : QDate());
    m_text->setFocus(Qt::OtherFocusReason);
    showSaveText();
    keepDraft();
}

// What nobody chose himself falls on a working day.
QDate LogForm::suggestedDay(qint64 days) const
{
    return workingDayFrom(m_surroundings.rules.today().addDays(days),
                          m_surroundings.workspace.lookups().settings.workingDays);
}

// The outcomes are others by now: what was chosen stays chosen, if it is still there.
void LogForm::renewOutcomes()
{
    if (outcomesFor(m_kind, m_surroundings.workspace.lookups().outcomes) == m_outcomes || m_outcomes.empty())
        return;
    const int before = m_outcomeRow->current();
    const OutcomeId chosen = before < 0 ? OutcomeId() : m_outcomes[size_t(before)].id;
    showOutcomes();
    for (size_t i = 0; i < m_outcomes.size(); ++i) {
        if (m_outcomes[i].id == chosen)
            m_outcomeRow->choose(int(i));
    }
}

void LogForm::chooseFollowUp(int chip)
{
    m_isDayChosen = true;
    if (!m_dayRow->isChosen(chip)) {
        chooseFollowUpDay({});
    } else if (chip == dateChip) {
        m_dayLine->show();
        m_dayLine->setFocus(Qt::OtherFocusReason);
        m_dayLine->selectAll();
    } else if (chip == noneChip) {
        chooseFollowUpDay(hasFollowUp() ? QDate() : m_surroundings.rules.today());
    } else {
        chooseFollowUpDay(m_surroundings.rules.today().addDays(followUpDays[size_t(chip)]));
    }
    showSaveText();
    keepDraft();
}

void LogForm::chooseFollowUpDay(QDate day)
{
    m_day = day;
    const qint64 days = m_surroundings.rules.today().daysTo(day);
    const auto *const found = std::find(followUpDays.begin(), followUpDays.end(), days);
    if (!day.isValid() || (!hasFollowUp() && days == 0))
        m_dayRow->choose(noneChip);
    else
        m_dayRow->choose(found == followUpDays.end() ? dateChip : int(found - followUpDays.begin()));
    const bool isTyped = m_dayRow->current() == dateChip;
    m_dayLine->setVisible(isTyped);
    if (isTyped && !m_dayLine->hasFocus())
        m_dayLine->setText(m_surroundings.rules.display.day(day));
    showSaveText();
}

void LogForm::readFollowUpDate()
{
    const EditorSurroundings &around = m_surroundings;
    const auto day = parseTypedDate(m_dayLine->text(), around.rules.today(), around.rules.order);
    m_isDayChosen = true;
    m_day = day ? *day : QDate();
    showProblem(day || m_dayLine->text().isEmpty() ? QString() : day.error().text);
    showSaveText();
    keepDraft();
}

void LogForm::showSaveText()
{
    QString text = m_planned ? tr("Done") : isTask() ? tr("Add task") : tr("Save");
    const auto when = m_when->text().isEmpty() ? Result<TypedMoment>()
                                               : app::readMoment(m_when->text(), m_surroundings.rules);
    if (!isTask() && !m_planned && when && when->at > m_surroundings.rules.now())
        text = tr("Plan it");
    if (m_day.isValid() && m_kind != ActivityKind::Note)
        text += u" · "_s + m_surroundings.rules.display.dayShort(m_day, m_surroundings.rules.today());
    m_save->setText(text);
}

void LogForm::showProblem(const QString &text)
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, tonesOf(*this).overdue);
    m_problem->setPalette(palette);
    m_problem->setText(text.isEmpty() ? text : QString(u"▲ "_s + text));
    m_problem->setVisible(!text.isEmpty());
}

void LogForm::toggleStopwatch()
{
    if (m_stopwatch) {
        const qint64 seconds = (m_surroundings.rules.now().ms - m_stopwatch.ms) / 1000;
        m_duration->setText(QString::number(qMax<qint64>(1, (seconds + 30) / 60)));
        m_stopwatch = {};
        m_tick.stop();
    } else {
        m_stopwatch = m_surroundings.rules.now();
        m_tick.start();
    }
    showStopwatch();
}

void LogForm::showStopwatch()
{
    const qint64 seconds = m_stopwatch ? (m_surroundings.rules.now().ms - m_stopwatch.ms) / 1000 : 0;
    m_watch->setText(m_stopwatch ? u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
                                 : tr("Start"));
}

Result<Activity> LogForm::activity() const
{
    const app::EntryRules &rules = m_surroundings.rules;
    Activity result = m_planned.value_or(Activity{.kind = m_kind});
    result.subject = m_title->text().trimmed();
    result.note = m_text->toPlainText().trimmed();
    result.timeZone = QString::fromLatin1(rules.display.zone().id());
    result.state = ActivityState::Done;
    if (const int outcome = m_outcomeRow->current(); outcome >= 0)
        result.outcome = m_outcomes[size_t(outcome)].id;
    if (!m_duration->text().trimmed().isEmpty()) {
        HEADWAY_TRY(seconds, app::readDuration(m_duration->text(), rules));
        result.duration = seconds;
    } else if (m_stopwatch) {
        result.duration = (rules.now().ms - m_stopwatch.ms) / 1000;
    }
    if (m_direction->current() >= 0)
        result.direction = m_direction->current() == 0 ? Direction::Outgoing : Direction::Incoming;
    if (!m_when->text().trimmed().isEmpty()) {
        HEADWAY_TRY(moment, app::readMoment(m_when->text(), rules));
        result.at = moment.at;
        result.allDay = moment.isWholeDay;
        if (!m_planned && moment.at > rules.now())
            result.state = ActivityState::Planned;
    }
    if (isTask() && !m_planned) {
        if (result.subject.isEmpty())
            return failure(ErrorCode::Invalid, tr("What is to be done? The task needs a line."));
        if (!m_day.isValid())
            return failure(ErrorCode::Invalid, tr("When is it due?"));
        result.state = ActivityState::Planned;
        result.at = {QDateTime(m_day, QTime(0, 0), rules.display.zone()).toMSecsSinceEpoch()};
        result.allDay = true;
    }
    if (m_kind == ActivityKind::Note && result.note.isEmpty())
        return failure(ErrorCode::Invalid, tr("The note is empty."));
    if (hasFollowUp() && m_dayRow->current() == dateChip && !m_day.isValid())
        return failure(ErrorCode::Invalid, tr("On which day is the follow-up?"));
    return result;
}

std::optional<Activity> LogForm::followUp(const Activity &after) const
{
    if (!hasFollowUp() || !m_day.isValid() || m_kind == ActivityKind::Note)
        return std::nullopt;
    const QTimeZone &zone = m_surroundings.rules.display.zone();
    return Activity{.kind = isTask() ? ActivityKind::Task : ActivityKind::Call,
                    .state = ActivityState::Planned,
                    .subject = m_subject.title.isEmpty() ? tr("Follow up: %1").arg(after.subject)
                                                         : tr("Follow up: %1").arg(m_subject.title),
                    .at = {QDateTime(m_day, QTime(0, 0), zone).toMSecsSinceEpoch()},
                    .allDay = true,
                    .timeZone = QString::fromLatin1(zone.id())};
}

void LogForm::save()
{
    if (!m_isOpen || m_isSaving)
        return;
    const auto done = activity();
    if (!done) {
        showProblem(done.error().text);
        return;
    }
    m_isSaving = true;
    const auto then = [this, key = draftKey()](const Result<ChangeSet> &set) {
        m_isSaving = false;
        if (!set) {
            showProblem(set.error().text);
            return;
        }
        m_surroundings.drafts.discard(key);
        if (m_isOpen && draftKey() == key)
            finish();
        Q_EMIT saved();
    };
    if (m_planned) {
        app::completeActivity(m_surroundings.workspace, this, *done, followUp(*done), then);
        return;
    }
    ActivityEntry entry{.activity = *done, .links = {m_subject.record}, .followUp = followUp(*done)};
    for (size_t i = 0; i < m_subject.people.size(); ++i) {
        if (m_people->isChosen(int(i)))
            entry.participants.push_back(m_subject.people[i].record);
    }
    app::logActivity(m_surroundings.workspace, this, entry, then);
}

void LogForm::finish()
{
    m_isOpen = false;
    m_tick.stop();
    Q_EMIT closed(); // while it still has the keyboard, if it has
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
    m_surroundings.drafts.discard(draftKey());
    if (m_isOpen)
        finish();
}

QString LogForm::draftKey() const
{
    const QString what = m_planned ? u"done-%1"_s.arg(m_planned->id.value)
                                   : u"log-"_s + textOf(Codec<ActivityKind>::read(m_kind));
    return app::Drafts::key(what, m_subject.record);
}

void LogForm::keepDraft()
{
    if (!m_isOpen)
        return;
    const bool isTitled = isTask() && !m_title->text().isEmpty();
    const bool isBlank = m_text->toPlainText().isEmpty() && m_outcomeRow->current() < 0 && !isTitled;
    const bool isAsPlanned =
        m_planned && m_text->toPlainText() == m_planned->note && m_outcomeRow->current() < 0;
    if (isBlank || isAsPlanned) {
        m_surroundings.drafts.discard(draftKey());
        return;
    }
    m_surroundings.drafts.keep(draftKey(),
                               {{u"subject"_s, m_title->text()},
                                {u"text"_s, m_text->toPlainText()},
                                {u"outcome"_s, m_outcomeRow->current()},
                                {u"day"_s, m_day.toString(Qt::ISODate)},
                                {u"when"_s, m_when->text()},
                                {u"duration"_s, m_duration->text()}});
}

void LogForm::takeUpDraft()
{
    const QJsonObject draft = m_surroundings.drafts.find(draftKey());
    if (draft.isEmpty())
        return;
    m_title->setText(draft.value(u"subject"_s).toString());
    m_outcomeRow->choose(draft.value(u"outcome"_s).toInt(-1));
    m_when->setText(draft.value(u"when"_s).toString());
    m_duration->setText(draft.value(u"duration"_s).toString());
    const QDate day = QDate::fromString(draft.value(u"day"_s).toString(), Qt::ISODate);
    if (day.isValid() || hasFollowUp())
        chooseFollowUpDay(day);
    m_text->setPlainText(draft.value(u"text"_s).toString());
    m_text->moveCursor(QTextCursor::End);
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
    // A digit before any text is the outcome.
    const bool isDigit = watched == m_text && key->modifiers() == Qt::NoModifier && !m_outcomes.empty()
        && m_outcomeRow->current() < 0 && m_text->toPlainText().isEmpty() && key->text().size() == 1
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
