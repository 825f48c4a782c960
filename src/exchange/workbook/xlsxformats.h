// SPDX-License-Identifier: GPL-3.0-or-later
// How the cells of a workbook that is written look: a few formats that every workbook has, and one for each currency
// that occurs. On one thread; nothing fails.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace headway::exchange {

class XlsxFormats
{
public:
    // In the order of stylesXml().
    enum Format {
        General,
        Head,     // the line of column names
        Text,     // what a spreadsheet would make a number, day or formula of as soon as somebody edits it
        Lines,    // text of several lines
        Whole,    // 12345678901, not 1.2E+10
        Percent,  // 35%
        Day,      // 2026-03-04, wherever it is read
        Moment,   // 2026-03-04 12:30:00 UTC
        Duration, // 1:30:00, also beyond a day
        FirstAmount,
    };

    // € 1,234.50 for EUR, ¥1,234 for JPY, KWD 1.234; without a currency 1,234.50. The number of the format.
    int ofAmount(QStringView currency, int decimals);

    // The part xl/styles.xml, once all cells are written.
    QByteArray stylesXml() const;

private:
    std::vector<std::pair<QString, int>> m_amounts; // currency and decimals
};

} // namespace headway::exchange
