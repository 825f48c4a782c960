// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/sumtable.h"
#include "ctl/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

using Decimals = app::Display::Decimals;

class SumPrinter
{
public:
    SumPrinter(const Session &session, const SumTable &table)
        : m_session(session), m_weighted(table.weighted),
          m_hasDays(
              std::any_of(table.rows.begin(), table.rows.end(), [](const SumRow &r) { return r.days; })),
          m_table(columns(table), session.output().width())
    {
    }

    void add(const SumRow &row)
    {
        QStringList cells{row.label, m_session.display().number(row.count)};
        if (m_hasDays)
            cells += row.days ? m_session.display().number(*row.days) : QString();
        const QStringList blank(cells.size());
        add(cells, row.sums, 0);
        for (size_t i = 1; i < row.sums.size(); ++i)
            add(blank, row.sums, i);
    }

    void addRule() { m_table.addRule(); }

    QString text() { return m_table.take(); }

private:
    std::vector<Column> columns(const SumTable &table) const
    {
        std::vector<Column> list{{table.title}, {table.counted, Align::Right}};
        if (m_hasDays)
            list.push_back({Words::tr("Avg. days"), Align::Right});
        list.push_back({Words::tr("Sum"), Align::Right});
        if (m_weighted == Weighted::Shown)
            list.push_back({Words::tr("Weighted"), Align::Right});
        return list;
    }

    void add(QStringList cells, const std::vector<MoneySum> &sums, size_t index)
    {
        if (index < sums.size()) {
            const MoneySum &sum = sums[index];
            cells += m_session.display().money(sum.minor, sum.currency, Decimals::Always);
            if (m_weighted == Weighted::Shown)
                cells += m_session.display().money(sum.weighted, sum.currency, Decimals::Always);
        }
        m_table.add(cells);
    }

    const Session &m_session;
    const Weighted m_weighted;
    const bool m_hasDays;
    Table m_table;
};

} // namespace

void addTo(SumRow &total, qint64 count, const std::vector<MoneySum> &sums)
{
    total.count += count;
    for (const MoneySum &sum : sums)
        addSum(total.sums, sum);
}

QString sumTable(const Session &session, const SumTable &table)
{
    SumPrinter printer(session, table);
    for (const SumRow &row : table.rows)
        printer.add(row);
    printer.addRule();
    for (const SumRow &total : table.totals)
        printer.add(total);
    return printer.text();
}

} // namespace headway::ctl
