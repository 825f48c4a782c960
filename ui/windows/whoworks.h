// SPDX-License-Identifier: GPL-3.0-or-later
// Who works in a window on a book: shown at its foot, changed there or by command, remembered for the book on
// this computer. All windows on the book follow. One for each window; GUI thread; nothing fails.
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

// The one whom this computer remembers for the book, if they still work there; else the only one there is.
// None: somebody has to say.
std::optional<UserId> knownUser(const app::Workspace &workspace, const app::Settings &settings);

class WhoWorks : public QObject
{
    Q_OBJECT
public:
    // All outlive it; the shell owns it.
    WhoWorks(Shell &shell, app::Workspace &workspace, app::Settings &settings, QStringList loginNames);
    ~WhoWorks() override;

    void ask();

Q_SIGNALS:
    // Somebody wants to see what was done under the other name.
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
    UserId m_wanted;             // who is to work here once the book's lists have them
    WhoPanel *m_panel = nullptr; // once it was asked for
};

} // namespace headway::ui
