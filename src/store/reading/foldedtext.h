// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are not kept folded, found as names and words are: KÖLN by "koln", Gießerei by "giesserei". Case, marks
// and white space are those of fold() in domain/text on both engines, whatever the locale of a server. SQLite asks us;
// PostgreSQL looks for a regular expression of all characters that fold to what is typed, which takes half as long
// again as LIKE and a fifth of the time of folding each text. On the connection's thread.
#pragma once

#include "store/reading/query.h"

#include <string_view>

namespace headway::store {

// That the folded text of `column` holds one of these, folded. NULL where the column is.
Result<Clause> holdsClause(sql::Connection &connection, const QString &column, const QStringList &typed);

// So many of them fit into a statement for PostgreSQL, which keeps 32 regular expressions at hand and would make each
// anew for each row if there were more.
inline constexpr int mostHoldsClauses = 24;

// The two ways, for tests. `key` is folded; texts of SQLite are UTF-8. Pure; nothing fails; any thread.
bool holdsFolded(std::string_view text, std::string_view key);
QString foldedPattern(const QStringList &keys);

} // namespace headway::store
