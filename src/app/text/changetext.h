// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of fields as lines for display: "Stage: Offer → Negotiation". Used by the timeline and the
// history; names of referenced records are looked up beforehand, on a reader's thread. Fails as the
// connection fails; the text itself cannot fail.
#pragma once

#include "app/text/display.h"
#include "domain/changes/change.h"

#include <QHash>

namespace headway::sql {
class Connection;
}

namespace headway::app {

using Names = QHash<EntityRef, QString>;

// Adds the names of all records that the change's fields refer to, now and before.
Result<> collectNames(sql::Connection &connection, const Change &change, Names &names);

// One line for each visible field; none for a change of internal fields only. `present` is the record as it
// is now, with the currency of its amounts.
QStringList changeLines(const Change &change, const Row &present, const Names &names, const Display &display);

} // namespace headway::app
