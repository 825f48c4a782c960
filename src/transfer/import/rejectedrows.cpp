// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/rejectedrows.h"

#include "domain/savefile.h"
#include "exchange/plan/importplan.h"
#include "exchange/vcard/cardwriter.h"

#include <QBuffer>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

RejectedRows::RejectedRows(const QString &path, const QStringList &columns, const RowSource &source,
                           Words words)
    : m_path(path), m_columns(columns), m_form(source.rejectedForm()), m_dialect(source.rejectedDialect()),
      m_words(std::move(words))
{
    if (exchange::isOfRejectedRows(columns)) // of an earlier import; they are written anew
        m_columns = columns.mid(0, columns.size() - exchange::columnsOfRejection().size());
}

Result<> RejectedRows::begin()
{
    if (m_file)
        return {};
    m_file = std::make_unique<QSaveFile>(m_path);
    if (!m_file->open(QIODevice::WriteOnly))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 cannot be written: %2.").arg(m_path, m_file->errorString()));
    if (m_form == RejectedForm::Cards)
        return {};
    m_writer = std::make_unique<exchange::CsvWriter>(*m_file, m_dialect);
    return m_writer->writeRow(m_columns + exchange::columnsOfRejection());
}

Result<> RejectedRows::write(QStringList cells, const RejectedRow &why)
{
    HEADWAY_CHECK(begin());
    cells = cells.mid(0, m_columns.size());
    while (cells.size() < m_columns.size())
        cells += QString();
    cells += {QString::number(why.line), why.column, m_words(why.reason)};
    // Damaged text in the original may be the reason for the rejection; this file itself must be valid.
    for (QString &cell : cells)
        cell = QString::fromUtf8(cell.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter)).toUtf8());
    return m_writer->writeRow(cells);
}

// With why it was rejected in lines of its own, which are passed over when the card comes back.
Result<> RejectedRows::writeCard(QByteArray original, const RejectedRow &why)
{
    HEADWAY_CHECK(begin());
    if (!original.startsWith(exchange::cardBegin))
        original.prepend(exchange::cardBegin);
    if (!original.trimmed().toUpper().endsWith("END:VCARD")) // that is missing, or it was too large
        original += original.endsWith('\n') ? "END:VCARD" : "\r\nEND:VCARD";
    original.insert(QByteArrayView(exchange::cardBegin).size(),
                    exchange::cardRemarks(why.line, m_words(why.reason)));
    if (!original.endsWith('\n'))
        original += "\r\n";
    if (m_file->write(original) != original.size())
        return failure(ErrorCode::Full,
                       Sentence::tr("%1 cannot be written: %2.").arg(m_path, m_file->errorString()));
    return {};
}

Result<> RejectedRows::add(const SourceRow &row, const RejectedRow &why)
{
    if (m_path.isEmpty())
        return {};
    return m_form == RejectedForm::Cards ? writeCard(row.original, why) : write(row.cells, why);
}

Result<> RejectedRows::add(const SourceProblem &problem)
{
    const RejectedRow why{problem.line, problem.column, problem.reason};
    if (m_path.isEmpty())
        return {};
    return m_form == RejectedForm::Cards ? writeCard(problem.raw.toUtf8(), why) : write({problem.raw}, why);
}

Result<> RejectedRows::finish()
{
    if (!m_file)
        return {};
    if (m_writer)
        HEADWAY_CHECK(m_writer->finish());
    if (!commitWhole(*m_file))
        return failure(ErrorCode::Full,
                       Sentence::tr("%1 cannot be written: %2.").arg(m_path, m_file->errorString()));
    return {};
}

// Whether a file begins as one that was written for the same columns.
Result<bool> RejectedRows::isOfEarlier(QIODevice &file) const
{
    QBuffer start;
    start.open(QIODevice::WriteOnly);
    if (m_form == RejectedForm::Cards) {
        start.write(exchange::cardBegin + exchange::cardRemarks(0, {}).split(':').front());
    } else {
        exchange::CsvWriter writer(start, m_dialect);
        HEADWAY_CHECK(writer.writeRow(m_columns + exchange::columnsOfRejection()));
        HEADWAY_CHECK(writer.finish());
    }
    return file.read(start.data().size()) == start.data();
}

Result<> RejectedRows::removeStale()
{
    QFile file(m_path);
    if (m_path.isEmpty() || m_file || !file.open(QIODevice::ReadOnly))
        return {};
    HEADWAY_TRY(isOurs, isOfEarlier(file));
    file.close();
    if (isOurs && !file.remove())
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 cannot be removed: %2.").arg(m_path, file.errorString()));
    return {};
}

bool isUncutLine(const QStringList &columns, const QStringList &cells, QChar separator)
{
    const qsizetype own = columns.size() - exchange::columnsOfRejection().size();
    if (own < 2 || !exchange::isOfRejectedRows(columns) || cells.size() != columns.size()
        || cells.back().isEmpty() || cells.front().count(separator) < own - 1)
        return false;
    return std::all_of(cells.begin() + 1, cells.begin() + own,
                       [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

Result<> saveRejectedRows(const QString &from, const QString &to)
{
    constexpr qint64 pieceSize = 1 << 20;
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 cannot be read: %2.").arg(from, source.errorString()));
    QSaveFile copy(to);
    bool isWritten = copy.open(QIODevice::WriteOnly);
    while (isWritten && !source.atEnd()) {
        const QByteArray piece = source.read(pieceSize);
        isWritten = copy.write(piece) == piece.size();
    }
    if (!isWritten || !commitWhole(copy))
        return failure(ErrorCode::Full,
                       Sentence::tr("%1 cannot be written: %2.").arg(to, copy.errorString()));
    return {};
}

} // namespace headway::transfer
