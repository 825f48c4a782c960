// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/compactamounts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace headway::ui {

QString compactAmounts(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum, size_t most)
{
    const auto minorOf = [sum](const MoneySum &each) {
        return sum == Sum::Whole ? each.minor : each.weighted;
    };
    std::vector<MoneySum> worth; // what is not nothing
    std::copy_if(sums.begin(), sums.end(), std::back_inserter(worth),
                 [&](const MoneySum &each) { return minorOf(each) != 0; });
    if (worth.empty() && !sums.empty())
        worth.push_back(sums.front());
    QStringList parts;
    for (size_t i = 0; i < std::min(most, worth.size()); ++i)
        parts += display.moneyShort(minorOf(worth[i]), worth[i].currency);
    const QString shown = parts.join(u" + "_s);
    return worth.size() <= most ? shown
                                : QCoreApplication::translate("CompactAmounts", "%1 and %2 more")
                                      .arg(shown, display.number(qint64(worth.size() - most)));
}

} // namespace headway::ui
