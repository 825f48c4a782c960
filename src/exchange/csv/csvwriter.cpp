// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvwriter.h"

#include <QFileDevice>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {
namespace {

constexpr qsizetype pendingBytes = 64 * 1024;

Error deviceError(const QIODevice &device)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("The file could not be written: %1.").arg(device.errorString())};
}

// Besides what RFC 4180 requires: outer spaces, which many programs strip, and a first character that would
// be taken for a byte order mark.
bool needsQuotes(QStringView field, QChar separator)
{
    if (field.isEmpty())
        return false;
    if (field.front().isSpace() || field.back().isSpace() || field.front() == QChar::ByteOrderMark)
        return true;
    for (const QChar character : field) {
        if (character == separator || character == u'"' || character == u'\n' || character == u'\r')
            return true;
    }
    return false;
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, const CsvDialect &dialect)
    : m_device(device), m_dialect(dialect),
      m_lineEnding(dialect.lineEnding == LineEnding::LineFeed ? u"\n"_s : u"\r\n"_s)
{
}

Result<> CsvWriter::writeRow(const QStringList &fields)
{
    if (fields.isEmpty() || (m_width != 0 && fields.size() != m_width))
        return failure(ErrorCode::Internal, Sentence::tr("The rows of a CSV file must be equally long."));
    const bool isFirst = m_width == 0;
    QString row = isFirst ? begin() : QString();
    row.reserve(m_longest);
    m_width = fields.size();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            row += m_dialect.separator;
        append(row, fields[i]);
    }
    if (m_width == 1 && fields.first().isEmpty())
        row += u"\"\""_s; // otherwise it would be a blank line
    row += m_lineEnding;
    m_longest = std::max(m_longest, row.size());
    HEADWAY_TRY(bytes, encodeText(row, m_dialect.encoding));
    m_pending += bytes;
    return m_pending.size() < pendingBytes ? Result<>() : drain();
}

Result<> CsvWriter::finish()
{
    HEADWAY_CHECK(drain());
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (file != nullptr && !file->flush())
        return failure(deviceError(m_device));
    return {};
}

QString CsvWriter::begin()
{
    if (m_dialect.byteOrderMark == ByteOrderMark::Present)
        m_pending += byteOrderMark(m_dialect.encoding);
    if (m_dialect.separatorLine == SeparatorLine::Absent)
        return {};
    return u"sep="_s + m_dialect.separator + m_lineEnding;
}

Result<> CsvWriter::drain()
{
    qsizetype done = 0;
    while (done < m_pending.size()) {
        const qint64 count = m_device.write(m_pending.constData() + done, m_pending.size() - done);
        if (count <= 0)
            return failure(deviceError(m_device));
        done += count;
    }
    m_pending.clear();
    return {};
}

void CsvWriter::append(QString &row, const QString &field) const
{
    const QString text = m_dialect.formulaGuard == FormulaGuard::On ? guarded(field) : field;
    // Excel would take a first field "sep=…" for its separator line.
    const bool looksLikeSeparatorLine =
        text.size() >= 4 && text[3] == u'=' && text.startsWith(u"sep=", Qt::CaseInsensitive);
    if (looksLikeSeparatorLine || needsQuotes(text, m_dialect.separator))
        row += u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
    else
        row += text;
}

} // namespace headway::exchange
