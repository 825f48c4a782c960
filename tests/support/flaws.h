// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a book. CHECK(flawsIn(book.connection()) == none) prints the flaws where it fails.
#pragma once

#include "store/maintenance/check.h"
#include "support/catch_qt.h"

namespace headway::test {

inline const QStringList none;

// As the thorough check says it, in English.
inline QStringList flawsIn(sql::Connection &connection)
{
    return linesInEnglish(valueOf(store::checkBook(connection, store::CheckDepth::Thorough, {})).sentences());
}

} // namespace headway::test
