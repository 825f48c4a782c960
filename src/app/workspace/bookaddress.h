// SPDX-License-Identifier: GPL-3.0-or-later
// A book's address as text for display. Pure; any thread; nothing fails.
#pragma once

#include <QString>

namespace headway::app {

// "Acme" for /home/ana/Acme.headway, "sales" for postgresql://server/sales
QString bookTitle(const QString &address);
// The address for display, without a password.
QString shownAddress(const QString &address);

} // namespace headway::app
