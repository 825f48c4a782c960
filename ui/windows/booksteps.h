// SPDX-License-Identifier: GPL-3.0-or-later
// What a window says of the steps of its book, and how it takes them back: each step in the message bar
// with Undo; undo, redo and reading anew as commands; what can be done when the book is lost. One for each
// window on a book; GUI thread. What fails is told in the window's message bar.
#pragma once

#include "domain/result.h"

#include <QObject>

namespace headway {
struct Operation;
}

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class Dialogs;
class Shell;

class BookSteps : public QObject
{
    Q_OBJECT
public:
    // All outlive it; the shell owns it.
    BookSteps(Shell &shell, app::Workspace &workspace, Dialogs &dialogs);
    ~BookSteps() override;

    void sayError(const Error &error);

private:
    void addCommands();
    void readAgain();
    void tell(const Operation &step);
    void tellLoss(const Error &error);
    void saveCopy();

    Shell &m_shell;
    app::Workspace &m_workspace;
    Dialogs &m_dialogs;
};

} // namespace headway::ui
