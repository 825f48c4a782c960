// SPDX-License-Identifier: GPL-3.0-or-later
// Logging a call, meeting, visit or note, planning a task, or marking a planned activity done, without
// the mouse: an outcome by its digit, the text, a follow-up by 1, 3 or 7, Ctrl+Enter. One step in the
// history. Closing keeps what was typed as a draft of that record. Part of the detail pane; GUI thread;
// a refusal is said in the form, which stays as it is.
#pragma once

#include "ui/fields/fieldeditors.h"

#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace headway::ui {

class ChipRow;
class ElidedLabel;
class FlatButton;

// Somebody who may have taken part.
struct Person {
    EntityRef record;
    QString name;
};

struct LogSubject {
    EntityRef record = {};
    QString title = {};
    std::vector<Person> people = {};
};

class LogForm : public QWidget
{
    Q_OBJECT
public:
    LogForm(const EditorSurroundings &surroundings, QWidget *parent);
    ~LogForm() override;

    // With the draft of this record and kind, if there is one.
    void open(ActivityKind kind, const LogSubject &subject);

    // What has been read of the record since: its title and people, where nobody typed or chose.
    void learn(const LogSubject &subject);

    // To mark it done, with what it holds already.
    void openDone(const Activity &planned, const LogSubject &subject);
    bool isOpen() const { return m_isOpen; }

    void save();
    void dismiss(); // keeps the draft
    void discard();
    bool handleKey(const QKeyEvent &event); // keys that work anywhere in the form

Q_SIGNALS:
    void saved();
    void closed(); // also after saving; it is about to hide

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Extent { Brief, Whole };

    void build();
    void makeParts();
    void listen();
    QWidget *buildExtras();
    void begin(ActivityKind kind, const LogSubject &subject);
    void showPeople();
    QString ownTitle() const; // before anybody types another
    void showOutcomes();
    void renewOutcomes();
    QDate suggestedDay(qint64 days) const;
    void showFollowUps();
    void showExtras(Extent extent);
    void showSaveText();
    void showProblem(const QString &text);
    void chooseOutcome(int outcome);
    void chooseFollowUp(int chip);
    void chooseFollowUpDay(QDate day);
    void readFollowUpDate();
    void toggleStopwatch();
    void showStopwatch();
    bool isTask() const { return m_kind == ActivityKind::Task; }
    bool hasFollowUp() const { return !isTask() || m_planned; }

    Result<Activity> activity() const;
    std::optional<Activity> followUp(const Activity &after) const;
    QString draftKey() const;
    void keepDraft();
    void takeUpDraft();
    void finish();

    const EditorSurroundings &m_surroundings;
    ActivityKind m_kind = ActivityKind::Call;
    LogSubject m_subject;
    std::optional<Activity> m_planned; // being marked done
    std::vector<Outcome> m_outcomes;
    QDate m_day;                // of the follow-up, or of the task; invalid: none
    bool m_isDayChosen = false; // by the person: an outcome's suggestion no longer counts
    Instant m_stopwatch;        // running since
    bool m_isOpen = false;
    bool m_isSaving = false;
    QTimer m_tick;

    ElidedLabel *m_heading = nullptr;
    QLineEdit *m_title = nullptr;
    ChipRow *m_outcomeRow = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_dayLabel = nullptr;
    ChipRow *m_dayRow = nullptr;
    QLineEdit *m_dayLine = nullptr;
    FlatButton *m_more = nullptr;
    QWidget *m_extras = nullptr;
    QLineEdit *m_when = nullptr;
    QLineEdit *m_duration = nullptr;
    FlatButton *m_watch = nullptr;
    ChipRow *m_direction = nullptr;
    QLabel *m_peopleLabel = nullptr;
    ChipRow *m_people = nullptr;
    QLabel *m_problem = nullptr;
    FlatButton *m_save = nullptr;
};

} // namespace headway::ui
