// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/odsstyles.h"

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Kind = NumberFormat::Kind;

// Elements that describe a format; a plain one is not kept.
std::optional<Kind> kindCalled(QStringView name)
{
    if (name == "percentage-style"_L1)
        return Kind::Percent;
    if (name == "currency-style"_L1)
        return Kind::Amount;
    if (name == "date-style"_L1)
        return Kind::Day;
    return std::nullopt;
}

} // namespace

Result<OdsStyles> OdsStyles::read(const ZipFile &file)
{
    OdsStyles styles;
    for (const QString &part : {u"styles.xml"_s, u"content.xml"_s}) {
        if (file.has(part))
            HEADWAY_CHECK(styles.readPart(file, part));
    }
    return styles;
}

Result<> OdsStyles::readPart(const ZipFile &file, const QString &part)
{
    HEADWAY_TRY(xml, XmlPart::open(file, part));
    while (true) {
        HEADWAY_TRY(isThere, xml->next());
        if (!isThere || (xml->isStart() && xml->name() == "body"_L1))
            return {};
        if (!xml->isStart())
            continue;
        if (kindCalled(xml->name())) {
            HEADWAY_CHECK(readFormat(*xml));
        } else if (xml->name() == "style"_L1) {
            const QXmlStreamAttributes attributes = xml->attributes();
            if (const QStringView format = attributeOf(attributes, "data-style-name"_L1); !format.isEmpty())
                m_cells.insert(attributeOf(attributes, "name"_L1).toString(), format.toString());
        }
    }
}

Result<> OdsStyles::readFormat(XmlPart &xml)
{
    const int own = xml.depth();
    const QXmlStreamAttributes attributes = xml.attributes();
    const QString name = attributeOf(attributes, "name"_L1).toString();
    NumberFormat format{*kindCalled(xml.name())};
    QString sign;
    bool isSign = false;
    while (true) {
        HEADWAY_TRY(isThere, xml.next());
        if (!isThere || (xml.isEnd() && xml.depth() == own))
            break;
        if (xml.isText()) {
            sign += isSign ? xml.text() : QStringView();
            format.isUtc = format.isUtc || saysUtc(xml.text().toString());
            continue;
        }
        isSign = xml.isStart() && xml.name() == "currency-symbol"_L1;
        const bool isTime =
            xml.name() == "hours"_L1 || xml.name() == "minutes"_L1 || xml.name() == "seconds"_L1;
        if (isTime && format.kind == Kind::Day)
            format.kind = Kind::Moment;
    }
    format.isUtc = format.isUtc && format.kind == Kind::Moment;
    if (format.kind == Kind::Amount)
        format = numberFormat(u"[$%1]0"_s.arg(sign));
    m_formats.insert(name, format);
    return {};
}

} // namespace headway::exchange
