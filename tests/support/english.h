// SPDX-License-Identifier: GPL-3.0-or-later
// What an attentive reader finds in an English text: "1 deals", "a activity", "“”", "..", an unfilled "%1".
#pragma once

#include "domain/records/record.h"

#include <QRegularExpression>
#include <QStringList>

namespace headway::test {

// Nothing for a text that reads well. Names in quotation marks are nobody's fault.
inline QStringList slipsOfEnglish(const QString &text)
{
    using namespace Qt::StringLiterals;
    static const QRegularExpression names(u"“[^”]+”"_s);
    QString plain = text;
    plain.replace(names, u"“x”"_s);
    QString many =
        u"rows|records|files|columns|steps|values|days|hours|minutes|months|years|questions|links|names"_s;
    for (const EntityKind kind : allEntityKinds()) {
        if (qstrcmp(entityInfo(kind).plural, entityInfo(kind).singular) != 0)
            many += u'|' + QString::fromLatin1(entityInfo(kind).plural);
    }
    const QRegularExpression oneOfMany(u"(?<![\\w.,:/-])1 (?:more )?(?:%1)\\b"_s.arg(many));
    QStringList found;
    for (auto each = oneOfMany.globalMatch(plain); each.hasNext();)
        found += each.next().captured();
    static const QRegularExpression wrong(
        u"\\b[Aa] (?!user)[aeiou]\\w*|\\b[Aa]n (?!hour)[^aeiou\\s]\\w*|“”|\\.\\.(?!\\.)|%\\d|\\ba the\\b"_s);
    for (auto each = wrong.globalMatch(plain); each.hasNext();)
        found += each.next().captured();
    return found;
}

} // namespace headway::test
