// SPDX-License-Identifier: GPL-3.0-or-later
// Writes records of the book as rows of a file or as cards, page by page in constant memory, all from one state of the
// book. A file written in the machine dialect and read by importFile() with `match` "id" gives the same
// bytes when exported again. Called on a reader's thread, which reads; what is read is written on a thread of its own.
// Fails as the database and the sink do, on unknown columns, and when the user cancels.
#pragma once

#include "domain/progress.h"
#include "domain/query/filter.h"
#include "domain/query/grouping.h"
#include "exchange/csv/csvdialect.h"
#include "exchange/vcard/card.h"
#include "store/reading/query.h"
#include "transfer/export/exportpurpose.h"
#include "transfer/export/hashingdevice.h"
#include "transfer/export/rowsink.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

class QIODevice;

namespace headway::transfer {

// How an activity that takes the whole day is written: as that day; or, for a file that is to bring back just what was
// there, as the moment that it has where the day alone would be another one.
enum class WholeDays { AsDays, AsTheyLie };

struct ExportRequest {
    Query query = {};                      // kind, filter and order; default order: by id
    QStringList columns = {};              // empty: exportColumns()
    store::Viewer viewer = {};             // for "me" and "today" in the filter
    std::optional<Grouping> grouping = {}; // group by group, as in a list; the order applies within each
    int firstMonth = 1;                    // of the fiscal year, for quarters
    QDate today = {};                      // for what is due
    WholeDays wholeDays = WholeDays::AsDays;
    ExportPurpose purpose = ExportPurpose::Any;
};

// Of people and companies there are cards, see hasCards(); the others are tables.
enum class FileFormat { Csv, Xlsx, VCard };

// What the name of the file ends with; none if that is of no format.
[[nodiscard]] std::optional<FileFormat> formatCalled(const QString &path);

// The path of the file to write, and how.
struct TargetFile {
    QString path = {};
    FileFormat format = FileFormat::Csv;
    QString sheet = {}; // how that of a workbook is called; empty: as the kind
    exchange::CsvDialect csv = exchange::CsvDialect::machine();
    exchange::CardVersion cards = exchange::CardVersion::V30; // the most programs read
    Digest digest = Digest::None;
};

struct ExportReport {
    QStringList columns = {};
    qint64 rows = 0;
    // Child records of deleted records (the e-mail address of a deleted contact), which are not written.
    qint64 leftOut = 0;
    qint64 unwilling = 0;   // records that are not written, since they do not want what the file is for
    qint64 shortened = 0;   // texts that were longer than the format can hold
    QByteArray sha256 = {}; // of the file, if requested
};

// Whether such records can be written as vCards.
[[nodiscard]] bool hasCards(EntityKind kind);

// The columns of a complete export: id, the fields, references as NAME and NAME_id, custom fields as
// custom.NAME, created. `modified` can be requested in addition, and what else a list may show: of deals their
// `probability` and `weighted`, of activities `with` and `deal`, the names of the records they are about.
[[nodiscard]] Result<QStringList> exportColumns(sql::Connection &connection, EntityKind kind);

[[nodiscard]] Result<ExportReport> exportRows(sql::Connection &connection, const ExportRequest &request,
                                              RowSink &sink, const Progress &progress = {});

// The same within the caller's read transaction, to export several kinds from one state.
[[nodiscard]] Result<ExportReport> exportWithin(sql::Connection &connection, const ExportRequest &request,
                                                RowSink &sink, const Progress &progress = {});

// To a device that is open for writing, in that format; the path does not matter. Invalid if the kind has no such format.
[[nodiscard]] Result<ExportReport> exportInto(QIODevice &device, sql::Connection &connection,
                                              const ExportRequest &request, const TargetFile &target,
                                              const Progress &progress = {});

// Writes to a temporary file and renames it, so that a failed export never leaves half a file, nor harms an
// older one.
[[nodiscard]] Result<ExportReport> exportFile(sql::Connection &connection, const ExportRequest &request,
                                              const TargetFile &target, const Progress &progress = {});

} // namespace headway::transfer
