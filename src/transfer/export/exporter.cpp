// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/exporter.h"

#include "domain/savefile.h"
#include "store/rows/records.h"
#include "transfer/export/cardexport.h"
#include "transfer/export/csvsink.h"
#include "transfer/export/exportpage.h"
#include "transfer/export/pageline.h"
#include "transfer/export/rowcells.h"
#include "transfer/export/xlsxsink.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

// Reads page after page and sends them on. What the writing failed with counts more than that it had no use for more.
Result<> readPages(ExportReader &reader, PageLine &line, const Progress &progress)
{
    for (qint64 done = 0;;) {
        auto page = line.emptyPage();
        if (!page)
            return line.finish();
        HEADWAY_TRY(isMore, reader.next(*page));
        if (!isMore)
            return line.finish();
        done += qint64(page->records.size());
        line.send(std::move(page));
        if (progress && !progress(done, reader.count()))
            return failure(ErrorCode::Cancelled, Sentence::tr("Cancelled; nothing was exported."));
    }
}

Result<ExportReport> exportAs(QIODevice &device, sql::Connection &connection, const ExportRequest &request,
                              const TargetFile &target, const Progress &progress)
{
    switch (target.format) {
    case FileFormat::VCard: return exportCards(connection, request, device, target.cards, progress);
    case FileFormat::Xlsx: {
        QString sheet = target.sheet.isEmpty() ? QString::fromLatin1(entityInfo(request.query.kind).plural)
                                               : target.sheet;
        sheet.front() = sheet.front().toUpper();
        XlsxSink sink(device, sheet);
        return exportRows(connection, request, sink, progress);
    }
    case FileFormat::Csv: break;
    }
    CsvSink sink(device, target.csv);
    return exportRows(connection, request, sink, progress);
}

Error cannotBeWritten(const QString &path, ErrorCode code, const QString &why)
{
    return {code, Sentence::tr("%1 cannot be written: %2.").arg(path, why)};
}

} // namespace

Result<QStringList> exportColumns(sql::Connection &connection, EntityKind kind)
{
    HEADWAY_TRY(custom, customFieldsOf(connection, kind));
    QStringList titles;
    for (const ExportColumn &column : allColumns(kind, custom))
        titles += column.title;
    return titles;
}

Result<ExportReport> exportWithin(sql::Connection &connection, const ExportRequest &request, RowSink &sink,
                                  const Progress &progress)
{
    const EntityKind kind = request.query.kind;
    HEADWAY_TRY(custom, customFieldsOf(connection, kind));
    HEADWAY_TRY(columns, chosenColumns(kind, custom, request.columns));
    HEADWAY_TRY(written, willing(connection, request.query, request.purpose, request.viewer));
    ExportRequest narrowed = request;
    narrowed.query = written.query;
    ExportReport report{.unwilling = written.unwilling};
    for (const ExportColumn &column : columns)
        report.columns += column.title;

    HEADWAY_CHECK(sink.begin(report.columns));
    HEADWAY_TRY(stages, store::loadAll<Stage>(connection));
    HEADWAY_TRY(reader, ExportReader::open(connection, narrowed, columns));
    RowCells cells({kind, custom, columns, reader->references(), request.wholeDays, stages});
    PageLine line([&](const ExportPage &page) -> Result<> {
        for (size_t record = 0; record < page.records.size(); ++record) {
            if (cells.isOrphan(page, record)) {
                ++report.leftOut;
                continue;
            }
            HEADWAY_CHECK(sink.add(cells.of(page, record)));
            ++report.rows;
        }
        return {};
    });
    HEADWAY_CHECK(readPages(*reader, line, progress));
    HEADWAY_CHECK(sink.finish());
    report.shortened = sink.shortened();
    return report;
}

Result<ExportReport> exportRows(sql::Connection &connection, const ExportRequest &request, RowSink &sink,
                                const Progress &progress)
{
    const auto snapshot = sql::Transaction::read(connection);
    if (!snapshot)
        return failure(snapshot.error());
    return exportWithin(connection, request, sink, progress);
}

std::optional<FileFormat> formatCalled(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "csv"_L1)
        return FileFormat::Csv;
    if (suffix == "xlsx"_L1)
        return FileFormat::Xlsx;
    if (suffix == "vcf"_L1 || suffix == "vcard"_L1)
        return FileFormat::VCard;
    return std::nullopt;
}

Result<ExportReport> exportInto(QIODevice &device, sql::Connection &connection, const ExportRequest &request,
                                const TargetFile &target, const Progress &progress)
{
    HashingDevice hashed(device, target.digest);
    HEADWAY_TRY(report, exportAs(hashed, connection, request, target, progress));
    report.sha256 = hashed.hash();
    return std::move(report);
}

Result<ExportReport> exportFile(sql::Connection &connection, const ExportRequest &request,
                                const TargetFile &target, const Progress &progress)
{
    QSaveFile file(target.path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(cannotBeWritten(target.path, ErrorCode::Unreadable, file.errorString()));
    HEADWAY_TRY(report, exportInto(file, connection, request, target, progress));
    if (!commitWhole(file))
        return failure(cannotBeWritten(target.path, ErrorCode::Full, file.errorString()));
    return std::move(report);
}

} // namespace headway::transfer
