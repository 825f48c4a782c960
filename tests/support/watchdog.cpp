// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/watchdog.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace headway::test {

namespace {

struct Sort {
    std::chrono::microseconds longest{};
    int count = 0;
};

ui::LongEvent longest;
QHash<QString, Sort> slow;

void keep(const ui::LongEvent &event)
{
    if (event.took > longest.took)
        longest = event;
    if (event.took > ui::oneFrame) {
        Sort &sort = slow[event.what()];
        sort.longest = std::max(sort.longest, event.took);
        ++sort.count;
    }
}

} // namespace

void keepWatch(ui::WatchdogApplication &application)
{
    application.watch({}, keep);
}

ui::LongEvent longestEvent()
{
    return longest;
}

void forgetEvents()
{
    longest = {};
}

QStringList slowEvents()
{
    std::vector<std::pair<QString, Sort>> sorts;
    for (auto each = slow.cbegin(); each != slow.cend(); ++each)
        sorts.emplace_back(each.key(), each.value());
    std::sort(sorts.begin(), sorts.end(),
              [](const auto &a, const auto &b) { return a.second.longest > b.second.longest; });
    QStringList lines;
    for (const auto &[what, sort] : sorts)
        lines += QStringLiteral("%1 ms at most, %2 times: %3")
                     .arg(double(sort.longest.count()) / 1000, 0, 'f', 1)
                     .arg(sort.count)
                     .arg(what);
    return lines;
}

} // namespace headway::test
