// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xlsxwriter.h"

#include "domain/text/datetext.h"
#include "exchange/csv/textencoding.h"
#include "exchange/workbook/xlsxtext.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Kind = ExportCell::Kind;
using Format = XlsxFormats::Format;

constexpr qint64 mostRows = 1'048'576;
constexpr qsizetype mostColumns = 16'384;
constexpr qint64 rowsForWidths = 200;
constexpr qsizetype bytesForWidths = 1024 * 1024;
constexpr qsizetype pendingBytes = 64 * 1024;
constexpr qsizetype narrowest = 8;
constexpr qsizetype widest = 60;
constexpr qsizetype filterButton = 3; // beside the name of a column
constexpr qsizetype signWidth = 4;    // of a currency, with marks between thousands
constexpr qsizetype dayWidth = 10;    // 2026-03-04
constexpr qsizetype momentWidth = 23; // 2026-03-04 12:30:00 UTC

constexpr int digitsKept = 15; // by spreadsheets
constexpr qint64 mostExact = 999'999'999'999'999;
constexpr double secondsOfDay = 86'400;
constexpr double millisecondsOfDay = 86'400'000;
constexpr double unixEpoch = 25'569;      // as a spreadsheet counts days
constexpr qint64 julianEpoch = 2'415'019; // that day is 0
constexpr double firstDay = 61;           // 1 March 1900: before, programs differ by a day
constexpr double endOfDays = 2'958'466;   // after 9999

const QByteArray xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"_ba;
const QByteArray schemas = "http://schemas.openxmlformats.org/"_ba;
const QByteArray links = schemas + "package/2006/relationships"_ba;
const QByteArray linksTo = schemas + "officeDocument/2006/relationships/"_ba;
const QByteArray spreadsheet = schemas + "spreadsheetml/2006/main"_ba;
const QByteArray contentOf = "application/vnd.openxmlformats-officedocument."_ba;

QByteArray lettersOf(qsizetype column)
{
    QByteArray letters;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(char('A' + (rest - 1) % 26));
    return letters;
}

// Of its longest line, as far as it matters; characters of East Asia are twice as wide.
qsizetype widthOf(QStringView text)
{
    qsizetype longest = 0;
    qsizetype line = 0;
    for (const QChar character : text.first(std::min(text.size(), 20 * widest))) {
        line = character == u'\n' ? 0 : line + (character.unicode() >= 0x1100 ? 2 : 1);
        longest = std::max(longest, line);
    }
    return longest;
}

// Which a spreadsheet would take for a number, a day or a formula as soon as somebody edits it.
bool looksLikeValue(QStringView text)
{
    return QStringView(u"=+-@'.0123456789").contains(text.front());
}

bool keepsItsSpaces(QStringView text)
{
    return text.front().isSpace() || text.back().isSpace() || text.contains(u'\n');
}

bool isDayOfSheets(double serial)
{
    return serial >= firstDay && serial < endOfDays;
}

// "2026-03-04" as a spreadsheet counts days.
std::optional<qint64> serialOf(QStringView day)
{
    const QDate date = QDate::fromString(day, Qt::ISODate);
    const qint64 serial = date.toJulianDay() - julianEpoch;
    if (!date.isValid() || !isDayOfSheets(double(serial)) || formatDay(date) != day)
        return std::nullopt;
    return serial;
}

// Whether the digits that spreadsheets keep say all of it.
bool isExact(double number)
{
    return QByteArray::number(number, 'g', digitsKept).toDouble() == number;
}

using SerialRoom = std::array<char, 32>;
QByteArrayView shortest(double number, SerialRoom &room)
{
    const char *end = std::to_chars(room.data(), room.data() + room.size(), number).ptr;
    return {room.data(), end - room.data()};
}

QByteArrayView viewOf(QLatin1StringView text)
{
    return {text.data(), text.size()};
}

QByteArray link(int id, const QByteArray &to, const QByteArray &target)
{
    return "<Relationship Id=\"rId" + QByteArray::number(id) + "\" Type=\"" + linksTo + to + "\" Target=\""
        + target + "\"/>";
}

QByteArray partOfSheet(size_t number)
{
    return "worksheets/sheet" + QByteArray::number(number) + ".xml";
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

} // namespace

XlsxWriter::XlsxWriter(QIODevice &device, const QString &title) : m_zip(device), m_title(title)
{
}

Result<> XlsxWriter::begin(const QStringList &columns)
{
    if (columns.size() > mostColumns)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("A workbook holds 16,384 columns, and there are %1: choose some, or export CSV.")
                .arg(columns.size()));
    m_names = columns;
    for (qsizetype i = 0; i < columns.size(); ++i)
        m_columns.push_back({.letters = lettersOf(i), .width = narrowest});
    // These two first: programs that go by the beginning of a file look for them, and for xl/ behind them.
    const QByteArray packageLinks = xmlHead + "<Relationships xmlns=\"" + links + "\">"
        + link(1, "officeDocument", "xl/workbook.xml") + link(2, "extended-properties", "docProps/app.xml")
        + "</Relationships>";
    HEADWAY_CHECK(m_zip.add("_rels/.rels", packageLinks));
    const QByteArray application = xmlHead + "<Properties xmlns=\"" + schemas
        + "officeDocument/2006/extended-properties\"><Application>Headway</Application></Properties>";
    HEADWAY_CHECK(m_zip.add("docProps/app.xml", application));
    return beginSheet();
}

Result<> XlsxWriter::addRow(std::span<const ExportCell> cells)
{
    HEADWAY_CHECK(beginRow());
    for (size_t i = 0; i < m_columns.size(); ++i)
        HEADWAY_CHECK(appendCell(m_columns[i], cells[i]));
    return endRow();
}

Result<> XlsxWriter::finish()
{
    HEADWAY_CHECK(endSheet());
    HEADWAY_CHECK(m_zip.add("xl/workbook.xml", workbookXml()));
    HEADWAY_CHECK(m_zip.add("xl/_rels/workbook.xml.rels", workbookLinksXml()));
    HEADWAY_CHECK(m_zip.add("xl/styles.xml", m_formats.stylesXml()));
    HEADWAY_CHECK(m_zip.add("[Content_Types].xml", contentTypesXml()));
    return m_zip.finish();
}

// ---- sheets ------------------------------------------------------------------------------------

Result<> XlsxWriter::beginSheet()
{
    const size_t number = m_sheets.size() + 1;
    m_sheets.push_back({.name = sheetName(m_title, int(number))});
    m_hasSheetHead = false;
    HEADWAY_CHECK(m_zip.begin("xl/" + partOfSheet(number)));
    HEADWAY_CHECK(beginRow());
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        HEADWAY_CHECK(appendText(m_columns[size_t(i)], m_names[i], Format::Head));
        m_columns[size_t(i)].width = std::max(m_columns[size_t(i)].width, widthOf(m_names[i]) + filterButton);
    }
    return endRow();
}

Result<> XlsxWriter::beginRow()
{
    const bool isFull =
        m_sheets.back().rows == mostRows || !m_zip.hasRoomFor(m_pending.size() + 256 * 1024 * 1024);
    if (isFull) {
        HEADWAY_CHECK(endSheet());
        HEADWAY_CHECK(beginSheet());
    }
    m_row = QByteArray::number(++m_sheets.back().rows);
    ((m_pending += "<row r=\"") += m_row) += "\">";
    return {};
}

Result<> XlsxWriter::endRow()
{
    m_pending += "</row>";
    if (!m_hasSheetHead) {
        const bool knowsWidths = m_sheets.back().rows > rowsForWidths || m_pending.size() > bytesForWidths;
        return knowsWidths ? writeSheetHead() : Result<>();
    }
    return m_pending.size() < pendingBytes ? Result<>() : drain();
}

// What stands before the rows, with the widths that the first of them need.
Result<> XlsxWriter::writeSheetHead()
{
    m_hasSheetHead = true;
    QByteArray head = xmlHead;
    head += "<worksheet xmlns=\"" + spreadsheet + "\"><sheetViews><sheetView";
    head += m_sheets.size() == 1 ? " tabSelected=\"1\"" : "";
    head +=
        " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        "<selection pane=\"bottomLeft\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>";
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        const qsizetype width = std::min(m_columns[i].width, widest) + 2;
        head += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + QByteArray::number(width)
            + "\" customWidth=\"1\"/>";
    }
    head += "</cols><sheetData>";
    HEADWAY_CHECK(m_zip.write(head));
    return drain();
}

Result<> XlsxWriter::endSheet()
{
    if (!m_hasSheetHead)
        HEADWAY_CHECK(writeSheetHead());
    const Sheet &sheet = m_sheets.back();
    m_pending += "</sheetData><autoFilter ref=\"" + range(sheet, {})
        + "\"/><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>";
    QByteArray ids;
    const QByteArray last = QByteArray::number(sheet.rows);
    for (const Column &column : m_columns) {
        if (column.holdsIds)
            ids += (ids.isEmpty() ? "" : " ") + column.letters + "2:" + column.letters + last;
    }
    if (!ids.isEmpty())
        m_pending +=
            "<ignoredErrors><ignoredError sqref=\"" + ids + "\" numberStoredAsText=\"1\"/></ignoredErrors>";
    m_pending += "</worksheet>";
    HEADWAY_CHECK(drain());
    return m_zip.end();
}

Result<> XlsxWriter::drain()
{
    HEADWAY_CHECK(m_zip.write(m_pending));
    m_pending.resize(0); // keeps its room
    return {};
}

// ---- cells -------------------------------------------------------------------------------------

Result<> XlsxWriter::appendCell(Column &column, const ExportCell &cell)
{
    FigureRoom room;
    SerialRoom serial;
    const QLatin1StringView text = figures(cell, room);
    switch (cell.kind) {
    case Kind::Nothing: return {};
    case Kind::Text: return appendText(column, cell.text, Format::General);
    case Kind::Day: {
        const auto day = serialOf(cell.text);
        if (!day)
            return appendText(column, cell.text, Format::General);
        appendNumber(column, QByteArray::number(*day), Format::Day, dayWidth);
        break;
    }
    case Kind::Id:
        column.holdsIds = true;
        appendFigures(column, text, Format::Text);
        break;
    case Kind::Whole: appendIfExact(column, cell, text, Format::Whole); break;
    case Kind::Amount:
        appendIfExact(column, cell, text, m_formats.ofAmount(cell.currency, cell.decimals));
        break;
    case Kind::Percent: {
        const ExportCell hundredth{.kind = Kind::Amount, .decimals = 2, .number = cell.number};
        appendIfExact(column, hundredth, figures(hundredth, room), Format::Percent);
        break;
    }
    case Kind::Real:
        if (!std::isfinite(cell.real))
            appendFigures(column, text, Format::General);
        else if (isExact(cell.real))
            appendNumber(column, viewOf(text), Format::General, text.size());
        else
            appendFigures(column, text, Format::Text);
        break;
    case Kind::Moment: {
        const double at = unixEpoch + double(cell.number) / millisecondsOfDay;
        if (isDayOfSheets(at))
            appendNumber(column, shortest(at, serial), Format::Moment, momentWidth);
        else
            appendFigures(column, text, Format::Text);
        break;
    }
    case Kind::Duration:
        if (cell.number >= 0 && cell.number <= mostExact)
            appendNumber(column, shortest(double(cell.number) / secondsOfDay, serial), Format::Duration,
                         text.size() + 2);
        else
            appendFigures(column, text, Format::Text);
        break;
    case Kind::YesNo:
        appendNumber(column, cell.number ? "1" : "0", Format::General, text.size(), " t=\"b\"");
        break;
    }
    return {};
}

Result<> XlsxWriter::appendText(Column &column, QStringView text, int format)
{
    if (text.isEmpty())
        return {};
    HEADWAY_CHECK(checkWritable(text));
    QString shortened;
    if (!fitsIntoCell(text)) {
        ++m_shortened;
        shortened = shortenedForCell(text);
        text = shortened;
    }
    if (format == Format::General && text.contains(u'\n'))
        format = Format::Lines;
    else if (format == Format::General && looksLikeValue(text))
        format = Format::Text;
    openCell(column, format, widthOf(text));
    m_pending +=
        keepsItsSpaces(text) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>";
    appendXlsxText(m_pending, text);
    m_pending += "</t></is></c>";
    return {};
}

void XlsxWriter::appendFigures(Column &column, QLatin1StringView text, int format)
{
    openCell(column, format, text.size());
    ((m_pending += " t=\"inlineStr\"><is><t>") += viewOf(text)) += "</t></is></c>";
}

void XlsxWriter::appendNumber(Column &column, QByteArrayView number, int format, qsizetype width,
                              const char *type)
{
    openCell(column, format, width);
    (((m_pending += type) += "><v>") += number) += "</v></c>";
}

// As text if a spreadsheet would lose its last digits.
void XlsxWriter::appendIfExact(Column &column, const ExportCell &cell, QLatin1StringView text, int format)
{
    if (cell.number >= -mostExact && cell.number <= mostExact)
        appendNumber(column, viewOf(text), format, text.size() + signWidth);
    else
        appendFigures(column, text, Format::Text);
}

void XlsxWriter::openCell(Column &column, int format, qsizetype width)
{
    (((m_pending += "<c r=\"") += column.letters) += m_row) += '"';
    if (format != Format::General) {
        std::array<char, 8> digits = {};
        const char *end = std::to_chars(digits.begin(), digits.end(), format).ptr;
        ((m_pending += " s=\"") += QByteArrayView(digits.data(), end - digits.data())) += '"';
    }
    column.width = std::max(column.width, width);
}

// ---- the parts around the sheets ---------------------------------------------------------------

QByteArray XlsxWriter::range(const Sheet &sheet, const QByteArray &mark) const
{
    return mark + "A" + mark + "1:" + mark + m_columns.back().letters + mark + QByteArray::number(sheet.rows);
}

QByteArray XlsxWriter::contentTypesXml() const
{
    const auto part = [](const QByteArray &name, const QByteArray &type) -> QByteArray {
        return "<Override PartName=\"/" + name + "\" ContentType=\"" + contentOf + type + "+xml\"/>";
    };
    QByteArray xml = xmlHead + "<Types xmlns=\"" + schemas
        + "package/2006/content-types\">"
          "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    xml += part("docProps/app.xml", "extended-properties");
    xml +=
        part("xl/workbook.xml", "spreadsheetml.sheet.main") + part("xl/styles.xml", "spreadsheetml.styles");
    for (size_t i = 1; i <= m_sheets.size(); ++i)
        xml += part("xl/" + partOfSheet(i), "spreadsheetml.worksheet");
    return xml + "</Types>";
}

QByteArray XlsxWriter::workbookXml() const
{
    QByteArray sheets;
    QByteArray names;
    for (size_t i = 0; i < m_sheets.size(); ++i) {
        const QByteArray name = escaped(m_sheets[i].name);
        const QByteArray id = QByteArray::number(i + 1);
        sheets += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
        // What Excel's filters want beside the filter itself; a quote in a name is doubled.
        names += "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"" + QByteArray::number(i)
            + "\" hidden=\"1\">'" + escaped(QString(m_sheets[i].name).replace(u'\'', u"''"_s)) + "'!"
            + range(m_sheets[i], "$") + "</definedName>";
    }
    return xmlHead + "<workbook xmlns=\"" + spreadsheet + "\" xmlns:r=\"" + linksTo.chopped(1)
        + "\"><workbookPr/><bookViews><workbookView/></bookViews><sheets>" + sheets
        + "</sheets><definedNames>" + names + "</definedNames></workbook>";
}

QByteArray XlsxWriter::workbookLinksXml() const
{
    const int sheets = int(m_sheets.size());
    QByteArray xml = xmlHead + "<Relationships xmlns=\"" + links + "\">";
    for (int i = 1; i <= sheets; ++i)
        xml += link(i, "worksheet", partOfSheet(size_t(i)));
    return xml + link(sheets + 1, "styles", "styles.xml") + "</Relationships>";
}

} // namespace headway::exchange
