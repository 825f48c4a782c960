// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvdialect.h"

namespace headway::exchange {
namespace {

bool startsFormula(QStringView field)
{
    qsizetype at = 0;
    while (at < field.size() && field[at] == u'\'')
        ++at;
    return at < field.size() && QStringView(u"=+-@\t\r").contains(field[at]);
}

} // namespace

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

QString guarded(const QString &field)
{
    return startsFormula(field) ? QString(u'\'' + field) : field;
}

QString unguarded(const QString &field)
{
    return field.startsWith(u'\'') && startsFormula(field) ? field.sliced(1) : field;
}

} // namespace headway::exchange
