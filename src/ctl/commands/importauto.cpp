// SPDX-License-Identifier: GPL-3.0-or-later
// import auto: all that a file or a folder holds, in one step of the history
#include "transfer/import/importauto.h"
#include "ctl/commands/importanswers.h"
#include "ctl/commands/importprofile.h"
#include "ctl/commands/importreport.h"
#include "ctl/commands/importrest.h"
#include "ctl/kinds.h"
#include "ctl/progressprinter.h"
#include "ctl/recordjson.h"
#include "ctl/words.h"
#include "domain/text/quoted.h"
#include "transfer/import/importfolder.h"
#include "transfer/source/rowsource.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QJsonObject autoJson(const app::Display &display, const QString &path, const transfer::AutoReport &report)
{
    QJsonArray parts;
    for (const auto &part : report.parts)
        parts += importJson(display, {.path = part.path}, part.request, part.report);
    QJsonArray left;
    for (const auto &file : report.left)
        left += QJsonObject{{u"file"_s, file.path}, {u"reason"_s, display.words(file.reason)}};
    QJsonObject columns;
    for (const auto &[file, names] : transfer::columnsLeft(report))
        columns.insert(file, QJsonArray::fromStringList(names));
    return {{u"path"_s, path},
            {u"parts"_s, parts},
            {u"left"_s, left},
            {u"columns_left"_s, columns},
            {u"step"_s, report.step.id ? QJsonValue(stepJson(report.step, display)) : QJsonValue::Null}};
}

// What the parts of a file saw of its columns; the one with the most rows saw the most.
std::vector<exchange::RestColumn> restOf(const transfer::AutoReport &report, const QString &path)
{
    std::vector<exchange::RestColumn> rest;
    for (const auto &part : report.parts) {
        if (part.path != path)
            continue;
        for (const exchange::RestColumn &column : part.report.rest) {
            const auto known = std::find_if(rest.begin(), rest.end(),
                                            [&](const auto &each) { return each.column == column.column; });
            if (known == rest.end())
                rest.push_back(column);
            else if (known->rows < column.rows)
                *known = column;
        }
    }
    return rest;
}

void tell(const Session &session, const QString &folder, const transfer::AutoReport &report)
{
    const auto nameOf = [&folder](const QString &path) {
        return Quoted{transfer::nameInFolder(folder, path)};
    };
    for (const auto &part : report.parts) {
        transfer::ImportReport told = part.report;
        told.plan.notImported.clear(); // told below, for all parts of the file
        session.output().tell(
            Sentence::tr("%1 of %2:").arg(KindName{part.request.kind, Number::Many}, nameOf(part.path)));
        tellImport(session, {}, part.request, told); // named in the line above
    }
    bool canBeOwn = false;
    for (const auto &[path, columns] : transfer::columnsLeft(report)) {
        session.output().tell(Sentence::tr("Columns of %1 that were left:").arg(nameOf(path)));
        const std::vector<exchange::RestColumn> rest = restOf(report, path);
        tellLeft(session, columns, rest);
        canBeOwn = canBeOwn
            || std::any_of(rest.begin(), rest.end(), [&left = columns](const exchange::RestColumn &column) {
                       return column.rows > 0 && left.contains(column.column);
                   });
    }
    if (canBeOwn)
        tellHowToKeep(session);
    for (const auto &file : report.left)
        session.output().remark(Sentence::tr("Left: %1. %2").arg(nameOf(file.path), file.reason));
    if (report.parts.empty() && report.left.empty())
        session.output().remark(Sentence::tr("All files are left out, so nothing goes in."));
    if (!report.step.id)
        return;
    session.output().tell(Sentence::tr("All of it is step %1.").arg(QString::number(report.step.id)));
    std::vector<transfer::ImportQuestion> questions;
    for (const auto &part : report.parts)
        questions.insert(questions.end(), part.report.questions.begin(), part.report.questions.end());
    tellHowToAnswer(session, questions);
}

// As the import itself names the files of a folder.
Result<QString> fileOf(const QString &path, const QString &name)
{
    if (!QFileInfo(path).isDir() && QFileInfo(path).fileName() == name)
        return path;
    QStringList files = QFileInfo(path).isDir() ? transfer::filesInFolder(path) : QStringList{path};
    files += transfer::withSheets(files);
    const auto file = std::find_if(files.begin(), files.end(), [&](const QString &each) {
        return transfer::nameInFolder(path, each) == name;
    });
    if (file == files.end())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("There is no file %1 in %2.").arg(Quoted{name}, Quoted{path}));
    return *file;
}

// --leave-out and --file-profile. What is typed for all goes before the profile of a file, as before any profile.
Result<std::vector<transfer::AutoFile>> saidOfFiles(const Session &session, const Arguments &arguments)
{
    const QString path = arguments.word(1);
    std::vector<transfer::AutoFile> files;
    for (const QString &name : arguments.values(u"--leave-out"_s)) {
        HEADWAY_TRY(file, fileOf(path, name));
        files.push_back({.path = file, .isLeftOut = true});
    }
    for (const QString &text : arguments.values(u"--file-profile"_s)) {
        const qsizetype sign = text.lastIndexOf(u'=');
        if (sign < 1)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("--file-profile cannot be %1. It is FILE=NAME.").arg(Quoted{text}));
        HEADWAY_TRY(file, fileOf(path, text.left(sign)));
        HEADWAY_TRY(profile, profileNamed(session, text.mid(sign + 1)));
        HEADWAY_TRY(source, importSource(arguments, profile));
        HEADWAY_TRY(rules, importOptions(session, arguments, profile));
        const bool isSaid =
            std::any_of(files.begin(), files.end(), [&](const auto &each) { return each.path == file; });
        if (isSaid)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Two things are said of the file %1.").arg(Quoted{text.left(sign)}));
        files.push_back(
            {.path = file, .csv = source.csv, .kind = profile.kind, .rules = {{.request = rules}}});
    }
    return files;
}

// No option says what a file holds, another command does.
Error unclear(Error error, const QString &path)
{
    error.detail.clear();
    error.text = Sentence::tr("%1 (headwayctl import contacts %2, or companies, leads, deals, activities …)")
                     .arg(error.text, QFileInfo(path).isDir() ? u"FILE"_s : path);
    return error;
}

} // namespace

Result<ExitStatus> importAuto(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(profile, chosenProfile(session, arguments, {}));
    HEADWAY_TRY(file, importSource(arguments, profile));
    HEADWAY_TRY(rules, importOptions(session, arguments, profile));
    HEADWAY_TRY(said, saidOfFiles(session, arguments));
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    Result<transfer::AutoReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Imported"), Words::tr("bytes"));
        report =
            transfer::importAuto(*book, {.path = file.path, .csv = file.csv, .rules = rules, .said = said},
                                 actor, line.progress());
    }
    if (!report && report.error().detail == transfer::unclearFile)
        return failure(unclear(report.error(), file.path));
    if (!report)
        return failure(importError(report.error()));
    if (session.output().isJson())
        session.output().write(autoJson(session.display(), file.path, *report));
    else
        tell(session, file.path, *report);
    saveProfile(session, arguments, {}, file, rules);
    return report->rejected() > 0 ? ExitStatus::RowsRejected : ExitStatus::Done;
}

} // namespace headway::ctl
