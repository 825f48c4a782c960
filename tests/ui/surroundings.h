// SPDX-License-Identifier: GPL-3.0-or-later
// What editors need around them, for tests without a whole window.
#pragma once

#include "ui/fields/fieldeditors.h"

namespace headway::test {

// As a British reader in UTC sees and types things; both outlive it.
inline ui::EditorSurroundings surroundingsOf(app::Workspace &workspace, app::Drafts &drafts)
{
    return {workspace,
            drafts,
            {.display = {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()},
             .clock = [&workspace] { return workspace.now(); },
             .order = DateOrder::DayMonthYear,
             .currency = workspace.lookups().currency}};
}

} // namespace headway::test
