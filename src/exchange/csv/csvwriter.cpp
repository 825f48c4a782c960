// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvwriter.h"

#include "domain/savefile.h"

#include <QFileDevice>
#include <QIODevice>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {
namespace {

constexpr qsizetype pendingBytes = 64 * 1024;

} // namespace

CsvWriter::CsvWriter(QIODevice &device, const CsvDialect &dialect)
    : m_device(device), m_dialect(dialect),
      m_lineEnding(dialect.lineEnding == LineEnding::LineFeed ? u"\n" : u"\r\n"),
      m_mayBeInFigures(dialect.formulaGuard == FormulaGuard::On || dialect.separator.isLetterOrNumber()
                       || QStringView(u"+-.:").contains(dialect.separator))
{
    for (const char16_t special : {dialect.separator.unicode(), u'"', u'\n', u'\r'}) {
        if (special < m_needsQuotes.size())
            m_needsQuotes[special] = true;
    }
}

Result<> CsvWriter::writeRow(const QStringList &fields)
{
    HEADWAY_CHECK(begin(fields.size()));
    for (qsizetype i = 0; i < fields.size(); ++i)
        append(i, QStringView(fields[i]));
    return end(fields.first().isEmpty());
}

Result<> CsvWriter::writeCells(std::span<const ExportCell> cells)
{
    HEADWAY_CHECK(begin(qsizetype(cells.size())));
    FigureRoom room;
    for (qsizetype i = 0; i < m_width; ++i) {
        const ExportCell &cell = cells[size_t(i)];
        if (cell.isText())
            append(i, cell.text);
        else
            append(i, figures(cell, room));
    }
    const ExportCell &first = cells.front();
    return end(first.isText() ? first.text.isEmpty() : first.kind == ExportCell::Kind::Nothing);
}

Result<> CsvWriter::finish()
{
    HEADWAY_CHECK(drain());
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (file != nullptr && !file->flush())
        return failure(notWritten(m_device));
    return {};
}

Result<> CsvWriter::begin(qsizetype width)
{
    if (width == 0 || (m_width != 0 && width != m_width))
        return failure(ErrorCode::Internal, Sentence::tr("The rows of a CSV file must be equally long."));
    m_row.clear();
    if (m_width != 0)
        return {};
    m_width = width;
    if (m_dialect.byteOrderMark == ByteOrderMark::Present)
        m_pending += byteOrderMark(m_dialect.encoding);
    if (m_dialect.separatorLine == SeparatorLine::Present)
        ((m_row += u"sep=") += m_dialect.separator.unicode()) += m_lineEnding;
    return {};
}

Result<> CsvWriter::end(bool isBlank)
{
    if (m_width == 1 && isBlank)
        m_row += u"\"\""; // otherwise it would be a blank line
    m_row += m_lineEnding;
    HEADWAY_CHECK(appendEncoded(m_pending, m_row, m_dialect.encoding));
    return m_pending.size() < pendingBytes ? Result<>() : drain();
}

Result<> CsvWriter::drain()
{
    HEADWAY_CHECK(writeAll(m_device, m_pending));
    m_pending.resize(0); // keeps its room
    return {};
}

void CsvWriter::append(qsizetype position, QStringView field)
{
    if (position > 0)
        m_row += m_dialect.separator.unicode();
    const bool isGuarded = m_dialect.formulaGuard == FormulaGuard::On && needsGuard(field);
    const bool isQuoted = needsQuotes(field, isGuarded);
    if (isQuoted)
        m_row += u'"';
    if (isGuarded)
        m_row += u'\'';
    const auto put = [this](QStringView text) { m_row.append(text.utf16(), size_t(text.size())); };
    if (!isQuoted) {
        put(field);
        return;
    }
    for (qsizetype quote = 0; (quote = field.indexOf(u'"')) >= 0; field = field.sliced(quote + 1)) {
        put(field.first(quote + 1));
        m_row += u'"';
    }
    put(field);
    m_row += u'"';
}

// Figures are ASCII, and hardly ever hold what has to be quoted or guarded.
void CsvWriter::append(qsizetype position, QLatin1StringView field)
{
    if (m_mayBeInFigures) {
        append(position, QStringView(QString(field)));
        return;
    }
    if (position > 0)
        m_row += m_dialect.separator.unicode();
    m_row.append(field.begin(), field.end());
}

// Besides what RFC 4180 requires: outer spaces, which many programs strip, and a first character that would
// be taken for a byte order mark. What is guarded begins with its guard.
bool CsvWriter::needsQuotes(QStringView field, bool isGuarded) const
{
    if (field.isEmpty())
        return false;
    if (field.back().isSpace())
        return true;
    if (!isGuarded && (field.front().isSpace() || field.front() == QChar::ByteOrderMark))
        return true;
    // Excel would take a first field "sep=…" for its separator line.
    if (field.size() >= 4 && field[3] == u'=' && field.startsWith(u"sep=", Qt::CaseInsensitive))
        return true;
    return std::any_of(field.begin(), field.end(), [this](QChar character) {
        const char16_t code = character.unicode();
        return code < m_needsQuotes.size() ? m_needsQuotes[code] : character == m_dialect.separator;
    });
}

} // namespace headway::exchange
