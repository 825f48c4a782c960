// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importsummary.h"

#include "app/text/display.h"
#include "app/transfer/targetlabels.h"
#include "transfer/import/importkeys.h"
#include "ui/transfer/importdialog.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

QString rowsText(const app::Display &display, qint64 rows)
{
    return rows == 1 ? ImportDialog::tr("1 row") : ImportDialog::tr("%1 rows").arg(display.number(rows));
}

// Rows that go in without a link.
qint64 rowsUnlinked(const transfer::ImportReport &report)
{
    const qint64 missing = report.linksMissing();
    return missing > transfer::linksBeyondRoom(report) ? missing : 0;
}

QString remarkOnLinks(qint64 rows)
{
    return rows == 1
        ? ImportDialog::tr(
            "The row goes in without that link. Import the file that it leads to first, if you have it.")
        : ImportDialog::tr(
            "The rows go in without those links. Import the file that they lead to first, if you have it.");
}

bool keepsText(const transfer::ImportReport &report, transfer::RunMode mode)
{
    return mode != transfer::RunMode::Dry
        && std::any_of(report.questions.begin(), report.questions.end(), transfer::isKeptAsText);
}

QString remarkOnText()
{
    return ImportDialog::tr("What is not understood stays with its row as text.");
}

// How many were found in each column, and the first of those that were not.
QStringList linkLines(const transfer::ImportReport &report, const app::Display &display, Remarks remarks)
{
    QStringList lines;
    for (const transfer::LinkCount &link : report.links) {
        const QString found = display.number(link.found);
        const QString asked = display.number(link.asked);
        lines += link.beside == 0
            ? ImportDialog::tr("Links of %1: %2 of %3 found").arg(link.column, found, asked)
            : ImportDialog::tr("Links of %1: %2 of %3 found, %4 by the name beside the id")
                  .arg(link.column, found, asked, display.number(link.beside));
    }
    constexpr size_t missingShown = 5;
    const size_t shown = std::min(missingShown, report.missingLinks.size());
    qint64 told = 0;
    for (size_t i = 0; i < shown; ++i) {
        const transfer::MissingLink &link = report.missingLinks[i];
        const QString why = display.words(transfer::sentenceOf(link, report.system));
        lines += link.rows == 1
            ? ImportDialog::tr("Line %1, %2: %3").arg(display.number(link.line), link.column, why)
            : ImportDialog::tr("%1 rows, %2: %3").arg(display.number(link.rows), link.column, why);
        told += link.rows;
    }
    const qint64 missing = report.linksMissing();
    if (missing > told)
        lines += missing - told == 1
            ? ImportDialog::tr("… and 1 more link")
            : ImportDialog::tr("… and %1 more links").arg(display.number(missing - told));
    if (const qint64 unlinked = rowsUnlinked(report); unlinked > 0 && remarks == Remarks::Said)
        lines += remarkOnLinks(unlinked);
    return lines;
}

// Before the import they can be answered below; after it they are told.
QStringList questionLines(const transfer::ImportReport &report, const app::Display &display,
                          transfer::RunMode mode, Remarks remarks)
{
    const auto &questions = report.questions;
    if (mode == transfer::RunMode::Dry || questions.empty())
        return {};
    QStringList lines{ImportDialog::tr("Not understood:")};
    constexpr size_t questionsShown = 12; // of those with the most rows
    for (size_t i = 0; i < std::min(questionsShown, questions.size()); ++i)
        lines += u"%1 · %2"_s.arg(display.words(transfer::sentenceOf(questions[i])),
                                  rowsText(display, questions[i].rows));
    if (const qint64 more = qint64(questions.size()) - qint64(questionsShown); more > 0)
        lines += more == 1 ? ImportDialog::tr("… and 1 more question")
                           : ImportDialog::tr("… and %1 more questions").arg(display.number(more));
    if (keepsText(report, mode) && remarks == Remarks::Said)
        lines += remarkOnText();
    return lines;
}

constexpr qsizetype columnsNamed = 100;

QString named(const QStringList &columns)
{
    return columns.mid(0, columnsNamed).join(u", "_s)
        + (columns.size() > columnsNamed ? u", …"_s : QString());
}

// Where columns went that are no field's.
QStringList restLines(const transfer::ImportReport &report)
{
    QStringList own;
    QStringList noted;
    for (const exchange::RestColumn &column : report.rest) {
        if (column.goes == exchange::RestPolicy::Own)
            own += column.field.label;
        else if (column.goes == exchange::RestPolicy::Note)
            noted += column.column;
    }
    QStringList lines;
    if (!own.isEmpty())
        lines += ImportDialog::tr("Own fields: %1").arg(named(own));
    if (!noted.isEmpty())
        lines += ImportDialog::tr("In the note: %1").arg(named(noted));
    return lines;
}

} // namespace

QString columnsLeftText(const transfer::ImportReport &report)
{
    QSet<QString> blank;
    for (const exchange::RestColumn &column : report.rest) {
        if (column.rows == 0)
            blank.insert(column.column);
    }
    QStringList filled;
    QStringList empty;
    for (const QString &column : report.plan.notImported)
        (blank.contains(column) ? empty : filled) += column;
    QStringList lines;
    if (!filled.isEmpty())
        lines += ImportDialog::tr("Not imported: %1").arg(named(filled));
    if (!empty.isEmpty())
        lines += ImportDialog::tr("Not imported, since they are empty: %1").arg(named(empty));
    return lines.join(u'\n');
}

QStringList importRemarks(const std::vector<const transfer::ImportReport *> &reports, transfer::RunMode mode)
{
    qint64 unlinked = 0;
    bool isTextKept = false;
    for (const transfer::ImportReport *report : reports) {
        unlinked += rowsUnlinked(*report);
        isTextKept = isTextKept || keepsText(*report, mode);
    }
    QStringList remarks;
    if (unlinked > 0)
        remarks += remarkOnLinks(unlinked);
    if (isTextKept)
        remarks += remarkOnText();
    return remarks;
}

QString importCounts(const transfer::ImportReport &report, const app::Display &display,
                     transfer::RunMode mode)
{
    const auto count = [&](qint64 rows) { return display.number(rows); };
    QStringList parts{rowsText(display, report.read)};
    const bool isDry = mode == transfer::RunMode::Dry;
    if (report.created > 0)
        parts += isDry ? ImportDialog::tr("%1 would be new").arg(count(report.created))
                       : ImportDialog::tr("%1 new").arg(count(report.created));
    if (report.updated > 0)
        parts += isDry ? ImportDialog::tr("%1 would change").arg(count(report.updated))
                       : ImportDialog::tr("%1 changed").arg(count(report.updated));
    if (report.unchanged > 0)
        parts += report.unchanged == 1
            ? ImportDialog::tr("1 is there already")
            : ImportDialog::tr("%1 are there already").arg(count(report.unchanged));
    if (report.rejected > 0)
        parts += ImportDialog::tr("%1 cannot be taken").arg(count(report.rejected));
    return parts.join(u" · "_s);
}

QString importSummary(const transfer::ImportReport &report, const app::Display &display,
                      transfer::RunMode mode, Remarks remarks)
{
    const auto count = [&](qint64 rows) { return display.number(rows); };
    QStringList lines{importCounts(report, display, mode)};
    if (report.earlier)
        lines += display.words(transfer::sentenceOfEarlier(
            report, app::TargetLabels(display, report.plan.kind, report.plan.custom).labels(report.match)));
    QStringList made;
    for (const auto &[kind, records] : report.alsoCreated)
        made +=
            u"%1 %2"_s.arg(count(records), records == 1 ? display.kindName(kind) : display.kindPlural(kind));
    if (!made.isEmpty())
        lines += ImportDialog::tr("Along with them: %1").arg(made.join(u", "_s));
    if (!report.offered.empty())
        lines += ImportDialog::tr("Some names are near to known ones: please say below what they mean.");
    lines += restLines(report);
    lines += linkLines(report, display, remarks);
    lines += questionLines(report, display, mode, remarks);
    for (const Sentence &note : report.notes)
        lines += display.words(note);
    return lines.join(u'\n');
}

} // namespace headway::ui
