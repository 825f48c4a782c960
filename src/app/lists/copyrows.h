// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a list as text for the clipboard: the columns and cells as shown, under their headings. On a
// reader's thread; fails as the database does.
#pragma once

#include "app/lists/columns.h"
#include "app/workspace/workspace.h"
#include "domain/records/lookups.h"
#include "domain/result.h"

#include <QByteArray>

#include <vector>

namespace headway::sql {
class Connection;
}

namespace headway::app {

struct CopyRequest {
    EntityKind kind = EntityKind::Deal;
    std::vector<qint64> ids = {}; // in the order of the list
    std::vector<Column> columns = {};
    Display display;
    Lookups lookups = {};
};

struct CopiedRows {
    qint64 rows = 0;     // without records that no longer exist
    QString tabbed = {}; // one line per row, tabs between cells; line breaks in cells become spaces
    QByteArray csv = {}; // UTF-8, commas
};

Result<CopiedRows> copyRows(sql::Connection &connection, const CopyRequest &request);
// The same in the background; `then` is called on the GUI thread.
Ticket copyRows(Workspace &workspace, QObject *context, const CopyRequest &request,
                std::function<void(Result<CopiedRows>)> then);

} // namespace headway::app
