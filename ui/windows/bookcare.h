// SPDX-License-Identifier: GPL-3.0-or-later
// Backing up and checking a window's book, as commands. One for each window on a book; GUI thread. Errors and
// what was found are shown in the window's message bar.
#pragma once

#include "app/workspace/workspace.h"

#include <QObject>

namespace headway::app {
struct BookHealth;
}

namespace headway::ui {

class Dialogs;
class Shell;

class BookCare : public QObject
{
    Q_OBJECT
public:
    // All arguments outlive it; the shell owns it.
    BookCare(Shell &shell, app::Workspace &workspace, Dialogs &dialogs);
    ~BookCare() override;

    void saveCopy(); // asks where

private:
    void check();
    void tell(const app::BookHealth &health);

    Shell &m_shell;
    app::Workspace &m_workspace;
    Dialogs &m_dialogs;
    app::Ticket m_check;
};

} // namespace headway::ui
