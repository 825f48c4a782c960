// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/nametyped.h"

#include "domain/records/record.h"

namespace headway {

bool hasNameKey(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"name_key") >= 0;
}

bool isNamedSo(const QString &nameKey, const QString &typed)
{
    return nameKey.startsWith(typed) || nameKey.contains(QString(u' ' + typed));
}

} // namespace headway
