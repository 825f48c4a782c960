// SPDX-License-Identifier: GPL-3.0-or-later
// How long work tells how far it is: import, export, backup, generating a book. Called on the thread
// that does the work.
#pragma once

#include <QtGlobal>

#include <functional>

namespace headway::app {

// `done` of `all` units (rows, pages); `all` is 0 while it is not known. Returning false cancels.
using Progress = std::function<bool(qint64 done, qint64 all)>;

} // namespace headway::app
