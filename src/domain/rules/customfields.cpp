// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/customfields.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qsizetype longestName = 60;

} // namespace

QString customLabelKey(const QString &label)
{
    const QString key = looseKey(label);
    return key.isEmpty() ? label.simplified() : key; // signs alone have no key
}

QString ownFieldName(const QString &label, const std::vector<CustomField> &others)
{
    QString name;
    for (const QChar c : fold(label)) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    name.truncate(longestName);
    while (name.endsWith(u'_'))
        name.chop(1);
    if (name.isEmpty())
        name = u"field"_s;
    const auto isThere = [&](const QString &wanted) {
        return std::any_of(others.begin(), others.end(),
                           [&](const CustomField &field) { return field.name == wanted; });
    };
    QString unique = name;
    for (int number = 2; isThere(unique); ++number)
        unique = name + u'_' + QString::number(number);
    return unique;
}

Result<> checkCustomField(const CustomField &field, const std::vector<CustomField> &others)
{
    for (const CustomField &other : others) {
        const bool isSame = other.recordKind == field.recordKind
            && (other.name == field.name || customLabelKey(other.label) == customLabelKey(field.label));
        if (isSame && other.id != field.id)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("There is an own field %1 for %2 already.")
                               .arg(Quoted{other.label}, KindName{field.recordKind, Number::Many}));
    }
    return {};
}

} // namespace headway
