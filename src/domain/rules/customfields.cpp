// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/customfields.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"

namespace headway {

QString customLabelKey(const QString &label)
{
    const QString key = looseKey(label);
    return key.isEmpty() ? label.simplified() : key; // signs alone have no key
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
