// SPDX-License-Identifier: GPL-3.0-or-later
// import auto: all that a file or a folder holds, in one step of the history
#include "transfer/import/importauto.h"
#include "ctl/commands/importanswers.h"
#include "ctl/commands/importreport.h"
#include "ctl/kinds.h"
#include "ctl/progressprinter.h"
#include "ctl/recordjson.h"
#include "ctl/words.h"
#include "domain/text/quoted.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// The columns of each file that none of its parts has taken.
std::map<QString, QStringList> untaken(const transfer::AutoReport &report)
{
    std::map<QString, QStringList> columns;
    for (const auto &part : report.parts) {
        const QStringList &notImported = part.report.plan.notImported;
        if (!columns.contains(part.path))
            columns[part.path] = notImported;
        else
            columns[part.path].removeIf([&](const QString &column) { return !notImported.contains(column); });
    }
    return columns;
}

QJsonObject autoJson(const app::Display &display, const QString &path, const transfer::AutoReport &report)
{
    QJsonArray parts;
    for (const auto &part : report.parts)
        parts += importJson(display, {.path = part.path}, part.request, part.report);
    QJsonArray left;
    for (const auto &file : report.left)
        left += QJsonObject{{u"file"_s, file.path}, {u"reason"_s, display.words(file.reason)}};
    QJsonObject columns;
    for (const auto &[file, names] : untaken(report)) {
        if (!names.isEmpty())
            columns.insert(file, QJsonArray::fromStringList(names));
    }
    return {{u"path"_s, path},
            {u"parts"_s, parts},
            {u"left"_s, left},
            {u"columns_left"_s, columns},
            {u"step"_s, report.step.id ? QJsonValue(stepJson(report.step, display)) : QJsonValue::Null}};
}

void tell(const Session &session, const transfer::AutoReport &report)
{
    const auto left = untaken(report);
    for (const auto &part : report.parts) {
        transfer::ImportReport told = part.report;
        told.plan.notImported.clear(); // told below, for all parts of the file
        session.output().tell(
            Sentence::tr("%1 of %2:")
                .arg(KindName{part.request.kind, Number::Many}, Quoted{QFileInfo(part.path).fileName()}));
        tellImport(session, {.path = part.path}, part.request, told);
    }
    for (const auto &[path, columns] : left) {
        if (!columns.isEmpty())
            session.output().tell(Sentence::tr("Columns of %1 that were left: %2.")
                                      .arg(Quoted{QFileInfo(path).fileName()}, columns.join(u", "_s)));
    }
    for (const auto &file : report.left)
        session.output().remark(
            Sentence::tr("Left: %1. %2").arg(Quoted{QFileInfo(file.path).fileName()}, file.reason));
    if (!report.step.id)
        return;
    session.output().tell(Sentence::tr("All of it is step %1.").arg(QString::number(report.step.id)));
    std::vector<transfer::ImportQuestion> questions;
    for (const auto &part : report.parts)
        questions.insert(questions.end(), part.report.questions.begin(), part.report.questions.end());
    tellHowToAnswer(session, questions);
}

} // namespace

Result<ExitStatus> importAuto(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(file, importSource(arguments));
    HEADWAY_TRY(rules, importOptions(session, arguments));
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    Result<transfer::AutoReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Imported"), Words::tr("bytes"));
        report = transfer::importAuto(*book, {file.path, file.csv, rules}, actor, line.progress());
    }
    if (!report)
        return failure(importError(report.error()));
    if (session.output().isJson())
        session.output().write(autoJson(session.display(), file.path, *report));
    else
        tell(session, *report);
    return report->rejected() > 0 ? ExitStatus::RowsRejected : ExitStatus::Done;
}

} // namespace headway::ctl
