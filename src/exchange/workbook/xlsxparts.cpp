// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xlsxparts.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr size_t mostSheets = 10'000;
constexpr size_t mostFormats = 200'000;

QString folderOf(const QString &part)
{
    return part.left(part.lastIndexOf(u'/') + 1);
}

// What a target means to a part: "/xl/a.xml", "worksheets/b.xml", "../c.xml". A name inside the archive, nothing else.
QString resolved(const QString &target, const QString &part)
{
    QString path = target;
    path.replace(u'\\', u'/');
    if (!path.startsWith(u'/'))
        path.prepend(folderOf(part));
    QStringList names;
    for (const QString &name : path.split(u'/', Qt::SkipEmptyParts)) {
        if (name == ".."_L1 && !names.isEmpty())
            names.removeLast();
        else if (name != ".."_L1 && name != "."_L1)
            names += name;
    }
    return names.join(u'/');
}

// The id of a relation stands in a namespace of its own, beside an id of the sheet.
QString relationId(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == "id"_L1 && attribute.namespaceUri().contains("relationships"_L1))
            return attribute.value().toString();
    }
    return {};
}

struct Named {
    WorkbookSheet sheet = {};
    QString relation = {};
};

Named sheetIn(const QXmlStreamAttributes &attributes)
{
    const QStringView state = attributeOf(attributes, "state"_L1);
    return {{attributeOf(attributes, "name"_L1).toString(), !state.isEmpty() && state != "visible"_L1},
            relationId(attributes)};
}

const XlsxRelation *relationOf(const std::vector<XlsxRelation> &relations, const QString &id)
{
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [&id](const XlsxRelation &relation) { return relation.id == id; });
    return found == relations.end() ? nullptr : &*found;
}

} // namespace

Result<std::vector<XlsxRelation>> xlsxRelations(const ZipFile &file, const QString &part)
{
    std::vector<XlsxRelation> relations;
    const QString folder = folderOf(part);
    const QString own = folder + u"_rels/"_s + part.sliced(folder.size()) + u".rels"_s;
    if (!file.has(own))
        return relations;
    HEADWAY_TRY(xml, XmlPart::open(file, own));
    while (true) {
        HEADWAY_TRY(isThere, xml->next());
        if (!isThere)
            return relations;
        if (!xml->isStart() || xml->name() != "Relationship"_L1)
            continue;
        const QXmlStreamAttributes attributes = xml->attributes();
        const QStringView type = attributeOf(attributes, "Type"_L1);
        if (attributeOf(attributes, "TargetMode"_L1) == "External"_L1)
            continue;
        relations.push_back({attributeOf(attributes, "Id"_L1).toString(),
                             type.sliced(type.lastIndexOf(u'/') + 1).toString(),
                             resolved(attributeOf(attributes, "Target"_L1).toString(), part)});
        if (relations.size() > mostSheets)
            return failure(damagedFile(file.name(), u"too many relations"_s));
    }
}

Result<XlsxBook> readXlsxBook(const ZipFile &file, const QString &part)
{
    HEADWAY_TRY(relations, xlsxRelations(file, part));
    XlsxBook book;
    for (const XlsxRelation &relation : relations) {
        if (relation.type == "sharedStrings"_L1)
            book.texts = relation.part;
        else if (relation.type == "styles"_L1)
            book.styles = relation.part;
    }
    std::vector<Named> named;
    HEADWAY_TRY(xml, XmlPart::open(file, part));
    while (true) {
        HEADWAY_TRY(isThere, xml->next());
        if (!isThere)
            break;
        if (!xml->isStart())
            continue;
        if (xml->name() == "workbookPr"_L1) {
            const QXmlStreamAttributes attributes = xml->attributes();
            if (isTrue(attributeOf(attributes, "date1904"_L1)))
                book.count = DayCount::From1904;
        } else if (xml->name() == "sheet"_L1) {
            named.push_back(sheetIn(xml->attributes()));
            if (named.size() > mostSheets)
                return failure(damagedFile(file.name(), u"too many sheets"_s));
        }
    }
    for (const Named &each : named) {
        const XlsxRelation *relation = relationOf(relations, each.relation);
        if (relation && relation->type != "worksheet"_L1)
            continue; // a chart
        if (!relation || !file.has(relation->part))
            return failure(damagedFile(file.name(), u"there is no part for a sheet"_s));
        book.sheets.push_back(each.sheet);
        book.sheetParts.push_back(relation->part);
    }
    return book;
}

Result<std::vector<NumberFormat>> readXlsxFormats(const ZipFile &file, const QString &part)
{
    QHash<int, NumberFormat> own;
    std::vector<NumberFormat> formats;
    HEADWAY_TRY(xml, XmlPart::open(file, part));
    bool isOfCells = false; // inside cellXfs
    while (true) {
        HEADWAY_TRY(isThere, xml->next());
        if (!isThere)
            break;
        if (xml->name() == "cellXfs"_L1)
            isOfCells = xml->isStart();
        if (!xml->isStart())
            continue;
        const QXmlStreamAttributes attributes = xml->attributes();
        const int id = attributeOf(attributes, "numFmtId"_L1).toInt();
        if (xml->name() == "numFmt"_L1)
            own.insert(id, numberFormat(attributeOf(attributes, "formatCode"_L1).toString()));
        else if (isOfCells && xml->name() == "xf"_L1)
            formats.push_back(own.contains(id) ? own.value(id) : builtInFormat(id));
        if (formats.size() > mostFormats || size_t(own.size()) > mostFormats)
            return failure(damagedFile(file.name(), u"too many formats"_s));
    }
    return formats;
}

} // namespace headway::exchange
