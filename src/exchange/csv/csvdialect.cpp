// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvdialect.h"

namespace headway::exchange {

CsvDialect CsvDialect::machine()
{
    return {};
}

CsvDialect CsvDialect::spreadsheet(QChar separator)
{
    return {
        .byteOrderMark = ByteOrderMark::Present,
        .separator = separator,
        .lineEnding = LineEnding::CarriageReturnLineFeed,
        .formulaGuard = FormulaGuard::On,
    };
}

bool needsGuard(QStringView field)
{
    qsizetype at = 0;
    while (at < field.size() && field[at] == u'\'')
        ++at;
    return at < field.size() && QStringView(u"=+-@\t\r").contains(field[at]);
}

QString guarded(const QString &field)
{
    return needsGuard(field) ? QString(u'\'' + field) : field;
}

QString unguarded(const QString &field)
{
    return field.startsWith(u'\'') && needsGuard(field) ? field.sliced(1) : field;
}

} // namespace headway::exchange
