// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listfoot.h"

#include "ui/style/compactamounts.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

// Without currencies that sum up to nothing, unless all do.
std::vector<MoneySum> notNothing(const std::vector<MoneySum> &sums)
{
    std::vector<MoneySum> worth;
    std::copy_if(sums.begin(), sums.end(), std::back_inserter(worth),
                 [](const MoneySum &sum) { return sum.minor != 0 || sum.weighted != 0; });
    if (worth.empty() && !sums.empty())
        worth.push_back(sums.front());
    return worth;
}

} // namespace

ListFoot::ListFoot(const app::Display &display, EntityKind kind, QWidget *parent)
    : ElidedLabel(parent), m_display(display), m_kind(kind)
{
    setCursor(Qt::PointingHandCursor);
}

ListFoot::~ListFoot() = default;

QStringList ListFoot::wordings(const QString &count, const std::vector<MoneySum> &sums) const
{
    const auto line = [&](const QString &whole, const QString &weighted) {
        QStringList words{count};
        if (!sums.empty())
            words += whole;
        if (!sums.empty() && m_kind == EntityKind::Deal)
            words += tr("weighted %1").arg(weighted);
        return m_display.line(words, u"   ·   "_s);
    };
    QStringList lines;
    if (sums.size() < 2)
        lines += line(m_display.moneySums(sums), m_display.weightedSums(sums));
    lines += line(compactAmounts(m_display, sums, Sum::Whole, 1),
                  compactAmounts(m_display, sums, Sum::Weighted, 1));
    return lines;
}

QString ListFoot::whole(const QString &count, const std::vector<MoneySum> &sums) const
{
    QStringList words{count};
    if (!sums.empty())
        words += m_display.moneySums(sums);
    if (!sums.empty() && m_kind == EntityKind::Deal)
        words += tr("weighted %1").arg(m_display.weightedSums(sums));
    return m_display.line(words, u"   ·   "_s);
}

void ListFoot::showTotals(const Totals &all, const std::optional<Totals> &selected)
{
    const std::vector<MoneySum> sums = notNothing(selected ? selected->sums : all.sums);
    const QString count = selected ? tr("%1 selected").arg(m_display.number(selected->count))
                                   : m_display.counted(all.count, m_kind);
    m_whole = whole(count, sums);
    m_all = wordings(m_display.counted(all.count, m_kind), notNothing(all.sums)).constFirst();
    QStringList lines = wordings(count, sums);
    if (!selected) {
        showFitting(lines, Tone::Quiet);
        setAccessibleDescription(m_whole);
        return;
    }
    const QString alone = lines.constLast();
    for (QString &line : lines)
        line = tr("%1 — of %2").arg(line, m_display.number(all.count));
    lines += alone;
    showFitting(lines, Tone::Normal);
    setAccessibleDescription(m_whole);
}

// With every currency, which the line itself has no room for.
bool ListFoot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return ElidedLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                       tr("%1\nA click copies it.").arg(m_whole), this);
    return true;
}

void ListFoot::mouseReleaseEvent(QMouseEvent *event)
{
    ElidedLabel::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

} // namespace headway::ui
