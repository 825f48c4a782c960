// SPDX-License-Identifier: GPL-3.0-or-later
// export: records of one kind as a file
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

Result<transfer::ExportPurpose> purposeNamed(const QString &word)
{
    if (word.isEmpty())
        return transfer::ExportPurpose::Any;
    if (word == "mailing"_L1)
        return transfer::ExportPurpose::Mailing;
    if (word == "calls"_L1)
        return transfer::ExportPurpose::Calls;
    return failure(ErrorCode::Invalid,
                   Sentence::tr("A file is for mailing or for calls, not for %1.").arg(Quoted{word}));
}

Result<transfer::ExportRequest> requestOf(Session &session, const Arguments &arguments)
{
    transfer::ExportRequest request;
    HEADWAY_TRY(kind, kindNamed(arguments.word(0)));
    HEADWAY_TRY(typed, typedQuery(session, kind, arguments));
    request.query = typed.query;
    request.columns = arguments.listed(u"--columns"_s);
    if (request.columns.isEmpty()) { // those of a view
        for (const TypedColumn &column : typed.columns)
            request.columns += column.own ? u"custom."_s + column.own->name
                                          : QString(entityInfo(kind).field(column.field).name);
    }
    HEADWAY_TRY(purpose, purposeNamed(arguments.value(u"--for"_s)));
    request.purpose = purpose;
    HEADWAY_TRY(viewer, session.viewer());
    request.viewer = viewer;
    return request;
}

Result<transfer::FileFormat> formatNamed(const QString &word, const QString &path)
{
    if (word.isEmpty())
        return transfer::formatCalled(path).value_or(transfer::FileFormat::Csv);
    if (word == "csv"_L1)
        return transfer::FileFormat::Csv;
    if (word == "xlsx"_L1)
        return transfer::FileFormat::Xlsx;
    if (word == "vcard"_L1)
        return transfer::FileFormat::VCard;
    return failure(ErrorCode::Invalid,
                   Sentence::tr("There is no format %1: it is csv, xlsx or vcard.").arg(Quoted{word}));
}

Result<exchange::CardVersion> cardVersionNamed(const QString &word)
{
    if (word.isEmpty() || word == "3.0"_L1)
        return exchange::CardVersion::V30;
    if (word == "4.0"_L1)
        return exchange::CardVersion::V40;
    return failure(ErrorCode::Invalid,
                   Sentence::tr("vCards are written as 3.0 or 4.0, not as %1.").arg(Quoted{word}));
}

// What is said of another format than the one that is written.
Result<> checkOptions(const Arguments &arguments, transfer::FileFormat format)
{
    using transfer::FileFormat;
    if (format != FileFormat::Csv && arguments.has(u"--dialect"_s))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Only CSV has dialects: leave out --dialect, or write --format csv."));
    if (format != FileFormat::VCard && arguments.has(u"--vcard-version"_s))
        return failure(ErrorCode::Invalid, Sentence::tr("--vcard-version is for --format vcard."));
    if (format == FileFormat::VCard && arguments.has(u"--columns"_s))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("A vCard has all there is of a record and takes no --columns."));
    if (format == FileFormat::Xlsx && arguments.value(u"--output"_s).isEmpty())
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("A workbook is no text for a terminal: name a file with -o FILE, or write "
                         "-o - to hand it to another program."));
    return {};
}

Result<transfer::TargetFile> targetOf(Session &session, const Arguments &arguments, EntityKind kind)
{
    transfer::TargetFile target{.path = arguments.value(u"--output"_s),
                                .sheet = session.display().kindPlural(kind)};
    HEADWAY_TRY(format, formatNamed(arguments.value(u"--format"_s), target.path));
    HEADWAY_TRY(dialect, dialectNamed(session, arguments.value(u"--dialect"_s)));
    HEADWAY_TRY(version, cardVersionNamed(arguments.value(u"--vcard-version"_s)));
    HEADWAY_CHECK(checkOptions(arguments, format));
    target.format = format;
    target.csv = dialect;
    target.cards = version;
    target.digest = session.output().isJson() ? transfer::Digest::Sha256 : transfer::Digest::None;
    return target;
}

Result<transfer::ExportReport> exportTo(const transfer::TargetFile &target, sql::Connection &book,
                                        const transfer::ExportRequest &request, const Progress &progress)
{
    if (!target.path.isEmpty() && target.path != "-"_L1)
        return transfer::exportFile(book, request, target, progress);
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return failure(ErrorCode::Unreadable, Sentence::tr("The standard output cannot be written."));
    HEADWAY_TRY(report, transfer::exportInto(output, book, request, target, progress));
    if (!output.flush())
        return failure(ErrorCode::Unreadable, Sentence::tr("The standard output cannot be written."));
    return std::move(report);
}

// Who does not want what the file is for.
void tellWhoIsMissing(const Output &output, const transfer::ExportReport &report,
                      transfer::ExportPurpose purpose)
{
    if (report.unwilling == 0)
        return;
    const qint64 count = report.unwilling;
    if (purpose == transfer::ExportPurpose::Mailing)
        output.tell((count == 1 ? Sentence::tr("  Left out: 1 who wants no e-mail.")
                                : Sentence::tr("  Left out: %1 who want no e-mail."))
                        .arg(count));
    else
        output.tell((count == 1 ? Sentence::tr("  Left out: 1 who does not want to be called.")
                                : Sentence::tr("  Left out: %1 who do not want to be called."))
                        .arg(count));
}

void tellWhatIsMissing(const Output &output, const transfer::ExportReport &report)
{
    if (report.leftOut > 0)
        output.tell((report.leftOut == 1 ? Sentence::tr("  Left out: 1 that belongs to a deleted record.")
                                         : Sentence::tr("  Left out: %1 that belong to deleted records."))
                        .arg(report.leftOut));
    if (report.shortened > 0)
        output.tell(
            (report.shortened == 1
                 ? Sentence::tr("  Shortened: 1 text of more than 32,767 characters, which no cell of a "
                                "workbook holds. CSV has all of it.")
                 : Sentence::tr("  Shortened: %1 texts of more than 32,767 characters, which no cell of a "
                                "workbook holds. CSV has all of them."))
                .arg(report.shortened));
}

// Every kind, one file each, in a folder.
Result<ExitStatus> exportAll(Session &session, const Arguments &arguments)
{
    const QString folder = arguments.value(u"--output"_s);
    if (folder.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("export all needs a folder to write to: -o FOLDER."));
    for (const QString &option : {u"--filter"_s, u"--view"_s, u"--columns"_s, u"--sort"_s, u"--format"_s,
                                  u"--for"_s, u"--dialect"_s, u"--vcard-version"_s}) {
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
    HEADWAY_TRY(target, targetOf(session, arguments, request.query.kind));
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    Result<transfer::ExportReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Exported"), Words::tr("rows"));
        report = exportTo(target, *book, request, line.progress());
    }
    if (!report)
        return failure(report.error());
    if (target.path.isEmpty() || target.path == "-"_L1)
        return ExitStatus::Done; // the rows themselves are the output
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"kind"_s, wordOf(request.query.kind)},
                                           {u"file"_s, target.path},
                                           {u"rows"_s, report->rows},
                                           {u"columns"_s, QJsonArray::fromStringList(report->columns)},
                                           {u"left_out"_s, report->leftOut},
                                           {u"unwilling"_s, report->unwilling},
                                           {u"shortened"_s, report->shortened},
                                           {u"sha256"_s, QString::fromLatin1(report->sha256.toHex())}});
    session.output().tell(Sentence::tr("Exported %1 %2 to %3.")
                              .arg(report->rows, counted(report->rows, request.query.kind), target.path));
    tellWhoIsMissing(session.output(), *report, request.purpose);
    tellWhatIsMissing(session.output(), *report);
    return ExitStatus::Done;
}

} // namespace headway::ctl
