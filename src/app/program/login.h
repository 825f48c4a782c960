// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits at this computer, as the system knows them. Window and command line find their user of a book by
// it. Any thread; nothing fails.
#pragma once

#include <QStringList>

namespace headway::app {

// The login, and the full name behind it where there is one.
QStringList loginNames();

} // namespace headway::app
