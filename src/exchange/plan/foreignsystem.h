// SPDX-License-Identifier: GPL-3.0-or-later
// Which system wrote a file, as far as its column names say so (presets.h): the ids in it are that system's. Pure; any
// thread; nothing fails.
#pragma once

#include <QString>
#include <QStringList>

namespace headway::exchange {

// "hubspot", "pipedrive" …; empty if the columns could be anybody's.
[[nodiscard]] QString systemOf(const QStringList &columns);

// The system of ids of which nothing is known.
[[nodiscard]] QString unknownSystem();
// What people call it: "Zoho CRM", or as it was named with --system; empty for ids of nobody knows which.
[[nodiscard]] QString systemTitle(const QString &system);

} // namespace headway::exchange
