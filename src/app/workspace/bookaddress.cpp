// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/bookaddress.h"

#include "store/schema/schema.h"

#include <QFileInfo>

namespace headway::app {

QString bookTitle(const QString &address)
{
    if (store::isServer(address))
        return shownAddress(address).section(u'?', 0, 0).section(u'/', -1);
    return QFileInfo(address).completeBaseName();
}

QString shownAddress(const QString &address)
{
    return sql::withoutPassword(address);
}

} // namespace headway::app
