// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xlsxworkbook.h"

#include "exchange/workbook/sharedtexts.h"
#include "exchange/workbook/xlsxparts.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Type = WorkbookCell::Type;

constexpr qint64 lastLine = 1'048'576 * qint64(64); // no program writes more; numbers beyond are not believed

// The column of "BC12", from 0; -1: it is no such name.
int columnOf(QStringView reference)
{
    int column = 0;
    qsizetype i = 0;
    for (; i < reference.size() && column <= mostColumns; ++i) {
        const char16_t letter = reference[i].unicode() & ~char16_t(0x20);
        if (letter < u'A' || letter > u'Z')
            break;
        column = column * 26 + (letter - u'A' + 1);
    }
    return i == 0 ? -1 : column - 1;
}

// What a cell's <v> is.
enum class Written { Number, SharedText, Text, Boolean, Error, Day };

Written writtenAs(QStringView type)
{
    if (type.isEmpty() || type == "n"_L1)
        return Written::Number;
    if (type == "s"_L1)
        return Written::SharedText;
    if (type == "b"_L1)
        return Written::Boolean;
    if (type == "e"_L1)
        return Written::Error;
    return type == "d"_L1 ? Written::Day : Written::Text; // "str", "inlineStr"
}

class XlsxRows : public SheetRows
{
public:
    XlsxRows(std::unique_ptr<XmlPart> xml, qint64 size, const SharedTexts &texts,
             const std::vector<NumberFormat> &formats, DayCount count)
        : m_xml(std::move(xml)), m_size(size), m_texts(texts), m_formats(formats), m_count(count)
    {
    }

    Result<bool> next(WorkbookRow &row) override;
    double done() const override
    {
        return m_size == 0 ? 1 : std::min(1.0, double(m_xml->bytesRead()) / double(m_size));
    }

private:
    Result<bool> findRow();
    Result<> readRow(WorkbookRow &row);
    Result<> readCell(WorkbookRow &row, int &column);
    // None: it refers to what is not there.
    Result<std::optional<WorkbookCell>> contentOf(Written as, qsizetype format);
    Result<> readOther(WorkbookCell &cell);
    std::optional<WorkbookCell> cellOf(Written as, const QString &value, qsizetype format) const;

    std::unique_ptr<XmlPart> m_xml;
    const qint64 m_size;
    const SharedTexts &m_texts;
    const std::vector<NumberFormat> &m_formats;
    const DayCount m_count;
    qint64 m_line = 0; // of the row before
    bool m_isInData = false;
    bool m_isAtEnd = false;
};

// To the next <row>; false behind the last one.
Result<bool> XlsxRows::findRow()
{
    while (!m_isAtEnd) {
        HEADWAY_TRY(isThere, m_xml->next());
        m_isAtEnd = !isThere || (m_isInData && m_xml->isEnd() && m_xml->name() == "sheetData"_L1);
        if (m_isAtEnd || !m_xml->isStart())
            continue;
        if (m_isInData && m_xml->name() == "row"_L1)
            return true;
        m_isInData = m_isInData || m_xml->name() == "sheetData"_L1;
    }
    return false;
}

Result<bool> XlsxRows::next(WorkbookRow &row)
{
    while (true) {
        HEADWAY_TRY(isThere, findRow());
        if (!isThere)
            return false;
        const QXmlStreamAttributes attributes = m_xml->attributes();
        const qint64 said = attributeOf(attributes, "r"_L1).toLongLong();
        m_line = said > m_line && said <= lastLine ? said : m_line + 1;
        row.line = m_line;
        row.cells.clear();
        row.isFaulty = false;
        HEADWAY_CHECK(readRow(row));
        if (!row.cells.empty() || row.isFaulty)
            return true;
    }
}

Result<> XlsxRows::readRow(WorkbookRow &row)
{
    const int own = m_xml->depth();
    int column = -1;
    while (true) {
        HEADWAY_TRY(isThere, m_xml->next());
        if (!isThere || (m_xml->isEnd() && m_xml->depth() == own))
            return {};
        if (m_xml->isStart() && m_xml->name() == "c"_L1)
            HEADWAY_CHECK(readCell(row, column));
    }
}

Result<> XlsxRows::readCell(WorkbookRow &row, int &column)
{
    const QXmlStreamAttributes attributes = m_xml->attributes();
    const int said = columnOf(attributeOf(attributes, "r"_L1));
    const bool isOutOfOrder = said >= 0 && said <= column;
    column = said < 0 ? column + 1 : std::max(said, column);
    const Written as = writtenAs(attributeOf(attributes, "t"_L1));
    HEADWAY_TRY(cell, contentOf(as, attributeOf(attributes, "s"_L1).toInt()));
    if (!cell || isOutOfOrder || column >= mostColumns) {
        row.isFaulty = true;
    } else if (cell->type != Type::Empty) {
        cell->column = column;
        row.cells.push_back(*std::move(cell));
    }
    return {};
}

// What a cell has beside value and formula: its text, or what is of no interest.
Result<> XlsxRows::readOther(WorkbookCell &cell)
{
    if (m_xml->name() != "is"_L1)
        return m_xml->skip();
    HEADWAY_TRY(text, richText(*m_xml));
    cell = text.isEmpty() ? WorkbookCell() : WorkbookCell{Type::Text, text};
    return {};
}

// What stands in the <c> that has begun; of a formula its value.
Result<std::optional<WorkbookCell>> XlsxRows::contentOf(Written as, qsizetype format)
{
    const int own = m_xml->depth();
    WorkbookCell cell;
    QString value;
    QString formula;
    QString *into = nullptr; // which of them the text belongs to that is being read
    while (true) {
        HEADWAY_TRY(isThere, m_xml->next());
        if (!isThere || (m_xml->isEnd() && m_xml->depth() == own))
            break;
        if (m_xml->isText() && into) {
            *into += m_xml->text();
        } else if (m_xml->isEnd()) {
            into = nullptr;
        } else if (m_xml->isStart()) {
            into = m_xml->name() == "v"_L1 ? &value : m_xml->name() == "f"_L1 ? &formula : nullptr;
            if (!into)
                HEADWAY_CHECK(readOther(cell));
        }
    }
    // Some programs write formulas without working them out.
    if (value.isEmpty() && !formula.isEmpty() && as != Written::Text)
        return WorkbookCell{Type::Error, u'=' + formula};
    return cell.type == Type::Empty ? cellOf(as, value, format) : cell;
}

std::optional<WorkbookCell> XlsxRows::cellOf(Written as, const QString &value, qsizetype format) const
{
    static const NumberFormat plain;
    const bool isKnown = format >= 0 && size_t(format) < m_formats.size();
    const NumberFormat &number = isKnown ? m_formats[size_t(format)] : plain;
    const QStringView trimmed = QStringView(value).trimmed();
    if (as == Written::SharedText) {
        bool isNumber = false;
        const uint index = trimmed.toUInt(&isNumber);
        if (!isNumber || index >= m_texts.size())
            return std::nullopt;
        QString text = m_texts.at(index);
        return text.isEmpty() ? WorkbookCell() : WorkbookCell{Type::Text, std::move(text)};
    }
    if (value.isEmpty() || (as == Written::Number && trimmed.isEmpty()))
        return WorkbookCell();
    switch (as) {
    case Written::Number: return numberCell(trimmed, number, m_count);
    case Written::Boolean: return WorkbookCell{Type::Boolean, isTrue(trimmed) ? u"true"_s : u"false"_s};
    case Written::Error: return WorkbookCell{Type::Error, value};
    case Written::Day: return isoCell(trimmed, number);
    case Written::SharedText:
    case Written::Text: break;
    }
    return WorkbookCell{Type::Text, decodedText(value)};
}

class XlsxWorkbook : public Workbook
{
public:
    XlsxWorkbook(std::unique_ptr<ZipFile> file, XlsxBook book)
        : m_file(std::move(file)), m_book(std::move(book))
    {
    }

    const std::vector<WorkbookSheet> &sheets() const override { return m_book.sheets; }

    // Texts that cells share are not looked up for it.
    Result<bool> hasRows(size_t sheet) override
    {
        HEADWAY_TRY(xml, XmlPart::open(*m_file, m_book.sheetParts[sheet]));
        while (true) {
            HEADWAY_TRY(isThere, xml->next());
            const bool isValue = isThere && xml->isStart()
                && (xml->name() == "v"_L1 || xml->name() == "is"_L1 || xml->name() == "f"_L1);
            if (!isThere || isValue)
                return isValue;
        }
    }

    Result<std::unique_ptr<SheetRows>> rows(size_t sheet) override
    {
        if (!m_texts)
            HEADWAY_CHECK(prepare());
        const QString &part = m_book.sheetParts[sheet];
        HEADWAY_TRY(xml, XmlPart::open(*m_file, part));
        return std::unique_ptr<SheetRows>(std::make_unique<XlsxRows>(
            std::move(xml), m_file->unpackedSize(part), *m_texts, m_formats, m_book.count));
    }

private:
    // What all sheets share.
    Result<> prepare()
    {
        SharedTexts texts;
        if (m_file->has(m_book.texts)) {
            HEADWAY_TRY(read, SharedTexts::read(*m_file, m_book.texts));
            texts = std::move(read);
        }
        if (m_file->has(m_book.styles)) {
            HEADWAY_TRY(formats, readXlsxFormats(*m_file, m_book.styles));
            m_formats = std::move(formats);
        }
        m_texts = std::move(texts);
        return {};
    }

    std::unique_ptr<ZipFile> m_file;
    XlsxBook m_book;
    std::optional<SharedTexts> m_texts;
    std::vector<NumberFormat> m_formats;
};

} // namespace

bool isXlsxWorkbook(const ZipFile &file)
{
    const auto relations = xlsxRelations(file, {});
    const bool isSaid =
        relations && std::any_of(relations->begin(), relations->end(), [](const XlsxRelation &each) {
            return each.type == "officeDocument"_L1 && each.part.contains("workbook"_L1, Qt::CaseInsensitive);
        });
    return isSaid || file.has(u"xl/workbook.xml"_s);
}

Result<std::unique_ptr<Workbook>> openXlsxWorkbook(std::unique_ptr<ZipFile> file)
{
    HEADWAY_TRY(relations, xlsxRelations(*file, {}));
    QString part = u"xl/workbook.xml"_s;
    for (const XlsxRelation &relation : relations) {
        if (relation.type == "officeDocument"_L1 && file->has(relation.part))
            part = relation.part;
    }
    HEADWAY_TRY(book, readXlsxBook(*file, part));
    return std::unique_ptr<Workbook>(std::make_unique<XlsxWorkbook>(std::move(file), std::move(book)));
}

} // namespace headway::exchange
