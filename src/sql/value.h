// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a row, or one parameter of a statement.
#pragma once

#include <QString>

#include <variant>
#include <vector>

namespace headway::sql {

using Value = std::variant<std::monostate, qint64, double, QString>;
using Values = std::vector<Value>;

// "?,?,?": one for each of `count` values to bind.
inline QString placeholders(qsizetype count)
{
    return QStringLiteral("?,").repeated(count).chopped(1);
}

} // namespace headway::sql
