// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcard/cardreach.h"

#include "domain/text/phonetext.h"
#include "exchange/vcard/cardtext.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Place = ContactPointPlace;

struct TypeMeaning {
    QLatin1StringView type;
    Place place;
    const char *label; // empty: the place says it
};
// The first of a property counts: a fax at home is a fax.
constexpr std::array meanings{
    TypeMeaning{"FAX"_L1, Place::Fax, ""},
    TypeMeaning{"CELL"_L1, Place::Mobile, ""},
    TypeMeaning{"MOBILE"_L1, Place::Mobile, ""},
    TypeMeaning{"IPHONE"_L1, Place::Mobile, ""},
    TypeMeaning{"PAGER"_L1, Place::Other, "Pager"},
    TypeMeaning{"CAR"_L1, Place::Other, "Car"},
    TypeMeaning{"VIDEO"_L1, Place::Other, "Video"},
    TypeMeaning{"TLX"_L1, Place::Other, "Telex"},
    TypeMeaning{"TEXTPHONE"_L1, Place::Other, "Text telephone"},
    TypeMeaning{"WORK"_L1, Place::Work, ""},
    TypeMeaning{"HOME"_L1, Place::Home, ""},
    TypeMeaning{"OTHER"_L1, Place::Other, ""},
};
// Types that say nothing of a place.
constexpr std::array silent{"VOICE"_L1, "MSG"_L1,  "PREF"_L1,   "INTERNET"_L1, "MAIN"_L1, "TEXT"_L1,
                            "DOM"_L1,   "INTL"_L1, "POSTAL"_L1, "PARCEL"_L1,   "ISDN"_L1, "BBS"_L1,
                            "MODEM"_L1, "PCS"_L1,  "X400"_L1,   "SMTP"_L1,     "URI"_L1};

QStringList typesOf(const CardHeader &header)
{
    QStringList types;
    for (const QString &type : header.values("TYPE"_L1))
        types += type.trimmed().toUpper();
    return types;
}

// What a type of nobody else's calls it; empty if it says nothing: "X-EVOLUTION-ASSISTANT" → "Assistant".
QString ownLabel(const QString &type)
{
    QString word = type;
    for (const QLatin1StringView mark : {"X-"_L1, "EVOLUTION-"_L1, "KADDRESSBOOK-"_L1}) {
        if (word.startsWith(mark, Qt::CaseInsensitive))
            word.remove(0, mark.size());
    }
    const QString capitals = word.toUpper();
    if (std::find(silent.begin(), silent.end(), capitals) != silent.end())
        return {};
    return word == capitals ? word.left(1) + word.mid(1).toLower() : word;
}

struct Said {
    Place place = Place::Work;
    QString label = {};
};

Said saidBy(const CardHeader &header, const QString &label)
{
    const QStringList types = typesOf(header);
    const auto *meaning = std::find_if(meanings.begin(), meanings.end(),
                                       [&](const TypeMeaning &each) { return types.contains(each.type); });
    Said said;
    if (meaning != meanings.end())
        said = {meaning->place, QString::fromLatin1(meaning->label)};
    if (!label.isEmpty()) {
        said.label = label;
        if (meaning == meanings.end())
            said.place = Place::Other;
        return said;
    }
    if (meaning != meanings.end())
        return said;
    for (const QString &type : header.values("TYPE"_L1)) {
        if (const QString word = ownLabel(type.trimmed()); !word.isEmpty())
            return {Place::Other, word};
    }
    return said;
}

// "tel:+1-555-0100;ext=12" → "+1-555-0100 ext. 12".
QString numberIn(const QString &text)
{
    if (!text.startsWith("tel:"_L1, Qt::CaseInsensitive))
        return text;
    const QString number = QUrl::fromPercentEncoding(withoutPhoneScheme(text).toUtf8());
    const auto extension = extensionIn(number);
    return extension ? number.left(extension->start) + u" ext. "_s + extension->digits : number;
}

QString withoutScheme(const QString &text, QLatin1StringView scheme)
{
    return text.startsWith(scheme, Qt::CaseInsensitive) ? text.mid(scheme.size()) : text;
}

QString typeOf(Place place, ContactPointType by)
{
    switch (place) {
    case Place::Work: return u"WORK"_s;
    case Place::Home: return u"HOME"_s;
    case Place::Mobile: return u"CELL"_s;
    case Place::Fax: return by == ContactPointType::Phone ? u"FAX"_s : u"OTHER"_s;
    case Place::Other: break;
    }
    return u"OTHER"_s;
}

} // namespace

int preferenceOf(const CardHeader &header)
{
    const QStringList said = header.values("PREF"_L1);
    bool isNumber = false;
    const int number = said.value(0).toInt(&isNumber);
    if (isNumber && number > 0)
        return number;
    return typesOf(header).contains("PREF"_L1) ? 1 : 0;
}

QString plainLabel(const QString &label)
{
    const bool isOfApple = label.startsWith("_$!<"_L1) && label.endsWith(">!$_"_L1) && label.size() > 8;
    return (isOfApple ? label.mid(4, label.size() - 8) : label).trimmed();
}

CardReach reachOf(const CardProperty &property, CardVersion version, ContactPointType by,
                  const QString &label)
{
    const Said said = saidBy(property.header, label);
    const QString text = unescaped(property.value, version).trimmed();
    CardReach reach{by, text, said.place, said.label, false};
    if (by == ContactPointType::Phone)
        reach.value = numberIn(text);
    else if (by == ContactPointType::Email)
        reach.value = withoutScheme(text, "mailto:"_L1);
    return reach;
}

CardProperty propertyOf(const CardReach &reach, CardVersion version)
{
    QStringList types{typeOf(reach.place, reach.by)};
    if (version == CardVersion::V30 && reach.by == ContactPointType::Email)
        types.prepend(u"INTERNET"_s);
    if (version == CardVersion::V30 && reach.isPreferred)
        types += u"PREF"_s;
    if (version == CardVersion::V40) {
        for (QString &type : types)
            type = type.toLower();
    }
    CardProperty property{{{}, u"TEL"_s, {}, {{u"TYPE"_s, types}}}, escaped(reach.value)};
    if (reach.by == ContactPointType::Email)
        property.header.name = u"EMAIL"_s;
    if (reach.by == ContactPointType::Website) {
        property.header.name = u"URL"_s;
        property.value = reach.value; // an address of the web, in which nothing else is escaped
        property.value.replace(u'\\', u"\\\\"_s).replace(u'\n', u' ').remove(u'\r');
    }
    if (version == CardVersion::V40 && reach.isPreferred)
        property.header.parameters += CardParameter{u"PREF"_s, {u"1"_s}};
    return property;
}

ContactPointPlace addressPlace(const CardHeader &header, const QString &label)
{
    const Place place = saidBy(header, label).place;
    return place == Place::Home || place == Place::Work ? place : Place::Other;
}

} // namespace headway::exchange
