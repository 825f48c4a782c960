// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/sheetsource.h"

#include "domain/text/quoted.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/headergroups.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr size_t rowsLookedAt = 50;
constexpr int rowsLookedAtForTitles = 20'000; // groups of a board may be long
constexpr int rowsLookedAtForGroups = 2000;
constexpr qsizetype mostGroupsNamed = 10;

// A name that the file does not have, and that is known to mean tags.
QString groupsColumn(const QStringList &columns)
{
    for (const QString &name : {u"Groups"_s, u"Labels"_s, u"Categories"_s}) {
        if (!columns.contains(name, Qt::CaseInsensitive))
            return name;
    }
    QString name = u"Groups"_s;
    while (columns.contains(name, Qt::CaseInsensitive))
        name += u'*';
    return name;
}

// As much of a row as people look at.
QStringList beginning(const QStringList &cells)
{
    constexpr qsizetype mostCells = 100;
    constexpr qsizetype longestCell = 200;
    QStringList shown = cells.mid(0, mostCells);
    for (QString &cell : shown)
        cell.truncate(longestCell);
    return shown;
}

// Of a file as it was then.
QDateTime changedAt(const QFile &file)
{
    return QFileInfo(file.fileName()).lastModified();
}

// The line of the column names, where the one found only says whose columns they are.
qint64 belowGroups(const std::vector<exchange::CsvRow> &rows, qint64 line)
{
    for (size_t i = 0; i + 1 < rows.size(); ++i) {
        const QStringList &names = rows[i + 1].fields;
        if (rows[i].line == line && filledCells(names) > filledCells(rows[i].fields)
            && !exchange::headerGroups(rows[i].fields, names.size()).isEmpty())
            return rows[i + 1].line;
    }
    return line;
}

} // namespace

class SheetSource::Detected : public SourceDetection
{
public:
    Detected(Shape shape, const SourceFile &said, qint64 size, const QDateTime &changed)
        : m_shape(std::move(shape)), m_said(said), m_size(size), m_changed(changed)
    {
        m_said.detection.reset(); // each would hold the one before
    }

    const Shape &shape() const { return m_shape; }
    bool holdFor(const SourceFile &file, qint64 size, const QDateTime &changed) const
    {
        return m_said.path == file.path && m_size == size && m_changed == changed && m_said.csv == file.csv
            && m_said.author == file.author;
    }

private:
    const Shape m_shape;
    SourceFile m_said;
    const qint64 m_size;
    const QDateTime m_changed;
};

Error SheetSource::unreadable(const QFile &file)
{
    if (QFileInfo(file).isDir())
        return {ErrorCode::Unreadable, Sentence::tr("%1 is a folder, not a file.").arg(file.fileName()), {}};
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            {}};
}

Result<> SheetSource::openFile()
{
    return m_file.open(QIODevice::ReadOnly) ? Result<>() : failure(unreadable(m_file));
}

std::shared_ptr<const SourceDetection> SheetSource::detection() const
{
    return m_detected;
}

bool SheetSource::takeOver()
{
    const auto *known = dynamic_cast<const Detected *>(m_said.detection.get());
    if (!known || !known->holdFor(m_said, m_file.size(), changedAt(m_file)))
        return false;
    m_shape = known->shape();
    m_detected = m_said.detection;
    return true;
}

Result<> SheetSource::detect()
{
    m_isOurs = m_said.author == Author::Headway;
    m_areAllRecords = m_isOurs || m_said.csv.rows == exchange::TableRows::Records;
    m_areTitlesSaid = m_said.csv.rows == exchange::TableRows::WithTitles;
    if (takeOver())
        return {};
    const QDateTime changed = changedAt(m_file); // before it is looked at
    const qint64 size = m_file.size();
    HEADWAY_CHECK(look(m_said));
    if (!m_file.isSequential())
        m_detected = std::make_shared<const Detected>(m_shape, m_said, size, changed);
    return {};
}

// Notes, titles and empty lines may stand above the column names, but not in a file of ours.
Result<> SheetSource::findHeader(const SourceFile &file)
{
    m_shape.headerLine = file.csv.headerLine.value_or(1);
    if (m_isOurs || m_file.isSequential())
        return {};
    HEADWAY_TRY(rowsOfFile, feed());
    std::vector<exchange::CsvRow> rows;
    while (rows.size() < rowsLookedAt) {
        HEADWAY_TRY(item, rowsOfFile->next());
        if (!item)
            break;
        if (auto *row = std::get_if<exchange::CsvRow>(&*item))
            rows.push_back(std::move(*row));
        else if (rows.empty())
            break; // no text
        rowsOfFile->forgetWidth();
    }
    if (!file.csv.headerLine && !rows.empty()) {
        m_shape.headerLine = belowGroups(rows, exchange::headerLine(rows));
        m_shape.isHeaderFound = m_shape.headerLine > rows.front().line;
    }
    for (const exchange::CsvRow &row : rows) {
        if (row.line < m_shape.headerLine && filledCells(row.fields) > 0
            && rows.back().line >= m_shape.headerLine)
            m_shape.above = row.fields;
        else if (row.line == m_shape.headerLine)
            m_shape.headerGroups = exchange::headerGroups(m_shape.above, row.fields.size());
    }
    return {};
}

SheetReader SheetSource::readerOf(std::unique_ptr<RowFeed> feed) const
{
    return {std::move(feed), m_isOurs ? SheetReader::Reading::Literal : SheetReader::Reading::Sensible};
}

// Whether titles of groups stand between the rows, or values of groups in their first rows.
Result<> SheetSource::findTitles(const SourceFile &file)
{
    if (m_areTitlesSaid)
        m_shape.titles = Titles::Anywhere;
    if (m_isOurs || m_file.isSequential())
        return {};
    HEADWAY_TRY(rows, feed());
    SheetReader reader = readerOf(std::move(rows));
    SheetShape shape(m_shape.above);
    GroupedColumns groups;
    RowsAbove above;
    const auto header = reader.readHeader(m_shape.headerLine, m_shape.headerGroups);
    for (int i = 0; header && i < rowsLookedAtForTitles; ++i) {
        HEADWAY_TRY(item, reader.next());
        if (!item)
            break;
        const SheetRow *row = item->row();
        if (!row)
            continue;
        shape.note(*row);
        m_shape.hasBareSums = m_shape.hasBareSums || isBareSumOfFigures(row->cells);
        const bool isRecord = i < rowsLookedAtForGroups && !row->isHeader && filledCells(row->cells) > 1
            && !isSumRow(row->cells) && sumLineIn(row->cells, above.texts()) == SumLine::None;
        if (isRecord) {
            groups.note(row->cells);
            above.note(row->cells);
        }
    }
    if (!file.csv.rows) {
        const SheetShape::Verdict verdict = shape.verdict();
        (verdict.isSure ? m_shape.titles : m_shape.supposed) = verdict.titles;
    }
    m_shape.grouped = groups.columns();
    return {};
}

Result<std::vector<SourceRow>> SheetSource::opening(int most)
{
    std::vector<SourceRow> rows;
    if (m_file.isSequential()) // it can be read only once
        return rows;
    HEADWAY_TRY(rowsOfFile, feed());
    while (int(rows.size()) < most) {
        HEADWAY_TRY(item, rowsOfFile->next());
        if (!item)
            break;
        if (const auto *row = std::get_if<exchange::CsvRow>(&*item))
            rows.push_back({row->line, beginning(row->fields)});
        else if (const auto &problem = std::get<exchange::CsvProblem>(*item); !problem.raw.isEmpty())
            rows.push_back({problem.line, beginning({problem.raw})});
        rowsOfFile->forgetWidth();
    }
    return rows;
}

QString SheetSource::name() const
{
    return QFileInfo(m_file).fileName();
}

Result<SourceColumns> SheetSource::begin()
{
    HEADWAY_TRY(rows, feed());
    m_reader.emplace(readerOf(std::move(rows)));
    m_held.clear();
    m_told = {};
    HEADWAY_TRY(header, m_reader->readHeader(m_shape.headerLine, m_shape.headerGroups));
    m_shape.headerLine = header.line;
    SourceColumns columns{.names = header.names, .notes = placeNotes(), .grouped = m_shape.grouped};
    if (m_shape.isHeaderFound && !m_shape.headerGroups.isEmpty())
        columns.notes.push_back(
            Sentence::tr("The column names stand in line %1, and what they belong to in the line above.")
                .arg(QString::number(header.line)));
    else if (m_shape.isHeaderFound)
        columns.notes.push_back(
            Sentence::tr("The column names stand in line %1; what is above them is passed over.")
                .arg(QString::number(header.line)));
    for (const exchange::CsvProblem &problem : header.problems)
        columns.notes.push_back(problem.reason);
    if (m_shape.titles != Titles::None) {
        columns.groups = columns.names.size();
        columns.names += groupsColumn(columns.names);
        if (hasOnlyFirst(m_shape.above) && m_shape.titles == Titles::AboveHeaders)
            takeTitle(m_shape.above.front());
    }
    return columns;
}

QString SheetSource::digest() const
{
    if (!m_digest)
        m_digest = m_file.isSequential() ? QString() : digestOf(m_file.fileName(), m_shape.place.name);
    return *m_digest;
}

std::vector<Sentence> SheetSource::remarks() const
{
    std::vector<Sentence> remarks;
    const auto tell = [&](qint64 rows, Sentence one, Sentence several) {
        if (rows > 0)
            remarks.push_back(rows == 1 ? std::move(one) : std::move(several).arg(rows));
    };
    const qint64 empty = m_reader ? m_reader->emptyRows() : 0;
    tell(m_reader ? m_reader->filledRows() : 0,
         Sentence::tr("1 row has fewer fields than there are columns; the missing ones count as blank."),
         Sentence::tr("%1 rows have fewer fields than there are columns; the missing ones count as blank."));
    tell(empty, Sentence::tr("1 empty row was passed over."),
         Sentence::tr("%1 empty rows were passed over."));
    tell(m_told.headersAgain, Sentence::tr("1 row repeats the column names and was passed over."),
         Sentence::tr("%1 rows repeat the column names and were passed over."));
    if (m_told.groupCount > 0)
        remarks.push_back(
            Sentence::tr("Titles of groups are no records, and are kept with their rows (%1): %2.")
                .arg(m_told.groupCount)
                .arg(m_told.groups.join(u"; "_s)
                     + (m_told.groupCount > m_told.groups.size() ? u"; …"_s : QString())));
    tell(m_told.sums, Sentence::tr("1 row of sums was passed over."),
         Sentence::tr("%1 rows of sums were passed over."));
    tell(m_told.nested, Sentence::tr("1 row of parts of another row was passed over."),
         Sentence::tr("%1 rows of parts of other rows were passed over."));
    if (!m_told.footers.isEmpty()) {
        QString footers = m_told.footers.join(u"; "_s);
        if (footers.endsWith(u'.')) // the sentence has its own
            footers.chop(1);
        remarks.push_back(Sentence::tr("Left out below the data: %1.").arg(footers));
    }
    if (!m_told.unlikely.isEmpty())
        remarks.push_back(
            Sentence::tr("The last row, %1, begins like a sum, but is none; it is read like the others.")
                .arg(Quoted{m_told.unlikely}));
    const std::vector<Sentence> ofCells = m_reader ? m_reader->remarks() : std::vector<Sentence>();
    remarks.insert(remarks.end(), ofCells.begin(), ofCells.end());
    return remarks;
}

std::vector<ImportQuestion> SheetSource::questions() const
{
    using About = ImportQuestion::About;
    std::vector<ImportQuestion> questions;
    if (m_told.lone > 0)
        questions.push_back(
            {About::LoneCell, {}, {}, m_told.firstLone, m_told.lone, {u"titles"_s, u"records"_s}});
    if (!m_told.bareSum.isEmpty())
        questions.push_back({About::LastRow, {}, {}, m_told.bareSum, 1, {u"records"_s}});
    return questions;
}

Result<bool> SheetSource::hold(size_t count)
{
    while (m_held.size() < count) {
        HEADWAY_TRY(item, m_reader->next());
        if (!item)
            return false;
        m_held.push_back(std::move(*item));
    }
    return true;
}

void SheetSource::takeTitle(const QString &title)
{
    static const QRegularExpression frame(u"^[\\s=#*–—_>•-]+|[\\s=#*–—_<•:-]+$"_s);
    QString text = title.simplified();
    text.remove(frame);
    m_told.group = text.isEmpty() ? title.simplified() : text;
    ++m_told.groupCount;
    if (m_told.groups.size() < mostGroupsNamed)
        m_told.groups += m_told.group;
}

// Boards write the parts of a record below it, with column names of their own and nothing in front.
bool SheetSource::passNested(const SheetRow &row, const SheetRow *next)
{
    const bool hasFront = !row.cells.front().trimmed().isEmpty();
    if (hasFront) {
        m_told.isNested = next && next->cells.front().trimmed().isEmpty() && !hasOnlyFirst(row.cells)
            && exchange::Vocabulary::own().has(u"nested", row.cells.front());
        return m_told.isNested;
    }
    m_told.nested += m_told.isNested ? 1 : 0;
    return m_told.isNested;
}

// Passes over the first row that is held if it is no record: a title, sums below a group, the column names again.
Result<bool> SheetSource::passOver()
{
    const SheetRow *row = m_held.front().row();
    if (!row)
        return false;
    const Titles titles = m_shape.titles == Titles::None ? m_shape.supposed : m_shape.titles;
    if (titles == Titles::None)
        return false;
    HEADWAY_TRY(isFollowed, hold(2));
    row = m_held.front().row(); // the queue has moved
    const SheetRow *next = isFollowed ? m_held[1].row() : nullptr;
    const bool isEnd =
        !isFollowed || (next && (next->isAfterGap || next->isHeader || hasOnlyFirst(next->cells)));
    const bool isNameAlone = filledCells(row->cells) == 1 && isBareSum(row->cells);
    if (m_shape.titles != Titles::None && isEnd && isSumRow(row->cells) && !isNameAlone) {
        ++m_told.sums;
        m_told.isAfterSums = true;
        m_held.pop_front();
        return true;
    }
    if (m_shape.titles != Titles::None && passNested(*row, next)) {
        m_held.pop_front();
        return true;
    }
    if (!isTitle(titles, *row, m_told.isFirst, m_told.isAfterSums, next))
        return false;
    if (m_shape.titles == Titles::None) {
        if (m_told.lone++ == 0)
            m_told.firstLone = row->cells.front().simplified();
        return false;
    }
    takeTitle(row->cells.front());
    m_told.isFirst = false;
    m_told.isAfterSums = false;
    m_held.pop_front();
    return true;
}

// Whether what is in front is no record, and was passed over: a title, an imprint, a footer, a sum.
Result<bool> SheetSource::passAside()
{
    if (const SheetRow *row = m_held.front().row(); row && row->isHeader) {
        ++m_told.headersAgain;
        m_held.pop_front();
        return true;
    }
    if (m_areAllRecords)
        return false;
    HEADWAY_TRY(isTitle, passOver());
    if (isTitle)
        return true;
    HEADWAY_TRY(isImprint, passImprint());
    if (isImprint)
        return true;
    const SheetRow *front = m_held.front().row();
    if (!front || !mayBeFooter(front->cells))
        return false;
    HEADWAY_TRY(isFooter, passFooters());
    if (isFooter)
        return true;
    if (!isSumOfGroup(m_held.front().row()->cells))
        return false;
    ++m_told.sums;
    m_told.isBelowSum = true;
    m_told.since = {};
    m_held.pop_front();
    return true;
}

Result<std::optional<SheetItem>> SheetSource::nextItem()
{
    for (bool isAside = true; isAside;) {
        HEADWAY_TRY(isThere, hold(1));
        if (!isThere)
            return std::optional<SheetItem>();
        HEADWAY_TRY(isPassed, passAside());
        isAside = isPassed;
    }
    SheetItem first = std::move(m_held.front());
    m_held.pop_front();
    m_told.isFirst = false;
    m_told.isAfterSums = false;
    m_told.isBelowSum = false;
    if (const SheetRow *row = m_areAllRecords ? nullptr : first.row()) {
        m_told.above.note(row->cells);
        if (m_shape.hasBareSums)
            m_told.since.add(row->cells);
        ++(filledCells(row->cells) > 1 ? m_told.full : m_told.single);
    }
    return std::optional(std::move(first));
}

Result<std::optional<SourceItem>> SheetSource::next()
{
    HEADWAY_TRY(item, nextItem());
    if (!item)
        return std::optional<SourceItem>();
    if (auto *row = std::get_if<SheetRow>(&item->item)) {
        if (m_shape.titles != Titles::None)
            row->cells += m_told.group;
        return SourceRow{item->line, std::move(row->cells), std::move(row->numbers)};
    }
    auto &problem = std::get<exchange::CsvProblem>(item->item);
    return SourceProblem{problem.line, problem.column ? QString::number(problem.column) : QString(),
                         std::move(problem.reason), std::move(problem.raw)};
}

} // namespace headway::transfer
