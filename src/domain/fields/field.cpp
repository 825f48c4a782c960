// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields/field.h"

namespace headway {

bool holdsNumber(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Percent:
    case FieldType::Moment:
    case FieldType::Duration:
    case FieldType::YesNo:
    case FieldType::Reference:
    case FieldType::RecordId:
    case FieldType::Rank: return true;
    default: return false;
    }
}

QString FieldInfo::caption() const
{
    return *label ? QString::fromLatin1(label) : QString(name);
}

int EntityInfo::indexOf(QStringView name) const
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name)
            return int(i);
    }
    return -1;
}

} // namespace headway
