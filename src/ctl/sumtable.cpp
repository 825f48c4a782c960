// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/sumtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

using Decimals = app::Display::Decimals;

class SumPrinter
{
public:
    SumPrinter(const Session &session, const QString &title, Weighted weighted)
        : m_session(session), m_weighted(weighted),
          m_table(columns(title, weighted), session.output().width())
    {
    }

    void add(const SumRow &row)
    {
        add({row.label, m_session.display().number(row.count)}, row.sums, 0);
        for (size_t i = 1; i < row.sums.size(); ++i)
            add({QString(), QString()}, row.sums, i);
    }

    void addRule() { m_table.addRule(); }

    QString text() { return m_table.take(); }

private:
    static std::vector<Column> columns(const QString &title, Weighted weighted)
    {
        std::vector<Column> list{{title}, {u"Deals"_s, Align::Right}, {u"Sum"_s, Align::Right}};
        if (weighted == Weighted::Shown)
            list.push_back({u"Weighted"_s, Align::Right});
        return list;
    }

    void add(QStringList cells, const std::vector<store::MoneySum> &sums, size_t index)
    {
        if (index < sums.size()) {
            const store::MoneySum &sum = sums[index];
            cells += m_session.display().money(sum.minor, sum.currency, Decimals::Always);
            cells += m_session.display().money(sum.weighted, sum.currency, Decimals::Always);
        }
        m_table.add(cells.mid(0, m_weighted == Weighted::Shown ? 4 : 3));
    }

    const Session &m_session;
    Weighted m_weighted;
    Table m_table;
};

} // namespace

void addTo(SumRow &total, qint64 count, const std::vector<store::MoneySum> &sums)
{
    total.count += count;
    for (const store::MoneySum &sum : sums) {
        const auto found = std::find_if(total.sums.begin(), total.sums.end(),
                                        [&](const store::MoneySum &s) { return s.currency == sum.currency; });
        if (found == total.sums.end()) {
            total.sums.push_back(sum);
        } else {
            found->minor += sum.minor;
            found->weighted += sum.weighted;
        }
    }
}

QString sumTable(const Session &session, const QString &title, const std::vector<SumRow> &rows,
                 const SumRow &total, Weighted weighted)
{
    SumPrinter printer(session, title, weighted);
    for (const SumRow &row : rows)
        printer.add(row);
    printer.addRule();
    printer.add(total);
    return printer.text();
}

} // namespace headway::ctl
