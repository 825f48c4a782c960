// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/owntext.h"

#include "domain/changes/customvalues.h"

using namespace Qt::StringLiterals;

namespace headway::app {

Value ownValue(const CustomField &field, const Row &row)
{
    const int cell = entityInfo(field.recordKind).indexOf(u"custom");
    return cell < 0 ? Value() : customValue(textOf(row[size_t(cell)]), field);
}

QString ownCurrency(const CustomField &field, const Row &row, const QString &bookCurrency)
{
    const int cell = entityInfo(field.recordKind).indexOf(u"currency");
    const QString own = cell < 0 ? QString() : textOf(row[size_t(cell)]);
    return own.isEmpty() ? bookCurrency : own;
}

QString ownText(const CustomField &field, const Row &row, const Display &display, const QString &bookCurrency)
{
    const Value value = ownValue(field, row);
    if (isNull(value))
        return {};
    switch (field.kind) {
    case CustomKind::Money:
        return display.money(integerOf(value), ownCurrency(field, row, bookCurrency),
                             Display::Decimals::WhenNeeded);
    case CustomKind::Number:
        return std::holds_alternative<double>(value)
            ? display.locale().toString(realOf(value), 'f', QLocale::FloatingPointShortest)
            : display.number(integerOf(value));
    case CustomKind::Day: return display.day(Codec<QDate>::write(value));
    case CustomKind::YesNo: return display.yesOrNo(integerOf(value));
    default: return textOf(value);
    }
}

} // namespace headway::app
