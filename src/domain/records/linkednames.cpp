// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/linkednames.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway {

QString linkedNames(const std::vector<LinkedRecord> &linked, Linked which)
{
    QStringList names;
    for (const LinkedRecord &each : linked) {
        if ((each.record.kind == EntityKind::Deal) == (which == Linked::Deals))
            names += each.title;
    }
    names.removeDuplicates();
    return names.join(u", "_s);
}

} // namespace headway
