// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the book, or a part of it: who, when, what; below, what the chosen step changed, whose record
// the detail pane shows; and the button that undoes that step. It stays the chosen one until the user chooses
// another, whatever newer steps are folded over it. GUI thread; errors are emitted by failed().
#pragma once

#include "app/history/takingback.h"
#include "ui/pages/bookpage.h"

#include <memory>

class QStandardItemModel;
class QTableView;

namespace headway::app {
class HistoryModel;
struct HistoryLines;
} // namespace headway::app

namespace headway::ui {

class BookContext;
class ElidedLabel;
class FlatButton;
class HistoryBar;

class HistoryPage : public BookPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context);
    explicit HistoryPage(BookContext &context); // outlives the page
    ~HistoryPage() override;

    void takeBack(); // undoes the chosen step

    // "user:3 kind:deal days:this-week record:deal/17", which may be narrowed to; "step:2063" is chosen in the
    // whole history. Empty: everything.
    void showPlace(const QString &place) override;
    EntityRef current() const override { return m_record; }

Q_SIGNALS:
    // A step was not undone.
    void refused(const headway::app::StepRefusal &refusal);

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override; // the shell focuses the page as a whole
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBelow();
    void connectSteps();
    void narrow();
    void chooseStep();
    void standAtStep();
    void showStep();
    void readLines();
    void clearLines();
    void showLines(const app::HistoryLines &lines);
    void forgetStep();
    bool foldByKey(int key);
    void foldByClick(const QModelIndex &index);

    app::Workspace &m_workspace;
    const app::Display &m_display;
    std::unique_ptr<app::HistoryModel> m_steps;
    HistoryBar *m_bar;
    QStandardItemModel *m_lines;
    QTableView *m_stepView;
    QTableView *m_lineView;
    ElidedLabel *m_title;
    FlatButton *m_takeBack;
    qint64 m_step = 0;         // that is chosen, and would be undone
    qint64 m_shown = 0;        // the step whose changes are shown, or being read
    EntityRef m_record;        // of the chosen step
    bool m_isLosing = false;   // rows that go take the current one along: nobody has chosen the next
    bool m_isStanding = false; // the row of the chosen step is made the current one again
    app::Ticket m_read;
};

} // namespace headway::ui
