// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/odssheets.h"

#include "exchange/workbook/xmlpart.h"

#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype mostSheets = 10'000;
constexpr qsizetype longestTag = 64 * 1024;
constexpr qsizetype chunk = 256 * 1024;
constexpr QLatin1StringView tableSpace("urn:oasis:names:tc:opendocument:xmlns:table:1.0");

// What stands above the rows.
struct Front {
    QString prefix = {};       // of the names of tables: "table:"
    QSet<QString> hidden = {}; // styles of sheets that are not shown
    bool hasTables = false;
};

void takeStyle(const XmlPart &xml, QString &style, Front &front)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    if (xml.name() == "style"_L1)
        style = attributeOf(attributes, "name"_L1).toString();
    else if (xml.name() == "table-properties"_L1 && attributeOf(attributes, "display"_L1) == "false"_L1)
        front.hidden.insert(style);
}

Result<Front> readFront(const ZipFile &file)
{
    Front front;
    QString style;
    HEADWAY_TRY(xml, XmlPart::open(file, odsContent));
    while (true) {
        HEADWAY_TRY(isThere, xml->next());
        if (!isThere)
            return front;
        if (!xml->isStart())
            continue;
        if (xml->name() == "table"_L1 && xml->namespaceUri() == tableSpace) {
            front.prefix = xml->prefix().toString();
            front.hasTables = true;
            return front;
        }
        takeStyle(*xml, style, front);
    }
}

// The tag that begins at the start of `bytes`, if it is whole.
std::optional<QByteArray> tagIn(QByteArrayView bytes)
{
    char quote = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quote == 0 && c == '>')
            return bytes.first(i).toByteArray();
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return std::nullopt;
}

// An element of its own, read with the names that it has there.
WorkbookSheet sheetIn(QByteArray tag, const Front &front)
{
    if (tag.endsWith('/'))
        tag.chop(1);
    QXmlStreamReader xml(tag + "/>");
    xml.setNamespaceProcessing(false);
    xml.readNextStartElement();
    const QString before = front.prefix.isEmpty() ? QString() : front.prefix + u':';
    const QString nameKey = before + u"name"_s;
    const QString styleKey = before + u"style-name"_s;
    WorkbookSheet sheet;
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.qualifiedName() == nameKey)
            sheet.name = attribute.value().toString();
        else if (attribute.qualifiedName() == styleKey)
            sheet.isHidden = front.hidden.contains(attribute.value().toString());
    }
    return sheet;
}

// All beginnings of tables in `bytes`; how much of them is done with.
qsizetype takeTags(const QByteArray &bytes, const QByteArray &name, const Front &front,
                   std::vector<WorkbookSheet> &sheets)
{
    qsizetype from = 0;
    while (true) {
        const qsizetype at = bytes.indexOf(name, from);
        if (at < 0 || at + name.size() >= bytes.size())
            return at < 0 ? std::max(from, bytes.size() - name.size()) : at;
        const char behind = bytes[at + name.size()];
        if (behind != ' ' && behind != '>' && behind != '\n' && behind != '\t' && behind != '\r') {
            from = at + name.size();
            continue;
        }
        const auto tag = tagIn(QByteArrayView(bytes).sliced(at, std::min(longestTag, bytes.size() - at)));
        if (!tag)
            return bytes.size() - at < longestTag ? at : bytes.size();
        sheets.push_back(sheetIn(*tag, front));
        from = at + tag->size();
    }
}

} // namespace

Result<std::vector<WorkbookSheet>> readOdsSheets(const ZipFile &file)
{
    std::vector<WorkbookSheet> sheets;
    HEADWAY_TRY(front, readFront(file));
    if (!front.hasTables)
        return sheets;
    const QByteArray name =
        (front.prefix.isEmpty() ? u"<table"_s : u'<' + front.prefix + u":table"_s).toUtf8();
    HEADWAY_TRY(device, file.read(odsContent));
    QByteArray bytes;
    while (true) {
        const QByteArray more = device->read(chunk);
        if (more.isEmpty())
            break;
        bytes += more;
        bytes.remove(0, takeTags(bytes, name, front, sheets));
        if (qsizetype(sheets.size()) > mostSheets)
            return failure(damagedFile(file.name(), u"too many sheets"_s));
    }
    return sheets;
}

} // namespace headway::exchange
