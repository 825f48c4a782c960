// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/totalsline.h"

#include "ctl/words.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QString sums(const app::Display &display, const Totals &totals, qint64 MoneySum::*amount)
{
    QStringList each;
    for (const MoneySum &sum : totals.sums)
        each += display.money(sum.*amount, sum.currency, app::Display::Decimals::WhenNeeded);
    return each.join(u" + "_s);
}

} // namespace

QString totalsLine(const app::Display &display, EntityKind kind, const Totals &totals)
{
    QString line = display.counted(totals.count, kind);
    if (totals.sums.empty())
        return line;
    line += u" · "_s + sums(display, totals, &MoneySum::minor);
    if (kind == EntityKind::Deal)
        line += u" · "_s + Words::tr("weighted %1").arg(sums(display, totals, &MoneySum::weighted));
    return line;
}

} // namespace headway::ctl
