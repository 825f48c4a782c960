// SPDX-License-Identifier: GPL-3.0-or-later
// What a list comes to, in one line. Pure; any thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/records/totals.h"

namespace headway::ctl {

// "2 deals · €12,500 + $300 · weighted €1,250 + $60". Without the marks that keep figures in their order on a screen
// written from right to left: what is written here is read on by other programs.
QString totalsLine(const app::Display &display, EntityKind kind, const Totals &totals);

} // namespace headway::ctl
