// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/headeralias.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/plan/presets.h"

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// What stands before a field without being a record.
bool isPartOfRecord(const QString &key)
{
    return key == "address"_L1;
}

// The place behind "Deal - ", "Deal.", "Deal: "; none if there is nothing like it.
qsizetype behindObject(const QString &text, std::optional<EntityKind> &object)
{
    for (const QLatin1StringView between : {" - "_L1, "."_L1, ": "_L1}) {
        const qsizetype at = text.indexOf(between);
        const qsizetype behind = at + between.size();
        if (at <= 0 || behind >= text.size())
            continue;
        const QString key = looseKey(text.left(at));
        const std::optional<EntityKind> named = objectNamed(key);
        if (named)
            object = named;
        if (named || isPartOfRecord(key))
            return behind;
    }
    return -1;
}

} // namespace

HeaderParts headerParts(const QString &header)
{
    QString text = header.trimmed();
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text = text.mid(1);
    HeaderParts parts;
    for (qsizetype behind = behindObject(text, parts.object); behind > 0;
         behind = behindObject(text, parts.object))
        text = text.mid(behind);
    parts.key = looseKey(text);
    return parts;
}

std::optional<EntityKind> objectNamed(const QString &key)
{
    if (key.isEmpty())
        return std::nullopt;
    for (const EntityKind kind : importableKinds()) {
        const EntityInfo &info = entityInfo(kind);
        if (key == looseKey(QString::fromLatin1(info.singular))
            || key == looseKey(QString::fromLatin1(info.plural)))
            return kind;
    }
    return Presets::own().common().object(key);
}

std::optional<QString> idStem(const QString &key)
{
    QString text = key;
    if (text.endsWith("primary"_L1))
        text.chop(7);
    if (text.endsWith("idid"_L1)) // Odoo: "parent_id/id"
        text.chop(2);
    for (const QLatin1StringView ending : {"recordids"_L1, "recordid"_L1, "ids"_L1, "id"_L1}) {
        if (!text.endsWith(ending))
            continue;
        QString stem = text.chopped(ending.size());
        for (const QLatin1StringView before : {"associated"_L1, "primary"_L1, "linked"_L1}) {
            if (stem.startsWith(before) && stem.size() > before.size())
                stem.remove(0, before.size());
        }
        return stem;
    }
    return std::nullopt;
}

bool meansAnyRecord(const QString &stem)
{
    return Presets::own().common().isAnyRecord(stem);
}

QStringList targetsForHeader(EntityKind kind, const QString &key)
{
    return targetsIn(Presets::own().common(), kind, key);
}

QStringList doubtfulTargets(EntityKind kind, const QString &key)
{
    return targetsIn(Presets::own().common(), kind, key, Doubt::Some);
}

} // namespace headway::exchange
