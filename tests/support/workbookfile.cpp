// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/workbookfile.h"

#include "support/catch_qt.h"

#include <QFile>

#include <zip.h>

namespace headway::test {

PackedFile::PackedFile(const Parts &parts, const QString &name) : m_path(m_folder.filePath(name))
{
    int code = 0;
    zip_t *zip = zip_open(QFile::encodeName(m_path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    REQUIRE(zip);
    for (const auto &[part, content] : parts) {
        zip_source_t *source =
            zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        REQUIRE(zip_file_add(zip, part.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(zip) == 0);
}

namespace {

const QByteArray top("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
const QByteArray relationType("http://schemas.openxmlformats.org/officeDocument/2006/relationships/");

QByteArray mainPart(const QByteArray &element, const QByteArray &inside)
{
    return top + '<' + element
        + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        + inside + "</" + element + '>';
}

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + relationType + type + "\" Target=\"" + target + "\"/>";
}

QByteArray relations(const QByteArray &inside)
{
    return top + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + inside + "</Relationships>";
}

QByteArray stylesOf(const QList<QByteArray> &formats)
{
    QByteArray codes;
    QByteArray cells("<xf numFmtId=\"0\"/>");
    for (qsizetype i = 0; i < formats.size(); ++i) {
        bool isNumber = false;
        int id = formats[i].toInt(&isNumber);
        if (!isNumber || formats[i].startsWith("00")) {
            id = 164 + int(i);
            codes +=
                "<numFmt numFmtId=\"" + QByteArray::number(id) + "\" formatCode=\"" + formats[i] + "\"/>";
        }
        cells += "<xf numFmtId=\"" + QByteArray::number(id) + "\"/>";
    }
    return mainPart("styleSheet",
                    "<numFmts>" + codes
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                          "<cellXfs>"
                        + cells + "</cellXfs>");
}

} // namespace

Parts xlsxParts(const std::vector<std::pair<QByteArray, QByteArray>> &sheets,
                const QList<QByteArray> &formats, const QByteArray &sharedTexts)
{
    QByteArray named;
    QByteArray related = relation("rIdStyles", "styles", "styles.xml");
    Parts parts;
    int number = 0;
    for (const auto &[name, rows] : sheets) {
        const QByteArray id = QByteArray::number(++number);
        const bool isHidden = name.startsWith('!');
        named += "<sheet name=\"" + (isHidden ? name.mid(1) : name) + "\" sheetId=\"" + id + "\""
            + (isHidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + id + "\"/>";
        related += relation("rId" + id, "worksheet", "worksheets/sheet" + id + ".xml");
        parts[QString::fromUtf8("xl/worksheets/sheet" + id + ".xml")] =
            mainPart("worksheet", "<sheetData>" + rows + "</sheetData>");
    }
    if (!sharedTexts.isEmpty()) {
        related += relation("rIdTexts", "sharedStrings", "sharedStrings.xml");
        parts[QStringLiteral("xl/sharedStrings.xml")] = mainPart("sst", sharedTexts);
    }
    parts[QStringLiteral("[Content_Types].xml")] =
        top + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    parts[QStringLiteral("_rels/.rels")] = relations(relation("rId1", "officeDocument", "xl/workbook.xml"));
    parts[QStringLiteral("xl/workbook.xml")] = mainPart("workbook", "<sheets>" + named + "</sheets>");
    parts[QStringLiteral("xl/_rels/workbook.xml.rels")] = relations(related);
    parts[QStringLiteral("xl/styles.xml")] = stylesOf(formats);
    return parts;
}

Parts xlsxParts(const QByteArray &rows, const QList<QByteArray> &formats, const QByteArray &sharedTexts)
{
    return xlsxParts({{QByteArray("Sheet1"), rows}}, formats, sharedTexts);
}

QByteArray xlsxRow(int line, const QList<QByteArray> &texts)
{
    QByteArray row = "<row r=\"" + QByteArray::number(line) + "\">";
    for (const QByteArray &text : texts)
        row += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
    return row + "</row>";
}

Parts odsParts(const QByteArray &tables, const QByteArray &styles)
{
    const QByteArray space("urn:oasis:names:tc:opendocument:xmlns:");
    return {
        {QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"},
        {QStringLiteral("content.xml"),
         top + "<office:document-content xmlns:office=\"" + space + "office:1.0\" xmlns:table=\"" + space
             + "table:1.0\" xmlns:text=\"" + space + "text:1.0\" xmlns:style=\"" + space
             + "style:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
               "<office:automatic-styles>"
             + styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
             + "</office:spreadsheet></office:body></office:document-content>"}};
}

} // namespace headway::test
