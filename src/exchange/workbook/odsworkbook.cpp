// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/odsworkbook.h"

#include "exchange/workbook/numbercell.h"
#include "exchange/workbook/odssheets.h"
#include "exchange/workbook/odsstyles.h"
#include "exchange/workbook/xmlpart.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Type = WorkbookCell::Type;
using Kind = NumberFormat::Kind;

constexpr qint64 mostRepeats = 1'048'576;        // of a row: a sheet has no more
constexpr qint64 mostRepeatedCells = 20'000'000; // that one row stands for

qint64 countIn(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    return std::max<qint64>(1, attributeOf(attributes, name).toLongLong());
}

// "06 12 34 56 78" and "01234" are numbers that are shown with zeros in front.
bool isCode(const QString &shown, const QString &number)
{
    QString digits;
    for (const QChar c : shown) {
        if (c.isDigit())
            digits += c;
        else if (!QStringView(u" -/()").contains(c))
            return false;
    }
    const bool hasZero = digits.startsWith(u'0') && digits.size() > 1;
    while (digits.startsWith(u'0') && digits.size() > 1)
        digits.remove(0, 1);
    return hasZero && digits == number;
}

// What the attributes of a cell say that it holds.
struct Held {
    QString type = {};
    QString value = {};
    QString currency = {};
    QString style = {};
    std::optional<QString> text = {}; // beside what is shown
    bool isError = false;
};

Held heldBy(const QXmlStreamAttributes &attributes)
{
    Held held;
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QStringView name = attribute.name();
        if (name == "value-type"_L1) {
            if (attribute.value() == "error"_L1) // of a namespace of its own, beside "string"
                held.isError = true;
            else if (held.type.isEmpty() || attribute.prefix() == "office"_L1)
                held.type = attribute.value().toString();
        } else if (name == "value"_L1 || name == "date-value"_L1 || name == "time-value"_L1
                   || name == "boolean-value"_L1) {
            held.value = attribute.value().toString();
        } else if (name == "currency"_L1) {
            held.currency = attribute.value().toString();
        } else if (name == "string-value"_L1) {
            held.text = attribute.value().toString();
        } else if (name == "style-name"_L1) {
            held.style = attribute.value().toString();
        }
    }
    return held;
}

WorkbookCell cellOf(const Held &held, const QString &shown, const NumberFormat &format)
{
    if (held.isError)
        return {Type::Error, shown};
    if (held.type == "date"_L1)
        return isoCell(held.value, format);
    if (held.type == "time"_L1)
        return isoDurationCell(held.value);
    if (held.type == "boolean"_L1)
        return {Type::Boolean, isTrue(held.value) ? u"true"_s : u"false"_s};
    const bool isNumber =
        held.type == "float"_L1 || held.type == "percentage"_L1 || held.type == "currency"_L1;
    if (!isNumber || held.value.isEmpty()) {
        const QString text = held.text.value_or(shown);
        return text.isEmpty() ? WorkbookCell() : WorkbookCell{Type::Text, text};
    }
    if (held.type == "percentage"_L1 || format.kind == Kind::Percent)
        return numberCell(held.value, {Kind::Percent});
    if (!held.currency.isEmpty() || format.kind == Kind::Amount)
        return numberCell(held.value,
                          {Kind::Amount, held.currency.isEmpty() ? format.currency : held.currency});
    WorkbookCell cell = numberCell(held.value, {});
    if (cell.type == Type::Number && isCode(shown, cell.text))
        return {Type::Text, shown, {}, cell.isCut};
    return cell;
}

class OdsRows : public SheetRows
{
public:
    OdsRows(std::unique_ptr<XmlPart> xml, qint64 size, size_t sheet, const OdsStyles &styles)
        : m_xml(std::move(xml)), m_size(size), m_styles(styles), m_before(sheet)
    {
    }

    Result<bool> next(WorkbookRow &row) override;
    double done() const override
    {
        return m_size == 0 ? 1 : std::min(1.0, double(m_xml->bytesRead()) / double(m_size));
    }

private:
    Result<bool> findTable();
    Result<bool> findRow();
    Result<> readRow();
    Result<> readCell(int &column);
    Result<QString> readShown();
    Result<> readParagraph(QString &text);
    Result<> readSign(QString &text, bool &isAfterSpace);
    void put(WorkbookCell cell, int column, qint64 repeats);
    void takeColumns();
    NumberFormat formatOf(const QString &style, int column) const;

    std::unique_ptr<XmlPart> m_xml;
    const qint64 m_size;
    const OdsStyles &m_styles;
    // The formats of cells without a style, by the last column that has it.
    std::map<int, NumberFormat> m_columns;
    int m_described = 0; // columns
    size_t m_before;     // tables that stand before this one
    int m_table = 0;     // its depth; 0: it is not found yet
    bool m_isAtEnd = false;
    WorkbookRow m_row;    // that was read last
    qint64 m_line = 0;    // of the last row that was given or passed over
    qint64 m_repeats = 0; // how often the row is still to be given
};

Result<bool> OdsRows::findTable()
{
    while (true) {
        HEADWAY_TRY(isThere, m_xml->next());
        if (!isThere)
            return false;
        if (!m_xml->isStart() || m_xml->name() != "table"_L1)
            continue;
        if (m_before == 0) {
            m_table = m_xml->depth();
            return true;
        }
        --m_before;
        HEADWAY_CHECK(m_xml->skip());
    }
}

// To the next row of the table, in whatever group of rows it stands.
Result<bool> OdsRows::findRow()
{
    if (m_table == 0) {
        HEADWAY_TRY(isTable, findTable());
        m_isAtEnd = !isTable;
    }
    while (!m_isAtEnd) {
        HEADWAY_TRY(isThere, m_xml->next());
        m_isAtEnd = !isThere || (m_xml->isEnd() && m_xml->depth() == m_table);
        if (m_isAtEnd || !m_xml->isStart())
            continue;
        if (m_xml->name() == "table-row"_L1)
            return true;
        if (m_xml->name() == "table-column"_L1)
            takeColumns();
        const bool isGroup = m_xml->name().startsWith("table-row"_L1)
            || m_xml->name() == "table-header-rows"_L1 || m_xml->name().startsWith("table-column"_L1)
            || m_xml->name() == "table-header-columns"_L1;
        if (!isGroup) // drawings, links to other files
            HEADWAY_CHECK(m_xml->skip());
    }
    return false;
}

// What cells of a column have that say nothing themselves.
void OdsRows::takeColumns()
{
    const QXmlStreamAttributes attributes = m_xml->attributes();
    const qint64 count = countIn(attributes, "number-columns-repeated"_L1);
    const NumberFormat format = m_styles.of(attributeOf(attributes, "default-cell-style-name"_L1).toString());
    m_described = int(std::min<qint64>(m_described + count, mostColumns));
    m_columns[m_described - 1] = format;
}

NumberFormat OdsRows::formatOf(const QString &style, int column) const
{
    if (!style.isEmpty())
        return m_styles.of(style);
    const auto found = m_columns.lower_bound(column);
    return found == m_columns.end() ? NumberFormat() : found->second;
}

Result<bool> OdsRows::next(WorkbookRow &row)
{
    while (m_repeats == 0) {
        HEADWAY_TRY(isThere, findRow());
        if (!isThere)
            return false;
        HEADWAY_CHECK(readRow());
    }
    --m_repeats;
    m_row.line = ++m_line;
    if (m_repeats > 0)
        row = m_row;
    else
        std::swap(row, m_row);
    return true;
}

Result<> OdsRows::readRow()
{
    const int own = m_xml->depth();
    const QXmlStreamAttributes attributes = m_xml->attributes();
    const qint64 repeats = countIn(attributes, "number-rows-repeated"_L1);
    m_row.cells.clear();
    m_row.isFaulty = false;
    int column = 0;
    while (true) {
        HEADWAY_TRY(isThere, m_xml->next());
        if (!isThere || (m_xml->isEnd() && m_xml->depth() == own))
            break;
        if (!m_xml->isStart())
            continue;
        if (m_xml->name() == "table-cell"_L1 || m_xml->name() == "covered-table-cell"_L1)
            HEADWAY_CHECK(readCell(column));
        else
            HEADWAY_CHECK(m_xml->skip());
    }
    if (m_row.cells.empty() && !m_row.isFaulty)
        m_line += std::min(repeats, mostRepeats);
    else if (repeats > mostRepeats || repeats * qint64(m_row.cells.size()) > mostRepeatedCells)
        return failure(damagedFile(m_xml->fileName(), u"rows repeated without end"_s));
    else
        m_repeats = repeats;
    return {};
}

void OdsRows::put(WorkbookCell cell, int column, qint64 repeats)
{
    if (cell.type == Type::Empty)
        return;
    if (column + repeats > mostColumns) {
        m_row.isFaulty = true;
        return;
    }
    for (int i = 0; i < int(repeats); ++i) {
        cell.column = column + i;
        m_row.cells.push_back(cell);
    }
}

// What is hidden below a merged cell is not seen, and no part of the table.
Result<> OdsRows::readCell(int &column)
{
    const bool isCovered = m_xml->name() == "covered-table-cell"_L1;
    const QXmlStreamAttributes attributes = m_xml->attributes();
    const qint64 repeats = countIn(attributes, "number-columns-repeated"_L1);
    const Held held = heldBy(attributes);
    HEADWAY_TRY(shown, readShown());
    if (!isCovered)
        put(cellOf(held, shown, formatOf(held.style, column)), column, repeats);
    column = int(std::min<qint64>(column + repeats, mostColumns));
    return {};
}

// The lines of a cell, without notes and drawings.
Result<QString> OdsRows::readShown()
{
    const int own = m_xml->depth();
    QString text;
    bool isFirst = true;
    while (true) {
        HEADWAY_TRY(isThere, m_xml->next());
        if (!isThere || (m_xml->isEnd() && m_xml->depth() == own))
            return text;
        if (!m_xml->isStart())
            continue;
        if (m_xml->name() != "p"_L1) {
            HEADWAY_CHECK(m_xml->skip());
            continue;
        }
        if (!isFirst)
            text += u'\n';
        isFirst = false;
        HEADWAY_CHECK(readParagraph(text));
    }
}

// Several spaces written as they are mean one.
void addRun(QStringView run, QString &text, bool &isAfterSpace)
{
    for (const QChar c : run) {
        const bool isSpace = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r';
        if (!isSpace || !isAfterSpace)
            text += isSpace ? QChar(u' ') : c;
        isAfterSpace = isSpace;
    }
}

Result<> OdsRows::readParagraph(QString &text)
{
    const int own = m_xml->depth();
    bool isAfterSpace = true;
    while (true) {
        HEADWAY_TRY(isThere, m_xml->next());
        if (!isThere || (m_xml->isEnd() && m_xml->depth() == own))
            return {};
        if (m_xml->isText())
            addRun(m_xml->text(), text, isAfterSpace);
        else if (m_xml->isStart())
            HEADWAY_CHECK(readSign(text, isAfterSpace));
    }
}

// What a paragraph has beside its letters.
Result<> OdsRows::readSign(QString &text, bool &isAfterSpace)
{
    const QStringView name = m_xml->name();
    if (name == "annotation"_L1 || name == "note"_L1 || name == "ruby-text"_L1)
        return m_xml->skip();
    if (name == "s"_L1) {
        const QXmlStreamAttributes attributes = m_xml->attributes();
        text += QString(qsizetype(std::min<qint64>(countIn(attributes, "c"_L1), 32'767)), u' ');
        isAfterSpace = false;
    } else if (name == "tab"_L1) {
        text += u'\t';
    } else if (name == "line-break"_L1) {
        text += u'\n';
    }
    return {};
}

class OdsWorkbook : public Workbook
{
public:
    OdsWorkbook(std::unique_ptr<ZipFile> file, std::vector<WorkbookSheet> sheets)
        : m_file(std::move(file)), m_sheets(std::move(sheets))
    {
    }

    const std::vector<WorkbookSheet> &sheets() const override { return m_sheets; }

    Result<bool> hasRows(size_t sheet) override
    {
        HEADWAY_TRY(each, rows(sheet));
        WorkbookRow row;
        return each->next(row);
    }

    Result<std::unique_ptr<SheetRows>> rows(size_t sheet) override
    {
        if (!m_styles) {
            HEADWAY_TRY(styles, OdsStyles::read(*m_file));
            m_styles = std::move(styles);
        }
        HEADWAY_TRY(xml, XmlPart::open(*m_file, odsContent));
        return std::unique_ptr<SheetRows>(
            std::make_unique<OdsRows>(std::move(xml), m_file->unpackedSize(odsContent), sheet, *m_styles));
    }

private:
    std::unique_ptr<ZipFile> m_file;
    std::vector<WorkbookSheet> m_sheets;
    std::optional<OdsStyles> m_styles;
};

Error needsPassword(const QString &name)
{
    return {
        ErrorCode::Unreadable,
        Sentence::tr(
            "%1 is protected by a password. Open it in its program, save it without one, and import that.")
            .arg(name),
        {}};
}

Result<bool> isEncrypted(const ZipFile &file)
{
    if (file.has(u"encrypted-package"_s))
        return true;
    const QString manifest = u"META-INF/manifest.xml"_s;
    if (!file.has(manifest))
        return false;
    HEADWAY_TRY(xml, XmlPart::open(file, manifest));
    while (true) {
        HEADWAY_TRY(isThere, xml->next());
        if (!isThere)
            return false;
        if (xml->isStart() && xml->name() == "encryption-data"_L1)
            return true;
    }
}

} // namespace

bool isOdsWorkbook(const ZipFile &file)
{
    if (!file.has(u"mimetype"_s))
        return false;
    const auto type = file.read(u"mimetype"_s);
    return type && (*type)->read(200).startsWith("application/vnd.oasis.opendocument.spreadsheet");
}

Result<std::unique_ptr<Workbook>> openOdsWorkbook(std::unique_ptr<ZipFile> file)
{
    HEADWAY_TRY(isLocked, isEncrypted(*file));
    if (isLocked)
        return failure(needsPassword(file->name()));
    HEADWAY_TRY(sheets, readOdsSheets(*file));
    return std::unique_ptr<Workbook>(std::make_unique<OdsWorkbook>(std::move(file), std::move(sheets)));
}

} // namespace headway::exchange
