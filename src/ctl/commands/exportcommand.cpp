// SPDX-License-Identifier: GPL-3.0-or-later
// export: records of one kind as CSV, or as an address book
#include "ctl/commands.h"

#include "ctl/counts.h"
#include "ctl/kinds.h"
#include "ctl/progressprinter.h"
#include "ctl/typed.h"
#include "ctl/words.h"
#include "domain/text/quoted.h"
#include "transfer/archive.h"
#include "transfer/export/exporter.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

Result<exchange::CsvDialect> dialectNamed(const Session &session, const QString &word)
{
    if (word.isEmpty() || word == "machine"_L1)
        return exchange::CsvDialect::machine();
    if (word != "spreadsheet"_L1)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("There is no dialect %1: it is machine or spreadsheet.").arg(Quoted{word}));
    const bool decimalComma = session.display().locale().decimalPoint() == u","_s;
    return exchange::CsvDialect::spreadsheet(decimalComma ? u';' : u',');
}

// In which form; the default is that of most programs.
Result<> readFormat(const Arguments &arguments, transfer::TargetFile &target)
{
    const QString format = arguments.value(u"--format"_s);
    const QString version = arguments.value(u"--vcard-version"_s);
    if (!format.isEmpty() && format != "csv"_L1 && format != "vcard"_L1)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("There is no format %1: it is csv or vcard.").arg(Quoted{format}));
    if (format != "vcard"_L1) {
        if (!version.isEmpty())
            return failure(ErrorCode::Invalid, Sentence::tr("--vcard-version is for --format vcard."));
        return {};
    }
    target.format = transfer::FileFormat::VCard;
    if (!version.isEmpty() && version != "3.0"_L1 && version != "4.0"_L1)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("vCards are written as 3.0 or 4.0, not as %1.").arg(Quoted{version}));
    target.cards = version == "4.0"_L1 ? exchange::CardVersion::V40 : exchange::CardVersion::V30;
    for (const QString &option : {u"--columns"_s, u"--dialect"_s}) {
        if (arguments.has(option))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("A vCard has all there is of a record: --format vcard takes no %1.")
                               .arg(option));
    }
    return {};
}

Result<transfer::ExportRequest> requestOf(Session &session, const Arguments &arguments)
{
    transfer::ExportRequest request;
    HEADWAY_TRY(kind, kindNamed(arguments.word(0)));
    HEADWAY_TRY(typed, typedQuery(session, kind, arguments));
    request.query = typed.query;
    request.columns = arguments.listed(u"--columns"_s);
    if (request.columns.isEmpty()) { // those of a view
        for (const int field : typed.fields)
            request.columns += QString(entityInfo(kind).field(field).name);
    }
    HEADWAY_TRY(viewer, session.viewer());
    request.viewer = viewer;
    return request;
}

Result<transfer::ExportReport> exportTo(const transfer::TargetFile &target, sql::Connection &book,
                                        const transfer::ExportRequest &request, const Progress &progress)
{
    if (!target.path.isEmpty() && target.path != "-"_L1)
        return transfer::exportFile(book, request, target, progress);
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return failure(ErrorCode::Unreadable, Sentence::tr("The standard output cannot be written."));
    return transfer::exportInto(output, book, request, target, progress);
}

// Every kind, one file each, in a folder.
Result<ExitStatus> exportAll(Session &session, const Arguments &arguments)
{
    const QString folder = arguments.value(u"--output"_s);
    if (folder.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("export all needs a folder to write to: -o FOLDER."));
    for (const QString &option : {u"--filter"_s, u"--view"_s, u"--columns"_s, u"--sort"_s, u"--dialect"_s,
                                  u"--format"_s, u"--vcard-version"_s}) {
        if (arguments.has(option))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("export all leaves nothing out and takes no %1.").arg(option));
    }
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    Result<transfer::ArchiveReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Exported"), Words::tr("rows"));
        report = transfer::exportArchive(*book, folder, line.progress());
    }
    if (!report)
        return failure(report.error());
    if (session.output().isJson())
        session.output().write(
            QJsonObject{{u"folder"_s, folder}, {u"files"_s, report->files}, {u"records"_s, report->records}});
    session.output().tell(Sentence::tr("Exported %1 to %2 in %3.")
                              .arg(recordCount(report->records), fileCount(report->files), folder));
    return ExitStatus::Done;
}

} // namespace

Result<ExitStatus> runExport(Session &session, const Arguments &arguments)
{
    if (arguments.word(0) == "all"_L1)
        return exportAll(session, arguments);
    HEADWAY_TRY(request, requestOf(session, arguments));
    HEADWAY_TRY(dialect, dialectNamed(session, arguments.value(u"--dialect"_s)));
    const QString path = arguments.value(u"--output"_s);
    const auto digest = session.output().isJson() ? transfer::Digest::Sha256 : transfer::Digest::None;
    transfer::TargetFile target{.path = path, .csv = dialect, .digest = digest};
    HEADWAY_CHECK(readFormat(arguments, target));
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    Result<transfer::ExportReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Exported"), Words::tr("rows"));
        report = exportTo(target, *book, request, line.progress());
    }
    if (!report)
        return failure(report.error());
    if (path.isEmpty() || path == "-"_L1)
        return ExitStatus::Done; // the rows themselves are the output
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"kind"_s, wordOf(request.query.kind)},
                                           {u"file"_s, path},
                                           {u"rows"_s, report->rows},
                                           {u"columns"_s, QJsonArray::fromStringList(report->columns)},
                                           {u"left_out"_s, report->leftOut},
                                           {u"sha256"_s, QString::fromLatin1(report->sha256.toHex())}});
    session.output().tell(Sentence::tr("Exported %1 %2 to %3.")
                              .arg(report->rows, counted(report->rows, request.query.kind), path));
    if (report->leftOut > 0)
        session.output().tell((report->leftOut == 1
                                   ? Sentence::tr("  Left out: 1 that belongs to a deleted record.")
                                   : Sentence::tr("  Left out: %1 that belong to deleted records."))
                                  .arg(report->leftOut));
    return ExitStatus::Done;
}

} // namespace headway::ctl
