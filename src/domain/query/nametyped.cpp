// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/nametyped.h"

#include "domain/records/record.h"
#include "domain/text/text.h"

namespace headway {

namespace {

constexpr qsizetype mostWordsOfPerson = 8;

} // namespace

bool hasNameKey(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"name_key") >= 0;
}

QStringList nameKeysOf(EntityKind kind, QStringView typed)
{
    const QString key = fold(typed);
    QStringList keys{key};
    const QStringList words = key.split(u' ', Qt::SkipEmptyParts);
    if (!entityInfo(kind).has(KindTrait::Person) || words.size() > mostWordsOfPerson)
        return keys;
    for (qsizetype first = 1; first < words.size(); ++first)
        keys += (words.mid(first) + words.mid(0, first)).join(u' ');
    return keys;
}

bool isNamedSo(const QString &nameKey, const QString &typed)
{
    return nameKey.startsWith(typed) || nameKey.contains(QString(u' ' + typed));
}

} // namespace headway
