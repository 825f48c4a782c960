// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/readworkbook.h"

#include "domain/text/datetext.h"
#include "support/catch_qt.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtEndian>

#include <zlib.h>

#include <map>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

template <class Number>
Number numberAt(const QByteArray &bytes, qsizetype at)
{
    REQUIRE(at >= 0);
    REQUIRE(at + qsizetype(sizeof(Number)) <= bytes.size());
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

QByteArray unpacked(const QByteArray &packed, qsizetype size)
{
    QByteArray content(size, '\0');
    z_stream stream = {};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(content.data());
    stream.avail_out = uInt(size);
    REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    REQUIRE(stream.avail_out == 0);
    inflateEnd(&stream);
    return content;
}

// By index of a cell's `s`.
QStringList formatsIn(const QByteArray &styles)
{
    std::map<QString, QString> codes;
    QStringList formats;
    bool inCellFormats = false;
    QXmlStreamReader xml(styles);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.name() == "cellXfs"_L1)
            inCellFormats = xml.isStartElement();
        if (!xml.isStartElement())
            continue;
        const auto attribute = [&xml](QLatin1StringView name) {
            return xml.attributes().value(name).toString();
        };
        if (xml.name() == "numFmt"_L1)
            codes[attribute("numFmtId"_L1)] = attribute("formatCode"_L1);
        if (inCellFormats && xml.name() == "xf"_L1) {
            const QString id = attribute("numFmtId"_L1);
            formats += codes.contains(id) ? codes[id] : id;
        }
    }
    REQUIRE(!xml.hasError());
    return formats;
}

WorkbookSheet sheetIn(const QByteArray &part, const QString &name, const QStringList &formats)
{
    WorkbookSheet sheet{.name = name};
    QString letters;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const auto attribute = [&xml](QLatin1StringView which) {
            return xml.attributes().value(which).toString();
        };
        const QStringView element = xml.name();
        if (element == "col"_L1) {
            sheet.widths.push_back(attribute("width"_L1).toDouble());
        } else if (element == "pane"_L1) {
            sheet.isHeadFrozen = attribute("state"_L1) == "frozen"_L1 && attribute("ySplit"_L1) == "1"_L1;
        } else if (element == "autoFilter"_L1) {
            sheet.filter = attribute("ref"_L1);
        } else if (element == "ignoredError"_L1) {
            sheet.digitsAsText = attribute("sqref"_L1);
        } else if (element == "row"_L1) {
            sheet.rows.emplace_back();
            REQUIRE(attribute("r"_L1).toULongLong() == sheet.rows.size());
        } else if (element == "c"_L1) {
            letters = attribute("r"_L1);
            const QString row = QString::number(sheet.rows.size());
            REQUIRE(letters.endsWith(row));
            letters.chop(row.size());
            sheet.rows.back()[letters] = {attribute("t"_L1), {}, formats.at(attribute("s"_L1).toInt())};
        } else if (element == "v"_L1 || element == "t"_L1) {
            sheet.rows.back()[letters].value = xml.readElementText();
        }
    }
    REQUIRE(!xml.hasError());
    return sheet;
}

} // namespace

QString meant(const WorkbookCell &cell)
{
    static const QRegularExpression escaped(u"_x([0-9A-Fa-f]{4})_"_s);
    const double number = cell.value.toDouble();
    if (cell.type == "b"_L1)
        return cell.value == "1"_L1 ? u"yes"_s : u"no"_s;
    if (cell.type.isEmpty()) {
        if (cell.format == "9"_L1)
            return QString::number(qRound64(number * 100));
        if (cell.format == "46"_L1)
            return QString::number(qRound64(number * 86'400));
        if (cell.format.startsWith(u"yyyy") && cell.format.endsWith(u"dd"))
            return formatDay(QDate(1899, 12, 30).addDays(qint64(number)));
        if (cell.format.startsWith(u"yyyy"))
            return formatInstant(qRound64((number - 25'569) * 86'400'000));
        return cell.value;
    }
    QString text;
    qsizetype from = 0;
    for (auto found = escaped.globalMatch(cell.value); found.hasNext();) {
        const auto match = found.next();
        text += cell.value.mid(from, match.capturedStart() - from)
            + QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    return text + cell.value.mid(from);
}

WorkbookCell WorkbookSheet::at(const QString &column, size_t row) const
{
    REQUIRE(row < rows.size());
    for (auto cell = rows.front().cbegin(); cell != rows.front().cend(); ++cell) {
        if (cell->value == column)
            return rows[row].value(cell.key());
    }
    FAIL("there is no column " << column.toStdString());
    return {};
}

QHash<QString, QByteArray> partsOf(const QByteArray &archive)
{
    const qsizetype end = archive.size() - 22;
    REQUIRE(numberAt<quint32>(archive, end) == 0x06054b50);
    QHash<QString, QByteArray> parts;
    qsizetype at = numberAt<quint32>(archive, end + 16);
    for (int left = numberAt<quint16>(archive, end + 10); left > 0; --left) {
        REQUIRE(numberAt<quint32>(archive, at) == 0x02014b50);
        const auto check = numberAt<quint32>(archive, at + 16);
        const auto packed = numberAt<quint32>(archive, at + 20);
        const auto size = numberAt<quint32>(archive, at + 24);
        const auto nameSize = numberAt<quint16>(archive, at + 28);
        const auto local = numberAt<quint32>(archive, at + 42);
        const QByteArray name = archive.mid(at + 46, nameSize);
        REQUIRE(numberAt<quint32>(archive, local) == 0x04034b50);
        REQUIRE(archive.mid(local + 30, nameSize) == name);
        const QByteArray content = unpacked(archive.mid(local + 30 + nameSize, packed), size);
        REQUIRE(crc32(0, reinterpret_cast<const Bytef *>(content.constData()), uInt(content.size()))
                == check);
        // What stands behind the bytes says the same.
        REQUIRE(numberAt<quint32>(archive, local + 30 + nameSize + packed + 4) == check);
        parts[QString::fromLatin1(name)] = content;
        at += 46 + nameSize;
    }
    REQUIRE(at == end);
    return parts;
}

std::vector<WorkbookSheet> readWorkbook(const QByteArray &bytes)
{
    const auto parts = partsOf(bytes);
    REQUIRE(parts.contains(u"[Content_Types].xml"_s));
    REQUIRE(parts.contains(u"_rels/.rels"_s));
    const QStringList formats = formatsIn(parts[u"xl/styles.xml"_s]);
    std::map<QString, QString> targets;
    QXmlStreamReader links(parts[u"xl/_rels/workbook.xml.rels"_s]);
    while (!links.atEnd()) {
        if (links.readNext() == QXmlStreamReader::StartElement && links.name() == "Relationship"_L1)
            targets[links.attributes().value("Id"_L1).toString()] =
                links.attributes().value("Target"_L1).toString();
    }
    std::vector<WorkbookSheet> sheets;
    QXmlStreamReader xml(parts[u"xl/workbook.xml"_s]);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "sheet"_L1)
            continue;
        const QString part = u"xl/"_s + targets[xml.attributes().value("r:id"_L1).toString()];
        REQUIRE(parts.contains(part));
        sheets.push_back(sheetIn(parts[part], xml.attributes().value("name"_L1).toString(), formats));
    }
    REQUIRE(!xml.hasError());
    return sheets;
}

} // namespace headway::test
