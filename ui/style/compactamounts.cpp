// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/compactamounts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

qint64 minorOf(const MoneySum &sum, Sum which)
{
    return which == Sum::Whole ? sum.minor : sum.weighted;
}

// Without currencies that come to nothing; the first, if all do.
std::vector<MoneySum> worthNaming(const std::vector<MoneySum> &sums, Sum which)
{
    std::vector<MoneySum> worth;
    std::copy_if(sums.begin(), sums.end(), std::back_inserter(worth),
                 [which](const MoneySum &each) { return minorOf(each, which) != 0; });
    if (worth.empty() && !sums.empty())
        worth.push_back(sums.front());
    return worth;
}

QString joined(const app::Display &display, const QStringList &parts, size_t all)
{
    const QString shown = display.line(parts, u" + "_s);
    const qint64 others = qint64(all) - parts.size();
    return others > 0 ? display.line({shown, u'+' + display.number(others)}, u" "_s) : shown;
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
    const std::vector<MoneySum> worth = worthNaming(sums, sum);
    QStringList parts;
    for (size_t i = 0; i < std::min(most, worth.size()); ++i)
        parts += display.moneyShort(minorOf(worth[i], sum), worth[i].currency);
    const QString shown = display.line(parts, u" + "_s);
    return worth.size() <= most ? shown
                                : QCoreApplication::translate("CompactAmounts", "%1 and %2 more")
                                      .arg(shown, display.number(qint64(worth.size() - most)));
}

QStringList compactForms(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum, size_t most)
{
    const std::vector<MoneySum> worth = worthNaming(sums, sum);
    std::vector<QStringList> formsOf; // by currency
    qsizetype steps = 0;
    for (size_t i = 0; i < std::min(most, worth.size()); ++i) {
        formsOf.push_back(shortForms(display, minorOf(worth[i], sum), worth[i].currency));
        steps = std::max(steps, formsOf.back().size());
    }
    QStringList forms;
    for (qsizetype step = 0; step < steps; ++step) {
        QStringList parts;
        for (const QStringList &each : formsOf)
            parts += each[std::min(step, each.size() - 1)];
        forms += joined(display, parts, worth.size());
    }
    return forms;
}

} // namespace headway::ui
