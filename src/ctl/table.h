// SPDX-License-Identifier: GPL-3.0-or-later
// A table of texts for a terminal or a pipe: aligned columns, numbers to the right, cut to the available
// width. Rows may be output in blocks; columns then only grow. Pure; nothing fails.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace headway::ctl {

enum class Align { Left, Right };

struct Column {
    QString title = {};
    Align align = Align::Left;
};

class Table
{
public:
    // `width` 0: as wide as needed.
    Table(std::vector<Column> columns, int width);

    void add(const QStringList &cells);
    // A horizontal line, above a total.
    void addRule() { m_rows.emplace_back(); }
    qsizetype pending() const { return qsizetype(m_rows.size()); }
    // The rows added since the last call, below the titles the first time; one text with line ends.
    QString take();

private:
    void fit();
    QString lineOf(const QStringList &cells) const;

    std::vector<Column> m_columns;
    std::vector<qsizetype> m_widths; // needed by the texts
    std::vector<qsizetype> m_shown;  // available to them
    std::vector<QStringList> m_rows;
    int m_width = 0;
    bool m_titled = false;
};

// On one line, without control characters; at most `width` characters (0: any number).
QString cell(const QString &text, qsizetype width);

} // namespace headway::ctl
