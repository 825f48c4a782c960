// SPDX-License-Identifier: GPL-3.0-or-later
// Another process commits steps and prints each one when it is done; it is killed at a random moment. Every
// printed step is complete, no step is half done, and the book passes its check.
#pragma once

#include "domain/changes/change.h"
#include "support/book.h"

namespace headway::test {

// How often each kill test kills: HEADWAY_KILLS, by default 5, in `./run check` 1,000. Divided by `share` for
// processes that take longer to start, but at least two.
int kills(int share = 1);

// Four records, all named after the step, so that a partial step can be detected.
Edit stepNamed(const QString &name);

// Starts the hidden test `name` on the book and kills it after a random number of its steps; `rounds` times.
void killWhileCommitting(FreshBook &book, const QString &name, int rounds);

} // namespace headway::test
