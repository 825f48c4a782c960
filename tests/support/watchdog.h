// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window was blocked during tests: the longest event, and those that took longer than a frame.
#pragma once

#include "ui/windows/watchdogapplication.h"

namespace headway::test {

// Records the reports of `application` from now on.
void keepWatch(ui::WatchdogApplication &application);

// Since forgetEvents(); zero if no WatchdogApplication runs.
ui::LongEvent longestEvent();
void forgetEvents();

// Of the whole run, the longest first: how often each type of event took longer than a frame. Empty: none
// did.
QStringList slowEvents();

} // namespace headway::test
