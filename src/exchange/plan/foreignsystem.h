// SPDX-License-Identifier: GPL-3.0-or-later
// Which system wrote a file, as far as its column names say so: the ids in it are that system's. Pure; any
// thread; nothing fails.
#pragma once

#include <QString>
#include <QStringList>

namespace headway::exchange {

// "hubspot", "pipedrive" …; empty if the columns could be anybody's.
[[nodiscard]] QString systemOf(const QStringList &columns);

// The system of ids of which nothing is known.
[[nodiscard]] QString unknownSystem();

} // namespace headway::exchange
