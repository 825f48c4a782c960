// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/reftext.h"

namespace headway {

QString refText(EntityRef record)
{
    return tableName(record.kind) + u'/' + QString::number(record.id);
}

std::optional<EntityRef> refNamed(const QString &text)
{
    const auto kind = entityKindNamed(text.section(u'/', 0, 0));
    bool isNumber = false;
    const qint64 id = text.section(u'/', 1).toLongLong(&isNumber);
    return kind && isNumber && id >= 0 ? std::optional(EntityRef{*kind, id}) : std::nullopt;
}

} // namespace headway
