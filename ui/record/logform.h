// SPDX-License-Identifier: GPL-3.0-or-later
// Logging a call, meeting, visit or note, planning one, adding a task, or marking a planned activity done, without
// the mouse: an outcome by its digit, the text, a follow-up by 1, 3 or 7, Ctrl+Enter. What lies ahead is planned;
// what was planned is finished. One step in the history. Closing keeps the input as a draft of that record. Part of
// the detail pane; GUI thread; a refusal is shown in the form, which stays as it is, with the cursor where it is
// meant. What is saved is app/input/activityinput.h.
#pragma once

#include "app/input/activityinput.h"
#include "ui/fields/fieldeditors.h"
#include "ui/record/subjectpicker.h"

#include <QTimer>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace headway::ui {

class ChipRow;
class ElidedLabel;
class FinishChip;
class FlatButton;
class FormScrollArea;
class RemarkLabel;
class TextArea;
class WhenRow;

class LogForm : public QWidget
{
    Q_OBJECT
public:
    LogForm(const EditorContext &context, QWidget *parent);
    ~LogForm() override;

    // Restores the draft of this record and kind, if there is one.
    void open(ActivityKind kind, const app::LogSubject &subject);
    // Of any record: asks which one, and of which kind; those `atHand` are offered.
    void openAnew(ActivityKind kind, std::vector<SubjectPicker::Subject> atHand);

    // Takes over what was loaded of the record since: title, people, what is planned; where the user has not
    // typed or chosen.
    void learn(const app::LogSubject &subject);

    // To mark it done; begins with its values.
    void openDone(const Activity &planned, const app::LogSubject &subject);
    bool isOpen() const { return m_isOpen; }
    EntityRef subject() const { return m_input.subject().record; } // no id: not chosen yet

    void save();
    void dismiss(); // keeps the draft
    void discard();
    void takeFocus();
    bool handleKey(const QKeyEvent &event); // keys that work anywhere in the form

Q_SIGNALS:
    void subjectChosen(headway::EntityRef record);
    // `isAnew`: it was opened by openAnew().
    void saved(headway::EntityRef activity, bool isAnew);
    void closed(); // also after saving; emitted just before it hides

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Extent { Brief, Whole };
    static constexpr int dateChip = int(app::followUpDays.size()); // in the row of the follow-up
    static constexpr int noneChip = dateChip + 1;

    void build();
    void makeParts();
    void placeParts(QBoxLayout &body);
    void listen();
    QWidget *buildExtras();
    QWidget *buildPeople();
    void begin();
    void showLines(const app::LogLines &lines);
    app::LogLines lines() const;
    void showKinds();
    void showPeople();
    void showOutcomes();
    void showMove();
    void showDays();
    void showDay();
    void showExtras(Extent extent);
    void showState();
    void showWish();
    void showHeading();
    void showFinished();
    void showOwnLines();
    void setDurationAside();
    QString typedDuration() const;
    void showSaveText();
    void showProblem(const QString &text);
    void showFault(const app::LogFault &fault);
    void chooseKind(int chip);
    void chooseSubject(EntityRef record, const QString &title);
    void chooseOutcome(int chip);
    void chooseFollowUp(int chip);
    void readFollowUpDate();
    void changeTime();
    void logSeparately();
    void toggleStopwatch();
    void offerStopwatch();
    void showStopwatch();
    void keepDraft();
    void finish();
    bool isExtended() const;
    QWidget *firstPart() const;

    const EditorContext &m_context;
    app::ActivityInput m_input;
    bool m_isOpen = false;
    bool m_isSaving = false;
    QString m_ownTitle; // what the form itself has written into its lines
    QString m_ownText;
    QString m_ownDuration;
    QString m_durationAside; // typed, while the time has an end of its own
    QTimer m_tick;

    ElidedLabel *m_heading = nullptr;
    FormScrollArea *m_area = nullptr; // scrolls the body where there is no room; the foot stays in sight
    QWidget *m_body = nullptr;
    ChipRow *m_kinds = nullptr;
    SubjectPicker *m_picker = nullptr;
    WhenRow *m_when = nullptr;
    FinishChip *m_finishing = nullptr;
    QLineEdit *m_title = nullptr;
    ChipRow *m_outcomeRow = nullptr;
    RemarkLabel *m_wish = nullptr; // not to be called
    RemarkLabel *m_move = nullptr; // what the outcome does to a lead
    TextArea *m_text = nullptr;
    QLineEdit *m_place = nullptr;
    QLabel *m_dayLabel = nullptr;
    ChipRow *m_dayRow = nullptr;
    QLineEdit *m_dayLine = nullptr;
    FlatButton *m_more = nullptr;
    QWidget *m_peoplePart = nullptr;
    ChipRow *m_people = nullptr;
    QWidget *m_extras = nullptr;
    QLineEdit *m_duration = nullptr;
    FlatButton *m_watch = nullptr;
    QLabel *m_directionLabel = nullptr;
    ChipRow *m_direction = nullptr;
    RemarkLabel *m_problem = nullptr;
    FlatButton *m_save = nullptr;
};

} // namespace headway::ui
