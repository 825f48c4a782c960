// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/openpoints.h"

#include "exchange/csv/csvwriter.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

QString rowsText(qint64 rows)
{
    return rows > 0 ? QString::number(rows) : QString();
}

// Damaged text of the file may be what is open; this file must be valid itself.
QString writable(QString cell)
{
    return QString::fromUtf8(cell.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter)).toUtf8());
}

} // namespace

std::vector<QStringList> openPoints(const ImportReport &report, const Words &words)
{
    std::vector<QStringList> points;
    for (const RejectReason &reason : report.reasons)
        points.push_back(
            {QString(), reason.column, reason.value, rowsText(reason.rows), words(reason.reason)});
    for (const ImportQuestion &question : report.questions)
        points.push_back({QString(), question.column, question.text, rowsText(question.rows),
                          words(sentenceOf(question))});
    for (const NearName &name : report.offered)
        points.push_back({QString(), name.target, name.text, rowsText(name.rows),
                          words(Sentence::tr("It may be %1.").arg(name.known))});
    for (const MissingLink &link : report.missingLinks)
        points.push_back({QString::number(link.line), link.column, link.text, rowsText(1),
                          words(sentenceOf(link, report.system))});
    if (const qint64 more = report.linksMissing() - qint64(report.missingLinks.size());
        more > 0 && !report.missingLinks.empty())
        points.push_back({QString(), QString(), QString(), rowsText(more),
                          words(Sentence::tr("More links are missing than are listed here."))});
    for (const QString &column : report.plan.notImported)
        points.push_back(
            {QString(), column, QString(), QString(), words(Sentence::tr("This column was not imported."))});
    return points;
}

Result<> saveOpenPoints(const ImportReport &report, const QString &path, const exchange::CsvDialect &dialect,
                        const Words &words)
{
    QSaveFile file(path);
    const auto unwritable = [&](ErrorCode code) {
        return failure(code, Sentence::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(ErrorCode::Unreadable);
    exchange::CsvWriter writer(file, dialect);
    HEADWAY_CHECK(writer.writeRow({words(Sentence::tr("Line")), words(Sentence::tr("Column")),
                                   words(Sentence::tr("Value")), words(Sentence::tr("Rows")),
                                   words(Sentence::tr("What is open"))}));
    for (QStringList point : openPoints(report, words)) {
        for (QString &cell : point)
            cell = writable(cell);
        HEADWAY_CHECK(writer.writeRow(point));
    }
    HEADWAY_CHECK(writer.finish());
    return file.commit() ? Result<>() : unwritable(ErrorCode::Full);
}

} // namespace headway::transfer
