// SPDX-License-Identifier: GPL-3.0-or-later
// How a book's address reads. Pure; any thread; nothing fails.
#pragma once

#include <QString>

namespace headway::app {

// "Acme" for /home/ana/Acme.headway, "sales" for postgresql://server/sales
QString bookTitle(const QString &address);
// The address as people may read it: without a password.
QString shownAddress(const QString &address);

} // namespace headway::app
