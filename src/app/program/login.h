// SPDX-License-Identifier: GPL-3.0-or-later
// The system's names for the user of this computer, by which window and command line find their user of a
// book. Any thread; nothing fails.
#pragma once

#include <QStringList>

namespace headway::app {

// The login, and the user's full name if there is one.
QStringList loginNames();

} // namespace headway::app
