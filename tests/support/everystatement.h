// SPDX-License-Identifier: GPL-3.0-or-later
// Repeats an action of a user while the database fails at its first statement, its second, … until none is
// left to fail: after each failure the book must be as before.
#pragma once

#include "support/book.h"

#include <functional>

namespace headway::test {

// Ends when `act` succeeds and has changed the book; returns how many statements were failed.
int failEveryStatement(FreshBook &book, const std::function<Result<>()> &act);

} // namespace headway::test
