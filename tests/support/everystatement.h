// SPDX-License-Identifier: GPL-3.0-or-later
// Something a user does, done again and again while the database fails at its first statement, its
// second, … until none is left to fail: each time the book is as it was before.
#pragma once

#include "support/book.h"

#include <functional>

namespace headway::test {

// Ends when `act` succeeds, with what it did in the book; returns how many statements were failed.
int failEveryStatement(FreshBook &book, const std::function<Result<>()> &act);

} // namespace headway::test
