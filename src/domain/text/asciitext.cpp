// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/asciitext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace headway {

namespace {

constexpr qint64 millisecondsPerDay = 86'400'000;
constexpr qint64 epochDay = 2'440'588; // the Julian day number of 1970-01-01

// With zeros before it up to that width.
char *putPadded(char *to, int number, int width)
{
    std::array<char, 12> digits = {};
    std::size_t at = digits.size();
    do {
        digits[--at] = static_cast<char>('0' + number % 10);
        number /= 10;
        --width;
    } while (number > 0 || width > 0);
    return std::copy(digits.begin() + at, digits.end(), to);
}

} // namespace

char *putDecimal(char *to, Decimal value)
{
    char *const digits = value.mantissa < 0 ? to + 1 : to;
    char *end = std::to_chars(to, to + longestDecimal, value.mantissa).ptr;
    if (value.scale == 0)
        return end;
    if (const auto missing = value.scale + 1 - (end - digits); missing > 0) {
        std::copy_backward(digits, end, end + missing);
        std::fill_n(digits, missing, '0');
        end += missing;
    }
    char *const point = end - value.scale;
    std::copy_backward(point, end, end + 1);
    *point = '.';
    return end + 1;
}

char *putDay(char *to, QDate day)
{
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    day.getDate(&year, &month, &dayOfMonth);
    if (year < 0)
        *to++ = '-';
    to = putPadded(to, std::abs(year), 4);
    *to++ = '-';
    to = putPadded(to, month, 2);
    *to++ = '-';
    return putPadded(to, dayOfMonth, 2);
}

char *putInstant(char *to, qint64 utcMilliseconds)
{
    qint64 day = utcMilliseconds / millisecondsPerDay;
    qint64 rest = utcMilliseconds % millisecondsPerDay;
    if (rest < 0) {
        rest += millisecondsPerDay;
        --day;
    }
    const int time = static_cast<int>(rest);
    to = putDay(to, QDate::fromJulianDay(day + epochDay));
    *to++ = 'T';
    to = putPadded(to, time / 3'600'000, 2);
    *to++ = ':';
    to = putPadded(to, time / 60'000 % 60, 2);
    *to++ = ':';
    to = putPadded(to, time / 1000 % 60, 2);
    if (time % 1000 != 0) {
        *to++ = '.';
        to = putPadded(to, time % 1000, 3);
    }
    *to++ = 'Z';
    return to;
}

} // namespace headway
