// SPDX-License-Identifier: GPL-3.0-or-later
// The current user of a book: shown in the message bar of a window, changed there or by command, remembered
// for the book on this computer. All windows on the book follow. One for each window; GUI thread; nothing
// fails.
#pragma once

#include "domain/fields/ids.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace headway {
struct User;
}

namespace headway::app {
class Settings;
class Workspace;
} // namespace headway::app

namespace headway::ui {

class Shell;
class WhoPanel;

// The only active user of the book, or the one this computer remembers for it, if still active. None: the
// user must be asked.
std::optional<UserId> knownUser(const app::Workspace &workspace, const app::Settings &settings);

class WhoWorks : public QObject
{
    Q_OBJECT
public:
    // All arguments outlive it; the shell owns it.
    WhoWorks(Shell &shell, app::Workspace &workspace, app::Settings &settings, QStringList loginNames);
    ~WhoWorks() override;

    void ask();

Q_SIGNALS:
    // The user wants to see the steps made under the former name.
    void historyWanted(headway::UserId user);

private:
    void become(UserId user);
    void follow();
    void show();
    void tellChange(UserId former);
    QString nameOf(UserId user) const;

    Shell &m_shell;
    app::Workspace &m_workspace;
    app::Settings &m_settings;
    const QStringList m_loginNames;
    UserId m_wanted;             // set as soon as the book's lists have this user
    WhoPanel *m_panel = nullptr; // created on first use
};

} // namespace headway::ui
