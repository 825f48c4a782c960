// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window was deaf during a test: the longest event, and those that took longer than a frame.
#pragma once

#include "ui/windows/watchdogapplication.h"

namespace headway::test {

// Keeps what `application` tells from now on.
void keepWatch(ui::WatchdogApplication &application);

// Since forgetEvents(); nothing took long where no WatchdogApplication runs.
ui::LongEvent longestEvent();
void forgetEvents();

// Of the whole run, the longest first: how often each sort of event took longer than a frame. Empty: none did.
QStringList slowEvents();

} // namespace headway::test
