// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/memory.h"

#include <QFile>

namespace headway::bench {

Memory memory()
{
    Memory result;
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return result;
    for (const QByteArray &line : status.readAll().split('\n')) {
        const qint64 bytes = line.simplified().split(' ').value(1).toLongLong() * 1024;
        if (line.startsWith("VmRSS:"))
            result.resident = bytes;
        else if (line.startsWith("RssAnon:"))
            result.anonymous = bytes;
    }
    return result;
}

} // namespace headway::bench
