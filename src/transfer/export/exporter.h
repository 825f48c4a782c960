// SPDX-License-Identifier: GPL-3.0-or-later
// Writes records of the book as rows of a file, page by page with flat memory, all of it from one state of
// the book. What is written in the machine dialect comes back through importFile() with `match` "id" such
// that a second export has the same bytes. Called on a reader's thread. Fails as the database and the
// sink do, on unknown columns, and when the user cancels.
#pragma once

#include "domain/progress.h"
#include "domain/query/filter.h"
#include "store/reading/query.h"
#include "transfer/export/csvsink.h"

#include <QByteArray>
#include <QStringList>

namespace headway::transfer {

struct ExportRequest {
    Query query = {};          // kind, filter and order; without an order by id
    QStringList columns = {};  // empty: exportColumns()
    store::Viewer viewer = {}; // who asks: "me" and "today" in the filter
};

// A file to be written, and how.
struct TargetFile {
    QString path = {};
    exchange::CsvDialect csv = exchange::CsvDialect::machine();
    Digest digest = Digest::None;
};

struct ExportReport {
    QStringList columns = {};
    qint64 rows = 0;
    // Rows of deleted records' child records (the e-mail address of a deleted contact): not written.
    qint64 leftOut = 0;
    QByteArray sha256 = {}; // of the file, if that was wanted
};

// The columns of an export that loses nothing: id, the fields, references as NAME and NAME_id, the user's
// own fields as custom.NAME, created. `modified` can be asked for in addition.
[[nodiscard]] Result<QStringList> exportColumns(sql::Connection &connection, EntityKind kind);

[[nodiscard]] Result<ExportReport> exportRows(sql::Connection &connection, const ExportRequest &request,
                                              RowSink &sink, const Progress &progress = {});

// The same for a caller who has begun a read transaction and wants several kinds of one state.
[[nodiscard]] Result<ExportReport> exportWithin(sql::Connection &connection, const ExportRequest &request,
                                                RowSink &sink, const Progress &progress = {});

// Writes aside and renames, so that a failed export never leaves half a file, nor harms an older one.
[[nodiscard]] Result<ExportReport> exportFile(sql::Connection &connection, const ExportRequest &request,
                                              const TargetFile &target, const Progress &progress = {});

} // namespace headway::transfer
