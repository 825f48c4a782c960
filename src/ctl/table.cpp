// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr qsizetype narrowest = 6;
const QString gap = u"  "_s;

bool isHarmless(QChar c)
{
    return c.isPrint() || c.isSurrogate();
}

} // namespace

QString cell(const QString &text, qsizetype width)
{
    QString line = text;
    for (QChar &c : line) {
        if (!isHarmless(c))
            c = u' ';
    }
    if (width <= 0 || line.size() <= width)
        return line;
    line.truncate(width - 1);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line + u'…';
}

Table::Table(std::vector<Column> columns, int width) : m_columns(std::move(columns)), m_width(width)
{
    for (const Column &column : m_columns)
        m_widths.push_back(column.title.size());
}

void Table::add(const QStringList &cells)
{
    m_rows.push_back(cells);
    for (size_t i = 0; i < m_widths.size(); ++i)
        m_widths[i] = std::max(m_widths[i], cells.value(qsizetype(i)).size());
}

// Shrinks the widest text column first; numbers are never cut.
void Table::fit()
{
    m_shown = m_widths;
    if (m_width <= 0)
        return;
    qsizetype total = gap.size() * (qsizetype(m_shown.size()) - 1);
    for (const qsizetype width : m_shown)
        total += width;
    while (total > m_width) {
        size_t widest = m_shown.size();
        for (size_t i = 0; i < m_shown.size(); ++i) {
            const bool mayShrink = m_columns[i].align == Align::Left && m_shown[i] > narrowest;
            if (mayShrink && (widest == m_shown.size() || m_shown[i] > m_shown[widest]))
                widest = i;
        }
        if (widest == m_shown.size())
            return;
        --m_shown[widest];
        --total;
    }
}

QString Table::lineOf(const QStringList &cells) const
{
    QString line;
    if (cells.isEmpty()) {
        for (const qsizetype width : m_shown)
            line += (line.isEmpty() ? QString() : gap) + QString(width, u'─');
        return line + u'\n';
    }
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const bool right = m_columns[i].align == Align::Right;
        const QString text = cell(cells.value(qsizetype(i)), right ? 0 : m_shown[i]);
        line += (i > 0 ? gap : QString())
            + (right ? text.rightJustified(m_shown[i]) : text.leftJustified(m_shown[i]));
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

QString Table::take()
{
    fit();
    QString text;
    if (!m_titled) {
        QStringList titles;
        for (const Column &column : m_columns)
            titles += column.title;
        text += lineOf(titles);
        m_titled = true;
    }
    for (const QStringList &row : m_rows)
        text += lineOf(row);
    m_rows.clear();
    return text;
}

} // namespace headway::ctl
