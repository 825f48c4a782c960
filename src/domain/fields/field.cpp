// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields/field.h"

namespace headway {

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
