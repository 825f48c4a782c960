// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/login.h"

#include <pwd.h>
#include <unistd.h>

namespace headway::app {

QStringList loginNames()
{
    const passwd *entry = getpwuid(geteuid());
    if (!entry)
        return {};
    QStringList names{QString::fromLocal8Bit(entry->pw_name)};
    const QString fullName = QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).trimmed();
    if (!fullName.isEmpty())
        names += fullName;
    return names;
}

} // namespace headway::app
