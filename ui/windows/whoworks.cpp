// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/whoworks.h"

#include "app/program/settings.h"
#include "app/workspace/workspace.h"
#include "domain/rules/users.h"
#include "ui/people/whopanel.h"
#include "ui/shell/shell.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

std::optional<UserId> knownUser(const app::Workspace &workspace, const app::Settings &settings)
{
    const std::vector<User> users = activeUsers(workspace.lookups().users);
    if (users.size() <= 1)
        return users.empty() ? UserId{} : users.front().id;
    const UserId remembered{settings.value(app::setting::worksAs, workspace.uuid())};
    const User *user = workspace.lookups().user(remembered);
    return user && user->active ? std::optional(remembered) : std::nullopt;
}

WhoWorks::WhoWorks(Shell &shell, app::Workspace &workspace, app::Settings &settings, QStringList loginNames)
    : QObject(&shell), m_shell(shell), m_workspace(workspace), m_settings(settings),
      m_loginNames(std::move(loginNames))
{
    m_shell.commands().add({.id = u"book.user"_s,
                            .text = tr("&Work as somebody else…"),
                            .iconName = u"user-others"_s,
                            .menu = {tr("&Book")},
                            .section = 80,
                            .isEnabled = [this] { return m_shell.isBookShown(); },
                            .run = [this] { ask(); }});
    connect(&m_shell.messages(), &MessageBar::whoClicked, this, &WhoWorks::ask);
    connect(&m_workspace, &app::Workspace::userChanged, this, &WhoWorks::tellChange);
    connect(&m_workspace, &app::Workspace::lookupsChanged, this, &WhoWorks::follow);
    connect(&m_settings, &app::Settings::changed, this, [this](QLatin1StringView name, const QString &book) {
        if (name == app::setting::worksAs.name && book == m_workspace.uuid())
            become({m_settings.value(app::setting::worksAs, book)});
    });
    show();
}

WhoWorks::~WhoWorks() = default;

void WhoWorks::ask()
{
    if (!m_panel) {
        m_panel = new WhoPanel(m_workspace, m_loginNames, &m_shell);
        connect(m_panel, &WhoPanel::chosen, this, [this](UserId user) {
            m_settings.change(app::setting::worksAs, m_workspace.uuid(), user.value);
            become(user);
        });
    }
    m_panel->ask();
}

void WhoWorks::become(UserId user)
{
    m_wanted = user;
    follow();
}

// A new user can be set only after the book's lists were read again.
void WhoWorks::follow()
{
    const User *wanted = m_workspace.lookups().user(m_wanted);
    if (wanted && wanted->active)
        m_workspace.workAs(std::exchange(m_wanted, UserId()));
    show();
}

QString WhoWorks::nameOf(UserId user) const
{
    const User *known = m_workspace.lookups().user(user);
    return known ? known->name : QString();
}

void WhoWorks::show()
{
    const User *user = m_workspace.lookups().user(m_workspace.user());
    const Team *team = user ? m_workspace.lookups().team(user->team) : nullptr;
    const QString name = team ? user->name + u" · "_s + team->name : nameOf(m_workspace.user());
    m_shell.messages().showWho(name.isEmpty() ? name : tr("Working as %1").arg(name));
}

void WhoWorks::tellChange(UserId former)
{
    show();
    const QString now = nameOf(m_workspace.user());
    const QString before = nameOf(former);
    if (before.isEmpty()) {
        m_shell.messages().say(tr("You work as %1 now.").arg(now));
        return;
    }
    m_shell.messages().offer(
        tr("You work as %1 now. What was done before stays under the name of %2.").arg(now, before),
        tr("Show it"), [this, former] { Q_EMIT historyWanted(former); });
}

} // namespace headway::ui
