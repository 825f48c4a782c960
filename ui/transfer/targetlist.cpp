// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/targetlist.h"

#include "domain/text/text.h"
#include "ui/style/theme.h"

namespace headway::ui {

namespace {

// How well a label fits what is typed; 0 is best.
enum Fit { Beginning, BeginningOfWord, Anywhere, None };

Fit fitOf(const QString &label, const QString &typed)
{
    const QString text = fold(label);
    Fit fit = None;
    for (qsizetype at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
        if (at == 0)
            return Beginning;
        if (!text[at - 1].isLetterOrNumber())
            return BeginningOfWord;
        fit = Anywhere;
    }
    return fit;
}

} // namespace

TargetList::~TargetList() = default;

void TargetList::add(const QString &text, const QString &target)
{
    auto *item = new QStandardItem(text);
    item->setData(target, Qt::UserRole);
    m_rows.insert(target, rowCount());
    appendRow(item);
}

void TargetList::add(const app::TargetSection &section)
{
    auto *heading = new QStandardItem(section.title);
    heading->setFlags(Qt::NoItemFlags); // quiet, passed over by keys
    heading->setFont(ui::font(TextSize::Small, Weight::Strong));
    appendRow(heading);
    for (const app::TargetOffer &offer : section.offers) {
        auto *item = new QStandardItem(offer.label);
        item->setData(offer.target, Qt::UserRole);
        item->setData(section.title, Qt::AccessibleDescriptionRole); // nobody hears the heading on the way
        m_rows.insert(offer.target, rowCount());
        appendRow(item);
    }
}

int TargetList::rowOf(const QString &target) const
{
    return m_rows.value(target, -1);
}

int rowTyped(const QAbstractItemModel &list, const QString &typed, int from)
{
    const QString key = fold(typed);
    const int rows = list.rowCount();
    if (key.isEmpty() || rows == 0)
        return -1;
    int best = -1;
    Fit bestFit = None;
    for (int step = 1; step <= rows; ++step) {
        const int row = (qMax(from, -1) + step) % rows;
        const QModelIndex index = list.index(row, 0);
        if (!index.flags().testFlag(Qt::ItemIsEnabled))
            continue;
        const Fit fit = fitOf(index.data().toString(), key);
        if (fit < bestFit) {
            bestFit = fit;
            best = row;
        }
    }
    return best;
}

} // namespace headway::ui
