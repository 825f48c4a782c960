// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/exportnames.h"

#include "domain/records/record.h"

using namespace Qt::StringLiterals;

namespace headway::app {

QStringList exportNames(EntityKind kind, const std::vector<Column> &columns)
{
    QStringList names;
    bool hasMoney = false;
    for (const Column &column : columns) {
        const bool isField = column.field >= 0;
        const FieldType shown = isField ? entityInfo(kind).field(column.field).type : FieldType::Text;
        names += shown == FieldType::Reference ? column.id.chopped(3) : column.id;
        hasMoney |= shown == FieldType::Money || column.computed == Computed::Weighted
            || (column.own && column.own->kind == CustomKind::Money);
    }
    const auto follow = [&names](bool isNeeded, const QString &name) {
        if (isNeeded && !names.contains(name))
            names += name;
    };
    follow(hasMoney && entityInfo(kind).indexOf(u"currency") >= 0, u"currency"_s);
    follow(names.contains(u"next_step"_s), u"next_activity"_s);
    return names;
}

} // namespace headway::app
