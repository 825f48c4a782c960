// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/compactamounts.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

QString compactAmounts(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum, size_t most)
{
    QStringList parts;
    for (size_t i = 0; i < std::min(most, sums.size()); ++i)
        parts += display.moneyShort(sum == Sum::Whole ? sums[i].minor : sums[i].weighted, sums[i].currency);
    const QString shown = parts.join(u" + "_s);
    return sums.size() > most ? shown + u" +"_s + display.number(qint64(sums.size() - most)) : shown;
}

} // namespace headway::ui
