// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvreader.h"

#include "exchange/csv/csvheader.h"

#include <QFileDevice>
#include <QIODevice>

#include <algorithm>
#include <sys/stat.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::exchange {
namespace {

constexpr QChar quote = u'"';

bool isLineEnd(QChar character)
{
    return character == u'\n' || character == u'\r';
}

// Of the open file itself, even if its name means another file by now; Qt would cache the first answer.
qint64 lastWritten(const QIODevice &device)
{
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    struct stat status = {};
    if (!file || ::fstat(file->handle(), &status) != 0)
        return 0;
    return qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
}

} // namespace

CsvReader::CsvReader(QIODevice &device, const CsvDialect &dialect, const CsvLimits &limits)
    : m_device(device), m_dialect(dialect), m_limits(limits),
      m_decoder(dialect.encoding, dialect.byteOrderMark), m_sizeAtStart(device.size()),
      m_writtenAtStart(lastWritten(device)), m_chunk(limits.chunk, Qt::Uninitialized)
{
}

Result<CsvHeader> CsvReader::readHeader(qint64 line)
{
    return exchange::readHeader(
        [this] {
            forgetWidth();
            return next();
        },
        line);
}

Result<std::optional<CsvItem>> CsvReader::next()
{
    if (!m_started) {
        m_started = true;
        HEADWAY_CHECK(skipSeparatorLine());
    }
    for (;;) {
        beginRow();
        HEADWAY_TRY(end, scanRow());
        if (end == RowEnd::EndOfInput)
            return std::nullopt;
        if (end != RowEnd::Complete) {
            HEADWAY_TRY(problem, takeSpoiltLine(end));
            return CsvItem(std::move(problem));
        }
        if (!isBlankLine())
            return takeRow();
    }
}

Result<> CsvReader::skipSeparatorLine()
{
    if (m_dialect.separatorLine == SeparatorLine::Absent)
        return {};
    HEADWAY_TRY(line, takeLine());
    Q_UNUSED(line)
    return {};
}

// False at the end of the input. Otherwise appends to m_text; everything before m_rowStart is dropped, so
// that memory holds one row and one chunk.
Result<bool> CsvReader::fill()
{
    m_text.remove(0, m_rowStart);
    m_at -= m_rowStart;
    m_rowStart = 0;
    while (m_at == m_text.size() && !m_atEnd) {
        const qint64 count = m_device.read(m_chunk.data(), m_chunk.size());
        const auto *file = qobject_cast<const QFileDevice *>(&m_device);
        const bool hasFailed = file != nullptr && file->error() != QFileDevice::NoError;
        if (count < 0 && (hasFailed || !m_device.isSequential()))
            return failure(ErrorCode::Unreadable,
                           Sentence::tr("The file could not be read on: %1.").arg(m_device.errorString()));
        m_atEnd = count <= 0;
        m_bytesRead += std::max<qint64>(count, 0);
        m_text += m_atEnd ? m_decoder.finish() : m_decoder.decode(QByteArrayView(m_chunk).first(count));
        if (m_atEnd && !m_device.isSequential()
            && (m_device.size() != m_sizeAtStart || lastWritten(m_device) != m_writtenAtStart))
            return failure(ErrorCode::Unreadable, Sentence::tr("The file was changed while it was read."));
    }
    return m_at < m_text.size();
}

void CsvReader::beginRow()
{
    m_rowStart = m_at;
    m_rowLine = m_line;
    m_scan = Scan::FieldStart;
    m_field = {};
    m_fields.clear();
}

Result<CsvReader::RowEnd> CsvReader::scanRow()
{
    for (;;) {
        if (m_at == m_text.size()) {
            HEADWAY_TRY(more, fill());
            if (!more)
                return endRowAtEndOfInput();
        }
        const QChar character = m_text.at(m_at);
        if (std::exchange(m_afterCarriageReturn, false) && character == u'\n') {
            m_rowStart = ++m_at;
            continue;
        }
        if (const std::optional<RowEnd> end = scanCharacter(character))
            return *end;
    }
}

// Adds the character to the row, or returns how the row ended. m_at is moved past what was read.
std::optional<CsvReader::RowEnd> CsvReader::scanCharacter(QChar character)
{
    const qsizetype here = m_at - m_rowStart;
    if (here >= m_limits.longestRow && !isLineEnd(character))
        return RowEnd::TooLong;
    ++m_at;
    if (m_scan == Scan::Quoted) {
        if (character == quote)
            m_scan = Scan::QuoteInQuoted;
        else
            countLine(character);
        return std::nullopt;
    }
    if (m_scan == Scan::QuoteInQuoted && character == quote) {
        m_scan = Scan::Quoted;
        return std::nullopt;
    }
    if (m_scan == Scan::FieldStart && character == quote) {
        m_scan = Scan::Quoted;
        m_field = {here + 1, here + 1, true};
        return std::nullopt;
    }
    if (character == m_dialect.separator) {
        closeField(here);
        m_field = {here + 1, here + 1, false};
        m_scan = Scan::FieldStart;
        if (std::ssize(m_fields) >= m_limits.mostColumns)
            return RowEnd::TooManyColumns;
        return std::nullopt;
    }
    if (isLineEnd(character)) {
        closeField(here);
        countLine(character);
        m_afterCarriageReturn = character == u'\r';
        return RowEnd::Complete;
    }
    if (m_scan == Scan::QuoteInQuoted)
        return RowEnd::TextAfterQuote;
    m_scan = Scan::Plain;
    return std::nullopt;
}

CsvReader::RowEnd CsvReader::endRowAtEndOfInput()
{
    if (m_at == m_rowStart)
        return RowEnd::EndOfInput;
    if (m_scan == Scan::Quoted)
        return RowEnd::Unclosed;
    closeField(m_at - m_rowStart);
    return RowEnd::Complete;
}

void CsvReader::closeField(qsizetype end)
{
    m_field.to = m_field.quoted ? end - 1 : end;
    m_fields.push_back(m_field);
}

// CR LF counts once, at the CR.
void CsvReader::countLine(QChar character)
{
    const bool isSecondHalf = character == u'\n' && m_at >= m_rowStart + 2 && m_text.at(m_at - 2) == u'\r';
    if (isLineEnd(character) && !isSecondHalf)
        ++m_line;
}

// Empty, or, if rows have several fields, only spaces.
bool CsvReader::isBlankLine() const
{
    if (m_fields.size() != 1 || m_fields.front().quoted)
        return false;
    const QStringView field = rowText().sliced(0, m_fields.front().to);
    return field.isEmpty() || (m_width > 1 && field.trimmed().isEmpty());
}

CsvItem CsvReader::takeRow()
{
    const auto problem = [this](int column, const Sentence &reason) {
        return CsvItem(CsvProblem{m_rowLine, column, reason, rowText().toString()});
    };
    const qsizetype count = std::ssize(m_fields);
    if (rowText().contains(QChar::Null)) {
        const auto damaged = std::find_if(m_fields.begin(), m_fields.end(), [this](const Span &span) {
            return rowText().sliced(span.from, span.to - span.from).contains(QChar::Null);
        });
        const int column = static_cast<int>(damaged - m_fields.begin()) + 1;
        return problem(column,
                       Sentence::tr("Column %1 holds bytes that are not %2 text.")
                           .arg(column, encodingName(m_dialect.encoding)));
    }
    if (m_width == 0)
        m_width = count;
    const bool isFilled = m_fillsShort && count < m_width;
    // Spreadsheets write separators behind the last column.
    const bool isCut = m_fillsShort && count > m_width
        && std::all_of(m_fields.begin() + m_width, m_fields.end(),
                       [this](const Span &span) { return fieldText(span).trimmed().isEmpty(); });
    if (count != m_width && !isFilled && !isCut)
        return problem(0,
                       (count < m_width ? Sentence::tr("The row has too few fields: %1 instead of %2.")
                                        : Sentence::tr("The row has too many fields: %1 instead of %2."))
                           .arg(count, m_width));
    CsvRow row;
    row.line = m_rowLine;
    row.fields.reserve(count);
    row.quoted.reserve(count);
    for (const Span &span : m_fields) {
        row.fields += fieldText(span);
        row.quoted += span.quoted;
    }
    if (isFilled || isCut) {
        m_filledRows += isFilled ? 1 : 0;
        row.fields.resize(m_width);
        row.quoted.resize(m_width);
    }
    return row;
}

QString CsvReader::fieldText(const Span &span) const
{
    QString text = rowText().sliced(span.from, span.to - span.from).toString();
    if (span.quoted)
        text.replace(u"\"\""_s, QString(quote));
    return m_dialect.formulaGuard == FormulaGuard::On ? unguarded(text) : text;
}

// From the start of the row to m_at, without the line ending.
QStringView CsvReader::rowText() const
{
    QStringView text = QStringView(m_text).sliced(m_rowStart, m_at - m_rowStart);
    const bool endsLine = m_scan != Scan::Quoted && !text.isEmpty() && isLineEnd(text.back());
    return endsLine ? text.chopped(1) : text;
}

// Of a row with a broken quote only the first line is rejected: what follows is most likely good, and a
// forgotten quote must not swallow the rest of the file.
Result<CsvProblem> CsvReader::takeSpoiltLine(RowEnd end)
{
    CsvProblem problem;
    problem.line = m_rowLine;
    const int column = static_cast<int>(m_fields.size()) + 1;
    switch (end) {
    case RowEnd::TextAfterQuote:
        problem.column = column;
        problem.reason = Sentence::tr("Column %1 goes on behind its closing quote.").arg(column);
        break;
    case RowEnd::TooManyColumns:
        problem.reason = Sentence::tr("The row has more than %1 fields.").arg(m_limits.mostColumns);
        break;
    case RowEnd::TooLong:
        problem.reason = Sentence::tr("The row is longer than %1 characters.").arg(m_limits.longestRow);
        break;
    default:
        problem.column = column;
        problem.reason = Sentence::tr("The quote that opens column %1 is never closed.").arg(column);
    }
    HEADWAY_TRY(line, takeLine());
    problem.raw = std::move(line);
    return problem;
}

// The rest of the line that starts at m_rowStart, whatever it contains, without its line ending; of a very
// long one, the beginning.
Result<QString> CsvReader::takeLine()
{
    QString line;
    m_at = m_rowStart;
    m_line = m_rowLine;
    for (;;) {
        const auto *const end = std::find_if(m_text.cbegin() + m_at, m_text.cend(), isLineEnd);
        const qsizetype length = end - (m_text.cbegin() + m_at);
        line += QStringView(m_text).sliced(m_at, std::min(length, m_limits.longestRow - line.size()));
        m_at += length;
        m_rowStart = m_at;
        if (m_at < m_text.size()) {
            m_afterCarriageReturn = m_text.at(m_at) == u'\r';
            m_rowStart = ++m_at;
            ++m_line;
            return line;
        }
        HEADWAY_TRY(more, fill());
        if (!more)
            return line;
    }
}

} // namespace headway::exchange
