// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/placetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

std::optional<PlaceText> placeIn(const QString &cell)
{
    // Most cells are a town alone, and are told by that.
    if (std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }))
        return std::nullopt;
    // "CH-8001", "00-950", "111 22", "01001-000", "1012 AB"; "100 Mile House" and "6th of October" are towns.
    static const QRegularExpression before(
        u"^(?<code>(?:[A-Z]{1,3}[- ]?)?(?:\\d{4} ?(?!(?:DE|ST|LE|LA|AM|IM|EL)\\b)[A-Z]{2}|\\d{5}-\\d{3}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4,6}))"
        "[\\s,]+(?<city>\\p{L}\\D*)$"_s);
    static const QRegularExpression behind(
        u"^(?<city>\\p{L}[^\\d,]*?)(?:,\\s*(?<region>[A-Z]{2}))?[\\s,]+(?<code>\\d{5}(?:-\\d{4})?)$"_s);
    const QString text = cell.simplified();
    for (const QRegularExpression &form : {before, behind}) {
        if (const auto match = form.match(text); match.hasMatch())
            return PlaceText{match.captured(u"code"_s), match.captured(u"city"_s).trimmed(),
                             match.captured(u"region"_s)};
    }
    return std::nullopt;
}

QString streetBefore(const QString &address, const QString &city)
{
    if (city.isEmpty() || !address.contains(u','))
        return address;
    const QString town = city.trimmed();
    const QStringList parts = address.split(u',');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const auto place = placeIn(parts[i]);
        const QString name = place ? place->city : parts[i].trimmed();
        if (name.compare(town, Qt::CaseInsensitive) == 0)
            return parts.mid(0, i).join(u',').trimmed();
    }
    return address;
}

} // namespace headway::exchange
