// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a record: nothing, a whole number, a real number, or text. Money, days, instants and choices
// are represented as these (see field.h). The same type as sql::Value, so rows need no copying between the
// layers.
#pragma once

#include <QString>

#include <variant>

namespace headway {

using Value = std::variant<std::monostate, qint64, double, QString>;

inline bool isNull(const Value &value)
{
    return std::holds_alternative<std::monostate>(value);
}

// Nothing, or a text of blanks.
inline bool isBlank(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->trimmed().isEmpty());
}

// The number in `value`; 0 where it holds none.
inline qint64 integerOf(const Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *real = std::get_if<double>(&value))
        return qint64(*real);
    return 0;
}

inline double realOf(const Value &value)
{
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    return double(integerOf(value));
}

// The text in `value`; empty where it holds none.
inline QString textOf(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    return {};
}

} // namespace headway
