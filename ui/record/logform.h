// SPDX-License-Identifier: GPL-3.0-or-later
// Logging a call, meeting, visit or note, planning a task, or marking a planned activity done, without the
// mouse: an outcome by its digit, the text, a follow-up by 1, 3 or 7, Ctrl+Enter. One step in the history.
// Closing keeps the input as a draft of that record. Part of the detail pane; GUI thread; a refusal is shown
// in the form, which stays as it is. What is saved is app/input/activityinput.h.
#pragma once

#include "app/input/activityinput.h"
#include "ui/fields/fieldeditors.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace headway::ui {

class ChipRow;
class ElidedLabel;
class FlatButton;

class LogForm : public QWidget
{
    Q_OBJECT
public:
    LogForm(const EditorContext &context, QWidget *parent);
    ~LogForm() override;

    // Restores the draft of this record and kind, if there is one.
    void open(ActivityKind kind, const app::LogSubject &subject);

    // Takes over what was loaded of the record since: title and people, where the user has not typed or
    // chosen.
    void learn(const app::LogSubject &subject);

    // To mark it done; begins with its values.
    void openDone(const Activity &planned, const app::LogSubject &subject);
    bool isOpen() const { return m_isOpen; }

    void save();
    void dismiss(); // keeps the draft
    void discard();
    bool handleKey(const QKeyEvent &event); // keys that work anywhere in the form

Q_SIGNALS:
    void saved();
    void closed(); // also after saving; emitted just before it hides

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Extent { Brief, Whole };

    void build();
    void makeParts();
    void listen();
    QWidget *buildExtras();
    void begin();
    void showLines(const app::LogLines &lines);
    app::LogLines lines() const;
    void showPeople();
    void showOutcomes();
    void showHappened();
    void showDays();
    void showDay();
    void showExtras(Extent extent);
    void showSaveText();
    void showProblem(const QString &text);
    void chooseOutcome(int chip);
    void chooseHappened(int chip);
    void chooseFollowUp(int chip);
    void readFollowUpDate();
    void toggleStopwatch();
    void offerStopwatch();
    void showStopwatch();
    void keepDraft();
    void finish();

    const EditorContext &m_context;
    app::ActivityInput m_input;
    bool m_isOpen = false;
    bool m_isSaving = false;
    QTimer m_tick;

    ElidedLabel *m_heading = nullptr;
    QLineEdit *m_title = nullptr;
    ChipRow *m_outcomeRow = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_happenedLabel = nullptr;
    ChipRow *m_happened = nullptr; // only of a planned one whose time has passed
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
