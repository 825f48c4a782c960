// SPDX-License-Identifier: GPL-3.0-or-later
// import: a file into the book, one step of the history
#include "ctl/commands.h"

#include "ctl/commands/importanswers.h"
#include "ctl/commands/importlinks.h"
#include "ctl/commands/importprofile.h"
#include "ctl/commands/importreasons.h"
#include "ctl/commands/importrepeats.h"
#include "ctl/commands/importreport.h"
#include "ctl/commands/importrest.h"
#include "ctl/counts.h"
#include "ctl/kinds.h"
#include "ctl/progressprinter.h"
#include "ctl/recordjson.h"
#include "ctl/words.h"
#include "domain/records/record.h"
#include "domain/text/nearest.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "transfer/archive.h"
#include "transfer/import/importer.h"
#include "transfer/request/questionanswers.h"
#include "transfer/request/requestwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::ctl {

using transfer::oneOf;
using transfer::Word;

namespace {

constexpr size_t rejectedShown = 10;

constexpr std::array separators{Word<QChar>{"comma"_L1, u','}, Word<QChar>{"semicolon"_L1, u';'},
                                Word<QChar>{"tab"_L1, u'\t'},  Word<QChar>{"pipe"_L1, u'|'},
                                Word<QChar>{","_L1, u','},     Word<QChar>{";"_L1, u';'},
                                Word<QChar>{"|"_L1, u'|'}};
constexpr std::array decimalMarks{Word<QChar>{"point"_L1, u'.'}, Word<QChar>{"comma"_L1, u','},
                                  Word<QChar>{"."_L1, u'.'}, Word<QChar>{","_L1, u','}};

Result<std::vector<EntityKind>> kindsToCreate(const Arguments &arguments)
{
    std::vector<EntityKind> kinds;
    for (const QString &word : arguments.listed(u"--create-missing"_s)) {
        if (word == "all"_L1)
            return kindsWith(KindTrait::IsNameable);
        HEADWAY_TRY(kind, kindNamed(word));
        if (!entityInfo(kind).has(KindTrait::IsNameable))
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("--create-missing cannot make %1 from a name alone.").arg(Quoted{word}));
        kinds.push_back(kind);
    }
    return kinds;
}

// What is typed for a column goes before what a profile says of it, however either writes its name.
void leaveToTyped(transfer::ImportRequest &request, const QString &column)
{
    const auto isOfColumn = [&](const auto &rule) { return fold(rule.column) == fold(column); };
    std::erase_if(request.map, isOfColumn);
    std::erase_if(request.own, isOfColumn);
}

Result<> readRules(const Arguments &arguments, transfer::ImportRequest &request)
{
    for (const QString &text : arguments.values(u"--own"_s)) {
        HEADWAY_TRY(rule, exchange::parseOwnRule(text));
        leaveToTyped(request, rule.column);
    }
    std::vector<exchange::MapRule> typed;
    for (const QString &text : arguments.values(u"--map"_s)) {
        HEADWAY_TRY(rule, exchange::parseMapRule(text));
        leaveToTyped(request, rule.column);
        std::erase_if(typed, [&](const exchange::MapRule &other) { return other.column == rule.column; });
        typed.push_back(rule);
    }
    request.map.insert(request.map.end(), typed.begin(), typed.end());
    for (const QString &text : arguments.values(u"--values"_s)) {
        HEADWAY_TRY(rule, exchange::parseValueRule(text));
        request.values.push_back(rule);
    }
    for (const QString &text : arguments.values(u"--set"_s)) {
        HEADWAY_TRY(rule, exchange::parseSetRule(text));
        std::erase_if(request.set,
                      [&](const exchange::SetRule &other) { return other.target == rule.target; });
        request.set.push_back(rule);
    }
    return {};
}

Result<> readValueOptions(const Arguments &arguments, transfer::ImportRequest &request)
{
    if (const QString word = arguments.value(u"--dates"_s); !word.isEmpty()) {
        HEADWAY_TRY(order, oneOf(u"--dates"_s, word, transfer::dateOrderWords));
        request.dateOrder = order;
    }
    if (const QString word = arguments.value(u"--decimal"_s); !word.isEmpty()) {
        HEADWAY_TRY(mark, oneOf(u"--decimal"_s, word, decimalMarks));
        request.decimalMark = mark;
    }
    if (arguments.has(u"--currency"_s))
        request.currency = arguments.value(u"--currency"_s).toUpper();
    return {};
}

QJsonArray namesJson(const std::vector<transfer::NearName> &names)
{
    QJsonArray array;
    for (const transfer::NearName &name : names)
        array += QJsonObject{{u"field"_s, name.target},
                             {u"text"_s, name.text},
                             {u"known"_s, name.known},
                             {u"rows"_s, name.rows}};
    return array;
}

QString countsLine(const Session &session, const transfer::SourceFile &file,
                   const transfer::ImportRequest &request, const transfer::ImportReport &report)
{
    const auto number = [&](qint64 value) { return session.display().number(value); };
    QStringList parts{Words::tr("%1 new").arg(number(report.created))};
    if (report.updated)
        parts += Words::tr("%1 changed").arg(number(report.updated));
    if (report.unchanged)
        parts += Words::tr("%1 as before").arg(number(report.unchanged));
    if (report.rejected)
        parts += Words::tr("%1 rejected").arg(number(report.rejected));
    const QString verb =
        request.mode == transfer::RunMode::Dry ? Words::tr("Would import") : Words::tr("Imported");
    QString line;
    if (file.path.isEmpty()) // it is named above
        line = (report.read == 1 ? Words::tr("%1 %2 row: %3") : Words::tr("%1 %2 rows: %3"))
                   .arg(verb, number(report.read), parts.join(u", "_s));
    else
        line = (report.read == 1 ? Words::tr("%1 %2 row of %3: %4") : Words::tr("%1 %2 rows of %3: %4"))
                   .arg(verb, number(report.read), file.path, parts.join(u", "_s));
    return report.step.id ? line + u" (step %1)"_s.arg(report.step.id) : line;
}

void tellAlsoCreated(const Session &session, const transfer::ImportReport &report)
{
    QStringList parts;
    for (const auto &[kind, count] : report.alsoCreated) {
        parts += session.display().counted(count, kind);
    }
    if (!parts.isEmpty())
        session.output().tell(u"  "_s + Words::tr("also new: ") + parts.join(u", "_s));
}

void tellNames(const Session &session, const transfer::ImportReport &report)
{
    for (const transfer::NearName &name : report.taken)
        session.output().tell(
            (name.rows == 1 ? Sentence::tr("  took %1 for %2 in 1 row")
                            : Sentence::tr("  took %1 for %2 in %3 rows"))
                .arg(Quoted(name.text), Quoted(name.known), session.display().number(name.rows)));
    for (const transfer::NearName &name : report.offered)
        session.output().remark(
            (name.rows == 1
                 ? Sentence::tr(
                     "  %1 is near to %2 (1 row). If it is meant: --values %4, or --loose for all such.")
                 : Sentence::tr(
                     "  %1 is near to %2 (%3 rows). If it is meant: --values %4, or --loose for all such."))
                .arg(Quoted(name.text), Quoted(name.known), session.display().number(name.rows),
                     transfer::inQuotes(name.target + u':' + name.text + u'=' + name.known)));
}

void tellRejected(const Session &session, const transfer::ImportRequest &request,
                  const transfer::ImportReport &report)
{
    const size_t shown = std::min(rejectedShown, report.firstRejected.size());
    for (size_t i = 0; i < shown; ++i) {
        const transfer::RejectedRow &row = report.firstRejected[i];
        session.output().remark(
            (row.column.isEmpty() ? Sentence::tr("  line %1: %2") : Sentence::tr("  line %1, column %3: %2"))
                .arg(QString::number(row.line), row.reason, row.column));
    }
    if (report.rejected > qint64(shown))
        session.output().remark(
            Sentence::tr("  … and %1 more.").arg(session.display().number(report.rejected - qint64(shown))));
    tellReasons(session, report);
    if (report.rejected && request.rejectedPath.isEmpty())
        session.output().remark(Sentence::tr("  --rejected FILE keeps these rows with their reasons."));
    else if (report.rejected)
        session.output().remark(
            Sentence::tr("  They are in %1, each with its reason.").arg(request.rejectedPath));
}

// Imports a folder written by `export all` into an empty book.
Result<ExitStatus> importAll(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    Result<transfer::ArchiveReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Imported"), Words::tr("bytes"));
        report = transfer::importArchive(*book, arguments.word(1), {{}, session.now()}, line.progress());
    }
    if (!report)
        return failure(report.error());
    if (session.output().isJson())
        session.output().write(QJsonObject{
            {u"folder"_s, arguments.word(1)}, {u"files"_s, report->files}, {u"records"_s, report->records}});
    session.output().tell(
        Sentence::tr("Imported %1 from %2.").arg(recordCount(report->records), fileCount(report->files)));
    return ExitStatus::Done;
}

} // namespace

Result<transfer::SourceFile> importSource(const Arguments &arguments, const transfer::ImportProfile &profile)
{
    transfer::SourceFile file{.path = arguments.word(1), .csv = profile.csv};
    if (const QString word = arguments.value(u"--separator"_s); !word.isEmpty()) {
        HEADWAY_TRY(separator, oneOf(u"--separator"_s, word, separators));
        file.csv.separator = separator;
    }
    if (const QString word = arguments.value(u"--encoding"_s); !word.isEmpty()) {
        HEADWAY_TRY(encoding, oneOf(u"--encoding"_s, word, transfer::encodingWords));
        file.csv.encoding = encoding;
    }
    if (const QString word = arguments.value(u"--header-line"_s); !word.isEmpty()) {
        bool isNumber = false;
        file.csv.headerLine = word.toLongLong(&isNumber);
        if (!isNumber || *file.csv.headerLine < 1)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("--header-line cannot be %1. It is a number, and the first line is 1.")
                    .arg(Quoted{word}));
    }
    if (const QString word = arguments.value(u"--rows"_s); !word.isEmpty()) {
        HEADWAY_TRY(rows, oneOf(u"--rows"_s, word, transfer::tableRowWords));
        file.csv.rows = rows;
    }
    if (arguments.has(u"--sheet"_s))
        file.csv.sheet = arguments.value(u"--sheet"_s);
    if (arguments.has(u"--guarded"_s))
        file.csv.formulaGuard = exchange::FormulaGuard::On;
    return file;
}

Result<transfer::ImportRequest> importOptions(const Session &session, const Arguments &arguments,
                                              const transfer::ImportProfile &profile)
{
    transfer::ImportRequest request = profile.rules;
    HEADWAY_CHECK(readRules(arguments, request));
    HEADWAY_CHECK(readValueOptions(arguments, request));
    HEADWAY_CHECK(readAnswers(arguments, request));
    HEADWAY_CHECK(readRest(arguments, request));
    if (arguments.has(u"--match"_s))
        request.match = arguments.listed(u"--match"_s);
    if (request.match.isEmpty())
        request.keys = transfer::ImportRequest::Keys::Proposed;
    if (arguments.has(u"--system"_s))
        request.system = arguments.value(u"--system"_s);
    if (arguments.has(u"--existing"_s)) {
        HEADWAY_TRY(existing,
                    oneOf(u"--existing"_s, arguments.value(u"--existing"_s), transfer::existingWords));
        request.existing = existing;
        request.isExistingSaid = true;
    }
    HEADWAY_TRY(missing, kindsToCreate(arguments));
    if (!missing.empty())
        request.createMissing = missing;
    if (const QString word = arguments.value(u"--unknown"_s); !word.isEmpty()) {
        HEADWAY_TRY(unknown, oneOf(u"--unknown"_s, word, transfer::unknownNameWords));
        request.unknownNames = unknown;
    }
    if (arguments.has(u"--loose"_s))
        request.nearMatches = transfer::NearMatches::Take;
    if (arguments.has(u"--pipeline"_s))
        request.pipeline = arguments.value(u"--pipeline"_s);
    request.newPipeline = arguments.value(u"--new-pipeline"_s);
    request.zone = session.zone();
    request.mode = arguments.has(u"--dry-run"_s) ? transfer::RunMode::Dry : transfer::RunMode::Real;
    request.rejectedPath = arguments.value(u"--rejected"_s);
    request.words = [display = session.display()](const Sentence &sentence) {
        return display.words(sentence);
    };
    return request;
}

QJsonObject importJson(const app::Display &display, const transfer::SourceFile &file,
                       const transfer::ImportRequest &request, const transfer::ImportReport &report)
{
    QJsonArray rejected;
    for (const transfer::RejectedRow &row : report.firstRejected)
        rejected += QJsonObject{
            {u"line"_s, row.line}, {u"column"_s, row.column}, {u"reason"_s, display.words(row.reason)}};
    QJsonObject also;
    for (const auto &[kind, count] : report.alsoCreated)
        also.insert(wordOf(kind), count);
    QJsonObject json{
        {u"kind"_s, wordOf(request.kind)},
        {u"file"_s, file.path},
        {u"dry_run"_s, request.mode == transfer::RunMode::Dry},
        {u"not_imported"_s, QJsonArray::fromStringList(report.plan.notImported)},
        {u"rest"_s, restJson(report)},
        {u"match"_s, QJsonArray::fromStringList(report.match)},
        {u"imported_before"_s,
         report.earlier ? QJsonValue(stepJson(*report.earlier, display)) : QJsonValue::Null},
        {u"read"_s, report.read},
        {u"created"_s, report.created},
        {u"updated"_s, report.updated},
        {u"unchanged"_s, report.unchanged},
        {u"rejected"_s, report.rejected},
        {u"also_created"_s, also},
        {u"near_names_offered"_s, namesJson(report.offered)},
        {u"near_names_taken"_s, namesJson(report.taken)},
        {u"system"_s, report.system},
        {u"links"_s, linksJson(report)},
        {u"links_missing"_s, missingLinksJson(report)},
        {u"first_rejected"_s, rejected},
        {u"reasons"_s, reasonsJson(report, display)},
        {u"repeated"_s, report.repeated},
        {u"first_repeated"_s, repeatsJson(report)},
        {u"questions"_s, questionsJson(report.questions, display)},
        {u"notes"_s, sentencesJson(report.notes, display)},
        {u"step"_s, report.step.id ? QJsonValue(stepJson(report.step, display)) : QJsonValue::Null}};
    for (const transfer::Writing::Trait &trait : report.writing.traits)
        json.insert(trait.name, trait.text);
    return json;
}

// The importer's questions are worded for the window as well; on the command line, options answer them.
Error importError(Error error)
{
    const std::array answers{std::pair(exchange::decimalMarkUnclear, u"--decimal point|comma"_s),
                             std::pair(exchange::dayOrderUnclear, u"--dates dmy|mdy|ymd"_s),
                             std::pair(exchange::columnsUnclear, u"--map 'Column=field'"_s)};
    const auto *const answer = std::find_if(
        answers.begin(), answers.end(), [&error](const auto &each) { return error.detail == each.first; });
    if (answer == answers.end())
        return error;
    return {error.code, Sentence::tr("%1 (%2)").arg(error.text, answer->second), {}};
}

void tellImport(const Session &session, const transfer::SourceFile &file,
                const transfer::ImportRequest &request, const transfer::ImportReport &report)
{
    session.output().tell(countsLine(session, file, request, report));
    tellAlsoCreated(session, report);
    const QStringList written = report.writing.texts();
    if (!written.isEmpty() && (!report.writing.isPlain || session.output().isVerbose()))
        session.output().tell(u"  "_s + Words::tr("read as ") + written.join(u"; "_s));
    tellEarlier(session, report);
    tellRest(session, report);
    for (const Sentence &note : report.notes)
        session.output().tell(u"  "_s + session.display().words(note));
    tellLinks(session, report);
    tellNames(session, report);
    tellRepeats(session, report);
    tellQuestions(session, request, report);
    tellRejected(session, request, report);
}

Result<ExitStatus> runImport(Session &session, const Arguments &arguments)
{
    if (arguments.word(0) == "all"_L1)
        return importAll(session, arguments);
    if (arguments.word(0) == "auto"_L1)
        return importAuto(session, arguments);
    for (const QString &option : {u"--file-profile"_s, u"--leave-out"_s}) {
        if (arguments.has(option))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is for import auto with a folder of files.").arg(option));
    }
    HEADWAY_TRY(kind, kindNamed(arguments.word(0)));
    HEADWAY_TRY(profile, chosenProfile(session, arguments, kind));
    HEADWAY_TRY(file, importSource(arguments, profile));
    HEADWAY_TRY(request, importOptions(session, arguments, profile));
    request.kind = kind;
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    Result<transfer::ImportReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Imported"), Words::tr("rows"));
        report = transfer::importFile(*book, file, request, actor, line.progress());
    }
    if (!report)
        return failure(importError(report.error()));
    if (session.output().isJson())
        session.output().write(importJson(session.display(), file, request, *report));
    else
        tellImport(session, file, request, *report);
    saveProfile(session, arguments, kind, file, request);
    if (report->rejected > 0)
        return ExitStatus::RowsRejected;
    return ExitStatus::Done;
}

} // namespace headway::ctl
