// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/bookcheck.h"

#include "store/maintenance/check.h"

#include <utility>

namespace headway::app {

Ticket checkBook(Workspace &workspace, QObject *context, const Progress &progress,
                 std::function<void(Result<BookHealth>)> then)
{
    return workspace.read<BookHealth>(
        context,
        [progress](sql::Connection &connection) -> Result<BookHealth> {
            HEADWAY_TRY(report, store::checkBook(connection, store::CheckDepth::Thorough, progress));
            return BookHealth{report.isSound(), report.sentences()};
        },
        std::move(then));
}

} // namespace headway::app
