// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/csvsource.h"

#include "domain/text/quoted.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/csv/filecontent.h"

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

Error unreadable(const QFile &file)
{
    if (QFileInfo(file).isDir())
        return {ErrorCode::Unreadable, Sentence::tr("%1 is a folder, not a file.").arg(file.fileName()), {}};
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            {}};
}

// Of a file as it was then.
QDateTime changedAt(const QFile &file)
{
    return QFileInfo(file.fileName()).lastModified();
}

} // namespace

class CsvSource::Detected : public SourceDetection
{
public:
    Detected(Shape shape, const QString &path, qint64 size, const QDateTime &changed,
             const exchange::CsvAnswers &said, Author author)
        : m_shape(std::move(shape)), m_path(path), m_size(size), m_changed(changed), m_said(said),
          m_author(author)
    {
    }

    const Shape &shape() const { return m_shape; }
    bool holdFor(const SourceFile &file, qint64 size, const QDateTime &changed) const
    {
        return m_path == file.path && m_size == size && m_changed == changed && m_said == file.csv
            && m_author == file.author;
    }

private:
    const Shape m_shape;
    const QString m_path;
    const qint64 m_size;
    const QDateTime m_changed;
    const exchange::CsvAnswers m_said;
    const Author m_author;
};

Result<std::unique_ptr<RowSource>> CsvSource::open(const SourceFile &file)
{
    std::unique_ptr<CsvSource> source(new CsvSource(file.path));
    if (!source->m_file.open(QIODevice::ReadOnly))
        return failure(unreadable(source->m_file));
    const QByteArray start = source->m_file.peek(exchange::contentLookedAt);
    if (const auto other = exchange::otherContent(source->name(), start))
        return failure(ErrorCode::Unreadable, *other);
    HEADWAY_CHECK(source->detect(file));
    return source;
}

std::shared_ptr<const SourceDetection> CsvSource::detection() const
{
    return m_detected;
}

bool CsvSource::takeOver(const SourceFile &file)
{
    const auto *known = dynamic_cast<const Detected *>(file.detection.get());
    if (!known || !known->holdFor(file, m_file.size(), changedAt(m_file)))
        return false;
    m_shape = known->shape();
    m_detected = file.detection;
    return true;
}

Result<> CsvSource::detect(const SourceFile &file)
{
    m_isOurs = file.author == Author::Headway;
    m_areAllRecords = m_isOurs || file.csv.rows == exchange::TableRows::Records;
    m_areTitlesSaid = file.csv.rows == exchange::TableRows::WithTitles;
    if (takeOver(file))
        return {};
    const QDateTime changed = changedAt(m_file); // before it is looked at
    const qint64 size = m_file.size();
    HEADWAY_CHECK(look(file));
    if (!m_file.isSequential())
        m_detected =
            std::make_shared<const Detected>(m_shape, file.path, size, changed, file.csv, file.author);
    return {};
}

Result<> CsvSource::look(const SourceFile &file)
{
    HEADWAY_TRY(detection, exchange::detectCsv(m_file));
    m_shape.detection = detection;
    // Texts full of separators mislead the detection; our own files begin with "id" and the separator.
    const QByteArray start = m_file.peek(6);
    const QByteArrayView first = QByteArrayView(start).sliced(start.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    if (file.author == Author::Headway && first.size() > 2 && first.startsWith("id"))
        m_shape.detection.dialect.separator = QChar::fromLatin1(first[2]);
    m_shape.detection.overrule(file.csv);
    HEADWAY_CHECK(findHeader(file));
    return findTitles(file);
}

// Notes, titles and empty lines may stand above the column names, but not in a file of ours.
Result<> CsvSource::findHeader(const SourceFile &file)
{
    m_shape.headerLine = file.csv.headerLine.value_or(1);
    if (m_isOurs || m_file.isSequential())
        return {};
    exchange::CsvReader reader(m_file, m_shape.detection.dialect);
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
    if (!file.csv.headerLine && !rows.empty()) {
        m_shape.headerLine = exchange::headerLine(rows);
        m_shape.isHeaderFound = m_shape.headerLine > rows.front().line;
    }
    for (const exchange::CsvRow &row : rows) {
        if (row.line < m_shape.headerLine && filledCells(row.fields) > 0
            && rows.back().line >= m_shape.headerLine)
            m_shape.above = row.fields;
    }
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    return {};
}

SheetReader CsvSource::readerOf(QIODevice &device) const
{
    return {device, m_shape.detection.dialect,
            m_isOurs ? SheetReader::Reading::Literal : SheetReader::Reading::Sensible};
}

// Whether titles of groups stand between the rows, or values of groups in their first rows.
Result<> CsvSource::findTitles(const SourceFile &file)
{
    if (m_areTitlesSaid)
        m_shape.titles = Titles::Anywhere;
    if (m_isOurs || m_file.isSequential())
        return {};
    SheetReader reader = readerOf(m_file);
    SheetShape shape(m_shape.above);
    GroupedColumns groups;
    RowsAbove above;
    const auto header = reader.readHeader(m_shape.headerLine);
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
    return m_file.seek(0) ? Result<>() : failure(unreadable(m_file));
}

Result<std::vector<SourceRow>> CsvSource::opening(int most)
{
    std::vector<SourceRow> rows;
    if (m_file.isSequential()) // it can be read only once
        return rows;
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    exchange::CsvReader reader(m_file, m_shape.detection.dialect);
    while (int(rows.size()) < most) {
        HEADWAY_TRY(item, reader.next());
        if (!item)
            break;
        if (const auto *row = std::get_if<exchange::CsvRow>(&*item))
            rows.push_back({row->line, beginning(row->fields)});
        else if (const auto &problem = std::get<exchange::CsvProblem>(*item); !problem.raw.isEmpty())
            rows.push_back({problem.line, beginning({problem.raw})});
        reader.forgetWidth();
    }
    return rows;
}

QString CsvSource::name() const
{
    return QFileInfo(m_file).fileName();
}

Writing CsvSource::writing() const
{
    return {{{u"encoding"_s, m_shape.detection.encodingEvidence},
             {u"separator"_s, m_shape.detection.separatorEvidence}},
            m_shape.detection.isPlain};
}

exchange::CsvDialect CsvSource::rejectedDialect() const
{
    exchange::CsvDialect dialect = exchange::CsvDialect::machine();
    dialect.separator = m_shape.detection.dialect.separator;
    return dialect;
}

Result<SourceColumns> CsvSource::begin()
{
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    m_reader.emplace(readerOf(m_file));
    m_held.clear();
    m_told = {};
    HEADWAY_TRY(header, m_reader->readHeader(m_shape.headerLine));
    m_shape.headerLine = header.line;
    SourceColumns columns{.names = header.names, .grouped = m_shape.grouped};
    if (m_shape.isHeaderFound)
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

QString CsvSource::digest() const
{
    if (m_digest)
        return *m_digest;
    m_digest = m_file.isSequential() ? QString() : digestOf(m_file.fileName());
    return *m_digest;
}

std::vector<Sentence> CsvSource::remarks() const
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
    return remarks;
}

std::vector<ImportQuestion> CsvSource::questions() const
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

Result<bool> CsvSource::hold(size_t count)
{
    while (m_held.size() < count) {
        HEADWAY_TRY(item, m_reader->next());
        if (!item)
            return false;
        m_held.push_back(std::move(*item));
    }
    return true;
}

void CsvSource::takeTitle(const QString &title)
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
bool CsvSource::passNested(const SheetRow &row, const SheetRow *next)
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
Result<bool> CsvSource::passOver()
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
Result<bool> CsvSource::passAside()
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

Result<std::optional<SheetItem>> CsvSource::nextItem()
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

Result<std::optional<SourceItem>> CsvSource::next()
{
    HEADWAY_TRY(item, nextItem());
    if (!item)
        return std::optional<SourceItem>();
    if (auto *row = std::get_if<SheetRow>(&item->item)) {
        if (m_shape.titles != Titles::None)
            row->cells += m_told.group;
        return SourceRow{item->line, std::move(row->cells)};
    }
    auto &problem = std::get<exchange::CsvProblem>(item->item);
    return SourceProblem{problem.line, problem.column ? QString::number(problem.column) : QString(),
                         std::move(problem.reason), std::move(problem.raw)};
}

} // namespace headway::transfer
