// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/csvsource.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr size_t rowsLookedAt = 50;
constexpr size_t mostFooters = 10;

bool isEmpty(const QStringList &cells)
{
    return std::all_of(cells.begin(), cells.end(),
                       [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

Error unreadable(const QFile &file)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            {}};
}

} // namespace

Result<std::unique_ptr<RowSource>> CsvSource::open(const SourceFile &file)
{
    std::unique_ptr<CsvSource> source(new CsvSource(file.path));
    if (!source->m_file.open(QIODevice::ReadOnly))
        return failure(unreadable(source->m_file));
    HEADWAY_CHECK(source->detect(file));
    return source;
}

Result<> CsvSource::detect(const SourceFile &file)
{
    HEADWAY_TRY(detection, exchange::detectCsv(m_file));
    m_detection = detection;
    // Texts full of separators mislead the detection; our own files begin with "id" and the separator.
    const QByteArray start = m_file.peek(6);
    const QByteArrayView first = QByteArrayView(start).sliced(start.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    if (file.author == Author::Headway && first.size() > 2 && first.startsWith("id"))
        m_detection.dialect.separator = QChar::fromLatin1(first[2]);
    m_detection.overrule(file.csv);
    m_isOurs = file.author == Author::Headway;
    return findHeader(file);
}

// Notes, titles and empty lines may stand above the column names, but not in a file of ours.
Result<> CsvSource::findHeader(const SourceFile &file)
{
    if (file.csv.headerLine) {
        m_headerLine = *file.csv.headerLine;
        return {};
    }
    if (m_isOurs || m_file.isSequential())
        return {};
    exchange::CsvReader reader(m_file, m_detection.dialect);
    std::vector<exchange::CsvRow> rows;
    while (rows.size() < rowsLookedAt) {
        HEADWAY_TRY(item, reader.next());
        if (!item)
            break;
        if (auto *row = std::get_if<exchange::CsvRow>(&*item))
            rows.push_back(std::move(*row));
        else if (rows.empty())
            break; // no text
        reader.forgetWidth();
    }
    m_headerLine = rows.empty() ? 1 : exchange::headerLine(rows);
    m_isHeaderFound = !rows.empty() && m_headerLine > rows.front().line;
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    return {};
}

QString CsvSource::name() const
{
    return QFileInfo(m_file).fileName();
}

Writing CsvSource::writing() const
{
    return {{{u"encoding"_s, m_detection.encodingEvidence}, {u"separator"_s, m_detection.separatorEvidence}},
            m_detection.isPlain};
}

exchange::CsvDialect CsvSource::rejectedDialect() const
{
    exchange::CsvDialect dialect = exchange::CsvDialect::machine();
    dialect.separator = m_detection.dialect.separator;
    return dialect;
}

Result<SourceColumns> CsvSource::begin()
{
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    m_reader.emplace(m_file, m_detection.dialect);
    m_held.clear();
    m_footers.clear();
    m_emptyRows = 0;
    m_headersAgain = 0;
    m_isAtEnd = false;
    HEADWAY_TRY(header, m_reader->readHeader(m_headerLine));
    if (!m_isOurs)
        m_reader->fillShortRows();
    m_names = header.names;
    SourceColumns columns{header.names, {}};
    if (m_isHeaderFound)
        columns.notes.push_back(
            Sentence::tr("The column names stand in line %1; what is above them is passed over.")
                .arg(QString::number(header.line)));
    for (const exchange::CsvProblem &problem : header.problems)
        columns.notes.push_back(problem.reason);
    return columns;
}

std::vector<Sentence> CsvSource::remarks() const
{
    std::vector<Sentence> remarks;
    if (m_reader && m_reader->filledRows() > 0)
        remarks.push_back(
            m_reader->filledRows() == 1
                ? Sentence::tr(
                    "1 row has fewer fields than there are columns; the missing ones count as blank.")
                : Sentence::tr(
                      "%1 rows have fewer fields than there are columns; the missing ones count as blank.")
                      .arg(m_reader->filledRows()));
    if (m_emptyRows > 0)
        remarks.push_back(m_emptyRows == 1
                              ? Sentence::tr("1 empty row was passed over.")
                              : Sentence::tr("%1 empty rows were passed over.").arg(m_emptyRows));
    if (m_headersAgain > 0)
        remarks.push_back(
            m_headersAgain == 1
                ? Sentence::tr("1 row repeats the column names and was passed over.")
                : Sentence::tr("%1 rows repeat the column names and were passed over.").arg(m_headersAgain));
    if (!m_footers.isEmpty())
        remarks.push_back(Sentence::tr("Left out below the data: %1.").arg(m_footers.join(u"; "_s)));
    return remarks;
}

// Some exports write them above each group or page.
bool CsvSource::isHeaderAgain(const QStringList &cells) const
{
    return m_names.size() > 1
        && std::equal(cells.begin(), cells.end(), m_names.begin(), m_names.end(),
                      [](const QString &cell, const QString &name) { return cell.trimmed() == name; });
}

// Without empty rows, and without the footers of a report: such a row is one only if no other follows.
Result<std::optional<exchange::CsvItem>> CsvSource::nextItem()
{
    while (!m_isAtEnd && (m_held.empty() || exchange::isFooter(m_held.back().fields))
           && m_held.size() < mostFooters) {
        HEADWAY_TRY(item, m_reader->next());
        if (!item) {
            m_isAtEnd = true;
            for (const exchange::CsvRow &footer : m_held)
                m_footers += footer.fields.join(u' ').simplified();
            m_held.clear();
            break;
        }
        auto *row = std::get_if<exchange::CsvRow>(&*item);
        if (m_isOurs || !row)
            return item;
        if (isEmpty(row->fields))
            ++m_emptyRows;
        else if (isHeaderAgain(row->fields))
            ++m_headersAgain;
        else
            m_held.push_back(std::move(*row));
    }
    if (m_held.empty())
        return std::optional<exchange::CsvItem>();
    exchange::CsvItem first = std::move(m_held.front());
    m_held.pop_front();
    return std::optional(std::move(first));
}

Result<std::optional<SourceItem>> CsvSource::next()
{
    HEADWAY_TRY(item, nextItem());
    if (!item)
        return std::optional<SourceItem>();
    if (auto *row = std::get_if<exchange::CsvRow>(&*item))
        return SourceRow{row->line, std::move(row->fields)};
    auto &problem = std::get<exchange::CsvProblem>(*item);
    return SourceProblem{problem.line, problem.column ? QString::number(problem.column) : QString(),
                         std::move(problem.reason), std::move(problem.raw)};
}

} // namespace headway::transfer
