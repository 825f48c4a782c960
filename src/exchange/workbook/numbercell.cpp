// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/numbercell.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Type = WorkbookCell::Type;
using Kind = NumberFormat::Kind;

constexpr qsizetype mostDigits = 15; // that every program keeps
constexpr int mostZeros = 30;        // that are written out
constexpr qint64 millisecondsPerDay = 86'400'000;
constexpr double lastDay = 2'958'466; // the year 10000

// digits × 10^exponent
struct Written {
    bool isNegative = false;
    QString digits = {}; // without zeros at either end; empty: 0
    int exponent = 0;
};

// The number of a text, which is one as XML Schema has it.
std::optional<Written> writtenIn(QStringView text)
{
    Written written;
    qsizetype i = 0;
    if (i < text.size() && (text[i] == u'-' || text[i] == u'+'))
        written.isNegative = text[i++] == u'-';
    bool hasDigit = false;
    bool hasMark = false;
    for (; i < text.size() && (text[i] == u'.' ? !hasMark : (text[i] >= u'0' && text[i] <= u'9')); ++i) {
        if (text[i] == u'.') {
            hasMark = true;
            continue;
        }
        hasDigit = true;
        written.exponent -= hasMark ? 1 : 0;
        if (!written.digits.isEmpty() || text[i] != u'0')
            written.digits += text[i];
    }
    if (i < text.size() && hasDigit && (text[i] == u'e' || text[i] == u'E')) {
        bool isNumber = false;
        const int power = text.sliced(i + 1).toInt(&isNumber);
        if (!isNumber || std::abs(power) > 400)
            return std::nullopt;
        written.exponent += power;
        i = text.size();
    }
    if (!hasDigit || i != text.size())
        return std::nullopt;
    while (written.digits.endsWith(u'0')) {
        written.digits.chop(1);
        ++written.exponent;
    }
    return written;
}

// To as many digits as programs show: 0.30000000000000004 is 0.3.
void roundDigits(Written &number)
{
    const qsizetype spare = number.digits.size() - mostDigits;
    if (spare <= 0)
        return;
    const bool isUp = number.digits[mostDigits] >= u'5';
    number.digits.truncate(mostDigits);
    number.exponent += int(spare);
    for (qsizetype i = mostDigits - 1; isUp && i >= 0; --i) {
        if (number.digits[i] != u'9') {
            number.digits[i] = QChar(char16_t(number.digits[i].unicode() + 1));
            break;
        }
        number.digits[i] = u'0';
        if (i == 0) {
            number.digits.prepend(u'1');
            number.digits.chop(1);
            ++number.exponent;
        }
    }
    while (number.digits.endsWith(u'0')) {
        number.digits.chop(1);
        ++number.exponent;
    }
}

QString textOf(const Written &number)
{
    if (number.digits.isEmpty())
        return u"0"_s;
    QString text = number.digits;
    if (number.exponent >= 0) {
        text += QString(number.exponent, u'0');
    } else {
        const qsizetype mark = text.size() + number.exponent;
        if (mark <= 0)
            text.prepend(QString(1 - mark, u'0'));
        text.insert(text.size() + number.exponent, u'.');
    }
    return number.isNegative ? u'-' + text : text;
}

// Most numbers are written as they are meant.
bool isPlain(QStringView text)
{
    if (text.isEmpty() || text.size() > mostDigits || text.front() < u'1' || text.front() > u'9')
        return text == u"0";
    bool hasMark = false;
    for (const QChar c : text) {
        if (c == u'.' && !hasMark)
            hasMark = true;
        else if (c < u'0' || c > u'9')
            return false;
    }
    return !hasMark || (text.back() != u'.' && text.back() != u'0');
}

WorkbookCell plainCell(QStringView digits, int shift)
{
    if (shift == 0 && isPlain(digits))
        return {Type::Number, digits.toString()};
    std::optional<Written> number = writtenIn(digits);
    if (!number)
        return {Type::Error, digits.toString()};
    number->exponent += shift;
    const qsizetype whole = number->digits.size() + number->exponent; // digits before the mark
    const bool isCut = !number->digits.isEmpty() && whole > mostDigits;
    if (!isCut)
        roundDigits(*number);
    if (whole > mostZeros || number->exponent < -mostZeros - mostDigits)
        return {Type::Number, digits.toString(), {}, isCut};
    return {Type::Number, textOf(*number), {}, isCut};
}

QString clockText(qint64 ms, bool isOfDay)
{
    const qint64 seconds = ms / 1000;
    const QString two = u"%1"_s;
    QString text = two.arg(seconds / 3600, isOfDay ? 2 : 1, 10, QChar(u'0')) + u':'
        + two.arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    const bool isWhole = ms % 60'000 == 0;
    if (!isOfDay || !isWhole)
        text += u':' + two.arg(seconds % 60, 2, 10, QChar(u'0'));
    if (isOfDay && ms % 1000 != 0)
        text += u'.' + two.arg(ms % 1000, 3, 10, QChar(u'0'));
    return text;
}

WorkbookCell momentOf(const QString &day, qint64 ms, const NumberFormat &format)
{
    return {Type::Moment, day + u' ' + clockText(ms, true) + (format.isUtc ? u"Z"_s : QString())};
}

// 29 February 1900 is a day in these files, though it never was: it stays what it is called.
QString dayText(qint64 number, DayCount count)
{
    if (count == DayCount::From1904)
        return QDate(1904, 1, 1).addDays(number).toString(Qt::ISODate);
    if (number == 0)
        return u"1900-01-00"_s;
    if (number == 60)
        return u"1900-02-29"_s;
    return QDate(1899, 12, number < 60 ? 31 : 30).addDays(number).toString(Qt::ISODate);
}

WorkbookCell serialCell(QStringView digits, const NumberFormat &format, DayCount count)
{
    bool isNumber = false;
    const double value = digits.toDouble(&isNumber);
    const bool isDuration = format.kind == Kind::Time;
    if (!isNumber || value < 0 || !(value < lastDay))
        return plainCell(digits, 0);
    const auto whole = qint64(value);
    const qint64 ms = std::llround((value - double(whole)) * double(millisecondsPerDay));
    if (isDuration)
        return {Type::Time, clockText((whole * millisecondsPerDay + ms + 500) / 1000 * 1000, false)};
    if (format.kind == Kind::Day)
        return {Type::Day, dayText(whole, count)};
    const qint64 day = whole + ms / millisecondsPerDay; // a tick before midnight
    if (day == 0 && count == DayCount::From1900)
        return {Type::Time, clockText(ms, false)};
    return momentOf(dayText(day, count), ms % millisecondsPerDay, format);
}

} // namespace

WorkbookCell numberCell(QStringView digits, const NumberFormat &format, DayCount count)
{
    switch (format.kind) {
    case Kind::Plain: return plainCell(digits, 0);
    case Kind::Percent: {
        WorkbookCell cell = plainCell(digits, 2);
        cell.type = cell.type == Type::Number ? Type::Percent : cell.type;
        return cell;
    }
    case Kind::Amount: {
        WorkbookCell cell = plainCell(digits, 0);
        if (cell.type == Type::Number) {
            cell.type = Type::Amount;
            cell.currency = format.currency;
        }
        return cell;
    }
    case Kind::Digits: {
        WorkbookCell cell = plainCell(digits, 0);
        if (QString text = inPattern(cell.text, format.pattern); cell.type == Type::Number && !text.isEmpty())
            return {Type::Text, text, {}, cell.isCut};
        return cell;
    }
    case Kind::Day:
    case Kind::Moment:
    case Kind::Time: break;
    }
    return serialCell(digits, format, count);
}

WorkbookCell isoCell(QStringView text, const NumberFormat &format)
{
    const Kind kind = format.kind;
    static const QRegularExpression written(
        uR"(^(?:(?<day>\d{4}-\d{2}-\d{2})T?)?(?<time>\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$)"_s);
    const auto match = written.match(text);
    const QDate day = QDate::fromString(match.captured(u"day"_s), Qt::ISODate);
    QString clock = match.captured(u"time"_s);
    const QTime time = QTime::fromString(clock.size() == 5 ? clock + u":00"_s : clock, Qt::ISODateWithMs);
    if (!match.hasMatch() || (!day.isValid() && !time.isValid()))
        return {Type::Text, text.toString()}; // "-0044-03-15": as it is written
    if (!day.isValid())
        return {Type::Time, clockText(time.msecsSinceStartOfDay(), false)};
    const bool isDay = !time.isValid() || kind == Kind::Day
        || (time == QTime(0, 0) && kind != Kind::Moment && kind != Kind::Time);
    if (isDay)
        return {Type::Day, day.toString(Qt::ISODate)};
    if (kind == Kind::Time)
        return {Type::Time, clockText(time.msecsSinceStartOfDay(), false)};
    return momentOf(day.toString(Qt::ISODate), time.msecsSinceStartOfDay(), format);
}

WorkbookCell isoDurationCell(QStringView text)
{
    static const QRegularExpression written(
        uR"(^(?<sign>-?)P(?:(?<d>\d{1,6})D)?T(?:(?<h>\d{1,8})H)?(?:(?<m>\d{1,8})M)?(?:(?<s>\d{1,9})(?:[.,]\d+)?S)?$)"_s);
    const auto match = written.match(text);
    if (!match.hasMatch())
        return {Type::Text, text.toString()};
    const auto part = [&match](const QString &name) { return match.captured(name).toLongLong(); };
    const qint64 seconds = part(u"d"_s) * 86'400 + part(u"h"_s) * 3600 + part(u"m"_s) * 60 + part(u"s"_s);
    return {Type::Time, match.captured(u"sign"_s) + clockText(seconds * 1000, false)};
}

bool isOfFirstMonths(const WorkbookCell &cell)
{
    const bool isDay = cell.type == Type::Day || cell.type == Type::Moment;
    return isDay && (cell.text.startsWith("1900-01-"_L1) || cell.text.startsWith("1900-02-"_L1))
        && !cell.text.startsWith("1900-01-00"_L1);
}

} // namespace headway::exchange
