// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/headergroups.h"

#include "domain/text/text.h"
#include "exchange/plan/headeralias.h"

#include <algorithm>

namespace headway::exchange {

QStringList headerGroups(const QStringList &above, qsizetype columns)
{
    QStringList groups;
    qsizetype words = 0;
    for (qsizetype i = 0; i < std::max(columns, above.size()); ++i) {
        const QString word = above.value(i).trimmed();
        const bool isOther = !word.isEmpty() && (i >= columns || !objectNamed(looseKey(word)));
        if (isOther)
            return {};
        words += word.isEmpty() ? 0 : 1;
        if (i < columns)
            groups += word.isEmpty() && i > 0 ? groups.back() : word;
    }
    return words > 1 && words < columns ? groups : QStringList();
}

} // namespace headway::exchange
