// SPDX-License-Identifier: GPL-3.0-or-later
// Reports the steps of a window's book and undoes them: each step in the message bar with Undo; undo, redo
// and reading again as commands; what to do when the book is lost. One for each window on a book; GUI thread.
// Errors are shown in the window's message bar.
#pragma once

#include "domain/result.h"

#include <QObject>

namespace headway {
struct Operation;
}

namespace headway::app {
class Workspace;
struct StepRefusal;
} // namespace headway::app

namespace headway::ui {

class BookCare;
class Dialogs;
class Shell;

class BookSteps : public QObject
{
    Q_OBJECT
public:
    // All arguments outlive it; the shell owns it.
    BookSteps(Shell &shell, app::Workspace &workspace, Dialogs &dialogs);
    ~BookSteps() override;

    void sayError(const Error &error);
    // A step was not undone: with what stands in its way, if that are steps.
    void sayRefusal(const app::StepRefusal &refusal);

Q_SIGNALS:
    void stepWanted(qint64 step); // to be shown in the history

private:
    void addCommands();
    void readAgain();
    void tell(const Operation &step);
    void tellTakingBack(qint64 done, qint64 all);
    void endTakingBack();
    void tellLoss(const Error &error);

    Shell &m_shell;
    app::Workspace &m_workspace;
    BookCare *m_care;
    int m_takingBack = 0; // as long as it is shown
};

} // namespace headway::ui
