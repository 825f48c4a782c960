// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/compactamounts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

qint64 minorOf(const MoneySum &sum, Sum which)
{
    return which == Sum::Whole ? sum.minor : sum.weighted;
}

QString joined(const app::Display &display, const QStringList &parts, size_t all)
{
    const QString shown = parts.join(u" + "_s);
    const qint64 others = qint64(all) - parts.size();
    return others > 0 ? shown + u" +"_s + display.number(others) : shown;
}

// The usual short form, and those that are shorter.
QStringList shortForms(const app::Display &display, qint64 minor, const QString &currency)
{
    const QString usual = display.moneyShort(minor, currency);
    QStringList forms = display.moneyForms(minor, currency);
    forms.removeIf([&usual](const QString &form) { return form.size() > usual.size() || form == usual; });
    return QStringList{usual} + forms;
}

} // namespace

QString compactAmounts(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum, size_t most)
{
    QStringList parts;
    for (size_t i = 0; i < std::min(most, sums.size()); ++i)
        parts += display.moneyShort(minorOf(sums[i], sum), sums[i].currency);
    return joined(display, parts, sums.size());
}

QStringList compactForms(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum, size_t most)
{
    std::vector<QStringList> formsOf; // by currency
    qsizetype steps = 0;
    for (size_t i = 0; i < std::min(most, sums.size()); ++i) {
        formsOf.push_back(shortForms(display, minorOf(sums[i], sum), sums[i].currency));
        steps = std::max(steps, formsOf.back().size());
    }
    QStringList forms;
    for (qsizetype step = 0; step < steps; ++step) {
        QStringList parts;
        for (const QStringList &each : formsOf)
            parts += each[std::min(step, each.size() - 1)];
        forms += joined(display, parts, sums.size());
    }
    return forms;
}

} // namespace headway::ui
