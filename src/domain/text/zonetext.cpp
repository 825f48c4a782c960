// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/zonetext.h"

#include "domain/text/text.h"

#include <QHash>
#include <QLocale>
#include <QTimeZone>

namespace headway {

namespace {

QHash<QString, QLocale::Territory> namesOfCountries()
{
    QHash<QString, QLocale::Territory> names;
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        const QLocale::Territory territory = locale.territory();
        for (const QString &name : {QLocale::territoryToString(territory), locale.nativeTerritoryName(),
                                    QLocale::territoryToCode(territory)}) {
            if (!name.isEmpty())
                names.insert(fold(name), territory);
        }
    }
    return names;
}

} // namespace

QList<QByteArray> zonesOfCountry(const QString &country)
{
    static const QHash<QString, QLocale::Territory> names = namesOfCountries();
    const auto known = names.constFind(fold(country.trimmed()));
    return known == names.cend() ? QList<QByteArray>() : QTimeZone::availableTimeZoneIds(*known);
}

} // namespace headway
