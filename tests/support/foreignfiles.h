// SPDX-License-Identifier: GPL-3.0-or-later
// Files as other systems and people write them, of all kinds and many combinations of columns, the same for the same
// seed: ids or none, names that are firms or nearly alike, nobody's names beside a number, days with and without times,
// blank cells, rows alike.
#pragma once

#include "domain/fields/field.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace headway::test {

struct ForeignFile {
    QString name = {}; // "deals.csv"
    EntityKind kind = EntityKind::Contact;
    QByteArray content = {};
};

// Up to `most`; two may be of one kind, and a file alone may have several.
std::vector<ForeignFile> foreignFiles(unsigned seed, int most);

} // namespace headway::test
