// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields/valuejson.h"

namespace headway {

QJsonValue toJson(const Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    return QJsonValue::Null;
}

Value fromJson(const QJsonValue &json)
{
    if (json.isString())
        return json.toString();
    if (!json.isDouble())
        return {};
    const qint64 whole = json.toInteger();
    return double(whole) == json.toDouble() ? Value(whole) : Value(json.toDouble());
}

} // namespace headway
