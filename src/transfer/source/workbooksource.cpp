// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/workbooksource.h"

#include "domain/text/quoted.h"
#include "exchange/csv/filecontent.h"
#include "transfer/source/workbookfeed.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int rowsLookedAt = 20'000; // for the columns that have something in them
constexpr qsizetype mostNamed = 20;

// The sheets that are hidden, or those that are shown but for one.
QStringList namesOf(const std::vector<exchange::WorkbookSheet> &sheets, bool areHidden, size_t but)
{
    QStringList names;
    for (size_t i = 0; i < sheets.size(); ++i) {
        if (sheets[i].isHidden == areHidden && i != but)
            names += sheets[i].name;
    }
    if (names.size() > mostNamed)
        names = names.first(mostNamed) + QStringList{u"…"_s};
    return names;
}

size_t firstShown(const std::vector<exchange::WorkbookSheet> &sheets)
{
    const auto shown = std::find_if(sheets.begin(), sheets.end(),
                                    [](const exchange::WorkbookSheet &sheet) { return !sheet.isHidden; });
    return shown == sheets.end() ? 0 : size_t(shown - sheets.begin());
}

std::optional<size_t> sheetCalled(const std::vector<exchange::WorkbookSheet> &sheets, const QString &name)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found =
            std::find_if(sheets.begin(), sheets.end(), [&](const exchange::WorkbookSheet &sheet) {
                return sheet.name.trimmed().compare(name.trimmed(), sensitivity) == 0;
            });
        if (found != sheets.end())
            return size_t(found - sheets.begin());
    }
    return std::nullopt;
}

// In which line each column has something for the last time, among the first rows.
Result<std::map<int, qint64>> lastLines(exchange::Workbook &workbook, size_t sheet)
{
    std::map<int, qint64> lines;
    HEADWAY_TRY(rows, workbook.rows(sheet));
    exchange::WorkbookRow row;
    for (int i = 0; i < rowsLookedAt; ++i) {
        HEADWAY_TRY(isThere, rows->next(row));
        if (!isThere)
            break;
        for (const exchange::WorkbookCell &cell : row.cells)
            lines[cell.column] = row.line;
    }
    return lines;
}

std::vector<int> columnsFrom(const std::map<int, qint64> &lines, qint64 line)
{
    std::vector<int> columns;
    for (const auto &[column, last] : lines) {
        if (last >= line)
            columns.push_back(column);
    }
    return columns;
}

} // namespace

Result<std::unique_ptr<RowSource>> WorkbookSource::open(const SourceFile &file)
{
    std::unique_ptr<WorkbookSource> source(new WorkbookSource(file));
    HEADWAY_CHECK(source->openFile());
    HEADWAY_TRY(workbook, exchange::Workbook::open(file.path));
    if (!workbook) {
        const QByteArray start = exchange::startOf(source->file());
        return failure(
            ErrorCode::Unreadable,
            exchange::otherContent(source->name(), start).value_or(exchange::packedFile(source->name())));
    }
    if (workbook->sheets().empty())
        return failure(
            ErrorCode::Unreadable,
            Sentence::tr("%1 has no sheet with cells: there is nothing to import.").arg(source->name()));
    source->m_workbook = std::move(workbook);
    HEADWAY_CHECK(source->detect());
    return source;
}

Result<> WorkbookSource::chooseSheet(const QString &name)
{
    const std::vector<exchange::WorkbookSheet> &all = m_workbook->sheets();
    SheetPlace &place = shape().place;
    if (!name.isEmpty()) {
        const auto found = sheetCalled(all, name);
        if (!found) {
            QStringList names;
            for (const exchange::WorkbookSheet &sheet : all)
                names += sheet.name;
            return failure(ErrorCode::Invalid,
                           Sentence::tr("There is no sheet %1 in %2; there are: %3.")
                               .arg(Quoted{name}, this->name(), names.mid(0, mostNamed).join(u", "_s)));
        }
        place.sheet = *found;
    } else {
        place.sheet = firstShown(all);
        for (size_t i = place.sheet; i < all.size(); ++i) {
            if (all[i].isHidden)
                continue;
            HEADWAY_TRY(isFilled, m_workbook->hasRows(i));
            if (!isFilled)
                continue;
            place.sheet = i;
            break;
        }
    }
    place.name = all[place.sheet].name;
    return {};
}

// Columns that have something only above the column names are none.
Result<> WorkbookSource::look(const SourceFile &said)
{
    HEADWAY_CHECK(chooseSheet(said.csv.sheet));
    HEADWAY_TRY(lines, lastLines(*m_workbook, shape().place.sheet));
    shape().place.columns = columnsFrom(lines, 0);
    HEADWAY_CHECK(findHeader(said));
    SourceFile found = said;
    found.csv.headerLine = shape().headerLine;
    shape().place.columns = columnsFrom(lines, shape().headerLine);
    HEADWAY_CHECK(findHeader(found));
    return findTitles(said);
}

Result<std::unique_ptr<RowFeed>> WorkbookSource::feedBeside() const
{
    HEADWAY_TRY(rows, m_workbook->rows(shape().place.sheet));
    return std::unique_ptr<RowFeed>(
        std::make_unique<WorkbookFeed>(std::move(rows), shape().place.columns, size()));
}

// A sheet of several says what it is.
QString WorkbookSource::name() const
{
    const bool isOneOfSeveral = m_workbook && m_workbook->sheets().size() > 1 && !sheet().isEmpty();
    return isOneOfSeveral ? SheetSource::name() + u'/' + sheet() : SheetSource::name();
}

Writing WorkbookSource::writing() const
{
    return {{{u"sheet"_s, shape().place.name}}, true};
}

std::vector<SourceSheet> WorkbookSource::sheets() const
{
    std::vector<SourceSheet> sheets;
    for (const exchange::WorkbookSheet &sheet : m_workbook->sheets())
        sheets.push_back({sheet.name, sheet.isHidden});
    return sheets;
}

std::vector<Sentence> WorkbookSource::placeNotes() const
{
    std::vector<Sentence> notes;
    const SheetPlace &place = shape().place;
    const std::vector<exchange::WorkbookSheet> &all = m_workbook->sheets();
    const bool isSaid = !said().csv.sheet.isEmpty();
    // Who names a sheet knows the others; of several that are read one after the other the first tells what is hidden.
    const QStringList others = isSaid ? QStringList() : namesOf(all, false, place.sheet);
    const QStringList hidden =
        !isSaid || place.sheet == firstShown(all) ? namesOf(all, true, place.sheet) : QStringList();
    if (!others.isEmpty())
        notes.push_back(Sentence::tr("The sheet %1 is read. Not read are: %2.")
                            .arg(Quoted{place.name}, others.join(u", "_s)));
    if (!hidden.isEmpty())
        notes.push_back(Sentence::tr("The workbook has hidden sheets, which are not read: %1.")
                            .arg(hidden.join(u", "_s)));
    return notes;
}

bool isPacked(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() // what comes through a pipe is not looked at twice
        && file.open(QIODevice::ReadOnly) && exchange::mayBeWorkbook(file.peek(4));
}

QStringList sheetsToRead(const QString &path)
{
    QStringList names;
    if (!isPacked(path))
        return names;
    const auto workbook = exchange::Workbook::open(path);
    if (!workbook || !*workbook)
        return names;
    const std::vector<exchange::WorkbookSheet> &sheets = (*workbook)->sheets();
    for (size_t i = 0; i < sheets.size(); ++i) {
        const auto isFilled = sheets[i].isHidden ? Result<bool>(false) : (*workbook)->hasRows(i);
        if (isFilled && *isFilled)
            names += sheets[i].name;
    }
    return names;
}

} // namespace headway::transfer
