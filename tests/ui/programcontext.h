// SPDX-License-Identifier: GPL-3.0-or-later
// What editors and pages need around them, for tests without a whole window.
#pragma once

#include "ui/controls/dialogs.h"
#include "ui/fields/fieldeditors.h"
#include "ui/pages/bookcontext.h"

namespace headway::test {

// As a British reader in UTC sees and types things; both outlive it.
inline ui::EditorContext editorsOf(app::Workspace &workspace, app::Drafts &drafts)
{
    return {workspace,
            drafts,
            {.display = {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()},
             .clock = [&workspace] { return workspace.now(); },
             .order = DateOrder::DayMonthYear,
             .currency = workspace.lookups().currency}};
}

// For what would share it in the program, and outlives the test's window.
template <class T>
std::shared_ptr<T> lent(T &thing)
{
    return {std::shared_ptr<void>(), &thing};
}

// What a page is given, as for a British reader in UTC. All outlive it.
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
