// SPDX-License-Identifier: GPL-3.0-or-later
// The context that editors and pages need, for tests without a whole window.
#pragma once

#include "ui/controls/dialogs.h"
#include "ui/fields/fieldeditors.h"
#include "ui/pages/bookcontext.h"

namespace headway::test {

// For a British user in UTC; both arguments outlive it.
inline ui::EditorContext editorsOf(app::Workspace &workspace, app::Drafts &drafts)
{
    return {workspace,
            drafts,
            {.display = {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()},
             .clock = [&workspace] { return workspace.now(); },
             .order = DateOrder::DayMonthYear,
             .currency = workspace.lookups().currency}};
}

// For objects that the program shares, and that outlive the test's window.
template <class T>
std::shared_ptr<T> lent(T &thing)
{
    return {std::shared_ptr<void>(), &thing};
}

// The context of a page, for a British user in UTC. All arguments outlive it.
struct PageContext {
    ui::Dialogs dialogs;
    ui::BookContext context;

    PageContext(const std::shared_ptr<app::Workspace> &workspace, app::Drafts &drafts,
                app::Settings &settings, app::Commands &commands, ui::CommandActions &actions)
        : dialogs(settings),
          context({.workspace = workspace,
                   .drafts = lent(drafts),
                   .settings = settings,
                   .dialogs = dialogs,
                   .commands = commands,
                   .actions = actions,
                   .display = {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()}})
    {
    }
};

} // namespace headway::test
