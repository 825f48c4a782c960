// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/exportcell.h"

#include <QLocale>

#include <charconv>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

char *putReal(char *to, double number)
{
    const QByteArray text = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    return std::copy(text.begin(), text.end(), to);
}

} // namespace

QLatin1StringView figures(const ExportCell &cell, FigureRoom &room)
{
    using Kind = ExportCell::Kind;
    char *const begin = room.data();
    char *end = begin;
    switch (cell.kind) {
    case Kind::Nothing:
    case Kind::Text:
    case Kind::Day: break;
    case Kind::Id:
    case Kind::Whole:
    case Kind::Percent:
    case Kind::Duration: end = std::to_chars(begin, begin + room.size(), cell.number).ptr; break;
    case Kind::Real: end = putReal(begin, cell.real); break;
    case Kind::Amount: end = putDecimal(begin, {cell.number, cell.decimals}); break;
    case Kind::Moment: end = putInstant(begin, cell.number); break;
    case Kind::YesNo: return cell.number ? "yes"_L1 : "no"_L1;
    }
    return {begin, end - begin};
}

QString machineText(const ExportCell &cell)
{
    FigureRoom room;
    return cell.isText() ? cell.text.toString() : QString(figures(cell, room));
}

} // namespace headway::exchange
