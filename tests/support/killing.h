// SPDX-License-Identifier: GPL-3.0-or-later
// Another process commits steps and tells each one when it is done; it is killed at some moment. Every
// step it told is there, none is half there, and the book passes its check.
#pragma once

#include "domain/changes/change.h"
#include "support/book.h"

namespace headway::test {

// How often each kill test kills: HEADWAY_KILLS, 5 by itself, 1,000 in `./run check`. A process that
// takes longer to start is killed a `share` as often, at least twice.
int kills(int share = 1);

// Four records, all named after the step, so that a part of a step would show.
Edit stepNamed(const QString &name);

// Starts the hidden test `name` on the book, kills it after a random number of its steps, again and again.
void killWhileCommitting(FreshBook &book, const QString &name, int rounds);

} // namespace headway::test
